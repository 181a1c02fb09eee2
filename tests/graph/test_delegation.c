/* test_delegation.c - one affiliation chain is one delegation: what --no-kin counts, and the kin ties without it. */
#include "network.h"
#include "told.h"

static const char *const lines[] = {"document|a.xml",
                                    "record|ann|official|Ann",
                                    "record|bob|official|Bob",
                                    "record|min|agency|Ministry|ministry",
                                    "record|dept|agency|Department|department",
                                    "record|VN|country|Viet Nam",
                                    "record|SG|country|Singapore",
                                    "is|member_of|ann|dept",
                                    "is|member_of|bob|dept||2019",
                                    "is|part_of|dept|min",
                                    "is|agency_of|min|VN",
                                    "event|e|2020",
                                    "took|e|ann",
                                    "took|e|VN",
                                    "took|e|SG",
                                    "took|e|bob", /* ann and VN; SG; bob, who has left */
                                    "event|f|2020",
                                    "took|f|ann",
                                    "took|f|dept",
                                    "took|f|min", /* one delegation: no tie */
                                    "event|g|2018",
                                    "took|g|ann",
                                    "took|g|bob",
                                    "took|g|min", /* one, through the ministry */
                                    "event|h|2018",
                                    "took|h|ann",
                                    "took|h|bob", /* colleagues, but not one above the other */
                                    NULL};

static void test_no_kin(void)
{
    g_autoptr(Told) t = told_new(lines);
    t->selection.level = LEVEL_ALL;
    t->selection.no_kin = true;
    t->selection.weight = WEIGHT_NEWMAN;
    const Incidence *inc = told_select(t);
    const uint32_t k[] = {1, 2, 3, 1}; /* g h e f, by date */
    for (uint32_t c = 0; c < 4; c++)
        g_assert_cmpuint(inc->event_k[c], ==, k[c]);
    for (uint32_t c = 0; c < inc->n_events; c++)
        for (uint32_t cell = inc->event_first[c]; cell < inc->event_first[c + 1]; cell++)
            g_assert_cmpuint(inc->cell_delegation[cell], <, inc->event_k[c]);

    g_autoptr(Network) net = network_project(inc, &t->selection, NULL);
    uint32_t ann = network_node_of(net, told_actor(t, "ann")), bob = network_node_of(net, told_actor(t, "bob"));
    uint32_t vn = network_node_of(net, told_actor(t, "VN")), sg = network_node_of(net, told_actor(t, "SG"));
    uint32_t dept = network_node_of(net, told_actor(t, "dept"));
    g_assert_null(network_tie(net, ann, vn));
    g_assert_cmpfloat(network_tie(net, ann, sg)->weight, ==, 0.5); /* k = 3 delegations */
    g_assert_cmpfloat(network_tie(net, ann, bob)->weight, ==, 1.5);
    g_assert_cmpuint(network_tie(net, ann, bob)->n_events, ==, 2); /* e and h, not g */
    g_assert_null(network_tie(net, ann, dept));
    g_assert_cmpuint(net->n_kin_ties, ==, 0);

    TieSupport support;
    network_tie_support(net, network_tie(net, ann, bob), &support);
    g_assert_cmpuint(support.n_events, ==, 2);
    g_assert_cmpstr(t->corpus->event[support.event[0].i].id, ==, "h");
    tie_support_clear(&support);
}

static void test_kin_ties(void)
{
    g_autoptr(Told) t = told_new(lines);
    t->selection.level = LEVEL_ALL;
    g_autoptr(Network) net = network_project(told_select(t), &t->selection, NULL);
    g_assert_null(t->incidence->cell_delegation);
    /* ann–VN, ann–dept, ann–min, dept–min, bob–min: each once, whatever the number of events */
    g_assert_cmpuint(net->n_kin_ties, ==, 5);
    t->selection.level = LEVEL_AGENCY;
    g_autoptr(Network) agencies = network_project(told_select(t), &t->selection, NULL);
    g_assert_cmpuint(agencies->n_kin_ties, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/delegation/no-kin", test_no_kin);
    g_test_add_func("/delegation/kin-ties", test_kin_ties);
    return g_test_run();
}
