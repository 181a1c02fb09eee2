/* drawing.c - the network itself in a scene: grounds of groups, ties, actors, labels. */
#include "drawing.h"
#include "drawn_ties.h"
#include "legend.h"
#include "number.h"
#include "stature.h"

#include <math.h>
#include <stdlib.h>

#define GROUND_RIM 12.0 /* of a group's ground around its members */

static const char *colour_of(const Drawing *drawing, uint32_t node)
{
    return palette_group(drawing->layout->group[node], drawing->options->dark);
}

static bool same_group(const Layout *layout, uint32_t a, uint32_t b)
{
    return layout->group[a] == layout->group[b] && layout->group[a] != UINT32_MAX;
}

static void extend(Drawing *drawing, Box box) { drawing->extent = box_union(drawing->extent, box); }

/* ---- grounds ---- */

static int ascending(const void *a, const void *b)
{
    double p = *(const double *)a, q = *(const double *)b;
    return (p > q) - (p < q);
}

static double median(double *value, size_t n)
{
    qsort(value, n, sizeof *value, ascending);
    return value[n / 2];
}

/* Leaves of a group's members only those that stand together: none further from their middle than 2.2 times the median
 * distance. */
static size_t gather(const Layout *layout, uint32_t *member, size_t n)
{
    g_autofree double *x = g_new(double, n + 1), *y = g_new(double, n + 1);
    for (size_t i = 0; i < n; i++) {
        x[i] = layout->x[member[i]];
        y[i] = layout->y[member[i]];
    }
    double mx = median(x, n), my = median(y, n);
    for (size_t i = 0; i < n; i++)
        x[i] = hypot(layout->x[member[i]] - mx, layout->y[member[i]] - my);
    double reach = 2.2 * median(x, n) + 30;
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (hypot(layout->x[member[i]] - mx, layout->y[member[i]] - my) <= reach)
            member[kept++] = member[i];
    return kept;
}

static void corners(const Drawing *drawing, uint32_t node, Point out[4])
{
    Box box = box_at(drawing->figure[node].whole, drawing->layout->x[node], drawing->layout->y[node]);
    out[0] = (Point){box.left, box.top};
    out[1] = (Point){box.right, box.top};
    out[2] = (Point){box.right, box.bottom};
    out[3] = (Point){box.left, box.bottom};
}

/* 1 for an actor whose circle stands in the polygon, .5 where only its label reaches in, else 0. */
static double part_inside(const Drawing *drawing, uint32_t node, const Point *polygon, size_t n)
{
    Point corner[4];
    if (hull_contains(polygon, n, (Point){drawing->layout->x[node], drawing->layout->y[node]}))
        return 1;
    corners(drawing, node, corner);
    for (size_t i = 0; i < G_N_ELEMENTS(corner); i++)
        if (hull_contains(polygon, n, corner[i]))
            return .5;
    return 0;
}

/* The hull of the members' circles and labels, through *rim; 0 where more than 15 in 100 of those inside are others. */
static size_t honest_hull(const Drawing *drawing, uint32_t group, const uint32_t *member, size_t n, Point *rim)
{
    const Layout *layout = drawing->layout;
    double foreign = 0;
    for (size_t i = 0; i < n; i++)
        corners(drawing, member[i], rim + 4 * i);
    size_t n_rim = hull_convex(rim, 4 * n);
    for (uint32_t i = 0; i < layout->n_nodes; i++)
        if (layout->group[i] != group)
            foreign += part_inside(drawing, i, rim, n_rim);
    return foreign <= .15 * (double)n ? n_rim : 0;
}

/* Shaded only where it tells the truth: under all members, else under those that stand together if few are left out,
 * and not the largest; in both cases with few others inside. */
static void add_ground(Drawing *drawing, uint32_t group)
{
    const Layout *layout = drawing->layout;
    g_autofree uint32_t *member = g_new(uint32_t, layout->n_nodes + 1);
    size_t n = 0;
    for (size_t i = 0; i < layout->n_nodes; i++) /* the largest comes first */
        if (layout->group[drawing->node[i]] == group)
            member[n++] = drawing->node[i];
    if (n < 4)
        return;
    uint32_t largest = member[0];
    g_autofree Point *rim = g_new(Point, 4 * n);
    size_t n_rim = honest_hull(drawing, group, member, n, rim);
    if (n_rim == 0) {
        size_t kept = gather(layout, member, n);
        if (kept < 4 || (double)kept < .7 * (double)n || member[0] != largest)
            return;
        n_rim = honest_hull(drawing, group, member, kept, rim);
    }
    if (n_rim == 0)
        return;
    Shape *ground = scene_add(drawing->scene, LAYER_GROUPS, SHAPE_POLYGON);
    ground->fill = ground->stroke = palette_group(group, drawing->options->dark);
    ground->stroke_width = 2 * GROUND_RIM;
    ground->opacity = drawing->options->dark ? .1 : .07;
    for (size_t i = 0; i < n_rim; i++) {
        scene_add_point(drawing->scene, ground, rim[i].x, rim[i].y);
        extend(drawing,
               (Box){rim[i].x - GROUND_RIM, rim[i].y - GROUND_RIM, rim[i].x + GROUND_RIM, rim[i].y + GROUND_RIM});
    }
}

static void add_grounds(Drawing *drawing)
{
    if (drawing->layout->n_groups > 1)
        for (uint32_t g = 0; g < drawing->layout->n_groups && g < N_GROUP_COLOURS; g++)
            add_ground(drawing, g);
}

/* ---- ties, actors, labels ---- */

static char *tie_tooltip(const Drawing *drawing, const Tie *tie)
{
    g_autofree char *a = label_clean(network_actor(drawing->network, tie->a)->label, 200);
    g_autofree char *b = label_clean(network_actor(drawing->network, tie->b)->label, 200);
    char number[NUMBER_SIZE];
    return g_strdup_printf("%s — %s: %u event%s, weight %s", a, b, tie->n_events, tie->n_events == 1 ? "" : "s",
                           number_short(tie->weight, number));
}

static void add_ties(Drawing *drawing)
{
    const Layout *layout = drawing->layout;
    g_autofree double *bend = tie_bends(drawing->network, layout, drawing->figure, drawing->tie, drawing->n_ties);
    double quiet = fmax(.55, fmin(1, sqrt(300.0 / (double)(drawing->n_ties + 1)))); /* many ties must not be a slab */
    for (size_t i = 0; i < drawing->n_ties; i++) {
        const Tie *tie = &drawing->network->tie[drawing->tie[i]];
        bool inside = same_group(layout, tie->a, tie->b);
        double share = tie_share(tie->weight, drawing->lightest, drawing->heaviest);
        Shape *curve = scene_add(drawing->scene, LAYER_TIES, SHAPE_CURVE);
        curve->x = layout->x[tie->a];
        curve->y = layout->y[tie->a];
        curve->end = (Point){layout->x[tie->b], layout->y[tie->b]};
        tie_control(curve->x, curve->y, curve->end.x, curve->end.y, bend[i], &curve->control.x, &curve->control.y);
        curve->stroke = inside ? colour_of(drawing, tie->a) : drawing->ink->between;
        curve->stroke_width = tie_width(share);
        curve->opacity = share * (inside ? .5 : .44) + quiet * (inside ? .22 : .16);
        curve->tooltip = tie_tooltip(drawing, tie);
        double mx = (curve->x + curve->end.x) / 4 + curve->control.x / 2;
        double my = (curve->y + curve->end.y) / 4 + curve->control.y / 2;
        extend(drawing, (Box){mx - 3, my - 3, mx + 3, my + 3});
    }
}

static char *actor_tooltip(const Drawing *drawing, uint32_t node)
{
    const Actor *actor = network_actor(drawing->network, node);
    g_autofree char *name = label_clean(actor->label, 300);
    g_autoptr(GString) text = g_string_new(name);
    if (actor->type != ACTOR_UNKNOWN)
        g_string_append_printf(text, " (%s)", actor_type_name(actor->type));
    Measure which, shown[] = {MEASURE_EVENTS, MEASURE_DEGREE, MEASURE_STRENGTH, N_MEASURES};
    if (size_column(drawing->scores, drawing->options, &which) && which != shown[0] && which != shown[1] &&
        which != shown[2])
        shown[3] = which;
    const char *joint = ": ";
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        const double *column = shown[i] < N_MEASURES ? drawing->scores->value[shown[i]] : NULL;
        if (!column || !isfinite(column[node]))
            continue;
        char number[NUMBER_SIZE];
        g_string_append_printf(text, "%s%s %s", joint, measure_name(shown[i]), number_short(column[node], number));
        joint = ", ";
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void add_actors(Drawing *drawing)
{
    for (size_t i = 0; i < drawing->layout->n_nodes; i++) {
        uint32_t at = drawing->node[i];
        double x = drawing->layout->x[at], y = drawing->layout->y[at];
        ActorType type = drawing->show_types ? network_actor(drawing->network, at)->type : ACTOR_COUNTRY;
        Shape *sign = scene_sign(drawing->scene, LAYER_ACTORS, type, x, y, drawing->layout->radius[at]);
        sign->fill = colour_of(drawing, at);
        sign->stroke = drawing->ink->page;
        sign->stroke_width = 1.4;
        sign->tooltip = actor_tooltip(drawing, at);
        extend(drawing, box_at(drawing->figure[at].whole, x, y));
    }
}

static void add_labels(Drawing *drawing)
{
    for (size_t i = 0; i < drawing->layout->n_nodes; i++) {
        uint32_t at = drawing->node[i];
        const Label *label = &drawing->figure[at].label;
        double font = drawing->layout->font[at], y = drawing->layout->y[at] + drawing->layout->radius[at];
        drawing->n_labels += label->n_lines > 0;
        for (size_t line = 0; line < label->n_lines; line++) {
            double baseline = y + font * (FIRST_BASELINE + LINE_HEIGHT * (double)line);
            Shape *text = scene_text(drawing->scene, LAYER_LABELS, drawing->layout->x[at], baseline, font,
                                     font_is_bold(font), drawing->ink->text, label->line[line]);
            text->anchor = ANCHOR_MIDDLE;
            text->stroke = drawing->ink->page;
            text->stroke_width = font * .24;
        }
    }
}

/* Over the rows of isolates, where there is something above them. */
static void add_isolates_heading(Drawing *drawing)
{
    double left = INFINITY, top = INFINITY;
    size_t n_alone = 0;
    for (size_t i = 0; i < drawing->layout->n_nodes; i++)
        if (drawing->layout->group[i] == UINT32_MAX) {
            left = fmin(left, drawing->layout->x[i] + drawing->figure[i].whole.left);
            top = fmin(top, drawing->layout->y[i] - drawing->layout->radius[i]);
            n_alone++;
        }
    if (n_alone > 0 && n_alone < drawing->layout->n_nodes)
        scene_text(drawing->scene, LAYER_LEGEND, left, top - 16, 11, true, drawing->ink->muted, "Without ties");
}

void drawing_add(Drawing *drawing)
{
    drawing->extent = (Box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    add_grounds(drawing);
    add_ties(drawing);
    add_actors(drawing);
    add_labels(drawing);
    add_isolates_heading(drawing);
}
