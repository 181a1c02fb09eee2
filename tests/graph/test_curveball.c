/* test_curveball.c - all matrices with given margins are drawn equally often; and a sampler that is not fair is caught.
 */
#include "curveball.h"
#include "support.h"
#include <math.h>
#include <string.h>

/* A matrix of up to 4 × 4 as bits, row i in bits i*m … */
typedef uint32_t Matrix;

static uint32_t row_of(Matrix x, int m, int i) { return x >> (i * m) & ((1U << m) - 1); }

static unsigned ones(uint32_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

/* Row sums, then column sums, in base 5. */
static uint32_t margins_of(Matrix x, int n, int m)
{
    uint32_t code = 0, column[4] = {0};
    for (int i = 0; i < n; i++) {
        uint32_t row = row_of(x, m, i);
        code = code * 5 + ones(row);
        for (int j = 0; j < m; j++)
            column[j] += row >> j & 1;
    }
    for (int j = 0; j < m; j++)
        code = code * 5 + column[j];
    return code;
}

static bool descending(uint32_t code, int n, int m)
{
    uint32_t digit[8];
    for (int i = n + m; i-- > 0; code /= 5)
        digit[i] = code % 5;
    for (int i = 1; i < n + m; i++)
        if (i != n && digit[i] > digit[i - 1])
            return false;
    return true;
}

/* One draw, a few steps on from x. */
typedef Matrix (*Sampler)(Matrix x, int n, int m, Random *);

/* The kernel under test, between random pairs of rows, as curveball_run has it. */
static Matrix by_curveball(Matrix x, int n, int m, Random *random)
{
    uint32_t hand[4][4], size[4] = {0}, scratch[8];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            if (row_of(x, m, i) >> j & 1)
                hand[i][size[i]++] = (uint32_t)j;
    for (int deal = 0; deal < 8 * n; deal++) {
        uint32_t i = random_below(random, (uint32_t)n), j = random_below(random, (uint32_t)n - 1);
        j += j >= i;
        curveball_deal(hand[i], size[i], hand[j], size[j], scratch, random);
    }
    Matrix out = 0;
    for (int i = 0; i < n; i++)
        for (uint32_t k = 0; k < size[i]; k++)
            out |= 1U << (i * m + (int)hand[i][k]);
    return out;
}

/* A well-known mistake: swaps until one succeeds, so that a matrix is drawn in proportion to its neighbours. */
static Matrix by_eager_swaps(Matrix x, int n, int m, Random *random)
{
    int steps = 8 * n + (int)random_below(random, 2); /* so that it is not caught by parity alone */
    for (int step = 0, tries = 0; step < steps && tries < 4000; tries++) {
        int i = (int)random_below(random, (uint32_t)n), k = (int)random_below(random, (uint32_t)n);
        int j = (int)random_below(random, (uint32_t)m), l = (int)random_below(random, (uint32_t)m);
        Matrix ij = 1U << (i * m + j), il = 1U << (i * m + l), kj = 1U << (k * m + j), kl = 1U << (k * m + l);
        if (i != k && j != l && (x & ij) && (x & kl) && !(x & il) && !(x & kj)) {
            x ^= ij | il | kj | kl;
            step++;
        }
    }
    return x;
}

/* The kernel with a bias: one draw in four without the first cell is done again. */
static Matrix by_loaded_deals(Matrix x, int n, int m, Random *random)
{
    Matrix y = by_curveball(x, n, m, random);
    return !(y & 1) && random_below(random, 4) == 0 ? by_curveball(x, n, m, random) : y;
}

typedef struct ChiVerdict {
    size_t n_margins, n_matrices;
    double chi, freedom, worst; /* sums; largest standardised χ² of one pair of margins */
} ChiVerdict;

static void judge_margins(const Matrix *all, size_t n_all, int n, int m, Sampler sample, unsigned each, ChiVerdict *v)
{
    g_autofree uint32_t *seen = g_new0(uint32_t, n_all);
    g_autoptr(GHashTable) place = g_hash_table_new(NULL, NULL);
    Random random;
    random_init(&random, 7, all[0]);
    for (size_t i = 0; i < n_all; i++)
        g_hash_table_insert(place, GUINT_TO_POINTER(all[i] + 1), GSIZE_TO_POINTER(i));
    Matrix x = all[0];
    for (size_t draw = 0; draw < each * n_all; draw++) {
        gpointer at;
        x = sample(x, n, m, &random);
        g_assert_true(g_hash_table_lookup_extended(place, GUINT_TO_POINTER(x + 1), NULL, &at)); /* margins are kept */
        seen[GPOINTER_TO_SIZE(at)]++;
    }
    double chi = 0;
    for (size_t i = 0; i < n_all; i++)
        chi += (seen[i] - (double)each) * (seen[i] - (double)each) / each;
    double freedom = (double)n_all - 1, a = 2 / (9 * freedom);
    v->n_margins++;
    v->n_matrices += n_all;
    v->chi += chi;
    v->freedom += freedom;
    v->worst = MAX(v->worst, (cbrt(chi / freedom) - (1 - a)) / sqrt(a)); /* Wilson and Hilferty */
}

static int by_margins(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* All n × m matrices by their margins; only_sorted: margins that differ by the order of rows and columns once. */
static ChiVerdict judge(int n, int m, bool only_sorted, Sampler sample, unsigned each)
{
    size_t count = (size_t)1 << (n * m), from = 0;
    g_autofree uint64_t *code = g_new(uint64_t, count);
    g_autofree Matrix *matrix = g_new(Matrix, count);
    ChiVerdict v = {0};
    for (size_t x = 0; x < count; x++)
        code[x] = (uint64_t)margins_of((Matrix)x, n, m) << 32 | x;
    qsort(code, count, sizeof *code, by_margins);
    for (size_t x = 0; x < count; x++)
        matrix[x] = (Matrix)code[x];
    for (size_t to = 1; to <= count; to++) {
        if (to < count && code[to] >> 32 == code[from] >> 32)
            continue;
        if (to - from > 1 && (!only_sorted || descending((uint32_t)(code[from] >> 32), n, m)))
            judge_margins(matrix + from, to - from, n, m, sample, each, &v);
        from = to;
    }
    return v;
}

/* Standard deviations above what a fair sampler's χ² is expected to be, over all margins together. */
static double excess(ChiVerdict v) { return (v.chi - v.freedom) / sqrt(2 * v.freedom); }

static void expect_fair(ChiVerdict v, size_t n_margins, size_t n_matrices)
{
    g_test_message("%zu margins, %zu matrices: chi squared %.1f of %.0f (%.2f sd), worst margin %.2f sd", v.n_margins,
                   v.n_matrices, v.chi, v.freedom, excess(v), v.worst);
    g_assert_cmpuint(v.n_margins, ==, n_margins);
    g_assert_cmpuint(v.n_matrices, ==, n_matrices);
    g_assert_cmpfloat(fabs(excess(v)), <, 3);
    g_assert_cmpfloat(v.worst, <, 5.5);
}

/* Every pair of margins that more than one matrix has. */
static void test_uniform_3(void) { expect_fair(judge(3, 3, false, by_curveball, 200), 98, 282); }

static void test_uniform_4(void) { expect_fair(judge(4, 4, false, by_curveball, 12), 9243, 58634); }

static void test_oblong(void) { expect_fair(judge(2, 4, false, by_curveball, 200), 43, 110); }

static void test_unfair_is_caught(void)
{
    ChiVerdict eager = judge(3, 3, false, by_eager_swaps, 200), loaded = judge(3, 3, false, by_loaded_deals, 200);
    ChiVerdict eager_4 = judge(4, 4, true, by_eager_swaps, 100);
    g_test_message("eager swaps %.1f and %.1f sd, loaded deals %.1f sd", excess(eager), excess(eager_4),
                   excess(loaded));
    g_assert_cmpfloat(excess(eager), >, 6);
    g_assert_cmpfloat(excess(eager_4), >, 6);
    g_assert_cmpfloat(excess(loaded), >, 6);
}

static const char *const pairs[] = {"a 1", "b 1", "c 1", "d 1", "a 2", "b 2", "b 3", "c 3", "c 4", "d 4",
                                    "e 5", "d 5", "e 6", "a 6", "f 7", "a 7", "b 7", "e 7", NULL};

static void test_incidence(void)
{
    g_autoptr(Made) made = made_new(pairs);
    const Incidence *in = made->incidence;
    g_autoptr(Strata) strata = strata_new(in, false);
    g_autoptr(Curveball) ball = curveball_new(in, strata);
    g_autoptr(Incidence) same = curveball_incidence(ball);
    g_assert_cmpmem(same->cell_actor, in->n_cells * sizeof(uint32_t), in->cell_actor, in->n_cells * sizeof(uint32_t));
    g_assert_cmpmem(same->actor_event, in->n_cells * sizeof(uint32_t), in->actor_event, in->n_cells * sizeof(uint32_t));
    g_assert_cmpmem(same->actor_cell, in->n_cells * sizeof(uint32_t), in->actor_cell, in->n_cells * sizeof(uint32_t));
    Random random;
    random_init(&random, 1, 0);
    bool moved = false;
    for (int draw = 0; draw < 50; draw++) {
        curveball_run(ball, &random, 2);
        g_autoptr(Incidence) out = curveball_incidence(ball);
        moved |= memcmp(out->cell_actor, in->cell_actor, in->n_cells * sizeof(uint32_t)) != 0;
        for (uint32_t row = 0; row < out->n_actors; row++)
            for (uint32_t i = out->actor_first[row]; i < out->actor_first[row + 1]; i++) {
                g_assert_true(i == out->actor_first[row] || out->actor_event[i] > out->actor_event[i - 1]);
                g_assert_cmpuint(out->cell_actor[out->actor_cell[i]], ==, row);
            }
        for (size_t e = 0; e < out->n_events; e++)
            for (uint32_t c = out->event_first[e] + 1; c < out->event_first[e + 1]; c++)
                g_assert_cmpuint(out->cell_actor[c], >, out->cell_actor[c - 1]);
    }
    g_assert_true(moved);
}

/* Within years every actor keeps its events a year; what only one matrix has stays as it is. */
static void test_strata(void)
{
    g_autoptr(Made) made = made_new(pairs);
    const Incidence *in = made->incidence;
    for (size_t e = 0; e < in->n_events; e++)
        g_assert_true(date_parse(e < 4 ? "2015-03-01" : "2024", &made->corpus->event[in->event[e].i].first));
    g_autoptr(Strata) strata = strata_new(in, true);
    g_assert_cmpuint(strata->n, ==, 2);
    g_autoptr(Curveball) ball = curveball_new(in, strata);
    Random random;
    random_init(&random, 1, 0);
    for (int draw = 0; draw < 50; draw++) {
        curveball_run(ball, &random, 2);
        g_autoptr(Incidence) out = curveball_incidence(ball);
        for (uint32_t row = 0; row < out->n_actors; row++) {
            uint32_t early = 0;
            for (uint32_t i = out->actor_first[row]; i < out->actor_first[row + 1]; i++)
                early += strata->of_column[out->actor_event[i]] == strata->of_column[0];
            g_assert_cmpuint(early, ==, strata->degree[strata->of_column[0] * in->n_actors + row]);
        }
    }
    g_autoptr(Made) nested = made_new((const char *const[]){"a 1", "a 2", "a 3", "b 1", "b 2", "c 1", NULL});
    g_autoptr(Strata) one = strata_new(nested->incidence, false);
    g_autoptr(Curveball) still = curveball_new(nested->incidence, one);
    curveball_run(still, &random, 50);
    g_assert_cmpmem(still->column, 6 * sizeof(uint32_t), nested->incidence->actor_event, 6 * sizeof(uint32_t));
}

static void test_nothing(void)
{
    g_autoptr(Made) made = made_new((const char *const[]){"a 1", NULL});
    g_autoptr(Strata) strata = strata_new(made->incidence, true);
    g_autoptr(Curveball) ball = curveball_new(made->incidence, strata);
    Random random;
    random_init(&random, 1, 0);
    curveball_run(ball, &random, 3);
    g_assert_cmpuint(ball->column[0], ==, 0);
    g_autoptr(Made) empty = made_new(NULL);
    g_autoptr(Strata) none = strata_new(empty->incidence, false);
    g_autoptr(Curveball) nobody = curveball_new(empty->incidence, none);
    curveball_run(nobody, &random, 3);
    g_assert_cmpuint(none->n, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/curveball/uniform-3x3", test_uniform_3);
    g_test_add_func("/curveball/uniform-4x4", test_uniform_4);
    g_test_add_func("/curveball/oblong", test_oblong);
    g_test_add_func("/curveball/unfair-is-caught", test_unfair_is_caught);
    g_test_add_func("/curveball/incidence", test_incidence);
    g_test_add_func("/curveball/strata", test_strata);
    g_test_add_func("/curveball/nothing", test_nothing);
    return g_test_run();
}
