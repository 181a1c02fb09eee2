/* test_compare_match.c - tests measure/compare_match.c: who and what two sides have in common. */
#include "compare_match.h"
#include "told.h"

static const char *const first[] = {"document|a",
                                    "record|JP|country|Japan",
                                    "record|VN|country|Viet Nam",
                                    "record|SG|country|Singapore",
                                    "event|e1|2014-01-01",
                                    "event|e2|2015-01-01",
                                    "event|e3|2016-01-01",
                                    "took|e1|JP|host",
                                    "took|e1|VN|host",
                                    "took|e2|JP|host",
                                    "took|e2|SG|host",
                                    "took|e3|SG|host",
                                    NULL};
/* Viet Nam has another id; e1 is the same, e2 has another participant, e3 another day. */
static const char *const second[] = {"document|b",
                                     "record|JP|country|Japan",
                                     "record|VNM|country|VIET NAM",
                                     "record|SG|official|Singapore",
                                     "event|e1|2014-01-01",
                                     "event|e2|2015-01-01",
                                     "event|e3|2016-01-02",
                                     "took|e1|JP|host",
                                     "took|e1|VNM|host",
                                     "took|e2|JP|host",
                                     "took|e2|VNM|host",
                                     "took|e3|JP|host",
                                     "took|e3|SG|host",
                                     NULL};

static Incidence *all_of(Told *told)
{
    told->selection.level = LEVEL_ALL;
    return told_select(told);
}

static void test_two(void)
{
    g_autoptr(Told) a = told_new(first);
    g_autoptr(Told) b = told_new(second);
    g_autoptr(Matched) m = match_sides(all_of(a), all_of(b), NULL, RESAMPLE_DEFAULT, MEASURE_STRENGTH, WEIGHT_NEWMAN);
    g_assert_cmpuint(m->compared.n_actors, ==, 4); /* the official Singapore is not the country */
    g_assert_cmpuint(m->n_by_name, ==, 1);
    g_assert_cmpuint(m->compared.n_events, ==, 5);
    g_assert_cmpuint(m->compared.n_clusters, ==, 4); /* both e2 are one */
    size_t both = 0;
    for (size_t e = 0; e < m->compared.n_events; e++)
        both += m->compared.event[e].in[0] && m->compared.event[e].in[1];
    g_assert_cmpuint(both, ==, 1);
    uint32_t e2 = m->event_of_column[0][1], other = m->event_of_column[1][1];
    g_assert_cmpuint(e2, !=, other);
    g_assert_cmpuint(m->compared.event[e2].cluster, ==, m->compared.event[other].cluster);
}

static void test_itself(void)
{
    g_autoptr(Told) a = told_new(first);
    g_autoptr(Told) b = told_new(first);
    const Incidence *side[] = {all_of(a), all_of(b)};
    for (int i = 0; i < 2; i++) {
        g_autoptr(Matched) m = match_sides(side[0], side[i], NULL, RESAMPLE_DEFAULT, MEASURE_STRENGTH, WEIGHT_NEWMAN);
        g_assert_cmpuint(m->compared.n_actors, ==, 3);
        g_assert_cmpuint(m->compared.n_events, ==, 3);
        g_assert_cmpuint(m->n_by_name, ==, 0);
        for (size_t e = 0; e < 3; e++)
            g_assert_true(m->compared.event[e].in[0] && m->compared.event[e].in[1]);
    }
}

/* Shares: strength counts events with company, events counts all. */
static void test_shares(void)
{
    g_autoptr(Told) a = told_new(first);
    static const struct {
        Measure by;
        Weight weight;
        double alone, pair;
    } expected[] = {{MEASURE_STRENGTH, WEIGHT_NEWMAN, 0, 1},
                    {MEASURE_STRENGTH, WEIGHT_FRACTIONAL, 0, 1},
                    {MEASURE_EVENTS, WEIGHT_NEWMAN, 1, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        const Incidence *in = all_of(a);
        g_autoptr(Matched) m = match_sides(in, in, in, RESAMPLE_DEFAULT, expected[i].by, expected[i].weight);
        g_assert_cmpfloat(m->compared.cell[m->compared.event[0].cells.first].share, ==, expected[i].pair);
        g_assert_cmpfloat(m->compared.cell[m->compared.event[2].cells.first].share, ==, expected[i].alone);
    }
}

/* Two periods with a series in both: one cluster across the border. */
static void test_periods(void)
{
    g_autoptr(Told) whole = told_new(first);
    const Incidence *in = all_of(whole);
    whole->corpus->event[0].series = whole->corpus->event[2].series = pool_string(whole->corpus->pool, "talks");
    Selection s = whole->selection;
    s.surely = true;
    date_parse("2014", &s.from);
    date_parse("2014", &s.to);
    g_autoptr(Incidence) before =
        incidence_build(whole->corpus, whole->cast, whole->hierarchy, &s, whole->diagnostics, NULL);
    date_parse("2015", &s.from);
    s.to = DATE_UNKNOWN;
    g_autoptr(Incidence) after =
        incidence_build(whole->corpus, whole->cast, whole->hierarchy, &s, whole->diagnostics, NULL);
    g_autoptr(Matched) m = match_sides(before, after, in, RESAMPLE_DEFAULT, MEASURE_STRENGTH, WEIGHT_NEWMAN);
    g_assert_cmpuint(m->compared.n_events, ==, 3);
    g_assert_cmpuint(m->compared.n_clusters, ==, 2);
    g_assert_cmpuint(m->row_of_actor[1][m->actor_of_row[0][0]], ==, 0); /* Japan on both */
    g_autoptr(Matched) alone = match_sides(before, after, in, RESAMPLE_EVENT, MEASURE_STRENGTH, WEIGHT_NEWMAN);
    g_assert_cmpuint(alone->compared.n_clusters, ==, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/compare_match/two", test_two);
    g_test_add_func("/compare_match/itself", test_itself);
    g_test_add_func("/compare_match/shares", test_shares);
    g_test_add_func("/compare_match/periods", test_periods);
    return g_test_run();
}
