/* test_plot.c - order, scales and words of the plots, empty and single cases, and that no text covers another. */
#include "boxes.h"
#include "drawn.h"
#include "plot.h"
#include "plot_page.h"

#include <math.h>

/* ---- numbers ---- */

static void test_ticks(void)
{
    static const struct {
        double smallest, largest;
        unsigned most;
        bool whole;
        double first, step;
        unsigned n;
    } wanted[] = {
        {0, 10, 6, false, 0, 2, 6},
        {0, 1, 6, false, 0, .2, 6},
        {0, 77, 7, false, 0, 20, 5},
        {3, 3, 5, true, 3, 1, 2},
        {0, 0, 5, true, 0, 1, 2},
        {0, 3, 5, true, 0, 1, 4},
        {0, 1, 5, true, 0, 1, 2},
        {-4, 9, 6, false, -5, 5, 4},
        {.9981, .9989, 6, false, .998, .0002, 6},
        {0, 1234567, 6, false, 0, 500000, 4},
        {1e-9, 4e-9, 5, false, 1e-9, 1e-9, 4},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        Ticks t = plot_ticks(wanted[i].smallest, wanted[i].largest, wanted[i].most, wanted[i].whole);
        g_assert_cmpuint(t.n, ==, wanted[i].n);
        g_assert_true(steady(t.step) == steady(wanted[i].step));
        g_assert_true(steady(t.first) == steady(wanted[i].first));
    }
    for (double lo = -7; lo < 50; lo += 3.3) /* whatever is asked: enough, not too many, all inside */
        for (double span = .001; span < 1e6; span *= 3.7)
            for (unsigned most = 3; most < 12; most++) {
                Ticks t = plot_ticks(lo, lo + span, most, false);
                g_assert_cmpuint(t.n, >=, 2);
                g_assert_cmpuint(t.n, <=, most);
                g_assert_cmpfloat(ticks_at(&t, 0), <=, lo + 1e-6);
                g_assert_cmpfloat(ticks_last(&t), >=, lo + span - 1e-6);
            }
    g_assert_cmpuint(plot_ticks(NAN, 1, 5, false).n, ==, 2);
}

static void test_numbers(void)
{
    static const struct {
        double value;
        const char *text;
    } wanted[] = {{0, "0"},          {3, "3"},           {.123456, "0.123"},  {1234.4, "1234"},
                  {12345, "12,345"}, {1e6, "1,000,000"}, {-12345, "-12,345"}, {-0.0, "0"}};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        g_autofree char *text = plot_number(wanted[i].value);
        g_assert_cmpstr(text, ==, wanted[i].text);
    }
}

/* ---- scenes ---- */

static const Shape *at(const Scene *scene, unsigned i) { return &g_array_index(scene->shape, Shape, i); }

static Box box_of(const Shape *s)
{
    double before = s->anchor == ANCHOR_MIDDLE ? s->width / 2 : 0;
    if (s->upwards)
        return (Box){s->x - .8 * s->font, s->y - s->width + before, s->x + .24 * s->font, s->y + before};
    return (Box){s->x - before, s->y - .8 * s->font, s->x - before + s->width, s->y + .24 * s->font};
}

/* No text over another, all on the page, every text clean. */
static void check_texts(const Scene *scene)
{
    for (unsigned i = 0; i < scene->shape->len; i++) {
        const Shape *a = at(scene, i);
        if (a->kind != SHAPE_TEXT)
            continue;
        Box box = box_of(a);
        g_assert_cmpfloat(box.left, >=, 0);
        g_assert_cmpfloat(box.top, >=, 0);
        g_assert_cmpfloat(box.right, <=, scene->width + .01);
        g_assert_cmpfloat(box.bottom, <=, scene->height + .01);
        for (unsigned j = 0; j < i; j++)
            if (at(scene, j)->kind == SHAPE_TEXT && box_overlap(box, box_of(at(scene, j))))
                g_error("“%s” over “%s”", a->text, at(scene, j)->text);
    }
    g_assert_nonnull(scene->description);
    g_assert_cmpuint(strlen(scene->description), >, 0);
}

static const Shape *with_text(const Scene *scene, const char *part)
{
    for (unsigned i = 0; i < scene->shape->len; i++)
        if (at(scene, i)->text && strstr(at(scene, i)->text, part))
            return at(scene, i);
    return NULL;
}

static unsigned count_marks(const Scene *scene, ShapeKind kind)
{
    unsigned n = 0;
    for (unsigned i = 0; i < scene->shape->len; i++)
        n += at(scene, i)->layer == LAYER_MARKS && at(scene, i)->kind == kind && at(scene, i)->tooltip;
    return n;
}

static const char *const small[] = {"Ann 1", "Bob 1", "Ann 2", "Bob 2", "Cy 2", "Ann 3", "Dee 3", "Eve 4", NULL};
static const char *const nobody[] = {NULL};
static const char *const alone[] = {"Ann 1", NULL};

/* ---- ranking ---- */

static void test_ranking(void)
{
    g_autoptr(Drawn) drawn = drawn_new(small);
    g_autoptr(Scene) scene =
        plot_ranking(drawn->scores, MEASURE_STRENGTH, "events with company", NULL, &drawn->options);
    check_texts(scene);
    static const char *const order[] = {"Ann", "Bob", "Cy", "Dee", "Eve"};
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(order); i++) {
        g_assert_cmpfloat(with_text(scene, order[i])->y, <, with_text(scene, order[i + 1])->y);
    }
    g_assert_nonnull(with_text(scene, "3=")); /* Cy and Dee */
    g_assert_nonnull(with_text(scene, "Ranking by events with company"));
    g_assert_cmpuint(count_marks(scene, SHAPE_POLYGON), ==, 5); /* officials are triangles */
    g_assert_true(g_str_has_prefix(scene->description, "Dot plot of 5 actors by events with company. First: Ann: 3;"));
}

static void test_ranking_sure(void)
{
    g_autoptr(Drawn) drawn = drawn_new(small);
    uint32_t rank_lo[] = {1, 1, 0, 3, 5}, rank_hi[] = {1, 3, 0, 4, 5};
    double lo[] = {2, 1, 0, 0, 0}, hi[] = {5, 3, 2, 2, 1}, estimate[] = {3, 2, 1, 1, 0};
    Uncertainty u = {.method = UNCERTAINTY_BOOTSTRAP,
                     .n_clusters = 31,
                     .n_resamples = 1000,
                     .n_nodes = 5,
                     .estimate = estimate,
                     .lo = lo,
                     .hi = hi,
                     .rank_lo = rank_lo,
                     .rank_hi = rank_hi};
    g_autoptr(Scene) scene = plot_ranking(drawn->scores, MEASURE_STRENGTH, NULL, &u, &drawn->options);
    check_texts(scene);
    g_assert_nonnull(with_text(scene, "1 – 3"));
    g_assert_nonnull(with_text(scene, "1000 resamples of 31 independent events"));
    g_assert_nonnull(strstr(scene->description, "Ann: 3, 95 % interval 2 – 5"));
    const Shape *line = NULL, *other = NULL; /* a line is as long as its interval */
    for (unsigned i = 0; i < scene->shape->len; i++)
        if (at(scene, i)->layer == LAYER_MARKS && at(scene, i)->kind == SHAPE_CURVE) {
            other = line ? other ? other : at(scene, i) : NULL;
            line = line ? line : at(scene, i);
        }
    g_assert_cmpfloat(fabs((line->end.x - line->x) / (other->end.x - other->x) - 3. / 2), <, 1e-9);

    u.method = UNCERTAINTY_HALVES;
    g_autoptr(Scene) halves = plot_ranking(drawn->scores, MEASURE_STRENGTH, NULL, &u, &drawn->options);
    g_assert_nonnull(with_text(halves, ", in half the events"));
    u.method = UNCERTAINTY_NONE;
    u.why_not = (char *)"no interval: 6 independent events are too few";
    g_autoptr(Scene) none = plot_ranking(drawn->scores, MEASURE_STRENGTH, NULL, &u, &drawn->options);
    g_assert_nonnull(with_text(none, "No interval: 6 independent events are too few."));
    g_assert_null(with_text(none, "1 – 3"));
}

static void test_ranking_edges(void)
{
    g_autoptr(Drawn) none = drawn_new(nobody), one = drawn_new(alone);
    g_autoptr(Scene) empty = plot_ranking(none->scores, MEASURE_STRENGTH, NULL, NULL, &none->options);
    g_autoptr(Scene) single = plot_ranking(one->scores, MEASURE_EVENTS, NULL, NULL, &one->options);
    check_texts(empty);
    check_texts(single);
    g_assert_nonnull(with_text(empty, "No actor in this selection has a score."));
    g_assert_nonnull(with_text(single, "Ann"));
    g_auto(GStrv) pairs = drawn_pairs(120, 200, 0);
    g_autoptr(Drawn) many = drawn_new((const char *const *)pairs);
    g_autoptr(Scene) first = plot_ranking(many->scores, MEASURE_STRENGTH, NULL, NULL, &many->options);
    check_texts(first);
    g_assert_nonnull(with_text(first, "first 25 of 120 actors"));
    g_assert_cmpuint(count_marks(first, SHAPE_POLYGON), ==, 25);
    static const char *const equals[] = {"A 1", "B 1", "C 1", NULL};
    g_autoptr(Drawn) tied = drawn_new(equals);
    g_autoptr(Scene) flat = plot_ranking(tied->scores, MEASURE_STRENGTH, NULL, NULL, &tied->options);
    g_assert_nonnull(with_text(flat, "All are equal"));
}

/* ---- matrix ---- */

static void test_matrix(void)
{
    static const char *const houses[] = {"Ann 1", "Bob 1", "Cy 1", "Ann 2", "Bob 2", "Xi 3",   "Yo 3",
                                         "Zo 3",  "Xi 4",  "Yo 4", "Ann 5", "Xi 5",  "Lone 6", NULL};
    g_autoptr(Drawn) drawn = drawn_new(houses);
    g_autoptr(Scene) scene = plot_matrix(drawn->scores, &drawn->options);
    check_texts(scene);
    g_assert_cmpuint(count_marks(scene, SHAPE_RECTANGLE), ==, drawn->network->n_ties);
    static const char *const order[] = {"Ann", "Bob", "Cy", "Xi", "Yo", "Zo", "Lone"};
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(order); i++)
        g_assert_cmpfloat(with_text(scene, order[i])->y, <, with_text(scene, order[i + 1])->y);
    unsigned upwards = 0, frames = 0;
    for (unsigned i = 0; i < scene->shape->len; i++) {
        upwards += at(scene, i)->upwards;
        frames += at(scene, i)->kind == SHAPE_RECTANGLE && at(scene, i)->stroke;
    }
    g_assert_cmpuint(upwards, ==, 7);
    g_assert_cmpuint(frames, ==, 2); /* nobody frames who has no ties */
    g_assert_cmpstr(scene->description, ==, "Adjacency matrix of 7 actors in 2 groups. Heaviest tie: Ann — Bob.");
    g_autofree char *svg = scene_svg_markup(scene);
    g_assert_nonnull(strstr(svg, "transform=\"rotate(-90 "));
}

static void test_matrix_edges(void)
{
    g_autoptr(Drawn) none = drawn_new(nobody), one = drawn_new(alone);
    g_autoptr(Scene) empty = plot_matrix(none->scores, &none->options);
    g_autoptr(Scene) single = plot_matrix(one->scores, &one->options);
    check_texts(empty);
    check_texts(single);
    g_auto(GStrv) pairs = drawn_pairs(90, 150, 0);
    g_autoptr(Drawn) many = drawn_new((const char *const *)pairs);
    g_autoptr(Scene) strongest = plot_matrix(many->scores, &many->options);
    check_texts(strongest);
    g_assert_nonnull(with_text(strongest, "the 60 strongest of 90 actors"));
}

/* ---- degrees ---- */

static void test_degrees(void)
{
    g_autoptr(Drawn) drawn = drawn_new(small);
    g_autoptr(Scene) scene = plot_degrees(drawn->scores, &drawn->options);
    check_texts(scene);
    g_assert_nonnull(with_text(scene, "n = 5, mean 1.6"));
    g_assert_nonnull(with_text(scene, "1 actor has no partner."));
    unsigned n = 0;
    for (unsigned i = 0; i < scene->shape->len; i++)
        if (at(scene, i)->layer == LAYER_MARKS && at(scene, i)->tooltip)
            n += (unsigned)atoi(strstr(at(scene, i)->tooltip, ": ") + 2);
    g_assert_cmpuint(n, ==, 5); /* each actor is in one bar */
    g_autoptr(Drawn) none = drawn_new(nobody), one = drawn_new(alone);
    g_autoptr(Scene) empty = plot_degrees(none->scores, &none->options);
    g_autoptr(Scene) single = plot_degrees(one->scores, &one->options);
    check_texts(empty);
    check_texts(single);
}

/* A hub and its hundred: both axes logarithmic, everybody has at least the least. */
static void test_degrees_broad(void)
{
    g_autoptr(GPtrArray) pair = g_ptr_array_new_with_free_func(g_free);
    for (unsigned i = 0; i < 120; i++) {
        g_ptr_array_add(pair, g_strdup_printf("hub e%u", i));
        g_ptr_array_add(pair, g_strdup_printf("leaf%u e%u", i, i));
    }
    g_ptr_array_add(pair, NULL);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pair->pdata);
    g_autoptr(Scene) scene = plot_degrees(drawn->scores, &drawn->options);
    check_texts(scene);
    g_assert_nonnull(with_text(scene, "logarithmic"));
    g_assert_cmpuint(count_marks(scene, SHAPE_CIRCLE), ==, 2);
    for (unsigned i = 0, k = 0; i < scene->shape->len; i++)
        if (at(scene, i)->layer == LAYER_MARKS && at(scene, i)->tooltip)
            g_assert_cmpstr(at(scene, i)->tooltip, ==,
                            k++ ? "1 actors (0.826 %) have 120 or more" : "121 actors (100 %) have 1 or more");
}

/* ---- timeline ---- */

typedef struct Times {
    Made *made;
    Slices *slices;
} Times;

/* Event i (in the order of the pairs) is in the year 2000 + year[i]; 0: undated. */
static Times times_new(const char *const *pairs, const int *year, SliceUnit unit)
{
    Times t = {.made = made_new(pairs)};
    g_autoptr(GError) error = NULL;
    Corpus *c = t.made->corpus;
    for (size_t i = 0; i < c->n_events; i++) {
        g_autofree char *text = g_strdup_printf("%d-06-01", 2000 + year[i]);
        if (year[i])
            g_assert_true(date_parse(text, &c->event[i].first));
        c->event[i].type = i % 3 == 0 ? "drill" : "conference";
    }
    Selection selection;
    selection_init(&selection);
    t.slices = slices_cut(&(SliceRule){unit, 1}, t.made->incidence, &selection, &error);
    if (!t.slices)
        t.slices = g_new0(Slices, 1);
    return t;
}

static void times_free(Times *t)
{
    slices_free(t->slices);
    made_free(t->made);
}

static void test_timeline(void)
{
    static const char *const pairs[] = {"A 1", "B 1", "A 2", "C 2", "A 3", "B 4",
                                        "A 5", "C 5", "B 6", "A 6", "C 7", NULL};
    static const int year[] = {1, 1, 1, 2, 3, 3, 3};
    Times t = times_new(pairs, year, SLICE_YEAR);
    g_assert_cmpuint(t.slices->n, ==, 3);
    static const char *const name[] = {"A", "B", "A name of a ministry that is so long that nobody wants to read it"};
    static const uint32_t rank[] = {1, 2, 2, 0, 0, 0, 1, 17, 1};
    Timeline line = {.incidence = t.made->incidence,
                     .slices = t.slices,
                     .heading = "events",
                     .leading = name,
                     .n_leading = 3,
                     .rank = rank};
    PictureOptions options = {.title = "Times", .caption = "entente"};
    g_autoptr(Scene) scene = plot_timeline(&line, &options);
    check_texts(scene);
    g_assert_cmpuint(count_marks(scene, SHAPE_CIRCLE), ==, 5); /* 17 lies too deep */
    g_assert_nonnull(with_text(scene, "Ranks below 16 are not drawn."));
    g_assert_nonnull(with_text(scene, "Joined dots share the upper rank."));
    g_assert_nonnull(with_text(scene, "conference"));
    double height = 0; /* of bars, in events: all seven */
    unsigned n = 0;
    for (unsigned i = 0; i < scene->shape->len; i++) {
        const Shape *s = at(scene, i);
        if (s->layer == LAYER_MARKS && s->kind == SHAPE_RECTANGLE) {
            height += s->height;
            n += (unsigned)atoi(strstr(s->tooltip, ": ") + 2);
        }
    }
    g_assert_cmpuint(n, ==, 7);
    g_assert_cmpfloat(height, >, 0);
    g_assert_true(
        g_str_has_prefix(scene->description, "7 events from 2001 to 2003, most in 2001 (3). Leading: A, B, "));
    times_free(&t);
}

static void test_timeline_edges(void)
{
    static const char *const pairs[] = {"A 1", "B 1", NULL};
    static const int undated[] = {0}, dated[] = {5};
    static const char *const name[] = {"A"};
    static const uint32_t rank[] = {1};
    PictureOptions options = {.title = "Times", .caption = "entente", .dark = true, .transparent = true};
    Times none = times_new(pairs, undated, SLICE_YEAR), one = times_new(pairs, dated, SLICE_YEAR);
    Timeline line = {.incidence = none.made->incidence, .slices = none.slices, .heading = "events", .leading = name};
    g_autoptr(Scene) empty = plot_timeline(&line, &options);
    check_texts(empty);
    g_assert_nonnull(with_text(empty, "No event has a date"));
    line = (Timeline){.incidence = one.made->incidence,
                      .slices = one.slices,
                      .heading = "events",
                      .leading = name,
                      .n_leading = 1,
                      .rank = rank};
    g_autoptr(Scene) single = plot_timeline(&line, &options);
    check_texts(single);
    g_assert_nonnull(with_text(single, "fewer than two slices"));
    g_assert_cmpint(at(single, 0)->layer, !=, LAYER_PAGE); /* transparent */
    times_free(&none);
    times_free(&one);
}

/* Names, types and titles that would break a file or its page. */
static void test_hostile(void)
{
    static const char *const pairs[] = {"</text><script>alert(1)</script>&\"' 1",
                                        "\xE2\x80\xAE"
                                        "evil\x01 1",
                                        "B 2", "</text><script>alert(1)</script>&\"' 2", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    for (int which = 0; which < 3; which++) {
        g_autoptr(Scene) scene = which == 0 ? plot_ranking(drawn->scores, MEASURE_STRENGTH, NULL, NULL, &drawn->options)
                                 : which == 1 ? plot_matrix(drawn->scores, &drawn->options)
                                              : plot_degrees(drawn->scores, &drawn->options);
        g_autofree char *svg = scene_svg_markup(scene);
        g_assert_null(strstr(svg, "<script"));
        g_assert_null(strstr(svg, "\x01"));
        g_assert_null(strstr(svg, "\xE2\x80\xAE"));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/plot/ticks", test_ticks);
    g_test_add_func("/plot/numbers", test_numbers);
    g_test_add_func("/plot/ranking", test_ranking);
    g_test_add_func("/plot/ranking-sure", test_ranking_sure);
    g_test_add_func("/plot/ranking-edges", test_ranking_edges);
    g_test_add_func("/plot/matrix", test_matrix);
    g_test_add_func("/plot/matrix-edges", test_matrix_edges);
    g_test_add_func("/plot/degrees", test_degrees);
    g_test_add_func("/plot/degrees-broad", test_degrees_broad);
    g_test_add_func("/plot/timeline", test_timeline);
    g_test_add_func("/plot/timeline-edges", test_timeline_edges);
    g_test_add_func("/plot/hostile", test_hostile);
    return g_test_run();
}
