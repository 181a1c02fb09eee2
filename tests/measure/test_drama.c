/* test_drama.c - ten plays of Shakespeare, scenes as events: sizes, ties and centralities that DraCor's definitions
 * give. */
#include "oracle.h"

static Pipeline *play_of(const char *name, Weight weight)
{
    g_autofree char *file = g_strdup_printf("drama/tei/%s.xml", name), *path = support_shared(file);
    Selection selection;
    selection_init(&selection);
    selection.level = LEVEL_ALL;
    selection.weight = weight;
    return path ? oracle_run((const char *const[]){path, NULL}, &selection, (Unit){UNIT_SCENE, 0}) : NULL;
}

static void compare_size(const Pipeline *p, const Delimited *table)
{
    g_autoptr(GError) error = NULL;
    MeasureOptions options = {.seed = 42};
    Structure s;
    double sum = 0, largest = 0;
    measure_structure(p->network, &options, &s, &error);
    g_assert_no_error(error);
    for (size_t i = 0; i < p->network->n_ties; i++)
        sum += p->network->tie[i].weight;
    for (size_t v = 0; v < p->network->n_nodes; v++)
        largest = fmax(largest, p->scores->value[MEASURE_DEGREE][v]);
    g_assert_cmpfloat((double)s.n_events, ==,
                      oracle_number(table, "segments") - oracle_number(table, "segments_without_speaker"));
    g_assert_cmpfloat((double)s.n_actors, ==, oracle_number(table, "nodes"));
    g_assert_cmpfloat((double)s.n_ties, ==, oracle_number(table, "edges"));
    g_assert_cmpfloat((double)s.n_components, ==, oracle_number(table, "connected_components"));
    g_assert_cmpfloat((double)s.n_isolates, ==, oracle_number(table, "isolates"));
    g_assert_cmpfloat(sum, ==, oracle_number(table, "sum_edge_weight"));
    g_assert_cmpfloat(largest, ==, oracle_number(table, "max_degree"));
    g_assert_cmpfloat(s.diameter, ==, oracle_number(table, "diameter"));
    g_assert_cmpfloat(fabs(s.density - oracle_number(table, "density")), <=, 1e-8);
    g_assert_cmpfloat(fabs(s.mean_path - oracle_number(table, "average_path_length")), <=, 1e-8);
    g_assert_cmpfloat(fabs(s.mean_clustering - oracle_number(table, "average_clustering")), <=, 1e-8);
    g_assert_cmpfloat(fabs(s.mean_degree - oracle_number(table, "average_degree")), <=, 1e-8);
}

static void compare_characters(const Pipeline *p, const Pipeline *binary, const char *play)
{
    g_autoptr(Delimited) table = oracle_open("drama/expected_characters.tsv");
    size_t n = 0;
    while (table && oracle_next(table)) {
        if (!g_str_equal(oracle_text(table, "play"), play))
            continue;
        const char *who = oracle_text(table, "character");
        oracle_compare(p, MEASURE_EVENTS, who, oracle_number(table, "segments"), 0);
        oracle_compare(p, MEASURE_DEGREE, who, oracle_number(table, "degree"), 0);
        oracle_compare(p, MEASURE_STRENGTH, who, oracle_number(table, "weighted_degree"), 0);
        oracle_compare(p, MEASURE_BETWEENNESS, who, oracle_number(table, "betweenness"), 1e-8);
        oracle_compare(p, MEASURE_CLOSENESS, who, oracle_number(table, "closeness"), 1e-8);
        oracle_compare(binary, MEASURE_EIGENVECTOR, who, oracle_number(table, "eigenvector"), 2e-5);
        n++;
    }
    g_assert_cmpuint(p->network->n_nodes, ==, n);
}

static void compare_ties(const Pipeline *p, const char *play)
{
    g_autoptr(Delimited) table = oracle_open("drama/expected_edges.tsv");
    size_t n = 0;
    while (table && oracle_next(table)) {
        if (!g_str_equal(oracle_text(table, "play"), play))
            continue;
        const Tie *tie = network_tie(p->network, oracle_node(p, oracle_text(table, "source")),
                                     oracle_node(p, oracle_text(table, "target")));
        g_assert_nonnull(tie);
        g_assert_cmpfloat(tie->weight, ==, oracle_number(table, "weight"));
        n++;
    }
    g_assert_cmpuint(p->network->n_ties, ==, n);
}

static void test_plays(void)
{
    g_autoptr(Delimited) table = oracle_open("drama/expected_metrics.tsv");
    size_t n = 0;
    while (table && oracle_next(table)) {
        const char *play = oracle_text(table, "play");
        g_test_message("%s", play);
        g_autoptr(Pipeline) p = play_of(play, WEIGHT_COUNT), binary = play_of(play, WEIGHT_BINARY);
        if (!p || !binary)
            return;
        compare_size(p, table);
        compare_characters(p, binary, play);
        compare_ties(p, play);
        n++;
    }
    if (table)
        g_assert_cmpuint(n, ==, 10);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/drama/plays", test_plays);
    return g_test_run();
}
