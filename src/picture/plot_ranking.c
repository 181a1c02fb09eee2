/* plot_ranking.c - the strongest actors as dots, with their intervals and rank sets. */
#include "advance.h"
#include "label.h"
#include "number.h"
#include "plot.h"
#include "plot_page.h"

#include <math.h>

#define ROW 22.0
#define AXIS_WIDTH 430.0
#define WIDEST_NAME 24.0 /* em */
#define GAP 16.0

typedef struct RankingPlot {
    const Scores *scores;
    Sociogram *sociogram;    /* names and signs */
    const Uncertainty *sure; /* NULL: no intervals */
    Ranking *ranking;
    Measure by;
    size_t n;    /* rows: actors with a rank */
    char **name; /* of each row, as it fits */
    char **value, **set;
    double name_width, value_width, set_width, rank_width;
    Ticks ticks;
    double axis; /* x of the first tick */
} RankingPlot;

static uint32_t node_of(const RankingPlot *p, size_t row) { return p->ranking->node[row]; }

static double score_of(const RankingPlot *p, size_t row)
{
    return (p->sure ? p->sure->estimate : p->scores->value[p->by])[node_of(p, row)];
}

static void find_rows(RankingPlot *p)
{
    while (p->n < MIN(p->ranking->n, RANKING_ROWS) && p->ranking->rank[p->n])
        p->n++;
    p->name = g_new0(char *, p->n + 1);
    p->value = g_new0(char *, p->n + 1);
    p->set = g_new0(char *, p->n + 1);
    for (size_t i = 0; i < p->n; i++) {
        uint32_t node = node_of(p, i), lo = p->sure ? p->sure->rank_lo[node] : 0;
        g_autofree char *clean = label_clean(p->sociogram->glyph[node].label, 200);
        p->name[i] = label_fit(clean, WIDEST_NAME, false);
        p->value[i] = plot_number(score_of(p, i));
        if (lo)
            p->set[i] = lo == p->sure->rank_hi[node] ? g_strdup_printf("%u", lo)
                                                     : g_strdup_printf("%u – %u", lo, p->sure->rank_hi[node]);
        else
            p->set[i] = g_strdup("");
        p->name_width = fmax(p->name_width, PLOT_FONT * advance_width(p->name[i], false));
        p->value_width = fmax(p->value_width, PLOT_FONT * advance_width(p->value[i], false));
        p->set_width = fmax(p->set_width, PLOT_FONT * advance_width(p->set[i], false));
    }
    p->rank_width = PLOT_FONT * advance_width("25=", false);
}

/* From 0, unless that would press all dots to the right. */
static void find_scale(RankingPlot *p)
{
    double smallest = INFINITY, largest = -INFINITY;
    for (size_t i = 0; i < p->n; i++) {
        uint32_t node = node_of(p, i);
        smallest = fmin(smallest, p->sure ? fmin(p->sure->lo[node], score_of(p, i)) : score_of(p, i));
        largest = fmax(largest, p->sure ? fmax(p->sure->hi[node], score_of(p, i)) : score_of(p, i));
    }
    if (smallest > 0 && smallest < .6 * largest)
        smallest = 0;
    p->ticks = plot_ticks(smallest, largest, 7, false);
}

static double x_of(const RankingPlot *p, double value)
{
    return p->axis + AXIS_WIDTH * (value - p->ticks.first) / (ticks_last(&p->ticks) - p->ticks.first);
}

/* Behind the rows, from the first to the last. */
static void draw_axis(PlotPage *page, const RankingPlot *p, double top, double bottom)
{
    for (unsigned i = 0; i < p->ticks.n; i++) {
        double x = x_of(p, ticks_at(&p->ticks, i));
        g_autofree char *number = plot_number(ticks_at(&p->ticks, i));
        plot_line(page, LAYER_GRID, (Point){x, top}, (Point){x, bottom}, page->ink->between, .6)->opacity = .45;
        plot_text(page, SIDE_MIDDLE, x, bottom + 15, PLOT_SMALL, false, page->ink->muted, number);
    }
}

/* "2=" where a rank is shared. Heap. */
static char *rank_of(const RankingPlot *p, size_t row)
{
    const uint32_t *rank = p->ranking->rank;
    bool shared = (row && rank[row - 1] == rank[row]) || (row + 1 < p->ranking->n && rank[row + 1] == rank[row]);
    return g_strdup_printf("%u%s", rank[row], shared ? "=" : "");
}

static char *tooltip_of(const RankingPlot *p, size_t row)
{
    if (!p->sure)
        return g_strdup_printf("%s: %s", p->name[row], p->value[row]);
    g_autofree char *lo = plot_number(p->sure->lo[node_of(p, row)]), *hi = plot_number(p->sure->hi[node_of(p, row)]);
    return g_strdup_printf("%s: %s, 95 %% interval %s – %s", p->name[row], p->value[row], lo, hi);
}

static void draw_marks(PlotPage *page, const RankingPlot *p, size_t row, double y)
{
    const char *accent = palette_group(0, page->options->dark);
    double x = x_of(p, score_of(p, row)), from = p->axis;
    if (p->sure) {
        double lo = x_of(p, p->sure->lo[node_of(p, row)]), hi = x_of(p, p->sure->hi[node_of(p, row)]);
        plot_line(page, LAYER_MARKS, (Point){lo, y}, (Point){hi, y}, accent, 2.4)->opacity = .5;
        from = lo;
    }
    if (!p->sure && x > from)
        plot_line(page, LAYER_MARKS, (Point){from, y}, (Point){x, y}, accent, 1.2)->opacity = .35;
    Shape *dot = scene_sign(page->scene, LAYER_MARKS, p->sociogram->glyph[node_of(p, row)].sign, x, y, 5);
    dot->fill = accent;
    dot->tooltip = tooltip_of(p, row);
}

static void draw_row(PlotPage *page, const RankingPlot *p, size_t row, double y)
{
    double baseline = y + PLOT_FONT * .36;
    g_autofree char *rank = rank_of(p, row);
    plot_text(page, SIDE_RIGHT, page->left + p->rank_width, baseline, PLOT_FONT, false, page->ink->muted, rank);
    plot_text(page, SIDE_RIGHT, p->axis - GAP, baseline, PLOT_FONT, false, page->ink->text, p->name[row]);
    double x = p->axis + AXIS_WIDTH + GAP + p->value_width;
    plot_text(page, SIDE_RIGHT, x, baseline, PLOT_FONT, false, page->ink->text, p->value[row]);
    if (*p->set[row])
        plot_text(page, SIDE_RIGHT, x + GAP + p->set_width, baseline, PLOT_FONT, false, page->ink->muted, p->set[row]);
}

static char *describe(const RankingPlot *p, const char *heading)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "Dot plot of %zu actors by %s", p->n, heading);
    for (size_t i = 0; i < MIN(p->n, 5); i++) {
        g_autofree char *one = tooltip_of(p, i);
        g_string_append_printf(text, "%s%s", i ? "; " : ". First: ", one);
    }
    g_string_append_c(text, '.');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void say_how_sure(PlotPage *page, const RankingPlot *p, const Uncertainty *u)
{
    if (p->ranking->all_tied && p->n > 1)
        plot_page_note(page, "All are equal: there is no order to show.");
    if (!u)
        return;
    if (!p->sure) {
        g_autofree char *why = g_strdup_printf("%c%s.", g_ascii_toupper(u->why_not[0]), u->why_not + 1);
        plot_page_note(page, why);
        return;
    }
    g_autofree char *how =
        g_strdup_printf("Dots: the score%s; lines: its 95 %% interval, from %u resamples of %zu independent %s.%s",
                        u->method == UNCERTAINTY_HALVES ? " in half the events" : "", u->n_resamples, u->n_clusters,
                        u->by == RESAMPLE_DOCUMENT ? "documents"
                        : u->by == RESAMPLE_SOURCE ? "sources"
                                                   : "events",
                        p->set_width > 0 ? " Ranks (right) hold with 95 % confidence for all actors at once." : "");
    plot_page_note(page, how);
}

static void draw_table(PlotPage *page, RankingPlot *p, const char *heading)
{
    p->axis = page->left + p->rank_width + GAP + p->name_width + GAP;
    double top = page->y + 12, bottom = top + ROW * (double)p->n;
    if (p->set_width > 0)
        plot_text(page, SIDE_RIGHT, page->right, page->y + 8, PLOT_SMALL, true, page->ink->muted, "ranks");
    draw_axis(page, p, top, bottom);
    for (size_t i = 0; i < p->n; i++) {
        double y = top + ROW * ((double)i + .5);
        draw_marks(page, p, i, y);
        draw_row(page, p, i, y);
    }
    g_autofree char *axis =
        g_strconcat(heading, p->sure && p->sure->method == UNCERTAINTY_HALVES ? ", in half the events" : "", NULL);
    g_autofree char *fitted = label_fit(axis, AXIS_WIDTH * 1.2 / PLOT_FONT, false);
    plot_text(page, SIDE_MIDDLE, p->axis + AXIS_WIDTH / 2, bottom + 34, PLOT_FONT, false, page->ink->text, fitted);
    page->y = bottom + 40;
}

Scene *plot_ranking(const Scores *scores, Measure by, const char *heading, const Uncertainty *u,
                    const PictureOptions *options)
{
    if (!heading)
        heading = measure_heading(by);
    RankingPlot p = {.scores = scores,
                     .sociogram = sociogram_network(scores->network, scores, options),
                     .sure = u && u->method != UNCERTAINTY_NONE ? u : NULL,
                     .ranking = ranking_new(scores, by),
                     .by = by};
    find_rows(&p);
    find_scale(&p);
    double width = p.rank_width + p.name_width + p.value_width + AXIS_WIDTH + 3 * GAP;
    if (p.set_width > 0)
        width += GAP + (p.set_width = fmax(p.set_width, PLOT_SMALL * advance_width("ranks", true)));
    g_autofree char *which =
        p.n < p.ranking->n ? g_strdup_printf("first %zu of %zu actors", p.n, p.ranking->n) : g_strdup("");
    g_autofree char *what = g_strconcat("Ranking by ", heading, *which ? ", " : "", which, NULL);
    PlotPage page = plot_page_begin(options, width);
    if (p.n) {
        plot_sign_key(&page, p.sociogram, p.ranking->node, p.n);
        draw_table(&page, &p, heading);
        say_how_sure(&page, &p, u);
    } else {
        plot_page_note(&page, "No actor in this selection has a score.");
    }
    Scene *scene = plot_page_end(&page, what, describe(&p, heading));
    g_strfreev(p.name);
    g_strfreev(p.value);
    g_strfreev(p.set);
    ranking_free(p.ranking);
    sociogram_free(p.sociogram);
    return scene;
}
