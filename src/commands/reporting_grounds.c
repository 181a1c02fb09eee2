/* reporting_grounds.c - what a report rests on: the quality of the data, methods, provenance. */
#include "cluster.h"
#include "methods.h"
#include "reporting.h"

enum { MOST_DOCUMENTS = 200 };

/* ---- quality ---- */

static void count_row(Dossier *d, const char *what, size_t n, const char *of, size_t all)
{
    g_autofree char *number = g_strdup_printf("%zu", n);
    g_autofree char *whole = of ? g_strdup_printf("of %zu %s", all, of) : NULL;
    dossier_cell(d, what);
    dossier_cell(d, number);
    dossier_cell(d, whole);
}

static void count_documents(Dossier *d, const Corpus *c)
{
    size_t texts = 0, undated = 0, without_source = 0;
    for (size_t i = 0; i < c->n_documents; i++) {
        if (c->document[i].authority)
            continue;
        texts++;
        undated += date_is_unknown(c->document[i].date);
        without_source += !c->document[i].outlet;
    }
    count_row(d, "documents without a date", undated, "documents", texts);
    count_row(d, "documents without a source", without_source, "documents", texts);
}

static void count_participations(Dossier *d, const Corpus *c)
{
    size_t n_cert[CERT_UNSTATED + 1] = {0}, comention = 0;
    for (size_t i = 0; i < c->n_participations; i++) {
        n_cert[c->participation[i].cert]++;
        comention += (c->participation[i].flags & PART_COMENTION) != 0;
    }
    count_row(d, "participations of low certainty", n_cert[CERT_LOW], "participations", c->n_participations);
    count_row(d, "participations of medium certainty", n_cert[CERT_MEDIUM], "participations", c->n_participations);
    count_row(d, "participations that rest on a common mention only", comention, "participations", c->n_participations);
}

static void count_events(Dossier *d, const Incidence *in)
{
    size_t undated = 0, alone = 0;
    for (size_t e = 0; e < in->n_events; e++) {
        undated += date_is_unknown(in->corpus->event[in->event[e].i].first);
        alone += in->event_k[e] < 2;
    }
    g_autoptr(Clusters) clusters = clusters_new(in, RESAMPLE_DEFAULT);
    count_row(d, "events without a date", undated, "events", in->n_events);
    count_row(d, "events with one participant at this level, which make no tie", alone, "events", in->n_events);
    count_row(d, "pairs of reports that may tell one event, not merged", clusters->n_duplicates, NULL, 0);
}

static size_t count_mentions(const Corpus *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_mentions; i++)
        n += c->mention[i].kind != MENTION_EVENT;
    return n;
}

static const char *severity_name(Severity severity)
{
    return severity == SEVERITY_ERROR ? "error" : severity == SEVERITY_WARNING ? "warning" : "note";
}

static void add_problems(Reporting *r)
{
    const Diagnostics *found = r->v->diagnostics;
    Dossier *d = r->dossier;
    if (!diagnostics_size(found)) {
        dossier_say(d, "Reading the texts brought up no problems.");
        return;
    }
    dossier_table(d, "Problems met while reading, by kind (entente check shows each in its place)");
    dossier_column(d, "kind", false);
    dossier_column(d, "severity", false);
    dossier_column(d, "number", true);
    dossier_column(d, "what to do", false);
    for (DiagnosticCode code = 0; code < DIAGNOSTIC_N_CODES; code++) {
        g_autofree char *n = g_strdup_printf("%zu", diagnostics_count_code(found, code));
        if (!diagnostics_count_code(found, code))
            continue;
        dossier_cell(d, diagnostic_code_name(code));
        dossier_cell(d, severity_name(diagnostic_code_severity(code)));
        dossier_cell(d, n);
        dossier_cell(d, diagnostic_code_help(code));
    }
}

static void add_quality(Reporting *r)
{
    const Corpus *c = r->p->corpus;
    const Diagnostics *found = r->v->diagnostics;
    Dossier *d = r->dossier;
    dossier_section(d, "quality", "How good the data are");
    dossier_table(d, "What is missing or uncertain");
    dossier_column(d, "what", false);
    dossier_column(d, "number", true);
    dossier_column(d, "", false);
    count_row(d, "names that could not be resolved", diagnostics_count_code(found, DIAGNOSTIC_UNRESOLVED_MENTION),
              "mentions of actors", count_mentions(c));
    count_row(d, "references to nobody known", diagnostics_count_code(found, DIAGNOSTIC_UNKNOWN_REF), NULL, 0);
    count_participations(d, c);
    count_documents(d, c);
    count_events(d, r->p->incidence);
    add_problems(r);
}

/* ---- methods ---- */

static bool add_methods(Reporting *r, GError **error)
{
    g_auto(GStrv) paragraph = methods_paragraphs(r->v, r->p, error);
    if (!paragraph)
        return false;
    dossier_section(r->dossier, "methods", "Methods");
    for (char **text = paragraph; *text; text++)
        dossier_say(r->dossier, "%s", *text);
    return true;
}

/* ---- provenance ---- */

static void fact(Dossier *d, const char *what, const char *text)
{
    dossier_cell(d, what);
    dossier_cell(d, text);
}

static void add_documents(Dossier *d, const Corpus *c)
{
    dossier_table(d, "Documents");
    static const char *const heading[] = {"document", "title", "source", "date", "sha256"};
    for (size_t i = 0; i < G_N_ELEMENTS(heading); i++)
        dossier_column(d, heading[i], false);
    for (size_t i = 0; i < MIN(c->n_documents, MOST_DOCUMENTS); i++) {
        const Document *document = &c->document[i];
        char day[DATE_SIZE];
        g_autofree char *digest = document->digest ? g_strndup(document->digest, 16) : NULL;
        dossier_cell(d, document->name);
        dossier_cell(d, document->title);
        dossier_cell(d, document->outlet);
        dossier_cell(d, date_format(document->date, day));
        dossier_cell(d, digest);
    }
    if (c->n_documents > MOST_DOCUMENTS)
        dossier_note(d, "… and %zu more.", c->n_documents - MOST_DOCUMENTS);
}

static void add_provenance(Reporting *r)
{
    const Provenance *from = &r->p->provenance;
    Dossier *d = r->dossier;
    g_autofree char *program = g_strdup_printf("entente %s", from->version);
    g_autofree char *seed = g_strdup_printf("%lu", from->seed);
    g_autofree char *inputs = g_strdup_printf("%u", from->n_documents);
    dossier_section(d, "provenance", "Provenance");
    dossier_say(d, "The same inputs, options and versions give the same page, byte for byte.");
    dossier_table(d, "What made this page");
    dossier_column(d, "what", false);
    dossier_column(d, "value", false);
    fact(d, "program", program);
    fact(d, "options", from->options);
    fact(d, "seed", seed);
    fact(d, "files read", inputs);
    fact(d, "sha256 over their sorted digests", from->inputs);
    add_documents(d, r->p->corpus);
}

bool reporting_grounds(Reporting *r, GError **error)
{
    add_quality(r);
    if (!add_methods(r, error))
        return false;
    add_provenance(r);
    return true;
}
