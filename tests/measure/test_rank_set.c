/* test_rank_set.c - rank sets: what is far apart is told apart, what is equal is not. */
#include "random.h"
#include "rank_set.h"
#include <glib.h>
#include <string.h>

enum { ACTORS = 5, CLUSTERS = 40 };

/* Influence values of independent actors, each with standard error se. */
static void make_influence(double *influence, double se)
{
    Random r;
    random_init(&r, 11, 0);
    for (int i = 0; i < ACTORS * CLUSTERS; i++)
        influence[i] = random_normal(&r) * se / 6.3245553; /* √40 */
}

static void test_far_apart(void)
{
    double influence[ACTORS * CLUSTERS], score[ACTORS] = {50, 40, 30, 20, 10};
    make_influence(influence, 0.5);
    RankSets *r = rank_sets(score, influence, ACTORS, CLUSTERS, 400, 1, 1);
    for (uint32_t i = 0; i < ACTORS; i++) {
        g_assert_cmpuint(r->lo[i], ==, i + 1);
        g_assert_cmpuint(r->hi[i], ==, i + 1);
    }
    rank_sets_free(r);
}

static void test_nothing_to_tell(void)
{
    double influence[ACTORS * CLUSTERS], score[ACTORS] = {10.2, 10.1, 10, 10, 9.9};
    make_influence(influence, 5);
    RankSets *r = rank_sets(score, influence, ACTORS, CLUSTERS, 400, 1, 1);
    for (uint32_t i = 0; i < ACTORS; i++) {
        g_assert_cmpuint(r->lo[i], ==, 1);
        g_assert_cmpuint(r->hi[i], ==, ACTORS);
    }
    rank_sets_free(r);
}

/* Covering all at once asks for more than covering one. */
static void test_simultaneous_is_wider(void)
{
    double influence[ACTORS * CLUSTERS], score[ACTORS] = {14, 12, 10, 8, 6};
    make_influence(influence, 1.1);
    RankSets *r = rank_sets(score, influence, ACTORS, CLUSTERS, 1000, 1, 1);
    uint32_t width = 0, marginal = 0;
    for (uint32_t i = 0; i < ACTORS; i++) {
        g_assert_cmpuint(r->lo[i], <=, r->marginal_lo[i]);
        g_assert_cmpuint(r->hi[i], >=, r->marginal_hi[i]);
        g_assert_cmpuint(r->lo[i], <=, i + 1);
        g_assert_cmpuint(r->hi[i], >=, i + 1);
        width += r->hi[i] - r->lo[i];
        marginal += r->marginal_hi[i] - r->marginal_lo[i];
    }
    g_assert_cmpuint(width, >=, marginal);
    g_assert_cmpuint(width, >, 0);
    rank_sets_free(r);
}

static void test_threads_change_nothing(void)
{
    double influence[ACTORS * CLUSTERS], score[ACTORS] = {14, 12, 10, 8, 6};
    make_influence(influence, 2);
    RankSets *a = rank_sets(score, influence, ACTORS, CLUSTERS, 300, 9, 1);
    RankSets *b = rank_sets(score, influence, ACTORS, CLUSTERS, 300, 9, 4);
    g_assert_cmpmem(a->lo, ACTORS * sizeof *a->lo, b->lo, ACTORS * sizeof *b->lo);
    g_assert_cmpmem(a->hi, ACTORS * sizeof *a->hi, b->hi, ACTORS * sizeof *b->hi);
    g_assert_cmpmem(a->marginal_hi, ACTORS * sizeof *a->hi, b->marginal_hi, ACTORS * sizeof *b->hi);
    rank_sets_free(a);
    rank_sets_free(b);
}

/* Replicates whose deviations have the influence values' covariance give the same sets, but for chance. */
static void test_replicates_agree(void)
{
    enum { DRAWS = 2000 };
    double influence[ACTORS * CLUSTERS], score[ACTORS] = {14, 12, 10, 8, 6};
    g_autofree double *replicate = g_new0(double, ACTORS * DRAWS);
    Random random;
    make_influence(influence, 0.5);
    random_init(&random, 23, 0);
    for (int d = 0; d < DRAWS; d++)
        for (int c = 0; c < CLUSTERS; c++) {
            double xi = random_normal(&random);
            for (int i = 0; i < ACTORS; i++)
                replicate[i * DRAWS + d] += score[i] / CLUSTERS + xi * influence[c * ACTORS + i];
        }
    RankSets *a = rank_sets(score, influence, ACTORS, CLUSTERS, DRAWS, 1, 1);
    RankSets *b = rank_sets_of_replicates(score, replicate, DRAWS, ACTORS, DRAWS, 2);
    for (int i = 0; i < ACTORS; i++) {
        g_assert_cmpuint(a->lo[i], ==, b->lo[i]);
        g_assert_cmpuint(a->hi[i], ==, b->hi[i]);
    }
    rank_sets_free(a);
    rank_sets_free(b);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rank sets/far apart", test_far_apart);
    g_test_add_func("/rank sets/nothing to tell", test_nothing_to_tell);
    g_test_add_func("/rank sets/simultaneous is wider", test_simultaneous_is_wider);
    g_test_add_func("/rank sets/replicates agree", test_replicates_agree);
    g_test_add_func("/rank sets/threads change nothing", test_threads_change_nothing);
    return g_test_run();
}
