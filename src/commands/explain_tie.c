/* explain_tie.c - every event two actors share, with the sentences, or why there is no tie. */
#include "error.h"
#include "explain.h"
#include "number.h"
#include <stdlib.h>
#include <string.h>

/* Marks of both halves of a sentence that proves both actors. */
static void unite_marks(Quote *into, const Quote *from)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Mark));
    size_t i = 0, j = 0;
    while (i < into->n_marks || j < from->n_marks) {
        Mark next = j >= from->n_marks || (i < into->n_marks && into->mark[i].begin <= from->mark[j].begin)
                        ? into->mark[i++]
                        : from->mark[j++];
        if (!all->len || next.begin >= g_array_index(all, Mark, all->len - 1).end)
            g_array_append_val(all, next);
    }
    g_free(into->mark);
    into->n_marks = all->len;
    into->mark = (Mark *)g_array_free(g_steal_pointer(&all), FALSE);
}

/* As one reads them: by document, line, column. */
static int by_place(const void *a, const void *b)
{
    const Quote *x = a, *y = b;
    if (x->document.i != y->document.i)
        return x->document.i < y->document.i ? -1 : 1;
    if (x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    return (x->place.column > y->place.column) - (x->place.column < y->place.column);
}

/* The quotes of both cells in the order of the documents, a sentence once. */
static Quote *quotes_of_both(const Incidence *in, uint32_t cell_a, uint32_t cell_b, size_t *n)
{
    size_t n_a, n_b;
    Quote *a = evidence_of_cell(in, cell_a, &n_a), *b = evidence_of_cell(in, cell_b, &n_b);
    Quote *all = g_new0(Quote, n_a + n_b + 1);
    *n = 0;
    for (size_t i = 0; i < n_a; i++)
        all[(*n)++] = a[i];
    for (size_t j = 0; j < n_b; j++) {
        size_t same = 0;
        while (same < n_a && !(b[j].text && all[same].text == b[j].text && all[same].document.i == b[j].document.i))
            same++;
        if (same < n_a) {
            unite_marks(&all[same], &b[j]);
            quote_clear(&b[j]);
        } else
            all[(*n)++] = b[j];
    }
    g_free(a);
    g_free(b);
    qsort(all, *n, sizeof *all, by_place);
    return all;
}

static void heading_of_event(const Event *e, size_t number, Output *out)
{
    char first[DATE_SIZE], last[DATE_SIZE];
    date_format(e->first, first);
    date_format(e->last, last);
    bool days = *last && strcmp(first, last) != 0;
    bool typed = e->type && strcmp(e->type, "event") != 0; /* what the corpus calls an event without a type */
    output_printf(out, "\n%zu. %s%s%s%s%s%s%s%s%s\n", number, e->label, *first ? " · " : "", first, days ? " to " : "",
                  days ? last : "", typed ? " · " : "", typed ? e->type : "", e->where ? " · " : "",
                  e->where ? e->where : "");
}

/* Every text that tells it, where there are several, and what may be the same event told again. */
static void tell_event_reports(const Incidence *in, uint32_t column, const EventTwins *twins, size_t n_twins,
                               Output *out)
{
    const Corpus *c = in->corpus;
    const Event *e = &c->event[in->event[column].i];
    for (uint32_t i = 0; e->documents.n > 1 && i < e->documents.n; i++) {
        const Document *d = &c->document[c->event_document[e->documents.first + i].i];
        output_printf(out, "%s%s", i ? "; " : "   told by ", d->title ? d->title : d->id);
    }
    output_text(out, e->documents.n > 1 ? "\n" : "");
    for (size_t i = 0; i < n_twins; i++) {
        if (!twins[i].suspected || (twins[i].a != column && twins[i].b != column))
            continue;
        const Event *other = &c->event[in->event[twins[i].a == column ? twins[i].b : twins[i].a].i];
        const Document *d = &c->document[other->document.i];
        output_printf(out, "   may be the same as %s (%s, %u of %u participants): entente resolve\n", other->label,
                      d->title ? d->title : d->id, twins[i].both, twins[i].either);
    }
}

static void tell_tie(const Invocation *v, const Pipeline *p, const Tie *tie, Output *out)
{
    const Incidence *in = p->incidence;
    uint32_t row_a = p->network->row[tie->a], row_b = p->network->row[tie->b];
    const char *name_a = network_actor(p->network, tie->a)->label, *name_b = network_actor(p->network, tie->b)->label;
    char number[NUMBER_SIZE];
    size_t heavier = 1;
    for (size_t i = 0; i < p->network->n_ties; i++)
        heavier += number_round(p->network->tie[i].weight, 12) > number_round(tie->weight, 12);
    output_printf(out, "%s — %s · %u shared event%s · weight %s (%s), rank %zu of %zu ties\n", name_a, name_b,
                  tie->n_events, tie->n_events == 1 ? "" : "s", number_short(tie->weight, number),
                  weight_meaning(p->network->weight), heavier, p->network->n_ties);
    size_t n_shared;
    size_t n_twins;
    g_autofree EventTwins *twins = cluster_twins(in, &n_twins);
    g_autofree uint32_t *shared = incidence_shared(in, row_a, row_b, &n_shared);
    for (size_t i = 0; i < n_shared; i++) {
        uint32_t cell_a = incidence_cell(in, row_a, shared[i]), cell_b = incidence_cell(in, row_b, shared[i]);
        g_autofree char *how_a = explain_claims(p, cell_a), *how_b = explain_claims(p, cell_b);
        heading_of_event(&p->corpus->event[in->event[shared[i]].i], i + 1, out);
        output_printf(out, "   %s: %s\n   %s: %s\n", name_a, how_a, name_b, how_b);
        tell_event_reports(in, shared[i], twins, n_twins, out);
        size_t n_quotes;
        Quote *quote = quotes_of_both(in, cell_a, cell_b, &n_quotes);
        for (size_t q = 0; q < n_quotes; q++)
            explain_quote(p, &quote[q], explain_colour(v), out);
        quotes_free(quote, n_quotes);
    }
}

static void rows_of_cell(Report *r, const Pipeline *p, uint32_t column, uint32_t row)
{
    const Incidence *in = p->incidence;
    const Event *e = &p->corpus->event[in->event[column].i];
    uint32_t cell = incidence_cell(in, row, column);
    g_autofree char *how = explain_claims(p, cell);
    size_t n;
    Quote *quote = evidence_of_cell(in, cell, &n);
    for (size_t i = 0; i < n; i++) {
        const Document *d = &p->corpus->document[quote[i].document.i];
        char day[DATE_SIZE], written[DATE_SIZE];
        report_text(r, e->id);
        report_text(r, e->label);
        report_text(r, date_format(e->first, day));
        report_text(r, p->cast->actor[in->actor[row].i].label);
        report_text(r, p->cast->actor[in->actor[row].i].id);
        report_text(r, how);
        report_text(r, quote[i].text);
        report_text(r, d->outlet);
        report_text(r, date_format(d->date, written));
        report_text(r, d->url);
        report_printf(r, "%s:%u:%u", quote[i].place.path, quote[i].place.line, quote[i].place.column);
    }
    quotes_free(quote, n);
}

/* One row a sentence: what a program wants to know. */
static void tabulate_tie(const Pipeline *p, const Tie *tie, ReportFormat format, Output *out)
{
    static const char *const name[] = {"event",    "event_title", "event_date", "actor", "id",   "how",
                                       "sentence", "outlet",      "date",       "url",   "place"};
    g_autoptr(Report) r = report_new();
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        report_column(r, name[i], NULL, REPORT_TEXT, FOR_ALL);
    uint32_t row_a = p->network->row[tie->a], row_b = p->network->row[tie->b];
    size_t n_shared;
    g_autofree uint32_t *shared = incidence_shared(p->incidence, row_a, row_b, &n_shared);
    for (size_t i = 0; i < n_shared; i++) {
        rows_of_cell(r, p, shared[i], row_a);
        rows_of_cell(r, p, shared[i], row_b);
    }
    report_print(r, format, false, out);
}

/* Which documents name an actor. */
static bool *documents_of(const Pipeline *p, ActorId actor)
{
    const Corpus *c = p->corpus;
    bool *in = g_new0(bool, c->n_documents + 1);
    for (size_t m = 0; m < c->n_mentions; m++)
        for (uint32_t r = 0; r < c->mention[m].refs.n; r++)
            if (actor_id_equal(p->cast->ref_actor[c->mention_ref[c->mention[m].refs.first + r].i], actor))
                in[c->mention[m].document.i] = true;
    return in;
}

/* Events in which both are stated, but which the selection does not count. */
static void tell_uncounted(const Pipeline *p, ActorId a, ActorId b, Output *out)
{
    const Corpus *c = p->corpus;
    g_autofree unsigned *seen = g_new0(unsigned, c->n_events + 1);
    for (size_t i = 0; i < c->n_participations; i++) {
        ActorId who = p->cast->ref_actor[c->participation[i].actor.i];
        seen[c->participation[i].event.i] |= actor_id_equal(who, a) ? 1 : actor_id_equal(who, b) ? 2 : 0;
    }
    for (size_t e = 0; e < c->n_events; e++)
        if (seen[e] == 3)
            output_printf(out, "Both are named with %s, which makes no tie here%s%s.\n", c->event[e].label,
                          *event_status_name(c->event[e].status) ? ": it is " : "",
                          event_status_name(c->event[e].status));
}

static void tell_common_partners(const Pipeline *p, uint32_t a, uint32_t b, Output *out)
{
    g_autoptr(GString) list = g_string_new(NULL);
    size_t n = 0;
    for (uint32_t k = 0; k < p->network->n_nodes; k++)
        if (k != a && k != b && network_tie(p->network, a, k) && network_tie(p->network, b, k) && n++ < 5)
            g_string_append_printf(list, "%s%s", list->len ? ", " : "", network_actor(p->network, k)->label);
    if (n)
        output_printf(out, "Both are tied to %s%s.\n", list->str, n > 5 ? " and others" : "");
}

/* They met, but chance would give as much. */
static bool tell_chance(const Pipeline *p, uint32_t node_a, uint32_t node_b, Output *out)
{
    char n[NUMBER_SIZE], m[NUMBER_SIZE];
    const BackboneTie *t = p->backbone && node_a != UINT32_MAX && node_b != UINT32_MAX
                               ? backbone_tie(p->backbone, p->network->row[node_a], p->network->row[node_b])
                               : NULL;
    if (!t || t->kept)
        return false;
    output_printf(out, "They share %u event%s, ", t->n_events, t->n_events == 1 ? "" : "s");
    if (p->backbone->method == BACKBONE_DISPARITY)
        output_printf(out, "which does not outweigh their other ties (disparity %s).\n",
                      number_short(number_round(t->score, 3), n));
    else
        output_printf(out, "no more than chance may give: p %s, %s when adjusted for all %zu pairs.\n",
                      number_short(number_round(t->p, 3), n), number_short(number_round(t->q, 3), m),
                      p->backbone->n_pairs);
    output_text(out, "Without --backbone they are tied.\n");
    return true;
}

/* The events that both take part in; *n their number. */
static uint32_t *shared_by(const Incidence *in, ActorId a, ActorId b, size_t *n)
{
    uint32_t row_a = UINT32_MAX, row_b = UINT32_MAX;
    for (uint32_t i = 0; i < in->n_actors; i++) {
        row_a = actor_id_equal(in->actor[i], a) ? i : row_a;
        row_b = actor_id_equal(in->actor[i], b) ? i : row_b;
    }
    *n = 0;
    return row_a == UINT32_MAX || row_b == UINT32_MAX ? NULL : incidence_shared(in, row_a, row_b, n);
}

static void list_option(GString *list, bool given, const char *option)
{
    if (given)
        g_string_append_printf(list, "%s%s", list->len ? ", " : "", option);
}

/* "They share 2 events, but no tie is left under --from, --to: …". */
static bool tell_shared(const Pipeline *p, const Incidence *in, ActorId a, ActorId b, const char *under, Output *out)
{
    size_t n;
    g_autofree uint32_t *shared = shared_by(in, a, b, &n);
    if (!n)
        return false;
    output_printf(out, "They share %zu event%s, but no tie is left under %s:", n, n == 1 ? "" : "s", under);
    for (size_t i = 0; i < n && i < 5; i++) {
        const Event *e = &p->corpus->event[in->event[shared[i]].i];
        char day[DATE_SIZE];
        date_format(e->first, day);
        output_printf(out, "%s %s%s%s%s", i ? ";" : "", e->label, *day ? " (" : "", day, *day ? ")" : "");
    }
    output_text(out, n > 5 ? "; ….\n" : ".\n");
    return true;
}

/* Did an option take the tie away: one that thins out the network, or one that leaves out what it rests on? */
static bool tell_options(const Pipeline *p, const Selection *s, ActorId a, ActorId b, Output *out)
{
    g_autoptr(GString) under = g_string_new(NULL);
    list_option(under, s->no_kin, "--no-kin");
    list_option(under, s->min_weight > 0, "--min-weight");
    list_option(under, s->ego, "--ego");
    list_option(under, s->largest_component, "--largest-component");
    if (under->len && tell_shared(p, p->incidence, a, b, under->str, out))
        return true;
    g_string_truncate(under, 0);
    list_option(under, !date_is_unknown(s->from), "--from");
    list_option(under, !date_is_unknown(s->to), "--to");
    list_option(under, s->role, "--role");
    list_option(under, s->status, "--status");
    list_option(under, s->event_status, "--event-status");
    list_option(under, s->min_cert > CERT_LOW, "--min-cert");
    list_option(under, s->exclude, "--exclude");
    if (!under->len)
        return false;
    Selection open;
    selection_init(&open);
    open.level = s->level;
    open.roll_up = s->roll_up;
    open.expand_blocs = s->expand_blocs;
    open.comention = s->comention;
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(Incidence) all = incidence_build(p->corpus, p->cast, p->hierarchy, &open, unheard, NULL);
    return all && tell_shared(p, all, a, b, under->str, out);
}

/* Texts that name both. A table has no words around its names: of those only events can be told. */
static void tell_reports(const Pipeline *p, ActorId a, ActorId b, Output *out)
{
    g_autofree bool *in_a = documents_of(p, a);
    g_autofree bool *in_b = documents_of(p, b);
    size_t n = 0;
    for (size_t d = 0; d < p->corpus->n_documents; d++) {
        if (in_a[d] && in_b[d] && n++ < 5)
            output_printf(out, "Same report, no shared event: %s (%s).\n",
                          p->corpus->document[d].title ? p->corpus->document[d].title : p->corpus->document[d].id,
                          p->corpus->document[d].path);
    }
    if (n > 5)
        output_printf(out, "… and %zu more reports that name both.\n", n - 5);
    if (!n)
        output_text(out, p->corpus->n_mentions ? "No report names both.\n" : "No event has both.\n");
}

static void tell_no_tie(const Pipeline *p, const Selection *s, ActorId a, ActorId b, Output *out)
{
    const Actor *x = &p->cast->actor[a.i], *y = &p->cast->actor[b.i];
    uint32_t node_a = network_node_of(p->network, a), node_b = network_node_of(p->network, b);
    output_printf(out, "%s and %s are not tied.\n", x->label, y->label);
    if (tell_chance(p, node_a, node_b, out) || tell_options(p, s, a, b, out))
        return;
    for (int i = 0; i < 2; i++)
        if ((i ? node_b : node_a) == UINT32_MAX) {
            g_autofree char *why = explain_absence(p, i ? b : a);
            output_printf(out, "%s.\n", why);
        }
    tell_reports(p, a, b, out);
    tell_uncounted(p, a, b, out);
    if (node_a != UINT32_MAX && node_b != UINT32_MAX)
        tell_common_partners(p, node_a, node_b, out);
}

int explain_tie(Invocation *v, const Pipeline *p, ActorId a, ActorId b, Output *out)
{
    uint32_t node_a = network_node_of(p->network, a), node_b = network_node_of(p->network, b);
    const Tie *tie = node_a == UINT32_MAX || node_b == UINT32_MAX || node_a == node_b
                         ? NULL
                         : network_tie(p->network, node_a, node_b);
    if (actor_id_equal(a, b)) {
        output_printf(out, "Both names mean %s; nobody is tied to itself.\n", p->cast->actor[a.i].label);
        return ERROR_NO;
    }
    if (!tie) {
        tell_no_tie(p, &v->request.selection, a, b, out);
        return ERROR_NO;
    }
    ReportFormat format = report_format_for(v->format, v->output);
    if (format == REPORT_TABLE)
        tell_tie(v, p, tie, out);
    else
        tabulate_tie(p, tie, format, out);
    return 0;
}
