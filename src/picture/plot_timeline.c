/* plot_timeline.c - events of every slice of time by type, and below it who ranked where. */
#include "advance.h"
#include "label.h"
#include "number.h"
#include "plot.h"
#include "plot_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WIDE 620.0
#define TALL 170.0
#define LEFT 58.0
#define STEP 23.0        /* from rank to rank */
#define NAME_STEP 16.0   /* from name to name */
#define WIDEST_NAME 18.0 /* em */
enum { N_TYPES = 5 };    /* coloured ones; the rest are other */

typedef struct Kind {
    const char *name; /* interned; NULL: not told */
    size_t n;
} Kind;

typedef struct Plot {
    const Timeline *line;
    const Slices *slices;
    PlotPage *page;
    GArray *kind;    /* Kind, the most frequent first */
    size_t n_kinds;  /* shown: at most N_TYPES + 1 */
    unsigned *count; /* [slice * (N_TYPES + 1) + kind] */
    unsigned *place; /* [slice * n_leading + leading]: where it is drawn, from 1; 0 = not */
    char **name;     /* of the leading, as they fit */
    unsigned last_place;
    size_t n_ranked; /* slices that have ranks */
    double x;
} Plot;

/* ---- what is shown ---- */

static int by_number(const void *a, const void *b)
{
    const Kind *x = a, *y = b;
    return x->n != y->n ? (x->n > y->n ? -1 : 1) : g_strcmp0(x->name, y->name);
}

static const Event *event_of(const Plot *p, size_t column)
{
    const Incidence *in = p->line->incidence;
    return &in->corpus->event[in->event[column].i];
}

/* Column of an event in the table of counts. */
static size_t kind_of(const Plot *p, const char *type)
{
    size_t i = 0;
    while (i < p->kind->len && g_array_index(p->kind, Kind, i).name != type)
        i++;
    return MIN(i, p->n_kinds - 1);
}

static void find_kinds(Plot *p)
{
    p->kind = g_array_new(FALSE, FALSE, sizeof(Kind));
    for (size_t e = 0; e < p->line->incidence->n_events; e++) {
        const char *type = event_of(p, e)->type;
        guint i = 0;
        while (i < p->kind->len && g_array_index(p->kind, Kind, i).name != type)
            i++;
        if (i == p->kind->len) {
            Kind new = {type, 0};
            g_array_append_val(p->kind, new);
        }
        g_array_index(p->kind, Kind, i).n++;
    }
    g_array_sort(p->kind, by_number);
    p->n_kinds = MIN(p->kind->len, N_TYPES + 1);
}

/* An event counts in the slice in which its first day surely lies. */
static void count_events(Plot *p)
{
    p->count = g_new0(unsigned, p->slices->n *(N_TYPES + 1) + 1);
    for (size_t e = 0; e < p->line->incidence->n_events; e++) {
        const Event *event = event_of(p, e);
        for (size_t s = 0; s < p->slices->n; s++)
            if (date_within(event->first, p->slices->period[s].from, p->slices->period[s].to) == DATE_WITHIN_YES) {
                p->count[s * (N_TYPES + 1) + kind_of(p, event->type)]++;
                break;
            }
    }
}

/* Slices that have ranks; one alone is a ranking, not a course. */
static size_t count_ranked(const Timeline *line)
{
    size_t n = 0;
    for (size_t s = 0; s < line->slices->n; s++) {
        bool any = false;
        for (size_t i = 0; i < line->n_leading; i++)
            any |= line->rank[s * line->n_leading + i] != 0;
        n += any;
    }
    return n;
}

/* Of equals the first stands on the rank itself, the others right below: 1-1-3 ranks leave the room. */
static void find_places(Plot *p)
{
    const Timeline *line = p->line;
    size_t n = line->n_leading;
    p->place = g_new0(unsigned, p->slices->n *n + 1);
    for (size_t s = 0; s < p->slices->n && p->n_ranked > 1; s++)
        for (size_t i = 0; i < n; i++) {
            uint32_t rank = line->rank[s * n + i], place = rank;
            for (size_t j = 0; j < i; j++)
                place += line->rank[s * n + j] == rank;
            if (rank && place <= TIMELINE_RANKS) {
                p->place[s * n + i] = place;
                p->last_place = MAX(p->last_place, place);
            }
        }
    p->name = g_new0(char *, n + 1);
    for (size_t i = 0; i < n; i++) {
        g_autofree char *clean = label_clean(line->leading[i], 200);
        p->name[i] = label_fit(clean, WIDEST_NAME, false);
    }
}

/* ---- axes ---- */

static double x_of(const Plot *p, size_t slice) { return p->x + WIDE * ((double)slice + .5) / (double)p->slices->n; }

/* "2016", "2016-Q3", "2016-07"; of a part its beginning. Heap. */
static char *name_of(const Period *period) { return g_strndup(period->label, strlen(period->label) > 8 ? 7 : 8); }

/* As many names of slices as find room, on one baseline. */
static void name_slices(const Plot *p, double baseline)
{
    double widest = 0;
    for (size_t s = 0; s < p->slices->n; s++) {
        g_autofree char *name = name_of(&p->slices->period[s]);
        widest = fmax(widest, PLOT_SMALL * advance_width(name, false));
    }
    size_t every = (size_t)ceil((widest + 8) * (double)p->slices->n / WIDE);
    for (size_t s = 0; s < p->slices->n; s += every) {
        g_autofree char *name = name_of(&p->slices->period[s]);
        plot_text(p->page, SIDE_MIDDLE, x_of(p, s), baseline, PLOT_SMALL, false, p->page->ink->muted, name);
    }
}

/* ---- events ---- */

/* One ink in shades: the colours below are actors. */
static double shade_of_kind(const Plot *p, size_t kind)
{
    static const double shade[N_TYPES + 1] = {.95, .78, .62, .48, .36, .25};
    return p->n_kinds > 1 ? shade[kind] : .8;
}

static const char *name_of_kind(const Plot *p, size_t kind)
{
    const char *name = g_array_index(p->kind, Kind, kind).name;
    if (kind == N_TYPES && p->kind->len > p->n_kinds)
        return "other";
    return name && *name ? name : "type not told";
}

static void key_of_kinds(Plot *p)
{
    KeyEntry entry[N_TYPES + 1];
    for (size_t k = 0; k < p->n_kinds; k++)
        entry[k] = (KeyEntry){SIGN_AGENCY, p->page->ink->muted, name_of_kind(p, k), shade_of_kind(p, k)};
    if (p->n_kinds > 1)
        plot_key(p->page, entry, p->n_kinds);
}

static void draw_stack(Plot *p, size_t slice, double bottom, double scale)
{
    double step = WIDE / (double)p->slices->n, width = fmin(44, step - fmin(4, step * .2)), y = bottom;
    for (size_t k = 0; k < p->n_kinds; k++) {
        unsigned n = p->count[slice * (N_TYPES + 1) + k];
        if (!n)
            continue;
        Shape *bar = plot_bar(p->page, LAYER_MARKS, x_of(p, slice) - width / 2, y - n * scale, width,
                              fmax(n * scale - .8, .4), p->page->ink->muted);
        bar->opacity = shade_of_kind(p, k);
        g_autofree char *kind = label_clean(name_of_kind(p, k), 60);
        bar->tooltip = g_strdup_printf("%s: %u %s%s", p->slices->period[slice].label, n,
                                       p->n_kinds > 1 ? kind : "event", p->n_kinds > 1 || n == 1 ? "" : "s");
        y -= n * scale;
    }
}

static void draw_events(Plot *p)
{
    PlotPage *page = p->page;
    unsigned most = 0;
    for (size_t s = 0; s < p->slices->n; s++) {
        unsigned n = 0;
        for (size_t k = 0; k < p->n_kinds; k++)
            n += p->count[s * (N_TYPES + 1) + k];
        most = MAX(most, n);
    }
    key_of_kinds(p);
    double bottom = page->y + TALL + 6;
    Ticks up = plot_ticks(0, most, 5, true);
    for (unsigned i = 0; i < up.n; i++) {
        g_autofree char *number = plot_number(ticks_at(&up, i));
        double y = bottom - TALL * ticks_at(&up, i) / ticks_last(&up);
        plot_line(page, LAYER_GRID, (Point){p->x, y}, (Point){p->x + WIDE, y}, page->ink->between, .6)->opacity = .45;
        plot_text(page, SIDE_RIGHT, p->x - 8, y + PLOT_SMALL * .36, PLOT_SMALL, false, page->ink->muted, number);
    }
    plot_text_upwards(page, SIDE_MIDDLE, p->x - LEFT + 14, bottom - TALL / 2, PLOT_FONT, page->ink->text, "events");
    for (size_t s = 0; s < p->slices->n; s++)
        draw_stack(p, s, bottom, TALL / ticks_last(&up));
    name_slices(p, bottom + 16);
    page->y = bottom + 34;
}

/* ---- ranks ---- */

static const char *colour_of_actor(const Plot *p, size_t i)
{
    return i < N_GROUP_COLOURS    ? palette_group((uint32_t)i, p->page->options->dark)
           : i == N_GROUP_COLOURS ? p->page->ink->text
                                  : p->page->ink->between;
}

static unsigned place_of(const Plot *p, size_t slice, size_t actor)
{
    return p->place[slice * p->line->n_leading + actor];
}

static double y_of(double top, unsigned place) { return top + STEP * (place - .5); }

/* A ground that joins those who share a rank. */
static void join_equals(Plot *p, size_t slice, double top)
{
    size_t n = p->line->n_leading;
    const uint32_t *rank = p->line->rank + slice * n;
    for (size_t i = 0; i < n; i++) {
        unsigned first = place_of(p, slice, i), last = first;
        if (!first || first != rank[i])
            continue;
        for (size_t j = 0; j < n; j++)
            if (rank[j] == rank[i] && place_of(p, slice, j))
                last = MAX(last, place_of(p, slice, j));
        if (last == first)
            continue;
        Shape *ground = plot_bar(p->page, LAYER_GRID, x_of(p, slice) - 9, y_of(top, first) - 9, 18,
                                 STEP * (last - first) + 18, p->page->ink->between);
        ground->corner = 9;
        ground->opacity = .22;
    }
}

static void draw_actor(Plot *p, size_t actor, double top)
{
    const char *colour = colour_of_actor(p, actor);
    for (size_t s = 0; s + 1 < p->slices->n; s++) {
        unsigned here = place_of(p, s, actor), next = place_of(p, s + 1, actor);
        if (here && next)
            plot_line(p->page, LAYER_MARKS, (Point){x_of(p, s), y_of(top, here)},
                      (Point){x_of(p, s + 1), y_of(top, next)}, colour, 2.4);
    }
    for (size_t s = 0; s < p->slices->n; s++) {
        unsigned place = place_of(p, s, actor);
        if (!place)
            continue;
        Shape *dot = scene_sign(p->page->scene, LAYER_MARKS, SIGN_COUNTRY, x_of(p, s), y_of(top, place), 5.5);
        dot->fill = colour;
        dot->tooltip = g_strdup_printf("%s: rank %u in %s", p->name[actor],
                                       p->line->rank[s * p->line->n_leading + actor], p->slices->period[s].label);
    }
}

typedef struct Wanted {
    double y;
    size_t actor;
} Wanted;

static int by_height(const void *a, const void *b)
{
    const Wanted *x = a, *y = b;
    return x->y != y->y ? (x->y < y->y ? -1 : 1) : x->actor < y->actor ? -1 : x->actor > y->actor;
}

/* Names at the right, each as near to its actor's last place as the others leave room. Returns where they end. */
static double name_actors(Plot *p, double top, double bottom)
{
    Wanted wanted[TIMELINE_LEADING];
    size_t n = 0;
    for (size_t i = 0; i < p->line->n_leading; i++)
        for (size_t s = p->slices->n; s-- > 0;)
            if (place_of(p, s, i)) {
                wanted[n++] = (Wanted){y_of(top, place_of(p, s, i)), i};
                break;
            }
    qsort(wanted, n, sizeof *wanted, by_height);
    double low = fmax(bottom - NAME_STEP / 2, top + NAME_STEP * ((double)n - .5));
    for (size_t i = 1; i < n; i++)
        wanted[i].y = fmax(wanted[i].y, wanted[i - 1].y + NAME_STEP);
    for (size_t i = n; i-- > 0; low -= NAME_STEP)
        wanted[i].y = fmin(wanted[i].y, low);
    for (size_t i = 0; i < n; i++) {
        double x = p->x + WIDE + 12;
        scene_sign(p->page->scene, LAYER_LEGEND, SIGN_COUNTRY, x, wanted[i].y, 4.5)->fill =
            colour_of_actor(p, wanted[i].actor);
        plot_text(p->page, SIDE_LEFT, x + 10, wanted[i].y + PLOT_FONT * .36, PLOT_FONT, false, p->page->ink->text,
                  p->name[wanted[i].actor]);
    }
    return n ? fmax(bottom, wanted[n - 1].y + NAME_STEP / 2) : bottom;
}

static void draw_ranks(Plot *p)
{
    PlotPage *page = p->page;
    double top = page->y + 12, bottom = top + STEP * p->last_place;
    for (unsigned place = 1; place <= p->last_place; place++) {
        g_autofree char *number = g_strdup_printf("%u", place);
        plot_line(page, LAYER_GRID, (Point){p->x, y_of(top, place)}, (Point){p->x + WIDE, y_of(top, place)},
                  page->ink->between, .6)
            ->opacity = .3;
        plot_text(page, SIDE_RIGHT, p->x - 8, y_of(top, place) + PLOT_SMALL * .36, PLOT_SMALL, false, page->ink->muted,
                  number);
    }
    plot_text_upwards(page, SIDE_MIDDLE, p->x - LEFT + 14, (top + bottom) / 2, PLOT_FONT, page->ink->text, "rank");
    for (size_t s = 0; s < p->slices->n; s++)
        join_equals(p, s, top);
    for (size_t i = p->line->n_leading; i-- > 0;) /* the first on top */
        draw_actor(p, i, top);
    double end = name_actors(p, top, bottom);
    name_slices(p, bottom + 14);
    page->y = fmax(bottom + 18, end);
}

/* ---- all ---- */

static void say_what_is_missing(const Plot *p)
{
    const Slices *s = p->slices;
    bool blanks = false, deeper = false, equals = false;
    size_t n = p->line->n_leading;
    for (size_t i = 0; i < s->n; i++) {
        blanks |= s->period[i].n_events < TIMELINE_FEWEST;
        for (size_t k = 0; k < n; k++) {
            deeper |= p->line->rank[i * n + k] && !place_of(p, i, k);
            equals |= place_of(p, i, k) != 0 && place_of(p, i, k) != p->line->rank[i * n + k];
        }
    }
    g_autoptr(GString) text = g_string_new(NULL);
    if (p->last_place)
        g_string_append_printf(text, "Ranks by %s in each slice, of those who lead over the whole time.",
                               p->line->heading);
    if (p->last_place && equals)
        g_string_append(text, " Joined dots share the upper rank.");
    if (p->last_place && deeper)
        g_string_append_printf(text, " Ranks below %d are not drawn.", TIMELINE_RANKS);
    if (!p->last_place && n)
        g_string_append_printf(text, "No ranks are drawn: fewer than two slices have %d events.", TIMELINE_FEWEST);
    else if (blanks && p->last_place)
        g_string_append_printf(text, "%sSlices of fewer than %d events show no ranks.", text->len ? " " : "",
                               TIMELINE_FEWEST);
    if (s->n_unplaced)
        g_string_append_printf(text, "%s%zu event%s cannot be placed in one slice (%zu undated).", text->len ? " " : "",
                               s->n_unplaced, s->n_unplaced == 1 ? "" : "s", s->n_undated);
    if (text->len)
        plot_page_note(p->page, text->str);
}

static char *describe(const Plot *p)
{
    if (!p->slices->n)
        return g_strdup("No dated events.");
    size_t most = 0, all = 0;
    for (size_t s = 0; s < p->slices->n; s++) {
        all += p->slices->period[s].n_events;
        if (p->slices->period[s].n_events > p->slices->period[most].n_events)
            most = s;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "%zu events from %s to %s, most in %s (%zu)", all, p->slices->period[0].label,
                           p->slices->period[p->slices->n - 1].label, p->slices->period[most].label,
                           p->slices->period[most].n_events);
    for (size_t i = 0; i < MIN(p->line->n_leading, 3) && p->last_place; i++)
        g_string_append_printf(text, "%s%s", i ? ", " : ". Leading: ", p->name[i]);
    g_string_append_c(text, '.');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

Scene *plot_timeline(const Timeline *line, const PictureOptions *options)
{
    Plot p = {.line = line, .slices = line->slices, .n_ranked = count_ranked(line)};
    find_kinds(&p);
    count_events(&p);
    find_places(&p);
    double names = 0;
    for (size_t i = 0; i < line->n_leading && p.last_place; i++)
        names = fmax(names, 24 + PLOT_FONT * advance_width(p.name[i], false));
    PlotPage page = plot_page_begin(options, LEFT + WIDE + names);
    p.page = &page;
    p.x = page.left + LEFT;
    if (p.slices->n) {
        draw_events(&p);
        if (p.last_place)
            draw_ranks(&p);
        say_what_is_missing(&p);
    } else {
        plot_page_note(&page, "No event has a date: there is no time to show.");
    }
    Scene *scene = plot_page_end(&page, p.last_place ? "Events and ranks in time" : "Events in time", describe(&p));
    g_array_free(p.kind, TRUE);
    g_free(p.count);
    g_free(p.place);
    g_strfreev(p.name);
    return scene;
}
