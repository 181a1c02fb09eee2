/* ties.c - the strongest ties and what they rest on. */
#include "ties.h"
#include "number.h"

enum { A_FEW = 2 }; /* titles of events that a person wants to see in a row */

typedef struct Order {
    double rounded;
    size_t tie;
} Order;

/* Heaviest first; equal weights by the names (ties already stand in name order). */
static int by_weight(const void *a, const void *b)
{
    const Order *x = a, *y = b;
    if (x->rounded != y->rounded)
        return x->rounded < y->rounded ? 1 : -1;
    return x->tie < y->tie ? -1 : x->tie > y->tie;
}

/* Ids, or the titles of at most so many. */
static void join_events(Report *r, const Corpus *corpus, const TieSupport *support, bool ids, size_t at_most)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < MIN(at_most, support->n_events); i++) {
        const Event *e = &corpus->event[support->event[i].i];
        g_string_append_printf(all, "%s%s", i ? ids ? " " : "; " : "", ids ? e->id : e->label);
    }
    if (support->n_events > at_most)
        g_string_append_printf(all, "; … and %zu more", support->n_events - at_most);
    report_text(r, all->str);
}

/* How a tie stands against chance. */
static void chance_columns(Report *r, const Backbone *b)
{
    if (b->method == BACKBONE_DISPARITY)
        report_column(r, "disparity", NULL, REPORT_NUMBER, FOR_ALL);
    else {
        report_column(r, "p", NULL, REPORT_NUMBER, FOR_ALL);
        report_column(r, "q", NULL, REPORT_NUMBER, FOR_ALL);
    }
}

static void chance_cells(Report *r, const Pipeline *p, const Tie *t)
{
    const BackboneTie *found = backbone_tie(p->backbone, p->network->row[t->a], p->network->row[t->b]);
    if (p->backbone->method == BACKBONE_DISPARITY)
        report_number(r, found->score);
    else {
        report_number(r, found->p);
        report_number(r, found->q);
    }
}

static void add_row(Report *r, const Pipeline *p, const Tie *t)
{
    char day[DATE_SIZE];
    TieSupport support;
    network_tie_support(p->network, t, &support);
    report_text(r, network_actor(p->network, t->a)->label);
    report_text(r, network_actor(p->network, t->b)->label);
    report_text(r, network_actor(p->network, t->a)->id);
    report_text(r, network_actor(p->network, t->b)->id);
    report_number(r, t->weight);
    report_number(r, t->n_events);
    if (p->backbone)
        chance_cells(r, p, t);
    report_number(r, (double)support.n_documents);
    report_text(r, date_format(support.first, day));
    report_text(r, date_format(support.last, day));
    join_events(r, p->corpus, &support, true, SIZE_MAX);
    join_events(r, p->corpus, &support, false, SIZE_MAX);
    join_events(r, p->corpus, &support, false, A_FEW);
    tie_support_clear(&support);
}

const Tie **ties_strongest(const Network *network)
{
    g_autofree Order *order = g_new(Order, network->n_ties + 1);
    for (size_t i = 0; i < network->n_ties; i++)
        order[i] = (Order){number_round(network->tie[i].weight, 12), i};
    qsort(order, network->n_ties, sizeof *order, by_weight);
    const Tie **strongest = g_new(const Tie *, network->n_ties + 1);
    for (size_t i = 0; i < network->n_ties; i++)
        strongest[i] = &network->tie[order[i].tie];
    return strongest;
}

Report *ties_table(const Invocation *v, const Pipeline *p, size_t n)
{
    size_t n_ties = p->network->n_ties;
    g_autofree const Tie **strongest = ties_strongest(p->network);
    Report *r = report_new();
    g_autofree char *heading = invocation_heading(v, p);
    report_title(r, heading);
    report_column(r, "a", "", REPORT_TEXT, FOR_ALL);
    report_column(r, "b", "", REPORT_TEXT, FOR_ALL);
    report_column(r, "a_id", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "b_id", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "weight", NULL, REPORT_NUMBER, FOR_ALL);
    report_column(r, "events", NULL, REPORT_NUMBER, FOR_ALL);
    if (p->backbone)
        chance_columns(r, p->backbone);
    report_column(r, "documents", NULL, REPORT_NUMBER, FOR_ALL);
    report_column(r, "first", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "last", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "event_ids", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "event_titles", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "shared", "they share", REPORT_TEXT, FOR_PEOPLE);
    for (size_t i = 0; i < MIN(n, n_ties); i++)
        add_row(r, p, strongest[i]);
    if (!n_ties && p->backbone && p->backbone->why_not)
        report_footer(r, "No tie is left: %s.", p->backbone->why_not);
    else if (!n_ties)
        report_footer(r, "No two of them share an event.");
    else if (n < n_ties)
        report_footer(r, "… and %zu more: -n 0 shows all.", n_ties - n);
    return r;
}

int ties_run(Invocation *v, GError **error)
{
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_NETWORK, error);
    if (!p)
        return -1;
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    g_autoptr(Report) r = ties_table(v, p, v->top && (people || v->top_given) ? v->top : SIZE_MAX);
    return invocation_print(v, r, error) ? 0 : -1;
}
