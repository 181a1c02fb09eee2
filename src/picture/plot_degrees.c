/* plot_degrees.c - how many partners actors have: bars, or the share with at least so many on logarithmic axes. */
#include "number.h"
#include "plot.h"
#include "plot_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WIDE 560.0
#define TALL 320.0
#define LEFT 58.0 /* for the numbers and the name of the axis */
enum { MOST_BARS = 30, BROAD_FROM = 100 };

typedef struct Degrees {
    unsigned *degree; /* n, ascending */
    size_t n, n_isolates;
    double mean;
    double x, y; /* left bottom of the plot */
} Degrees;

static int ascending(const void *a, const void *b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return x < y ? -1 : x > y;
}

static void find_degrees(Degrees *d, const Scores *scores)
{
    d->n = scores->n_nodes;
    d->degree = g_new0(unsigned, d->n + 1);
    for (size_t i = 0; i < d->n; i++) {
        d->degree[i] = (unsigned)scores->value[MEASURE_DEGREE][i];
        d->n_isolates += d->degree[i] == 0;
        d->mean += d->degree[i] / (double)d->n;
    }
    qsort(d->degree, d->n, sizeof *d->degree, ascending);
}

static bool is_broad(const Degrees *d)
{
    return d->n >= BROAD_FROM && d->degree[d->n - 1] >= 10 * MAX(d->degree[d->n / 2], 1);
}

/* Name of the vertical axis upwards on its left, of the other below. */
static void name_axes(PlotPage *page, const Degrees *d, const char *across, const char *up)
{
    plot_text(page, SIDE_MIDDLE, d->x + WIDE / 2, d->y + 38, PLOT_FONT, false, page->ink->text, across);
    plot_text_upwards(page, SIDE_MIDDLE, d->x - LEFT + 14, d->y - TALL / 2, PLOT_FONT, page->ink->text, up);
}

static void number_up(PlotPage *page, const Degrees *d, double y, const char *number)
{
    plot_line(page, LAYER_GRID, (Point){d->x, y}, (Point){d->x + WIDE, y}, page->ink->between, .6)->opacity = .45;
    plot_text(page, SIDE_RIGHT, d->x - 8, y + PLOT_SMALL * .36, PLOT_SMALL, false, page->ink->muted, number);
}

static void mark_mean(PlotPage *page, const Degrees *d, double x)
{
    g_autofree char *number = plot_number(d->mean), *text = g_strconcat("mean ", number, NULL);
    plot_line(page, LAYER_MARKS, (Point){x, d->y}, (Point){x, d->y - TALL - 6}, page->ink->text, 1.2);
    plot_text(page, SIDE_MIDDLE, x, d->y - TALL - 12, PLOT_SMALL, false, page->ink->text, text);
}

/* ---- bars ---- */

static void draw_bars(PlotPage *page, const Degrees *d)
{
    unsigned largest = d->degree[d->n - 1], width = (unsigned)plot_ticks(0, largest, MOST_BARS, true).step;
    unsigned n_bars = largest / width + 1, most = 0;
    g_autofree unsigned *count = g_new0(unsigned, n_bars);
    for (size_t i = 0; i < d->n; i++)
        count[d->degree[i] / width]++;
    for (unsigned i = 0; i < n_bars; i++)
        most = MAX(most, count[i]);
    Ticks up = plot_ticks(0, most, 6, true);
    for (unsigned i = 0; i < up.n; i++) {
        g_autofree char *number = plot_number(ticks_at(&up, i));
        number_up(page, d, d->y - TALL * ticks_at(&up, i) / ticks_last(&up), number);
    }
    double step = WIDE / n_bars, gap = fmin(2, step * .15);
    unsigned every = n_bars > 16 ? 5 : n_bars > 10 ? 2 : 1;
    for (unsigned i = 0; i < n_bars; i++) {
        double height = TALL * count[i] / ticks_last(&up);
        Shape *bar = plot_bar(page, LAYER_MARKS, d->x + step * i + gap, d->y - height, step - 2 * gap, height,
                              palette_group(0, page->options->dark));
        bar->opacity = .85;
        g_autofree char *range =
            width == 1 ? g_strdup_printf("%u", i) : g_strdup_printf("%u – %u", i * width, (i + 1) * width - 1);
        bar->tooltip = g_strdup_printf("%s partner%s: %u actor%s", range, width == 1 && i == 1 ? "" : "s", count[i],
                                       count[i] == 1 ? "" : "s");
        g_autofree char *number = g_strdup_printf("%u", i * width);
        if (i % every == 0)
            plot_text(page, SIDE_MIDDLE, d->x + step * (width == 1 ? i + .5 : i), d->y + 16, PLOT_SMALL, false,
                      page->ink->muted, number);
    }
    mark_mean(page, d, d->x + step * (d->mean / width + (width == 1 ? .5 : 0)));
    name_axes(page, d, "partners (degree)", "actors");
}

/* ---- logarithmic ---- */

static double across(const Degrees *d, double degree, double last)
{
    return d->x + WIDE * log10(fmax(degree, 1)) / log10(last);
}

static void draw_shares(PlotPage *page, const Degrees *d)
{
    double largest = d->degree[d->n - 1], last = pow(10, ceil(log10(largest * 1.05)));
    if (last / largest >= 4) /* no empty right half */
        last /= last / largest >= 8 ? 5 : 2;
    double decades = ceil(log10((double)d->n));
    for (int k = 0; k <= decades; k++) {
        g_autofree char *share = plot_number(100 * pow(10, -k)), *text = g_strconcat(share, " %", NULL);
        number_up(page, d, d->y - TALL * (1 - k / decades), text);
    }
    for (double power = 1; power <= last; power *= 10)
        for (unsigned digit = 1; digit <= 5; digit += digit == 1 ? 1 : 3) {
            if (power * digit > last * 1.001)
                break;
            double x = across(d, power * digit, last);
            g_autofree char *number = plot_number(power * digit);
            plot_line(page, LAYER_GRID, (Point){x, d->y}, (Point){x, d->y - TALL}, page->ink->between, .6)->opacity =
                digit == 1 ? .45 : .2;
            plot_text(page, SIDE_MIDDLE, x, d->y + 16, PLOT_SMALL, false, page->ink->muted, number);
        }
    for (size_t i = d->n_isolates; i < d->n; i++) {
        if (i > d->n_isolates && d->degree[i] == d->degree[i - 1])
            continue;
        double share = (double)(d->n - i) / (double)d->n;
        Shape *dot = scene_sign(page->scene, LAYER_MARKS, SIGN_COUNTRY, across(d, d->degree[i], last),
                                d->y - TALL * (1 + log10(share) / decades), 3.6);
        dot->fill = palette_group(0, page->options->dark);
        dot->opacity = .85;
        g_autofree char *percent = plot_number(100 * share);
        dot->tooltip = g_strdup_printf("%zu actors (%s %%) have %u or more", d->n - i, percent, d->degree[i]);
    }
    mark_mean(page, d, across(d, d->mean, last));
    name_axes(page, d, "partners (degree)", "share of actors with at least so many");
}

static char *describe(const Degrees *d)
{
    if (!d->n)
        return g_strdup("No actors.");
    g_autofree char *mean = plot_number(d->mean);
    return g_strdup_printf("Degree distribution of %zu actors: mean %s, median %u, largest %u, %zu without ties.", d->n,
                           mean, d->degree[d->n / 2], d->degree[d->n - 1], d->n_isolates);
}

Scene *plot_degrees(const Scores *scores, const PictureOptions *options)
{
    Degrees d = {0};
    find_degrees(&d, scores);
    g_autofree char *mean = plot_number(d.mean);
    g_autofree char *what =
        d.n ? g_strdup_printf("Partners of an actor: n = %zu, mean %s", d.n, mean) : g_strdup("Partners of an actor");
    PlotPage page = plot_page_begin(options, LEFT + WIDE);
    bool broad = d.n && is_broad(&d);
    if (d.n) {
        d.x = page.left + LEFT;
        d.y = page.y + TALL + 18;
        if (broad)
            draw_shares(&page, &d);
        else
            draw_bars(&page, &d);
        page.y = d.y + 46;
    } else {
        plot_page_note(&page, "No actors in this selection.");
    }
    if (broad)
        plot_page_note(&page, "Both axes are logarithmic (complementary cumulative distribution).");
    if (d.n_isolates) {
        g_autofree char *none =
            g_strdup_printf("%zu actor%s no partner%s.", d.n_isolates, d.n_isolates == 1 ? " has" : "s have",
                            broad ? ": counted in n, not on a logarithmic axis" : "");
        plot_page_note(&page, none);
    }
    Scene *scene = plot_page_end(&page, what, describe(&d));
    g_free(d.degree);
    return scene;
}
