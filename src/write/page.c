/* page.c - the explorer put together: template, style, script, data, and the policy that lets nothing else in. */
#include "page.h"
#include "page_files.h"
#include "scene.h"
#include <string.h>

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
    if (strncmp(name, "policy", n) == 0) {
        g_autofree char *policy = page_policy(viewer_files, "; img-src data: blob:");
        line_text(out, policy);
    } else if (strncmp(name, "title", n) == 0)
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
        const PageFile *file = page_file(viewer_files, which);
        line_bytes(out, file->text, file->n);
    }
}

bool page_write(const Page *page, Output *out, GError **error)
{
    (void)error; /* write errors are output_commit's to tell */
    g_auto(Line) text = {0};
    const char *at = page_file(viewer_files, "page")->text;
    for (const char *open; (open = strstr(at, "{{")); at = strstr(open, "}}") + 2) {
        line_bytes(&text, at, (size_t)(open - at));
        fill(&text, page, open + 2, (size_t)(strstr(open, "}}") - open - 2));
    }
    line_text(&text, at);
    output_bytes(out, text.text, text.n);
    return true;
}
