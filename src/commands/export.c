/* export.c - the network for other programs. */
#include "annotations.h"
#include "conditions.h"
#include "error.h"
#include "files.h"
#include "utf8.h"
#include <string.h>

static const ExportFormat *choose_format(const Invocation *v, GError **error)
{
    size_t n;
    const ExportFormat *format = export_formats(&n);
    const ExportFormat *chosen = v->as                         ? export_format_by_name(v->as)
                                 : g_str_equal(v->output, "-") ? format
                                                               : export_format_by_extension(v->output);
    if (chosen)
        return chosen;
    g_autoptr(GString) list = g_string_new(NULL);
    g_autofree const char **name = g_new(const char *, n);
    for (size_t i = 0; i < n; i++) {
        name[i] = format[i].name;
        g_string_append_printf(list, "%s%s", i ? ", " : "", format[i].name);
    }
    size_t n_annotations;
    const AnnotationFormat *annotation = annotation_formats(&n_annotations);
    for (size_t i = 0; i < n_annotations; i++)
        g_string_append_printf(list, ", %s", annotation[i].name);
    const char *near = v->as ? utf8_nearest(v->as, name, n) : NULL;
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "there is no format %s%s%s%s\nhelp: --as %s",
                v->as ? v->as : "for that extension", near ? ": did you mean " : "", near ? near : "", near ? "?" : "",
                list->str);
    return NULL;
}

/* Options that a format has no room for. */
static bool check_options(const Invocation *v, const ExportFormat *format, GError **error)
{
    static const struct {
        const char *option[4], *format[8], *why;
    } table[] = {
        {{"bare"},
         {"csv-nodes", "pajek", "vosviewer", "vosviewer-map", "vosviewer-network"},
         "the format has nothing to leave out"},
        {{"title"},
         {"csv", "csv-nodes", "csv-edges", "vosviewer", "vosviewer-map", "vosviewer-network"},
         "the format has no title"},
        {{"measures", "size-by", "layout"}, {"csv-edges", "vosviewer-network"}, "the file has no actors"},
        {{"weighted-paths"}, {"styled-dot", "csv-edges", "pajek", "vosviewer-network"}, "the format has no measures"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (g_strv_contains(table[i].format, format->name) &&
            !conditions_refuse(v, table[i].option, table[i].why, error))
            return false;
    static const char *const gexf[] = {"gexf", NULL};
    return g_str_equal(format->name, "gexf") || conditions_refuse(v, gexf, "it is the version of GEXF", error);
}

int export_run(Invocation *v, GError **error)
{
    enum { LAYOUT_UP_TO = 500 }; /* actors that a layout takes a moment for */
    const AnnotationFormat *annotation = v->as ? annotation_format_by_name(v->as) : NULL;
    if (annotation)
        return annotations_export(v, annotation, error);
    const ExportFormat *format = choose_format(v, error);
    if (!format || !check_options(v, format, error))
        return -1;
    if (!format->write && g_str_equal(v->output, "-")) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "%s is two files\nhelp: name them with -o NAME%s, or ask for --as %s or --as %s",
                    g_str_equal(format->name, "csv") ? "CSV" : "VOSviewer's network",
                    strrchr(format->part[0].ending, '.'), format->part[0].format, format->part[1].format);
        return -1;
    }
    v->request.measures = v->measures_given ? v->measures : MEASURE_SET_ALL;
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_NETWORK, error);
    if (!p)
        return -1;
    bool with_layout = !v->two_mode && p->network->n_nodes &&
                       (v->layout || (!v->measures_given && p->network->n_nodes <= LAYOUT_UP_TO));
    if (with_layout)
        v->request.measures |= PICTURE_MEASURES | MEASURE_BIT(v->size_by);
    p->scores = measure_network(p->network, v->request.measures, &v->request.measure, error);
    if (!p->scores)
        return -1;
    Files f;
    bool done = files_init(&f, v, p, with_layout, error) && files_export(&f, format, v->output, v->force, error);
    files_clear(&f);
    return done ? 0 : -1;
}
