/* coverage.c - do 95 % intervals hold 95 %? Invented corpora whose truth is known, many of them.
 *
 * usage: coverage [CORPORA] [RESAMPLES] [EVENTS…]      (1000 400 20 60 200)
 *
 * Events are drawn as in the study the rules rest on: half bilateral, 40 % of three to six, 10 % plenaries of one
 * group; 18 actors in three groups, lognormal activity. Dependence: independent events; series, whose editions keep
 * 80 % of their core (2.4 editions each); duplicates, told 2.4 times, unmerged, by other documents. The truth is the
 * mean over fresh draws of as many events (half-samples: of half as many clusters). One row a cell: mean and worst
 * actor's coverage of the interval, coverage of one actor's rank by the marginal set, of all ranks at once by the
 * simultaneous one. */
#include "random.h"
#include "support.h"
#include "uncertainty.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { ACTORS = 18, GROUPS = 3, MOST_EVENTS = 600, TRUTH_DRAWS = 4000 };
typedef enum Dependence { INDEPENDENT, SERIES, DUPLICATES, N_DEPENDENCES } Dependence;
static const char *const dependence_names[] = {"independent", "series", "duplicates"};
static const Measure measures[] = {MEASURE_STRENGTH, MEASURE_EVENTS,    MEASURE_PAGERANK,  MEASURE_DEGREE,
                                   MEASURE_HARMONIC, MEASURE_CLOSENESS, MEASURE_CLUSTERING};
enum { MEASURES_TRIED = 7 };

typedef struct Draw {
    uint32_t took_part[MOST_EVENTS]; /* bits */
    int cluster[MOST_EVENTS], n, n_clusters;
} Draw;

static double activity[ACTORS];

static void set_activity(void)
{
    Random r;
    random_init(&r, 7, 0);
    for (int i = 0; i < ACTORS; i++)
        activity[i] = exp(0.7 * random_normal(&r));
}

/* k actors by weighted sampling without replacement (Efraimidis and Spirakis 2006), those of home preferred. */
static uint32_t draw_event(Random *r)
{
    double u = random_unit(r);
    uint32_t home = random_below(r, GROUPS), bits = 0, k = u < 0.5 ? 2 : 3 + random_below(r, 4);
    if (u >= 0.9) {
        for (uint32_t i = 0; i < ACTORS; i++)
            bits |= (uint32_t)(random_unit(r) < (i % GROUPS == home ? 0.85 : 0.15)) << i;
        return bits;
    }
    double key[ACTORS];
    for (uint32_t i = 0; i < ACTORS; i++)
        key[i] = log(random_unit(r) + 1e-300) / (activity[i] * (i % GROUPS == home ? 1 : exp(-1.8)));
    for (uint32_t taken = 0; taken < k; taken++) {
        int best = -1;
        for (int i = 0; i < ACTORS; i++)
            if (!(bits >> i & 1) && (best < 0 || key[i] > key[best]))
                best = i;
        bits |= 1u << best;
    }
    return bits;
}

static int poisson(Random *r, double mean)
{
    double p = exp(-mean), u = random_unit(r), sum = p;
    int k = 0;
    while (u > sum && k < 30)
        sum += p *= mean / ++k;
    return k;
}

static void draw_corpus(Draw *d, Random *r, int n_clusters, Dependence how)
{
    d->n = 0;
    d->n_clusters = n_clusters;
    for (int c = 0; c < n_clusters; c++) {
        uint32_t base = draw_event(r);
        int editions = how == INDEPENDENT ? 1 : 1 + poisson(r, 1.4);
        for (int e = 0; e < editions && d->n < MOST_EVENTS; e++) {
            uint32_t bits = base;
            for (int i = 0; how == SERIES && i < ACTORS; i++)
                if (base >> i & 1 ? random_unit(r) > 0.8 : random_unit(r) < 0.02)
                    bits ^= 1u << i;
            d->took_part[d->n] = bits;
            d->cluster[d->n++] = c;
        }
    }
}

/* The same as a corpus: series and dates tell the clusters as they would to a reader. All actors, also those who stay
 * away, are in it through an event of their own each, which makes no tie. */
static Made *make(const Draw *d, Dependence how)
{
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func(g_free);
    for (int e = 0; e < d->n; e++)
        for (int i = 0; i < ACTORS; i++)
            if (d->took_part[e] >> i & 1)
                g_ptr_array_add(pairs, g_strdup_printf("a%02d e%04d", i, e));
    g_ptr_array_add(pairs, NULL);
    Made *made = made_new((const char *const *)pairs->pdata);
    Corpus *c = made->corpus;
    g_free(c->event_document);
    c->event_document = g_new(DocumentId, c->n_events + 1);
    c->n_event_documents = c->n_events;
    for (uint32_t i = 0; i < c->n_events; i++) {
        int cluster = d->cluster[atoi(c->event[i].id + 1)];
        g_autofree char *series = g_strdup_printf("s%d", cluster);
        c->event_document[i] = document_id_of(how == DUPLICATES ? i : 0);
        c->event[i].documents = (Slice){i, 1};
        if (how == SERIES)
            c->event[i].series = pool_string(c->pool, series);
        if (how == DUPLICATES)
            c->event[i].first = (Date){cluster * 10, cluster * 10};
    }
    return made;
}

static Scores *measured(const Made *made, Network **network, MeasureSet set)
{
    Selection s;
    selection_init(&s);
    *network = network_project(made->incidence, &s, NULL);
    return measure_network(*network, set, &(MeasureOptions){.seed = 42}, NULL);
}

static int actor_of(const Network *network, uint32_t node) { return atoi(network_actor(network, node)->id + 1); }

static MeasureSet all_tried(void)
{
    MeasureSet set = 0;
    for (int k = 0; k < MEASURES_TRIED; k++)
        set |= MEASURE_BIT(measures[k]);
    return set;
}

static void find_truth(double truth[MEASURES_TRIED][ACTORS], int n_clusters, Dependence how, uint64_t seed)
{
    for (int t = 0; t < TRUTH_DRAWS; t++) {
        Random r;
        Draw d;
        random_init(&r, seed, (uint64_t)t);
        draw_corpus(&d, &r, n_clusters, how);
        Made *made = make(&d, how);
        Network *network;
        Scores *scores = measured(made, &network, all_tried());
        for (int k = 0; k < MEASURES_TRIED; k++)
            for (uint32_t v = 0; v < network->n_nodes; v++)
                truth[k][actor_of(network, v)] += scores->value[measures[k]][v] / TRUTH_DRAWS;
        scores_free(scores);
        network_free(network);
        made_free(made);
    }
}

typedef struct Tally {
    double covered[ACTORS], ranked, joint, length, n, refused;
} Tally;

static uint32_t true_rank(const double *truth, int actor)
{
    uint32_t rank = 1;
    for (int j = 0; j < ACTORS; j++)
        rank += truth[j] > truth[actor];
    return rank;
}

static void tally(Tally *t, const Uncertainty *u, const Network *network, const double *truth)
{
    bool joint = true;
    if (u->method == UNCERTAINTY_NONE) {
        t->refused++;
        return;
    }
    bool seen[ACTORS] = {false};
    for (uint32_t v = 0; v < network->n_nodes; v++) {
        int i = actor_of(network, v);
        uint32_t rank = true_rank(truth, i);
        seen[i] = true;
        t->covered[i] += truth[i] >= u->lo[v] - 1e-9 && truth[i] <= u->hi[v] + 1e-9;
        t->ranked += (rank >= u->marginal_lo[v] && rank <= u->marginal_hi[v]) / (double)network->n_nodes;
        t->length += (u->rank_hi[v] - u->rank_lo[v] + 1) / (double)network->n_nodes;
        joint &= rank >= u->rank_lo[v] && rank <= u->rank_hi[v];
    }
    for (int i = 0; i < ACTORS; i++)
        t->covered[i] += !seen[i]; /* nothing was claimed of an actor that never came */
    t->joint += joint;
    t->n++;
}

static void print_row(int n_events, Dependence how, Measure m, const Tally *t, int n_corpora)
{
    double mean = 0, worst = 1;
    for (int i = 0; i < ACTORS && t->n > 0; i++) {
        mean += t->covered[i] / t->n / ACTORS;
        worst = MIN(worst, t->covered[i] / t->n);
    }
    printf("%d\t%s\t%s\t%d\t%.0f", n_events, dependence_names[how], measure_name(m), n_corpora, t->refused);
    if (t->n > 0)
        printf("\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\n", 100 * mean, 100 * worst, 100 * t->ranked / t->n,
               100 * t->joint / t->n, t->length / t->n);
    else
        printf("\t\t\t\t\t\n");
    fflush(stdout);
}

static void study(int n_events, Dependence how, int n_corpora, unsigned resamples)
{
    int n_clusters = how == INDEPENDENT ? n_events : (int)(n_events / 2.4 + 0.5);
    static double whole[MEASURES_TRIED][ACTORS], half[MEASURES_TRIED][ACTORS];
    Tally all[MEASURES_TRIED] = {0};
    for (int k = 0; k < MEASURES_TRIED; k++)
        for (int i = 0; i < ACTORS; i++)
            whole[k][i] = half[k][i] = 0;
    find_truth(whole, n_clusters, how, 99);
    find_truth(half, n_clusters / 2, how, 98);
    for (int corpus = 0; corpus < n_corpora; corpus++) {
        Random r;
        Draw d;
        random_init(&r, 5000, (uint64_t)corpus);
        draw_corpus(&d, &r, n_clusters, how);
        Made *made = make(&d, how);
        Network *network;
        Scores *scores = measured(made, &network, all_tried());
        for (int k = 0; k < MEASURES_TRIED; k++) {
            UncertaintyOptions options = {.n_resamples = resamples, .seed = (uint64_t)corpus};
            g_autoptr(Uncertainty) u = uncertainty_estimate(scores, measures[k], &options);
            tally(&all[k], u, network, u->method == UNCERTAINTY_HALVES ? half[k] : whole[k]);
        }
        scores_free(scores);
        network_free(network);
        made_free(made);
    }
    for (int k = 0; k < MEASURES_TRIED; k++)
        print_row(n_events, how, measures[k], &all[k], n_corpora);
}

int main(int argc, char **argv)
{
    int n_corpora = argc > 1 ? atoi(argv[1]) : 1000;
    unsigned resamples = argc > 2 ? (unsigned)atoi(argv[2]) : 400;
    static const int usual[] = {20, 60, 200};
    set_activity();
    printf("events\tdependence\tmeasure\tcorpora\trefused\tcoverage_mean\tcoverage_worst_actor\trank_marginal\tranks_"
           "joint\t"
           "rank_set_length\n");
    for (int i = 0; i < (argc > 3 ? argc - 3 : 3); i++)
        for (Dependence how = INDEPENDENT; how < N_DEPENDENCES; how++)
            study(argc > 3 ? atoi(argv[i + 3]) : usual[i], how, n_corpora, resamples);
    return 0;
}
