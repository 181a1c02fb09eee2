/* standoff.c - a text and, apart from it, what is marked in it: its rows and their ids. */
#include "standoff.h"
#include "utf8.h"
#include <string.h>

enum { N_TABLES = 14 };

static void list_tables(Standoff *s, GArray **table[N_TABLES])
{
    GArray **all[N_TABLES] = {&s->mark,     &s->piece,     &s->reference, &s->relation,   &s->event,
                              &s->argument, &s->evidence,  &s->attribute, &s->record,     &s->variant,
                              &s->zone,     &s->paragraph, &s->sentence,  &s->affiliation};
    memcpy(table, all, sizeof all);
}

Standoff *standoff_new(Pool *pool, Diagnostics *diagnostics)
{
    static const guint size[N_TABLES] = {sizeof(StandoffMark),
                                         sizeof(Span),
                                         sizeof(StandoffReference),
                                         sizeof(StandoffRelation),
                                         sizeof(StandoffEvent),
                                         sizeof(StandoffArgument),
                                         sizeof(uint32_t),
                                         sizeof(StandoffAttribute),
                                         sizeof(StandoffRecord),
                                         sizeof(const char *),
                                         sizeof(Span),
                                         sizeof(Span),
                                         sizeof(Span),
                                         sizeof(StandoffAffiliation)};
    Standoff *s = g_new0(Standoff, 1);
    s->pool = pool;
    s->diagnostics = diagnostics;
    s->head.date = DATE_UNKNOWN;
    s->text = g_string_new(NULL);
    GArray **table[N_TABLES];
    list_tables(s, table);
    for (size_t i = 0; i < N_TABLES; i++)
        *table[i] = g_array_new(FALSE, FALSE, size[i]);
    s->identifier = g_array_new(FALSE, FALSE, sizeof(Identifier));
    s->line = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    s->id = lookup_new();
    return s;
}

void standoff_free(Standoff *s)
{
    if (!s)
        return;
    GArray **table[N_TABLES];
    list_tables(s, table);
    for (size_t i = 0; i < N_TABLES; i++)
        g_array_free(*table[i], TRUE);
    g_array_free(s->identifier, TRUE);
    g_array_free(s->line, TRUE);
    g_string_free(s->text, TRUE);
    lookup_free(s->id);
    offset_index_free(s->character);
    g_free(s);
}

void standoff_clear(Standoff *s)
{
    GArray **table[N_TABLES];
    list_tables(s, table);
    for (size_t i = 0; i < N_TABLES; i++)
        g_array_set_size(*table[i], 0);
    g_array_set_size(s->identifier, 0);
    g_array_set_size(s->line, 0);
    g_string_truncate(s->text, 0);
    lookup_clear(s->id);
    g_clear_pointer(&s->character, offset_index_free);
    s->head = (Document){.date = DATE_UNKNOWN};
    s->text_path = NULL;
}

/* The pool's copy, without what XML forbids. */
static const char *own(Standoff *s, const char *text)
{
    if (!text)
        return NULL;
    size_t n = strlen(text);
    if (utf8_is_xml_text(text, n))
        return pool_intern(s->pool, text, n);
    g_autofree char *clean = utf8_clean(text, n);
    return pool_string(s->pool, clean);
}

/* A claim is kept as it is: what stands there may hold such characters, too. */
static const char *own_claim(Standoff *s, const char *text)
{
    return text && g_utf8_validate(text, -1, NULL) ? pool_string(s->pool, text) : own(s, text);
}

static Anchor own_anchor(Standoff *s, Anchor a)
{
    a.id = own(s, a.id);
    return a;
}

/* The id as this row's own, or NULL when an earlier one of its kind has it. */
static const char *claim_id(Standoff *s, AnchorKind kind, uint32_t row, const char *text, Place place)
{
    const char *id = own(s, text);
    if (!id || lookup_get(s->id, kind, id) == UINT32_MAX) {
        if (id)
            lookup_set(s->id, kind, id, row);
        return id;
    }
    diagnostics_add(s->diagnostics, DIAGNOSTIC_DUPLICATE_ID, place, "number the annotations of a file without repeats",
                    "the id \"%s\" is taken; what refers to it means the first", id);
    return NULL;
}

uint32_t standoff_add_mark(Standoff *s, const StandoffMark *mark)
{
    uint32_t row = s->mark->len;
    StandoffMark m = *mark;
    m.id = claim_id(s, ANCHOR_MARK, row, m.id, m.place);
    m.label = own(s, m.label);
    m.claim = own_claim(s, m.claim);
    m.chain = own(s, m.chain);
    m.name = own(s, m.name);
    m.resp = own(s, m.resp);
    g_array_append_val(s->mark, m);
    return row;
}

uint32_t standoff_add_relation(Standoff *s, const StandoffRelation *relation)
{
    uint32_t row = s->relation->len;
    StandoffRelation r = *relation;
    r.id = claim_id(s, ANCHOR_RELATION, row, r.id, r.place);
    r.label = own(s, r.label);
    r.from = own_anchor(s, r.from);
    r.to = own_anchor(s, r.to);
    g_array_append_val(s->relation, r);
    return row;
}

uint32_t standoff_add_event(Standoff *s, const StandoffEvent *event)
{
    uint32_t row = s->event->len;
    StandoffEvent e = *event;
    e.id = claim_id(s, ANCHOR_EVENT, row, e.id, e.place);
    e.label = own(s, e.label);
    e.trigger = own_anchor(s, e.trigger);
    e.name = own(s, e.name);
    e.series = own(s, e.series);
    e.where = own(s, e.where);
    e.resp = own(s, e.resp);
    g_array_append_val(s->event, e);
    return row;
}

uint32_t standoff_add_argument(Standoff *s, const StandoffArgument *argument)
{
    StandoffArgument a = *argument;
    a.role = own(s, a.role);
    a.filler = own_anchor(s, a.filler);
    a.actor = own(s, a.actor);
    a.resp = own(s, a.resp);
    g_array_append_val(s->argument, a);
    return s->argument->len - 1;
}

void standoff_add_record(Standoff *s, const StandoffRecord *record)
{
    StandoffRecord r = *record;
    r.id = own(s, r.id);
    r.label = own(s, r.label);
    r.subtype = own(s, r.subtype);
    g_array_append_val(s->record, r);
}

void standoff_add_affiliation(Standoff *s, const StandoffAffiliation *affiliation)
{
    StandoffAffiliation a = *affiliation;
    a.active = own(s, a.active);
    a.passive = own(s, a.passive);
    a.resp = own(s, a.resp);
    g_array_append_val(s->affiliation, a);
}

void standoff_add_reference(Standoff *s, Anchor target, const char *text, Place place)
{
    StandoffReference r = {own_anchor(s, target), own(s, text), place};
    g_array_append_val(s->reference, r);
}

void standoff_add_attribute(Standoff *s, Anchor target, const char *name, const char *value, Place place)
{
    StandoffAttribute a = {own_anchor(s, target), own(s, name), own(s, value), place};
    g_array_append_val(s->attribute, a);
}

Place standoff_text_place(const Standoff *s, uint32_t byte)
{
    if (!s->text_path || s->line->len == 0)
        return (Place){0};
    guint low = 0, high = s->line->len;
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(s->line, uint32_t, middle) <= byte)
            low = middle;
        else
            high = middle;
    }
    uint32_t begin = g_array_index(s->line, uint32_t, low);
    return (Place){s->text_path, low + 1, offset_of_byte(s->character, byte) - offset_of_byte(s->character, begin) + 1};
}
