/* assessment.c - the spans of two annotations matched: same place and class, or at least some of the place. */
#include "assessment.h"
#include "error.h"
#include "ink.h"
#include <math.h>
#include <string.h>

const char *span_class_name(SpanClass class)
{
    static const char *const name[] = {"country", "agency", "official", "bloc", "untyped", "event",
                                       "place",   "date",   "role",     "name", "all"};
    return name[class];
}

double count_precision(const AssessmentCount *c)
{
    return c->n_system ? (double)c->n_match / (double)c->n_system : NAN;
}

double count_recall(const AssessmentCount *c) { return c->n_gold ? (double)c->n_match / (double)c->n_gold : NAN; }

double count_f1(const AssessmentCount *c)
{
    return c->n_gold + c->n_system ? 2 * (double)c->n_match / (double)(c->n_gold + c->n_system) : NAN;
}

/* --- documents --- */

static bool is_text(const Document *d) { return d->text && d->n_text && !d->authority; }

static GArray *texts_of(const Corpus *corpus)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(DocumentId));
    for (uint32_t i = 0; i < corpus->n_documents; i++) {
        DocumentId id = document_id_of(i);
        if (is_text(&corpus->document[i]))
            g_array_append_val(list, id);
    }
    return list;
}

static const Document *text_at(const Corpus *corpus, const GArray *list, guint i)
{
    return &corpus->document[g_array_index(list, DocumentId, i).i];
}

/* The name of its file up to the first dot, without the d that annotate puts before a digit: no id begins with one.
 * Heap. */
static char *stem(const Document *d)
{
    g_autofree char *file = g_path_get_basename(d->name ? d->name : d->id);
    const char *name = *file == 'd' && g_ascii_isdigit(file[1]) ? file + 1 : file;
    return g_strndup(name, strcspn(name, "."));
}

/* The first free text of the system whose id, or else the name of whose file, is the same; its number plus one, or 0.
 */
static guint find_text(GHashTable *by_id, GHashTable *by_stem, const bool *used, const Document *d)
{
    g_autofree char *name = stem(d);
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(by_id, d->id));
    if (!found || used[found - 1])
        found = GPOINTER_TO_UINT(g_hash_table_lookup(by_stem, name));
    return found && !used[found - 1] ? found : 0;
}

static void pair_documents(Assessment *a)
{
    g_autoptr(GArray) gold = texts_of(a->side[GOLD].corpus), system = texts_of(a->side[SYSTEM].corpus);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) by_stem = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree bool *used = g_new0(bool, system->len + 1);
    bool single = gold->len == 1 && system->len == 1;
    for (guint i = system->len; i-- > 0;) {
        const Document *d = text_at(a->side[SYSTEM].corpus, system, i);
        g_hash_table_insert(by_id, (void *)d->id, GUINT_TO_POINTER(i + 1));
        g_hash_table_insert(by_stem, stem(d), GUINT_TO_POINTER(i + 1));
    }
    a->document = g_new0(struct AssessedDocument, gold->len + 1);
    for (guint i = 0; i < gold->len; i++) {
        const Document *d = text_at(a->side[GOLD].corpus, gold, i);
        guint found = single ? 1 : find_text(by_id, by_stem, used, d);
        if (!found) {
            g_ptr_array_add(a->alone[GOLD], (void *)d->id);
            continue;
        }
        used[found - 1] = true;
        a->document[a->n_documents++] = (struct AssessedDocument){
            .id = {g_array_index(gold, DocumentId, i), g_array_index(system, DocumentId, found - 1)}};
    }
    for (guint i = 0; i < system->len; i++)
        if (!used[i])
            g_ptr_array_add(a->alone[SYSTEM], (void *)text_at(a->side[SYSTEM].corpus, system, i)->id);
}

/* --- spans --- */

static SpanClass class_of(const Mention *m)
{
    if (m->kind == MENTION_EVENT)
        return SPAN_EVENT;
    switch (m->type) {
    case ACTOR_COUNTRY:
        return SPAN_COUNTRY;
    case ACTOR_AGENCY:
        return SPAN_AGENCY;
    case ACTOR_OFFICIAL:
        return SPAN_OFFICIAL;
    case ACTOR_BLOC:
        return SPAN_BLOC;
    default:
        return SPAN_UNTYPED;
    }
}

static SpanClass class_of_remark(RemarkKind kind)
{
    static const SpanClass class[] = {SPAN_PLACE, SPAN_DATE, SPAN_ROLE, SPAN_NAME};
    return class[kind];
}

static int compare_spans(const void *a, const void *b)
{
    const AgreedSpan *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    if (x->class != y->class)
        return x->class < y->class ? -1 : 1;
    if (x->mention.i != y->mention.i)
        return x->mention.i < y->mention.i ? -1 : 1;
    return x->remark < y->remark ? -1 : x->remark > y->remark;
}

/* Where a side's documents are in the pairs, UINT32_MAX where they are in none; and the text of each as ink. */
typedef struct Texts {
    uint32_t *pair;    /* by document */
    GPtrArray *ink;    /* by pair */
    uint32_t **answer; /* by pair: character of this side → of the gold's; NULL: it is the gold */
} Texts;

/* Appends the span unless it is empty. */
static void add_span(Assessment *a, int side, const Texts *t, DocumentId document, uint32_t from, uint32_t to,
                     AgreedSpan span)
{
    span.pair = t->pair[document.i];
    if (span.pair == ASSESSMENT_NONE || from >= to)
        return;
    const Ink *ink = g_ptr_array_index(t->ink, span.pair);
    span.from = ink->before[from];
    span.to = ink->before[to];
    if (span.from == span.to)
        return;
    if (t->answer) {
        const uint32_t *answer = t->answer[span.pair];
        bool known = answer[span.from] != ASSESSMENT_NONE && answer[span.to - 1] != ASSESSMENT_NONE;
        span.to = known ? answer[span.to - 1] + 1 : 0;
        span.from = known ? answer[span.from] : 0;
    }
    span.exact = span.overlap = span.other = span.around = ASSESSMENT_NONE;
    a->span[side][a->n_spans[side]++] = span;
}

static bool in_zone(const Corpus *corpus, const Remark *r)
{
    size_t first = 0, end = corpus->n_stretches;
    while (first < end) { /* the first stretch of the document */
        size_t middle = first + (end - first) / 2;
        if (corpus->stretch[middle].document.i < r->document.i)
            first = middle + 1;
        else
            end = middle;
    }
    for (const Stretch *s = corpus->stretch + first; s < corpus->stretch + corpus->n_stretches; s++) {
        if (s->document.i != r->document.i || s->from > r->from)
            break;
        if (s->kind == STRETCH_ZONE && r->to <= s->to)
            return true;
    }
    return false;
}

static int compare_by_pair(const void *a, const void *b)
{
    const AgreedSpan *x = a, *y = b;
    return x->pair != y->pair ? (x->pair < y->pair ? -1 : 1) : compare_spans(a, b);
}

static void add_spans(Assessment *a, int side, const Texts *t)
{
    const Corpus *corpus = a->side[side].corpus;
    a->span[side] = g_new(AgreedSpan, corpus->n_mentions + corpus->n_remarks + 1);
    for (uint32_t i = 0; i < corpus->n_mentions; i++) {
        const Mention *m = &corpus->mention[i];
        AgreedSpan span = {.mention = mention_id_of(i), .remark = ASSESSMENT_NONE, .class = class_of(m)};
        if (m->kind != MENTION_SPEAKER && !m->in_zone)
            add_span(a, side, t, m->document, corpus->marking[i].from, corpus->marking[i].to, span);
    }
    for (uint32_t i = 0; i < corpus->n_remarks; i++) {
        const Remark *r = &corpus->remark[i];
        AgreedSpan span = {.mention = mention_id_none(), .remark = i, .class = class_of_remark(r->kind)};
        if (!in_zone(corpus, r))
            add_span(a, side, t, r->document, r->from, r->to, span);
    }
    if (a->n_spans[side])
        qsort(a->span[side], a->n_spans[side], sizeof(AgreedSpan), compare_by_pair);
}

static uint32_t shared(const AgreedSpan *x, const AgreedSpan *y)
{
    uint32_t from = MAX(x->from, y->from), to = MIN(x->to, y->to);
    return to > from ? to - from : 0;
}

/* The spans of one pair of documents on each side. */
typedef struct Range {
    size_t first[N_SIDES], end[N_SIDES];
} Range;

/* Both lists are in order of place: a merge. */
static void match_exact(Assessment *a, const Range *r)
{
    size_t i = r->first[GOLD], j = r->first[SYSTEM];
    while (i < r->end[GOLD] && j < r->end[SYSTEM]) {
        AgreedSpan *g = &a->span[GOLD][i], *s = &a->span[SYSTEM][j];
        AgreedSpan like = *s;
        like.mention = g->mention;
        like.remark = g->remark;
        int order = compare_spans(g, &like);
        if (order == 0 && s->to > s->from) {
            g->exact = g->overlap = (uint32_t)j;
            s->exact = s->overlap = (uint32_t)i;
        }
        i += order <= 0;
        j += order >= 0;
    }
}

/* Each of the gold's that has no exact match gets the free one it shares most with. */
static void match_overlap(Assessment *a, const Range *r)
{
    uint32_t longest = 0;
    size_t begin = r->first[SYSTEM];
    for (size_t j = begin; j < r->end[SYSTEM]; j++)
        longest = MAX(longest, a->span[SYSTEM][j].to - a->span[SYSTEM][j].from);
    for (size_t i = r->first[GOLD]; i < r->end[GOLD]; i++) {
        AgreedSpan *g = &a->span[GOLD][i];
        uint32_t best = 0;
        for (; begin < r->end[SYSTEM] && a->span[SYSTEM][begin].from + longest <= g->from; begin++)
            ;
        for (size_t j = begin; j < r->end[SYSTEM] && a->span[SYSTEM][j].from < g->to; j++) {
            AgreedSpan *s = &a->span[SYSTEM][j];
            uint32_t common = shared(g, s);
            if (common && s->class != g->class) {
                g->other = g->other == ASSESSMENT_NONE ? (uint32_t)j : g->other;
                s->other = s->other == ASSESSMENT_NONE ? (uint32_t)i : s->other;
            }
            if (g->exact == ASSESSMENT_NONE && s->overlap == ASSESSMENT_NONE && s->class == g->class && common > best) {
                best = common;
                g->overlap = (uint32_t)j;
            }
        }
        if (g->exact == ASSESSMENT_NONE && g->overlap != ASSESSMENT_NONE)
            a->span[SYSTEM][g->overlap].overlap = (uint32_t)i;
    }
}

/* The gold's spans come in order of their beginnings: those around one of the system's began before its end. */
static void find_around(Assessment *a, const Range *r)
{
    uint32_t longest = 0;
    size_t begin = r->first[GOLD];
    for (size_t i = begin; i < r->end[GOLD]; i++)
        longest = MAX(longest, a->span[GOLD][i].to - a->span[GOLD][i].from);
    for (size_t j = r->first[SYSTEM]; j < r->end[SYSTEM]; j++) {
        AgreedSpan *s = &a->span[SYSTEM][j];
        uint32_t n = s->to - s->from, best = UINT32_MAX;
        for (; begin < r->end[GOLD] && a->span[GOLD][begin].from + longest <= s->from; begin++)
            ;
        if (n == 0 || s->exact != ASSESSMENT_NONE || s->overlap != ASSESSMENT_NONE)
            continue;
        for (size_t i = begin; i < r->end[GOLD] && a->span[GOLD][i].from <= s->from; i++) {
            uint32_t length = a->span[GOLD][i].to - a->span[GOLD][i].from;
            bool met = a->span[GOLD][i].overlap != ASSESSMENT_NONE; /* else the inner one stands for it, wrongly */
            if (!met || a->span[GOLD][i].to < s->to || length <= n || length >= best)
                continue;
            best = length;
            s->around = (uint32_t)i;
        }
        a->n_nested += s->around != ASSESSMENT_NONE && span_counts(s->class);
    }
}

static void count_spans(Assessment *a)
{
    for (int side = GOLD; side < N_SIDES; side++) {
        for (size_t i = 0; i < a->n_spans[side]; i++) {
            const AgreedSpan *s = &a->span[side][i];
            const SpanClass both[] = {s->class, SPAN_ALL};
            for (int k = 0; k < (span_counts(s->class) ? 2 : 1); k++) {
                AssessmentCount *exact = &a->exact[both[k]], *overlap = &a->overlap[both[k]];
                *(side == GOLD ? &exact->n_gold : &exact->n_system) += 1;
                *(side == GOLD ? &overlap->n_gold : &overlap->n_system) += 1;
                exact->n_match += side == GOLD && s->exact != ASSESSMENT_NONE;
                overlap->n_match += side == GOLD && s->overlap != ASSESSMENT_NONE;
            }
        }
    }
}

static void texts_init(Texts *t, Assessment *a, int side)
{
    const Corpus *corpus = a->side[side].corpus;
    t->pair = g_new(uint32_t, corpus->n_documents + 1);
    t->ink = g_ptr_array_new_with_free_func((GDestroyNotify)ink_free);
    t->answer = NULL;
    for (size_t d = 0; d < corpus->n_documents; d++)
        t->pair[d] = ASSESSMENT_NONE;
    for (uint32_t p = 0; p < a->n_documents; p++) {
        uint32_t d = a->document[p].id[side].i;
        t->pair[d] = p;
        g_ptr_array_add(t->ink, ink_new(corpus->document[d].text, corpus->document[d].n_text));
    }
}

/* Holds the system's texts against the gold's. */
static void texts_align(Texts *t, const Texts *gold, Assessment *a)
{
    t->answer = g_new(uint32_t *, a->n_documents + 1);
    for (uint32_t p = 0; p < a->n_documents; p++) {
        const Ink *ink = g_ptr_array_index(t->ink, p);
        t->answer[p] = ink_align(g_ptr_array_index(gold->ink, p), ink);
        for (uint32_t i = 0; i < ink->n; i++)
            a->document[p].n_apart += t->answer[p][i] == ASSESSMENT_NONE;
    }
    t->answer[a->n_documents] = NULL;
}

static void texts_clear(Texts *t)
{
    for (size_t p = 0; t->answer && p < t->ink->len; p++)
        g_free(t->answer[p]);
    g_free(t->answer);
    g_free(t->pair);
    g_clear_pointer(&t->ink, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Texts, texts_clear)

static void match_spans(Assessment *a)
{
    g_auto(Texts) gold = {0}, system = {0};
    texts_init(&gold, a, GOLD);
    texts_init(&system, a, SYSTEM);
    texts_align(&system, &gold, a);
    add_spans(a, GOLD, &gold);
    add_spans(a, SYSTEM, &system);
    Range r = {0};
    for (uint32_t p = 0; p < a->n_documents; p++) {
        for (int side = GOLD; side < N_SIDES; side++) {
            r.first[side] = r.end[side];
            while (r.end[side] < a->n_spans[side] && a->span[side][r.end[side]].pair == p)
                r.end[side]++;
        }
        match_exact(a, &r);
        match_overlap(a, &r);
        find_around(a, &r);
    }
    count_spans(a);
}

Assessment *assessment_new(const AssessmentSide *gold, const AssessmentSide *system, GError **error)
{
    g_autoptr(Assessment) a = g_new0(Assessment, 1);
    a->side[GOLD] = *gold;
    a->side[SYSTEM] = *system;
    for (int side = GOLD; side < N_SIDES; side++)
        a->alone[side] = g_ptr_array_new();
    if ((gold->corpus->n_mentions && !gold->corpus->marking) ||
        (system->corpus->n_mentions && !system->corpus->marking)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_IO, "an annotation without its text cannot be scored");
        return NULL;
    }
    pair_documents(a);
    if (!a->n_documents) {
        g_set_error(
            error, ENTENTE_ERROR, ERROR_USAGE,
            "the two annotations share no text: documents are matched by their ids or the names of their files%s%s",
            a->alone[GOLD]->len ? "; the gold has " : "",
            a->alone[GOLD]->len ? (const char *)g_ptr_array_index(a->alone[GOLD], 0) : "");
        return NULL;
    }
    match_spans(a);
    assessment_match_actors(a);
    a->links = assessment_links(a);
    assessment_match_events(a);
    return g_steal_pointer(&a);
}

void assessment_free(Assessment *a)
{
    if (!a)
        return;
    for (int side = GOLD; side < N_SIDES; side++) {
        g_clear_pointer(&a->alone[side], g_ptr_array_unref);
        g_free(a->span[side]);
        g_free(a->participation[side]);
    }
    g_free(a->document);
    g_free(a->actor_of);
    g_free(a->event_of);
    g_free(a);
}
