/* explain_actor.c - where one actor stands, by which events, and which of them that hangs on. */
#include "error.h"
#include "explain.h"
#include "hinge.h"
#include "number.h"
#include <math.h>

/* Score and rank of the actor with one event left out. */
static bool measure_without(const Invocation *v, const Pipeline *p, ActorId actor, uint32_t column, Without *out,
                            GError **error)
{
    g_autoptr(Incidence) rest = incidence_without(p->incidence, column);
    return hinge_measure(v, p, actor, rest, out, error);
}

static uint32_t rank_of(const Ranking *ranking, uint32_t node)
{
    for (size_t i = 0; i < ranking->n; i++)
        if (ranking->node[i] == node)
            return ranking->rank[i];
    return 0;
}

static void event_cells(Report *r, const Pipeline *p, uint32_t column, uint32_t cell, const Without *without)
{
    const Event *e = &p->corpus->event[p->incidence->event[column].i];
    char day[DATE_SIZE];
    g_autofree char *how = explain_claims(p, cell);
    report_text(r, date_format(e->first, day));
    report_text(r, e->id);
    report_text(r, e->label);
    report_text(r, how);
    report_number(r, p->incidence->event_k[column] - 1);
    report_number(r, without->score);
    report_number(r, without->rank ? without->rank : NAN);
}

static void say_standing(Report *r, const Invocation *v, const Pipeline *p, uint32_t node, const Ranking *ranking)
{
    const Actor *actor = network_actor(p->network, node);
    char number[NUMBER_SIZE], place[16];
    double score = p->scores->value[v->by][node];
    uint32_t rank = rank_of(ranking, node);
    g_autofree char *all = count_actors(p->incidence->level, p->network->n_nodes);
    const char *what = v->by == MEASURE_STRENGTH && p->network->weight == WEIGHT_NEWMAN ? "events with company"
                                                                                        : measure_heading(v->by);
    g_autofree char *title = rank ? g_strdup_printf("%s · %s of %s by %s: %s", actor->label, ordinal(rank, place), all,
                                                    what, number_short(score, number))
                                  : g_strdup_printf("%s · no %s among %s", actor->label, what, all);
    report_title(r, title);
}

/* The event without which the actor stands lowest. */
static void say_hinge(Report *r, const Pipeline *p, const Without *without, const uint32_t *column, size_t n,
                      uint32_t rank)
{
    size_t worst = 0;
    for (size_t i = 1; i < n; i++)
        if (without[i].rank > without[worst].rank ||
            (without[i].rank == without[worst].rank && without[i].score < without[worst].score))
            worst = i;
    char place[16];
    if (n && without[worst].rank > rank)
        report_footer(r, "Hangs on %s: without it, %s.", p->corpus->event[p->incidence->event[column[worst]].i].label,
                      ordinal(without[worst].rank, place));
    else if (n)
        report_footer(r, "Hangs on no single event: without any one of them it stands as high.");
}

/* "Known by: id 12 mentions; short form 3 mentions (Hung)": by which evidence the texts' names are this actor's. */
static void say_evidence(Report *r, const Pipeline *p, ActorId actor)
{
    size_t n[N_IDENTIFIED_BY] = {0};
    const char *text[N_IDENTIFIED_BY] = {NULL};
    const Corpus *c = p->corpus;
    bool named = false;
    for (size_t i = 0; i < c->n_mentions; i++)
        for (uint32_t k = 0; k < c->mention[i].refs.n; k++) {
            RefId ref = c->mention_ref[c->mention[i].refs.first + k];
            IdentifiedBy by = p->cast->ref_by[ref.i];
            if (!actor_id_equal(p->cast->ref_actor[ref.i], actor))
                continue;
            n[by]++;
            named |= by != IDENTIFIED_BY_ID;
            text[by] = text[by] ? text[by] : c->ref[ref.i].text;
        }
    g_autoptr(GString) said = g_string_new(NULL);
    for (int by = 0; by < N_IDENTIFIED_BY; by++)
        if (n[by])
            g_string_append_printf(said, "%s%s %zu mention%s (%s)", said->len ? "; " : "",
                                   identified_by_name((IdentifiedBy)by), n[by], n[by] == 1 ? "" : "s", text[by]);
    if (named) /* ids alone say nothing */
        report_footer(r, "Known by %s.", said->str);
}

int explain_actor(Invocation *v, const Pipeline *p, ActorId actor, Output *out, GError **error)
{
    enum { MANY = 200 }; /* events to leave out one by one; above that only the first are tried */
    uint32_t node = network_node_of(p->network, actor);
    if (node == UINT32_MAX) {
        g_autofree char *why = explain_absence(p, actor);
        output_printf(out, "%s.\n", why);
        return ERROR_NO;
    }
    const Incidence *in = p->incidence;
    uint32_t row = p->network->row[node], first = in->actor_first[row], n = in->actor_first[row + 1] - first;
    g_autoptr(Ranking) ranking = ranking_new(p->scores, v->by);
    g_autoptr(Report) r = report_new();
    say_standing(r, v, p, node, ranking);
    report_column(r, "date", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "event", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "event_title", "event", REPORT_TEXT, FOR_ALL);
    report_column(r, "how", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "partners", NULL, REPORT_NUMBER, FOR_ALL);
    report_column(r, "score_without", "without it", REPORT_NUMBER, FOR_ALL);
    report_column(r, "rank_without", "rank", REPORT_NUMBER, FOR_ALL);
    g_autofree Without *without = g_new0(Without, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        without[i] = (Without){NAN, 0};
        if (i < MANY && !measure_without(v, p, actor, in->actor_event[first + i], &without[i], error))
            return -1;
        event_cells(r, p, in->actor_event[first + i], in->actor_cell[first + i], &without[i]);
    }
    if (p->scores->value[v->by][node] > 0) /* 0 hangs on nothing */
        say_hinge(r, p, without, in->actor_event + first, MIN(n, MANY), rank_of(ranking, node));
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    if (people && p->scores->value[v->by][node] > 0 && !hinge_say(r, v, p, node, rank_of(ranking, node), error))
        return -1;
    say_evidence(r, p, actor);
    if (n > MANY)
        report_footer(r, "Left out one by one: the first %d of %u events.", MANY, n);
    if (p->scores->note[v->by])
        report_footer(r, "%s: %s.", measure_heading(v->by), p->scores->note[v->by]);
    report_print(r, report_format_for(v->format, v->output), explain_colour(v), out);
    return 0;
}
