/* compare_ties.c - ties that only one side has, or that one side has more of, with what they rest on. */
#include "compare_run.h"
#include "evidence.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

typedef enum Change { CHANGE_NEW, CHANGE_LOST, CHANGE_STRONGER, CHANGE_WEAKER, CHANGE_NONE } Change;
static const char *const change_name[] = {"new", "lost", "strengthened", "weakened"};

typedef struct TieChange {
    const Sides *sides;
    uint32_t a, b; /* actors of the match */
    const Tie *tie[2];
    Change change;
} TieChange;

static double count_of(const TieChange *t, int s) { return t->tie[s] ? t->tie[s]->n_events : 0; }

/* Stronger: more shared events, and a larger share of all events, so that neither a longer period nor a shorter one
 * does it alone. */
static Change change_of(const TieChange *t)
{
    const size_t *m = t->sides->comparison->n_events;
    double before = count_of(t, 0), after = count_of(t, 1);
    if (before == 0 || after == 0)
        return before == 0 ? CHANGE_NEW : CHANGE_LOST;
    double slope = after * (double)m[0] - before * (double)m[1];
    return after > before && slope > 0 ? CHANGE_STRONGER : after < before && slope < 0 ? CHANGE_WEAKER : CHANGE_NONE;
}

static int by_change(const void *a, const void *b)
{
    const TieChange *x = a, *y = b;
    if (x->change != y->change)
        return x->change < y->change ? -1 : 1;
    double dx = count_of(x, 1) - count_of(x, 0), dy = count_of(y, 1) - count_of(y, 0);
    dx = dx < 0 ? -dx : dx;
    dy = dy < 0 ? -dy : dy;
    if (dx != dy)
        return dx > dy ? -1 : 1;
    int order = utf8_compare(compare_label(x->sides, x->a), compare_label(y->sides, y->a));
    if (!order)
        order = utf8_compare(compare_label(x->sides, x->b), compare_label(y->sides, y->b));
    return order ? order : x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* All ties of both sides, each once; heap array of n. */
static TieChange *ties_of_both(const Sides *s, size_t *n)
{
    size_t most = s->side[0]->network->n_ties + s->side[1]->network->n_ties;
    TieChange *all = g_new0(TieChange, most + 1);
    g_autoptr(GHashTable) at = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autofree int64_t *key = g_new(int64_t, most + 1);
    *n = 0;
    for (int i = 0; i < 2; i++) {
        const Network *network = s->side[i]->network;
        for (size_t t = 0; t < network->n_ties; t++) {
            uint32_t x = s->matched->actor_of_row[i][network->row[network->tie[t].a]],
                     y = s->matched->actor_of_row[i][network->row[network->tie[t].b]];
            key[*n] = (int64_t)MIN(x, y) << 32 | MAX(x, y);
            TieChange *known = g_hash_table_lookup(at, &key[*n]);
            if (!known) {
                known = &all[*n];
                bool turned = utf8_compare(compare_label(s, x), compare_label(s, y)) > 0;
                *known = (TieChange){.sides = s, .a = turned ? y : x, .b = turned ? x : y};
                g_hash_table_insert(at, &key[*n], known);
                (*n)++;
            }
            known->tie[i] = &network->tie[t];
        }
    }
    for (size_t t = 0; t < *n; t++)
        all[t].change = change_of(&all[t]);
    qsort(all, *n, sizeof *all, by_change);
    return all;
}

/* The side the evidence is taken from: that with more of the tie. */
static int side_of(const TieChange *t) { return t->change == CHANGE_LOST || t->change == CHANGE_WEAKER ? 0 : 1; }

/* Does this sentence prove the cell? */
static bool proves(const Incidence *in, uint32_t row, uint32_t column, const Quote *quote)
{
    size_t n;
    Quote *all = evidence_of_cell(in, incidence_cell(in, row, column), &n);
    bool found = false;
    for (size_t i = 0; i < n && quote->text; i++)
        found |= all[i].text == quote->text && document_id_equal(all[i].document, quote->document);
    quotes_free(all, n);
    return found;
}

/* The first sentence that names both, else the first at all. */
static void choose_quote(const Incidence *in, uint32_t column, uint32_t a, uint32_t b, Quote *best, bool *found,
                         bool *both)
{
    Quote next = {0};
    if (*both || !evidence_best(in, column, a, b, &next))
        return;
    *both = proves(in, a, column, &next) && proves(in, b, column, &next);
    if (*found && !*both) {
        quote_clear(&next);
        return;
    }
    if (*found)
        quote_clear(best);
    *best = next;
    *found = true;
}

/* Titles, one sentence and where it stands, and what made the difference: of events that the other side lacks. */
static void evidence_cells(Report *r, const TieChange *t, bool people)
{
    int side = side_of(t);
    const Incidence *in = t->sides->side[side]->incidence;
    const Network *network = t->sides->side[side]->network;
    uint32_t a = network->row[t->tie[side]->a], b = network->row[t->tie[side]->b];
    size_t n;
    g_autofree uint32_t *shared = incidence_shared(in, a, b, &n);
    g_autoptr(GString) titles = g_string_new(NULL);
    g_autoptr(GString) source = g_string_new(NULL);
    g_autoptr(GString) cause = g_string_new(NULL);
    Quote quote = {0};
    bool quoted = false, both = false;
    for (size_t i = 0; i < n; i++) {
        uint32_t number = t->sides->matched->event_of_column[side][shared[i]];
        if (t->sides->matched->compared.event[number].in[!side])
            continue;
        g_string_append_printf(titles, "%s%s", titles->len ? "; " : "",
                               in->corpus->event[in->event[shared[i]].i].label);
        const char *why = compare_cause_of(t->sides, side, shared[i]);
        if (!strstr(cause->str, why))
            g_string_append_printf(cause, "%s%s", cause->len ? ", " : "", why);
        choose_quote(in, shared[i], a, b, &quote, &quoted, &both);
    }
    if (quoted) {
        const Document *d = &in->corpus->document[quote.document.i];
        char day[DATE_SIZE];
        date_format(d->date, day);
        g_string_append_printf(source, "%s%s%s%s%s:%u:%u", d->outlet ? d->outlet : "", d->outlet && *day ? ", " : "",
                               day, d->outlet || *day ? " · " : "", quote.place.path, quote.place.line,
                               quote.place.column);
    }
    report_text(r, titles->str);
    if (people)
        report_printf(r, quoted && quote.text ? "“%s” %s" : "%s%s", quoted && quote.text ? quote.text : "",
                      source->str);
    else {
        report_text(r, quoted ? quote.text : NULL);
        report_text(r, source->str);
        report_text(r, cause->str);
    }
    if (quoted)
        quote_clear(&quote);
}

static void add_row(Report *r, const TieChange *t, bool people)
{
    const Sides *s = t->sides;
    report_text(r, change_name[t->change]);
    report_text(r, compare_label(s, t->a));
    if (!people)
        report_text(r, compare_id(s, t->a));
    report_text(r, compare_label(s, t->b));
    if (!people) {
        report_text(r, compare_id(s, t->b));
        report_text(r, "");
    }
    report_number(r, count_of(t, 0));
    report_number(r, count_of(t, 1));
    if (!people) {
        report_number(r, count_of(t, 1) - count_of(t, 0));
        compare_empty(r, 2);
    }
    evidence_cells(r, t, people);
}

void compare_ties(const Sides *s, const Invocation *v, bool people, Report *r)
{
    enum { EACH = 5 }; /* of a kind, that a person wants to see first */
    size_t n, limit = v->top_given ? v->top ? v->top : SIZE_MAX : people ? EACH : SIZE_MAX;
    size_t seen[CHANGE_NONE] = {0};
    g_autofree TieChange *all = ties_of_both(s, &n);
    if (people) {
        report_column(r, "change", "ties", REPORT_TEXT, FOR_ALL);
        report_column(r, "a", "", REPORT_TEXT, FOR_ALL);
        report_column(r, "b", "", REPORT_TEXT, FOR_ALL);
        report_column(r, "value_a", "before", REPORT_NUMBER, FOR_ALL);
        report_column(r, "value_b", "after", REPORT_NUMBER, FOR_ALL);
        report_column(r, "events", "events that make the difference", REPORT_TEXT, FOR_ALL);
        report_column(r, "sentence", "", REPORT_TEXT, FOR_ALL);
    }
    for (size_t i = 0; i < n && all[i].change != CHANGE_NONE; i++)
        if (seen[all[i].change]++ < limit)
            add_row(r, &all[i], people);
    if (!people)
        return;
    report_footer(
        r,
        "%zu ties are new, %zu lost, %zu stronger, %zu weaker (in events they share). Ties are not tested: some "
        "change by chance alone.",
        seen[CHANGE_NEW], seen[CHANGE_LOST], seen[CHANGE_STRONGER], seen[CHANGE_WEAKER]);
}
