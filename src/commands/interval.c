/* interval.c - how sure a standing is, as columns and as sentences. */
#include "interval.h"
#include "number.h"
#include <math.h>

const Uncertainty *interval_estimate(const Invocation *v, const Scores *scores)
{
    const Incidence *in = scores->network->incidence;
    g_autofree char *selected = selection_options(&v->request.selection, in->level, in->corpus->unit);
    g_autofree char *key = g_strdup_printf("%s %s %p", selected, measure_name(v->by), (const void *)in->corpus);
    Uncertainty *known = g_hash_table_lookup(v->estimate, key);
    if (known)
        return known;
    UncertaintyOptions options = {.by = v->resample,
                                  .none = v->resamples_given && !v->n_resamples,
                                  .n_resamples = v->n_resamples,
                                  .n_threads = v->n_threads,
                                  .seed = v->request.measure.seed};
    known = uncertainty_estimate(scores, v->by, &options);
    g_hash_table_insert(v->estimate, g_steal_pointer(&key), known);
    return known;
}

void interval_columns(Report *r, const Uncertainty *u)
{
    static const char *const name[] = {"lo", "hi", "rank_lo", "rank_hi", "first_in"};
    ReportAudience people = u->method == UNCERTAINTY_NONE ? 0 : FOR_PEOPLE;
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        report_column(r, name[i], NULL, REPORT_NUMBER, FOR_PROGRAMS);
    report_column(r, "interval", u->method == UNCERTAINTY_HALVES ? "in half the events" : "95 % interval",
                  REPORT_NUMBER, people);
    report_column(r, "ranks", NULL, REPORT_NUMBER, people);
    report_column(r, "first", "first in", REPORT_NUMBER, people);
}

static void cells_for_people(Report *r, const Uncertainty *u, uint32_t node)
{
    char lo[NUMBER_SIZE], hi[NUMBER_SIZE];
    report_printf(r, "%s – %s", number_short(number_round(u->lo[node], 3), lo),
                  number_short(number_round(u->hi[node], 3), hi));
    if (u->rank_lo[node])
        report_printf(r, u->rank_lo[node] == u->rank_hi[node] ? "%u" : "%u – %u", u->rank_lo[node], u->rank_hi[node]);
    else
        report_text(r, "");
    report_printf(r, "%.0f %%", 100 * u->first_in[node]);
}

void interval_cells(Report *r, const Uncertainty *u, uint32_t node)
{
    bool none = u->method == UNCERTAINTY_NONE, ranked = !none && u->rank_lo[node];
    report_number(r, none ? NAN : u->lo[node]);
    report_number(r, none ? NAN : u->hi[node]);
    report_number(r, ranked ? u->rank_lo[node] : NAN);
    report_number(r, ranked ? u->rank_hi[node] : NAN);
    report_number(r, none ? NAN : number_round(u->first_in[node], 12));
    if (none)
        for (int i = 0; i < 3; i++)
            report_text(r, "");
    else
        cells_for_people(r, u, node);
}

/* "69 independent events; 15 series of several editions and 2 pairs of … count as one each". Heap. */
static char *what_counts_as_independent(const Uncertainty *u)
{
    const char *unit = u->by == RESAMPLE_DOCUMENT ? "documents" : u->by == RESAMPLE_SOURCE ? "sources" : "events";
    g_autoptr(GString) s = g_string_new(NULL);
    g_string_append_printf(s, "%zu independent %s", u->n_clusters, unit);
    if (u->n_series)
        g_string_append_printf(s, "; %zu series of several editions", u->n_series);
    if (u->n_duplicates)
        g_string_append_printf(s, "%s %zu pair%s of reports that may tell one event", u->n_series ? " and" : ";",
                               u->n_duplicates, u->n_duplicates == 1 ? "" : "s");
    if (u->n_series || u->n_duplicates)
        g_string_append(s, " count as one each");
    return g_string_free(g_steal_pointer(&s), FALSE);
}

/* "Singapore stands clearly ahead of ranks 3 – 41." */
static void say_lead(Report *r, const Uncertainty *u, const Pipeline *p, const Ranking *ranking)
{
    uint32_t first = ranking->node[0], hi = u->rank_hi[first];
    const char *name = network_actor(p->network, first)->label;
    if (!hi || ranking->n < 2)
        return;
    if (hi >= ranking->n)
        report_footer(r, "No actor stands clearly ahead of any other.");
    else if (hi == 1)
        report_footer(r, "%s stands clearly ahead of all others.", name);
    else
        report_footer(r, "%s stands clearly ahead of ranks %u – %zu, not of the others.", name, hi + 1, ranking->n);
}

void interval_facts(Report *r, const Uncertainty *u, const Pipeline *p, const Ranking *ranking)
{
    if (u->method == UNCERTAINTY_NONE) {
        report_footer(r, "%c%s.", g_ascii_toupper(u->why_not[0]), u->why_not + 1);
        return;
    }
    g_autofree char *what = what_counts_as_independent(u);
    say_lead(r, u, p, ranking);
    report_footer(r, "Intervals (95 %%): what to expect if as many events of this kind were reported again%s.",
                  u->method == UNCERTAINTY_HALVES ? ", in half of them" : "");
    report_footer(r, "From %u resamples of %s.", u->n_resamples, what);
    report_footer(r, "Ranks hold for all actors at once; \"first in\" is support in resamples, not a probability.");
}
