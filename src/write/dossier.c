/* dossier.c - a text about a network, put together block by block. */
#include "dossier.h"
#include "label.h"
#include <string.h>

enum { LONGEST = 20000 }; /* characters of a text */

static char *clean(const char *text) { return label_clean(text, LONGEST); }

/* The same for a part of a text, whose blanks at the ends count. */
static char *clean_part(const char *text, size_t n)
{
    g_autofree char *part = g_strndup(text, n), *cleaned = clean(part);
    size_t length = strlen(part);
    bool before = length && g_ascii_isspace(part[0]), after = length > 1 && g_ascii_isspace(part[length - 1]);
    return g_strconcat(before ? " " : "", cleaned, after && *cleaned ? " " : "", NULL);
}

static void clear_piece(void *piece) { g_free(((Piece *)piece)->text); }
static void clear_heading(void *heading) { g_free(((Heading *)heading)->text); }

static void clear_block(void *at)
{
    Block *block = at;
    g_free(block->text);
    g_free(block->name);
    g_free(block->source);
    g_free(block->url);
    g_clear_pointer(&block->heading, g_array_unref);
    g_clear_pointer(&block->piece, g_array_unref);
    g_clear_pointer(&block->cell, g_ptr_array_unref);
    scene_free(block->scene);
}

Dossier *dossier_new(const char *title, const char *subtitle, const char *provenance)
{
    Dossier *dossier = g_new0(Dossier, 1);
    dossier->title = clean(title);
    dossier->subtitle = clean(subtitle);
    dossier->provenance = clean(provenance);
    dossier->block = g_array_new(FALSE, FALSE, sizeof(Block));
    g_array_set_clear_func(dossier->block, clear_block);
    return dossier;
}

void dossier_free(Dossier *dossier)
{
    if (!dossier)
        return;
    g_array_unref(dossier->block);
    g_free(dossier->title);
    g_free(dossier->subtitle);
    g_free(dossier->provenance);
    g_free(dossier);
}

/* Valid until the next one. */
static Block *add(Dossier *dossier, BlockKind kind, const char *text)
{
    Block block = {.kind = kind, .text = clean(text)};
    g_array_append_val(dossier->block, block);
    return &g_array_index(dossier->block, Block, dossier->block->len - 1);
}

static Block *last(Dossier *dossier) { return &g_array_index(dossier->block, Block, dossier->block->len - 1); }

void dossier_section(Dossier *dossier, const char *name, const char *heading)
{
    add(dossier, BLOCK_SECTION, heading)->name = g_strdup(name);
}

void dossier_topic(Dossier *dossier, const char *heading) { add(dossier, BLOCK_TOPIC, heading); }

void dossier_say(Dossier *dossier, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    add(dossier, BLOCK_PARAGRAPH, text);
}

void dossier_note(Dossier *dossier, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    add(dossier, BLOCK_NOTE, text);
}

void dossier_table(Dossier *dossier, const char *caption)
{
    Block *block = add(dossier, BLOCK_TABLE, caption);
    block->heading = g_array_new(FALSE, FALSE, sizeof(Heading));
    g_array_set_clear_func(block->heading, clear_heading);
    block->cell = g_ptr_array_new_with_free_func(g_free);
}

void dossier_column(Dossier *dossier, const char *heading, bool number)
{
    Heading column = {clean(heading), number};
    g_array_append_val(last(dossier)->heading, column);
}

void dossier_cell(Dossier *dossier, const char *text) { g_ptr_array_add(last(dossier)->cell, clean(text)); }

static void add_piece(Block *block, const char *text, uint32_t begin, uint32_t end, bool marked)
{
    Piece piece = {clean_part(text + begin, end - begin), marked};
    g_array_append_val(block->piece, piece);
}

static bool is_web(const char *url)
{
    return url && (g_ascii_strncasecmp(url, "http://", 7) == 0 || g_ascii_strncasecmp(url, "https://", 8) == 0);
}

/* "Nhan Dan, 2021-06-24, “Title”". Heap. */
static char *source_of(const Document *document)
{
    char day[DATE_SIZE];
    date_format(document->date, day);
    g_autoptr(GString) text = g_string_new(document->outlet ? document->outlet : "");
    if (*day)
        g_string_append_printf(text, "%s%s", text->len ? ", " : "", day);
    if (document->title)
        g_string_append_printf(text, "%s“%s”", text->len ? ", " : "", document->title);
    if (!text->len)
        g_string_append(text, document->name);
    return clean(text->str);
}

void dossier_quotation(Dossier *dossier, const Quote *quote, const Document *document)
{
    Block *block = add(dossier, BLOCK_QUOTATION, NULL);
    block->piece = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_array_set_clear_func(block->piece, clear_piece);
    uint32_t at = 0;
    for (size_t i = 0; i < quote->n_marks; i++) {
        if (quote->mark[i].begin > at)
            add_piece(block, quote->text, at, quote->mark[i].begin, false);
        add_piece(block, quote->text, quote->mark[i].begin, quote->mark[i].end, true);
        at = quote->mark[i].end;
    }
    if (quote->text[at])
        add_piece(block, quote->text, at, (uint32_t)strlen(quote->text), false);
    block->source = source_of(document);
    block->url = is_web(document->url) ? clean(document->url) : NULL;
}

void dossier_picture(Dossier *dossier, const char *name, const char *caption, Scene *scene)
{
    Block *block = add(dossier, BLOCK_PICTURE, caption);
    block->name = g_strdup(name);
    block->scene = scene;
    if (!*scene->title) { /* for those who hear it */
        g_free(scene->title);
        scene->title = g_strdup(block->text);
    }
}
