/* layout.c - where actors stand: each component by Graphviz's sfdp, then all packed, isolates in rows below. */
#include "boxes.h"
#include "disjoint.h"
#include "drawn_ties.h"
#include "error.h"
#include "pack.h"
#include "placing.h"
#include "stature.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

/* Space between parts, and above the rows of isolates (there stands their heading). */
#define PART_GAP 44.0
#define ISOLATES_GAP 64.0
#define ISOLATES_WIDTH 620.0
#define CELL_GAP 26.0
#define ROW_GAP 18.0
#define ASPECT 1.45
#define ROOM 115.0 /* side of the square an actor should have, where there are few */

void layout_free(Layout *layout)
{
    if (!layout)
        return;
    g_free(layout->x);
    g_free(layout->y);
    g_free(layout->radius);
    g_free(layout->font);
    g_free(layout->group);
    g_free(layout);
}

Layout *layout_new(size_t n)
{
    Layout *layout = g_new0(Layout, 1);
    layout->n_nodes = n;
    layout->x = g_new0(double, n + 1);
    layout->y = g_new0(double, n + 1);
    layout->radius = g_new0(double, n + 1);
    layout->font = g_new0(double, n + 1);
    layout->group = g_new0(uint32_t, n + 1);
    return layout;
}

/* What is being laid out. */
typedef struct Work {
    const Sociogram *sociogram;
    const Figure *figure;
    Layout *layout;
    unsigned long seed;
    uint32_t *node; /* by name */
    uint32_t *rank; /* node → place by name */
    uint32_t *tie;  /* drawn, by the places of their ends */
    size_t n_ties;
} Work;

/* ---- Graphviz ---- */

static GString *graphviz_words; /* its error callback has no room for a pointer of ours */

static int keep_words(char *text)
{
    if (graphviz_words && graphviz_words->len < 400)
        g_string_append(graphviz_words, text);
    return 0;
}

static void declare(Agraph_t *graph, int kind, const char *name, const char *value)
{
    agattr(graph, kind, (char *)name, (char *)value);
}

static Agraph_t *graph_open(unsigned long seed)
{
    Agraph_t *graph = agopen((char *)"network", Agundirected, NULL);
    g_autofree char *start = g_strdup_printf("%lu", seed);
    static const char *const recipe[][2] = {{"K", ".5"},          {"repulsiveforce", "1.2"},
                                            {"overlap", "prism"}, {"overlap_scaling", "-2"},
                                            {"sep", "+6"},        {"splines", "false"}};
    for (size_t i = 0; i < G_N_ELEMENTS(recipe); i++)
        declare(graph, AGRAPH, recipe[i][0], recipe[i][1]);
    declare(graph, AGRAPH, "start", start);
    static const char *const box[][2] = {
        {"shape", "box"}, {"fixedsize", "true"}, {"label", ""}, {"width", ".1"}, {"height", ".1"}};
    for (size_t i = 0; i < G_N_ELEMENTS(box); i++)
        declare(graph, AGNODE, box[i][0], box[i][1]);
    declare(graph, AGEDGE, "weight", "1");
    return graph;
}

/* An inch is 72 points; a point is our px. */
static void set_inches(void *object, const char *name, double px)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    agset(object, (char *)name, g_ascii_formatd(text, sizeof text, "%.4f", px / 72));
}

/* Nodes member[0 … n), which are places by name, in ascending order. */
static Agraph_t *graph_of(const Work *work, const uint32_t *member, size_t n, const uint32_t *component, Agnode_t **out)
{
    Agraph_t *graph = graph_open(work->seed);
    for (size_t i = 0; i < n; i++) {
        char id[16];
        g_snprintf(id, sizeof id, "n%u", member[i]);
        const Box *box = &work->figure[work->node[member[i]]].whole;
        Agnode_t *node = out[member[i]] = agnode(graph, id, 1);
        set_inches(node, "width", box->right - box->left);
        set_inches(node, "height", box->bottom - box->top);
    }
    for (size_t i = 0; i < work->n_ties; i++) {
        const Tie *tie = &work->sociogram->tie[work->tie[i]];
        uint32_t a = MIN(work->rank[tie->a], work->rank[tie->b]), b = MAX(work->rank[tie->a], work->rank[tie->b]);
        if (component[a] != component[member[0]])
            continue;
        char weight[G_ASCII_DTOSTR_BUF_SIZE];
        Agedge_t *edge = agedge(graph, out[a], out[b], NULL, 1);
        agset(edge, (char *)"weight", g_ascii_formatd(weight, sizeof weight, "%.6g", tie->weight));
    }
    return graph;
}

/* prism adds up in the order of addresses, so that its last digits differ from run to run: by 1e-11 for 80 actors, by
 * 1e-9 for 300. Rounded here, before anything else is added, the rest is the same each time. */
static double tenths(double value) { return round(value * 10) / 10; }

/* Runs sfdp and reads the positions of one component; false where it failed or a position is no number. */
static bool run_sfdp(GVC_t *context, const Work *work, const uint32_t *member, size_t n, const uint32_t *component)
{
    g_autofree Agnode_t **node = g_new0(Agnode_t *, work->layout->n_nodes);
    Agraph_t *graph = graph_of(work, member, n, component, node);
    srand((unsigned)work->seed); /* sfdp coarsens by rand() before it seeds it */
    bool fine = gvLayout(context, graph, "sfdp") == 0;
    for (size_t i = 0; fine && i < n; i++) {
        uint32_t at = work->node[member[i]];
        const Box *box = &work->figure[at].whole;
        work->layout->x[at] = tenths(ND_coord(node[member[i]]).x);
        work->layout->y[at] = -tenths(ND_coord(node[member[i]]).y) - (box->top + box->bottom) / 2;
        fine = isfinite(work->layout->x[at]) && isfinite(work->layout->y[at]);
    }
    gvFreeLayout(context, graph);
    agclose(graph);
    return fine;
}

/* ---- parts ---- */

static void place_pair(const Work *work, const uint32_t *member)
{
    uint32_t a = work->node[member[0]], b = work->node[member[1]];
    work->layout->x[a] = work->layout->y[a] = work->layout->y[b] = 0;
    work->layout->x[b] = work->figure[a].whole.right - work->figure[b].whole.left + 60;
}

/* What prism leaves over; without it (Graphviz built without GTS) everything. */
static void remove_overlaps(const Work *work, const uint32_t *member, size_t n)
{
    g_autofree Box *box = g_new(Box, n);
    g_autofree double *x = g_new(double, n), *y = g_new(double, n);
    for (size_t i = 0; i < n; i++) {
        uint32_t at = work->node[member[i]];
        box[i] = work->figure[at].whole;
        x[i] = work->layout->x[at];
        y[i] = work->layout->y[at];
    }
    boxes_separate(box, x, y, n, 2);
    for (size_t i = 0; i < n; i++) {
        work->layout->x[work->node[member[i]]] = x[i];
        work->layout->y[work->node[member[i]]] = y[i];
    }
}

static Box extent(const Work *work, const uint32_t *member, size_t n)
{
    Box all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < n; i++) {
        uint32_t at = work->node[member[i]];
        all = box_union(all, box_at(work->figure[at].whole, work->layout->x[at], work->layout->y[at]));
    }
    return all;
}

/* Few actors would stand too close for their ties to be seen: sfdp's distances are made for many. */
static void spread_out(const Work *work, const uint32_t *member, size_t n)
{
    Box all = extent(work, member, n);
    double size = sqrt((all.right - all.left) * (all.bottom - all.top)), factor = ROOM * sqrt((double)n) / size;
    factor = fmin(factor, 1.8);
    for (size_t i = 0; factor > 1 && i < n; i++) {
        work->layout->x[work->node[member[i]]] *= factor;
        work->layout->y[work->node[member[i]]] *= factor;
    }
}

static void move(const Work *work, const uint32_t *member, size_t n, double dx, double dy)
{
    for (size_t i = 0; i < n; i++) {
        work->layout->x[work->node[member[i]]] += dx;
        work->layout->y[work->node[member[i]]] += dy;
    }
}

/* Components of the drawn ties over places by name: component[place] is its first place. */
static uint32_t *components(const Work *work)
{
    size_t n = work->layout->n_nodes;
    uint32_t *parent = g_new(uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        parent[i] = i;
    for (size_t i = 0; i < work->n_ties; i++) {
        const Tie *tie = &work->sociogram->tie[work->tie[i]];
        disjoint_unite(parent, work->rank[tie->a], work->rank[tie->b]);
    }
    for (uint32_t i = 0; i < n; i++) /* a parent stands before its children */
        parent[i] = parent[parent[i]];
    return parent;
}

typedef struct Component {
    uint32_t first; /* place by name of its first member */
    uint32_t n;
    uint32_t begin; /* of its members in the array of all */
} Component;

static int largest_first(const void *a, const void *b)
{
    const Component *p = a, *q = b;
    return p->n != q->n ? (p->n > q->n ? -1 : 1) : (p->first > q->first) - (p->first < q->first);
}

/* Components, the largest first, and the places of their members, ascending in each. */
static Component *sort_components(const uint32_t *component, size_t n, uint32_t *member, size_t *n_components)
{
    Component *part = g_new0(Component, n + 1);
    g_autofree uint32_t *part_of = g_new0(uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        part[component[i]].n++;
    *n_components = 0;
    for (uint32_t i = 0; i < n; i++)
        if (part[i].n > 0)
            part[(*n_components)++] = (Component){.first = i, .n = part[i].n};
    qsort(part, *n_components, sizeof *part, largest_first);
    uint32_t begin = 0;
    for (uint32_t i = 0; i < *n_components; i++) {
        part_of[part[i].first] = i;
        part[i].begin = begin;
        begin += part[i].n;
    }
    g_autofree uint32_t *filled = g_new0(uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = part_of[component[i]];
        member[part[at].begin + filled[at]++] = i;
    }
    return part;
}

static bool place_parts(GVC_t *context, const Work *work, const Component *part, size_t n, const uint32_t *member,
                        const uint32_t *component, double *width, double *height)
{
    g_autofree Part *rectangle = g_new0(Part, n + 1);
    g_autofree Box *at = g_new0(Box, n + 1);
    for (size_t i = 0; i < n; i++) {
        const uint32_t *own = member + part[i].begin;
        if (part[i].n == 2)
            place_pair(work, own);
        else if (!run_sfdp(context, work, own, part[i].n, component))
            return false;
        remove_overlaps(work, own, part[i].n);
        spread_out(work, own, part[i].n);
        at[i] = extent(work, own, part[i].n);
        rectangle[i] = (Part){.width = at[i].right - at[i].left, .height = at[i].bottom - at[i].top};
    }
    pack_parts(rectangle, n, PART_GAP, ASPECT, width, height);
    for (size_t i = 0; i < n; i++)
        move(work, member + part[i].begin, part[i].n, rectangle[i].left - at[i].left, rectangle[i].top - at[i].top);
    return true;
}

/* One block of isolates that line up in rows and columns, from top on; returns its lower end. */
static double place_rows(const Work *work, const uint32_t *at, size_t n, double width, double top)
{
    if (n == 0)
        return top;
    g_autofree double *cell = g_new(double, n), *column = g_new(double, n);
    for (size_t i = 0; i < n; i++)
        cell[i] = work->figure[at[i]].whole.right - work->figure[at[i]].whole.left;
    size_t columns;
    pack_columns(cell, n, CELL_GAP, width, &columns, column);
    for (size_t row = 0; row < n; row += columns) {
        double radius = 0, down = 0, left = 0;
        for (size_t i = row; i < MIN(n, row + columns); i++) {
            radius = fmax(radius, work->layout->radius[at[i]]);
            down = fmax(down, work->figure[at[i]].whole.bottom);
        }
        for (size_t i = row; i < MIN(n, row + columns); i++) {
            work->layout->x[at[i]] = left + column[i - row] / 2;
            work->layout->y[at[i]] = top + radius;
            left += column[i - row] + CELL_GAP;
        }
        top += radius + down + ROW_GAP;
    }
    return top;
}

/* Isolates: the labelled ones by size, then the rest as dots. member: places by name. */
static void place_isolates(const Work *work, const uint32_t *member, size_t n, double width, double top)
{
    g_autofree uint32_t *at = g_new(uint32_t, n + 1);
    size_t n_labelled = 0, filled = 0;
    double area = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < n; i++) {
            uint32_t node = work->node[member[i]];
            const Box *box = &work->figure[node].whole;
            if ((work->figure[node].label.n_lines == 0) != pass)
                continue;
            at[filled++] = node;
            area += (box->right - box->left + CELL_GAP) * (box->bottom - box->top + ROW_GAP);
        }
        if (pass == 0)
            n_labelled = filled;
    }
    width = fmax(width, fmax(ISOLATES_WIDTH, sqrt(area * 2.4)));
    top = place_rows(work, at, n_labelled, width, top);
    place_rows(work, at + n_labelled, n - n_labelled, width, top + (n_labelled ? CELL_GAP / 2 : 0));
}

static bool place_all(GVC_t *context, const Work *work)
{
    size_t n = work->layout->n_nodes, n_components, n_parts = 0;
    g_autofree uint32_t *component = components(work), *member = g_new0(uint32_t, n + 1);
    g_autofree Component *part = sort_components(component, n, member, &n_components);
    while (n_parts < n_components && part[n_parts].n > 1)
        n_parts++;
    double width = 0, height = 0;
    if (n_parts > 0 && !place_parts(context, work, part, n_parts, member, component, &width, &height))
        return false;
    if (n_parts < n_components)
        place_isolates(work, member + part[n_parts].begin, n - part[n_parts].begin, width,
                       n_parts ? height + ISOLATES_GAP : 0);
    return true;
}

/* ---- the whole ---- */

static int by_ends(const void *a, const void *b, void *user)
{
    const Work *work = user;
    const Tie *s = &work->sociogram->tie[*(const uint32_t *)a], *t = &work->sociogram->tie[*(const uint32_t *)b];
    uint32_t sa = work->rank[s->a], sb = work->rank[s->b], ta = work->rank[t->a], tb = work->rank[t->b];
    if (MIN(sa, sb) != MIN(ta, tb))
        return MIN(sa, sb) < MIN(ta, tb) ? -1 : 1;
    return (MAX(sa, sb) > MAX(ta, tb)) - (MAX(sa, sb) < MAX(ta, tb));
}

/* One for all layouts: gvFreeContext leaves its configuration text behind. */
static GVC_t *graphviz(void)
{
    static GVC_t *context;
    if (!context)
        context = gvContext();
    return context;
}

const char *layout_library(void)
{
    static char words[64];
    GVC_t *context = graphviz();
    g_snprintf(words, sizeof words, "Graphviz %s", context ? gvcVersion(context) : "");
    return words;
}

/* Graphviz in a locale whose decimal point is a point, its messages kept instead of printed. */
static bool with_graphviz(const Work *work, GError **error)
{
    locale_t plain = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0);
    locale_t before = plain ? uselocale(plain) : (locale_t)0;
    graphviz_words = g_string_new(NULL);
    agusererrf callback = agseterrf(keep_words);
    GVC_t *context = graphviz();
    bool fine = context && place_all(context, work);
    agseterrf(callback);
    if (!fine) {
        g_strdelimit(g_strstrip(graphviz_words->str), "\n\r", ' ');
        g_set_error(error, ENTENTE_ERROR, ERROR_IO,
                    "graphviz's sfdp could not lay out the network (%s); check that `sfdp -V` "
                    "works, or export the network without a picture",
                    *graphviz_words->str ? graphviz_words->str : "no reason given");
    }
    g_string_free(graphviz_words, TRUE);
    graphviz_words = NULL;
    if (plain) {
        uselocale(before);
        freelocale(plain);
    }
    return fine;
}

/* To hundredths of a px: what the files show. */
static void settle(Layout *layout)
{
    for (size_t i = 0; i < layout->n_nodes; i++) {
        layout->x[i] = round(layout->x[i] * 100) / 100;
        layout->y[i] = round(layout->y[i] * 100) / 100;
    }
}

Layout *layout_sociogram(const Sociogram *sociogram, const PictureOptions *options, GError **error)
{
    size_t n = sociogram->n_glyphs;
    g_autoptr(Layout) layout = layout_new(n);
    g_autofree uint32_t *node = glyphs_by_name(sociogram), *rank = g_new(uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        rank[node[i]] = i;
    stature_sizes(layout, sociogram, node);
    layout->n_groups = sociogram->n_groups;
    for (size_t i = 0; i < n; i++)
        layout->group[i] = sociogram->glyph[i].group;

    Work work = {.sociogram = sociogram, .layout = layout, .seed = options->seed, .node = node, .rank = rank};
    g_autofree uint32_t *tie = work.tie = shaping_ties(sociogram, &work.n_ties);
    g_qsort_with_data(tie, (int)work.n_ties, sizeof *tie, by_ends, &work);
    Figure *figure = figures_new(sociogram, layout);
    work.figure = figure;
    bool fine = options->known ? placing_fill(layout, sociogram, figure, node, options->known, error)
                               : with_graphviz(&work, error);
    settle(layout);
    figures_free(figure, n);
    return fine ? g_steal_pointer(&layout) : NULL;
}

Layout *layout_network(const Network *network, const Scores *scores, const PictureOptions *options, GError **error)
{
    g_autoptr(Sociogram) sociogram = sociogram_network(network, scores, options);
    return layout_sociogram(sociogram, options, error);
}
