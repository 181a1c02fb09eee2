/* test_network.c - asking a network for its actors, its ties and what they rest on. */
#include "network.h"
#include "told.h"

static const char *const lines[] = {"document|a.xml",
                                    "record|ann|official|Ann",
                                    "record|bob|official|Bob",
                                    "record|cy|official|Cy",
                                    "record|dee|official|Dee",
                                    "event|e1|2021-06-24",
                                    "took|e1|ann",
                                    "took|e1|bob",
                                    "document|b.xml",
                                    "event|e2|2020||2022-03",
                                    "took|e2|a.xml#ann",
                                    "took|e2|a.xml#bob",
                                    "took|e2|a.xml#cy",
                                    "event|e3",
                                    "took|e3|a.xml#bob",
                                    "took|e3|a.xml#cy",
                                    "took|e3|a.xml#ann",
                                    "event|e4|2019",
                                    "took|e4|a.xml#cy",
                                    NULL};

static Network *project(Told *t)
{
    t->selection.level = LEVEL_ALL;
    GError *error = NULL;
    Network *net = network_project(told_select(t), &t->selection, &error);
    g_assert_no_error(error);
    return net;
}

static void test_look_up(void)
{
    g_autoptr(Told) t = told_new(lines);
    g_autoptr(Network) net = project(t);
    g_assert_cmpuint(net->n_nodes, ==, 3);
    g_assert_cmpstr(network_actor(net, 1)->id, ==, "bob");
    g_assert_cmpuint(network_node_of(net, told_actor(t, "cy")), ==, 2);
    g_assert_cmpuint(network_node_of(net, told_actor(t, "dee")), ==, UINT32_MAX); /* in no event */
    g_assert_cmpuint(net->n_ties, ==, 3);
    g_assert_true(network_tie(net, 2, 1) == &net->tie[2]);
}

static void test_support(void)
{
    g_autoptr(Told) t = told_new(lines);
    g_autoptr(Network) net = project(t);
    TieSupport support;
    char day[DATE_SIZE];
    network_tie_support(net, network_tie(net, 0, 1), &support);
    g_assert_cmpuint(support.n_events, ==, 3);
    g_assert_cmpstr(t->corpus->event[support.event[0].i].id, ==, "e2"); /* by date, undated last */
    g_assert_cmpstr(t->corpus->event[support.event[2].i].id, ==, "e3");
    g_assert_cmpuint(support.n_documents, ==, 2);
    g_assert_cmpuint(support.document[0].i, ==, 0);
    g_assert_cmpstr(date_format(support.first, day), ==, "2020");
    g_assert_cmpstr(date_format(support.last, day), ==, "2022-03"); /* the last day of the event that ends last */
    tie_support_clear(&support);
    network_tie_support(net, network_tie(net, 1, 2), &support);
    g_assert_cmpuint(support.n_events, ==, 2);
    g_assert_cmpuint(support.n_documents, ==, 1);
    tie_support_clear(&support);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/network/look-up", test_look_up);
    g_test_add_func("/network/support", test_support);
    return g_test_run();
}
