/* deliver.c - every row of a draft becomes the row of a corpus that a reader of its TEI would make. */
#include "deliver.h"
#include "builder.h"
#include "utf8.h"
#include <string.h>

typedef struct Delivery {
    Builder *b;
    const Draft *draft;
    DocumentId document, authority; /* authority: none without */
    GHashTable *shared;             /* ids of actors that the authority file has */
    GHashTable *resp;               /* name of a rule, by its address → @resp */
    const char *path;               /* of the draft */
} Delivery;

static const char *own(const Delivery *d, const char *s) { return pool_string(d->b->pool, s); }

static const char *resp(const Delivery *d, const char *rule)
{
    if (!rule)
        return NULL; /* a person's mark is nobody else's */
    const char *known = g_hash_table_lookup(d->resp, rule);
    if (!known) {
        g_autofree char *text = g_strconcat(DELIVER_RESP "-", rule, NULL);
        known = own(d, text);
        g_hash_table_insert(d->resp, (void *)(uintptr_t)rule, (void *)(uintptr_t)known);
    }
    return known;
}

static void take_draft(Delivery *d, const Draft *draft)
{
    d->draft = draft;
    d->path = g_intern_string(draft->path);
}

static Place place(const Delivery *d) { return (Place){d->path, 0, 0}; }

static Target by_id(const Delivery *d, const char *id) { return (Target){REF_ID, own(d, id), NULL}; }

static const char *block_type(BlockKind kind)
{
    switch (kind) {
    case BLOCK_DATELINE:
        return "dateline";
    case BLOCK_CAPTION:
        return "caption";
    case BLOCK_SIDEBAR:
        return "sidebar";
    case BLOCK_BOILERPLATE:
        return "boilerplate";
    case BLOCK_HEAD:
    case BLOCK_PARAGRAPH:
        break;
    }
    return NULL;
}

static void add_stretches(const Delivery *d)
{
    const GArray *block = d->draft->block;
    Stretch zone = {.kind = STRETCH_ZONE, .document = d->document};
    for (guint i = 0; i < block->len; i++) {
        const Block *b = draft_block(d->draft, i);
        bool junk = block_is_junk(b->kind);
        if (junk && zone.to && zone.type == own(d, block_type(b->kind))) {
            zone.to = b->to;
        } else {
            builder_add_stretch(d->b, zone);
            zone.type = own(d, block_type(b->kind));
            zone.from = junk ? b->from : 0;
            zone.to = junk ? b->to : 0;
        }
        Stretch s = {b->kind == BLOCK_HEAD ? STRETCH_HEAD : STRETCH_PARAGRAPH, d->document, b->from, b->to,
                     junk ? NULL : own(d, block_type(b->kind))};
        builder_add_stretch(d->b, s);
    }
    builder_add_stretch(d->b, zone);
}

/* Pointers to the actors of a mark; without any, its words. */
static Slice refs_of(const Delivery *d, const Mark *m, const char *words)
{
    Slice refs = {d->b->target->len, 0};
    for (uint32_t i = 0; i < m->targets.n; i++) {
        Target t = by_id(d, draft_actor(d->draft, draft_target(d->draft, m->targets.first + i))->id);
        g_array_append_val(d->b->target, t);
        refs.n++;
    }
    if (refs.n == 0 && *words) {
        Target t = {REF_NAME, words, NULL};
        g_array_append_val(d->b->target, t);
        refs.n = 1;
    }
    return refs;
}

/* The words of a mark; most have nothing to collapse. */
static const char *collapsed(const Delivery *d, uint32_t from, uint32_t to)
{
    const char *s = d->draft->text + from;
    size_t n = to - from;
    bool plain = n > 0 && s[0] != ' ' && s[n - 1] != ' ';
    for (size_t i = 0; i < n && plain; i++)
        plain = (s[i] > ' ' && s[i] < 0x7F) || (s[i] == ' ' && s[i + 1] != ' ');
    if (plain)
        return pool_intern(d->b->pool, s, n);
    g_autofree char *words = utf8_collapse(s, n);
    return own(d, words);
}

static void add_mention(const Delivery *d, const Mark *m)
{
    uint32_t at = draft_block_at(d->draft, m->from);
    const char *words = collapsed(d, m->from, m->to);
    Mention row = {.id = own(d, m->id),
                   .kind = m->kind == MARK_EVENT ? MENTION_EVENT : MENTION_ACTOR,
                   .type = m->kind == MARK_EVENT ? ACTOR_UNKNOWN : (ActorType)m->kind,
                   .in_zone = at < d->draft->block->len && block_is_junk(draft_block(d->draft, at)->kind),
                   .document = d->document,
                   .place = place(d),
                   .text = words};
    for (int k = 0; k < N_PASSAGE_KINDS; k++)
        row.passage[k] = passage_id_none();
    Marking marking = {m->from, m->to, m->cert, resp(d, m->rule), own(d, m->class), NULL};
    if (m->kind != MARK_EVENT)
        row.refs = refs_of(d, m, row.text);
    else if (m->targets.n)
        marking.event = own(d, draft_event(d->draft, draft_target(d->draft, m->targets.first))->id);
    MentionId id = mention_id_of(d->b->mention->len);
    g_array_append_val(d->b->mention, row);
    builder_set_marking(d->b, id, marking);
}

static void add_remark(const Delivery *d, const Mark *m)
{
    char when[DATE_SIZE];
    const DraftActor *target = m->targets.n ? draft_actor(d->draft, draft_target(d->draft, m->targets.first)) : NULL;
    Remark r = {.kind = m->kind == MARK_PLACE  ? REMARK_PLACE
                        : m->kind == MARK_DATE ? REMARK_DATE
                        : m->kind == MARK_ROLE ? REMARK_ROLE
                                               : REMARK_NAME,
                .document = d->document,
                .from = m->from,
                .to = m->to,
                .id = own(d, m->id),
                .type = own(d, m->kind == MARK_ROLE ? m->class
                               : target             ? target->subtype
                                                    : NULL),
                .target = target ? own(d, target->id) : NULL,
                .cert = m->cert,
                .resp = resp(d, m->rule)};
    if (m->kind == MARK_DATE && !date_is_unknown(m->first)) {
        Date range = {m->first.earliest, date_is_unknown(m->last) ? m->first.latest : m->last.latest};
        r.when = own(d, date_format(range, when));
    }
    builder_add_remark(d->b, r);
}

/* Rows of a draft's actors that this document, or the authority file, has as records. */
static void add_actor(const Delivery *d, const DraftActor *a, DocumentId document)
{
    if (a->type == ACTOR_UNKNOWN) {
        OtherId other = {document, own(d, a->id), own(d, a->label), false};
        g_array_append_val(d->b->other, other);
        return;
    }
    Record row = {.id = own(d, a->id),
                  .type = a->type,
                  .label = own(d, a->label),
                  .subtype = own(d, a->subtype),
                  .variants = {d->b->variant->len, 0},
                  .identifiers = {d->b->identifier->len, 0},
                  .document = document,
                  .place = place(d)};
    for (uint32_t i = 0; i < a->variants.n; i++) {
        const char *variant = own(d, g_array_index(d->draft->variant, const char *, a->variants.first + i));
        g_array_append_val(d->b->variant, variant);
        row.variants.n++;
    }
    if (a->scheme && a->identifier) {
        Identifier identifier = {own(d, a->scheme), own(d, a->identifier)};
        g_array_append_val(d->b->identifier, identifier);
        row.identifiers.n = 1;
    }
    g_array_append_val(d->b->record, row);
}

static bool is_shared(const Delivery *d, const char *id) { return d->shared && g_hash_table_contains(d->shared, id); }

static void add_affiliation(const Delivery *d, const DraftAffiliation *a, DocumentId document)
{
    AffiliationDraft row = {.row = {.kind = a->kind,
                                    .from = a->from,
                                    .to = a->to,
                                    .document = document,
                                    .place = place(d),
                                    .resp = resp(d, a->rule)},
                            .active = by_id(d, draft_actor(d->draft, a->active)->id),
                            .passive = by_id(d, draft_actor(d->draft, a->passive)->id)};
    g_array_append_val(d->b->affiliation, row);
}

static void add_event(const Delivery *d, const DraftEvent *e)
{
    EventDraft row = {.event = {.id = own(d, e->id),
                                .label = own(d, e->label),
                                .type = own(d, e->type),
                                .series = own(d, e->series),
                                .where = own(d, e->where),
                                .status = e->status,
                                .kind = EVENT_ANNOTATED,
                                .first = e->first,
                                .last = date_is_unknown(e->last) ? e->first : e->last,
                                .parent = event_id_none(),
                                .document = d->document,
                                .place = place(d),
                                .resp = resp(d, e->rule),
                                .open = e->open},
                      .scope = d->document,
                      .nested_in = event_id_none()};
    if (e->parent != ID_NONE)
        row.parent = by_id(d, draft_event(d->draft, e->parent)->id);
    g_array_append_val(d->b->event, row);
}

static void add_participation(const Delivery *d, const DraftParticipation *p)
{
    const DraftActor *actor = draft_actor(d->draft, p->actor);
    ParticipationDraft row = {.row = {.role = own(d, p->role ? p->role : "attendee"),
                                      .status = p->status,
                                      .cert = p->cert,
                                      .flags = PART_LONG_FORM | p->flags,
                                      .document = d->document,
                                      .place = place(d),
                                      .resp = resp(d, p->rule)},
                              .draft = event_id_none(),
                              .event = by_id(d, draft_event(d->draft, p->event)->id),
                              .actor = by_id(d, actor->id),
                              .scope = d->document,
                              .hint = actor->type,
                              .mention = mention_id_none(),
                              .pointer = {d->b->target->len, 0}};
    for (uint32_t i = 0; i < p->evidence.n; i++) {
        Target t = by_id(d, draft_mark(d->draft, draft_target(d->draft, p->evidence.first + i))->id);
        g_array_append_val(d->b->target, t);
        row.pointer.n++;
    }
    g_array_append_val(d->b->participation, row);
}

static void add_document(Delivery *d)
{
    const Draft *draft = d->draft;
    g_autofree char *name = g_strconcat(draft->id, ".xml", NULL);
    d->document = builder_add_document(d->b, draft->path, name);
    Document *row = builder_document(d->b, d->document);
    row->id = own(d, draft->id);
    row->title = own(d, draft->title);
    row->digest = own(d, draft->digest);
    row->url = own(d, draft->url);
    row->outlet = own(d, draft->outlet);
    row->language = own(d, draft->language);
    row->date = draft->date;
    builder_keep_text(d->b, d->document, draft->text, draft->n_text);
}

static void add_draft(Delivery *d)
{
    const Draft *draft = d->draft;
    add_document(d);
    add_stretches(d);
    for (guint i = 0; i < draft->mark->len; i++) {
        const Mark *m = draft_mark(draft, i);
        if (m->kind <= MARK_EVENT)
            add_mention(d, m);
        else
            add_remark(d, m);
    }
    for (guint i = 0; i < draft->actor->len; i++) {
        if (!is_shared(d, draft_actor(draft, i)->id))
            add_actor(d, draft_actor(draft, i), d->document);
    }
    for (guint i = 0; i < draft->affiliation->len; i++) {
        const DraftAffiliation *a = draft_row(draft->affiliation, DraftAffiliation, i);
        if (a->kind != AFFILIATION_BLOC_MEMBER || !d->shared)
            add_affiliation(d, a, d->document);
    }
    for (guint i = 0; i < draft->event->len; i++)
        add_event(d, draft_event(draft, i));
    for (guint i = 0; i < draft->participation->len; i++)
        add_participation(d, draft_row(draft->participation, DraftParticipation, i));
}

/* A membership and its dates, as a key: ids of one pool are equal where their addresses are. */
typedef struct Membership {
    const char *active, *passive;
    Date from, to;
} Membership;

static guint membership_hash(gconstpointer p)
{
    const Membership *m = p;
    return g_direct_hash(m->active) * 31 + g_direct_hash(m->passive) * 17 + (guint)m->from.earliest;
}

static gboolean membership_equal(gconstpointer p, gconstpointer q)
{
    const Membership *a = p, *b = q;
    return a->active == b->active && a->passive == b->passive && a->from.earliest == b->from.earliest &&
           a->from.latest == b->from.latest && a->to.earliest == b->to.earliest && a->to.latest == b->to.latest;
}

/* Is it told for the first time? */
static bool is_news(const Delivery *d, GHashTable *told, const DraftAffiliation *a)
{
    Membership m = {own(d, draft_actor(d->draft, a->active)->id), own(d, draft_actor(d->draft, a->passive)->id),
                    a->from, a->to};
    return !g_hash_table_contains(told, &m) && g_hash_table_add(told, g_memdup2(&m, sizeof m));
}

/* The authority file: countries, blocs, whoever several drafts know; who is in a bloc. Each once. */
static void add_authority(Delivery *d, const GPtrArray *drafts, const char *id)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) told = g_hash_table_new_full(membership_hash, membership_equal, g_free, NULL);
    g_autofree char *name = g_strconcat(id, ".xml", NULL);
    d->authority = builder_add_document(d->b, name, name);
    Document *row = builder_document(d->b, d->authority);
    row->id = own(d, id);
    row->authority = true;
    for (guint pass = 0; pass < 2; pass++) { /* who is shared, then the records */
        for (guint i = 0; i < drafts->len; i++) {
            take_draft(d, drafts->pdata[i]);
            for (guint k = 0; k < d->draft->actor->len; k++) {
                const DraftActor *a = draft_actor(d->draft, k);
                bool common = a->type == ACTOR_COUNTRY || a->type == ACTOR_BLOC;
                const Draft *first = g_hash_table_lookup(seen, a->id);
                if (pass == 0 && a->type != ACTOR_UNKNOWN) {
                    if (common || (first && first != d->draft))
                        g_hash_table_add(d->shared, (void *)(uintptr_t)own(d, a->id));
                    if (!first)
                        g_hash_table_insert(seen, (void *)(uintptr_t)own(d, a->id), (void *)(uintptr_t)d->draft);
                } else if (pass == 1 && is_shared(d, a->id) && first == d->draft) {
                    add_actor(d, a, d->authority);
                    g_hash_table_insert(seen, (void *)(uintptr_t)own(d, a->id), NULL);
                }
            }
        }
    }
    for (guint i = 0; i < drafts->len; i++) {
        take_draft(d, drafts->pdata[i]);
        for (guint k = 0; k < d->draft->affiliation->len; k++) {
            const DraftAffiliation *a = draft_row(d->draft->affiliation, DraftAffiliation, k);
            if (a->kind == AFFILIATION_BLOC_MEMBER && is_news(d, told, a))
                add_affiliation(d, a, d->authority);
        }
    }
}

Corpus *deliver_corpus(const GPtrArray *drafts, const char *authority, Diagnostics *diagnostics)
{
    ReadOptions options = {.unit = {UNIT_EVENT, 0}, .keep_text = true};
    g_autoptr(Builder) builder = builder_new(&options, diagnostics);
    g_autoptr(GHashTable) shared = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) said_by = g_hash_table_new(NULL, NULL);
    Delivery d = {.b = builder, .authority = document_id_none(), .shared = authority ? shared : NULL, .resp = said_by};
    if (authority)
        add_authority(&d, drafts, authority);
    for (guint i = 0; i < drafts->len; i++) {
        take_draft(&d, drafts->pdata[i]);
        add_draft(&d);
    }
    return builder_finish(builder);
}
