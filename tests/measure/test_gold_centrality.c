/* test_gold_centrality.c - the two annotated reports: centralities at five levels as NetworkX computed them. */
#include "oracle.h"

static Pipeline *gold(Level level, bool expand_blocs)
{
    g_autofree char *first = support_shared("gold/001.tei.xml"), *second = support_shared("gold/003.tei.xml");
    Selection selection;
    selection_init(&selection);
    selection.level = level;
    selection.expand_blocs = expand_blocs;
    selection.roll_up = ROLL_UP_ANY;
    selection.weight = WEIGHT_COUNT;
    return first && second ? oracle_run((const char *const[]){first, second, NULL}, &selection, (Unit){0}) : NULL;
}

static void compare_row(const Pipeline *p, const Delimited *table)
{
    static const Measure measure[] = {MEASURE_EVENTS,      MEASURE_DEGREE,    MEASURE_DEGREE_NORM, MEASURE_STRENGTH,
                                      MEASURE_BETWEENNESS, MEASURE_CLOSENESS, MEASURE_HARMONIC,    MEASURE_PAGERANK};
    const char *actor = oracle_text(table, "actor"), *eigenvector = oracle_text(table, "eigenvector");
    for (size_t i = 0; i < G_N_ELEMENTS(measure); i++)
        oracle_compare(p, measure[i], actor, oracle_number(table, measure_name(measure[i])), 1e-8);
    g_assert_cmpstr(actor_type_name(network_actor(p->network, oracle_node(p, actor))->type), ==,
                    oracle_text(table, "type"));
    if (g_str_equal(eigenvector, "not-unique")) {
        g_assert_true(isnan(p->scores->value[MEASURE_EIGENVECTOR][oracle_node(p, actor)]));
        g_assert_true(g_str_has_prefix(p->scores->note[MEASURE_EIGENVECTOR], "not unique: "));
    } else {
        oracle_compare(p, MEASURE_EIGENVECTOR, actor, oracle_number(table, "eigenvector"), 1e-8);
    }
}

static void compare_level(const char *name, Level level, bool expand_blocs)
{
    g_autoptr(Delimited) table = oracle_open("gold/expected_centrality.tsv");
    g_autoptr(Pipeline) p = table ? gold(level, expand_blocs) : NULL;
    size_t n = 0;
    while (p && oracle_next(table))
        if (g_str_equal(oracle_text(table, "level"), name)) {
            compare_row(p, table);
            n++;
        }
    if (p) {
        g_assert_cmpuint(n, >, 0);
        g_assert_cmpuint(p->network->n_nodes, ==, n);
    }
}

static void test_all(void) { compare_level("all", LEVEL_ALL, false); }
static void test_country(void) { compare_level("country", LEVEL_COUNTRY, false); }
static void test_official(void) { compare_level("official", LEVEL_OFFICIAL, false); }
static void test_agency(void) { compare_level("agency", LEVEL_AGENCY, false); }
static void test_blocs(void) { compare_level("country+blocs", LEVEL_COUNTRY, true); }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gold-centrality/all", test_all);
    g_test_add_func("/gold-centrality/country", test_country);
    g_test_add_func("/gold-centrality/official", test_official);
    g_test_add_func("/gold-centrality/agency", test_agency);
    g_test_add_func("/gold-centrality/country+blocs", test_blocs);
    return g_test_run();
}
