/* dossier_markdown.c - a text about a network as Markdown, its pictures beside it. */
#include "dossier.h"
#include "line.h"
#include <string.h>

/* So that every character means itself (CommonMark, and the tables of GitHub). */
static void escaped(Line *out, const char *text)
{
    for (const char *p = text; *p; p++) {
        if (*p == '<')
            line_text(out, "&lt;");
        else if (*p == '>')
            line_text(out, "&gt;");
        else if (*p == '&')
            line_text(out, "&amp;");
        else {
            if (strchr("\\`*_[]|~", *p) || (p == text && strchr("#+-=", *p)))
                line_text(out, "\\");
            line_bytes(out, p, 1);
        }
    }
}

/* A paragraph may not begin like a list: "1." */
static void paragraph(Line *out, const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits && (text[digits] == '.' || text[digits] == ')')) {
        line_bytes(out, text, digits);
        line_text(out, "\\");
        line_bytes(out, text + digits, 1);
        escaped(out, text + digits + 1);
    } else {
        escaped(out, text);
    }
}

static void element(Line *out, const char *open, const char *text, const char *close)
{
    line_text(out, open);
    escaped(out, text);
    line_text(out, close);
}

static void write_table(Line *out, const Block *block)
{
    guint n = block->heading->len;
    element(out, "*", block->text, "*\n\n|");
    for (guint c = 0; c < n; c++)
        element(out, " ", g_array_index(block->heading, Heading, c).text, " |");
    line_text(out, "\n|");
    for (guint c = 0; c < n; c++)
        line_text(out, g_array_index(block->heading, Heading, c).number ? " ---: |" : " --- |");
    line_text(out, "\n");
    for (guint i = 0; i < block->cell->len; i++) {
        line_text(out, i % n ? "" : "|");
        element(out, " ", block->cell->pdata[i], i % n + 1 == n ? " |\n" : " |");
    }
    line_text(out, "\n");
}

/* Emphasis cannot begin or end with a blank. */
static void write_piece(Line *out, const Piece *piece)
{
    g_autofree char *bare = g_strdup(piece->text);
    g_strstrip(bare);
    if (!piece->marked || !*bare) {
        escaped(out, piece->text);
        return;
    }
    element(out, g_ascii_isspace(piece->text[0]) ? " **" : "**", bare, "**");
    line_text(out, g_str_has_suffix(piece->text, " ") ? " " : "");
}

/* An address in <…>: blanks and brackets as they are sent. */
static void write_address(Line *out, const char *url)
{
    g_autofree char *sent = g_uri_escape_string(url, "!#$%&'*+,/:;=?@~", FALSE);
    line_printf(out, "(<%s>)", sent);
}

static void write_quotation(Line *out, const Block *block)
{
    line_text(out, "> ");
    for (guint i = 0; i < block->piece->len; i++)
        write_piece(out, &g_array_index(block->piece, Piece, i));
    line_text(out, "\n>\n> — ");
    if (block->url) {
        element(out, "[", block->source, "]");
        write_address(out, block->url);
    } else {
        escaped(out, block->source);
    }
    line_text(out, "\n\n");
}

static void write_picture(Line *out, const Block *block, const char *name)
{
    if (name) {
        g_autofree char *file = g_uri_escape_string(name, NULL, TRUE);
        element(out, "![", block->scene->description, "]");
        line_printf(out, "(%s-%s.svg)\n\n", file, block->name);
    }
    element(out, "*", block->text, "*\n\n");
    if (!name) { /* what it would have shown */
        paragraph(out, block->scene->description);
        line_text(out, "\n\n");
    }
}

static void write_block(Line *out, const Block *block, const char *name)
{
    switch (block->kind) {
    case BLOCK_SECTION:
        element(out, "## ", block->text, "\n\n");
        break;
    case BLOCK_TOPIC:
        element(out, "### ", block->text, "\n\n");
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_NOTE:
        paragraph(out, block->text);
        line_text(out, "\n\n");
        break;
    case BLOCK_TABLE:
        write_table(out, block);
        break;
    case BLOCK_QUOTATION:
        write_quotation(out, block);
        break;
    case BLOCK_PICTURE:
        write_picture(out, block, name);
        break;
    }
}

void dossier_markdown(const Dossier *dossier, const char *name, Output *output)
{
    g_auto(Line) out = {0};
    element(&out, "# ", dossier->title, "\n\n");
    element(&out, "", dossier->subtitle, "\n\n");
    element(&out, "*", dossier->provenance, "*\n\n");
    for (guint i = 0; i < dossier->block->len; i++)
        write_block(&out, &g_array_index(dossier->block, Block, i), name);
    output_bytes(output, out.text, out.n);
}
