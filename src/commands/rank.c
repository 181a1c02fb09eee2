/* rank.c - who is central: one measure or all, with what the standing hangs on. */
#include "rank.h"
#include "auditing.h"
#include "error.h"
#include "interval.h"
#include "invocation.h"
#include "leave_out.h"
#include "null_rank.h"
#include "repetition.h"
#include "number.h"
#include <math.h>

/* "2=" where a rank is shared, "" where there is none. */
static void print_rank(Report *r, const Ranking *ranking, size_t position)
{
    uint32_t rank = ranking->rank[position];
    bool shared = (position && ranking->rank[position - 1] == rank) ||
                  (position + 1 < ranking->n && ranking->rank[position + 1] == rank);
    if (rank)
        report_printf(r, "%u%s", rank, shared ? "=" : "");
    else
        report_text(r, "");
}

/* "5, still 1st"; "1, falls to 4th". */
static void print_leave_out(Report *r, const Scores *scores, uint32_t node, uint32_t rank)
{
    LeaveOut out;
    char number[NUMBER_SIZE], place[16];
    leave_out_strength(scores, node, &out);
    if (out.column == UINT32_MAX)
        report_text(r, "");
    else
        report_printf(r, "%s, %s %s", number_short(out.score, number), out.rank <= rank ? "still" : "falls to",
                      ordinal(out.rank < rank ? rank : out.rank, place));
}

/* Why cells of this row are empty, or 0 in the eigenvector: the actor's own note, then the columns'. */
static void print_note(Report *r, const Scores *scores, uint32_t node)
{
    g_autoptr(GString) note = g_string_new(scores->node_note && scores->node_note[node] ? scores->node_note[node] : "");
    for (Measure m = 0; m < N_MEASURES; m++)
        if ((scores->computed & MEASURE_BIT(m)) && scores->note[m] &&
            (isnan(scores->value[m][node]) || (m == MEASURE_EIGENVECTOR && scores->value[m][node] == 0)))
            g_string_append_printf(note, "%s%s: %s", note->len ? "; " : "", measure_name(m), scores->note[m]);
    report_text(r, note->str);
}

/* What chance alone would give, and how often it gives as much. */
static bool find_null(const Invocation *v, const Pipeline *p, NullRank **null, GError **error)
{
    const Selection *s = &v->request.selection;
    NullRankOptions options = {
        .by_year = s->backbone_by_year, .draws = s->backbone_draws, .measure = v->request.measure};
    *null = v->null_model ? null_rank(p->scores, v->by, s, &options, error) : NULL;
    return *null || !v->null_model;
}

static void null_columns(Report *r, const NullRank *null)
{
    report_column(r, "null_mean", "by chance", REPORT_NUMBER, FOR_ALL);
    if (!null->mid_p)
        report_column(r, "z", NULL, REPORT_NUMBER, FOR_ALL);
    report_column(r, "p", NULL, REPORT_NUMBER, FOR_ALL);
}

static void null_cells(Report *r, const NullRank *null, uint32_t node)
{
    report_number(r, null->mean[node]);
    if (!null->mid_p)
        report_number(r, null->z[node]);
    report_number(r, null->p[node]);
}

static void null_facts(Report *r, const NullRank *null, bool by_year)
{
    report_footer(r,
                  "By chance: mean of %zu random networks in which actors and events keep their sizes%s (FDSM); p: how "
                  "often such a network gives as much or more%s, one actor at a time.",
                  null->draws, by_year ? " in every year" : "", null->mid_p ? ", equals by half (mid-p)" : "");
}

static void add_columns(Report *r, const Invocation *v, const Pipeline *p, const Uncertainty *u, const NullRank *null,
                        bool leave_out, bool notes)
{
    MeasureSet shown = v->all_measures ? MEASURE_SET_ALL : MEASURE_BIT(v->by);
    report_column(r, "rank", "#", REPORT_NUMBER, FOR_ALL);
    report_column(r, "actor", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "id", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "type", NULL, REPORT_TEXT, p->incidence->level == LEVEL_ALL ? FOR_ALL : FOR_PROGRAMS);
    for (Measure m = 0; m < N_MEASURES; m++)
        if (shown & MEASURE_BIT(m))
            report_column(r, measure_name(m), v->all_measures ? NULL : invocation_measured(v, m), REPORT_NUMBER,
                          FOR_ALL);
    if (u)
        interval_columns(r, u);
    if (null)
        null_columns(r, null);
    if (leave_out)
        report_column(r, "without", "without its best event", REPORT_TEXT, FOR_PEOPLE);
    report_column(r, "note", NULL, REPORT_TEXT, notes ? FOR_ALL : FOR_PROGRAMS);
}

/* Plain facts in place of a precision that so few events do not give. */
static void add_facts(Report *r, const Invocation *v, const Pipeline *p, const Ranking *ranking)
{
    const Network *network = p->network;
    Keystone k;
    keystone_find(network, &k);
    if (ranking->all_tied && ranking->n > 1)
        report_footer(r, "All are equal: there is no order to show.");
    if (p->scores->note[v->by])
        report_footer(r, "%s: %s.", measure_heading(v->by), p->scores->note[v->by]);
    if (k.n_tie_making > 1 && k.n_events_of_node * 2 > k.n_tie_making)
        report_footer(r, "%s %zu tie-making events involve %s.",
                      k.n_events_of_node == k.n_tie_making ? "All" : "Most of the", k.n_tie_making,
                      network_actor(network, k.node)->label);
    if (k.column != UINT32_MAX && k.n_ties_of_column * 5 > network->n_ties) {
        const Event *e = &p->corpus->event[p->incidence->event[k.column].i];
        char day[DATE_SIZE];
        date_format(e->first, day);
        report_footer(r, "Without %s%s%s%s, %zu of %zu ties go.", e->label, *day ? " (" : "", day, *day ? ")" : "",
                      k.n_ties_of_column, network->n_ties);
    }
    if (network->n_kin_ties)
        report_footer(r, "%zu of %zu ties join an actor to its own ministry or country: --no-kin drops them.",
                      network->n_kin_ties, network->n_ties);
    g_autofree char *repetition = repetition_sentence(p->incidence, &v->request.selection);
    if (repetition)
        report_footer(r, "%s: entente resolve lists them.", repetition);
}

/* The command that opens the first actor's tie to the next one it has a tie with. */
static void add_next(Report *r, const Invocation *v, const Pipeline *p)
{
    g_autoptr(Ranking) ranking = ranking_new(p->scores, v->by);
    size_t i = 1;
    while (i < ranking->n && !network_tie(p->network, ranking->node[0], ranking->node[i]))
        i++;
    if (i >= ranking->n || v->operand->len != 1 || g_str_equal(v->operand->pdata[0], "-"))
        return;
    bool told = p->incidence->level_was_default;
    report_footer(r, "next: entente explain %s%s%s \"%s\" \"%s\"", (const char *)v->operand->pdata[0],
                  told ? "" : " --level ", told ? "" : level_name(p->incidence->level),
                  network_actor(p->network, ranking->node[0])->label,
                  network_actor(p->network, ranking->node[i])->label);
}

Report *rank_table(const Invocation *v, const Pipeline *p, bool people, size_t n, GError **error)
{
    g_autoptr(Ranking) ranking = ranking_new(p->scores, v->by);
    n = MIN(n, ranking->n);
    g_autoptr(NullRank) null = NULL;
    if (!find_null(v, p, &null, error))
        return NULL;
    const Uncertainty *u = v->all_measures ? NULL : interval_estimate(v, p->scores);
    bool sure = u && u->method != UNCERTAINTY_NONE;
    bool leave_out =
        people && v->by == MEASURE_STRENGTH && u && !sure && leave_out_possible(p->network) && ranking->n > 1;
    bool notes = false;
    for (size_t i = 0; i < n; i++)
        notes |= isnan(p->scores->value[v->by][ranking->node[i]]);

    g_autoptr(Report) r = report_new();
    g_autofree char *heading = invocation_heading(v, p);
    report_title(r, heading);
    add_columns(r, v, p, u, null, leave_out, notes);
    for (size_t i = 0; i < n; i++) {
        uint32_t node = ranking->node[i];
        const Actor *actor = network_actor(p->network, node);
        if (people)
            print_rank(r, ranking, i);
        else
            report_number(r, ranking->rank[i] ? ranking->rank[i] : NAN);
        report_text(r, actor->label);
        report_text(r, actor->id);
        report_text(r, people ? type_on_screen(actor->type) : actor_type_name(actor->type));
        for (Measure m = 0; m < N_MEASURES; m++)
            if (v->all_measures || m == v->by)
                report_number(r, p->scores->value[m][node]);
        if (u)
            interval_cells(r, u, node);
        if (null)
            null_cells(r, null, node);
        if (leave_out)
            print_leave_out(r, p->scores, node, ranking->rank[i]);
        print_note(r, p->scores, node);
    }
    if (people) {
        if (n < ranking->n)
            report_footer(r, "… and %zu more: -n 0 shows all.", ranking->n - n);
        if (u && ranking->n)
            interval_facts(r, u, p, ranking);
        if (null)
            null_facts(r, null, v->request.selection.backbone_by_year);
        add_facts(r, v, p, ranking);
    }
    return g_steal_pointer(&r);
}

int rank_run(Invocation *v, GError **error)
{
    v->request.measures = v->all_measures ? MEASURE_SET_ALL : MEASURE_BIT(v->by) | MEASURE_BIT(MEASURE_STRENGTH);
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_SCORES, error);
    if (!p)
        return -1;
    if (v->audit)
        return auditing_run(v, p, error);
    v->request.selection.level = p->incidence->level;
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    size_t n = v->top && (people || v->top_given) ? v->top : SIZE_MAX;
    g_autoptr(Report) r = rank_table(v, p, people, n, error);
    if (r && people)
        add_next(r, v, p);
    return r && invocation_print(v, r, error) ? 0 : -1;
}
