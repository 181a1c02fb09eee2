/* test_cycle.c - relations that would put someone above itself. */
#include "cycle.h"

static void note(void *context, size_t edge, const uint32_t *vertex, size_t n)
{
    GString *out = context;
    g_string_append_printf(out, "%zu:", edge);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(out, " %u", vertex[i]);
    g_string_append(out, ";");
}

static void expect(CycleEdge *edge, size_t n, size_t n_vertices, const char *report)
{
    g_autoptr(GString) out = g_string_new(NULL);
    cycle_break(edge, n, n_vertices, note, out);
    g_assert_cmpstr(out->str, ==, report);
}

#define ALWAYS INT32_MIN, INT32_MAX, false

static void test_none(void)
{
    CycleEdge diamond[] = {{0, 1, ALWAYS}, {0, 2, ALWAYS}, {1, 3, ALWAYS}, {2, 3, ALWAYS}};
    expect(NULL, 0, 0, "");
    expect(NULL, 0, 3, "");
    expect(diamond, 4, 4, "");
}

static void test_cycles(void)
{
    CycleEdge self[] = {{1, 1, ALWAYS}};
    CycleEdge three[] = {{3, 0, ALWAYS}, {0, 1, ALWAYS}, {1, 2, ALWAYS}, {2, 0, ALWAYS}, {2, 4, ALWAYS}};
    CycleEdge two[] = {{0, 1, ALWAYS}, {1, 0, ALWAYS}, {2, 3, ALWAYS}, {3, 2, ALWAYS}};
    expect(self, 1, 2, "0: 1 1;");
    g_assert_true(self[0].dropped);
    expect(three, 5, 5, "3: 2 0 1 2;");
    g_assert_true(three[3].dropped && !three[2].dropped && !three[4].dropped);
    expect(two, 4, 4, "1: 1 0 1;3: 3 2 3;");
}

static void test_dates(void)
{
    CycleEdge apart[] = {{0, 1, 0, 10, false}, {1, 0, 11, 20, false}}; /* the order was reversed: no cycle on any day */
    CycleEdge touch[] = {{0, 1, 0, 10, false}, {1, 0, 10, 20, false}};
    expect(apart, 2, 2, "");
    expect(touch, 2, 2, "1: 1 0 1;");
}

/* A chain of 100,000 closed by its last relation: no recursion, no quadratic time. */
static void test_long(void)
{
    enum { N = 100000 };
    g_autofree CycleEdge *edge = g_new(CycleEdge, N);
    for (uint32_t i = 0; i < N; i++)
        edge[i] = (CycleEdge){i, (i + 1) % N, ALWAYS};
    g_autoptr(GString) out = g_string_new(NULL);
    cycle_break(edge, N - 1, N, note, out);
    g_assert_cmpstr(out->str, ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cycle/none", test_none);
    g_test_add_func("/cycle/cycles", test_cycles);
    g_test_add_func("/cycle/dates", test_dates);
    g_test_add_func("/cycle/long", test_long);
    return g_test_run();
}
