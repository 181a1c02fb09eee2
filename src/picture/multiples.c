/* multiples.c - small multiples: one panel a slice of time, everybody at one place in all of them. */
#include "multiples.h"
#include "advance.h"
#include "drawing.h"
#include "drawn_ties.h"
#include "frame.h"
#include "legend.h"

#include <math.h>

#define PANEL_AREA (360.0 * 250.0)
#define ASIDE 32.0 /* room for labels at the sides of a panel */
#define UNDER 16.0
#define TITLE_ROOM 40.0
#define BETWEEN 26.0
#define ASPECT 1.5
#define PANEL_FONT 11.5
#define EVENT_FONT 9.0
#define FAINT .3
#define PALE .38

enum { PANEL_LABELS = 14 };

/* ---- the whole and its slices ---- */

/* Glyph of the slice → glyph of the whole, UINT32_MAX where it has none. Heap. */
static uint32_t *match_glyphs(const Sociogram *whole, const Sociogram *slice)
{
    const Incidence *all = whole->network->incidence, *in = slice->network->incidence;
    uint32_t *of = g_new(uint32_t, slice->n_glyphs + 1);
    g_autoptr(GHashTable) at = g_hash_table_new(NULL, NULL); /* actor, or event after all actors → glyph, from 1 */
    size_t n_actors = all->cast->n_actors;
    for (uint32_t i = 0; i < whole->n_glyphs; i++) {
        uint32_t row = whole->glyph[i].row;
        size_t key =
            whole->glyph[i].sign == SIGN_EVENT ? n_actors + all->event[row].i : all->actor[whole->network->row[row]].i;
        g_hash_table_insert(at, GSIZE_TO_POINTER(key), GUINT_TO_POINTER(i + 1));
    }
    for (uint32_t i = 0; i < slice->n_glyphs; i++) {
        uint32_t row = slice->glyph[i].row;
        size_t key =
            slice->glyph[i].sign == SIGN_EVENT ? n_actors + in->event[row].i : in->actor[slice->network->row[row]].i;
        of[i] = GPOINTER_TO_UINT(g_hash_table_lookup(at, GSIZE_TO_POINTER(key))) - 1;
    }
    return of;
}

void multiples_share(Sociogram *whole, Panel *panel, size_t n)
{
    for (size_t i = 0; i < whole->n_actors; i++)
        whole->glyph[i].score = whole->sized ? 0 : NAN;
    whole->smallest = 0;
    whole->largest = 0;
    for (size_t p = 0; p < n; p++) {
        Sociogram *slice = panel[p].shown;
        if (!slice)
            continue;
        g_autofree uint32_t *of = match_glyphs(whole, slice);
        for (size_t i = 0; i < slice->n_glyphs; i++) {
            if (of[i] == UINT32_MAX)
                continue;
            Glyph *glyph = &whole->glyph[of[i]];
            slice->glyph[i].group = glyph->group;
            if (glyph->sign != SIGN_EVENT && isfinite(slice->glyph[i].score)) {
                glyph->score = fmax(glyph->score, slice->glyph[i].score);
                whole->largest = fmax(whole->largest, glyph->score);
            }
        }
        slice->n_groups = whole->n_groups;
    }
    whole->smallest = whole->largest;
    for (size_t i = 0; i < whole->n_actors; i++)
        whole->smallest = fmin(whole->smallest, whole->glyph[i].score);
}

/* ---- one panel ---- */

typedef struct Multiples {
    const Sociogram *whole;
    const Layout *layout;
    const PictureOptions *options;
    const Inks *ink;
    Scene *scene;
    Box area; /* of the layout's signs */
    double factor, reduced;
    double width, height; /* of a panel, title and labels included */
    double lightest, heaviest;
} Multiples;

static Point place(const Multiples *m, uint32_t whole, Point corner)
{
    return (Point){corner.x + ASIDE + (m->layout->x[whole] - m->area.left) * m->factor,
                   corner.y + TITLE_ROOM + (m->layout->y[whole] - m->area.top) * m->factor};
}

/* Those of the slice, at their places in the panel. */
static void fill_layout(const Multiples *m, const Sociogram *slice, const uint32_t *of, Point corner, Layout *out)
{
    for (size_t i = 0; i < slice->n_glyphs; i++) {
        const Glyph *glyph = &slice->glyph[i];
        bool event = glyph->sign == SIGN_EVENT;
        Point at = place(m, of[i], corner);
        double share = event ? size_share(glyph->score, 0, m->whole->most)
                             : size_share(glyph->score, m->whole->smallest, m->whole->largest);
        out->x[i] = at.x;
        out->y[i] = at.y;
        out->radius[i] =
            fmax(1.8, m->reduced * (event ? EVENT_RADIUS_MIN + (EVENT_RADIUS_MAX - EVENT_RADIUS_MIN) * share
                                          : radius_of(share)));
        out->font[i] = event ? EVENT_FONT : PANEL_FONT;
    }
}

static bool has_room(const Multiples *m, const Layout *layout, const Figure *figure, uint32_t i, Point corner)
{
    Box text = box_at(figure[i].text, layout->x[i], layout->y[i]);
    if (text.left < corner.x || text.right > corner.x + m->width || text.bottom > corner.y + m->height)
        return false;
    for (uint32_t j = 0; j < layout->n_nodes; j++) {
        if (j == i)
            continue;
        if (box_overlap(text, box_at(figure[j].circle, layout->x[j], layout->y[j])))
            return false;
        if (layout->group[j] && box_overlap(text, box_at(figure[j].text, layout->x[j], layout->y[j])))
            return false;
    }
    return true;
}

/* Labels of the largest that have room; layout->group marks them meanwhile. */
static void choose_labels(const Multiples *m, Layout *layout, Figure *figure, const uint32_t *node, Point corner)
{
    size_t n = 0;
    for (size_t k = 0; k < layout->n_nodes; k++) {
        uint32_t i = node[k];
        if (n < PANEL_LABELS && figure[i].label.n_lines && has_room(m, layout, figure, i, corner)) {
            layout->group[i] = 1;
            n++;
            continue;
        }
        label_clear(&figure[i].label);
        figure[i].text = (Box){0, 0, 0, 0};
        figure[i].whole = figure[i].circle;
        layout->font[i] = 0;
    }
}

static void add_absent(const Multiples *m, const bool *present, Point corner)
{
    for (uint32_t i = 0; i < m->whole->n_glyphs; i++) {
        if (present[i])
            continue;
        Point at = place(m, i, corner);
        Shape *dot = scene_sign(m->scene, LAYER_GROUPS, SIGN_COUNTRY, at.x, at.y, 1.6);
        dot->fill = m->ink->muted;
        dot->opacity = FAINT;
    }
}

static void add_slice(Multiples *m, const Sociogram *slice, const uint32_t *of, Point corner)
{
    Layout *layout = layout_new(slice->n_glyphs);
    fill_layout(m, slice, of, corner, layout);
    g_autofree uint32_t *node = drawing_order(slice, layout);
    Figure *figure = figures_new(slice, layout);
    choose_labels(m, layout, figure, node, corner);
    Drawing drawing = {.sociogram = slice,
                       .layout = layout,
                       .options = m->options,
                       .ink = m->ink,
                       .node = node,
                       .figure = figure,
                       .lightest = m->lightest,
                       .heaviest = m->heaviest,
                       .thickness = m->reduced,
                       .show_types = drawing_shows_types(m->whole),
                       .in_panel = true,
                       .scene = m->scene};
    g_autofree uint32_t *tie = drawn_ties(slice, &drawing.n_ties);
    drawing.tie = tie;
    unsigned first = m->scene->shape->len;
    drawing_add(&drawing);
    for (unsigned i = first, k = 0; i < m->scene->shape->len; i++) { /* --positions reads the whole's */
        Shape *shape = &g_array_index(m->scene->shape, Shape, i);
        if (shape->layer == LAYER_ACTORS) {
            uint32_t at = of[node[k++]];
            shape->at = (Point){m->layout->x[at], m->layout->y[at]};
        }
    }
    figures_free(figure, layout->n_nodes);
    layout_free(layout);
}

static void add_title(const Multiples *m, const Panel *panel, Point corner)
{
    bool few = panel->n_events < PANEL_FEW_EVENTS;
    Shape *rule = scene_add(m->scene, LAYER_LEGEND, SHAPE_RECTANGLE);
    *rule = (Shape){.kind = SHAPE_RECTANGLE,
                    .layer = LAYER_LEGEND,
                    .x = corner.x,
                    .y = corner.y,
                    .width = m->width,
                    .height = 1,
                    .fill = m->ink->muted,
                    .opacity = FAINT};
    Shape *title = scene_text(m->scene, LAYER_LEGEND, corner.x, corner.y + 21, 15, true, m->ink->text, panel->title);
    double right = title->x + title->width + 8;
    g_autofree char *count = g_strdup_printf("%zu event%s%s", panel->n_events, panel->n_events == 1 ? "" : "s",
                                             !panel->n_events ? ""
                                             : few            ? ": too few to compare"
                                                              : "");
    scene_text(m->scene, LAYER_LEGEND, right, corner.y + 21, 12.5, false, m->ink->muted, count);
}

static void add_panel(Multiples *m, const Panel *panel, Point corner)
{
    g_autofree bool *present = g_new0(bool, m->whole->n_glyphs + 1);
    g_autofree uint32_t *of = panel->shown ? match_glyphs(m->whole, panel->shown) : NULL;
    for (size_t i = 0; panel->shown && i < panel->shown->n_glyphs; i++)
        present[of[i]] = true;
    add_absent(m, present, corner);
    unsigned first = m->scene->shape->len;
    if (panel->shown)
        add_slice(m, panel->shown, of, corner);
    for (unsigned i = first; panel->n_events < PANEL_FEW_EVENTS && i < m->scene->shape->len; i++)
        g_array_index(m->scene->shape, Shape, i).opacity *= PALE;
    add_title(m, panel, corner);
}

/* ---- all ---- */

static void measure(Multiples *m, const Panel *panel, size_t n)
{
    const Layout *l = m->layout;
    m->area = (Box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < l->n_nodes; i++)
        m->area = box_union(m->area, (Box){l->x[i] - l->radius[i], l->y[i] - l->radius[i], l->x[i] + l->radius[i],
                                           l->y[i] + l->radius[i]});
    double width = m->area.right - m->area.left, height = m->area.bottom - m->area.top;
    m->factor = fmin(1, sqrt(PANEL_AREA / (width * height)));
    m->reduced = fmax(.35, fmin(.9, 1.7 * m->factor));
    m->width = width * m->factor + 2 * ASIDE;
    m->height = height * m->factor + TITLE_ROOM + UNDER;
    m->lightest = INFINITY;
    for (size_t p = 0; p < n; p++)
        for (size_t i = 0; panel[p].shown && i < panel[p].shown->n_ties; i++) {
            m->lightest = fmin(m->lightest, panel[p].shown->tie[i].weight);
            m->heaviest = fmax(m->heaviest, panel[p].shown->tie[i].weight);
        }
    if (m->lightest > m->heaviest)
        m->lightest = m->heaviest = 0;
}

/* The number of columns that makes the page most like ASPECT. */
static size_t columns_for(const Multiples *m, size_t n)
{
    size_t best = 1;
    double best_cost = INFINITY;
    for (size_t columns = 1; columns <= n; columns++) {
        size_t rows = (n + columns - 1) / columns;
        double cost = fabs(log((double)columns * m->width / ((double)rows * m->height) / ASPECT)) +
                      .3 * (double)(rows * columns - n) / (double)n;
        if (cost < best_cost) {
            best_cost = cost;
            best = columns;
        }
    }
    return best;
}

static char *describe(const Panel *panel, size_t n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "%zu slices of time side by side, everybody at one place in all:", n);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s %s, %zu events, %zu actors", i ? ";" : "", panel[i].title, panel[i].n_events,
                               panel[i].shown ? panel[i].shown->n_actors : 0);
    g_string_append_c(text, '.');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

Scene *scene_multiples(const Sociogram *whole, const Layout *layout, const Panel *panel, size_t n,
                       const PictureOptions *options)
{
    Multiples m = {.whole = whole,
                   .layout = layout,
                   .options = options,
                   .ink = palette_inks(options->dark),
                   .scene = frame_begin(options)};
    measure(&m, panel, n);
    size_t columns = columns_for(&m, n), rows = (n + columns - 1) / columns;
    for (size_t i = 0; i < n; i++)
        add_panel(&m, &panel[i],
                  (Point){(double)(i % columns) * (m.width + BETWEEN), (double)(i / columns) * (m.height + BETWEEN)});
    Box extent = {0, 0, (double)columns * (m.width + BETWEEN) - BETWEEN, (double)rows * (m.height + BETWEEN) - BETWEEN};
    g_autoptr(Scene) legend = legend_new(&(LegendOptions){.sociogram = whole,
                                                          .options = options,
                                                          .show_types = drawing_shows_types(whole),
                                                          .lightest = m.lightest,
                                                          .heaviest = m.heaviest,
                                                          .scale = frame_scale(extent),
                                                          .reduced = m.reduced});
    g_autofree char *below =
        g_strdup_printf("%s%sone place, scale and colour for all slices · faint dots: not in that slice · labels where "
                        "there is room",
                        options->subtitle ? options->subtitle : "", options->subtitle ? " · " : "");
    m.scene->description = describe(panel, n);
    frame_set(m.scene, extent, below, legend, m.ink, NULL);
    return m.scene;
}
