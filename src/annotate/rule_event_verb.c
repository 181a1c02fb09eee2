/* rule_event_verb.c - events told by a verb alone: "met", "agreed", "received". */
#include "clause.h"
#include <string.h>

enum { SUBJECT = 16 };

/* "on the sidelines of the summit": where something else took place. */
bool event_is_occasion(const Reading *r, const Span *s)
{
    static const char *const words[] = {"sidelines", "margins", "fringes", "occasion", "framework",
                                        "sideline",  "margin",  "eve",     NULL};
    uint32_t i = s->first;
    for (unsigned n = 0; i > 0 && n < 4 && !reading_is(r, i - 1, "of"); n++, i--) {
        if (!(reading_flags(r, i - 1) & TOKEN_WORD))
            return false;
    }
    return i > 1 && reading_is(r, i - 1, "of") && reading_is_one(r, i - 2, words);
}

static bool has_event(const Clause *c)
{
    for (guint i = 0; i < c->chunk->len; i++) {
        const Span *s = clause_span(c, clause_chunk(c, i));
        if (s->kind == MARK_EVENT && strcmp(s->value, "observance") != 0 && !event_is_occasion(c->r, s))
            return true;
    }
    return false;
}

static bool is_party(const Reading *r, const GArray *rows, uint32_t i)
{
    const Span *s = reading_span(r, g_array_index(rows, uint32_t, i));
    return s->targets.n > 0 && (s->kind == MARK_BLOC || s->kind == MARK_OFFICIAL || strcmp(s->class, "grp") != 0);
}

static bool two_parties(const Reading *r, const GArray *rows)
{
    unsigned n = 0;
    for (guint i = 0; i < rows->len; i++)
        n += is_party(r, rows, i) && strcmp(reading_span(r, g_array_index(rows, uint32_t, i))->class, "grp") != 0;
    return n >= 2;
}

static void add_trigger(Reading *r, const Verb *v)
{
    Span span = {.first = v->first,
                 .end = v->first + 1,
                 .kind = MARK_EVENT,
                 .class = "trg",
                 .cert = CERT_MEDIUM,
                 .rule = "event-verb",
                 .value = strcmp(v->role, "signatory") == 0  ? "agreement"
                          : strcmp(v->role, "drill") == 0    ? "drill"
                          : strcmp(v->role, "attendee") == 0 ? "meeting"
                                                             : "bilateral-meeting"};
    reading_add(r, &span, false);
}

/* "A received B", "A welcomed a delegation from B": a person, or those who come for others. */
static bool is_visitor(const Clause *c, const GArray *rows)
{
    const Span *s = rows->len ? reading_span(c->r, g_array_index(rows, uint32_t, 0)) : NULL;
    if (!s || !is_party(c->r, rows, 0))
        return false;
    bool delegates = false;
    for (uint32_t i = s->first > c->s.first + 4 ? s->first - 4 : c->s.first; i < s->end + 3 && i < c->s.end; i++)
        delegates |= !c->at[i] && reading_kinds(c->r, i) & WORD_DELEGATE;
    return s->kind == MARK_OFFICIAL || delegates;
}

/* "A and B visited C": officials or those who come for others, at a body or in a country. */
static bool is_visit(const Clause *c, const Verb *v, const GArray *left, const GArray *right)
{
    static const char *const they[] = {"delegation", "mission", "he", "she", "they", "He", "She", "They", "also", NULL};
    const Span *host = right->len ? reading_span(c->r, g_array_index(right, uint32_t, 0)) : NULL;
    bool comes = left->len ? is_visitor(c, left) : v->first > c->s.first && reading_is_one(c->r, v->first - 1, they);
    return comes && host && host->targets.n == 1 && host->first <= v->end + 3 && host->kind <= MARK_OFFICIAL &&
           strcmp(host->class, "grp") != 0;
}

/* "The five ministers gathered in Lima on 4 May": nobody is named, but those who come, and where and when. */
static bool is_gathering(const Clause *c, const Verb *v)
{
    static const char *const verbs[] = {"gathered", "met", "assembled", NULL};
    bool come = false, set = false;
    if (!reading_is_one(c->r, v->first, verbs) || *v->form || !event_verb_is_bare(c->r, v->first + 1))
        return false;
    for (uint32_t i = v->first; i-- > c->s.first && i + SUBJECT > v->first && !clause_is_verb(c, i);) {
        const Chunk *u = clause_over(c, i);
        come |= u ? clause_span(c, u)->kind == MARK_BLOC : (reading_kinds(c->r, i) & WORD_DELEGATE) != 0;
    }
    for (guint i = 0; i < c->chunk->len; i++) {
        const Chunk *u = clause_chunk(c, i);
        MarkKind kind = clause_span(c, u)->kind;
        set |= u->first > v->first && u->first < v->first + SUBJECT && (kind == MARK_PLACE || kind == MARK_DATE);
    }
    return come && set;
}

/* Does the verb tell a meeting, or an agreement, of those around it? */
static bool is_trigger(Clause *c, const Verb *v, GArray *left, GArray *right)
{
    bool meet = strcmp(v->role, "meet") == 0 && !*v->form, agree = strcmp(v->role, "agree") == 0;
    bool receive = strcmp(v->role, "receive") == 0, visit = strcmp(v->role, "visit") == 0,
         drill = strcmp(v->role, "drill") == 0;
    if (clause_negated(c, v->first) || clause_planned(c, v->first))
        return false;
    if (is_gathering(c, v))
        return true;
    if (!meet && !agree && !receive && !visit && !drill)
        return false;
    g_array_set_size(left, 0);
    g_array_set_size(right, 0);
    clause_subject(c, v->first, left);
    if (agree || drill)
        return two_parties(c->r, left);
    clause_list(c, v->end, clause_end(c, v->end), right);
    if (visit)
        return is_visit(c, v, left, right);
    if (receive && !is_visitor(c, right))
        return false;
    if (right->len == 0)
        return event_verb_is_bare(c->r, v->end) && two_parties(c->r, left);
    bool he =
        v->first > c->s.first && !c->at[v->first - 1] &&
        reading_is_one(c->r, v->first - 1,
                       (const char *const[]){"he", "she", "He", "She", "also", "later", "delegation", "mission", NULL});
    return (left->len ? is_party(c->r, left, 0) : he) && is_party(c->r, right, 0);
}

/* "met.", "met in Lima", "met there": nobody is named behind the verb. */
bool event_verb_is_bare(const Reading *r, uint32_t end)
{
    static const char *const behind[] = {"in",     "on",        "at",        "for",   "there",   "again",
                                         "online", "virtually", "yesterday", "today", "earlier", "last",
                                         "this",   "to",        "here",      NULL};
    return !(reading_flags(r, end) & TOKEN_WORD) || reading_is_one(r, end, behind);
}

static void triggers(Clause *c, GArray *left, GArray *right)
{
    for (uint32_t i = c->s.first; i < c->s.end; i++) {
        Verb v;
        if (!clause_verb(c, i, &v))
            continue;
        if (is_trigger(c, &v, left, right))
            add_trigger(c->r, &v);
        i = v.end - 1;
    }
}

void rule_event_verbs(Reading *r)
{
    Clause c;
    clause_init(&c, r);
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
                      right = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (uint32_t i = 0; i < reading_n_sentences(r); i++) {
        clause_read(&c, reading_sentence(r, i));
        if (!c.s.junk && c.chunk->len > 0 && !has_event(&c))
            triggers(&c, left, right);
    }
    clause_clear(&c);
}
