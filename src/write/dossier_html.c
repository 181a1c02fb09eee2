/* dossier_html.c - a text about a network as one HTML file. */
#include "dossier.h"
#include "line.h"
#include "palette.h"
#include <string.h>

static const char style[] =
    ":root{color-scheme:light dark;--page:#fff;--text:#1d2430;--muted:#5b6573;--rule:#d5dae1;--ground:#f4f6f8;"
    "--link:#1f5fa8;--mark:#fff0b3}"
    "body{margin:0 auto;max-width:64rem;padding:1.5rem;background:var(--page);color:var(--text);"
    "font:1rem/1.5 'Noto Sans','DejaVu Sans',system-ui,sans-serif}"
    "h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}"
    "h2{font-size:1.35rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--rule);padding-bottom:.2rem}"
    "h3{font-size:1.05rem;margin:1.5rem 0 .3rem}"
    "p{max-width:46rem;margin:.6rem 0;overflow-wrap:anywhere}"
    ".note,.lead,caption,figcaption,cite,footer{color:var(--muted)}"
    ".note{font-size:.875rem;margin:.3rem 0}"
    "nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:1rem 0}"
    "a{color:var(--link)}"
    "figure{margin:1rem 0}"
    "figure svg{display:block;max-width:100%;height:auto}"
    "figcaption,caption{font-size:.875rem;text-align:left;padding:.3rem 0}"
    ".table{overflow-x:auto;margin:1rem 0}"
    "table{border-collapse:collapse;font-size:.9rem}"
    "th,td{text-align:left;vertical-align:top;padding:.25rem .9rem .25rem 0;border-bottom:1px solid var(--rule)}"
    "td{overflow-wrap:break-word}.s{white-space:nowrap}"
    "thead th{color:var(--muted);font-weight:600;vertical-align:bottom}"
    ".n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "blockquote{margin:.4rem 0 1.2rem;padding:.1rem 1rem;border-left:3px solid var(--rule);max-width:44rem}"
    "mark{background:var(--mark);color:inherit;padding:0 .1em}"
    "cite{font-style:normal;font-size:.875rem}"
    "footer{margin-top:3rem;font-size:.8rem;overflow-wrap:anywhere}";

static const char at_night[] = ":root{--page:#14181f;--text:#eef1f5;--muted:#9aa6b5;--rule:#38414e;--ground:#1d232c;--"
                               "link:#8cbcf2;--mark:#5a4a10}";

static const char in_print[] =
    "@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}h2,h3{break-after:avoid}"
    "figure,blockquote,tr{break-inside:avoid}.table{overflow:visible}a{color:inherit}}";

/* A light ink of a picture becomes the dark one. */
static void exchange(Line *out, const char *light, const char *dark)
{
    line_printf(out, "svg [fill=\"%s\"]{fill:%s}svg [stroke=\"%s\"]{stroke:%s}", light, dark, light, dark);
}

static void write_style(Line *out)
{
    const Inks *day = palette_inks(false), *night = palette_inks(true);
    line_text(out, style);
    line_text(out, "@media screen and (prefers-color-scheme:dark){");
    line_text(out, at_night);
    exchange(out, day->page, night->page);
    exchange(out, day->text, night->text);
    exchange(out, day->muted, night->muted);
    exchange(out, day->between, night->between);
    for (uint32_t i = 0; i <= N_GROUP_COLOURS; i++)
        exchange(out, palette_group(i, false), palette_group(i, true));
    line_text(out, "}");
    line_text(out, in_print);
}

static void escaped(Line *out, const char *text)
{
    g_autofree char *markup = g_markup_escape_text(text, -1);
    line_text(out, markup);
}

static void element(Line *out, const char *open, const char *text, const char *close)
{
    line_text(out, open);
    escaped(out, text);
    line_text(out, close);
}

/* ---- blocks ---- */

enum { ONE_LINE = 24 }; /* characters of names and days that should not be broken */

static void write_table(Line *out, const Block *block)
{
    guint n = block->heading->len;
    line_text(out, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
    escaped(out, block->text);
    element(out, "\"><table>\n<caption>", block->text, "</caption>\n<thead><tr>");
    for (guint c = 0; c < n; c++) {
        const Heading *heading = &g_array_index(block->heading, Heading, c);
        const char *open = heading->number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
        if (*heading->text)
            element(out, open, heading->text, "</th>");
        else
            line_text(out, heading->number ? "<td class=\"n\"></td>" : "<td></td>");
    }
    line_text(out, "</tr></thead>\n<tbody>\n");
    for (guint i = 0; i < block->cell->len; i++) {
        line_text(out, i % n ? "" : "<tr>");
        const char *text = block->cell->pdata[i];
        bool number = g_array_index(block->heading, Heading, i % n).number;
        element(out,
                number                                ? "<td class=\"n\">"
                : g_utf8_strlen(text, -1) <= ONE_LINE ? "<td class=\"s\" dir=\"auto\">"
                                                      : "<td dir=\"auto\">",
                text, "</td>");
        line_text(out, i % n + 1 == n ? "</tr>\n" : "");
    }
    line_text(out, "</tbody></table></div>\n");
}

static void write_quotation(Line *out, const Block *block)
{
    line_text(out, "<blockquote><p dir=\"auto\">");
    for (guint i = 0; i < block->piece->len; i++) {
        const Piece *piece = &g_array_index(block->piece, Piece, i);
        element(out, piece->marked ? "<mark>" : "", piece->text, piece->marked ? "</mark>" : "");
    }
    line_text(out, "</p><cite dir=\"auto\">");
    if (block->url) {
        element(out, "<a rel=\"noreferrer\" href=\"", block->url, "\">");
        escaped(out, block->source);
        line_text(out, "</a>");
    } else {
        escaped(out, block->source);
    }
    line_text(out, "</cite></blockquote>\n");
}

static void write_picture(Line *out, const Block *block)
{
    g_autofree char *prefix = g_strconcat(block->name, "-", NULL);
    const char *before = block->scene->prefix;
    block->scene->prefix = prefix;
    g_autofree char *svg = scene_svg_markup(block->scene);
    block->scene->prefix = before;
    line_text(out, "<figure>\n");
    line_text(out, strstr(svg, "<svg"));
    element(out, "<figcaption>", block->text, "</figcaption>\n</figure>\n");
}

static void write_block(Line *out, const Block *block)
{
    switch (block->kind) {
    case BLOCK_SECTION:
        line_printf(out, "<h2 id=\"%s\">", block->name);
        element(out, "", block->text, "</h2>\n");
        break;
    case BLOCK_TOPIC:
        element(out, "<h3 dir=\"auto\">", block->text, "</h3>\n");
        break;
    case BLOCK_PARAGRAPH:
        element(out, "<p>", block->text, "</p>\n");
        break;
    case BLOCK_NOTE:
        element(out, "<p class=\"note\">", block->text, "</p>\n");
        break;
    case BLOCK_TABLE:
        write_table(out, block);
        break;
    case BLOCK_QUOTATION:
        write_quotation(out, block);
        break;
    case BLOCK_PICTURE:
        write_picture(out, block);
        break;
    }
}

/* ---- the page ---- */

/* Nothing is loaded, nothing runs; the one style is known by its sha256. */
static void write_head(Line *out, const Dossier *dossier)
{
    g_auto(Line) css = {0};
    write_style(&css);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 digest[32];
    gsize n = sizeof digest;
    g_checksum_update(sum, (const guchar *)css.text, (gssize)css.n);
    g_checksum_get_digest(sum, digest, &n);
    g_autofree char *hash = g_base64_encode(digest, n);
    line_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    line_printf(out,
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; "
                "base-uri 'none'; form-action 'none'\">\n",
                hash);
    line_text(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element(out, "<meta name=\"generator\" content=\"", dossier->provenance, "\">\n");
    element(out, "<title>", dossier->title, "</title>\n<style>");
    line_bytes(out, css.text, css.n);
    line_text(out, "</style>\n</head>\n<body>\n");
}

static void write_contents(Line *out, const Dossier *dossier)
{
    line_text(out, "<nav aria-label=\"Contents\"><ul>\n");
    for (guint i = 0; i < dossier->block->len; i++) {
        const Block *block = &g_array_index(dossier->block, Block, i);
        if (block->kind != BLOCK_SECTION)
            continue;
        line_printf(out, "<li><a href=\"#%s\">", block->name);
        element(out, "", block->text, "</a></li>\n");
    }
    line_text(out, "</ul></nav>\n");
}

void dossier_html(const Dossier *dossier, Output *output)
{
    g_auto(Line) out = {0};
    write_head(&out, dossier);
    element(&out, "<header>\n<h1 dir=\"auto\">", dossier->title, "</h1>\n");
    element(&out, "<p class=\"lead\">", dossier->subtitle, "</p>\n");
    write_contents(&out, dossier);
    line_text(&out, "</header>\n<main>\n");
    for (guint i = 0; i < dossier->block->len; i++)
        write_block(&out, &g_array_index(dossier->block, Block, i));
    element(&out, "</main>\n<footer>", dossier->provenance, "</footer>\n</body>\n</html>\n");
    output_bytes(output, out.text, out.n);
}
