/* participation.c - the long form in the event and the short form on mentions, held against each other and made one row. */
#include "link.h"
#include <stdlib.h>
#include <string.h>

/* One statement that one actor took part, before both forms are one. */
typedef struct Statement {
    const ParticipationDraft *draft;
    uint32_t document, event; /* event: root draft */
    uint32_t actor;           /* RefId */
    uint32_t role;            /* number of the role's text, so that order is not that of pointers */
    uint32_t seq;
    RefId source;
    GArray *evidence; /* MentionId; NULL = none */
} Statement;

static int compare_keys(const Statement *x, const Statement *y)
{
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->event != y->event)
        return x->event < y->event ? -1 : 1;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    return x->role < y->role ? -1 : x->role > y->role;
}

static int compare_statements(const void *a, const void *b)
{
    const Statement *x = a, *y = b;
    int order = compare_keys(x, y);
    return order ? order : x->seq < y->seq ? -1 : x->seq > y->seq;
}

static bool is_short(const Statement *s)
{
    return (s->draft->row.flags & PART_SHORT_FORM) != 0;
}

static bool is_inferred(ParticipationStatus status)
{
    return status == PART_INFERRED_AFFILIATION || status == PART_INFERRED_PARENT || status == PART_INFERRED_EXPANSION;
}

/* Long-form statements that the short form could repeat. */
static bool is_long_stated(const Statement *s)
{
    return (s->draft->row.flags & PART_LONG_FORM) && !is_inferred(s->draft->row.status);
}

static const char *event_id_text(const Linker *l, const Statement *s)
{
    return builder_event(l->b, event_id_of(s->event))->event.id;
}

/* The mentions that prove it, in document order without repeats. */
static void find_evidence(Linker *l, Statement *s)
{
    const ParticipationDraft *d = s->draft;
    if (!mention_id_is_none(d->mention)) {
        s->evidence = g_array_new(FALSE, FALSE, sizeof(MentionId));
        g_array_append_val(s->evidence, d->mention);
    }
    for (uint32_t i = 0; i < d->pointer.n; i++) {
        const Target *target = &g_array_index(l->b->target, Target, d->pointer.first + i);
        MentionId mention = mention_id_of(linker_find(l, l->mention_by_id, d->scope, target));
        if (mention_id_is_none(mention)) {
            diagnostics_add(l->b->diagnostics, DIAGNOSTIC_UNKNOWN_EVIDENCE, d->row.place, NULL,
                            "corresp names \"%s\", which is no mention", target->text);
            continue;
        }
        if (!s->evidence)
            s->evidence = g_array_new(FALSE, FALSE, sizeof(MentionId));
        g_array_append_val(s->evidence, mention);
    }
}

static GArray *list_statements(Linker *l)
{
    GArray *list = g_array_new(FALSE, TRUE, sizeof(Statement));
    g_autoptr(Lookup) role = lookup_new();
    uint32_t n_roles = 0;
    for (guint i = 0; i < l->b->participation->len; i++) {
        const ParticipationDraft *d = &g_array_index(l->b->participation, ParticipationDraft, i);
        if (l->said[i] == UINT32_MAX)
            continue;
        if (!mention_id_is_none(d->mention) && builder_mention(l->b, d->mention)->kind == MENTION_EVENT)
            continue; /* it turned out to name no actor */
        Statement s = {.draft = d, .document = d->row.document.i, .event = l->said[i], .seq = i, .source = ref_id_none()};
        RefId actor = linker_ref(l, d->scope, &d->actor, d->row.place);
        s.actor = actor.i;
        Ref *ref = &g_array_index(l->ref, Ref, actor.i);
        if (ref->hint == ACTOR_UNKNOWN)
            ref->hint = d->hint;
        if (d->source.text)
            s.source = linker_ref(l, d->scope, &d->source, d->row.place);
        s.role = lookup_get(role, 0, d->row.role);
        if (s.role == UINT32_MAX) {
            s.role = n_roles++;
            lookup_set(role, 0, d->row.role, s.role);
        }
        find_evidence(l, &s);
        g_array_append_val(list, s);
    }
    if (list->len)
        qsort(list->data, list->len, sizeof(Statement), compare_statements);
    return list;
}

static bool proves(const Statement *s, MentionId mention)
{
    for (guint i = 0; s->evidence && i < s->evidence->len; i++) {
        if (mention_id_equal(g_array_index(s->evidence, MentionId, i), mention))
            return true;
    }
    return false;
}

/* Mentions that a relation gives as evidence and that do not say so themselves. */
static void report_silent_mentions(Linker *l, const Statement *relation, const Statement *group, size_t n)
{
    for (guint i = 0; relation->evidence && i < relation->evidence->len; i++) {
        MentionId mention = g_array_index(relation->evidence, MentionId, i);
        const Mention *m = builder_mention(l->b, mention);
        bool said = m->document.i != relation->document;
        for (size_t k = 0; k < n && !said; k++)
            said = is_short(&group[k]) && proves(&group[k], mention);
        if (!said)
            diagnostics_add(l->b->diagnostics, DIAGNOSTIC_FORMS_DISAGREE, m->place, NULL,
                            "line %u gives this mention as evidence that \"%s\" is %s of \"%s\"; the mention does not say so",
                            relation->draft->row.place.line, relation->draft->actor.text, relation->draft->row.role,
                            event_id_text(l, relation));
    }
}

/* The stronger of two; unstated counts as high. */
static Certainty stronger(Certainty a, Certainty b)
{
    bool a_high = a >= CERT_HIGH, b_high = b >= CERT_HIGH;
    if (a_high || b_high)
        return a_high ? a : b;
    return MAX(a, b);
}

static int compare_mentions(const void *a, const void *b)
{
    const MentionId *x = a, *y = b;
    return x->i < y->i ? -1 : x->i > y->i;
}

/* Writes the row of statements that say the same; the first is the one whose place and certainty count. */
static void add_row(Linker *l, const Statement *const *same, size_t n)
{
    Participation row = same[0]->draft->row;
    unsigned comention = PART_COMENTION;
    g_autoptr(GArray) evidence = g_array_new(FALSE, FALSE, sizeof(MentionId));
    row.source = same[0]->source;
    for (size_t i = 0; i < n; i++) {
        const Participation *other = &same[i]->draft->row;
        bool peer = is_short(same[i]) == is_short(same[0]);
        if (peer)
            row.cert = stronger(row.cert, other->cert);
        if (peer)
            comention &= other->flags;
        row.flags |= other->flags;
        if (same[i]->evidence)
            g_array_append_vals(evidence, same[i]->evidence->data, same[i]->evidence->len);
    }
    row.flags = (row.flags & ~(unsigned)PART_COMENTION) | comention;
    g_array_sort(evidence, compare_mentions);
    row.said_of = row.event = event_id_of(same[0]->event);
    row.actor = ref_id_of(same[0]->actor);
    row.evidence = (Slice){l->evidence->len, 0};
    for (guint i = 0; i < evidence->len; i++) {
        MentionId mention = g_array_index(evidence, MentionId, i);
        if (i == 0 || !mention_id_equal(mention, g_array_index(evidence, MentionId, i - 1)))
            g_array_append_val(l->evidence, mention);
    }
    row.evidence.n = l->evidence->len - row.evidence.first;
    g_array_append_val(l->participation, row);
}

/* One actor in one role: a row for each status, to which mentions add their evidence. */
static void merge_group(Linker *l, const Statement *group, size_t n, bool event_has_long, bool event_has_short)
{
    g_autofree const Statement **same = g_new(const Statement *, n);
    g_autofree bool *done = g_new0(bool, n);
    bool repeats = false; /* a relation takes up what the mentions say */
    for (size_t i = 0; i < n; i++) {
        if (done[i] || is_short(&group[i]))
            continue;
        size_t n_same = 0;
        for (size_t k = i; k < n; k++) {
            if (done[k] || is_short(&group[k]) || group[k].draft->row.status != group[i].draft->row.status)
                continue;
            same[n_same++] = &group[k];
            done[k] = true;
            if (is_long_stated(&group[k]) && event_has_short && group[k].draft->row.status == PART_STATED)
                report_silent_mentions(l, &group[k], group, n);
        }
        for (size_t k = 0; k < n && is_long_stated(&group[i]) && !repeats; k++) {
            if (is_short(&group[k]))
                same[n_same++] = &group[k];
        }
        repeats = repeats || is_long_stated(&group[i]);
        add_row(l, same, n_same);
    }
    size_t n_short = 0;
    for (size_t k = 0; k < n && !repeats; k++) {
        if (!is_short(&group[k]))
            continue;
        same[n_short++] = &group[k];
        if (event_has_long)
            diagnostics_add(l->b->diagnostics, DIAGNOSTIC_FORMS_DISAGREE, group[k].draft->row.place, NULL,
                            "the mention says that \"%s\" is %s of \"%s\", its relations do not; it is not counted",
                            group[k].draft->actor.text, group[k].draft->row.role, event_id_text(l, &group[k]));
    }
    if (n_short && !event_has_long)
        add_row(l, same, n_short);
}

/* All that one document says of one event. */
static void merge_event(Linker *l, const Statement *said, size_t n)
{
    bool has_long = false, has_short = false;
    for (size_t i = 0; i < n; i++) {
        has_long = has_long || is_long_stated(&said[i]);
        has_short = has_short || is_short(&said[i]);
    }
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && compare_keys(&said[from], &said[to]) == 0;)
            to++;
        merge_group(l, said + from, to - from, has_long, has_short);
    }
}

static int compare_rows(const void *a, const void *b)
{
    const Participation *x = a, *y = b;
    const uint32_t key[][2] = {{x->document.i, y->document.i}, {x->place.line, y->place.line},
                               {x->place.column, y->place.column}, {x->said_of.i, y->said_of.i},
                               {x->actor.i, y->actor.i}, {x->evidence.first, y->evidence.first}};
    for (size_t i = 0; i < G_N_ELEMENTS(key); i++) {
        if (key[i][0] != key[i][1])
            return key[i][0] < key[i][1] ? -1 : 1;
    }
    return 0;
}

void participations_link(Linker *l)
{
    GArray *list = list_statements(l);
    const Statement *s = (const Statement *)(void *)list->data;
    for (guint from = 0, to; from < list->len; from = to) {
        for (to = from + 1; to < list->len && s[to].document == s[from].document && s[to].event == s[from].event;)
            to++;
        merge_event(l, s + from, to - from);
    }
    for (guint i = 0; i < list->len; i++) {
        if (s[i].evidence)
            g_array_free(s[i].evidence, TRUE);
    }
    g_array_free(list, TRUE);
    if (l->participation->len)
        qsort(l->participation->data, l->participation->len, sizeof(Participation), compare_rows);
}
