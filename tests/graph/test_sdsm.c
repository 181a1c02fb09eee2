/* test_sdsm.c - the fitted probabilities reproduce every degree, whatever is forced; tails against all outcomes. */
#include "random.h"
#include "sdsm.h"
#include "support.h"
#include <math.h>

static double cell(const Bicm *m, uint32_t degree, uint32_t size)
{
    return m->p[bicm_class(m->row_degree, m->n_rows, degree) * m->n_columns +
                bicm_class(m->column_degree, m->n_columns, size)];
}

/* Expected degrees are the given ones to 1e-8, probabilities are probabilities. */
static void expect_degrees(const Bicm *m, const uint32_t *degree, size_t n, const uint32_t *size, size_t n_events)
{
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t j = 0; j < n_events; j++) {
            double p = cell(m, degree[i], size[j]);
            g_assert_cmpfloat(p, >=, 0);
            g_assert_cmpfloat(p, <=, 1);
            sum += p;
        }
        g_assert_cmpfloat_with_epsilon(sum, degree[i], 1e-8);
    }
    for (size_t j = 0; j < n_events; j++) {
        double sum = 0;
        for (size_t i = 0; i < n; i++)
            sum += cell(m, degree[i], size[j]);
        g_assert_cmpfloat_with_epsilon(sum, size[j], 1e-8);
    }
}

/* Random incidences with plenaries, handshakes, full rows and empty ones. */
static void test_degrees(void)
{
    Random random;
    unsigned most = 0;
    random_init(&random, 11, 0);
    for (int round = 0; round < 60; round++) {
        uint32_t n = 2 + random_below(&random, 40), m = 2 + random_below(&random, 60);
        g_autofree uint32_t *degree = g_new0(uint32_t, n);
        g_autofree uint32_t *size = g_new0(uint32_t, m);
        for (uint32_t i = 0; i < n; i++) {
            double active = i == 0 ? 1 : pow(random_unit(&random), 2);
            for (uint32_t j = 0; j < m; j++)
                if (random_unit(&random) < active * (j % 10 ? .3 : 1)) {
                    degree[i]++;
                    size[j]++;
                }
        }
        g_autoptr(Bicm) model = bicm_fit(degree, n, size, m);
        most = MAX(most, model->sweeps);
        g_assert_cmpfloat(model->error, <=, 1e-9);
        expect_degrees(model, degree, n, size, m);
    }
    g_test_message("at most %u sweeps", most);
}

static void test_forced(void)
{
    const struct {
        uint32_t degree[5], size[5];
        size_t n, m;
    } one[] = {
        {{3, 2, 1}, {3, 2, 1}, 3, 3},             /* nested: one matrix only */
        {{4, 2, 2, 0}, {3, 3, 1, 1}, 4, 4},       /* a full row, an empty one */
        {{2, 2, 2}, {3, 3, 0}, 3, 3},             /* full columns, an empty one */
        {{3, 3, 1, 1}, {3, 3, 1, 1}, 4, 4},       /* two blocks: no full row, yet half of all cells is forced */
        {{1, 1, 1}, {1, 1, 1}, 3, 3},             /* uniform */
        {{5, 3, 3, 2, 1}, {5, 4, 3, 1, 1}, 5, 5}, /* all of these at once */
        {{1}, {1}, 1, 1},
        {{0, 0}, {0}, 2, 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(one); i++) {
        g_autoptr(Bicm) m = bicm_fit(one[i].degree, one[i].n, one[i].size, one[i].m);
        g_assert_cmpfloat(m->error, <=, 1e-9);
        expect_degrees(m, one[i].degree, one[i].n, one[i].size, one[i].m);
    }
    g_autoptr(Bicm) nested = bicm_fit((const uint32_t[]){3, 2, 1}, 3, (const uint32_t[]){3, 2, 1}, 3);
    g_assert_cmpfloat(cell(nested, 3, 1), ==, 1);
    g_assert_cmpfloat(cell(nested, 1, 1), ==, 0);
    g_autoptr(Bicm) blocks = bicm_fit((const uint32_t[]){3, 3, 1, 1}, 4, (const uint32_t[]){3, 3, 1, 1}, 4);
    g_assert_cmpfloat(cell(blocks, 3, 3), ==, 1);
    g_assert_cmpfloat(cell(blocks, 1, 1), ==, 0);
    g_assert_cmpfloat_with_epsilon(cell(blocks, 3, 1), .5, 1e-9);
    g_autoptr(Bicm) uniform = bicm_fit((const uint32_t[]){1, 1, 1}, 3, (const uint32_t[]){1, 1, 1}, 3);
    g_assert_cmpfloat_with_epsilon(cell(uniform, 1, 1), 1 / 3., 1e-9);
}

/* Where every event is alike, an actor is in each with the same probability. */
static void test_by_hand(void)
{
    /* degrees 1, 1, 2 over four events of size 1: p of an actor is degree/4 */
    g_autoptr(Bicm) m = bicm_fit((const uint32_t[]){1, 1, 2}, 3, (const uint32_t[]){1, 1, 1, 1}, 4);
    g_assert_cmpfloat_with_epsilon(cell(m, 1, 1), .25, 1e-9);
    g_assert_cmpfloat_with_epsilon(cell(m, 2, 1), .5, 1e-9);
    g_assert_cmpuint(m->n_rows, ==, 2);
    g_assert_cmpuint(m->n_columns, ==, 1);
}

static const char *const pairs[] = {"a 1", "b 1", "c 1", "d 1", "a 2", "b 2", "b 3", "c 3", "c 4", "d 4", "e 5",
                                    "d 5", "e 6", "a 6", "f 7", "a 7", "b 7", "e 7", "a 8", "b 8", NULL};

/* Every pair and every number of shared events against all 2^8 outcomes, in one stratum and in two. */
static void test_tails(void)
{
    g_autoptr(Made) made = made_new(pairs);
    const Incidence *in = made->incidence;
    for (int by_year = 0; by_year < 2; by_year++) {
        for (size_t e = 0; e < in->n_events; e++)
            g_assert_true(date_parse(e % 2 ? "2015-03-01" : "2024", &made->corpus->event[in->event[e].i].first));
        g_autoptr(Strata) strata = strata_new(in, by_year);
        g_autoptr(Sdsm) sdsm = sdsm_new(strata, in->n_actors, in->n_events);
        g_auto(Tail) tail = {0};
        tail_init(&tail, (uint32_t)in->n_events);
        g_assert_cmpuint(strata->n, ==, by_year ? 2 : 1);
        for (uint32_t a = 0; a < in->n_actors; a++)
            for (uint32_t b = a + 1; b < in->n_actors; b++) {
                double at_least[9] = {0};
                for (uint32_t outcome = 0; outcome < 256; outcome++) {
                    double p = 1;
                    unsigned n = 0;
                    for (size_t e = 0; e < 8; e++) {
                        size_t s = strata->of_column[e];
                        const Bicm *m = sdsm->fit[s];
                        double both = cell(m, strata->degree[s * in->n_actors + a], strata->size[e]) *
                                      cell(m, strata->degree[s * in->n_actors + b], strata->size[e]);
                        p *= outcome >> e & 1 ? both : 1 - both;
                        n += outcome >> e & 1;
                    }
                    for (unsigned c = 0; c <= n; c++)
                        at_least[c] += p;
                }
                for (uint32_t c = 0; c <= 8; c++)
                    g_assert_cmpfloat_with_epsilon(sdsm_tail(sdsm, &tail, a, b, c), at_least[c], 1e-12);
            }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sdsm/degrees", test_degrees);
    g_test_add_func("/sdsm/forced", test_forced);
    g_test_add_func("/sdsm/by-hand", test_by_hand);
    g_test_add_func("/sdsm/tails", test_tails);
    return g_test_run();
}
