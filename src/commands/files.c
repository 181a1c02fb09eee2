/* files.c - a network on its way into files: what export, draw and run share. */
#include "files.h"
#include "error.h"
#include <string.h>

/* "2013–2025" of the events, or "". Heap. */
static char *years_of(const Pipeline *p)
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
    from[MIN(strlen(from), 4)] = to[MIN(strlen(to), 4)] = '\0';
    bool one = strcmp(from, to) == 0;
    return g_strconcat(from, *to && !one ? "–" : "", one ? "" : to, NULL);
}

/* "44 ties from 7 events", or "7 events, 21 participations". Heap. */
static char *substance_of(const Pipeline *p, bool two_mode)
{
    const Incidence *in = p->incidence;
    const Network *network = p->network;
    g_autofree bool *seen = g_new0(bool, in->n_events + 1);
    size_t n_events = 0, n_cells = 0;
    for (size_t i = 0; two_mode && i < network->n_nodes; i++)
        for (uint32_t k = in->actor_first[network->row[i]]; k < in->actor_first[network->row[i] + 1]; k++) {
            n_events += !seen[in->actor_event[k]];
            seen[in->actor_event[k]] = true;
            n_cells++;
        }
    if (two_mode)
        return g_strdup_printf("%zu event%s, %zu participation%s", n_events, n_events == 1 ? "" : "s", n_cells,
                               n_cells == 1 ? "" : "s");
    return g_strdup_printf("%zu tie%s from %zu event%s", network->n_ties, network->n_ties == 1 ? "" : "s", in->n_events,
                           in->n_events == 1 ? "" : "s");
}

static char *subtitle_of(const Pipeline *p, bool two_mode)
{
    g_autofree char *actors = count_actors(p->incidence->level, p->network->n_nodes);
    g_autofree char *substance = substance_of(p, two_mode), *years = years_of(p);
    g_autofree char *backbone = p->backbone ? backbone_title(p->backbone) : NULL;
    return g_strconcat(actors, ", ", substance, *years ? ", " : "", years, backbone ? " · " : "",
                       backbone ? backbone : "", NULL);
}

/* export makes a file of two modes from the network itself, and has no positions for it. */
static bool draws_two_modes(const Invocation *v) { return v->two_mode && v->verb->run == draw_run; }

bool files_begin(Files *f, const Invocation *v, const Pipeline *p, GError **error)
{
    *f = (Files){.pipeline = p};
    f->title = invocation_title(v, p->corpus);
    f->subtitle = subtitle_of(p, draws_two_modes(v));
    f->caption = provenance_line(&p->provenance);
    if (v->positions && !(f->known = positions_read(v->positions, error)))
        return false;
    f->picture = (PictureOptions){.title = f->title,
                                  .subtitle = f->subtitle,
                                  .caption = f->caption,
                                  .size_by = v->size_by,
                                  .colour_by = v->colour_by,
                                  .codes = v->codes,
                                  .dark = v->dark,
                                  .transparent = v->transparent,
                                  .seed = v->request.measure.seed,
                                  .known = f->known};
    f->sociogram = draws_two_modes(v) ? sociogram_two_mode(p->network, p->scores, &f->picture)
                                      : sociogram_network(p->network, p->scores, &f->picture);
    f->bundle = (Export){.network = p->network,
                         .scores = p->scores,
                         .provenance = &p->provenance,
                         .title = f->title,
                         .bare = v->bare,
                         .gexf_1_2 = v->gexf_1_2,
                         .two_mode = v->two_mode};
    return true;
}

bool files_lay_out(Files *f, GError **error)
{
    f->layout = layout_sociogram(f->sociogram, &f->picture, error);
    if (!f->bundle.two_mode)
        f->bundle.layout = f->layout;
    if (f->layout && f->picture.colour_by == COLOUR_BY_BLOC && !f->layout->n_groups) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "there is no bloc to colour by: nobody in this network belongs to one\nhelp: the authority file "
                    "tells who does: <relation name=\"member\" active=\"#SG\" passive=\"#asean\"/>");
        return false;
    }
    return f->layout;
}

bool files_init(Files *f, const Invocation *v, const Pipeline *p, bool with_layout, GError **error)
{
    return files_begin(f, v, p, error) && (!with_layout || files_lay_out(f, error));
}

void files_clear(Files *f)
{
    positions_free(f->known);
    sociogram_free(f->sociogram);
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
    g_autoptr(Scene) scene = scene_sociogram(f->sociogram, f->layout, &f->picture);
    return files_scene(scene, v, path, kind, error);
}
