/* recall.c - a corpus read with its text, turned back into drafts. */
#include "recall.h"
#include "deliver.h"
#include <string.h>

typedef struct Recall {
    const Corpus *c;
    Draft *draft;
    GHashTable *actor; /* id → row of draft->actor + 1 */
    GHashTable *event; /* id → row of draft->event + 1 */
    uint32_t *mark;    /* by mention: row of draft->mark + 1, or 0 */
} Recall;

static const char *own(const Recall *r, const char *s) { return pool_string(r->draft->pool, s); }

static bool by_rule(const char *resp) { return resp && strncmp(resp, DELIVER_RESP, strlen(DELIVER_RESP)) == 0; }

static const Record *record_of(const Corpus *c, DocumentId document, const char *id)
{
    const Record *shared = NULL;
    for (size_t i = 0; i < c->n_records; i++) {
        const Record *row = &c->record[i];
        if (strcmp(row->id, id) != 0)
            continue;
        if (row->document.i == document.i)
            return row;
        if (c->document[row->document.i].authority)
            shared = row;
    }
    return shared;
}

/* The row of the actor with this id, made from its record where there is none. */
static uint32_t actor_row(Recall *r, DocumentId document, const char *id, ActorType hint)
{
    uint32_t row = GPOINTER_TO_UINT(g_hash_table_lookup(r->actor, id));
    if (row)
        return row - 1;
    const Record *record = record_of(r->c, document, id);
    DraftActor a = {.id = own(r, id),
                    .type = record ? record->type : hint,
                    .kind = MARK_PLACE,
                    .label = own(r, record ? record->label : NULL),
                    .subtype = own(r, record ? record->subtype : NULL),
                    .variants = {r->draft->variant->len, 0},
                    .cert = CERT_UNSTATED};
    for (uint32_t i = 0; record && i < record->variants.n; i++) {
        const char *variant = own(r, r->c->variant[record->variants.first + i]);
        g_array_append_val(r->draft->variant, variant);
        a.variants.n++;
    }
    if (record && record->identifiers.n) {
        const Identifier *identifier = &r->c->identifier[record->identifiers.first];
        a.scheme = own(r, identifier->scheme);
        a.identifier = own(r, identifier->value);
    }
    row = r->draft->actor->len;
    g_array_append_val(r->draft->actor, a);
    g_hash_table_insert(r->actor, (void *)(uintptr_t)a.id, GUINT_TO_POINTER(row + 1));
    return row;
}

/* A reference by name stays one: the mark then has no target. */
static uint32_t row_of_ref(Recall *r, RefId ref, ActorType hint)
{
    const Ref *row = &r->c->ref[ref.i];
    return row->kind == REF_NAME ? ID_NONE : actor_row(r, row->document, row->text, hint);
}

static void add_blocks(Recall *r, DocumentId document)
{
    const Corpus *c = r->c;
    uint32_t zone_to = 0;
    BlockKind zone = BLOCK_BOILERPLATE;
    for (size_t i = 0; i < c->n_stretches; i++) {
        const Stretch *s = &c->stretch[i];
        if (s->document.i != document.i || s->kind == STRETCH_SENTENCE)
            continue;
        if (s->kind == STRETCH_ZONE) {
            zone_to = s->to;
            zone = s->type && strcmp(s->type, "sidebar") == 0 ? BLOCK_SIDEBAR : BLOCK_BOILERPLATE;
            continue;
        }
        BlockKind kind = s->kind == STRETCH_HEAD                       ? BLOCK_HEAD
                         : s->type && strcmp(s->type, "caption") == 0  ? BLOCK_CAPTION
                         : s->type && strcmp(s->type, "dateline") == 0 ? BLOCK_DATELINE
                                                                       : BLOCK_PARAGRAPH;
        guint n = r->draft->block->len;
        if (s->to > s->from && (n == 0 || draft_block(r->draft, n - 1)->to <= s->from)) /* nested ones count once */
            draft_add_block(r->draft, s->from < zone_to ? zone : kind, s->from, s->to);
    }
}

static uint32_t event_row(const Recall *r, const char *id)
{
    return id ? GPOINTER_TO_UINT(g_hash_table_lookup(r->event, id)) : 0;
}

static void add_events(Recall *r, DocumentId document)
{
    for (size_t i = 0; i < r->c->n_events; i++) {
        const Event *e = &r->c->event[i];
        if (e->document.i != document.i || e->kind != EVENT_ANNOTATED || by_rule(e->resp))
            continue;
        DraftEvent row = {.id = own(r, e->id),
                          .label = own(r, e->label),
                          .type = own(r, e->type),
                          .series = own(r, e->series),
                          .where = own(r, e->where),
                          .status = e->status,
                          .first = e->first,
                          .last = e->last,
                          .parent = ID_NONE,
                          .open = e->open,
                          .cert = CERT_UNSTATED};
        g_array_append_val(r->draft->event, row);
        g_hash_table_insert(r->event, (void *)(uintptr_t)row.id, GUINT_TO_POINTER(r->draft->event->len));
    }
    for (size_t i = 0; i < r->c->n_events; i++) {
        const Event *e = &r->c->event[i];
        uint32_t row = e->document.i == document.i ? event_row(r, e->id) : 0;
        uint32_t parent = event_id_is_none(e->parent) ? 0 : event_row(r, r->c->event[e->parent.i].id);
        if (row && parent)
            draft_event(r->draft, row - 1)->parent = parent - 1;
    }
}

static void add_mention(Recall *r, uint32_t i)
{
    const Mention *m = &r->c->mention[i];
    const Marking *marking = &r->c->marking[i];
    uint32_t event = event_row(r, marking->event);
    g_autoptr(GArray) target = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    Mark mark = {.from = marking->from,
                 .to = marking->to,
                 .kind = m->kind == MENTION_EVENT   ? MARK_EVENT
                         : m->type != ACTOR_UNKNOWN ? (MarkKind)m->type
                                                    : MARK_AGENCY,
                 .class = own(r, marking->subtype),
                 .first = DATE_UNKNOWN,
                 .last = DATE_UNKNOWN,
                 .cert = marking->cert,
                 .id = own(r, m->id)};
    if (event--)
        g_array_append_val(target, event);
    for (uint32_t k = 0; mark.kind != MARK_EVENT && k < m->refs.n; k++) {
        uint32_t row = row_of_ref(r, r->c->mention_ref[m->refs.first + k], m->type);
        if (row != ID_NONE)
            g_array_append_val(target, row);
    }
    mark.targets = draft_add_targets(r->draft, (const uint32_t *)(const void *)target->data, target->len);
    g_array_append_val(r->draft->mark, mark);
    r->mark[i] = r->draft->mark->len;
}

static void add_remark(Recall *r, const Remark *remark)
{
    static const MarkKind kind[N_REMARK_KINDS] = {MARK_PLACE, MARK_DATE, MARK_ROLE, MARK_INSTRUMENT};
    Mark mark = {.from = remark->from,
                 .to = remark->to,
                 .kind = kind[remark->kind],
                 .class = remark->kind == REMARK_ROLE ? own(r, remark->type) : NULL,
                 .first = DATE_UNKNOWN,
                 .last = DATE_UNKNOWN,
                 .cert = remark->cert,
                 .id = own(r, remark->id)};
    if (remark->when && date_parse(remark->when, &mark.first))
        mark.last = mark.first;
    if (remark->target) {
        ActorType hint = remark->kind == REMARK_ROLE ? ACTOR_OFFICIAL : ACTOR_UNKNOWN;
        uint32_t row = actor_row(r, remark->document, remark->target, hint);
        if (hint == ACTOR_UNKNOWN && draft_actor(r->draft, row)->type == ACTOR_UNKNOWN) {
            draft_actor(r->draft, row)->kind = mark.kind;
            draft_actor(r->draft, row)->subtype = own(r, remark->type);
        }
        mark.targets = draft_add_targets(r->draft, &row, 1);
    }
    g_array_append_val(r->draft->mark, mark);
}

static void add_participations(Recall *r, DocumentId document)
{
    for (size_t i = 0; i < r->c->n_participations; i++) {
        const Participation *p = &r->c->participation[i];
        uint32_t event =
            p->document.i == document.i && !by_rule(p->resp) ? event_row(r, r->c->event[p->said_of.i].id) : 0;
        uint32_t actor = event ? row_of_ref(r, p->actor, ACTOR_UNKNOWN) : ID_NONE;
        if (actor == ID_NONE || (p->flags & PART_UNIT))
            continue;
        DraftParticipation row = {.event = event - 1,
                                  .actor = actor,
                                  .role = own(r, p->role),
                                  .status = p->status,
                                  .flags = p->flags & (PART_BLOC_EXPAND | PART_BLOC_PARTIAL | PART_COMENTION),
                                  .evidence = {r->draft->target->len, 0},
                                  .cert = p->cert};
        for (uint32_t k = 0; k < p->evidence.n; k++) {
            uint32_t mark = r->mark[r->c->evidence[p->evidence.first + k].i];
            if (mark) {
                Slice one = draft_add_targets(r->draft, &(uint32_t){mark - 1}, 1);
                row.evidence.n += one.n;
            }
        }
        g_array_append_val(r->draft->participation, row);
    }
}

static void add_affiliations(Recall *r, DocumentId document)
{
    for (size_t i = 0; i < r->c->n_affiliations; i++) {
        const Affiliation *a = &r->c->affiliation[i];
        if (a->document.i != document.i || by_rule(a->resp) || a->kind == AFFILIATION_BLOC_MEMBER)
            continue;
        uint32_t active = row_of_ref(r, a->active, ACTOR_UNKNOWN), passive = row_of_ref(r, a->passive, ACTOR_UNKNOWN);
        if (active == ID_NONE || passive == ID_NONE)
            continue;
        DraftAffiliation row = {
            .kind = a->kind, .active = active, .passive = passive, .from = a->from, .to = a->to, .cert = CERT_UNSTATED};
        g_array_append_val(r->draft->affiliation, row);
    }
}

static Draft *recall(const Corpus *c, DocumentId id, uint32_t *mark)
{
    const Document *d = &c->document[id.i];
    Recall r = {.c = c,
                .draft = draft_new(d->path, d->text, d->n_text),
                .mark = mark,
                .actor = g_hash_table_new(g_str_hash, g_str_equal),
                .event = g_hash_table_new(g_str_hash, g_str_equal)};
    Draft *draft = r.draft;
    draft->source = DRAFT_TEI;
    draft->id = own(&r, d->id);
    draft->digest = own(&r, d->digest);
    draft->title = own(&r, d->title);
    draft->outlet = own(&r, d->outlet);
    draft->url = own(&r, d->url);
    draft->language = own(&r, d->language ? d->language : "und");
    draft->language_basis = d->language ? "declared" : "none";
    draft->date = d->date;
    add_blocks(&r, id);
    add_events(&r, id);
    for (uint32_t i = 0; i < c->n_mentions; i++) {
        if (c->mention[i].document.i == id.i && c->marking[i].to > c->marking[i].from && !by_rule(c->marking[i].resp))
            add_mention(&r, i);
    }
    for (size_t i = 0; i < c->n_remarks; i++) {
        if (c->remark[i].document.i == id.i && !by_rule(c->remark[i].resp))
            add_remark(&r, &c->remark[i]);
    }
    add_participations(&r, id);
    add_affiliations(&r, id);
    g_hash_table_unref(r.actor);
    g_hash_table_unref(r.event);
    return draft;
}

bool recall_read(const char *const *path, size_t n, GPtrArray *drafts, Diagnostics *diagnostics, GError **error)
{
    ReadOptions options = {.unit = {UNIT_EVENT, 0}, .keep_text = true};
    g_autoptr(Corpus) c = corpus_read(path, n, &options, diagnostics, error);
    if (!c)
        return false;
    g_autofree uint32_t *mark = g_new0(uint32_t, c->n_mentions + 1);
    for (uint32_t i = 0; i < c->n_documents; i++) {
        const Document *d = &c->document[i];
        if (d->n_text && d->n_text <= DRAFT_MAX_TEXT)
            g_ptr_array_add(drafts, recall(c, document_id_of(i), mark));
    }
    return true;
}
