/* page.c - the explorer put together: template, style, script, data, and the policy that lets nothing else in. */
#include "page.h"
#include "scene.h"
#include "viewer_files.h"
#include <string.h>

static const ViewerFile *viewer_file(const char *name)
{
    const ViewerFile *file = viewer_files;
    while (file->name && strcmp(file->name, name) != 0)
        file++;
    g_assert(file->name);
    return file;
}

/* "'sha256-…'" of an element's text. */
static void source_hash(Line *out, const ViewerFile *file)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 digest[32];
    gsize n = sizeof digest;
    g_checksum_update(sum, (const guchar *)file->text, (gssize)file->n);
    g_checksum_get_digest(sum, digest, &n);
    g_autofree char *text = g_base64_encode(digest, n);
    line_printf(out, "'sha256-%s'", text);
}

static void policy(Line *out)
{
    line_text(out, "default-src 'none'; script-src ");
    source_hash(out, viewer_file("script"));
    line_text(out, "; style-src ");
    source_hash(out, viewer_file("style"));
    line_text(out, "; img-src data: blob:; base-uri 'none'; form-action 'none'");
}

static void escaped(Line *out, const char *text)
{
    g_autofree char *clean = g_utf8_make_valid(text ? text : "", -1);
    g_autofree char *markup = g_markup_escape_text(clean, -1);
    line_text(out, markup);
}

/* For those who run no scripts: the picture, or where it would be too large a list of names. */
static void still(Line *out, const Page *page)
{
    if (page->picture) {
        g_autofree char *svg = scene_svg_markup(page->picture);
        line_text(out, strstr(svg, "<svg"));
        return;
    }
    const Network *network = page->level[page->start].network;
    line_text(out, "<ul>");
    for (size_t i = 0; i < MIN(network->n_nodes, 500); i++) {
        line_text(out, "<li>");
        escaped(out, network_actor(network, (uint32_t)i)->label);
        line_text(out, "</li>");
    }
    line_text(out, "</ul>");
}

/* What stands for {{name}} in the template. */
static void fill(Line *out, const Page *page, const char *name, size_t n)
{
    if (strncmp(name, "policy", n) == 0)
        policy(out);
    else if (strncmp(name, "title", n) == 0)
        escaped(out, page->title);
    else if (strncmp(name, "subtitle", n) == 0)
        escaped(out, page->subtitle);
    else if (strncmp(name, "caption", n) == 0)
        escaped(out, page->caption);
    else if (strncmp(name, "still", n) == 0)
        still(out, page);
    else if (strncmp(name, "data", n) == 0)
        page_data(page, out);
    else if (strncmp(name, "style", n) == 0 || strncmp(name, "script", n) == 0) {
        g_autofree char *which = g_strndup(name, n);
        line_bytes(out, viewer_file(which)->text, viewer_file(which)->n);
    }
}

bool page_write(const Page *page, Output *out, GError **error)
{
    (void)error; /* write errors are output_commit's to tell */
    g_auto(Line) text = {0};
    const char *at = viewer_file("page")->text;
    for (const char *open; (open = strstr(at, "{{")); at = strstr(open, "}}") + 2) {
        line_bytes(&text, at, (size_t)(open - at));
        fill(&text, page, open + 2, (size_t)(strstr(open, "}}") - open - 2));
    }
    line_text(&text, at);
    output_bytes(out, text.text, text.n);
    return true;
}
