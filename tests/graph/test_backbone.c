/* test_backbone.c - which ties beat chance: against enumeration of all matrices, and how often chance alone is flagged.
 */
#include "backbone.h"
#include "error.h"
#include "random.h"
#include "support.h"
#include <math.h>
#include <string.h>

static Network *project(const Made *made, Weight weight)
{
    Selection s;
    selection_init(&s);
    s.weight = weight;
    Network *net = network_project(made->incidence, &s, NULL);
    g_assert_nonnull(net);
    return net;
}

static Backbone *find(const Network *net, BackboneOptions options)
{
    GError *error = NULL;
    if (options.alpha == 0)
        options.alpha = .05;
    Backbone *b = backbone_find(net, &options, &error);
    g_assert_no_error(error);
    return b;
}

/* --- Benjamini and Hochberg --- */

static void test_adjust(void)
{

    double q[5];
    backbone_adjust((const double[]){.01, .04, .03, .005}, 4, 4, q);
    g_assert_cmpfloat_with_epsilon(q[3], .02, 1e-15); /* .005 × 4/1 = .02 */
    g_assert_cmpfloat_with_epsilon(q[0], .02, 1e-15); /* .01 × 4/2 */
    g_assert_cmpfloat_with_epsilon(q[2], .04, 1e-15); /* .03 × 4/3 = .04 */
    g_assert_cmpfloat_with_epsilon(q[1], .04, 1e-15); /* .04 × 4/4 */
    /* the same four of a family of ten, the others being 1: .05, .05, .1, .1 */
    backbone_adjust((const double[]){.01, .04, .03, .005}, 4, 10, q);
    g_assert_cmpfloat_with_epsilon(q[3], .05, 1e-15);
    g_assert_cmpfloat_with_epsilon(q[0], .05, 1e-15);
    g_assert_cmpfloat_with_epsilon(q[2], .1, 1e-15);
    g_assert_cmpfloat_with_epsilon(q[1], .1, 1e-15);
    /* a later, relatively smaller p pulls an earlier one down; never above 1; ties share */
    backbone_adjust((const double[]){.04, .041, .9, .041, 1}, 5, 5, q);
    g_assert_cmpfloat_with_epsilon(q[0], .041 * 5 / 3, 1e-15);
    g_assert_cmpfloat(q[1], ==, q[3]);
    g_assert_cmpfloat(q[2], ==, 1);
    g_assert_cmpfloat(q[4], ==, 1);
    backbone_adjust(NULL, 0, 0, q);
}

/* --- fdsm against all matrices with these margins --- */

static const char *const small[] = {"a 1", "b 1", "a 2", "b 2", "a 3", "c 3", "b 4", "c 4", "d 4", "c 5", "d 5", NULL};

/* Of all matrices with the margins of the incidence, how many give rows a, b at least c shared columns. */
static void count_matrices(const Incidence *in, const Backbone *b, double *share)
{
    uint32_t n = (uint32_t)in->n_actors, m = (uint32_t)in->n_events;
    size_t all = 0;
    g_autofree size_t *reached = g_new0(size_t, b->n_ties + 1);
    for (uint64_t x = 0; x < (uint64_t)1 << (n * m); x++) {
        bool fits = true;
        for (uint32_t i = 0; fits && i < n; i++) {
            uint32_t row = x >> (i * m) & ((1U << m) - 1), k = 0;
            for (; row; row &= row - 1)
                k++;
            fits = k == in->actor_first[i + 1] - in->actor_first[i];
        }
        for (uint32_t j = 0; fits && j < m; j++) {
            uint32_t k = 0;
            for (uint32_t i = 0; i < n; i++)
                k += x >> (i * m + j) & 1;
            fits = k == in->event_first[j + 1] - in->event_first[j];
        }
        if (!fits)
            continue;
        all++;
        for (size_t t = 0; t < b->n_ties; t++) {
            uint32_t both = x >> (b->tie[t].a * m) & x >> (b->tie[t].b * m) & ((1U << m) - 1), k = 0;
            for (; both; both &= both - 1)
                k++;
            reached[t] += k >= b->tie[t].n_events;
        }
    }
    g_assert_cmpuint(all, >, 20);
    for (size_t t = 0; t < b->n_ties; t++)
        share[t] = (double)reached[t] / (double)all;
}

static void test_fdsm_exact(void)
{
    g_autoptr(Made) made = made_new(small);
    g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
    enum { DRAWS = 40000 };
    g_autoptr(Backbone) b = find(net, (BackboneOptions){.method = BACKBONE_FDSM, .draws = DRAWS, .seed = 5});
    g_autofree double *share = g_new0(double, b->n_ties + 1);
    count_matrices(made->incidence, b, share);
    for (size_t t = 0; t < b->n_ties; t++) {
        double se = sqrt(share[t] * (1 - share[t]) / DRAWS);
        g_test_message("tie %zu: %g drawn, %g exactly", t, b->tie[t].p, share[t]);
        g_assert_cmpfloat(fabs(b->tie[t].p - share[t]), <=, 5 * se + 1.0 / DRAWS); /* neighbouring draws resemble */
    }
}

static void test_threads(void)
{
    g_autoptr(Made) made = made_new(small);
    g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
    g_autoptr(Backbone) one =
        find(net, (BackboneOptions){.method = BACKBONE_FDSM, .draws = 999, .seed = 5, .n_threads = 1});
    for (unsigned threads = 2; threads < 6; threads++) {
        g_autoptr(Backbone) more =
            find(net, (BackboneOptions){.method = BACKBONE_FDSM, .draws = 999, .seed = 5, .n_threads = threads});
        for (size_t t = 0; t < one->n_ties; t++)
            g_assert_cmpfloat(one->tie[t].p, ==, more->tie[t].p);
    }
    g_autoptr(Backbone) other = find(net, (BackboneOptions){.method = BACKBONE_FDSM, .draws = 999, .seed = 6});
    bool differs = false;
    for (size_t t = 0; t < one->n_ties; t++) {
        differs |= one->tie[t].p != other->tie[t].p;
        double in_draws = one->tie[t].p * 1000; /* add-one: a whole number of thousandths, never 0 */
        g_assert_cmpfloat_with_epsilon(in_draws, round(in_draws), 1e-9);
        g_assert_cmpfloat(one->tie[t].p, >=, .001);
    }
    g_assert_true(differs);
}

/* --- what is found --- */

/* Five couples that meet as couples, and everybody at a tenth of the events. */
static Made *couples(unsigned n_events)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    for (unsigned e = 0; e < n_events; e++)
        for (unsigned a = 0; a < 10; a++)
            if (e % 10 == 9 || a / 2 == e % 5)
                g_ptr_array_add(all, g_strdup_printf("%c %u", 'a' + (int)a, e));
    g_ptr_array_add(all, NULL);
    return made_new((const char *const *)all->pdata);
}

static void test_planted(void)
{
    g_autoptr(Made) made = couples(100);
    for (BackboneMethod method = BACKBONE_SDSM; method <= BACKBONE_FDSM; method++) {
        g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
        g_autoptr(Backbone) b = find(net, (BackboneOptions){.method = method, .seed = 1});
        g_assert_cmpuint(b->n_ties, ==, 45); /* the plenaries tie all to all */
        g_assert_cmpuint(b->n_pairs, ==, 45);
        for (size_t t = 0; t < b->n_ties; t++) {
            bool couple = b->tie[t].a / 2 == b->tie[t].b / 2;
            g_assert_true(b->tie[t].kept == couple);
            g_assert_cmpfloat(b->tie[t].q, >=, b->tie[t].p);
            g_assert_true(backbone_tie(b, b->tie[t].b, b->tie[t].a) == &b->tie[t]);
        }
        g_assert_cmpuint(b->n_kept, ==, 5);
        g_assert_null(b->why_not);
        g_autofree char *title = backbone_title(b);
        g_assert_nonnull(strstr(title, "α 0.05: 5 of 45 ties"));
    }
}

static void test_project(void)
{
    g_autoptr(Made) made = couples(100);
    g_autoptr(Network) whole = project(made, WEIGHT_COUNT);
    Selection s;
    GError *error = NULL;
    selection_init(&s);
    s.weight = WEIGHT_COUNT;
    s.backbone = true;
    g_autoptr(Backbone) b = NULL;
    g_autoptr(Network) net = backbone_project(made->incidence, &s, 42, 0, &b, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(net->n_nodes, ==, 10);
    g_assert_cmpuint(net->n_ties, ==, 5);
    g_assert_true(net->filtered);
    g_assert_false(whole->filtered);
    for (size_t i = 0; i < net->n_ties; i++) {
        const Tie *t = &net->tie[i], *before = network_tie(whole, t->a, t->b);
        g_assert_true(network_tie(net, t->a, t->b) == t);
        g_assert_cmpfloat(t->weight, ==, before->weight); /* weights stay those of all events */
    }
    /* the backbone comes before what narrows: an ego has its spouse only */
    s.ego = "a";
    g_autoptr(Network) ego = backbone_project(made->incidence, &s, 42, 0, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(ego->n_nodes, ==, 2);
    g_assert_cmpuint(ego->n_ties, ==, 1);
    s.ego = "nobody";
    g_assert_null(backbone_project(made->incidence, &s, 42, 0, NULL, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_clear_error(&error);
}

static void test_too_few(void)
{
    g_autoptr(Made) made = made_new(small);
    g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
    for (BackboneMethod method = 0; method < BACKBONE_DISPARITY; method++) {
        g_autoptr(Backbone) b = find(net, (BackboneOptions){.method = method});
        g_assert_cmpuint(b->n_kept, ==, 0);
        g_assert_nonnull(strstr(b->why_not, "too few events to tell any tie from chance"));
    }
    g_autoptr(Made) strangers = made_new((const char *const[]){"a 1", "b 2", NULL});
    g_autoptr(Network) none = project(strangers, WEIGHT_NEWMAN);
    for (BackboneMethod method = 0; (int)method < N_BACKBONE_METHODS; method++) {
        g_autoptr(Backbone) b = find(none, (BackboneOptions){.method = method, .draws = 100});
        g_assert_nonnull(strstr(b->why_not, "no tie"));
    }
    g_autoptr(Made) empty = made_new(NULL);
    g_autoptr(Network) nothing = project(empty, WEIGHT_NEWMAN);
    g_autoptr(Backbone) b = find(nothing, (BackboneOptions){.method = BACKBONE_SDSM});
    g_assert_cmpuint(b->n_pairs, ==, 0);
    g_assert_nonnull(b->why_not);
}

/* Everybody was at every event: nothing can be told, and nothing is divided by nothing. */
static void test_all_everywhere(void)
{
    g_autoptr(Made) made = made_new((const char *const[]){"a 1", "b 1", "c 1", "a 2", "b 2", "c 2", NULL});
    g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
    for (BackboneMethod method = 0; method < BACKBONE_DISPARITY; method++) {
        g_autoptr(Backbone) b = find(net, (BackboneOptions){.method = method, .draws = 100});
        for (size_t t = 0; t < b->n_ties; t++)
            g_assert_cmpfloat(b->tie[t].p, ==, 1);
    }
}

/* Chance within years: two who came together in the one year both were there are nothing special in it. */
static void test_strata(void)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    for (unsigned e = 0; e < 120; e++) /* a, b, c all through 2015; d, e, f all through 2024 */
        for (unsigned a = 0; a < 3; a++)
            if (a != e % 4)
                g_ptr_array_add(all, g_strdup_printf("%c %u", (e < 60 ? 'a' : 'd') + (int)a, e));
    g_ptr_array_add(all, NULL);
    g_autoptr(Made) made = made_new((const char *const *)all->pdata);
    for (unsigned e = 0; e < 120; e++)
        g_assert_true(
            date_parse(e < 60 ? "2015-06" : "2024-02-03", &made->corpus->event[made->incidence->event[e].i].first));
    g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
    for (BackboneMethod method = 0; method < BACKBONE_DISPARITY; method++) {
        g_autoptr(Backbone) mixed = find(net, (BackboneOptions){.method = method});
        g_autoptr(Backbone) by_year = find(net, (BackboneOptions){.method = method, .by_year = true});
        g_assert_cmpuint(mixed->n_kept, ==, 6);
        g_assert_cmpuint(by_year->n_strata, ==, 2);
        g_assert_cmpuint(by_year->n_kept, ==, 0);
    }
}

static void test_words(void)
{
    g_autoptr(Made) made = couples(30);
    g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
    g_autoptr(Backbone) fixedrow = find(net, (BackboneOptions){.method = BACKBONE_FIXEDROW});
    g_assert_nonnull(strstr(fixedrow->warning, "differ in size"));
    g_autoptr(Backbone) few = find(net, (BackboneOptions){.method = BACKBONE_FDSM, .draws = 100});
    g_assert_nonnull(strstr(few->warning, "--backbone-draws 900")); /* 45 pairs / .05 */
    g_autoptr(Backbone) enough = find(net, (BackboneOptions){.method = BACKBONE_FDSM});
    g_assert_cmpuint(enough->draws, ==, BACKBONE_DRAWS);
    g_assert_null(enough->warning);
    g_autoptr(Backbone) thin = find(net, (BackboneOptions){.method = BACKBONE_DISPARITY});
    g_assert_nonnull(strstr(thin->warning, "no error rate"));
    g_assert_true(isnan(thin->tie[0].p) && isnan(thin->tie[0].q) && !isnan(thin->tie[0].score));
    g_autoptr(Made) equal = made_new((const char *const[]){"a 1", "b 1", "c 2", "b 2", NULL});
    g_autoptr(Network) same = project(equal, WEIGHT_NEWMAN);
    g_autoptr(Backbone) fine = find(same, (BackboneOptions){.method = BACKBONE_FIXEDROW});
    g_assert_null(fine->warning);
    g_autoptr(GError) error = NULL;
    BackboneOptions by_year = {.method = BACKBONE_DISPARITY, .alpha = .05, .by_year = true};
    g_assert_null(backbone_find(net, &by_year, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_clear_error(&error);
    made->incidence->cell_delegation = g_new0(uint32_t, made->incidence->n_cells);
    BackboneOptions plain = {.alpha = .05};
    g_assert_null(backbone_find(net, &plain, &error));
    g_assert_nonnull(strstr(error->message, "--no-kin"));
}

static void test_methods(void)
{
    size_t n;
    BackboneMethod method;
    const BackboneMethodText *text = backbone_methods(&n);
    g_assert_cmpuint(n, ==, N_BACKBONE_METHODS);
    for (size_t i = 0; i < n; i++) {
        g_assert_true(backbone_method_by_name(text[i].name, &method) && method == i);
        g_assert_nonnull(text[i].paper);
    }
    g_assert_false(backbone_method_by_name("hypergeometric", &method));
}

/* --- how often chance alone is flagged at 5 % --- */

/* 12 actors of unequal activity, events of two, three to five, and a tenth of plenaries; who meets whom is chance. */
static Made *by_chance(uint64_t seed)
{
    enum { ACTORS = 12, EVENTS = 50 };
    Random r;
    double activity[ACTORS];
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    random_init(&r, 77, seed);
    for (int i = 0; i < ACTORS; i++)
        activity[i] = .8 * random_normal(&r);
    for (int e = 0; e < EVENTS; e++) {
        double key[ACTORS];
        uint32_t kind = random_below(&r, 10), k = kind < 5 ? 2 : kind < 9 ? 3 + random_below(&r, 3) : 10;
        for (int i = 0; i < ACTORS; i++)
            key[i] = activity[i] - log(-log(random_unit(&r) + 1e-300));
        for (int i = 0; i < ACTORS; i++) {
            uint32_t before = 0;
            for (int j = 0; j < ACTORS; j++)
                before += key[j] > key[i];
            if (before < k)
                g_ptr_array_add(all, g_strdup_printf("%c %d", 'a' + i, e));
        }
    }
    g_ptr_array_add(all, NULL);
    return made_new((const char *const *)all->pdata);
}

static void test_type_1(void)
{
    enum { CORPORA = 30 };
    double flagged[BACKBONE_DISPARITY] = {0}, pairs = 0, found[BACKBONE_DISPARITY] = {0};
    for (uint64_t seed = 0; seed < CORPORA; seed++) {
        g_autoptr(Made) made = by_chance(seed);
        g_autoptr(Network) net = project(made, WEIGHT_NEWMAN);
        for (BackboneMethod method = 0; method < BACKBONE_DISPARITY; method++) {
            g_autoptr(Backbone) b = find(net, (BackboneOptions){.method = method, .draws = 400, .seed = seed});
            for (size_t t = 0; t < b->n_ties; t++)
                flagged[method] += b->tie[t].p < .05;
            found[method] += b->n_kept > 0;
            pairs += method == 0 ? (double)b->n_pairs : 0;
        }
    }
    for (BackboneMethod method = 0; method < BACKBONE_DISPARITY; method++)
        g_test_message("%s: %.4f of chance pairs flagged, something found in %.2f", backbone_method_name(method),
                       flagged[method] / pairs, found[method] / CORPORA);
    g_assert_cmpfloat(flagged[BACKBONE_SDSM] / pairs, <, .02);
    g_assert_cmpfloat(flagged[BACKBONE_FDSM] / pairs, <, .06);
    g_assert_cmpfloat(found[BACKBONE_SDSM] / CORPORA, <, .1);
    g_assert_cmpfloat(found[BACKBONE_FDSM] / CORPORA, <, .2);
    g_assert_cmpfloat(flagged[BACKBONE_FIXEDROW] / pairs, >, .15); /* what its warning warns of */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/backbone/adjust", test_adjust);
    g_test_add_func("/backbone/fdsm-exact", test_fdsm_exact);
    g_test_add_func("/backbone/threads", test_threads);
    g_test_add_func("/backbone/planted", test_planted);
    g_test_add_func("/backbone/project", test_project);
    g_test_add_func("/backbone/too-few", test_too_few);
    g_test_add_func("/backbone/all-everywhere", test_all_everywhere);
    g_test_add_func("/backbone/strata", test_strata);
    g_test_add_func("/backbone/words", test_words);
    g_test_add_func("/backbone/methods", test_methods);
    g_test_add_func("/backbone/type-1", test_type_1);
    return g_test_run();
}
