/* participations.c - who took part in what, one row a claim: the table that extract prints and the reader reads. */
#include "participations.h"
#include <string.h>

typedef struct Table {
    const Incidence *incidence;
    DelimitedKind kind;
    Output *out;
    const char *slice;                 /* NULL: no such column */
    GHashTable *event_ids, *actor_ids; /* given away */
    char **event_id;                   /* one an event of the corpus, NULL until it is written */
    char **actor_id;                   /* one an actor of the cast */
} Table;

const char *claim_role(const Corpus *corpus, const Claim *claim)
{
    return claim->via.n > 0 ? "represented" : corpus->participation[claim->participation.i].role;
}

/* The id, or id#2, id#3 … where another row has it already. */
static const char *own_id(GHashTable *given, char **slot, const char *id)
{
    if (*slot)
        return *slot;
    *slot = g_strdup(id);
    for (unsigned n = 2; g_hash_table_contains(given, *slot); n++) {
        g_free(*slot);
        *slot = g_strdup_printf("%s#%u", id, n);
    }
    g_hash_table_add(given, *slot);
    return *slot;
}

static void write_field(Table *table, const char *text)
{
    output_bytes(table->out, table->kind == DELIMITED_CSV ? "," : "\t", 1);
    delimited_write_field(table->out, table->kind, text ? text : "");
}

static void begin_row(Table *table, const char *slice)
{
    if (!table->slice)
        return;
    delimited_write_field(table->out, table->kind, slice);
    output_bytes(table->out, table->kind == DELIMITED_CSV ? "," : "\t", 1);
}

/* Of the first mention that proves it, else of the relation, the mention or the row that says so. */
static Place place_of(const Corpus *corpus, const Participation *p)
{
    if (p->evidence.n == 0)
        return p->place;
    return corpus->mention[corpus->evidence[p->evidence.first].i].place;
}

static void write_place(Table *table, Place place)
{
    g_autofree char *text = NULL;
    if (place.path && place.line)
        text = g_strdup_printf("%s:%u:%u", place.path, place.line, place.column);
    write_field(table, text ? text : place.path);
}

static void write_row(Table *table, ActorId actor_id, const Claim *claim)
{
    const Corpus *corpus = table->incidence->corpus;
    const Participation *p = &corpus->participation[claim->participation.i];
    const Event *event = &corpus->event[p->event.i];
    const Actor *actor = &table->incidence->cast->actor[actor_id.i];
    char date[DATE_SIZE];
    begin_row(table, table->slice);
    delimited_write_field(table->out, table->kind, own_id(table->event_ids, &table->event_id[p->event.i], event->id));
    write_field(table, actor->label);
    write_field(table, actor_type_name(actor->type));
    write_field(table, claim_role(corpus, claim));
    write_field(table, participation_status_name(claim->status));
    write_field(table, event_status_name(event->status));
    write_field(table, certainty_name(p->cert));
    write_field(table, date_format(event->first, date));
    write_field(table, document_id_is_none(p->document) ? NULL : corpus->document[p->document.i].id);
    write_place(table, place_of(corpus, p));
    write_field(table, own_id(table->actor_ids, &table->actor_id[actor_id.i], actor->id));
    write_field(table, event->label);
    write_field(table, event->type);
    write_field(table, date_format(event->last, date));
    write_field(table, event->series);
    write_field(table, event->where);
    output_text(table->out, "\n");
}

static void write_header(Table *table)
{
    static const char *const name[] = {"actor",       "type",       "role",     "status", "event_status",
                                       "cert",        "date",       "document", "place",  "id",
                                       "event_title", "event_type", "to",       "series", "where"};
    begin_row(table, "slice");
    output_text(table->out, "event");
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        write_field(table, name[i]);
    output_text(table->out, "\n");
}

static void write_cells(Table *table)
{
    const Incidence *b = table->incidence;
    for (size_t cell = 0; cell < b->n_cells && !output_failed(table->out); cell++)
        for (uint32_t c = b->claim_first[cell]; c < b->claim_first[cell + 1]; c++)
            write_row(table, b->actor[b->cell_actor[cell]], &b->claim[c]);
}

static void write_blocs(Table *table)
{
    const Incidence *b = table->incidence;
    for (size_t i = 0; i < b->n_blocs; i++) {
        const Participation *p = &b->corpus->participation[b->bloc[i].i];
        Claim claim = {.participation = b->bloc[i], .status = p->status};
        ActorId bloc = b->cast->ref_actor[p->actor.i];
        if (!actor_id_is_none(bloc))
            write_row(table, bloc, &claim);
    }
}

static void free_ids(char **id, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_free(id[i]);
    g_free(id);
}

bool participations_write(const Incidence *incidence, DelimitedKind kind, Output *out, GError **error)
{
    return participations_write_slice(incidence, kind, NULL, true, out, error);
}

bool participations_write_slice(const Incidence *incidence, DelimitedKind kind, const char *slice, bool header,
                                Output *out, GError **error)
{
    Table table = {.incidence = incidence, .kind = kind, .out = out, .slice = slice};
    table.event_ids = g_hash_table_new(g_str_hash, g_str_equal);
    table.actor_ids = g_hash_table_new(g_str_hash, g_str_equal);
    table.event_id = g_new0(char *, incidence->corpus->n_events + 1);
    table.actor_id = g_new0(char *, incidence->cast->n_actors + 1);
    if (header)
        write_header(&table);
    write_cells(&table);
    write_blocs(&table);
    g_hash_table_unref(table.event_ids);
    g_hash_table_unref(table.actor_ids);
    free_ids(table.event_id, incidence->corpus->n_events);
    free_ids(table.actor_id, incidence->cast->n_actors);
    return true; /* what could not be written is reported by output_commit */
}
