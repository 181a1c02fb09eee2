/* spells.c - when the actors, events and ties of a file were there: the days of their events as disjoint spells. */
#include "spells.h"

struct Spells {
    const Export *export;
    const TwoMode *two_mode;
    TimeScale scale;
    size_t *first_tie; /* two-mode: node → its first tie, of actors and blocs; n_nodes + 1 */
    GArray *spell;     /* of Spell: the present answer */
};

static const Incidence *incidence_of(const Spells *spells) { return spells->export->network->incidence; }

static TimeScale scale_of(const Incidence *b)
{
    bool dated = false, units = b->n_events > 0, one_day = true;
    for (size_t i = 0; i < b->n_events; i++) {
        const Event *event = &b->corpus->event[b->event[i].i], *before = &b->corpus->event[b->event[0].i];
        dated = dated || !date_is_unknown(event->first) || !date_is_unknown(event->last);
        one_day =
            one_day && event->first.earliest == before->first.earliest && event->last.latest == before->last.latest;
        units = units && event->kind == EVENT_UNIT;
    }
    return units && one_day ? TIME_UNITS : dated ? TIME_DAYS : TIME_NONE;
}

Spells *spells_new(const Export *export, const TwoMode *two_mode)
{
    Spells *spells = g_new0(Spells, 1);
    spells->export = export;
    spells->two_mode = two_mode;
    spells->scale = scale_of(export->network->incidence);
    spells->spell = g_array_new(FALSE, FALSE, sizeof(Spell));
    if (two_mode) {
        spells->first_tie = g_new0(size_t, two_mode->n_nodes + 1);
        for (size_t i = 0; i < two_mode->n_ties; i++)
            spells->first_tie[two_mode->tie[i].actor + 1]++;
        for (size_t i = 0; i < two_mode->n_nodes; i++)
            spells->first_tie[i + 1] += spells->first_tie[i];
    }
    return spells;
}

void spells_free(Spells *spells)
{
    if (!spells)
        return;
    g_free(spells->first_tie);
    g_array_free(spells->spell, TRUE);
    g_free(spells);
}

TimeScale spells_scale(const Spells *spells) { return spells->scale; }

/* The first of four days that is known, or INT32_MIN. */
static int32_t first_known(int32_t a, int32_t b, int32_t c, int32_t d)
{
    const int32_t day[] = {a, b, c, d};
    for (size_t i = 0; i < G_N_ELEMENTS(day); i++)
        if (day[i] != INT32_MIN && day[i] != INT32_MAX)
            return day[i];
    return INT32_MIN;
}

static void add_event(Spells *spells, EventId id)
{
    const Event *event = &incidence_of(spells)->corpus->event[id.i];
    Spell spell = {(int32_t)id.i + 1, (int32_t)id.i + 1};
    if (spells->scale == TIME_DAYS) {
        Date from = event->first, to = event->last;
        spell.first = first_known(from.earliest, from.latest, to.earliest, to.latest);
        spell.last = first_known(to.latest, to.earliest, from.latest, from.earliest);
        spell.last =
            MAX(spell.first, spell.last); /* a last day before the first: the corpus says so, and check tells */
    }
    if (spells->scale != TIME_NONE && spell.first != INT32_MIN)
        g_array_append_val(spells->spell, spell);
}

static int compare_spells(const void *x, const void *y)
{
    const Spell *a = x, *b = y;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->last < b->last ? -1 : a->last > b->last;
}

/* What was added, in order and disjoint. */
static const Spell *joined(Spells *spells, size_t *n)
{
    g_array_sort(spells->spell, compare_spells);
    Spell *spell = (Spell *)spells->spell->data;
    *n = 0;
    for (guint i = 0; i < spells->spell->len; i++) {
        if (*n && spell[i].first - 1 <= spell[*n - 1].last)
            spell[*n - 1].last = MAX(spell[*n - 1].last, spell[i].last);
        else
            spell[(*n)++] = spell[i];
    }
    return spell;
}

static void add_events_of_row(Spells *spells, uint32_t row)
{
    const Incidence *b = incidence_of(spells);
    for (uint32_t i = b->actor_first[row]; i < b->actor_first[row + 1]; i++)
        add_event(spells, b->event[b->actor_event[i]]);
}

const Spell *spells_of_node(Spells *spells, size_t node, size_t *n)
{
    const TwoMode *view = spells->two_mode;
    g_array_set_size(spells->spell, 0);
    if (!view)
        add_events_of_row(spells, spells->export->network->row[node]);
    else if (!event_id_is_none(view->node[node].event))
        add_event(spells, view->node[node].event);
    else
        for (size_t i = spells->first_tie[node]; i < spells->first_tie[node + 1]; i++)
            add_event(spells, view->node[view->tie[i].event].event);
    return joined(spells, n);
}

const Spell *spells_of_tie(Spells *spells, const Sheet *ties, size_t *n)
{
    g_array_set_size(spells->spell, 0);
    if (spells->two_mode) {
        add_event(spells, spells->two_mode->node[spells->two_mode->tie[ties->row].event].event);
        return joined(spells, n);
    }
    TieSupport own = {0};
    const TieSupport *support = &ties->support; /* a bare sheet does not look for it */
    if (spells->export->bare) {
        network_tie_support(spells->export->network, &spells->export->network->tie[ties->row], &own);
        support = &own;
    }
    for (size_t i = 0; i < support->n_events; i++)
        add_event(spells, support->event[i]);
    tie_support_clear(&own);
    return joined(spells, n);
}
