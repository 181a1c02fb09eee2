/* test_compare.c - tests measure/compare.c: by hand, against all permutations, and how often it cries wolf. */
#include "compare.h"
#include "dealt.h"
#include <math.h>
#include <string.h>

/* Events as "side cluster actors": "a0 01" is on side a, in cluster 0, of actors 0 and 1; side "x" is both. */
static Compared compared(const char *const *text, size_t n_actors, size_t n_clusters)
{
    Compared c = {.n_actors = n_actors, .n_clusters = n_clusters};
    c.n_events = g_strv_length((char **)text);
    c.event = g_new0(ComparedEvent, c.n_events + 1);
    c.cell = g_new0(ComparedCell, 10 * c.n_events + 1);
    for (size_t e = 0; e < c.n_events; e++) {
        g_auto(GStrv) part = g_strsplit(text[e], " ", 2);
        c.event[e].in[0] = *part[0] != 'b';
        c.event[e].in[1] = *part[0] != 'a';
        c.event[e].cluster = (uint32_t)g_ascii_strtoull(part[0] + 1, NULL, 10);
        c.event[e].cells = (Slice){(uint32_t)c.n_cells, (uint32_t)strlen(part[1])};
        for (const char *p = part[1]; *p; p++, c.n_cells++)
            c.cell[c.n_cells] = (ComparedCell){(uint32_t)(*p - '0'), (uint32_t)c.n_cells, strlen(part[1]) > 1};
    }
    return c;
}

static void test_rarefied(void)
{
    const uint32_t shared[] = {0, 1, 2, 5};
    g_assert_cmpfloat_with_epsilon(compare_rarefied(shared, 4, 5, 5), 3, 1e-12); /* all events: plain degree */
    /* 2 of 5: 1 - C(4,2)/C(5,2) = .4, 1 - C(3,2)/C(5,2) = .7, 1 */
    g_assert_cmpfloat_with_epsilon(compare_rarefied(shared, 4, 5, 2), 0.4 + 0.7 + 1, 1e-12);
    g_assert_cmpfloat(compare_rarefied(shared, 4, 5, 0), ==, 0);
    g_assert_cmpfloat(compare_rarefied(NULL, 0, 5, 2), ==, 0);
}

static void test_values(void)
{
    static const char *const text[] = {"a0 01", "a1 01", "a2 02", "a3 3", "b4 12", "b5 12", NULL};
    Compared c = compared(text, 4, 6);
    g_autoptr(Comparison) s = compare_sides(&c, &(CompareOptions){.by = MEASURE_STRENGTH, .seed = 1});
    const double before[] = {3 / 4.0, 2 / 4.0, 1 / 4.0, 0}, after[] = {0, 1, 1, 0};
    for (int i = 0; i < 4; i++) {
        g_assert_cmpfloat_with_epsilon(s->value[0][i], before[i], 1e-12);
        g_assert_cmpfloat_with_epsilon(s->value[1][i], after[i], 1e-12);
        g_assert_cmpfloat_with_epsilon(s->difference[i], after[i] - before[i], 1e-12);
        g_assert_true(isnan(s->p[i]));
    }
    g_assert_nonnull(s->why_not); /* six clusters */
    g_assert_cmpuint(s->n_dealt, ==, 6);
    /* degree in 2 of 4 events: 0–1 shares 2: 1 - C(2,2)/C(4,2) = 5/6; 0–2 shares 1: 1 - C(3,2)/C(4,2) = 1/2 */
    g_autoptr(Comparison) d = compare_sides(&c, &(CompareOptions){.by = MEASURE_DEGREE, .seed = 1});
    g_assert_cmpuint(d->smaller, ==, 2);
    g_assert_cmpfloat_with_epsilon(d->value[0][0], 5 / 6.0 + 0.5, 1e-12);
    g_assert_cmpfloat_with_epsilon(d->value[0][1], 5 / 6.0, 1e-12);
    g_assert_cmpfloat_with_epsilon(d->value[1][1], 1, 1e-12);
    g_assert_cmpfloat(d->value[1][3], ==, 0);
    compared_clear(&c);
}

/* 0 is in all a events of 30 clusters and in no b: only its own way of dealing gives as much, and its mirror. */
static Compared one_sided(size_t n_a, size_t n_b)
{
    g_autoptr(GPtrArray) text = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < n_a + n_b; i++)
        g_ptr_array_add(text, g_strdup_printf("%c%zu %s", i < n_a ? 'a' : 'b', i, i < n_a ? "01" : "12"));
    g_ptr_array_add(text, NULL);
    return compared((const char *const *)text->pdata, 3, n_a + n_b);
}

static void test_extreme(void)
{
    Compared c = one_sided(15, 15);
    g_autoptr(Comparison) s =
        compare_sides(&c, &(CompareOptions){.by = MEASURE_STRENGTH, .n_permutations = 999, .seed = 3});
    g_assert_null(s->why_not);
    g_assert_cmpfloat_with_epsilon(s->p[0], 1 / 1000.0, 1e-12); /* add-one: never 0 */
    g_assert_cmpfloat(s->p[1], ==, 1);                          /* in every event */
    g_assert_cmpfloat(s->p_max[1], ==, 1);
    g_assert_cmpfloat_with_epsilon(s->p_max[2], 1 / 1000.0, 1e-12);
    compared_clear(&c);
}

/* One b cluster among 29 a: 30 ways to deal, 1 of them with so large a difference for actor 0. */
static void test_exact(void)
{
    Compared c = one_sided(29, 1);
    g_autoptr(Comparison) s =
        compare_sides(&c, &(CompareOptions){.by = MEASURE_EVENTS, .n_permutations = 20000, .seed = 3});
    g_assert_cmpfloat_with_epsilon(s->p[0], 1 / 30.0, 0.005);
    compared_clear(&c);
}

/* A corpus against itself: nothing to deal, no change, p = 1. */
static void test_itself(void)
{
    Compared c = one_sided(20, 20);
    for (size_t e = 0; e < c.n_events; e++)
        c.event[e].in[0] = c.event[e].in[1] = true;
    static const Measure by[] = {MEASURE_STRENGTH, MEASURE_EVENTS, MEASURE_DEGREE};
    for (int m = 0; m < 3; m++) {
        g_autoptr(Comparison) s = compare_sides(&c, &(CompareOptions){.by = by[m], .n_permutations = 100, .seed = 1});
        g_assert_null(s->why_not);
        g_assert_cmpuint(s->n_shared, ==, 40);
        g_assert_cmpuint(s->n_fixed, ==, 40);
        for (int i = 0; i < 3; i++) {
            g_assert_cmpfloat(s->difference[i], ==, 0);
            g_assert_cmpfloat(s->p[i], ==, 1);
            g_assert_cmpfloat(s->p_max[i], ==, 1);
        }
    }
    compared_clear(&c);
}

static void test_refusals(void)
{
    Compared empty = {.n_actors = 0};
    g_autoptr(Comparison) nothing = compare_sides(&empty, &(CompareOptions){.by = MEASURE_DEGREE});
    g_assert_nonnull(nothing->why_not);
    Compared grown = one_sided(20, 20); /* side 1 holds all of side 0 and more */
    for (size_t e = 0; e < 20; e++)
        grown.event[e].in[1] = true;
    g_autoptr(Comparison) few = compare_sides(&grown, &(CompareOptions){.by = MEASURE_STRENGTH});
    g_assert_nonnull(few->why_not); /* 20 clusters differ */
    compared_clear(&grown);
    grown = one_sided(1, 40);
    grown.event[0].in[1] = true;
    g_autoptr(Comparison) within = compare_sides(&grown, &(CompareOptions){.by = MEASURE_STRENGTH});
    g_assert_nonnull(within->why_not); /* nothing is on side 0 alone */
    g_autoptr(Comparison) told = compare_sides(&grown, &(CompareOptions){.by = MEASURE_STRENGTH, .why_not = "so"});
    g_assert_cmpstr(told->why_not, ==, "so");
    compared_clear(&grown);
}

/* Clusters on both sides exchange as many events as the smaller half has: sizes stay. A series of which actor 0 is in
 * all editions cannot make it rise. */
static void test_exchanged(void)
{
    g_autoptr(GPtrArray) text = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < 30; i++) {
        g_ptr_array_add(text, g_strdup_printf("a%d 01", i));
        g_ptr_array_add(text, g_strdup_printf("b%d 02", i));
        g_ptr_array_add(text, g_strdup_printf("b%d 02", i));
    }
    g_ptr_array_add(text, NULL);
    Compared c = compared((const char *const *)text->pdata, 3, 30);
    g_autoptr(Comparison) s =
        compare_sides(&c, &(CompareOptions){.by = MEASURE_STRENGTH, .n_permutations = 500, .seed = 5});
    g_assert_cmpuint(s->n_exchanged, ==, 30);
    g_assert_cmpfloat(s->p[0], ==, 1);
    g_assert_cmpfloat(s->p[1], <, 0.01);
    compared_clear(&c);
}

static void test_threads(void)
{
    Random r;
    Compared c;
    random_init(&r, 1, 2);
    dealt_draw(&c, &r, 20, SERIES, false);
    static const Measure by[] = {MEASURE_STRENGTH, MEASURE_DEGREE};
    for (int m = 0; m < 2; m++) {
        CompareOptions one = {.by = by[m], .n_permutations = 300, .n_threads = 1, .seed = 9}, many = one, other = one;
        many.n_threads = 5;
        other.seed = 10;
        g_autoptr(Comparison) a = compare_sides(&c, &one);
        g_autoptr(Comparison) b = compare_sides(&c, &many);
        g_autoptr(Comparison) d = compare_sides(&c, &other);
        g_assert_cmpmem(a->p, a->n_actors * sizeof(double), b->p, b->n_actors * sizeof(double));
        g_assert_cmpmem(a->p_max, a->n_actors * sizeof(double), b->p_max, b->n_actors * sizeof(double));
        g_assert_true(memcmp(a->p, d->p, d->n_actors * sizeof(double)) != 0);
    }
    compared_clear(&c);
}

/* Of 60 comparisons in which nothing changed; bench/compare.c counts 1,000. Events instead of clusters cry wolf. */
static void test_type_1(void)
{
    double rate[2] = {0, 0};
    for (int corpus = 0; corpus < 60; corpus++)
        for (int by_event = 0; by_event < 2; by_event++) {
            Random r;
            Compared c;
            random_init(&r, 77, (uint64_t)corpus);
            dealt_draw(&c, &r, 25, DUPLICATES, by_event);
            g_autoptr(Comparison) s =
                compare_sides(&c, &(CompareOptions){.by = MEASURE_STRENGTH, .n_permutations = 200, .seed = 4});
            for (size_t a = 0; a < s->n_actors; a++)
                rate[by_event] += (s->p[a] < 0.05) / (60.0 * DEALT_ACTORS);
            compared_clear(&c);
        }
    g_assert_cmpfloat(rate[0], <, 0.08);
    g_assert_cmpfloat(rate[0], >, 0.02);
    g_assert_cmpfloat(rate[1], >, 0.15);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/compare/rarefied", test_rarefied);
    g_test_add_func("/compare/values", test_values);
    g_test_add_func("/compare/extreme", test_extreme);
    g_test_add_func("/compare/exact", test_exact);
    g_test_add_func("/compare/itself", test_itself);
    g_test_add_func("/compare/refusals", test_refusals);
    g_test_add_func("/compare/exchanged", test_exchanged);
    g_test_add_func("/compare/threads", test_threads);
    g_test_add_func("/compare/type-1", test_type_1);
    return g_test_run();
}
