/* backbone.c - which ties beat chance: one table of methods, one family of tests, and words where nothing is left. */
#include "backbone.h"
#include "disparity.h"
#include "error.h"
#include "null_model.h"
#include "number.h"
#include <math.h>
#include <string.h>

static const BackboneMethodText table[N_BACKBONE_METHODS] = {
    [BACKBONE_SDSM] = {"sdsm", "SDSM",
                       "ties that exceed chance when actors and events keep their sizes on average (stochastic degree "
                       "sequence model by the bipartite configuration model; exact Poisson-binomial tail)",
                       "Neal 2014; Saracco et al. 2015; Neal, Domagalski and Sagan 2021"},
    [BACKBONE_FDSM] = {"fdsm", "FDSM",
                       "ties that exceed chance when actors and events keep their sizes exactly (fixed degree sequence "
                       "model; random matrices by curveball, add-one Monte-Carlo p)",
                       "Zweig and Kaufmann 2011; Strona et al. 2014; Carstens 2015; Phipson and Smyth 2010"},
    [BACKBONE_FIXEDROW] =
        {"fixedrow", "fixedrow",
         "ties that exceed chance when only actors keep their numbers of events (hypergeometric); flags "
         "41 to 85 % of chance pairs where a tenth of the events are plenaries",
         "Tumminello et al. 2011; Neal, Domagalski and Sagan 2021"},
    [BACKBONE_DISPARITY] =
        {"disparity", "disparity",
         "ties that outweigh an even share of an end's strength; thins a network out, without a p-value "
         "against chance in who meets whom",
         "Serrano, Boguñá and Vespignani 2009"},
};

const BackboneMethodText *backbone_methods(size_t *n)
{
    *n = N_BACKBONE_METHODS;
    return table;
}

const char *backbone_method_name(BackboneMethod method) { return table[method].name; }

bool backbone_method_by_name(const char *name, BackboneMethod *method)
{
    for (unsigned i = 0; i < N_BACKBONE_METHODS; i++)
        if (strcmp(name, table[i].name) == 0) {
            *method = (BackboneMethod)i;
            return true;
        }
    return false;
}

/* --- the family of tests --- */

typedef struct Ordered {
    double p;
    size_t i;
} Ordered;

static int by_p(const void *a, const void *b)
{
    const Ordered *x = a, *y = b;
    return x->p != y->p ? (x->p > y->p) - (x->p < y->p) : (x->i > y->i) - (x->i < y->i);
}

void backbone_adjust(const double *p, size_t n, size_t n_family, double *q)
{
    g_autofree Ordered *order = g_new(Ordered, n + 1);
    double least = 1;
    for (size_t i = 0; i < n; i++)
        order[i] = (Ordered){p[i], i};
    qsort(order, n, sizeof *order, by_p);
    for (size_t k = n; k-- > 0;) {
        least = MIN(least, order[k].p * (double)n_family / (double)(k + 1));
        q[order[k].i] = least;
    }
}

static void judge(Backbone *b)
{
    g_autofree double *p = g_new(double, b->n_ties + 1);
    g_autofree double *q = g_new(double, b->n_ties + 1);
    for (size_t i = 0; i < b->n_ties; i++)
        p[i] = b->tie[i].p;
    backbone_adjust(p, b->n_ties, b->n_pairs, q);
    for (size_t i = 0; i < b->n_ties; i++) {
        b->tie[i].q = q[i];
        b->tie[i].kept = q[i] <= b->alpha;
        b->n_kept += b->tie[i].kept;
    }
}

static void find_disparity(Backbone *b, const Network *net)
{
    g_autofree double *score = disparity_scores(net);
    for (size_t i = 0; i < b->n_ties; i++) {
        b->tie[i].p = b->tie[i].q = NAN;
        b->tie[i].score = score[i];
        b->tie[i].kept = score[i] < b->alpha;
        b->n_kept += b->tie[i].kept;
    }
    b->warning =
        g_strdup("disparity thins ties out by weight alone: its α is no error rate against chance in who meets "
                 "whom; sdsm has one");
}

/* --- words --- */

static bool sizes_differ(const Incidence *in)
{
    for (size_t e = 1; e < in->n_events; e++)
        if (in->event_first[e + 1] - in->event_first[e] != in->event_first[1] - in->event_first[0])
            return true;
    return false;
}

static char *warning_of(const Backbone *b, const NullModel *model)
{
    char alpha[NUMBER_SIZE];
    double needed = ceil((double)b->n_pairs / b->alpha);
    if (b->method == BACKBONE_FIXEDROW && sizes_differ(model->incidence))
        return g_strdup("fixedrow keeps the actors' numbers of events only, and these events differ in size: plenaries "
                        "make chance pairs look tied (41 to 85 % of them in simulations); sdsm keeps both");
    if (b->method == BACKBONE_FDSM && (double)b->draws < needed - 1)
        return g_strdup_printf("%zu draws: for a single tie among %zu pairs to be told from chance at α %s it takes "
                               "--backbone-draws %.0f, so that some may be missed",
                               b->draws, b->n_pairs, number_short(b->alpha, alpha), needed);
    if (b->method == BACKBONE_SDSM && model->sdsm->error > 1e-6)
        return g_strdup_printf("the null model reproduces the numbers of events to %s only",
                               number_short(model->sdsm->error, alpha));
    return NULL;
}

/* Could any pair be told from model, did it share all that it can share? */
static bool anything_attainable(const Backbone *b, const NullModel *model)
{
    enum { MOST_PAIRS = 20000 }; /* above it the sentence is not worth the time */
    size_t n = 0;
    if (b->n_pairs > MOST_PAIRS)
        return true;
    g_autofree double *p = g_new(double, b->n_pairs + 1);
    g_autofree double *q = g_new(double, b->n_pairs + 1);
    null_model_attainable(model, p);
    backbone_adjust(p, b->n_pairs, b->n_pairs, q);
    while (n < b->n_pairs && q[n] > b->alpha)
        n++;
    return n < b->n_pairs;
}

static char *why_nothing(const Backbone *b, const NullModel *model)
{
    char p[NUMBER_SIZE], q[NUMBER_SIZE], alpha[NUMBER_SIZE];
    const BackboneTie *best = b->tie;
    number_short(b->alpha, alpha);
    if (!b->n_ties)
        return g_strdup("there is no tie to hold against chance");
    if (b->method == BACKBONE_DISPARITY)
        return g_strdup_printf("no tie outweighs its ends' other ties at α %s", alpha);
    for (size_t i = 1; i < b->n_ties; i++)
        if (b->tie[i].p < best->p)
            best = &b->tie[i];
    number_short(number_round(best->p, 3), p);
    number_short(number_round(best->q, 3), q);
    if (!anything_attainable(b, model))
        return g_strdup_printf("too few events to tell any tie from chance: not even actors that met at every "
                               "opportunity would stand out among %zu pairs at α %s (smallest p %s)",
                               b->n_pairs, alpha, p);
    return g_strdup_printf("too few events to tell any tie from chance: the smallest p of %zu ties is %s, adjusted for "
                           "%zu pairs %s, above α %s",
                           b->n_ties, p, b->n_pairs, q, alpha);
}

/* --- the whole --- */

static bool possible(const Network *net, const BackboneOptions *options, GError **error)
{
    const char *why = NULL;
    if (net->incidence->cell_delegation)
        why = "--no-kin and --backbone do not go together: chance among delegations is not defined; leave one of them "
              "out";
    else if (options->method == BACKBONE_DISPARITY && options->by_year)
        why = "--backbone-strata year wants a null model of events, which disparity has not: choose sdsm or fdsm";
    if (why)
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_USAGE, why);
    return !why;
}

Backbone *backbone_find(const Network *net, const BackboneOptions *options, GError **error)
{
    const Incidence *in = net->incidence;
    if (!possible(net, options, error))
        return NULL;
    Backbone *b = g_new0(Backbone, 1);
    b->method = options->method;
    b->alpha = options->alpha;
    b->by_year = options->by_year;
    b->n_ties = net->n_ties;
    b->n_pairs = in->n_actors ? in->n_actors * (in->n_actors - 1) / 2 : 0;
    b->tie = g_new0(BackboneTie, b->n_ties + 1);
    for (size_t i = 0; i < b->n_ties; i++) {
        const Tie *t = &net->tie[i];
        b->tie[i] = (BackboneTie){.a = net->row[t->a], .b = net->row[t->b], .n_events = t->n_events, .score = NAN};
    }
    if (b->method == BACKBONE_DISPARITY) {
        find_disparity(b, net);
        b->why_not = b->n_kept ? NULL : why_nothing(b, NULL);
        return b;
    }
    g_autoptr(NullModel) model = null_model_new(in, b->method, b->by_year);
    b->n_strata = model->strata->n;
    if (b->method == BACKBONE_FDSM) {
        b->draws = options->draws ? options->draws : null_model_draws(in, (double)b->n_pairs / b->alpha);
        null_model_draw(model, b->tie, b->n_ties, b->draws, options->seed, options->n_threads);
    } else
        null_model_tails(model, b->tie, b->n_ties, options->n_threads);
    judge(b);
    b->warning = warning_of(b, model);
    b->why_not = b->n_kept ? NULL : why_nothing(b, model);
    return b;
}

void backbone_free(Backbone *b)
{
    if (!b)
        return;
    g_free(b->tie);
    g_free(b->why_not);
    g_free(b->warning);
    g_free(b);
}

Network *backbone_project(const Incidence *in, const Selection *s, uint64_t seed, unsigned n_threads, Backbone **found,
                          GError **error)
{
    Selection all = *s;
    if (found)
        *found = NULL;
    if (!s->backbone)
        return network_project(in, s, error);
    all.min_weight = 0;
    all.ego = NULL;
    all.largest_component = all.drop_isolates = false;
    BackboneOptions options = {.method = s->backbone_method,
                               .alpha = s->backbone_alpha,
                               .by_year = s->backbone_by_year,
                               .draws = s->backbone_draws,
                               .seed = seed,
                               .n_threads = n_threads};
    g_autoptr(Network) net = network_project(in, &all, error);
    g_autoptr(Backbone) b = net ? backbone_find(net, &options, error) : NULL;
    if (!b)
        return NULL;
    g_autofree bool *keep = g_new(bool, b->n_ties + 1);
    for (size_t i = 0; i < b->n_ties; i++)
        keep[i] = b->tie[i].kept;
    if (!network_keep(net, keep, s, error))
        return NULL;
    if (found)
        *found = g_steal_pointer(&b);
    return g_steal_pointer(&net);
}

const BackboneTie *backbone_tie(const Backbone *b, uint32_t row_a, uint32_t row_b)
{
    uint32_t a = MIN(row_a, row_b), c = MAX(row_a, row_b);
    size_t low = 0, high = b->n_ties;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const BackboneTie *t = &b->tie[middle];
        if (t->a < a || (t->a == a && t->b < c))
            low = middle + 1;
        else
            high = middle;
    }
    return low < b->n_ties && b->tie[low].a == a && b->tie[low].b == c ? &b->tie[low] : NULL;
}

char *backbone_title(const Backbone *b)
{
    char alpha[NUMBER_SIZE];
    g_autofree char *draws = b->draws ? g_strdup_printf(" (%zu draws)", b->draws) : g_strdup("");
    return g_strdup_printf("backbone %s%s%s α %s: %zu of %zu tie%s", table[b->method].title, draws,
                           b->by_year ? " by year" : "", number_short(b->alpha, alpha), b->n_kept, b->n_ties,
                           b->n_ties == 1 ? "" : "s");
}
