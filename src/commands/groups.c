/* groups.c - communities, how far they hold, and who or what joins them. */
#include "groups.h"
#include "cohesion.h"
#include "invocation.h"
#include "number.h"
#include "occasion.h"
#include "stability.h"
#include <math.h>

/* All that is known about the groups of one network. */
typedef struct Groups {
    const Invocation *v;
    const Pipeline *p;
    Stability *stability;
    Cohesion *cohesion;
    Occasion *occasion;
    double *inside, *outside; /* weight of ties, by group */
    Structure structure;
} Groups;

static void groups_clear(Groups *g)
{
    stability_free(g->stability);
    cohesion_free(g->cohesion);
    g_free(g->occasion);
    g_free(g->inside);
    g_free(g->outside);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Groups, groups_clear)

static bool groups_init(Groups *g, const Invocation *v, const Pipeline *p, GError **error)
{
    StabilityOptions options = {.by = v->resample,
                                .few = v->resamples_given && v->n_resamples,
                                .n_halves = v->n_resamples,
                                .seed = v->request.measure.seed};
    g->v = v;
    g->p = p;
    g->stability = stability_find(p->network, &v->request.selection, &options, error);
    g->cohesion = g->stability ? cohesion_find(p->network, g->stability->group, error) : NULL;
    if (!g->cohesion || !measure_structure(p->network, &v->request.measure, &g->structure, error))
        return false;
    const uint32_t *group = g->stability->group;
    g->occasion = occasions_find(p->network, group, g->stability->n_groups);
    g->inside = g_new0(double, g->stability->n_groups + 1);
    g->outside = g_new0(double, g->stability->n_groups + 1);
    for (size_t i = 0; i < p->network->n_ties; i++) {
        const Tie *tie = &p->network->tie[i];
        if (group[tie->a] == group[tie->b])
            g->inside[group[tie->a]] += tie->weight;
        else {
            g->outside[group[tie->a]] += tie->weight;
            g->outside[group[tie->b]] += tie->weight;
        }
    }
    return true;
}

static const char *name_of(const Groups *g, uint32_t node) { return network_actor(g->p->network, node)->label; }

/* "just the participants of one event, X (2015-06-24); …". Heap, or NULL. */
static char *say_occasion(const Groups *g, size_t group)
{
    const Occasion *o = &g->occasion[group];
    if (!occasion_is_all(o))
        return NULL;
    const Event *e = &g->p->corpus->event[g->p->incidence->event[o->column].i];
    char day[DATE_SIZE];
    date_format(e->first, day);
    return g_strdup_printf("%s the participants of one event, %s%s%s%s; %zu of its %zu inner ties rest on it alone",
                           occasion_extent(o), e->label, *day ? " (" : "", day, *day ? ")" : "", o->n_only, o->n_inner);
}

/* --- for programs: one row an actor --- */

static void print_actor(Report *r, const Groups *g, uint32_t node)
{
    const Actor *actor = network_actor(g->p->network, node);
    uint32_t group = g->stability->group[node], parts = g->cohesion->parts[node];
    g_autofree char *occasion = say_occasion(g, group);
    g_autofree char *note = parts == 0 ? g_strdup("no ties")
                            : occasion ? g_strdup_printf("its group is %s", occasion)
                                       : NULL;
    report_number(r, group + 1);
    report_text(r, actor->label);
    report_text(r, actor->id);
    report_text(r, actor_type_name(actor->type));
    report_number(r, number_round(g->stability->over_data[node], 12));
    report_number(r, number_round(g->stability->over_seeds[node], 12));
    report_number(r, g->p->scores->value[MEASURE_CONSTRAINT][node]);
    report_number(r, parts > 1 ? parts : 0);
    report_text(r, note);
}

static void fill_for_programs(Report *r, const Groups *g, size_t most)
{
    static const char *const name[] = {"group",           "actor",      "id",           "type", "stability",
                                       "stability_seeds", "constraint", "articulation", "note"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        report_column(r, name[i], NULL, REPORT_TEXT, FOR_ALL);
    for (uint32_t group = 0; group < g->stability->n_groups; group++)
        for (uint32_t node = 0; node < g->stability->n_nodes; node++)
            if (g->stability->group[node] == group && report_n_rows(r) < most)
                print_actor(r, g, node);
}

/* --- for people: one row a group --- */

static void print_share(Report *r, double share)
{
    if (isnan(share))
        report_text(r, "");
    else
        report_printf(r, "%.0f %%", 100 * share);
}

/* The members with most ties' weight first: they say best which group it is. */
static char *name_members(const Groups *g, const Ranking *ranking, uint32_t group, bool all)
{
    enum { SHOWN = 12 };
    g_autoptr(GString) names = g_string_new(NULL);
    uint32_t n = 0;
    for (size_t i = 0; i < ranking->n; i++) {
        if (g->stability->group[ranking->node[i]] != group)
            continue;
        if (all || n < SHOWN)
            g_string_append_printf(names, "%s%s", n ? ", " : "", name_of(g, ranking->node[i]));
        n++;
    }
    if (!all && n > SHOWN)
        g_string_append_printf(names, " and %u more", n - SHOWN);
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static size_t print_groups(Report *r, const Groups *g, size_t top)
{
    const Stability *s = g->stability;
    g_autoptr(Ranking) ranking = ranking_new(g->p->scores, MEASURE_STRENGTH);
    ReportAudience data = s->n_halves ? FOR_PEOPLE : 0;
    size_t n = 0, shown = 0;
    report_column(r, "group", "#", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "size", "actors", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "inside", "ties inside", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "outside", "to outside", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "data", "in half the events", REPORT_NUMBER, data);
    report_column(r, "seeds", "under other seeds", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "members", NULL, REPORT_TEXT, FOR_PEOPLE);
    for (uint32_t group = 0; group < s->n_groups; group++) {
        if (s->size[group] < 2 || (n++, top && shown == top))
            continue;
        g_autofree char *names = name_members(g, ranking, group, !top);
        report_number(r, group + 1);
        report_number(r, s->size[group]);
        report_number(r, g->inside[group]);
        report_number(r, g->outside[group]);
        print_share(r, s->group_over_data[group]);
        print_share(r, s->group_over_seeds[group]);
        report_text(r, names);
        shown++;
    }
    return n - shown;
}

static void say_stability(Report *r, const Groups *g)
{
    const Stability *s = g->stability;
    char rand[NUMBER_SIZE];
    if (s->why_not)
        report_footer(r, "%c%s.", g_ascii_toupper(s->why_not[0]), s->why_not + 1);
    else if (s->n_halves)
        report_footer(r,
                      "In half the events: how often two members share a group when it is looked for anew in half of "
                      "%zu independent events (%u times%s).",
                      s->n_clusters, s->n_halves,
                      s->n_halves < STABILITY_HALVES && !g->v->n_resamples ? ", fewer for so many ties" : "");
    report_footer(r, "Under other seeds: the same in %u runs of Leiden on the whole; adjusted Rand index %s.",
                  s->n_seeds, number_short(number_round(s->rand_seeds, 3), rand));
}

static void say_whole(Report *r, const Groups *g)
{
    const Structure *s = &g->structure;
    char density[NUMBER_SIZE], modularity[NUMBER_SIZE];
    report_footer(r, "%zu component%s%s, density %s, modularity %s.", s->n_components, s->n_components == 1 ? "" : "s",
                  s->n_isolates ? " (isolates too)" : "", number_short(number_round(s->density, 3), density),
                  number_short(number_round(g->stability->modularity, 3), modularity));
    if (s->n_isolates)
        report_footer(r, "%zu actor%s without ties stand%s alone.", s->n_isolates, s->n_isolates == 1 ? "" : "s",
                      s->n_isolates == 1 ? "s" : "");
}

/* "Tarvos (2 parts)", the deepest cuts first. */
static void say_cuts(Report *r, const Groups *g)
{
    enum { SHOWN = 5 };
    const Cohesion *c = g->cohesion;
    g_autoptr(GString) names = g_string_new(NULL);
    uint32_t most = 0;
    size_t n = 0;
    for (size_t v = 0; v < c->n_nodes; v++)
        most = MAX(most, c->parts[v]);
    for (uint32_t parts = most; parts > 1 && n < SHOWN; parts--)
        for (uint32_t v = 0; v < c->n_nodes && n < SHOWN; v++)
            if (c->parts[v] == parts && n++ < SHOWN)
                g_string_append_printf(names, "%s%s (%u parts)", names->len ? ", " : "", name_of(g, v), parts);
    if (!c->n_articulations)
        report_footer(r, "No cut actor: without any one of them the others stay as joined as they are.");
    else if (c->n_articulations > n)
        report_footer(r, "Cut actors, without whom it falls apart: %s and %zu more.", names->str,
                      c->n_articulations - n);
    else
        report_footer(r, "Cut actor%s, without whom it falls apart: %s.", n == 1 ? "" : "s", names->str);
}

static void say_bridges(Report *r, const Groups *g)
{
    enum { SHOWN = 3 };
    const Cohesion *c = g->cohesion;
    g_autoptr(GString) names = g_string_new(NULL);
    size_t n = 0;
    for (size_t i = 0; i < c->n_bridges; i++) {
        const Tie *tie = &g->p->network->tie[c->bridge[i].tie];
        if ((c->parts[tie->a] < 2 && c->parts[tie->b] < 2) || n++ >= SHOWN) /* a pair with nobody else: no way across */
            continue;
        g_string_append_printf(names, "%s%s – %s (%u actor%s beyond)", n > 1 ? ", " : "", name_of(g, tie->a),
                               name_of(g, tie->b), c->bridge[i].smaller, c->bridge[i].smaller == 1 ? "" : "s");
    }
    if (n > SHOWN)
        g_string_append_printf(names, " and %zu more", n - SHOWN);
    if (n)
        report_footer(r, "Bridge%s, the only way across: %s.", n == 1 ? "" : "s", names->str);
}

static void say_brokers(Report *r, const Groups *g)
{
    enum { SHOWN = 3 };
    g_autoptr(Ranking) ranking = ranking_new(g->p->scores, MEASURE_CONSTRAINT);
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < MIN(ranking->n, SHOWN) && ranking->rank[i]; i++) {
        char number[NUMBER_SIZE];
        double constraint = g->p->scores->value[MEASURE_CONSTRAINT][ranking->node[i]];
        g_string_append_printf(names, "%s%s %s", names->len ? ", " : "", name_of(g, ranking->node[i]),
                               number_short(number_round(constraint, 3), number));
    }
    if (names->len && !ranking->all_tied)
        report_footer(r, "Brokers, least constrained by their partners (Burt): %s.", names->str);
}

static void say_mixing(Report *r, const Groups *g)
{
    const Cohesion *c = g->cohesion;
    char type[NUMBER_SIZE], country[NUMBER_SIZE];
    number_short(number_round(c->by_type, 3), type);
    number_short(number_round(c->by_country, 3), country);
    if (isnan(c->by_type) && isnan(c->by_country))
        return;
    report_footer(r, "Assortativity (Newman; 1: ties only among equals, 0: as chance gives)%s%s%s%s.",
                  isnan(c->by_type) ? "" : " by type ", isnan(c->by_type) ? "" : type,
                  isnan(c->by_country) ? "" : " by country ", isnan(c->by_country) ? "" : country);
}

static void fill_for_people(Report *r, const Groups *g, size_t top)
{
    size_t more = print_groups(r, g, top);
    if (more)
        report_footer(r, "… and %zu more: -n 0 shows all.", more);
    if (!g->p->network->n_ties) {
        report_footer(r, "There are no ties, so there are no groups.");
        return;
    }
    for (size_t group = 0; group < g->stability->n_groups; group++) {
        g_autofree char *occasion = say_occasion(g, group);
        if (occasion && (!top || group < top))
            report_footer(r, "Group %zu is %s.", group + 1, occasion);
    }
    say_stability(r, g);
    say_whole(r, g);
    say_cuts(r, g);
    say_bridges(r, g);
    say_brokers(r, g);
    say_mixing(r, g);
}

Report *groups_table(const Invocation *v, const Pipeline *p, bool people, GError **error)
{
    g_auto(Groups) g = {0};
    if (!groups_init(&g, v, p, error))
        return NULL;
    Report *r = report_new();
    g_autofree char *heading = invocation_heading(v, p);
    report_title(r, heading);
    if (people)
        fill_for_people(r, &g, v->top);
    else
        fill_for_programs(r, &g, v->top_given && v->top ? v->top : SIZE_MAX);
    return r;
}

int groups_run(Invocation *v, GError **error)
{
    v->request.measures = GROUPS_MEASURES;
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_SCORES, error);
    ReportFormat format = report_format_for(v->format, v->output);
    bool people = !v->slicing && (format == REPORT_TABLE || format == REPORT_MD);
    g_autoptr(Report) r = p ? groups_table(v, p, people, error) : NULL;
    return r && invocation_print(v, r, error) ? 0 : -1;
}
