/* tei_standoff.c - standOff of a TEI file: who and what the ids are, who belongs to whom, who took part in what. */
#include "tei_file.h"
#include <string.h>

/* A name without an id that somebody has to point to gets an entry of its own. */
static char *made_id(const char *name)
{
    g_autofree char *joined = g_strdelimit(g_strdup_printf("name-%s", name), " \t\r\n", '-');
    return tei_name(joined);
}

static void point_actor(TeiFile *t, GString *pointers, RefId ref)
{
    gsize before = pointers->len;
    tei_point_ref(t, pointers, ref);
    if (pointers->len > before || ref_id_is_none(ref))
        return;
    g_autofree char *id = made_id(t->corpus->ref[ref.i].text);
    g_string_append(pointers, pointers->len ? " #" : "#");
    g_string_append(pointers, id);
}

/* An xml:id that nothing else in this file has; NULL where it is taken. */
static const char *claim(TeiFile *t, char *name)
{
    if (g_hash_table_contains(t->taken, name)) {
        g_free(name);
        return NULL;
    }
    g_hash_table_add(t->taken, name);
    return name;
}

typedef struct Shape {
    const char *list, *list_type, *element, *type, *name;
} Shape;
static const Shape SHAPE[] = {[ACTOR_COUNTRY] = {"listPlace", NULL, "place", "country", "country"},
                              [ACTOR_AGENCY] = {"listOrg", "agencies", "org", "agency", "orgName"},
                              [ACTOR_OFFICIAL] = {"listPerson", NULL, "person", NULL, "persName"},
                              [ACTOR_BLOC] = {"listOrg", "blocs", "org", "bloc", "orgName"},
                              [ACTOR_UNKNOWN] = {"listOrg", NULL, "org", "agency", "orgName"}};

static void write_record(TeiFile *t, const Record *r, const char *id)
{
    const Corpus *c = t->corpus;
    const Shape *shape = &SHAPE[r->type];
    line_text(&t->line, "   ");
    tei_begin(t, shape->element);
    tei_attribute(t, "xml:id", id);
    tei_attribute(t, "type", shape->type);
    if (r->type == ACTOR_OFFICIAL)
        losses_add(t->w->losses, "kinds of people", r->subtype != NULL);
    else
        tei_word(t, "subtype", r->subtype);
    line_text(&t->line, ">");
    tei_element(t, shape->name, NULL, r->label ? r->label : r->id);
    for (uint32_t i = 0; i < r->variants.n; i++)
        tei_element(t, shape->name, "variant", c->variant[r->variants.first + i]);
    for (uint32_t i = 0; i < r->identifiers.n; i++) {
        const Identifier *identifier = &c->identifier[r->identifiers.first + i];
        tei_element(t, "idno", identifier->scheme, identifier->value);
    }
    tei_end(t, shape->element);
    line_text(&t->line, "\n");
}

/* Participants and members that are names without a record: an entry each. */
static GArray *list_made(TeiFile *t, const TeiRegister *r)
{
    GArray *refs = g_array_new(FALSE, FALSE, sizeof(RefId));
    for (guint i = 0; i < r->participation->len; i++) {
        const Participation *p = &t->corpus->participation[g_array_index(r->participation, uint32_t, i)];
        g_array_append_val(refs, p->actor);
        g_array_append_val(refs, p->source);
    }
    for (guint i = 0; i < r->affiliation->len; i++) {
        const Affiliation *a = &t->corpus->affiliation[g_array_index(r->affiliation, uint32_t, i)];
        g_array_append_val(refs, a->active);
        g_array_append_val(refs, a->passive);
    }
    guint kept = 0;
    for (guint i = 0; i < refs->len; i++) {
        RefId ref = g_array_index(refs, RefId, i);
        if (!ref_id_is_none(ref) && !annotated_id(t->w->annotated, ref))
            g_array_index(refs, RefId, kept++) = ref;
    }
    g_array_set_size(refs, kept);
    return refs;
}

static void write_records(TeiFile *t, const TeiRegister *r)
{
    static const ActorType order[] = {ACTOR_COUNTRY, ACTOR_AGENCY, ACTOR_UNKNOWN, ACTOR_BLOC, ACTOR_OFFICIAL};
    const Corpus *c = t->corpus;
    g_autoptr(GArray) made = list_made(t, r);
    for (size_t k = 0; k < G_N_ELEMENTS(order); k++) {
        const Shape *shape = &SHAPE[order[k]];
        bool open = false;
        for (guint i = 0; i < r->record->len + made->len; i++) {
            Record record = {.type = ACTOR_UNKNOWN};
            if (i < r->record->len) {
                record = c->record[g_array_index(r->record, uint32_t, i)];
            } else {
                const Ref *ref = &c->ref[g_array_index(made, RefId, i - r->record->len).i];
                record.type = ref->hint;
                record.id = record.label = ref->text;
            }
            if (record.type != order[k])
                continue;
            const char *id = claim(t, i < r->record->len ? tei_name(record.id) : made_id(record.id));
            if (!id)
                continue;
            if (!open) {
                line_text(&t->line, "  ");
                tei_begin(t, shape->list);
                tei_attribute(t, "type", shape->list_type);
                line_text(&t->line, ">\n");
            }
            open = true;
            write_record(t, &record, id);
        }
        if (open)
            line_printf(&t->line, "  </%s>\n", shape->list);
    }
}

/* The towns of events: known by name alone. */
static void write_places(TeiFile *t, const TeiRegister *r)
{
    bool open = false;
    for (guint i = 0; i < r->event->len; i++) {
        const char *where = t->corpus->event[g_array_index(r->event, uint32_t, i)].where;
        if (!where || g_hash_table_contains(t->place, where))
            continue;
        g_autofree char *key = g_strdelimit(g_strdup_printf("place-%s", where), " \t\r\n", '-');
        const char *id = claim(t, tei_name(key));
        if (!id)
            continue;
        g_hash_table_insert(t->place, (gpointer)where, g_strdup(id));
        if (!open)
            line_text(&t->line, "  <listPlace>\n");
        open = true;
        line_text(&t->line, "   <place");
        tei_attribute(t, "xml:id", id);
        line_text(&t->line, ">");
        tei_element(t, "placeName", NULL, where);
        line_text(&t->line, "</place>\n");
    }
    if (open)
        line_text(&t->line, "  </listPlace>\n");
}

static void write_affiliation(TeiFile *t, const Affiliation *a)
{
    g_autoptr(GString) active = g_string_new(NULL), passive = g_string_new(NULL);
    point_actor(t, active, a->active);
    point_actor(t, passive, a->passive);
    line_text(&t->line, "   <relation");
    tei_attribute(t, "type", a->kind == AFFILIATION_BLOC_MEMBER ? "membership" : "affiliation");
    tei_attribute(t, "name", affiliation_kind_name(a->kind));
    tei_attribute(t, "active", active->str);
    tei_attribute(t, "passive", passive->str);
    tei_validity(t, a->from, a->to);
    tei_attribute(t, "resp", a->resp);
    line_text(&t->line, "/>\n");
}

static void write_affiliations(TeiFile *t, const TeiRegister *r)
{
    static const char *const type[] = {"affiliation", "membership"};
    for (size_t k = 0; k < G_N_ELEMENTS(type); k++) {
        bool open = false;
        for (guint i = 0; i < r->affiliation->len; i++) {
            const Affiliation *a = &t->corpus->affiliation[g_array_index(r->affiliation, uint32_t, i)];
            if ((a->kind == AFFILIATION_BLOC_MEMBER) != (k == 1))
                continue;
            if (!open)
                line_printf(&t->line, "  <listRelation type=\"%s\">\n", type[k]);
            open = true;
            write_affiliation(t, a);
        }
        if (open)
            line_text(&t->line, "  </listRelation>\n");
    }
}

static void write_participation(TeiFile *t, const Participation *p)
{
    static const struct {
        unsigned flag;
        const char *pointer;
    } ana[] = {
        {PART_BLOC_EXPAND, "#bloc-expand"}, {PART_BLOC_PARTIAL, "#bloc-partial"}, {PART_COMENTION, "#comention"}};
    g_autoptr(GString) active = g_string_new(NULL), passive = g_string_new(NULL), source = g_string_new(NULL);
    g_autoptr(GString) evidence = g_string_new(NULL), flags = g_string_new(NULL);
    point_actor(t, active, p->actor);
    tei_point(t, passive, t->corpus->event[p->said_of.i].id, NULL);
    if (!ref_id_is_none(p->source))
        point_actor(t, source, p->source);
    for (uint32_t i = 0; i < p->evidence.n; i++)
        tei_point_mention(t, evidence, t->corpus->evidence[p->evidence.first + i]);
    for (size_t i = 0; i < G_N_ELEMENTS(ana); i++) {
        if (p->flags & ana[i].flag)
            g_string_append_printf(flags, "%s%s", flags->len ? " " : "", ana[i].pointer); /* seldom */
    }
    line_text(&t->line, "     <relation type=\"participation\"");
    tei_attribute(t, "subtype", participation_status_name(p->status));
    tei_word(t, "name", p->role);
    tei_attribute(t, "active", active->str);
    tei_attribute(t, "passive", passive->str);
    tei_attribute(t, "corresp", evidence->str);
    tei_attribute(t, "source", source->str);
    tei_cert_attribute(t, p->cert);
    tei_attribute(t, "resp", p->resp);
    tei_attribute(t, "ana", flags->str);
    line_text(&t->line, "/>\n");
}

static void write_participations(TeiFile *t, const GArray *rows)
{
    if (!rows)
        return;
    line_text(&t->line, "    <listRelation>\n");
    for (guint i = 0; i < rows->len; i++)
        write_participation(t, &t->corpus->participation[g_array_index(rows, uint32_t, i)]);
    line_text(&t->line, "    </listRelation>\n");
}

/* false: its id is that of something else in this file. */
static bool write_event(TeiFile *t, uint32_t row, const GArray *participations)
{
    const Event *e = &t->corpus->event[row];
    const char *id = claim(t, tei_name(e->id));
    if (!id)
        return false;
    const char *place = e->where ? g_hash_table_lookup(t->place, e->where) : NULL;
    g_autofree char *where = place ? g_strconcat("#", place, NULL) : NULL;
    g_autoptr(GString) parent = g_string_new(NULL);
    if (!event_id_is_none(e->parent))
        tei_point(t, parent, t->corpus->event[e->parent.i].id, NULL);
    line_text(&t->line, "   <event");
    tei_attribute(t, "xml:id", id);
    tei_word(t, "type", e->type);
    tei_attribute(t, "subtype", event_status_name(e->status));
    tei_period(t, e->first, e->last);
    tei_attribute(t, "where", where);
    tei_attribute(t, "corresp", parent->str);
    tei_attribute(t, "resp", e->resp);
    tei_attribute(t, "ana", e->open ? "#open" : NULL);
    line_text(&t->line, ">\n    ");
    tei_element(t, "eventName", NULL, e->label ? e->label : e->id);
    if (e->series)
        tei_element(t, "idno", "series", e->series);
    line_text(&t->line, "\n");
    write_participations(t, participations);
    line_text(&t->line, "   </event>\n");
    return true;
}

static void free_rows(gpointer rows) { g_array_free(rows, TRUE); }

static void write_events(TeiFile *t, const TeiRegister *r)
{
    g_autoptr(GHashTable) of_event = g_hash_table_new_full(NULL, NULL, NULL, free_rows);
    for (guint i = 0; i < r->participation->len; i++) {
        uint32_t row = g_array_index(r->participation, uint32_t, i);
        gpointer key = GUINT_TO_POINTER(t->corpus->participation[row].said_of.i + 1);
        GArray *rows = g_hash_table_lookup(of_event, key);
        if (!rows)
            g_hash_table_insert(of_event, key, rows = g_array_new(FALSE, FALSE, sizeof(uint32_t)));
        g_array_append_val(rows, row);
    }
    if (r->event->len)
        line_text(&t->line, "  <listEvent>\n");
    for (guint i = 0; i < r->event->len; i++) {
        uint32_t row = g_array_index(r->event, uint32_t, i);
        bool written = write_event(t, row, g_hash_table_lookup(of_event, GUINT_TO_POINTER(row + 1)));
        losses_add(t->w->losses, "events whose id means something else, too", !written);
    }
    if (r->event->len)
        line_text(&t->line, "  </listEvent>\n");
}

void tei_write_register(TeiFile *t, const TeiRegister *r)
{
    write_places(t, r);
    write_records(t, r);
    write_affiliations(t, r);
    write_events(t, r);
}
