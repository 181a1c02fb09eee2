/* build.c - a corpus as one SQLite file, which every verb reads in its place. */
#include "database_file.h"
#include "decisions.h"
#include "digest.h"
#include "error.h"
#include "invocation.h"
#include <string.h>

static bool usage(GError **error, const char *text)
{
    g_set_error_literal(error, ENTENTE_ERROR, ERROR_USAGE, text);
    return false;
}

static bool check(const Invocation *v, GError **error)
{
    if (strcmp(v->output, "-") == 0)
        return usage(error, "build writes a file: name it with -o\nhelp: entente build corpus/ -o corpus.db");
    for (guint i = 0; i < v->operand->len; i++)
        if (g_str_has_suffix(v->operand->pdata[i], ".db"))
            return usage(error, "build wants texts, not what it made of them");
    return true;
}

/* What shapes reading beside the files themselves: another version, other labels. */
static char *reading_of(const Invocation *v)
{
    gsize n = 0;
    g_autofree char *labels = NULL;
    Digest digest;
    char hex[DIGEST_SIZE];
    if (v->request.read.labels)
        g_file_get_contents(v->request.read.labels, &labels, &n, NULL);
    digest_init(&digest);
    digest_add(&digest, labels ? labels : "", n);
    return g_strdup_printf("entente " ENTENTE_VERSION " snapshot %d labels %.16s", SNAPSHOT_VERSION,
                           digest_hex(&digest, hex));
}

/* "labels.tsv", "labels-2.tsv" …: of several folders each has its own. */
static bool keep_tables(Kept *kept, char **path, const char *stem, GError **error)
{
    for (unsigned i = 0; path[i]; i++) {
        g_autofree char *name = i ? g_strdup_printf("%s-%u.tsv", stem, i + 1) : g_strconcat(stem, ".tsv", NULL);
        if (!kept_add_table(kept, path[i], name, false, error))
            return false;
    }
    return true;
}

static bool keep_all_tables(const Invocation *v, Kept *kept, GError **error)
{
    const char *const *input = (const char *const *)v->operand->pdata;
    g_auto(GStrv) labels = cast_label_files(input, v->operand->len);
    g_auto(GStrv) decisions = decisions_files(input, v->operand->len);
    return keep_tables(kept, labels, "labels", error) && keep_tables(kept, decisions, "decisions", error);
}

static size_t n_reused(const Kept *kept)
{
    size_t n = 0;
    for (guint i = 0; i < kept->file->len; i++)
        n += ((const KeptFile *)g_ptr_array_index(kept->file, i))->reused;
    return n;
}

int build_run(Invocation *v, GError **error)
{
    g_autoptr(Kept) kept = kept_new();
    g_autofree char *reading = reading_of(v);
    if (!check(v, error))
        return -1;
    kept_recall(kept, v->output, reading);
    v->request.read.keep_text = true;
    v->request.read.kept = kept;
    v->request.measures = MEASURE_SET_ONE_MODE;
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_SCORES, error);
    if (!p || !keep_all_tables(v, kept, error))
        return -1;
    g_autoptr(Output) out = output_open(v->output, v->force, error);
    g_autofree char *title = invocation_title(v, p->corpus);
    DatabaseContents contents = {.network = p->network,
                                 .scores = p->scores,
                                 .provenance = &p->provenance,
                                 .title = title,
                                 .reading = reading,
                                 .kept = kept};
    if (!out || !database_write(&contents, out, error) || !output_commit(out, error))
        return -1;
    size_t n = n_reused(kept);
    invocation_note(v, "%s: %u file%s, %zu of them unchanged since the last build and not read again", v->output,
                    kept->file->len, kept->file->len == 1 ? "" : "s", n);
    return 0;
}
