/* test_time.c - the laws of slices and comparisons, on random corpora. */
#include "compare_match.h"
#include "slice.h"
#include "told.h"

/* Events on a day, in a month, in a year or undated, with one to five of eight actors. */
static Told *random_corpus(GRand *rand)
{
    g_autoptr(GPtrArray) line = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(line, g_strdup("document|a"));
    for (int a = 0; a < 8; a++)
        g_ptr_array_add(line, g_strdup_printf("record|C%d|country|Country %d", a, a));
    int n = g_rand_int_range(rand, 1, 80);
    for (int e = 0; e < n; e++) {
        int year = g_rand_int_range(rand, 2010, 2016), month = g_rand_int_range(rand, 1, 13),
            day = g_rand_int_range(rand, 1, 29), how = g_rand_int_range(rand, 0, 10);
        if (how == 0)
            g_ptr_array_add(line, g_strdup_printf("event|e%d|", e));
        else if (how == 1)
            g_ptr_array_add(line, g_strdup_printf("event|e%d|%d", e, year));
        else if (how == 2)
            g_ptr_array_add(line, g_strdup_printf("event|e%d|%d-%02d", e, year, month));
        else
            g_ptr_array_add(line, g_strdup_printf("event|e%d|%d-%02d-%02d", e, year, month, day));
    }
    for (int e = 0; e < n; e++)
        for (int a = 0, first = g_rand_int_range(rand, 0, 8), k = g_rand_int_range(rand, 1, 6); a < k; a++)
            g_ptr_array_add(line, g_strdup_printf("took|e%d|C%d|attendee", e, (first + a) % 8));
    g_ptr_array_add(line, NULL);
    return told_new((const char *const *)line->pdata);
}

static Incidence *slice_of(const Told *told, const Period *p)
{
    Selection s = slice_selection(&told->selection, p);
    GError *error = NULL;
    Incidence *in = incidence_build(told->corpus, told->cast, told->hierarchy, &s, told->diagnostics, &error);
    g_assert_no_error(error);
    return in;
}

/* Slices that do not overlap partition the events that are surely placed, and the incidence of each is what it counts.
 */
static void law_partition(Told *told, const char *rule_text)
{
    SliceRule rule;
    g_autofree unsigned *seen = g_new0(unsigned, told->corpus->n_events + 1);
    g_assert_true(slice_rule_parse(rule_text, &rule));
    g_autoptr(Slices) s = slices_cut(&rule, told->incidence, &told->selection, NULL);
    size_t placed = 0;
    for (size_t i = 0; s && i < s->n; i++) {
        g_autoptr(Incidence) in = slice_of(told, &s->period[i]);
        g_assert_cmpuint(in->n_events, ==, s->period[i].n_events);
        g_assert_true(i == 0 || s->period[i].from.earliest == s->period[i - 1].to.latest + 1);
        for (size_t e = 0; e < in->n_events; e++)
            g_assert_cmpuint(++seen[in->event[e].i], ==, 1);
        placed += in->n_events;
    }
    if (s)
        g_assert_cmpuint(placed + s->n_unplaced, ==, told->incidence->n_events);
}

static void law_itself(const Told *told)
{
    static const Measure by[] = {MEASURE_STRENGTH, MEASURE_EVENTS, MEASURE_DEGREE};
    for (int m = 0; m < 3; m++) {
        g_autoptr(Matched) same =
            match_sides(told->incidence, told->incidence, told->incidence, RESAMPLE_DEFAULT, by[m], WEIGHT_NEWMAN);
        g_autoptr(Comparison) c =
            compare_sides(&same->compared, &(CompareOptions){.by = by[m], .n_permutations = 100, .seed = 1});
        for (size_t a = 0; a < c->n_actors; a++) {
            g_assert_cmpfloat(c->difference[a], ==, 0);
            g_assert_true(c->why_not || (c->p[a] == 1 && c->p_max[a] == 1));
        }
    }
}

/* Turning the sides turns the differences. */
static void law_mirror(const Told *told)
{
    Selection early = told->selection, late = early;
    GError *error = NULL;
    date_parse("2012", &early.to);
    date_parse("2013", &late.from);
    early.surely = late.surely = true;
    g_autoptr(Incidence) a =
        incidence_build(told->corpus, told->cast, told->hierarchy, &early, told->diagnostics, &error);
    g_autoptr(Incidence) b =
        incidence_build(told->corpus, told->cast, told->hierarchy, &late, told->diagnostics, &error);
    g_assert_no_error(error);
    g_autoptr(Matched) there = match_sides(a, b, told->incidence, RESAMPLE_DEFAULT, MEASURE_DEGREE, WEIGHT_NEWMAN);
    g_autoptr(Matched) back = match_sides(b, a, told->incidence, RESAMPLE_DEFAULT, MEASURE_DEGREE, WEIGHT_NEWMAN);
    CompareOptions options = {.by = MEASURE_DEGREE, .why_not = "only the values"};
    g_autoptr(Comparison) x = compare_sides(&there->compared, &options);
    g_autoptr(Comparison) y = compare_sides(&back->compared, &options);
    g_assert_cmpuint(x->n_actors, ==, y->n_actors);
    g_assert_cmpuint(x->n_clusters, ==, y->n_clusters);
    for (uint32_t i = 0; i < x->n_actors; i++)
        for (uint32_t j = 0; j < y->n_actors; j++)
            if (actor_id_equal(there->actor[i], back->actor[j]))
                g_assert_cmpfloat_with_epsilon(x->difference[i], -y->difference[j], 1e-9);
}

static void test_laws(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20261121);
    for (int i = 0; i < 40; i++) {
        g_autoptr(Told) told = random_corpus(rand);
        told->selection.level = LEVEL_COUNTRY;
        told_select(told);
        law_partition(told, "year");
        law_partition(told, "quarter");
        law_partition(told, "month");
        law_partition(told, "7");
        law_itself(told);
        law_mirror(told);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/time/laws", test_laws);
    return g_test_run();
}
