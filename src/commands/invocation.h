/* invocation.h - one command line, understood: the verb, its operands, and what every option said. */
#ifndef ENTENTE_INVOCATION_H
#define ENTENTE_INVOCATION_H

#include "cluster.h"
#include "picture.h"
#include "pipeline.h"
#include "plot.h"
#include "report.h"
#include "slice.h"

typedef struct Verb Verb;

typedef struct Invocation {
    const Verb *verb;
    GPtrArray *operand; /* char *, as typed, in order */
    GPtrArray *given;   /* const Option *, in order; each as often as it was typed */
    Request request;
    Measure by;
    bool all_measures;
    size_t top; /* rows to show; 0 = all */
    bool top_given;
    const char *output, *as, *title;
    bool force, two_mode, dark, transparent, quiet, help, version, size_by_given;
    Measure size_by;
    PlotKind plot;
    const char *positions; /* --positions */
    ColourBy colour_by;
    bool codes;
    MeasureSet measures; /* --measures */
    bool measures_given, layout, bare, gexf_1_2;
    double scale;
    ResampleBy resample;
    unsigned n_resamples, n_threads;
    bool resamples_given;
    bool why, review;      /* annotate */
    const char *words;     /* folder of tables that add to data/ */
    const char *authority; /* annotate: register of actors to be found */
    bool audit, methods, errors;
    bool null_model;
    SliceRule slices;
    const struct Slicing *slicing;     /* set while a verb runs for one slice (sliced.h) */
    const Pipeline *read;              /* set while run asks a verb for a file: what is read already */
    GHashTable *estimate;              /* interval.c: what was resampled once */
    const char *between, *and_between; /* the sides of compare */
    size_t n_uncertain;                /* events that may only lie inside --from and --to */
    ReportFormat format;
    ColourMode colour;
    DiagnosticFormat diagnostic_format;
    GPtrArray *role, *status, *event_status, *exclude; /* char *, filled by repeated or comma-separated options */
    Diagnostics *diagnostics;
} Invocation;

/* A verb is one file with its own entry; the table of all of them is verb.c. */
struct Verb {
    const char *name, *group;            /* start, prepare, ask, show, hand over, help */
    const char *operands;                /* "INPUT…", "INPUT… A [B]" */
    const char *what;                    /* one line, lower case, no full stop */
    const char *about;                   /* paragraphs for --help and the manual */
    const char *examples;                /* one a line; tests/docs runs each of them */
    unsigned options;                    /* OptionGroup bits */
    int (*run)(Invocation *, GError **); /* exit status, or -1 with error */
    bool quotes;                         /* prints or writes sentences */
};

const Verb *verbs(size_t *n);
const Verb *verb_by_name(const char *);

int run_run(Invocation *, GError **);
int annotate_run(Invocation *, GError **);
int check_run(Invocation *, GError **);
int info_run(Invocation *, GError **);
int rank_run(Invocation *, GError **);
int ties_run(Invocation *, GError **);
int events_run(Invocation *, GError **);
int explain_run(Invocation *, GError **);
int groups_run(Invocation *, GError **);
int draw_run(Invocation *, GError **);
int view_run(Invocation *, GError **);
int report_run(Invocation *, GError **);
int export_run(Invocation *, GError **);
int extract_run(Invocation *, GError **);
int build_run(Invocation *, GError **);
int compare_run(Invocation *, GError **);
int eval_run(Invocation *, GError **);
int help_run(Invocation *, GError **);
int resolve_run(Invocation *, GError **);
int completion_run(Invocation *, GError **);

void invocation_init(Invocation *);
void invocation_clear(Invocation *);
/* Fills from argv (argv[0] is skipped). false: ERROR_USAGE with did-you-mean, or with the verbs that take an option
 * which this one does not. */
bool invocation_parse(Invocation *, int argc, char **argv, GError **);

/* Was this option ("by") on the command line? */
bool invocation_given(const Invocation *, const char *option);

/* Runs the pipeline over the operands (standard input when there are none and it is not a terminal, else ERROR_USAGE),
 * as far as last; then tells standard error what was dirty. NULL on failure, after the diagnostics have been told. */
Pipeline *invocation_pipeline(Invocation *, Stage last, GError **);
/* Errors in full, the rest counted, with the command that shows them. Once: what was told is not told again. */
void invocation_tell(Invocation *);
/* "note: …" on standard error unless --quiet. */
void invocation_note(const Invocation *, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* What was printed to stdout has arrived; else ERROR_IO, without words where the reader (head, less) has seen enough.
 */
bool printed_all(GError **);
/* Standard output or -o; an earlier table of ours is replaced without --force. */
Output *invocation_output(const Invocation *, GError **);
/* The report to standard output or -o, committed. */
bool invocation_print(Invocation *, Report *, GError **);
/* Title of what is asked about: --title, else the authority file's title, else the name of the first input. Heap. */
char *invocation_title(const Invocation *, const Corpus *);
/* "ASEAN cyber cooperation · 15 countries, 48 ties, 7 events · level country, weight newman (events with company)".
 * Heap. */
char *invocation_heading(const Invocation *, const Pipeline *);
/* What a measure says under this selection: strength is events with company under newman, else measure_heading. */
const char *invocation_measured(const Invocation *, Measure);
/* "person", "organisation", "country": the words for people; programs get actor_type_name. */
const char *type_on_screen(ActorType);
/* "15 countries", "1 country", "3 actors". Heap. */
char *count_actors(Level, size_t n);
const char *ordinal(uint32_t n, char out[16]); /* "1st" */

#endif
