/* compare_cause.c - what a difference comes from: time, documents that one side lacks, decisions, the program. */
#include "compare_run.h"
#include <string.h>

/* Is this document, or one of its name, on the other side? */
typedef enum Known { KNOWN_NOT, KNOWN_CHANGED, KNOWN_SAME } Known;

static Known known_to(const Corpus *other, const Document *d)
{
    Known known = KNOWN_NOT;
    for (size_t i = 0; i < other->n_documents && known != KNOWN_SAME; i++) {
        const Document *o = &other->document[i];
        if (d->digest && o->digest && g_str_equal(d->digest, o->digest))
            known = KNOWN_SAME;
        else if (d->name && o->name && g_str_equal(d->name, o->name))
            known = KNOWN_CHANGED;
    }
    return known;
}

const char *compare_cause_of(const Sides *s, int side, uint32_t column)
{
    if (s->kind != SIDES_CORPORA)
        return s->kind == SIDES_PERIODS ? "period" : "level";
    const Incidence *in = s->side[side]->incidence;
    const Corpus *corpus = in->corpus, *other = s->side[!side]->corpus;
    const Event *e = &corpus->event[in->event[column].i];
    Known best = KNOWN_NOT, worst = KNOWN_SAME;
    for (uint32_t i = 0; i < e->documents.n; i++) {
        Known known = known_to(other, &corpus->document[corpus->event_document[e->documents.first + i].i]);
        best = MAX(best, known);
        worst = MIN(worst, known);
    }
    return best == KNOWN_NOT ? "documents" : worst == KNOWN_SAME ? "other" : "text";
}

static size_t count_cause(const Sides *s, int side, const char *cause)
{
    size_t n = 0;
    for (uint32_t e = 0; e < s->side[side]->incidence->n_events; e++)
        if (!s->matched->compared.event[s->matched->event_of_column[side][e]].in[!side])
            n += g_str_equal(compare_cause_of(s, side, e), cause);
    return n;
}

static size_t decided(const Sides *s, int side)
{
    return s->side[side]->corpus->n_decided + s->side[side]->cast->n_decided;
}

static void row(Report *r, const char *what, double before, double after)
{
    report_text(r, "cause");
    report_text(r, what);
    compare_empty(r, 4);
    report_number(r, before);
    report_number(r, after);
    report_number(r, after - before);
    compare_empty(r, 6);
}

/* --- two corpora --- */

static void tell_corpora(const Sides *s, bool people, Report *r)
{
    static const struct {
        const char *cause, *row, *words;
    } all[] = {
        {"documents", "events told only by documents that the other side lacks",
         "told only by documents the other lacks"},
        {"text", "events told by documents whose text differs", "told by documents whose text differs"},
        {"other", "events that differ although their documents are the same",
         "differ although their documents are the same (registers, labels)"},
    };
    size_t documents[2], lacking[2] = {0, 0};
    for (int i = 0; i < 2; i++) {
        documents[i] = s->side[i]->corpus->n_documents;
        for (size_t d = 0; d < documents[i]; d++)
            lacking[i] += known_to(s->side[!i]->corpus, &s->side[i]->corpus->document[d]) == KNOWN_NOT;
    }
    if (people)
        report_footer(
            r,
            "Where the difference comes from (before, after): files %zu and %zu, of which the other side lacks "
            "%zu and %zu;",
            documents[0], documents[1], lacking[0], lacking[1]);
    else {
        row(r, "files read", (double)documents[0], (double)documents[1]);
        row(r, "files that the other side lacks", (double)lacking[0], (double)lacking[1]);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        size_t before = count_cause(s, 0, all[i].cause), after = count_cause(s, 1, all[i].cause);
        if (!people)
            row(r, all[i].row, (double)before, (double)after);
        else if (before + after)
            report_footer(r, "  %zu and %zu events %s;", before, after, all[i].words);
    }
    if (people && !decided(s, 0) && !decided(s, 1))
        report_footer(r,
                      "  decisions and program version: nothing (entente %s read both, without a file of decisions).",
                      ENTENTE_VERSION);
    else if (people)
        report_footer(r, "  decisions in force: %zu and %zu; program version: nothing (entente %s read both).",
                      decided(s, 0), decided(s, 1), ENTENTE_VERSION);
    if (people && s->matched->n_by_name)
        report_footer(r, "%zu actors are taken for one by their names alone.", s->matched->n_by_name);
}

/* --- two periods --- */

/* Events that may lie in one of the periods and surely lie in neither. */
static size_t count_unplaced(const Sides *s)
{
    const Incidence *in = s->base[0]->incidence;
    size_t n = 0;
    for (size_t e = 0; e < in->n_events; e++) {
        Date day = in->corpus->event[in->event[e].i].first;
        DateWithin a = selection_within(&s->selection[0], day), b = selection_within(&s->selection[1], day);
        n += a != DATE_WITHIN_YES && b != DATE_WITHIN_YES && (a == DATE_WITHIN_MAYBE || b == DATE_WITHIN_MAYBE);
    }
    return n;
}

static size_t told_by(const Incidence *in, const char *outlet)
{
    size_t n = 0;
    for (size_t e = 0; e < in->n_events; e++) {
        const Event *event = &in->corpus->event[in->event[e].i];
        bool told = false;
        for (uint32_t i = 0; i < event->documents.n && !told; i++) {
            const char *other = in->corpus->document[in->corpus->event_document[event->documents.first + i].i].outlet;
            told = other && g_str_equal(other, outlet);
        }
        n += told;
    }
    return n;
}

/* What each outlet tells of either period: an outlet that came or went changes who is seen. */
static void tell_outlets(const Sides *s, bool people, Report *r)
{
    const Corpus *c = s->base[0]->corpus;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t d = 0; d < c->n_documents; d++) {
        const char *outlet = c->document[d].outlet;
        if (!outlet || !g_hash_table_add(seen, (gpointer)outlet))
            continue;
        size_t before = told_by(s->side[0]->incidence, outlet), after = told_by(s->side[1]->incidence, outlet);
        g_autofree char *what = g_strdup_printf("events told by %s", outlet);
        if (before + after == 0)
            continue;
        if (people)
            g_string_append_printf(list, "%s%s %zu and %zu", list->len ? ", " : "", outlet, before, after);
        else
            row(r, what, (double)before, (double)after);
    }
    if (people && list->len)
        report_footer(r, "Events told by each outlet (before, after): %s.", list->str);
}

static void tell_one_corpus(const Sides *s, bool people, Report *r)
{
    size_t unplaced = s->kind == SIDES_PERIODS ? count_unplaced(s) : 0;
    if (s->kind == SIDES_PERIODS)
        tell_outlets(s, people, r);
    if (!people)
        row(r, "events that surely lie in neither period and may lie in one", (double)unplaced, (double)unplaced);
    else if (unplaced)
        report_footer(r, "%zu event%s in neither period: the day is not known well enough.", unplaced,
                      unplaced == 1 ? " is" : "s are");
    if (people)
        report_footer(r,
                      "Both sides were read at once from the same documents: nothing of the difference comes from new "
                      "documents, decisions or the program's version.");
}

void compare_causes(const Sides *s, bool people, Report *r)
{
    if (s->kind == SIDES_CORPORA)
        tell_corpora(s, people, r);
    else
        tell_one_corpus(s, people, r);
    if (!people) {
        row(r, "decisions", (double)decided(s, 0), (double)decided(s, 1));
        row(r, "program version", 0, 0);
    }
}
