/* plot_matrix.c - who has which tie, as a matrix ordered by group. */
#include "advance.h"
#include "drawn_ties.h"
#include "label.h"
#include "name_key.h"
#include "number.h"
#include "plot.h"
#include "plot_page.h"

#include <math.h>
#include <string.h>

#define LARGEST_CELL 26.0
#define SMALLEST_CELL 13.5
#define WIDEST_MATRIX 780.0
#define WIDEST_NAME 18.0 /* em */
#define BAR 4.0          /* thickness of a group's mark beside the names */

enum { WHOLE_NAME = 200 };

typedef struct Matrix {
    const Network *network;
    Sociogram *sociogram;
    uint32_t *node; /* n: of each row and column */
    size_t n;
    char **name; /* as they fit */
    double cell, font, name_width, heaviest, lightest;
    double x, y; /* of the first cell */
} Matrix;

typedef struct Order {
    const Glyph *glyph;
    const uint32_t *place; /* of each node in the order of names */
} Order;

static int by_strength(const void *a, const void *b, void *user)
{
    const Order *order = user;
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    double p = steady(order->glyph[x].strength), q = steady(order->glyph[y].strength);
    if (p != q)
        return p < q ? 1 : -1;
    return order->place[x] < order->place[y] ? -1 : order->place[x] > order->place[y];
}

static int by_group(const void *a, const void *b, void *user)
{
    const Order *order = user;
    uint32_t x = order->glyph[*(const uint32_t *)a].group, y = order->glyph[*(const uint32_t *)b].group;
    return x != y ? (x < y ? -1 : 1) : by_strength(a, b, user);
}

/* The strongest, then those by group. */
static void find_order(Matrix *m)
{
    size_t n = m->network->n_nodes;
    m->node = glyphs_by_name(m->sociogram);
    g_autofree uint32_t *place = g_new(uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        place[m->node[i]] = (uint32_t)i;
    Order order = {m->sociogram->glyph, place};
    m->n = MIN(n, MATRIX_ROWS);
    g_qsort_with_data(m->node, (int)n, sizeof *m->node, by_strength, &order);
    g_qsort_with_data(m->node, (int)m->n, sizeof *m->node, by_group, &order);
}

/* What the authority calls it in short, or NULL. */
static const char *acronym_of(const Network *network, uint32_t node)
{
    const Cast *cast = network->incidence->cast;
    const Actor *actor = network_actor(network, node);
    for (uint32_t i = 0; actor->registered && i < actor->names.n; i++)
        if (name_is_acronym(cast->name[actor->names.first + i]))
            return cast->name[actor->names.first + i];
    return NULL;
}

/* The whole name, else the acronym, else what fits of the name. Heap. */
static char *fitting_name(const Matrix *m, size_t i)
{
    g_autofree char *clean = label_clean(m->sociogram->glyph[m->node[i]].label, WHOLE_NAME);
    g_autofree char *fit = label_fit(clean, WIDEST_NAME, false);
    const char *acronym = strcmp(fit, clean) != 0 ? acronym_of(m->network, m->node[i]) : NULL;
    return acronym ? label_clean(acronym, WHOLE_NAME) : g_steal_pointer(&fit);
}

static void find_sizes(Matrix *m)
{
    m->cell = fmax(SMALLEST_CELL, fmin(LARGEST_CELL, WIDEST_MATRIX / (double)MAX(m->n, 1)));
    m->font = fmin(PLOT_FONT, m->cell * .8);
    m->name = g_new0(char *, m->n + 1);
    m->lightest = INFINITY;
    for (size_t i = 0; i < m->n; i++) {
        m->name[i] = fitting_name(m, i);
        m->name_width = fmax(m->name_width, m->font * advance_width(m->name[i], false));
        for (size_t j = 0; j < i; j++) {
            const Tie *tie = network_tie(m->network, m->node[i], m->node[j]);
            m->heaviest = tie ? fmax(m->heaviest, tie->weight) : m->heaviest;
            m->lightest = tie ? fmin(m->lightest, tie->weight) : m->lightest;
        }
    }
}

static double shade(const Matrix *m, double weight) { return .14 + .86 * sqrt(weight / m->heaviest); }

static uint32_t group_at(const Matrix *m, size_t i) { return m->sociogram->glyph[m->node[i]].group; }

static void draw_tie(PlotPage *page, const Matrix *m, size_t i, size_t j, const Tie *tie)
{
    bool inside = group_at(m, i) == group_at(m, j);
    const char *colour = inside ? palette_group_of_many(group_at(m, i), page->options->dark) : page->ink->between;
    for (int half = 0; half < 2; half++) {
        size_t row = half ? j : i, column = half ? i : j;
        Shape *cell = plot_bar(page, LAYER_MARKS, m->x + m->cell * (double)column + .5,
                               m->y + m->cell * (double)row + .5, m->cell - 1, m->cell - 1, colour);
        cell->opacity = shade(m, tie->weight);
        if (!half)
            cell->tooltip = sociogram_tie_text(m->sociogram, tie);
    }
}

static void draw_cells(PlotPage *page, const Matrix *m)
{
    double side = m->cell * (double)m->n;
    Shape *ground = plot_bar(page, LAYER_GRID, m->x, m->y, side, side, page->ink->between);
    ground->opacity = .07;
    for (size_t i = 0; i < m->n; i++) {
        double from = m->cell * (double)i + 3, to = m->cell * (double)(i + 1) - 3;
        plot_line(page, LAYER_GRID, (Point){m->x + from, m->y + from}, (Point){m->x + to, m->y + to},
                  page->ink->between, .8)
            ->opacity = .6; /* nobody is tied to itself */
        for (size_t j = 0; j < i; j++) {
            const Tie *tie = network_tie(m->network, m->node[i], m->node[j]);
            if (tie)
                draw_tie(page, m, i, j, tie);
        }
    }
}

/* From the first to the last row of each group: a mark beside the names, and a frame. */
static void draw_groups(PlotPage *page, const Matrix *m)
{
    for (size_t first = 0, end; first < m->n; first = end) {
        uint32_t group = group_at(m, first);
        for (end = first + 1; end < m->n && group_at(m, end) == group; end++)
            ;
        if (group == UINT32_MAX)
            continue;
        double from = m->cell * (double)first, length = m->cell * (double)(end - first);
        const char *colour = palette_group_of_many(group, page->options->dark);
        plot_bar(page, LAYER_MARKS, m->x - BAR - 3, m->y + from + .5, BAR, length - 1, colour);
        plot_bar(page, LAYER_MARKS, m->x + from + .5, m->y - BAR - 3, length - 1, BAR, colour);
        Shape *frame = plot_bar(page, LAYER_MARKS, m->x + from, m->y + from, length, length, NULL);
        frame->stroke = page->ink->text;
        frame->stroke_width = 1.3;
    }
}

static void draw_names(PlotPage *page, const Matrix *m)
{
    for (size_t i = 0; i < m->n; i++) {
        double middle = m->cell * ((double)i + .5) + m->font * .36;
        Shape *name[] = {
            plot_text(page, SIDE_RIGHT, m->x - BAR - 8, m->y + middle, m->font, false, page->ink->text, m->name[i]),
            plot_text_upwards(page, SIDE_LEFT, m->x + middle, m->y - BAR - 8, m->font, page->ink->text, m->name[i])};
        g_autofree char *whole = label_clean(m->sociogram->glyph[m->node[i]].label, WHOLE_NAME);
        for (size_t k = 0; k < G_N_ELEMENTS(name) && strcmp(whole, m->name[i]) != 0; k++)
            name[k]->tooltip = g_strdup(whole); /* what did not fit */
    }
}

/* What a light, a middle and the darkest cell mean. */
static void draw_key(PlotPage *page, const Matrix *m)
{
    double value[] = {m->lightest, (m->lightest + m->heaviest) / 2, m->heaviest};
    char *text[G_N_ELEMENTS(value)];
    KeyEntry entry[G_N_ELEMENTS(value)];
    bool one = steady(m->lightest) == steady(m->heaviest);
    size_t n = m->heaviest > 0 ? one ? 1 : G_N_ELEMENTS(value) : 0;
    for (size_t i = 0; i < n; i++) {
        g_autofree char *number = plot_number(number_round(value[i], 2));
        text[i] = g_strconcat(i == 0 ? "tie weight " : "", number, NULL);
        entry[i] = (KeyEntry){SIGN_AGENCY, page->ink->between, text[i], shade(m, value[i])};
    }
    plot_key(page, entry, n);
    for (size_t i = 0; i < n; i++)
        g_free(text[i]);
}

static char *describe(const Matrix *m, size_t n_groups)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "Adjacency matrix of %zu actor%s in %zu group%s", m->n, m->n == 1 ? "" : "s", n_groups,
                           n_groups == 1 ? "" : "s");
    const Tie *heaviest = NULL;
    size_t a = 0, b = 0;
    for (size_t i = 0; i < m->n; i++)
        for (size_t j = 0; j < i; j++) {
            const Tie *tie = network_tie(m->network, m->node[i], m->node[j]);
            if (tie && (!heaviest || steady(tie->weight) > steady(heaviest->weight))) {
                heaviest = tie;
                a = j;
                b = i;
            }
        }
    if (heaviest)
        g_string_append_printf(text, ". Heaviest tie: %s — %s", m->name[a], m->name[b]);
    g_string_append_c(text, '.');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static size_t count_groups(const Matrix *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++)
        n += group_at(m, i) != UINT32_MAX && (i == 0 || group_at(m, i) != group_at(m, i - 1));
    return n;
}

Scene *plot_matrix(const Scores *scores, const PictureOptions *options)
{
    Matrix m = {.network = scores->network, .sociogram = sociogram_network(scores->network, scores, options)};
    find_order(&m);
    find_sizes(&m);
    size_t n_groups = count_groups(&m);
    double room = m.name_width + BAR + 8, side = m.cell * (double)m.n;
    g_autofree char *what = m.n < m.network->n_nodes ? g_strdup_printf("Ties by group, the %zu strongest of %zu actors",
                                                                       m.n, m.network->n_nodes)
                                                     : g_strdup("Ties by group");
    PlotPage page = plot_page_begin(options, room + side);
    if (m.n) {
        draw_key(&page, &m);
        m.x = page.left + room + fmax(0, (page.right - page.left - room - side) / 2);
        m.y = page.y + room;
        draw_cells(&page, &m);
        draw_groups(&page, &m);
        draw_names(&page, &m);
        page.y = m.y + side + 6;
        plot_page_note(&page, n_groups > 1 ? "Inside a group ties are in its colour, between groups grey; actors stand "
                                             "by group, then by the sum of their ties' weights."
                                           : "Actors stand by the sum of their ties' weights.");
    } else {
        plot_page_note(&page, "No actors in this selection.");
    }
    Scene *scene = plot_page_end(&page, what, describe(&m, n_groups));
    g_strfreev(m.name);
    g_free(m.node);
    sociogram_free(m.sociogram);
    return scene;
}
