/* test_incidence.c - the two-mode network both ways, its cells, and copies without an event. */
#include "support.h"
#include "told.h"

static const char *const pairs[] = {"Ann e2", "Bob e1", "Ann e1", "Cy e3", "Bob e2", "Ann e2", NULL};

static void check_both_ways(const Incidence *inc)
{
    size_t n = 0;
    for (uint32_t row = 0; row < inc->n_actors; row++)
        for (uint32_t at = inc->actor_first[row]; at < inc->actor_first[row + 1]; at++, n++) {
            uint32_t cell = inc->actor_cell[at], column = inc->actor_event[at];
            g_assert_cmpuint(inc->cell_actor[cell], ==, row);
            g_assert_cmpuint(incidence_cell(inc, row, column), ==, cell);
            g_assert_true(at == inc->actor_first[row] || inc->actor_event[at - 1] < column);
        }
    g_assert_cmpuint(n, ==, inc->n_cells);
    g_assert_cmpuint(inc->event_first[inc->n_events], ==, inc->n_cells);
    g_assert_cmpuint(inc->claim_first[inc->n_cells], ==, inc->n_claims);
}

static void test_made(void)
{
    g_autoptr(Made) made = made_new(pairs);
    const Incidence *inc = made->incidence;
    g_assert_cmpuint(inc->n_actors, ==, 3);
    g_assert_cmpuint(inc->n_events, ==, 3);
    g_assert_cmpuint(inc->n_cells, ==, 5); /* once an event, whatever the number of participations */
    g_assert_cmpuint(inc->n_claims, ==, 6);
    check_both_ways(inc);
    g_assert_cmpstr(inc->corpus->event[inc->event[0].i].id, ==, "e2"); /* undated: in corpus order */
    g_assert_cmpuint(incidence_cell(inc, 2, 0), ==, UINT32_MAX);
    size_t n;
    g_autofree uint32_t *shared = incidence_shared(inc, 0, 1, &n);
    g_assert_cmpuint(n, ==, 2);
    g_assert_true(shared[0] == 0 && shared[1] == 1);
    g_free(incidence_shared(inc, 0, 2, &n));
    g_assert_cmpuint(n, ==, 0);
    g_assert_cmpuint(inc->event_k[0], ==, 2);
    g_assert_null(inc->cell_delegation);
}

static void test_without(void)
{
    g_autoptr(Made) made = made_new(pairs);
    g_autoptr(Incidence) copy = incidence_without(made->incidence, 2); /* Cy's only event */
    g_assert_cmpuint(copy->n_events, ==, 2);
    g_assert_cmpuint(copy->n_actors, ==, 3);
    g_assert_cmpuint(copy->actor_first[3] - copy->actor_first[2], ==, 0);
    g_assert_cmpuint(copy->n_claims, ==, 5);
    check_both_ways(copy);
    g_autoptr(Incidence) first = incidence_without(made->incidence, 0);
    g_assert_cmpuint(first->n_cells, ==, 3);
    g_assert_cmpuint(first->n_claims, ==, 3);
    g_assert_cmpstr(first->corpus->event[first->event[0].i].id, ==, "e1");
    check_both_ways(first);
}

static void test_subset_and_repeating(void)
{
    g_autoptr(Made) made = made_new(pairs);
    const bool keep[] = {false, true, false};
    g_autoptr(Incidence) one = incidence_subset(made->incidence, keep);
    g_assert_cmpuint(one->n_events, ==, 1);
    g_assert_cmpuint(one->n_cells, ==, 2);
    check_both_ways(one);
    g_autoptr(Incidence) none = incidence_subset(made->incidence, (const bool[]){false, false, false});
    g_assert_cmpuint(none->n_cells + none->n_claims + none->n_events, ==, 0);
    g_assert_cmpuint(none->n_actors, ==, 3);
    g_autoptr(Incidence) thrice = incidence_repeating(made->incidence, 1, 3);
    g_assert_cmpuint(thrice->n_events, ==, 5);
    g_assert_cmpuint(thrice->n_cells, ==, 9);
    check_both_ways(thrice);
}

static void test_order_of_events(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "event|undated", "event|late|2021", "event|early|2020-05", "event|day|2020-05-01",
        "event|empty|2019", "took|undated|a", "took|late|a", "took|early|a", "took|day|a", NULL});
    told_select(t);
    g_autofree char *cells = told_cells(t);
    g_assert_cmpstr(cells, ==, "early: a | day: a | late: a | undated: a"); /* same first day: in corpus order */
    check_both_ways(t->incidence);
}

/* The order in which documents are read changes nothing: names, ids and events may be met before they are registered.
 */
static void test_order_of_documents(void)
{
    static const char *const block[3][8] = {
        {"document|a.xml", "event|e1|2020-01-01", "took|e1|ann", "took|e1|SG", "is|member_of|ann|min", NULL},
        {"document|b.xml", "event|e2|2021-01-01", "mention|m|official|name:Ann|Ann", "took|e2|name:Ann", "took|e2|zed",
         "mention|n|official|zed|Zed", NULL},
        {"document|who.xml|authority", "record|ann|official|Ann", "record|min|agency|Ministry|ministry",
         "record|VN|country|Viet Nam", "record|SG|country|Singapore", "is|agency_of|min|VN", NULL},
    };
    static const int order[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {1, 0, 2}};
    static const char *const expected[] = {"e1: SG ann | e2: ann zed", "e1: ann | e2: ann zed", "e1: min | e2: min",
                                           "e1: SG VN | e2: VN"};
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        g_autoptr(GPtrArray) line = g_ptr_array_new();
        for (size_t j = 0; j < 3; j++)
            for (size_t k = 0; block[order[i][j]][k]; k++)
                g_ptr_array_add(line, (char *)block[order[i][j]][k]);
        g_ptr_array_add(line, NULL);
        g_autoptr(Told) t = told_new((const char *const *)line->pdata);
        for (int level = LEVEL_ALL; level <= LEVEL_COUNTRY; level++) {
            t->selection.level = (Level)level;
            told_select(t);
            g_autofree char *cells = told_cells(t);
            g_assert_cmpstr(cells, ==, expected[level - LEVEL_ALL]);
        }
        g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_UNKNOWN_REF), ==, 1);
    }
}

static void test_empty(void)
{
    g_autoptr(Made) made = made_new((const char *const[]){NULL});
    g_assert_cmpuint(made->incidence->n_actors, ==, 0);
    g_assert_cmpuint(made->incidence->n_events, ==, 0);
    check_both_ways(made->incidence);
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "event|e|2020|scheduled", "took|e|a", NULL});
    told_select(t);
    g_assert_cmpuint(t->incidence->n_not_counted[EVENT_SCHEDULED], ==, 1);
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_NO_EVENTS), ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/incidence/made", test_made);
    g_test_add_func("/incidence/without", test_without);
    g_test_add_func("/incidence/subset-and-repeating", test_subset_and_repeating);
    g_test_add_func("/incidence/order-of-events", test_order_of_events);
    g_test_add_func("/incidence/order-of-documents", test_order_of_documents);
    g_test_add_func("/incidence/empty", test_empty);
    return g_test_run();
}
