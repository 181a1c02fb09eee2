/* documents.c - documents.tsv: fills what the texts beside it leave empty. */
#include "documents.h"
#include "delimited.h"
#include "error.h"
#include "failure.h"
#include <string.h>

enum { FILE_COLUMN, TITLE, URL, OUTLET, LANGUAGE, DATE, COUNTRY, XML_ID, N_COLUMNS };

static const char *const alias[N_COLUMNS][6] = {
    [FILE_COLUMN] = {"file", "document", "filename", "path", "id"},
    [TITLE] = {"title", "headline"},
    [URL] = {"url", "link", "source_url"},
    [OUTLET] = {"outlet", "publisher", "source"},
    [LANGUAGE] = {"language", "lang"},
    [DATE] = {"date", "source_date"},
    [COUNTRY] = {"country"},
    [XML_ID] = {"xml:id"}, /* of texts whose format has no room for it: they are called after their files */
};

typedef struct Sheet {
    Builder *builder;
    Delimited *rows;
    char *folder;
    GHashTable *document; /* absolute path → first row of document, plus one */
    int column[N_COLUMNS];
} Sheet;

static GHashTable *index_documents(const Builder *b)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = b->document->len; i-- > 0;) {
        char *path = g_canonicalize_filename(builder_document(b, document_id_of(i))->path, NULL);
        g_hash_table_replace(index, path, GUINT_TO_POINTER(i + 1));
    }
    return index;
}

static void fill_text(const Sheet *s, const char **text, int column)
{
    const char *cell = delimited_field(s->rows, s->column[column]);
    if (!*text && *cell)
        *text = pool_string(s->builder->pool, cell);
}

static void fill_document(const Sheet *s, Document *d)
{
    fill_text(s, &d->title, TITLE);
    fill_text(s, &d->url, URL);
    fill_text(s, &d->outlet, OUTLET);
    fill_text(s, &d->language, LANGUAGE);
    fill_text(s, &d->country, COUNTRY);
    const char *id = delimited_field(s->rows, s->column[XML_ID]), *slash = strrchr(d->name, '/');
    const char *base = slash ? slash + 1 : d->name;
    size_t n = strlen(d->id);
    if (*id && strncmp(base, d->id, n) == 0 && (base[n] == '\0' || base[n] == '.'))
        d->id = pool_string(s->builder->pool, id);
    const char *date = delimited_field(s->rows, s->column[DATE]);
    if (date_is_unknown(d->date))
        d->date = builder_date(s->builder, date, strlen(date), delimited_place(s->rows, s->column[DATE]));
}

/* Every document of the file: a teiCorpus holds several. */
static void fill_row(const Sheet *s, bool whole)
{
    const char *file = delimited_field(s->rows, s->column[FILE_COLUMN]);
    g_autofree char *path = g_canonicalize_filename(file, s->folder);
    uint32_t row = GPOINTER_TO_UINT(g_hash_table_lookup(s->document, path));
    if (row == 0 && whole && *file)
        diagnostics_add(s->builder->diagnostics, DIAGNOSTIC_KEY_MISSING,
                        delimited_place(s->rows, s->column[FILE_COLUMN]), NULL, "no file \"%s\" was read", file);
    if (row == 0)
        return;
    const char *same = builder_document(s->builder, document_id_of(row - 1))->path;
    for (; row <= s->builder->document->len; row++) {
        Document *d = builder_document(s->builder, document_id_of(row - 1));
        if (d->path != same)
            break;
        fill_document(s, d);
    }
}

bool documents_fill(Builder *builder, const char *path, bool whole, GError **error)
{
    g_autoptr(Delimited) rows = delimited_open(path, error);
    if (!rows)
        return false;
    g_autoptr(GHashTable) document = index_documents(builder);
    g_autofree char *folder = g_path_get_dirname(path), *absolute = g_canonicalize_filename(folder, NULL);
    Sheet sheet = {.builder = builder, .rows = rows, .folder = absolute, .document = document};
    for (size_t c = 0; c < N_COLUMNS; c++)
        sheet.column[c] = delimited_find(rows, alias[c]);
    if (sheet.column[FILE_COLUMN] < 0) {
        failure_set(error, ERROR_IO, (Place){g_intern_string(path), 1, 1}, "not-a-table",
                    "the columns of documents.tsv are file, title, url, outlet, language, date, country",
                    "no column says which file a row is about");
        return false;
    }
    GError *failure = NULL;
    while (delimited_next(rows, NULL, &failure))
        fill_row(&sheet, whole);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}
