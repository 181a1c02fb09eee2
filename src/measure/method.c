/* method.c - every method of the program by name: what it gives, formula, paper, cost; for help and methods paragraphs.
 */
#include "method.h"

static const Method table[] = {
    {"weights", "newman", "an event of k participants gives each pair 1/(k-1), so that strength is events with company",
     "Σ 1/(k-1) over shared events", "Newman 2001; the fractional counting of Perianes-Rodriguez et al. 2016",
     "O(Σ k²)"},
    {"weights", "count", "shared events", "c", NULL, "O(Σ k²)"},
    {"weights", "binary", "1 for any shared event", "1", NULL, "O(Σ k²)"},
    {"weights", "fractional", "every event hands out one unit among its pairs", "Σ 2/(k(k-1)) over shared events",
     "Batagelj and Cerinšek 2013; Park, Yoon and Leydesdorff 2016", "O(Σ k²)"},
    {"weights", "jaccard", "shared events among the events of either, s_i and s_j", "c / (s_i + s_j - c)",
     "Jaccard 1912", "O(Σ k²)"},
    {"weights", "cosine", "shared events relative to the geometric mean of both actors' events", "c / √(s_i s_j)",
     "Salton and McGill 1983", "O(Σ k²)"},
    {"weights", "association", "shared events relative to what independent participation in m events would give",
     "c m / (s_i s_j)", "van Eck and Waltman 2009", "O(Σ k²)"},

    {"clusters", "default",
     "editions of a series are one cluster, so are suspected reports of one event (dates that meet, "
     "no common document, at least two and 60 % of all participants in common); every other event is its own",
     NULL, NULL, NULL},
    {"clusters", "event", "every event is independent", NULL, NULL, NULL},
    {"clusters", "series", "editions of a series are one cluster", NULL, NULL, NULL},
    {"clusters", "document", "documents are drawn; an event stays while any document that tells it stays", NULL, NULL,
     NULL},
    {"clusters", "source", "outlets are drawn; an event stays while any outlet that tells it stays", NULL, NULL, NULL},

    {"uncertainty", "bootstrap",
     "percentiles 2.5 and 97.5 over resamples of clusters with replacement; strength, events, "
     "PageRank, and the eigenvector under weight count",
     NULL, "Efron 1979; Davison and Hinkley 1997", "O(resamples × cells)"},
    {"uncertainty", "half-samples",
     "half of the clusters drawn without replacement, standard error by the infinitesimal "
     "jackknife with its Monte-Carlo bias taken off; degree, harmonic, closeness, clustering: the interval is of the "
     "score in half "
     "the "
     "events",
     "ψ_c = √((M-1)/M) M/(M-h) Cov(N_c, θ)", "Wager, Hastie and Efron 2014; Wager and Athey 2018",
     "O(resamples × cells), paths O(resamples × actors × cells / 64)"},
    {"uncertainty", "leave-one-out",
     "the score with one cluster left out; where there are fewer than 30 clusters it stands "
     "in place of an interval",
     "ψ_c = (M-1)/M (mean of θ(-c) - θ(-c))", "Efron and Stein 1981", "O(clusters × cells)"},
    {"uncertainty", "rank sets",
     "ranks that no difference of scores excludes, for one actor or all at once; critical value "
     "from the largest studentised difference in multiplier draws of the influence values ψ",
     NULL, "Mogstad, Romano, Shaikh and Wilhelm 2024", "O(draws × actors²)"},

    {"groups", "leiden", "groups of largest modularity, from every actor for itself, the best of up to ten runs",
     "Q = Σ_g [inside_g / W - (strength_g / 2W)²], W the sum of all weights",
     "Traag, Waltman and van Eck 2019; Newman 2004", "nearly linear in ties"},
    {"groups", "stability over the data",
     "the share of half-samples of clusters in which two members of a group stand "
     "together when groups are looked for anew, averaged over the group's pairs; 200 half-samples, fewer above 500 "
     "ties",
     NULL, "after Hopcroft, Khan, Kulis and Selman 2004", "O(half-samples × Leiden)"},
    {"groups", "stability over seeds",
     "the same over 20 runs under other seeds, and their adjusted Rand index with the "
     "groups",
     "(together in both - expected) / (mean of together in either - expected)", "Hubert and Arabie 1985",
     "O(20 × Leiden)"},
    {"groups", "one event",
     "a group of which one event alone carries at least four in five inner ties is said to be that "
     "event's participants: in a projection every event is a clique",
     NULL, NULL, "O(cells + ties log events)"},
    {"groups", "cut actors",
     "actors without whom their component falls apart (articulation points), and ties without which "
     "it does (bridges)",
     NULL, "Harary 1969; Hopcroft and Tarjan 1973", "O(actors + ties)"},
    {"groups", "assortativity", "whether ties join actors of the same type, country or group; by number of ties",
     "(Σ e_ii - Σ a_i²) / (1 - Σ a_i²)", "Newman 2003", "O(ties)"},

    {"audit", "tau", "Kendall's tau-b between two rankings over their common actors",
     "(concordant - discordant) / √((pairs - ties in x)(pairs - ties in y))", "Kendall 1945; Knight 1966",
     "O(n log n)"},

    {"compare", "permutation",
     "two sides exchange clusters at random, those on both sides exchange their halves; two-sided, "
     "add-one p",
     "(1 + permutations at least as far) / (1 + permutations)", "Good 2005; Phipson and Smyth 2010",
     "O(permutations × cells)"},
    {"compare", "maxT", "p for all actors at once: the largest studentised difference of each permutation", NULL,
     "Westfall and Young 1993", "O(permutations × actors)"},
    {"compare", "rarefaction", "partners expected in as many events as the smaller side has",
     "Σ_j [1 - C(m-c_ij, b) / C(m, b)]", "Hurlbert 1971", "O(ties)"},
    {"compare", "trend", "Kendall's tau-b between time and a row of numbers: a description, no test", NULL,
     "Mann 1945; Kendall 1945", "O(n²)"},
};

static const char *const cost[N_MEASURES] = {
    [MEASURE_DEGREE] = "O(ties)",
    [MEASURE_DEGREE_NORM] = "O(ties)",
    [MEASURE_STRENGTH] = "O(ties)",
    [MEASURE_EVENTS] = "O(actors)",
    [MEASURE_BETWEENNESS] = "O(actors × ties)",
    [MEASURE_BETWEENNESS_RAW] = "O(actors × ties)",
    [MEASURE_CLOSENESS] = "O(actors × ties)",
    [MEASURE_HARMONIC] = "O(actors × ties)",
    [MEASURE_HARMONIC_NORM] = "O(actors × ties)",
    [MEASURE_EIGENVECTOR] = "O(ties) a step",
    [MEASURE_PAGERANK] = "O(ties) a step",
    [MEASURE_CORE] = "O(actors + ties)",
    [MEASURE_CLUSTERING] = "O(ties^1.5)",
    [MEASURE_CONSTRAINT] = "O(sum of squared degrees)",
    [MEASURE_COMMUNITY] = "nearly linear in ties",
    [MEASURE_TWOMODE_DEGREE] = "O(actors)",
    [MEASURE_TWOMODE_BETWEENNESS] = "O((actors + events) × participations)",
    [MEASURE_TWOMODE_CLOSENESS] = "O((actors + events) × participations)",
};

const Method *methods(size_t *n)
{
    *n = G_N_ELEMENTS(table);
    return table;
}

const Method *method_find(const char *group, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (g_str_equal(table[i].group, group) && g_str_equal(table[i].name, name))
            return &table[i];
    return NULL;
}

const char *method_cost(Measure m) { return cost[m]; }
