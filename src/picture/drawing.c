/* drawing.c - the network itself in a scene: grounds of groups, ties, signs, labels. */
#include "drawing.h"
#include "advance.h"
#include "drawn_ties.h"
#include "legend.h"

#include <math.h>
#include <stdlib.h>

#define INSET 3.0       /* the rim is wide enough to be round */
#define GROUND_RIM 17.0 /* of a group's ground around its members */

static const char *colour_of(const Drawing *drawing, uint32_t node)
{
    return palette_group(drawing->sociogram->glyph[node].group, drawing->options->dark);
}

static bool same_group(const Glyph *glyph, uint32_t a, uint32_t b)
{
    return glyph[a].group == glyph[b].group && glyph[a].group != UINT32_MAX;
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
    box = (Box){box.left + INSET, box.top + INSET, box.right - INSET, box.bottom - INSET};
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
        if (drawing->sociogram->glyph[i].group != group)
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
        if (drawing->sociogram->glyph[drawing->node[i]].group == group)
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
    if (drawing->sociogram->n_groups > 1)
        for (uint32_t g = 0; g < drawing->sociogram->n_groups && g < N_GROUP_COLOURS; g++)
            add_ground(drawing, g);
}

/* ---- ties, glyphs, labels ---- */

static void add_ties(Drawing *drawing)
{
    const Layout *layout = drawing->layout;
    g_autofree double *bend = tie_bends(drawing->sociogram, layout, drawing->figure, drawing->tie, drawing->n_ties);
    bool two_mode = sociogram_is_two_mode(drawing->sociogram);
    double quiet = fmax(.55, fmin(1, sqrt(300.0 / (double)(drawing->n_ties + 1)))); /* many ties must not be a slab */
    for (size_t i = 0; i < drawing->n_ties; i++) {
        const Tie *tie = &drawing->sociogram->tie[drawing->tie[i]];
        bool inside = two_mode ? drawing->sociogram->glyph[tie->a].group != UINT32_MAX
                               : same_group(drawing->sociogram->glyph, tie->a, tie->b);
        double share = tie_share(tie->weight, drawing->lightest, drawing->heaviest);
        Shape *curve = scene_add(drawing->scene, LAYER_TIES, SHAPE_CURVE);
        curve->x = layout->x[tie->a];
        curve->y = layout->y[tie->a];
        curve->end = (Point){layout->x[tie->b], layout->y[tie->b]};
        tie_control(curve->x, curve->y, curve->end.x, curve->end.y, bend[i], &curve->control.x, &curve->control.y);
        curve->stroke = inside ? colour_of(drawing, tie->a) : drawing->ink->between;
        curve->stroke_width = drawing->thickness * (two_mode ? 1.1 : tie_width(share));
        curve->opacity = two_mode ? .2 + .25 * quiet : share * (inside ? .5 : .44) + quiet * (inside ? .22 : .15);
        curve->tooltip = sociogram_tie_text(drawing->sociogram, tie);
        double mx = (curve->x + curve->end.x) / 4 + curve->control.x / 2;
        double my = (curve->y + curve->end.y) / 4 + curve->control.y / 2;
        extend(drawing, (Box){mx - 3, my - 3, mx + 3, my + 3});
    }
}

static void add_glyphs(Drawing *drawing)
{
    for (size_t i = 0; i < drawing->layout->n_nodes; i++) {
        uint32_t at = drawing->node[i];
        const Glyph *glyph = &drawing->sociogram->glyph[at];
        double x = drawing->layout->x[at], y = drawing->layout->y[at];
        Shape *sign =
            scene_sign(drawing->scene, LAYER_ACTORS, drawing_sign(drawing, at), x, y, drawing->layout->radius[at]);
        bool event = glyph->sign == SIGN_EVENT;
        sign->fill = event ? drawing->ink->page : colour_of(drawing, at);
        sign->stroke = event ? drawing->ink->muted : drawing->ink->page;
        sign->stroke_width = 1.4 * sqrt(drawing->thickness);
        sign->tooltip = g_strdup(glyph->tooltip);
        sign->id = label_clean(glyph->id, 300);
        sign->name = label_clean(glyph->name, 300);
        sign->at = (Point){x, y};
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
            bool event = drawing->sociogram->glyph[at].sign == SIGN_EVENT;
            Shape *text =
                scene_text(drawing->scene, LAYER_LABELS, drawing->layout->x[at], baseline, font, font_is_bold(font),
                           event ? drawing->ink->muted : drawing->ink->text, label->line[line]);
            text->anchor = ANCHOR_MIDDLE;
            text->stroke = drawing->ink->page;
            text->stroke_width = font * .24;
        }
    }
}

/* Over the rows of isolates, where there is something above them, but not on it (--positions leaves all where it was).
 */
static void add_isolates_heading(Drawing *drawing)
{
    double left = INFINITY, top = INFINITY;
    size_t n_alone = 0;
    for (size_t i = 0; i < drawing->layout->n_nodes; i++)
        if (!drawing->sociogram->glyph[i].tied) {
            left = fmin(left, drawing->layout->x[i] + drawing->figure[i].whole.left);
            top = fmin(top, drawing->layout->y[i] - drawing->layout->radius[i]);
            n_alone++;
        }
    double width = 11 * advance_width("Without ties", true);
    Box heading = {left, top - 28, left + width, top - 13};
    bool covered = n_alone == 0 || n_alone == drawing->layout->n_nodes;
    for (size_t i = 0; !covered && i < drawing->layout->n_nodes; i++)
        covered = box_overlap(heading, box_at(drawing->figure[i].whole, drawing->layout->x[i], drawing->layout->y[i]));
    if (!covered)
        scene_text(drawing->scene, LAYER_LEGEND, left, top - 16, 11, true, drawing->ink->muted, "Without ties");
}

/* Small ones last, so that none hides behind a large one. */
static int largest_first(const void *a, const void *b, void *user)
{
    const Layout *layout = user;
    double p = layout->radius[*(const uint32_t *)a], q = layout->radius[*(const uint32_t *)b];
    return (p < q) - (p > q);
}

uint32_t *drawing_order(const Sociogram *sociogram, const Layout *layout)
{
    uint32_t *node = glyphs_by_name(sociogram);
    g_qsort_with_data(node, (int)layout->n_nodes, sizeof *node, largest_first, (void *)layout);
    return node;
}

bool drawing_shows_types(const Sociogram *sociogram)
{
    for (size_t i = 1; i < sociogram->n_actors; i++)
        if (sociogram->glyph[i].sign != sociogram->glyph[0].sign)
            return true;
    return false;
}

void drawing_add(Drawing *drawing)
{
    drawing->extent = (Box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    if (!drawing->in_panel)
        add_grounds(drawing);
    add_ties(drawing);
    add_glyphs(drawing);
    add_labels(drawing);
    if (!drawing->in_panel)
        add_isolates_heading(drawing);
}
