/* annotate.c - raw texts and web pages → annotated texts, or the list of what the rules said. */
#include "annotation.h"
#include "deliver.h"
#include "drafting.h"
#include "failure.h"
#include "parallel.h"
#include "review.h"
#include <limits.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Is what -o names a folder: by its slash, because there is one, or because there is more than one text? */
static bool is_folder(const char *path)
{
    struct stat s;
    return g_str_has_suffix(path, "/") || (stat(path, &s) == 0 && S_ISDIR(s.st_mode));
}

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* A file that stands there may hold a person's work: only the one that was read may be replaced without being asked. */
static bool may_write(const Invocation *v, const char *path, const GPtrArray *drafts, GError **error)
{
    struct stat s;
    if (v->force || strcmp(path, "-") == 0 || stat(path, &s) != 0 || !S_ISREG(s.st_mode) || s.st_size == 0)
        return true;
    for (guint i = 0; i < drafts->len; i++) {
        const Draft *d = drafts->pdata[i];
        if (d->source == DRAFT_TEI && same_file(d->path, path))
            return true;
    }
    g_set_error(error, ENTENTE_ERROR, ERROR_IO,
                "%s is there already, and may have been reviewed\n"
                "help: annotate that file itself to keep what a person marked in it; --force replaces it",
                path);
    return false;
}

/* One text on its way into its file; nobody else writes to it. */
typedef struct Writing {
    DocumentId id;
    char *path;
    Losses losses;
    GError *error;
} Writing;

typedef struct Writings {
    const Annotation *annotation;
    GArray *all;        /* Writing */
    atomic_uint failed; /* the first that could not be written: none behind it need be */
} Writings;

static void write_one(void *context, size_t i)
{
    Writings *ws = context;
    Writing *w = &g_array_index(ws->all, Writing, i);
    if (i > atomic_load(&ws->failed))
        return;
    Annotation a = *ws->annotation;
    a.losses = &w->losses;
    g_autoptr(Output) out = output_open(w->path, true, &w->error); /* may_write has looked */
    if (out && write_tei(&a, w->id, out, &w->error) && output_commit(out, &w->error))
        return;
    unsigned failed = atomic_load(&ws->failed);
    while (i < failed && !atomic_compare_exchange_weak(&ws->failed, &failed, (unsigned)i))
        continue;
}

static void writing_clear(void *p)
{
    Writing *w = p;
    g_free(w->path);
    g_clear_error(&w->error);
}

/* Each text by the next thread that is free; what was lost is added up in their order. */
static bool write_texts(const Invocation *v, const Annotation *a, GArray *all, GError **error)
{
    Writings ws = {.annotation = a, .all = all};
    atomic_init(&ws.failed, UINT_MAX);
    parallel_for(all->len, v->n_threads, write_one, &ws);
    unsigned failed = atomic_load(&ws.failed);
    for (guint i = 0; i < all->len && i <= failed; i++) {
        Writing *w = &g_array_index(all, Writing, i);
        for (size_t k = 0; k < w->losses.n_losses; k++)
            losses_add(a->losses, w->losses.loss[k].what, w->losses.loss[k].n);
        if (i == failed)
            g_propagate_error(error, g_steal_pointer(&w->error));
    }
    return failed == UINT_MAX;
}

/* One text as one file, or all of them and authority.xml in a folder. */
static bool write_all(const Invocation *v, const GPtrArray *drafts, GError **error)
{
    bool folder = is_folder(v->output);
    if (drafts->len > 1 && !folder) {
        if (strcmp(v->output, "-") == 0 || strchr(v->output, '.')) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                        "there are %u texts: they need a folder\nhelp: entente annotate … -o FOLDER/", drafts->len);
            return false;
        }
        folder = true;
    }
    g_autoptr(Diagnostics) diagnostics = diagnostics_new(); /* of linking our own rows: not about the texts */
    g_autoptr(Corpus) corpus = deliver_corpus(drafts, folder ? DRAFTING_AUTHORITY : NULL, diagnostics);
    g_autoptr(Annotated) annotated = annotated_new(corpus, NULL);
    g_auto(GStrv) name = g_new0(char *, corpus->n_documents + 1);
    for (uint32_t i = 0; i < corpus->n_documents; i++)
        name[i] = g_strdup(corpus->document[i].id);
    Provenance provenance = {g_strdup(ENTENTE_VERSION), g_strdup("annotate"), corpus_digest(corpus),
                             (unsigned)drafts->len, v->request.measure.seed};
    Losses losses = {0};
    Annotation a = {.annotated = annotated, .provenance = &provenance, .name = name, .losses = &losses};
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Writing));
    g_array_set_clear_func(all, writing_clear);
    bool ok = !folder || output_make_folder(v->output, error);
    for (uint32_t i = 0; i < corpus->n_documents && ok; i++) {
        bool authority = corpus->document[i].authority;
        if (authority && corpus->n_records == 0)
            continue;
        g_autofree char *file = g_strconcat(name[i], ".xml", NULL);
        Writing w = {.id = document_id_of(i)};
        w.path = folder ? g_build_filename(v->output, file, NULL) : g_strdup(v->output);
        g_array_append_val(all, w);
        ok = authority || may_write(v, w.path, drafts, error);
    }
    ok = ok && write_texts(v, &a, all, error); /* nothing is written where one of them may not be */
    for (size_t i = 0; i < losses.n_losses; i++)
        invocation_note(v, "%zu %s could not be written", losses.loss[i].n, losses.loss[i].what);
    provenance_clear(&provenance);
    return ok;
}

static void add_row(Report *report, const ReviewRow *r)
{
    report_text(report, r->draft->id);
    if (r->line)
        report_number(report, r->line);
    else
        report_text(report, NULL);
    if (r->line)
        report_number(report, r->column);
    else
        report_text(report, NULL);
    report_text(report, r->text);
    report_text(report, r->type);
    report_text(report, r->ref);
    report_text(report, r->rule ? certainty_name(r->cert) : "person");
    report_text(report, r->rule);
}

/* --why: every statement with its rule; --report: the doubtful ones, the least certain first. */
static bool print_rows(Invocation *v, const GPtrArray *drafts, GError **error)
{
    g_autoptr(GArray) row = review_new();
    for (guint i = 0; i < drafts->len; i++)
        review_rows(drafts->pdata[i], row);
    if (v->review)
        review_sort(row);
    g_autoptr(Report) report = report_new();
    static const char *const column[] = {"document", "line", "column", "text", "type", "ref", "cert", "rule"};
    for (size_t i = 0; i < G_N_ELEMENTS(column); i++)
        report_column(report, column[i], NULL, i == 1 || i == 2 ? REPORT_NUMBER : REPORT_TEXT, FOR_ALL);
    size_t n_sure = 0;
    for (guint i = 0; i < row->len; i++) {
        const ReviewRow *r = &g_array_index(row, ReviewRow, i);
        bool sure = !r->rule || r->cert >= CERT_HIGH;
        n_sure += sure;
        if (!v->review || !sure)
            add_row(report, r);
    }
    if (v->review)
        report_footer(report, "%zu to look through; %zu are certain or a person's.", row->len - n_sure, n_sure);
    Invocation print = *v;
    print.output = "-";
    return invocation_print(&print, report, error);
}

static const char *plural(size_t n) { return n == 1 ? "" : "s"; }

static void tell_dirt(const Invocation *v)
{
    if (!v->quiet)
        diagnostics_print(v->diagnostics, stderr, SEVERITY_NOTE, v->diagnostic_format,
                          colour_wanted(v->colour, STDERR_FILENO));
}

static void tell_counts(const Invocation *v, const GPtrArray *drafts)
{
    ReviewCounts c = {0};
    for (guint i = 0; i < drafts->len; i++)
        review_count(drafts->pdata[i], &c);
    invocation_note(v,
                    "%zu text%s: %zu mark%s, %zu event%s (%zu with an open list), %zu participation%s (%zu of them "
                    "by co-mention only); by rules %zu high, %zu medium, %zu low",
                    c.n_documents, plural(c.n_documents), c.n_marks, plural(c.n_marks), c.n_events, plural(c.n_events),
                    c.n_open, c.n_participations, plural(c.n_participations), c.n_comentions, c.n_cert[CERT_HIGH],
                    c.n_cert[CERT_MEDIUM], c.n_cert[CERT_LOW]);
    if (c.n_set_aside)
        invocation_note(v,
                        "%zu text%s set aside: no grammar for the language, only names known in every language are "
                        "marked",
                        c.n_set_aside, plural(c.n_set_aside));
}

int annotate_run(Invocation *v, GError **error)
{
    bool asks = v->why || v->review;
    if (!v->operand->len) {
        if (isatty(STDIN_FILENO)) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                        "annotate wants texts: files, a folder, or -\nhelp: entente help annotate");
            return -1;
        }
        g_ptr_array_add(v->operand, (gpointer) "-");
    }
    g_autoptr(Lexicon) lexicon = NULL; /* freed after the drafts */
    g_autoptr(GPtrArray) drafts = drafting_run(v, &lexicon, error);
    tell_dirt(v);
    if (!drafts)
        return -1;
    bool ok = (asks && strcmp(v->output, "-") == 0) || write_all(v, drafts, error);
    if (ok)
        tell_counts(v, drafts);
    return ok && (!asks || print_rows(v, drafts, error)) ? 0 : -1;
}
