/* told.h - small corpora told inline: files are written, read and thrown away. */
#ifndef ENTENTE_TOLD_H
#define ENTENTE_TOLD_H

#include "corpus.h"
#include "support.h"
#include <string.h>

typedef struct Told {
    char *folder;
    Diagnostics *diagnostics;
    Corpus *corpus; /* NULL when error is set */
    GError *error;
} Told;

/* Reads one corpus of files: name, text, name, text …, NULL. */
static inline Told *told_with(const ReadOptions *options, const char *const *file)
{
    Told *told = g_new0(Told, 1);
    told->folder = support_folder();
    told->diagnostics = diagnostics_new();
    for (; *file; file += 2)
        g_free(support_file(told->folder, file[0], file[1]));
    const char *input[] = {told->folder};
    told->corpus = corpus_read(input, 1, options, told->diagnostics, &told->error);
    g_assert_true((told->corpus == NULL) == (told->error != NULL));
    return told;
}

static inline void told_free(Told *told)
{
    corpus_free(told->corpus);
    diagnostics_free(told->diagnostics);
    g_clear_error(&told->error);
    support_remove_folder(told->folder);
    g_free(told);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Told, told_free)

/* A TEI document: registers in standOff, then the content of body (none: an authority file). */
static inline char *told_tei(const char *stand_off, const char *body)
{
    return g_strconcat("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"d\">\n<teiHeader><fileDesc><titleStmt>"
                       "<title>The title</title></titleStmt></fileDesc></teiHeader>\n<standOff>",
                       stand_off, "</standOff>\n", body ? "<text><body>" : "", body ? body : "",
                       body ? "</body></text>" : "", "</TEI>", NULL);
}

static inline Told *told_unit(UnitKind unit, const char *stand_off, const char *body)
{
    g_autofree char *tei = told_tei(stand_off, body);
    const char *const file[] = {"d.xml", tei, NULL};
    ReadOptions options = {.unit = {unit, 0}};
    Told *told = told_with(&options, file);
    g_assert_no_error(told->error);
    return told;
}

static inline Told *told(const char *stand_off, const char *body) { return told_unit(UNIT_DEFAULT, stand_off, body); }

static inline const char *told_ref(const Corpus *c, RefId ref)
{
    return ref_id_is_none(ref) ? "-" : c->ref[ref.i].text;
}

/* Every participation as "event actor role; …" in order, for comparison. */
static inline char *told_participations(const Corpus *c)
{
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_participations; i++) {
        const Participation *p = &c->participation[i];
        g_string_append_printf(list, "%s%s %s %s", i ? "; " : "", c->event[p->event.i].id, told_ref(c, p->actor),
                               p->role);
    }
    return g_string_free(list, FALSE);
}

static inline void told_assert_participations(const Corpus *c, const char *expected)
{
    g_autofree char *list = told_participations(c);
    g_assert_cmpstr(list, ==, expected);
}

static inline size_t told_count(const Told *told_corpus, DiagnosticCode code)
{
    return diagnostics_count_code(told_corpus->diagnostics, code);
}

#endif
