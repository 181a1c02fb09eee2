/* reporting_results.c - what a report found: picture, ranking, groups, time, the strongest ties with sentences. */
#include "groups.h"
#include "number.h"
#include "plotting.h"
#include "rank.h"
#include "reporting.h"
#include "ties.h"

enum { MOST_QUOTED = 20 };

void reporting_table(Reporting *r, const Report *table, const char *caption)
{
    Dossier *d = r->dossier;
    if (report_n_rows(table)) {
        dossier_table(d, caption);
        for (size_t c = 0; c < report_n_columns(table); c++)
            if (report_is_shown(table, c)) {
                ReportKind kind;
                const char *heading = report_heading(table, c, &kind);
                dossier_column(d, heading, kind == REPORT_NUMBER);
            }
        for (size_t row = 0; row < report_n_rows(table); row++)
            for (size_t c = 0; c < report_n_columns(table); c++)
                if (report_is_shown(table, c)) {
                    g_autofree char *text = report_cell(table, row, c);
                    dossier_cell(d, text);
                }
    }
    for (size_t i = 0; i < report_n_footers(table); i++)
        dossier_note(d, "%s", report_footer_at(table, i));
}

static bool add_plot(Reporting *r, PlotKind kind, const char *name, const char *caption, GError **error)
{
    Scene *scene = plotting_scene(r->v, r->p, kind, &r->picture, error);
    if (scene)
        dossier_picture(r->dossier, name, caption, scene);
    return scene;
}

static const char *name_of(const Reporting *r, uint32_t node) { return network_actor(r->p->network, node)->label; }

/* The first of the ranking and the strongest tie, before anything else. */
static void in_short(Reporting *r)
{
    const Network *network = r->p->network;
    g_autoptr(Ranking) ranking = ranking_new(r->p->scores, r->v->by);
    g_autoptr(GString) text = g_string_new(NULL);
    char number[NUMBER_SIZE];
    if (ranking->all_tied && ranking->n > 1)
        g_string_append_printf(text, "By %s all actors are equal.", invocation_measured(r->v, r->v->by));
    else if (ranking->n && ranking->rank[0]) {
        size_t n = 1;
        while (n < ranking->n && ranking->rank[n] == 1)
            n++;
        g_string_append_printf(text, "First by %s:", invocation_measured(r->v, r->v->by));
        for (size_t i = 0; i < MIN(n, 3); i++)
            g_string_append_printf(text, "%s %s", i ? "," : "", name_of(r, ranking->node[i]));
        if (n > 3)
            g_string_append_printf(text, " and %zu more", n - 3);
        double first = r->p->scores->value[r->v->by][ranking->node[0]];
        g_string_append_printf(text, " (%s).", number_short(number_round(first, 3), number));
    }
    if (network->n_ties) {
        g_autofree const Tie **strongest = ties_strongest(network);
        const Tie *t = strongest[0];
        if (network->n_ties > 1 && number_round(t->weight, 12) == number_round(strongest[1]->weight, 12))
            t = NULL;
        if (t)
            g_string_append_printf(text, "%sThe strongest tie joins %s and %s (%u event%s).", text->len ? " " : "",
                                   name_of(r, t->a), name_of(r, t->b), t->n_events, t->n_events == 1 ? "" : "s");
    }
    dossier_say(r->dossier, "%s", text->str);
}

static void add_network(Reporting *r)
{
    const Network *network = r->p->network;
    dossier_section(r->dossier, "network", "The network");
    if (!r->files->layout) {
        dossier_say(r->dossier, "%zu actors are too many for a page: entente draw makes a picture of them.",
                    network->n_nodes);
        return;
    }
    Scene *scene = scene_network(network, r->p->scores, r->files->layout, &r->picture);
    g_autofree char *caption = g_strdup_printf("Actors (level %s) tied by the events they share; weight of ties: %s.",
                                               level_name(r->p->incidence->level), weight_name(network->weight));
    dossier_picture(r->dossier, "network", caption, scene);
}

static bool add_ranking(Reporting *r, GError **error)
{
    dossier_section(r->dossier, "ranking", "Who is central");
    g_autoptr(Report) table = rank_table(r->v, r->p, true, r->n, error);
    g_autofree char *caption = g_strdup_printf("Ranking by %s", invocation_measured(r->v, r->v->by));
    if (!table)
        return false;
    reporting_table(r, table, caption);
    g_autofree char *below = g_strdup_printf("The ranking by %s", invocation_measured(r->v, r->v->by));
    return add_plot(r, PLOT_RANKING, "ranking", below, error);
}

static bool add_groups(Reporting *r, GError **error)
{
    dossier_section(r->dossier, "groups", "Groups");
    g_autoptr(Report) table = groups_table(r->v, r->p, true, error);
    if (table)
        reporting_table(r, table, "Groups of actors with more ties among them than beyond");
    return table;
}

/* ---- ties ---- */

/* The event whose sentence names both, else the first with any; false where there is no sentence. */
static bool best_event(const Incidence *in, uint32_t a, uint32_t b, uint32_t *column)
{
    size_t n;
    bool found = false;
    g_autofree uint32_t *shared = incidence_shared(in, a, b, &n);
    for (size_t i = 0; i < n; i++) {
        MentionId mention;
        bool both = false;
        if (!evidence_sentence(in, shared[i], a, b, &mention, &both))
            continue;
        if (both || !found)
            *column = shared[i];
        found = true;
        if (both)
            break;
    }
    return found;
}

static bool quote(Reporting *r, const Tie *t)
{
    const Incidence *in = r->p->incidence;
    uint32_t a = r->p->network->row[t->a], b = r->p->network->row[t->b], column;
    Quote best;
    if (!best_event(in, a, b, &column) || !evidence_best(in, column, a, b, &best))
        return false;
    const Event *event = &in->corpus->event[in->event[column].i];
    char day[DATE_SIZE];
    date_format(event->first, day);
    g_autofree char *heading = g_strdup_printf("%s – %s", name_of(r, t->a), name_of(r, t->b));
    dossier_topic(r->dossier, heading);
    dossier_note(r->dossier, "%u event%s; this one: %s%s%s%s", t->n_events, t->n_events == 1 ? "" : "s", event->label,
                 *day ? " (" : "", day, *day ? ")" : "");
    dossier_quotation(r->dossier, &best, &in->corpus->document[best.document.i]);
    quote_clear(&best);
    return true;
}

static void add_ties(Reporting *r)
{
    const Network *network = r->p->network;
    dossier_section(r->dossier, "ties", "The strongest ties");
    g_autoptr(Report) table = ties_table(r->v, r->p, r->n);
    reporting_table(r, table, "Ties by weight");
    g_autofree const Tie **strongest = ties_strongest(network);
    size_t n = MIN(MIN(r->n, MOST_QUOTED), network->n_ties), n_quoted = 0;
    for (size_t i = 0; i < n; i++)
        n_quoted += quote(r, strongest[i]);
    if (n_quoted < n)
        dossier_note(r->dossier, "%zu of these %zu ties rest on no sentence that could be quoted.", n - n_quoted, n);
}

bool reporting_results(Reporting *r, GError **error)
{
    in_short(r);
    add_network(r);
    if (!add_ranking(r, error) || !add_groups(r, error))
        return false;
    dossier_section(r->dossier, "time", "Events and ranks in time");
    if (!add_plot(r, PLOT_TIMELINE, "time", "Events, and the ranks of those who lead over the whole time", error))
        return false;
    add_ties(r);
    return true;
}
