/* rule_event_verb.c - events told by a verb alone: "met", "agreed", "received". */
#include "clause.h"
#include <string.h>

static bool has_event(const Clause *c)
{
    for (guint i = 0; i < c->chunk->len; i++) {
        const Span *s = clause_span(c, clause_chunk(c, i));
        if (s->kind == MARK_EVENT && strcmp(s->value, "observance") != 0)
            return true;
    }
    return false;
}

static bool is_party(const Reading *r, const GArray *rows, uint32_t i)
{
    const Span *s = reading_span(r, g_array_index(rows, uint32_t, i));
    return s->targets.n > 0 && strcmp(s->class, "grp") != 0;
}

static bool two_parties(const Reading *r, const GArray *rows)
{
    unsigned n = 0;
    for (guint i = 0; i < rows->len; i++)
        n += is_party(r, rows, i);
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
                 .value = strcmp(v->role, "signatory") == 0 ? "agreement" : "bilateral-meeting"};
    reading_add(r, &span, false);
}

static void triggers(Clause *c, GArray *left, GArray *right)
{
    for (uint32_t i = c->s.first; i < c->s.end; i++) {
        Verb v;
        if (!clause_verb(c, i, &v))
            continue;
        bool meet = strcmp(v.role, "meet") == 0 && !*v.form, agree = strcmp(v.role, "agree") == 0;
        if ((!meet && !agree) || clause_negated(c, i) || clause_planned(c, i))
            continue;
        g_array_set_size(left, 0);
        g_array_set_size(right, 0);
        clause_subject(c, i, left);
        if (meet)
            clause_list(c, v.end, clause_end(c, v.end), right);
        if (meet ? left->len && is_party(c->r, left, 0) && right->len && is_party(c->r, right, 0)
                 : two_parties(c->r, left))
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
        if (!c.s.junk && c.chunk->len > 1 && !has_event(&c))
            triggers(&c, left, right);
    }
    clause_clear(&c);
}
