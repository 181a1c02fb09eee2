/* builder.c - adding rows while files are read, and taking them back. */
#include "builder.h"
#include <string.h>

Builder *builder_new(const ReadOptions *options, Diagnostics *diagnostics)
{
    Builder *b = g_new0(Builder, 1);
    b->pool = pool_new();
    b->options = options;
    b->diagnostics = diagnostics;
    b->document = g_array_new(FALSE, FALSE, sizeof(Document));
    b->passage = g_array_new(FALSE, FALSE, sizeof(Passage));
    b->mention = g_array_new(FALSE, FALSE, sizeof(Mention));
    b->record = g_array_new(FALSE, FALSE, sizeof(Record));
    b->variant = g_array_new(FALSE, FALSE, sizeof(char *));
    b->identifier = g_array_new(FALSE, FALSE, sizeof(Identifier));
    b->target = g_array_new(FALSE, FALSE, sizeof(Target));
    b->event = g_array_new(FALSE, FALSE, sizeof(EventDraft));
    b->participation = g_array_new(FALSE, FALSE, sizeof(ParticipationDraft));
    b->affiliation = g_array_new(FALSE, FALSE, sizeof(AffiliationDraft));
    b->other = g_array_new(FALSE, FALSE, sizeof(OtherId));
    b->marking = g_array_new(FALSE, FALSE, sizeof(Marking));
    b->remark = g_array_new(FALSE, FALSE, sizeof(Remark));
    b->stretch = g_array_new(FALSE, FALSE, sizeof(Stretch));
    b->id = lookup_new();
    b->table_document = lookup_new();
    b->labels = label_map_new();
    b->brat.parent = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return b;
}

enum { N_TABLES = 14 };

static void list_tables(const Builder *b, GArray *table[N_TABLES])
{
    GArray *all[N_TABLES] = {b->document,   b->passage, b->mention, b->record,        b->variant,
                             b->identifier, b->target,  b->event,   b->participation, b->affiliation,
                             b->other,      b->marking, b->remark,  b->stretch};
    memcpy(table, all, sizeof all);
}

void builder_free(Builder *b)
{
    if (!b)
        return;
    GArray *table[N_TABLES];
    list_tables(b, table);
    for (size_t i = 0; i < N_TABLES; i++) {
        if (table[i])
            g_array_free(table[i], TRUE);
    }
    lookup_free(b->id);
    lookup_free(b->table_document);
    label_map_free(b->labels);
    g_hash_table_destroy(b->brat.parent);
    pool_free(b->pool);
    g_free(b);
}

BuilderMark builder_mark(const Builder *b)
{
    GArray *table[N_TABLES];
    list_tables(b, table);
    BuilderMark mark;
    for (size_t i = 0; i < N_TABLES; i++)
        mark.length[i] = table[i]->len;
    return mark;
}

void builder_rewind(Builder *b, const BuilderMark *mark)
{
    GArray *table[N_TABLES];
    list_tables(b, table);
    for (size_t i = 0; i < N_TABLES; i++)
        g_array_set_size(table[i], MIN(table[i]->len, mark->length[i]));
}

DocumentId builder_add_document(Builder *b, const char *path, const char *name)
{
    const char *base = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
    const char *dot = strrchr(base, '.');
    size_t n = dot && dot > base ? (size_t)(dot - base) : strlen(base);
    Document d = {.id = pool_intern(b->pool, base, n),
                  .path = pool_string(b->pool, path),
                  .name = pool_string(b->pool, name),
                  .date = DATE_UNKNOWN};
    lookup_clear(b->id);
    g_array_append_val(b->document, d);
    return document_id_of(b->document->len - 1);
}

PassageId builder_add_passage(Builder *b, PassageKind kind, DocumentId document, Place place)
{
    Passage p = {.kind = kind, .document = document, .place = place};
    g_array_append_val(b->passage, p);
    return passage_id_of(b->passage->len - 1);
}

bool builder_claim(Builder *b, const char *id, Place place)
{
    uint32_t line = lookup_get(b->id, 0, id);
    if (line == UINT32_MAX) {
        lookup_set(b->id, 0, id, place.line);
        return true;
    }
    diagnostics_add(b->diagnostics, DIAGNOSTIC_DUPLICATE_ID, place, NULL, "xml:id \"%s\" stands already on line %u", id,
                    line);
    return false;
}

void builder_keep_text(Builder *b, DocumentId document, const char *text, size_t n)
{
    if (!b->options->keep_text)
        return;
    Document *d = builder_document(b, document);
    d->text = pool_intern(b->pool, text, n);
    d->n_text = (uint32_t)n;
}

void builder_set_marking(Builder *b, MentionId mention, Marking marking)
{
    if (!b->options->keep_text)
        return;
    while (b->marking->len <= mention.i) {
        Marking nowhere = {.cert = CERT_UNSTATED};
        g_array_append_val(b->marking, nowhere);
    }
    g_array_index(b->marking, Marking, mention.i) = marking;
}

void builder_add_remark(Builder *b, Remark remark)
{
    if (b->options->keep_text)
        g_array_append_val(b->remark, remark);
}

void builder_add_stretch(Builder *b, Stretch stretch)
{
    if (b->options->keep_text && stretch.from < stretch.to)
        g_array_append_val(b->stretch, stretch);
}

char *path_clean(const char *path)
{
    g_auto(GStrv) part = g_strsplit(path, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    bool absolute = *path == '/';
    for (char **p = part; *p; p++) {
        if (**p == '\0' || strcmp(*p, ".") == 0)
            continue;
        const char *last = kept->len ? g_ptr_array_index(kept, kept->len - 1) : NULL;
        if (strcmp(*p, "..") != 0 || (!absolute && (!last || strcmp(last, "..") == 0)))
            g_ptr_array_add(kept, *p);
        else if (last)
            g_ptr_array_set_size(kept, (int)kept->len - 1);
    }
    g_ptr_array_add(kept, NULL);
    g_autofree char *joined = g_strjoinv("/", (char **)kept->pdata);
    return absolute ? g_strconcat("/", joined, NULL) : g_steal_pointer(&joined);
}

/* The path that "other.xml" means in a document; a URI stays as it is. */
static const char *resolve_file(Builder *b, DocumentId document, const char *file, size_t n)
{
    g_autofree char *written = g_strndup(file, n);
    if (strstr(written, "://") || *written == '/')
        return pool_string(b->pool, written);
    g_autofree char *folder = g_path_get_dirname(builder_document(b, document)->path);
    g_autofree char *joined = g_strconcat(folder, "/", written, NULL);
    g_autofree char *clean = path_clean(joined);
    return pool_string(b->pool, clean);
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* The next pointer of the text, which moves past it; false at its end. */
static bool next_target(Builder *b, DocumentId document, const char **text, const char *end, Target *target)
{
    for (;;) {
        while (*text < end && is_blank(**text))
            (*text)++;
        const char *from = *text;
        while (*text < end && !is_blank(**text))
            (*text)++;
        size_t n = (size_t)(*text - from);
        if (n == 0)
            return false;
        const char *hash = memchr(from, '#', n);
        const char *id = hash ? hash + 1 : from;
        if (id == *text)
            continue; /* "#" or "other.xml#" alone */
        *target = (Target){.kind = REF_ID, .text = pool_intern(b->pool, id, (size_t)(*text - id))};
        if (hash && hash > from)
            target->file = resolve_file(b, document, from, (size_t)(hash - from));
        return true;
    }
}

Slice builder_add_targets(Builder *b, DocumentId document, const char *text, size_t n)
{
    Slice slice = {b->target->len, 0};
    Target target;
    for (const char *end = text + n; next_target(b, document, &text, end, &target);)
        g_array_append_val(b->target, target);
    slice.n = b->target->len - slice.first;
    return slice;
}

Target builder_target(Builder *b, DocumentId document, const char *text, size_t n)
{
    Target target = {0};
    return next_target(b, document, &text, text + n, &target) ? target : (Target){0};
}

Date builder_date(Builder *b, const char *text, size_t n, Place place)
{
    g_autofree char *copy = g_strndup(text, n);
    g_strstrip(copy);
    Date date;
    if (*copy == '\0')
        return DATE_UNKNOWN;
    if (date_parse(copy, &date))
        return date;
    diagnostics_add(b->diagnostics, DIAGNOSTIC_BAD_DATE, place, NULL, "\"%s\" is not a date; it is read as unknown",
                    copy);
    return DATE_UNKNOWN;
}
