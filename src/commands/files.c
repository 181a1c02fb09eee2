/* files.c - a network on its way into files: what export, draw and run share. */
#include "files.h"
#include "error.h"
#include <string.h>

static char *subtitle_of(const Pipeline *p)
{
    const Incidence *in = p->incidence;
    Date first = DATE_UNKNOWN, last = DATE_UNKNOWN;
    for (size_t e = 0; e < in->n_events; e++) {
        const Event *event = &p->corpus->event[in->event[e].i];
        if (date_is_unknown(event->first))
            continue;
        if (date_is_unknown(first) || event->first.earliest < first.earliest)
            first = event->first;
        if (date_is_unknown(last) || event->first.latest > last.latest)
            last = event->first;
    }
    char from[DATE_SIZE], to[DATE_SIZE];
    date_format(first, from);
    date_format(last, to);
    from[MIN(strlen(from), 4)] = to[MIN(strlen(to), 4)] = '\0'; /* years */
    g_autofree char *actors = count_actors(in->level, p->network->n_nodes);
    g_autofree char *backbone = p->backbone ? backbone_title(p->backbone) : NULL;
    return g_strdup_printf("%s, %zu tie%s from %zu event%s%s%s%s%s%s%s", actors, p->network->n_ties,
                           p->network->n_ties == 1 ? "" : "s", in->n_events, in->n_events == 1 ? "" : "s",
                           *from ? ", " : "", from, *to && strcmp(from, to) != 0 ? "–" : "",
                           strcmp(from, to) != 0 ? to : "", backbone ? " · " : "", backbone ? backbone : "");
}

bool files_init(Files *f, const Invocation *v, const Pipeline *p, bool with_layout, GError **error)
{
    *f = (Files){.pipeline = p};
    f->title = invocation_title(v, p->corpus);
    f->subtitle = subtitle_of(p);
    f->caption = provenance_line(&p->provenance);
    f->picture = (PictureOptions){.title = f->title,
                                  .subtitle = f->subtitle,
                                  .caption = f->caption,
                                  .size_by = v->size_by,
                                  .dark = v->dark,
                                  .transparent = v->transparent,
                                  .seed = v->request.measure.seed};
    if (with_layout && !(f->layout = layout_network(p->network, p->scores, &f->picture, error)))
        return false;
    f->bundle = (Export){.network = p->network,
                         .scores = p->scores,
                         .layout = f->layout,
                         .provenance = &p->provenance,
                         .title = f->title,
                         .bare = v->bare,
                         .gexf_1_2 = v->gexf_1_2,
                         .two_mode = v->two_mode};
    return true;
}

void files_clear(Files *f)
{
    layout_free(f->layout);
    g_free(f->title);
    g_free(f->subtitle);
    g_free(f->caption);
}

static bool write_one(const Files *f, const ExportFormat *format, const char *path, bool force, GError **error)
{
    g_autoptr(Output) out = output_open(path, force, error);
    return out && format->write(&f->bundle, out, error) && output_commit(out, error);
}

static bool write_provenance(const Files *f, const char *path, bool force, GError **error)
{
    g_autoptr(Output) out = output_open(path, force, error);
    if (!out)
        return false;
    output_printf(out, "%s\n", f->caption);
    return output_commit(out, error);
}

bool files_export(Files *f, const ExportFormat *format, const char *path, bool force, GError **error)
{
    if (format->write)
        return write_one(f, format, path, force, error);
    const char *extension = strrchr(format->part[0].ending, '.'); /* of both */
    size_t n = strlen(path) - (g_str_has_suffix(path, extension) ? strlen(extension) : 0);
    for (size_t i = 0; i < N_EXPORT_PARTS; i++) {
        g_autofree char *part = g_strdup_printf("%.*s%s", (int)n, path, format->part[i].ending);
        if (!write_one(f, export_format_by_name(format->part[i].format), part, force, error))
            return false;
    }
    g_autofree char *provenance = g_strdup_printf("%.*s-provenance.txt", (int)n, path);
    return write_provenance(f, provenance, force, error);
}

const char *files_picture(const char *path, const char *as, GError **error)
{
    static const char *const known[] = {"svg", "png", "pdf", "dot"};
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    const char *kind = as ? as : dot ? dot + 1 : "svg";
    if (g_str_equal(kind, "gv"))
        kind = "dot";
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_equal(kind, known[i]))
            return known[i];
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "cannot draw a %s\nhelp: choose svg, png, pdf or dot", kind);
    return NULL;
}

bool files_scene(const Scene *scene, const Invocation *v, const char *path, const char *kind, GError **error)
{
    g_autoptr(Output) out = output_open(path, v->force, error);
    return out &&
           (g_str_equal(kind, "svg")   ? scene_svg(scene, out, error)
            : g_str_equal(kind, "png") ? scene_png(scene, v->scale, out, error)
                                       : scene_pdf(scene, out, error)) &&
           output_commit(out, error);
}

bool files_draw(Files *f, const Invocation *v, const char *path, const char *as, GError **error)
{
    const char *kind = files_picture(path, as, error);
    if (!kind)
        return false;
    if (g_str_equal(kind, "dot"))
        return write_one(f, export_format_by_name("styled-dot"), path, v->force, error);
    g_autoptr(Scene) scene = scene_network(f->pipeline->network, f->pipeline->scores, f->layout, &f->picture);
    return files_scene(scene, v, path, kind, error);
}
