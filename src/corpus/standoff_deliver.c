/* standoff_deliver.c - a settled Standoff into the builder: what each mark means, and who is meant. */
#include "disjoint.h"
#include "prose.h"
#include "standoff_delivery.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

const char *delivery_own(const Delivery *d, const char *text)
{
    return d->s->pool == d->b->pool ? text : pool_string(d->b->pool, text);
}

Place delivery_place(const Delivery *d, Place place)
{
    return place.path ? place : (Place){g_intern_string(d->s->head.path), 0, 0};
}

/* Is the text as collapsing would leave it? Without looking twice: letters of ASCII and single blanks between them. */
static bool is_collapsed(const char *s, size_t n)
{
    bool blank = true;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c < ' ' || c > 0xE1 || c == 0xC2 || c == 0xE1 || (c == ' ' && blank))
            return false;
        blank = c == ' ';
    }
    return n > 0 && !blank;
}

const char *delivery_words(const Delivery *d, Span span)
{
    if (is_collapsed(d->s->text->str + span.begin, span.end - span.begin))
        return pool_intern(d->b->pool, d->s->text->str + span.begin, span.end - span.begin);
    g_autofree char *words = utf8_collapse(d->s->text->str + span.begin, span.end - span.begin);
    return pool_string(d->b->pool, words);
}

static const StandoffAttribute *attribute_at(const Delivery *d, uint32_t i)
{
    return &g_array_index(d->s->attribute, StandoffAttribute, d->attribute_order[i]);
}

const char *delivery_attribute(const Delivery *d, AnchorKind kind, uint32_t row, const char *name, Place *place)
{
    uint32_t low = 0, high = d->s->attribute->len;
    if (kind == ANCHOR_MARK) /* asked for often */
        low = high = d->mark_attribute[row];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const Anchor *a = &attribute_at(d, middle)->target;
        if (a->kind < kind || (a->kind == kind && a->row < row))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < d->s->attribute->len; low++) {
        const StandoffAttribute *a = attribute_at(d, low);
        if (a->target.kind != kind || a->target.row != row)
            break;
        if (g_ascii_strcasecmp(a->name, name) != 0)
            continue;
        if (place)
            *place = delivery_place(d, a->place);
        return a->value ? a->value : "";
    }
    return NULL;
}

typedef struct AttributeKey {
    Anchor target;
    uint32_t row;
} AttributeKey;

static int compare_attributes(const void *a, const void *b)
{
    const AttributeKey *x = a, *y = b;
    if (x->target.kind != y->target.kind)
        return (int)x->target.kind - (int)y->target.kind;
    if (x->target.row != y->target.row)
        return x->target.row < y->target.row ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void order_attributes(Delivery *d)
{
    guint n = d->s->attribute->len;
    g_autofree AttributeKey *key = g_new(AttributeKey, n + 1);
    for (guint i = 0; i < n; i++)
        key[i] = (AttributeKey){g_array_index(d->s->attribute, StandoffAttribute, i).target, i};
    if (n)
        qsort(key, n, sizeof *key, compare_attributes);
    d->attribute_order = g_new(uint32_t, n + 1);
    d->mark_attribute = g_new(uint32_t, d->s->mark->len + 1);
    for (guint i = 0; i < n; i++)
        d->attribute_order[i] = key[i].row;
    guint first = 0;
    for (guint row = 0; row < d->s->mark->len; row++) {
        while (first < n && (key[first].target.kind < ANCHOR_MARK ||
                             (key[first].target.kind == ANCHOR_MARK && key[first].target.row < row)))
            first++;
        d->mark_attribute[row] = first;
    }
}

/* Sorts references by what they are about, counting. */
static void order_references(Delivery *d)
{
    const Standoff *s = d->s;
    d->mark_reference = g_new0(Slice, s->mark->len + 1);
    d->event_reference = g_new0(Slice, s->event->len + 1);
    d->reference_order = g_new(uint32_t, s->reference->len + 1);
    Slice *side[] = {d->mark_reference, d->event_reference};
    const guint n_side[] = {s->mark->len, s->event->len};
    uint32_t next = 0;
    for (guint k = 0; k < G_N_ELEMENTS(side); k++) {
        AnchorKind kind = k == 0 ? ANCHOR_MARK : ANCHOR_EVENT;
        for (guint i = 0; i < s->reference->len; i++) {
            const StandoffReference *r = &g_array_index(s->reference, StandoffReference, i);
            if (r->target.kind == kind)
                side[k][r->target.row].n++;
        }
        for (guint i = 0; i < n_side[k]; i++) {
            side[k][i].first = next;
            next += side[k][i].n;
            side[k][i].n = 0;
        }
        for (guint i = 0; i < s->reference->len; i++) {
            const StandoffReference *r = &g_array_index(s->reference, StandoffReference, i);
            if (r->target.kind == kind) {
                Slice *slice = &side[k][r->target.row];
                d->reference_order[slice->first + slice->n++] = i;
            }
        }
    }
}

/* Is the place or the people a country's, as far as the caller's table knows? */
static bool is_country(const Delivery *d, const StandoffMark *m, bool people)
{
    const ReadOptions *o = d->b->options;
    const char *name = m->name ? m->name : delivery_words(d, m->span);
    return o->is_country && o->is_country(name, d->s->head.language, people);
}

/* Labels are interned, and few. */
static Meaning label_meaning(Delivery *d, const char *label)
{
    LabelSeen *seen = &d->seen[((uintptr_t)label >> 3) % G_N_ELEMENTS(d->seen)];
    if (seen->label != label)
        *seen = (LabelSeen){label, label_map_find(d->b->labels, LABEL_OF_MARK, label, NULL)};
    return seen->meaning;
}

static Meaning meaning_of(Delivery *d, const StandoffMark *m)
{
    if (m->dropped || m->span.begin == m->span.end)
        return MEANING_IGNORE;
    if (d->triggered[m - standoff_mark(d->s, 0)] != STANDOFF_NONE)
        return MEANING_EVENT;
    if (!m->label)
        return MEANING_IGNORE;
    Meaning meaning = label_meaning(d, m->label);
    if (meaning == MEANING_UNKNOWN)
        label_map_report(d->b->labels, LABEL_OF_MARK, m->label, delivery_place(d, m->place), d->b->diagnostics);
    if (m->span.end - m->span.begin > PROSE_LONGEST_NAME) {
        diagnostics_add(d->b->diagnostics, DIAGNOSTIC_BAD_OFFSET, delivery_place(d, m->place), NULL,
                        "a mark of more than %d kB is no name; it is left out", PROSE_LONGEST_NAME / 1024);
        return MEANING_IGNORE;
    }
    bool place = meaning == MEANING_PLACE || meaning == MEANING_DEMONYM;
    return place && is_country(d, m, meaning == MEANING_DEMONYM) ? MEANING_COUNTRY : meaning;
}

uint32_t delivery_nameness(const Delivery *d, uint32_t mark)
{
    const StandoffMark *m = standoff_mark(d->s, mark);
    const char *c = d->s->text->str + m->span.begin, *end = d->s->text->str + m->span.end;
    gunichar first = c < end ? g_utf8_get_char(c) : 0;
    if (m->name)
        return UINT32_MAX;
    if (g_unichar_islower(first) || m->span.end - m->span.begin > 200)
        return 0;
    return (d->mark_reference[mark].n ? 1u << 20 : 0) + (uint32_t)(end - c);
}

/* Marks of one chain, and those that a relation calls the same, as sets. */
static void unite_chains(const Delivery *d, uint32_t *set)
{
    g_autoptr(Lookup) chain = lookup_new();
    for (guint i = 0; i < d->s->mark->len; i++) {
        const StandoffMark *m = standoff_mark(d->s, i);
        set[i] = i;
        if (!m->chain || m->dropped)
            continue;
        uint32_t first = lookup_get(chain, 0, m->chain);
        if (first == UINT32_MAX)
            lookup_set(chain, 0, m->chain, i);
        else
            disjoint_unite(set, first, i);
    }
    for (guint i = 0; i < d->s->relation->len; i++) {
        const StandoffRelation *r = &g_array_index(d->s->relation, StandoffRelation, i);
        if (r->from.kind == ANCHOR_MARK && r->to.kind == ANCHOR_MARK && r->label &&
            label_map_find(d->b->labels, LABEL_OF_RELATION, r->label, NULL) == MEANING_SAME)
            disjoint_unite(set, r->from.row, r->to.row);
    }
}

/* In each chain the first of the best names stands for all: *best of a mark is it, else the mark itself. */
static uint32_t *find_chain_names(const Delivery *d)
{
    guint n = d->s->mark->len;
    g_autofree uint32_t *set = g_new(uint32_t, n + 1), *name = g_new(uint32_t, n + 1);
    uint32_t *best = g_new(uint32_t, n + 1);
    unite_chains(d, set);
    for (guint i = 0; i < n; i++)
        name[i] = STANDOFF_NONE;
    for (guint i = 0; i < n; i++) {
        uint32_t *known = &name[disjoint_root(set, i)];
        bool better = *known == STANDOFF_NONE || delivery_nameness(d, i) > delivery_nameness(d, *known);
        if (meaning_is_actor(d->meaning[i]) && better)
            *known = i;
    }
    for (guint i = 0; i < n; i++) {
        uint32_t known = name[disjoint_root(set, i)];
        best[i] = known == STANDOFF_NONE ? i : known;
    }
    return best;
}

/* Marks that are neither actor nor event, for those who write annotated text. */
static void add_remarks(const Delivery *d)
{
    for (guint i = 0; i < d->s->mark->len && d->b->options->keep_text; i++) {
        const StandoffMark *m = standoff_mark(d->s, i);
        Remark r = {.document = d->document,
                    .from = m->span.begin,
                    .to = m->span.end,
                    .id = delivery_own(d, m->id),
                    .cert = m->cert,
                    .resp = delivery_own(d, m->resp)};
        Slice refs = d->mark_reference[i];
        if (refs.n)
            r.target =
                delivery_own(d, g_array_index(d->s->reference, StandoffReference, d->reference_order[refs.first]).text);
        if (d->meaning[i] == MEANING_PLACE)
            r.kind = REMARK_PLACE;
        else if (d->meaning[i] == MEANING_DATE)
            r.kind = REMARK_DATE;
        else if (d->meaning[i] == MEANING_ROLE)
            r.kind = REMARK_ROLE;
        else if (d->meaning[i] == MEANING_NAME || d->meaning[i] == MEANING_DEMONYM)
            r.kind = REMARK_NAME;
        else
            continue;
        const char *when = delivery_attribute(d, ANCHOR_MARK, i, "when", NULL);
        r.when = r.kind == REMARK_DATE && when && *when ? pool_string(d->b->pool, when) : NULL;
        builder_add_remark(d->b, r);
    }
}

/* Which events mentions of events name, for the same readers. */
static void name_events(const Delivery *d)
{
    for (guint i = 0; i < d->s->mark->len && d->b->options->keep_text; i++) {
        if (d->meaning[i] != MEANING_EVENT || mention_id_is_none(d->mention[i]))
            continue;
        EventId event = d->triggered[i] == STANDOFF_NONE ? d->named[i] : d->event[d->triggered[i]];
        Slice refs = d->mark_reference[i];
        Marking *marking = &g_array_index(d->b->marking, Marking, d->mention[i].i);
        if (!event_id_is_none(event))
            marking->event = builder_event(d->b, event)->event.id;
        else if (refs.n)
            marking->event =
                delivery_own(d, g_array_index(d->s->reference, StandoffReference, d->reference_order[refs.first]).text);
    }
}

static DocumentId add_document(const Delivery *d)
{
    const Document *head = &d->s->head;
    DocumentId id = builder_add_document(d->b, head->path, head->name);
    Document *document = builder_document(d->b, id);
    const char *path = document->path, *name = document->name, *own_id = document->id;
    *document = *head;
    document->path = path;
    document->name = name;
    document->id = head->id ? pool_string(d->b->pool, head->id) : own_id;
    const char **text[] = {&document->title,    &document->url,     &document->outlet,
                           &document->language, &document->country, &document->digest};
    for (size_t i = 0; i < G_N_ELEMENTS(text); i++)
        *text[i] = pool_string(d->b->pool, *text[i]);
    builder_keep_text(d->b, id, d->s->text->str, d->s->text->len);
    return id;
}

/* Of several events that one mark triggers the first has it. An event whose type is ignored triggers nothing. */
static void find_triggers(Delivery *d)
{
    for (guint i = 0; i < d->s->event->len; i++) {
        const StandoffEvent *e = &g_array_index(d->s->event, StandoffEvent, i);
        bool ignored = e->label && label_map_find(d->b->labels, LABEL_OF_EVENT, e->label, NULL) == MEANING_IGNORE;
        if (e->trigger.kind == ANCHOR_MARK && d->triggered[e->trigger.row] == STANDOFF_NONE && !ignored)
            d->triggered[e->trigger.row] = i;
    }
}

static void delivery_init(Delivery *d, const Standoff *s, Builder *b)
{
    guint n = s->mark->len;
    *d = (Delivery){.s = s, .b = b};
    d->document = add_document(d);
    order_references(d);
    order_attributes(d);
    d->meaning = g_new(Meaning, n + 1);
    d->mention = g_new(MentionId, n + 1);
    d->named = g_new(EventId, n + 1);
    d->triggered = g_new(uint32_t, n + 1);
    d->event = g_new(EventId, s->event->len + 1);
    d->draft_of = lookup_new();
    d->name_of = lookup_new();
    for (guint i = 0; i < n; i++) {
        d->mention[i] = mention_id_none();
        d->named[i] = event_id_none();
        d->triggered[i] = STANDOFF_NONE;
    }
    find_triggers(d);
    for (guint i = 0; i < n; i++)
        d->meaning[i] = meaning_of(d, standoff_mark(s, i));
}

static void delivery_clear(Delivery *d)
{
    g_free(d->meaning);
    g_free(d->mention);
    g_free(d->mark_reference);
    g_free(d->event_reference);
    g_free(d->reference_order);
    g_free(d->attribute_order);
    g_free(d->mark_attribute);
    g_free(d->event);
    g_free(d->triggered);
    g_free(d->named);
    lookup_free(d->draft_of);
    lookup_free(d->name_of);
}

/* A mark without a label means what the one that names its chain does. */
static void complete_meanings(Delivery *d, const uint32_t *best)
{
    for (guint i = 0; i < d->s->mark->len; i++) {
        const StandoffMark *m = standoff_mark(d->s, i);
        if (!m->label && !m->dropped && best[i] != i)
            d->meaning[i] = d->meaning[best[i]];
    }
}

DocumentId standoff_deliver(const Standoff *s, Builder *b)
{
    Delivery d;
    delivery_init(&d, s, b);
    g_autofree uint32_t *best = find_chain_names(&d);
    complete_meanings(&d, best);
    delivery_walk(&d, best);
    add_remarks(&d);
    delivery_add_events(&d);
    delivery_add_claims(&d);
    name_events(&d);
    delivery_clear(&d);
    return d.document;
}
