/* test_known.c - two networks everybody knows: Davis's Southern women and the characters of Les Misérables. */
#include "oracle.h"

static Pipeline *davis(void)
{
    g_autofree char *path = support_shared("known/davis_southern_women/incidence.tsv");
    Selection selection;
    selection_init(&selection);
    selection.level = LEVEL_ALL;
    selection.weight = WEIGHT_COUNT;
    return path ? oracle_run((const char *const[]){path, NULL}, &selection, (Unit){0}) : NULL;
}

static uint32_t column_of(const Incidence *in, const char *event)
{
    for (uint32_t e = 0; e < in->n_events; e++)
        if (g_str_equal(in->corpus->event[in->event[e].i].id, event))
            return e;
    g_error("no event %s", event);
}

/* Against NetworkX, and against what Borgatti and Halgin printed with two decimals. */
static void compare_two_mode(const Delimited *table, const char *name, double value)
{
    g_autofree char *exact = g_strdup_printf("bipartite_%s", name),
                    *printed = g_strdup_printf("published_%s_2dp", name);
    g_assert_cmpfloat(fabs(value - oracle_number(table, exact)), <=, 1e-9);
    g_assert_cmpfloat(fabs(value - oracle_number(table, printed)), <=, 0.005 + 1e-9);
}

static void test_davis_two_mode(void)
{
    g_autoptr(Delimited) table = oracle_open("known/davis_southern_women/expected_twomode_centrality.tsv");
    g_autoptr(Pipeline) p = table ? davis() : NULL;
    g_autofree double *degree = NULL, *betweenness = NULL, *closeness = NULL;
    if (!p)
        return;
    g_assert_true(measure_events(p->incidence, &degree, &betweenness, &closeness, NULL));
    size_t n_women = 0, n_events = 0;
    while (oracle_next(table)) {
        const char *name = oracle_text(table, "node");
        bool woman = g_str_equal(oracle_text(table, "mode"), "person");
        uint32_t i = woman ? oracle_node(p, name) : column_of(p->incidence, name);
        double **value = p->scores->value;
        compare_two_mode(table, "degree", woman ? value[MEASURE_TWOMODE_DEGREE][i] : degree[i]);
        compare_two_mode(table, "betweenness", woman ? value[MEASURE_TWOMODE_BETWEENNESS][i] : betweenness[i]);
        compare_two_mode(table, "closeness", woman ? value[MEASURE_TWOMODE_CLOSENESS][i] : closeness[i]);
        *(woman ? &n_women : &n_events) += 1;
    }
    g_assert_cmpuint(p->incidence->n_actors, ==, n_women);
    g_assert_cmpuint(p->incidence->n_events, ==, n_events);
    g_assert_cmpuint(n_women, ==, 18);
    g_assert_cmpuint(n_events, ==, 14);
}

/* Ties named by two columns of the table, with their weight in a third. */
static void compare_ties(const Pipeline *p, Delimited *table, const char *a, const char *b, const char *weight)
{
    size_t n = 0;
    while (oracle_next(table)) {
        uint32_t x = oracle_node(p, oracle_text(table, a)), y = oracle_node(p, oracle_text(table, b));
        const Tie *tie = network_tie(p->network, x, y);
        g_assert_nonnull(tie);
        g_assert_cmpfloat(tie->weight, ==, oracle_number(table, weight));
        g_assert_cmpuint(tie->n_events, ==, (unsigned)oracle_number(table, weight));
        n++;
    }
    g_assert_cmpuint(p->network->n_ties, ==, n);
}

static void test_davis_projection(void)
{
    g_autoptr(Delimited) table = oracle_open("known/davis_southern_women/expected_person_projection.tsv");
    g_autoptr(Pipeline) p = table ? davis() : NULL;
    if (p)
        compare_ties(p, table, "source", "target", "shared_events");
}

/* "1.1.4:MY,ME;MY,CL" is two encounters in one chapter: each group between semicolons is an event. */
static char *incidence_of_jean(const char *path)
{
    g_autofree char *text = NULL;
    g_autoptr(GString) out = g_string_new("actor\tevent\n");
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) line = g_strsplit(text, "\n", -1);
    for (size_t i = 0; line[i]; i++) {
        char *colon = strchr(line[i], ':');
        if (!g_ascii_isdigit(*line[i]) || !colon)
            continue;
        *colon = '\0';
        g_auto(GStrv) group = g_strsplit(g_strchomp(colon + 1), ";", -1);
        for (size_t g = 0; group[g]; g++) {
            g_auto(GStrv) code = g_strsplit(group[g], ",", -1);
            for (size_t c = 0; code[c]; c++)
                g_string_append_printf(out, "%s\t%s/%zu\n", code[c], line[i], g);
        }
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static Pipeline *miserables(Weight weight, bool drop_isolates)
{
    g_autofree char *jean = support_shared("known/lesmis/jean.dat");
    if (!jean)
        return NULL;
    char *folder = support_folder();
    g_autofree char *text = incidence_of_jean(jean), *path = support_file(folder, "jean.tsv", text);
    Selection selection;
    selection_init(&selection);
    selection.level = LEVEL_ALL;
    selection.weight = weight;
    selection.drop_isolates = drop_isolates;
    Pipeline *p = oracle_run((const char *const[]){path, NULL}, &selection, (Unit){0});
    support_remove_folder(folder);
    return p;
}

static void test_miserables(void)
{
    g_autoptr(Delimited) table = oracle_open("known/lesmis/expected_nodes.tsv");
    g_autoptr(Pipeline) p = table ? miserables(WEIGHT_COUNT, true) : NULL;
    g_autoptr(Pipeline) binary = p ? miserables(WEIGHT_BINARY, true) : NULL;
    if (!p)
        return;
    g_assert_cmpuint(p->network->n_nodes, ==, 77);
    g_assert_cmpuint(p->network->n_ties, ==, 254);
    double sum = 0;
    for (size_t i = 0; i < p->network->n_ties; i++)
        sum += p->network->tie[i].weight;
    g_assert_cmpfloat(sum, ==, 820);
    while (oracle_next(table)) {
        const char *code = oracle_text(table, "code");
        oracle_compare(p, MEASURE_DEGREE, code, oracle_number(table, "degree"), 0);
        oracle_compare(p, MEASURE_STRENGTH, code, oracle_number(table, "weighted_degree"), 0);
        oracle_compare(p, MEASURE_BETWEENNESS, code, oracle_number(table, "betweenness"), 1e-8);
        oracle_compare(p, MEASURE_CLOSENESS, code, oracle_number(table, "closeness"), 1e-8);
        oracle_compare(p, MEASURE_BETWEENNESS, code, oracle_number(table, "published_betweenness_3dp"), 0.0005 + 1e-9);
        oracle_compare(p, MEASURE_CLOSENESS, code, oracle_number(table, "published_closeness_3dp"), 0.0005 + 1e-9);
        oracle_compare(binary, MEASURE_EIGENVECTOR, code, oracle_number(table, "eigenvector_unweighted"), 2e-5);
    }
}

static void test_miserables_ties(void)
{
    g_autoptr(Delimited) table = oracle_open("known/lesmis/expected_edges.tsv");
    g_autoptr(Pipeline) p = table ? miserables(WEIGHT_COUNT, true) : NULL;
    if (p)
        compare_ties(p, table, "source_code", "target_code", "weight");
}

/* Characters who meet nobody are kept unless one asks otherwise. */
static void test_miserables_isolates(void)
{
    g_autoptr(Pipeline) p = miserables(WEIGHT_COUNT, false);
    if (p)
        g_assert_cmpuint(p->network->n_nodes, ==, 80);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/known/davis/two-mode", test_davis_two_mode);
    g_test_add_func("/known/davis/projection", test_davis_projection);
    g_test_add_func("/known/miserables/measures", test_miserables);
    g_test_add_func("/known/miserables/ties", test_miserables_ties);
    g_test_add_func("/known/miserables/isolates", test_miserables_isolates);
    return g_test_run();
}
