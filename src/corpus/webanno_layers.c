/* webanno_layers.c - the header of WebAnno TSV: which column holds which feature of which layer. */
#include "layer.h"
#include "webanno.h"
#include <string.h>

enum { MOST_COLUMNS = 1000 };

static void add_column(Webanno *w, WebannoColumnKind kind, const char *name, const char *target)
{
    WebannoColumn column = {kind, g_strdup(name), g_strdup(target)};
    g_array_append_val(w->column, column);
}

/* "ROLE_webanno.custom.Host:links_webanno.custom.Link" → "links" */
static char *slot_name(const char *part)
{
    const char *colon = strchr(part, ':');
    char *name = g_strdup(colon ? colon + 1 : part + strlen("ROLE_"));
    char *end = strchr(name, '_');
    if (end && end > name)
        *end = '\0';
    return name;
}

static void add_features(Webanno *w, char **part)
{
    for (; *part; part++) {
        if (g_str_has_prefix(*part, "ROLE_")) {
            g_autofree char *name = slot_name(*part);
            add_column(w, WEBANNO_ROLES, name, NULL);
            add_column(w, WEBANNO_FILLERS, name, part[1] ? part[1] : "uima.tcas.Annotation");
            part += part[1] != NULL;
            if (!*part)
                return;
        } else if (g_str_has_prefix(*part, "BT_")) {
            add_column(w, WEBANNO_BASE, "", *part + strlen("BT_"));
        } else if (**part) {
            add_column(w, WEBANNO_FEATURE, *part, NULL);
        }
    }
}

static int find_label(const Webanno *w, unsigned first)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = first; i < w->column->len; i++) {
        const WebannoColumn *c = &g_array_index(w->column, WebannoColumn, i);
        g_ptr_array_add(names, c->kind == WEBANNO_FEATURE ? c->name : (char *)"");
    }
    int label = names->len ? layer_label_feature((const char *const *)names->pdata, names->len) : -1;
    return label < 0 ? -1 : (int)first + label;
}

bool webanno_read_layer(Webanno *w)
{
    static const char *const key[] = {"#T_SP=", "#T_RL=", "#T_CH="};
    size_t n = (size_t)(w->rows.end - w->rows.line), kind = 0;
    while (kind < G_N_ELEMENTS(key) &&
           (n < strlen(key[kind]) || strncmp(w->rows.line, key[kind], strlen(key[kind])) != 0))
        kind++;
    if (kind == G_N_ELEMENTS(key))
        return false;
    g_autofree char *text = g_strndup(w->rows.line + strlen(key[0]), n - strlen(key[0]));
    g_auto(GStrv) part = g_strsplit(text, "|", -1);
    if (!part[0] || !*g_strstrip(part[0]) || w->column->len + g_strv_length(part) * 2 > MOST_COLUMNS) {
        rows_report(&w->rows, DIAGNOSTIC_BAD_LINE, w->rows.line + strlen(key[0]), "#T_SP=name.of.Layer|feature|feature",
                    "this names no layer; the columns after it may be misread");
        return true;
    }
    WebannoLayer layer = {.kind = (WebannoKind)kind, .name = g_strdup(part[0]), .first = w->column->len};
    if (kind == WEBANNO_CHAIN) {
        add_column(w, WEBANNO_LINK, "", NULL);
        add_column(w, WEBANNO_TYPE, "", NULL);
    } else {
        add_features(w, part + 1);
        if (w->column->len == layer.first)
            add_column(w, WEBANNO_NOTHING, "", NULL);
    }
    layer.n = w->column->len - layer.first;
    layer.label = find_label(w, layer.first);
    layer.passed_over = layer_is_of_words(part[0]);
    g_array_append_val(w->layer, layer);
    return true;
}

static bool marks(const Webanno *w, const char *name)
{
    for (guint i = 0; i < w->layer->len; i++) {
        const WebannoLayer *l = &g_array_index(w->layer, WebannoLayer, i);
        if (l->kind == WEBANNO_SPAN && !l->passed_over && strcmp(l->name, name) == 0)
            return true;
    }
    return strcmp(name, "uima.tcas.Annotation") == 0;
}

void webanno_finish_layers(Webanno *w)
{
    for (guint i = 0; i < w->layer->len; i++) {
        WebannoLayer *l = &g_array_index(w->layer, WebannoLayer, i);
        for (unsigned c = l->first; c < l->first + l->n && l->kind == WEBANNO_RELATION; c++) {
            const WebannoColumn *column = &g_array_index(w->column, WebannoColumn, c);
            l->passed_over |= column->kind == WEBANNO_BASE && !marks(w, column->target);
        }
    }
}

void webanno_free_layers(Webanno *w)
{
    for (guint i = 0; i < w->layer->len; i++)
        g_free(g_array_index(w->layer, WebannoLayer, i).name);
    for (guint i = 0; i < w->column->len; i++) {
        g_free(g_array_index(w->column, WebannoColumn, i).name);
        g_free(g_array_index(w->column, WebannoColumn, i).target);
    }
    g_array_free(w->layer, TRUE);
    g_array_free(w->column, TRUE);
}
