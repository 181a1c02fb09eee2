/* test_fixedrow.c - the hypergeometric tail of every pair against all ways to deal out its events. */
#include "fixedrow.h"
#include "support.h"

static unsigned ones(uint32_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

static const char *const pairs[] = {"a 1", "b 1", "c 1", "a 2", "b 2", "a 3", "b 4", "c 5", "a 5", "b 6", "c 6", NULL};

/* Two strata of three events: dealing in each, at least c in both together. */
static void test_pairs(void)
{
    g_autoptr(Made) made = made_new(pairs);
    const Incidence *in = made->incidence;
    for (size_t e = 0; e < 6; e++)
        g_assert_true(date_parse(e < 3 ? "2015" : "2016", &made->corpus->event[in->event[e].i].first));
    for (int by_year = 0; by_year < 2; by_year++) {
        g_autoptr(Strata) s = strata_new(in, by_year);
        g_auto(Tail) tail = {0};
        tail_init(&tail, 6);
        for (uint32_t a = 0; a < 3; a++)
            for (uint32_t b = a + 1; b < 3; b++)
                for (uint32_t c = 0; c <= 6; c++) {
                    unsigned all = 0, reached = 0, mask[2] = {0};
                    for (unsigned e = 0; e < 6; e++)
                        mask[s->of_column[e]] |= 1U << e;
                    uint32_t hand = 0;
                    for (uint32_t i = in->actor_first[a]; i < in->actor_first[a + 1]; i++)
                        hand |= 1U << in->actor_event[i];
                    for (uint32_t other = 0; other < 64; other++) {
                        bool fits = true;
                        for (size_t k = 0; k < s->n; k++)
                            fits &= ones(other & mask[k]) == s->degree[k * 3 + b];
                        all += fits;
                        reached += fits && ones(other & hand) >= c;
                    }
                    g_assert_cmpfloat_with_epsilon(fixedrow_tail(s, 3, &tail, a, b, c), (double)reached / all, 1e-13);
                }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fixedrow/pairs", test_pairs);
    return g_test_run();
}
