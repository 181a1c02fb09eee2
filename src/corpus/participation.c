/* participation.c - the long form in the event and the short form on mentions, held against each other and made one
 * row. */
#include "link.h"
#include <stdlib.h>

/* One statement that one actor took part, before both forms are one. */
typedef struct Statement {
    const ParticipationDraft *draft;
    uint32_t document, event; /* event: root draft */
    uint32_t actor;           /* RefId */
    uint32_t role;            /* number of the role's text, so that order is not that of pointers */
    uint32_t seq;
    RefId source;
    Slice evidence; /* in Forms.evidence */
} Statement;

typedef struct Forms {
    Linker *l;
    Lookup *role;      /* texts of roles → their numbers */
    uint32_t n_roles;
    GArray *statement; /* Statement of the drafts at hand, in order of document, event, actor, role */
    GArray *evidence;  /* MentionId */
    GArray *same;      /* scratch: const Statement * */
    GArray *proof;     /* scratch: MentionId */
} Forms;

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

static MentionId evidence_of(const Forms *f, const Statement *s, uint32_t i)
{
    return g_array_index(f->evidence, MentionId, s->evidence.first + i);
}

/* The mentions that prove it. */
static void find_evidence(Forms *f, Statement *s)
{
    const ParticipationDraft *d = s->draft;
    s->evidence.first = f->evidence->len;
    if (!mention_id_is_none(d->mention))
        g_array_append_val(f->evidence, d->mention);
    for (uint32_t i = 0; i < d->pointer.n; i++) {
        const Target *target = &g_array_index(f->l->b->target, Target, d->pointer.first + i);
        MentionId mention = mention_id_of(linker_find(f->l, f->l->mention_by_id, d->scope, target));
        if (mention_id_is_none(mention))
            diagnostics_add(f->l->b->diagnostics, DIAGNOSTIC_UNKNOWN_EVIDENCE, d->row.place, NULL,
                            "corresp names \"%s\", which is no mention", target->text);
        else
            g_array_append_val(f->evidence, mention);
    }
    s->evidence.n = f->evidence->len - s->evidence.first;
}

static uint32_t number_role(Forms *f, const char *role)
{
    uint32_t number = lookup_get(f->role, 0, role);
    if (number == UINT32_MAX) {
        number = f->n_roles++;
        lookup_set(f->role, 0, role, number);
    }
    return number;
}

/* Of drafts from … to-1. */
static void list_statements(Forms *f, guint from, guint to)
{
    Linker *l = f->l;
    g_array_set_size(f->statement, 0);
    g_array_set_size(f->evidence, 0);
    for (guint i = from; i < to; i++) {
        const ParticipationDraft *d = &g_array_index(l->b->participation, ParticipationDraft, i);
        if (l->said[i] == UINT32_MAX)
            continue;
        if (!mention_id_is_none(d->mention) && builder_mention(l->b, d->mention)->kind == MENTION_EVENT)
            continue; /* it turned out to name no actor */
        Statement s = {
            .draft = d, .document = d->row.document.i, .event = l->said[i], .seq = i, .source = ref_id_none()};
        RefId actor = linker_ref(l, d->scope, &d->actor, d->row.place);
        s.actor = actor.i;
        Ref *ref = &g_array_index(l->ref, Ref, actor.i);
        if (ref->hint == ACTOR_UNKNOWN)
            ref->hint = d->hint;
        if (d->source.text)
            s.source = linker_ref(l, d->scope, &d->source, d->row.place);
        s.role = number_role(f, d->row.role);
        find_evidence(f, &s);
        g_array_append_val(f->statement, s);
    }
    if (f->statement->len)
        qsort(f->statement->data, f->statement->len, sizeof(Statement), compare_statements);
}

static bool proves(const Forms *f, const Statement *s, MentionId mention)
{
    for (uint32_t i = 0; i < s->evidence.n; i++) {
        if (mention_id_equal(evidence_of(f, s, i), mention))
            return true;
    }
    return false;
}

/* Mentions that a relation gives as evidence and that do not say so themselves. */
static void report_silent_mentions(const Forms *f, const Statement *relation, const Statement *group, size_t n)
{
    for (uint32_t i = 0; i < relation->evidence.n; i++) {
        MentionId mention = evidence_of(f, relation, i);
        const Mention *m = builder_mention(f->l->b, mention);
        bool said = m->document.i != relation->document;
        for (size_t k = 0; k < n && !said; k++)
            said = is_short(&group[k]) && proves(f, &group[k], mention);
        if (!said)
            diagnostics_add(
                f->l->b->diagnostics, DIAGNOSTIC_FORMS_DISAGREE, m->place, NULL,
                "line %u gives this mention as evidence that \"%s\" is %s of \"%s\"; the mention does not say so",
                relation->draft->row.place.line, relation->draft->actor.text, relation->draft->row.role,
                event_id_text(f->l, relation));
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

/* The mentions of all these statements, in document order without repeats. */
static Slice unite_evidence(Forms *f)
{
    g_array_set_size(f->proof, 0);
    for (guint i = 0; i < f->same->len; i++) {
        const Statement *s = g_array_index(f->same, const Statement *, i);
        if (s->evidence.n)
            g_array_append_vals(f->proof, &g_array_index(f->evidence, MentionId, s->evidence.first), s->evidence.n);
    }
    if (f->proof->len > 1)
        g_array_sort(f->proof, compare_mentions);
    Slice slice = {f->l->evidence->len, 0};
    for (guint i = 0; i < f->proof->len; i++) {
        MentionId mention = g_array_index(f->proof, MentionId, i);
        if (i == 0 || !mention_id_equal(mention, g_array_index(f->proof, MentionId, i - 1)))
            g_array_append_val(f->l->evidence, mention);
    }
    slice.n = f->l->evidence->len - slice.first;
    return slice;
}

/* What the statements of one form in same say together: how certain, and by @ana. *loudest: the one of this certainty.
 */
typedef struct Saying {
    Certainty cert;
    unsigned flags; /* of the bloc; co-mention only where all say so */
    const Statement *loudest;
} Saying;

static const unsigned of_bloc = PART_BLOC_EXPAND | PART_BLOC_PARTIAL;

static Saying sum_up(const Forms *f, bool of_mentions)
{
    Saying sum = {.flags = PART_COMENTION};
    for (guint i = 0; i < f->same->len; i++) {
        const Statement *s = g_array_index(f->same, const Statement *, i);
        const Participation *row = &s->draft->row;
        if (is_short(s) != of_mentions)
            continue;
        Certainty cert = sum.loudest ? stronger(sum.cert, row->cert) : row->cert;
        sum.loudest = sum.loudest && cert == sum.cert ? sum.loudest : s;
        sum.cert = cert;
        sum.flags = ((sum.flags | row->flags) & of_bloc) | (sum.flags & row->flags & PART_COMENTION);
    }
    return sum;
}

static void report_saying(const Forms *f, const Statement *mention, const char *what, const char *here,
                          const char *there)
{
    diagnostics_add(f->l->b->diagnostics, DIAGNOSTIC_FORMS_DISAGREE, mention->draft->row.place, NULL,
                    "the mention says %s %s where \"%s\" is %s of \"%s\", its relation says %s; the relation counts",
                    what, here, mention->draft->actor.text, mention->draft->row.role, event_id_text(f->l, mention),
                    there);
}

/* A mention of several events has one @cert for all of them, which gainsays none. Its statements stand together. */
static bool speaks_of_several(const Forms *f, const Statement *s)
{
    const GArray *all = f->l->b->participation;
    const uint32_t beside[] = {s->seq ? s->seq - 1 : s->seq, s->seq + 1};
    for (size_t i = 0; i < G_N_ELEMENTS(beside); i++) {
        if (beside[i] < all->len &&
            mention_id_equal(g_array_index(all, ParticipationDraft, beside[i]).mention, s->draft->mention) &&
            f->l->said[beside[i]] != f->l->said[s->seq])
            return true;
    }
    return false;
}

/* Relations in same and mentions that repeat them: where both state a certainty it is the same, and of a bloc a mention
 * says no more than its relation. */
static void report_sayings(const Forms *f)
{
    Saying relation = sum_up(f, false), mention = sum_up(f, true);
    if (!mention.loudest)
        return;
    for (guint i = 0; i < f->same->len; i++) {
        const Statement *s = g_array_index(f->same, const Statement *, i);
        unsigned more = s->draft->row.flags & of_bloc & ~relation.flags;
        if (is_short(s) && more)
            report_saying(f, s, "ana", more & PART_BLOC_EXPAND ? "#bloc-expand" : "#bloc-partial",
                          relation.flags & PART_BLOC_EXPAND    ? "#bloc-expand"
                          : relation.flags & PART_BLOC_PARTIAL ? "#bloc-partial"
                                                               : "nothing of it");
    }
    if (mention.flags & ~relation.flags & PART_COMENTION)
        report_saying(f, mention.loudest, "ana", "#comention", "that it is stated");
    if (mention.cert != relation.cert && mention.cert != CERT_UNSTATED && relation.cert != CERT_UNSTATED &&
        !speaks_of_several(f, mention.loudest))
        report_saying(f, mention.loudest, "cert", certainty_name(mention.cert), certainty_name(relation.cert));
}

/* Writes the row of the statements in same; the form of the first is the one that counts. */
static void add_row(Forms *f)
{
    const Statement *first = g_array_index(f->same, const Statement *, 0);
    Participation row = first->draft->row;
    Saying sum = sum_up(f, is_short(first));
    for (guint i = 0; i < f->same->len; i++)
        row.flags |= g_array_index(f->same, const Statement *, i)->draft->row.flags;
    row.flags = (row.flags & ~(of_bloc | (unsigned)PART_COMENTION)) | sum.flags;
    row.cert = sum.cert;
    row.source = first->source;
    row.said_of = row.event = event_id_of(first->event);
    row.actor = ref_id_of(first->actor);
    row.evidence = unite_evidence(f);
    g_array_append_val(f->l->participation, row);
}

static void add_to_same(Forms *f, const Statement *s)
{
    g_array_append_val(f->same, s);
}

/* The relations that say one actor was in one role: a row for each status, the first stated one with what mentions add.
 */
static bool merge_relations(Forms *f, const Statement *group, size_t n, bool event_has_short)
{
    bool repeats = false;
    uint32_t done = 0; /* a bit for each status */
    for (size_t i = 0; i < n; i++) {
        ParticipationStatus status = group[i].draft->row.status;
        if (is_short(&group[i]) || done & 1u << status)
            continue;
        done |= 1u << status;
        g_array_set_size(f->same, 0);
        for (size_t k = i; k < n; k++) {
            if (is_short(&group[k]) || group[k].draft->row.status != status)
                continue;
            add_to_same(f, &group[k]);
            if (event_has_short && is_long_stated(&group[k]) && status == PART_STATED)
                report_silent_mentions(f, &group[k], group, n);
        }
        for (size_t k = 0; k < n && is_long_stated(&group[i]) && !repeats; k++) {
            if (is_short(&group[k]))
                add_to_same(f, &group[k]);
        }
        repeats = repeats || is_long_stated(&group[i]);
        report_sayings(f);
        add_row(f);
    }
    return repeats;
}

/* One actor in one role of one event. */
static void merge_group(Forms *f, const Statement *group, size_t n, bool event_has_long, bool event_has_short)
{
    if (merge_relations(f, group, n, event_has_short))
        return;
    g_array_set_size(f->same, 0);
    for (size_t k = 0; k < n; k++) {
        if (!is_short(&group[k]))
            continue;
        add_to_same(f, &group[k]);
        if (event_has_long)
            diagnostics_add(f->l->b->diagnostics, DIAGNOSTIC_FORMS_DISAGREE, group[k].draft->row.place, NULL,
                            "the mention says that \"%s\" is %s of \"%s\", its relations do not; it is not counted",
                            group[k].draft->actor.text, group[k].draft->row.role, event_id_text(f->l, &group[k]));
    }
    if (f->same->len && !event_has_long)
        add_row(f);
}

/* All that one document says of one event. */
static void merge_event(Forms *f, const Statement *said, size_t n)
{
    bool has_long = false, has_short = false;
    for (size_t i = 0; i < n; i++) {
        has_long = has_long || is_long_stated(&said[i]);
        has_short = has_short || is_short(&said[i]);
    }
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && compare_keys(&said[from], &said[to]) == 0;)
            to++;
        merge_group(f, said + from, to - from, has_long, has_short);
    }
}

static int compare_rows(const void *a, const void *b)
{
    const Participation *x = *(const Participation *const *)a, *y = *(const Participation *const *)b;
    const uint32_t key[][2] = {{x->document.i, y->document.i},     {x->place.line, y->place.line},
                               {x->place.column, y->place.column}, {x->said_of.i, y->said_of.i},
                               {x->actor.i, y->actor.i},           {x->evidence.first, y->evidence.first}};
    for (size_t i = 0; i < G_N_ELEMENTS(key); i++) {
        if (key[i][0] != key[i][1])
            return key[i][0] < key[i][1] ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

/* Rows were written event by event; a corpus has them as they stand in the texts. */
static void sort_rows(Linker *l)
{
    guint n = l->participation->len;
    const Participation *row = (const Participation *)(void *)l->participation->data;
    g_autofree const Participation **order = g_new(const Participation *, n + 1);
    for (guint i = 0; i < n; i++)
        order[i] = &row[i];
    qsort(order, n, sizeof *order, compare_rows);
    GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(Participation), n);
    for (guint i = 0; i < n; i++)
        g_array_append_val(sorted, *order[i]);
    g_array_free(l->participation, TRUE);
    l->participation = sorted;
}

static DocumentId document_of(const Builder *b, guint draft)
{
    return g_array_index(b->participation, ParticipationDraft, draft).row.document;
}

/* Where the drafts of the document of one end; all of them where those of a document do not stand together. */
static guint end_of_document(const Builder *b, guint from, bool together)
{
    guint to = from + 1;
    while (to < b->participation->len && (!together || document_of(b, to).i == document_of(b, from).i))
        to++;
    return to;
}

static bool documents_stand_together(const Builder *b)
{
    for (guint i = 1; i < b->participation->len; i++)
        if (document_of(b, i).i < document_of(b, i - 1).i)
            return false;
    return true;
}

static void merge_statements(Forms *f)
{
    const Statement *s = (const Statement *)(void *)f->statement->data;
    guint n = f->statement->len;
    for (guint from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && s[to].document == s[from].document && s[to].event == s[from].event;)
            to++;
        merge_event(f, s + from, to - from);
    }
}

void participations_link(Linker *l)
{
    Builder *b = l->b;
    Forms f = {.l = l,
               .role = lookup_new(),
               .statement = g_array_new(FALSE, FALSE, sizeof(Statement)),
               .evidence = g_array_new(FALSE, FALSE, sizeof(MentionId)),
               .same = g_array_new(FALSE, FALSE, sizeof(Statement *)),
               .proof = g_array_new(FALSE, FALSE, sizeof(MentionId))};
    bool together = documents_stand_together(b); /* then one document's statements are kept at a time */
    for (guint from = 0, to; from < b->participation->len; from = to) {
        to = end_of_document(b, from, together);
        list_statements(&f, from, to);
        merge_statements(&f);
    }
    lookup_free(f.role);
    g_array_free(f.statement, TRUE);
    g_array_free(f.evidence, TRUE);
    g_array_free(f.same, TRUE);
    g_array_free(f.proof, TRUE);
    linker_forget(l);
    sort_rows(l);
}
