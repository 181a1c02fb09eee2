/* annotation.c - annotated texts → files for people and programs that annotate: one table of formats. */
#include "annotation.h"
#include <string.h>

static const AnnotationFormat FORMAT[] = {
    {"tei", "TEI P5, the program's own", true, false, {{".xml", write_tei}}, {{0}}},
    {"brat",
     "brat standoff, for brat and INCEpTION",
     false,
     false,
     {{".txt", write_brat_text}, {".ann", write_brat_marks}},
     {{"annotation.conf", write_brat_configuration},
      {"authority.xml", write_tei_authority},
      {"documents.tsv", write_documents_table}}},
    {"conll", "words and BIO tags, for taggers", false, true, {{".conll", write_conll}}, {{0}}},
    {"jsonl",
     "JSON lines, for doccano",
     false,
     true,
     {{".jsonl", write_jsonl}},
     {{"authority.xml", write_tei_authority}}},
};

const AnnotationFormat *annotation_formats(size_t *n)
{
    *n = G_N_ELEMENTS(FORMAT);
    return FORMAT;
}

const AnnotationFormat *annotation_format_by_name(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FORMAT); i++) {
        if (strcmp(FORMAT[i].name, name) == 0)
            return &FORMAT[i];
    }
    return NULL;
}

/* Path below the input without what extensions it has; nothing in it leads out of the folder. */
static char *base_name(const Document *d)
{
    static const char *const extension[] = {".gz",   ".xml",   ".tei",   ".txt",    ".ann", ".csv", ".tsv",
                                            ".json", ".jsonl", ".conll", ".conllu", ".xmi", ".html"};
    const char *path = strcmp(d->name, "-") == 0 || *d->name == '\0' ? d->id : d->name;
    g_autofree char *name = g_strdup(path);
    for (size_t i = 0; i < G_N_ELEMENTS(extension); i++) {
        if (g_str_has_suffix(name, extension[i]) && strlen(name) > strlen(extension[i]))
            name[strlen(name) - strlen(extension[i])] = '\0';
    }
    if (g_str_has_suffix(name, ".tei") && strlen(name) > 4)
        name[strlen(name) - 4] = '\0';
    g_auto(GStrv) part = g_strsplit(name, "/", -1);
    g_autoptr(GString) kept = g_string_new(NULL);
    for (char **p = part; *p; p++) {
        if (**p && strcmp(*p, ".") != 0 && strcmp(*p, "..") != 0)
            g_string_append_printf(kept, "%s%s", kept->len ? "/" : "", *p);
    }
    return kept->len ? g_strdup(kept->str) : g_strdup("document");
}

static char *with_id(const char *name, const char *id)
{
    char *both = g_strdup_printf("%s-%s", name, id);
    for (char *p = both + strlen(name); *p; p++) {
        if (*p == '/' || (unsigned char)*p <= ' ')
            *p = '-';
    }
    return both;
}

char **annotation_names(const Corpus *c)
{
    char **name = g_new0(char *, c->n_documents + 1);
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < c->n_documents; i++) {
        const Document *d = &c->document[i];
        bool shared = (i > 0 && d[-1].path == d->path) || (i + 1 < c->n_documents && d[1].path == d->path);
        g_autofree char *base = base_name(d);
        name[i] = shared ? with_id(base, d->id) : g_strdup(base);
        for (unsigned k = 2; g_hash_table_contains(taken, name[i]); k++) {
            g_free(name[i]);
            name[i] = g_strdup_printf("%s-%u", base, k);
        }
        g_hash_table_add(taken, name[i]);
    }
    return name;
}

typedef struct Claims {
    const Annotated *a;
    const GArray *marks;
    GArray *claim, *anchor;
    GHashTable *mark_of;   /* row of mention, plus one → row of marks, plus one */
    GHashTable *named;     /* id of event → row of marks, plus one: the first that names it */
    GHashTable *anchor_of; /* row of event, plus one → row of anchor, plus one */
} Claims;

static uint32_t anchor_row(Claims *k, uint32_t event, uint32_t mark)
{
    uint32_t row = GPOINTER_TO_UINT(g_hash_table_lookup(k->anchor_of, GUINT_TO_POINTER(event + 1)));
    if (row)
        return row - 1;
    const TextMark *m = &g_array_index(k->marks, TextMark, mark);
    uint32_t named = GPOINTER_TO_UINT(g_hash_table_lookup(k->named, k->a->corpus->event[event].id));
    EventAnchor anchor = {event, named ? named - 1 : UINT32_MAX, m->from, m->to};
    g_array_append_val(k->anchor, anchor);
    g_hash_table_insert(k->anchor_of, GUINT_TO_POINTER(event + 1), GUINT_TO_POINTER(k->anchor->len));
    return k->anchor->len - 1;
}

static void index_marks(Claims *k)
{
    const Corpus *c = k->a->corpus;
    for (guint i = 0; i < k->marks->len; i++) {
        const TextMark *m = &g_array_index(k->marks, TextMark, i);
        if (m->is_remark)
            continue;
        g_hash_table_insert(k->mark_of, GUINT_TO_POINTER(m->row + 1), GUINT_TO_POINTER(i + 1));
        const char *event = c->mention[m->row].kind == MENTION_EVENT ? c->marking[m->row].event : NULL;
        if (event && !g_hash_table_contains(k->named, event))
            g_hash_table_insert(k->named, (gpointer)event, GUINT_TO_POINTER(i + 1));
    }
}

size_t annotation_claims(const Annotated *a, DocumentId d, const GArray *marks, GArray *claim, GArray *anchor)
{
    Claims k = {a,
                marks,
                claim,
                anchor,
                g_hash_table_new(NULL, NULL),
                g_hash_table_new(g_str_hash, g_str_equal),
                g_hash_table_new(NULL, NULL)};
    index_marks(&k);
    const Corpus *c = a->corpus;
    const uint32_t *row;
    size_t n = rows_of(&a->participation, d, &row), n_unproved = 0;
    for (size_t i = 0; i < n; i++) {
        const Participation *p = &c->participation[row[i]];
        guint before = claim->len;
        for (uint32_t e = 0; e < p->evidence.n; e++) {
            gpointer key = GUINT_TO_POINTER(c->evidence[p->evidence.first + e].i + 1);
            uint32_t mark = GPOINTER_TO_UINT(g_hash_table_lookup(k.mark_of, key));
            if (mark == 0)
                continue;
            MarkedClaim told = {row[i], mark - 1, anchor_row(&k, p->said_of.i, mark - 1)};
            g_array_append_val(claim, told);
        }
        n_unproved += claim->len == before;
    }
    g_hash_table_unref(k.mark_of);
    g_hash_table_unref(k.named);
    g_hash_table_unref(k.anchor_of);
    return n_unproved;
}
