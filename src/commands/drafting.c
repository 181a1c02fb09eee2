/* drafting.c - files → drafts, each read and annotated by the next thread that is free. */
#include "drafting.h"
#include "deliver.h"
#include "failure.h"
#include "grammar.h"
#include "known.h"
#include "lexicon.h"
#include "parallel.h"
#include "raw_text.h"
#include "recall.h"
#include "texts.h"

/* What one file gave; nobody else writes to it. */
typedef struct TextFile {
    const char *path;
    bool tei; /* annotated already: read with the others, for one may say who another means */
    GPtrArray *drafts;
    Diagnostics *diagnostics;
    GError *error;
} TextFile;

typedef struct Drafting {
    const Lists *lists;
    const Lexicon *lexicon;
    TextFile *file;
    GPtrArray *drafts; /* of all files, once they are read */
} Drafting;

static void read_one(void *context, size_t i)
{
    Drafting *d = context;
    TextFile *f = &d->file[i];
    f->drafts = g_ptr_array_new();
    f->diagnostics = diagnostics_new();
    f->tei = raw_text_is_annotated(f->path);
    if (!f->tei)
        (void)raw_text_read(f->path, d->lists, f->drafts, f->diagnostics, &f->error);
}

/* The text of a reviewed one, with nothing in it: for the rules. */
static Draft *bare_copy(const Draft *d)
{
    Draft *copy = draft_new(d->path, d->text, d->n_text);
    const char *const text[] = {d->id, d->title, d->outlet, d->place, d->language};
    const char **own[] = {&copy->id, &copy->title, &copy->outlet, &copy->place, &copy->language};
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        *own[i] = pool_string(copy->pool, text[i]);
    copy->date = d->date;
    g_array_append_vals(copy->block, d->block->data, d->block->len);
    return copy;
}

static void annotate_one(void *context, size_t i)
{
    const Drafting *d = context;
    Draft *draft = d->drafts->pdata[i];
    if (draft->source != DRAFT_TEI) {
        grammar_mark(draft, d->lexicon);
        return;
    }
    g_autoptr(Draft) copy = bare_copy(draft);
    grammar_mark(copy, d->lexicon);
    recall_add(draft, copy);
}

/* Hands the file's drafts and diagnostics over. false: it could not be read, and that ends the run. */
static bool take(TextFile *f, Invocation *v, GPtrArray *drafts, GError **error)
{
    for (size_t i = 0; i < diagnostics_size(f->diagnostics); i++) {
        const Diagnostic *d = diagnostics_get(f->diagnostics, i);
        diagnostics_add(v->diagnostics, d->code, d->place, d->help, "%s", d->text);
    }
    g_ptr_array_extend_and_steal(drafts, g_steal_pointer(&f->drafts));
    if (!f->error)
        return true;
    if (!v->request.read.keep_going) {
        g_propagate_error(error, g_steal_pointer(&f->error));
        return false;
    }
    Failure failure = failure_of(f->error);
    Place place = failure.place.path ? failure.place : (Place){g_intern_string(f->path), 0, 0};
    diagnostics_add(v->diagnostics, DIAGNOSTIC_UNREADABLE, place, failure.help, "%s", failure.text);
    return true;
}

/* Two files may have one name in two folders: the second is called NAME-2. */
static void make_ids_unique(GPtrArray *drafts)
{
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(taken, g_strdup(DRAFTING_AUTHORITY));
    for (guint i = 0; i < drafts->len; i++) {
        Draft *d = drafts->pdata[i];
        g_autofree char *id = g_strdup(d->id);
        for (unsigned n = 2; g_hash_table_contains(taken, id); n++) {
            g_free(id);
            id = g_strdup_printf("%s-%u", d->id, n);
        }
        d->id = pool_string(d->pool, id);
        g_hash_table_add(taken, g_steal_pointer(&id));
    }
}

static void tell_set_aside(const GPtrArray *drafts, Diagnostics *diagnostics)
{
    for (guint i = 0; i < drafts->len; i++) {
        const Draft *d = drafts->pdata[i];
        if (d->set_aside)
            diagnostics_add(diagnostics, DIAGNOSTIC_NO_GRAMMAR, (Place){g_intern_string(d->path), d->line, 0}, NULL,
                            "\"%s\" is in a language without a grammar (%s); it is set aside",
                            d->title ? d->title : d->id, d->language);
    }
}

/* TEI among the files: all as one corpus, into the drafts of the first of them. */
static void read_annotated(Drafting *d, guint n)
{
    g_autoptr(GPtrArray) path = g_ptr_array_new();
    TextFile *first = NULL;
    for (guint i = 0; i < n; i++) {
        if (!d->file[i].tei)
            continue;
        first = first ? first : &d->file[i];
        g_ptr_array_add(path, (void *)(uintptr_t)d->file[i].path);
    }
    if (first)
        (void)recall_read((const char *const *)path->pdata, path->len, first->drafts, first->diagnostics,
                          &first->error);
}

static bool run(Drafting *d, Invocation *v, const GPtrArray *path, GError **error)
{
    parallel_for(path->len, v->n_threads, read_one, d);
    read_annotated(d, path->len);
    bool ok = true;
    for (guint i = 0; i < path->len && ok; i++)
        ok = take(&d->file[i], v, d->drafts, error);
    if (!ok)
        return false;
    make_ids_unique(d->drafts);
    parallel_for(d->drafts->len, v->n_threads, annotate_one, d);
    deliver_number(d->drafts);
    tell_set_aside(d->drafts, v->diagnostics);
    if (d->drafts->len == 0)
        failure_set(error, ERROR_IO, (Place){g_intern_string(path->pdata[0]), 0, 0}, "nothing-to-annotate",
                    "entente annotate without --keep-going says what is wrong with the first", "no text could be read");
    return d->drafts->len > 0;
}

GPtrArray *drafting_run(Invocation *v, Lexicon **known, GError **error)
{
    g_autoptr(GPtrArray) path = texts_find((const char *const *)v->operand->pdata, v->operand->len, error);
    g_autoptr(Lexicon) lexicon = path ? lexicon_new(v->words, error) : NULL;
    g_autoptr(Lists) lists = lexicon ? lists_new(v->words, error) : NULL;
    if (!lists || (v->authority && !known_read(lexicon, v->authority, v->diagnostics, error)))
        return NULL;
    Drafting d = {lists, lexicon, g_new0(TextFile, path->len),
                  g_ptr_array_new_with_free_func((GDestroyNotify)draft_free)};
    for (guint i = 0; i < path->len; i++)
        d.file[i].path = g_intern_string(path->pdata[i]);
    bool ok = run(&d, v, path, error);
    for (guint i = 0; i < path->len; i++) {
        TextFile *f = &d.file[i];
        for (guint k = 0; f->drafts && k < f->drafts->len; k++)
            draft_free(f->drafts->pdata[k]);
        g_clear_pointer(&f->drafts, g_ptr_array_unref);
        diagnostics_free(f->diagnostics);
        g_clear_error(&f->error);
    }
    g_free(d.file);
    if (!ok)
        g_clear_pointer(&d.drafts, g_ptr_array_unref);
    else
        *known = g_steal_pointer(&lexicon);
    return d.drafts;
}
