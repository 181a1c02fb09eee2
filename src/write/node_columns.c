/* node_columns.c - the columns of actors, blocs and events. */
#include "column.h"
#include <math.h>
#include <string.h>

static const Corpus *corpus_of(const Sheet *sheet) { return sheet->export->network->incidence->corpus; }
static const Cast *cast_of(const Sheet *sheet) { return sheet->export->network->incidence->cast; }

/* Who or what the present row is; one of the two is NULL. */
static const Actor *actor_at(const Sheet *sheet)
{
    if (!sheet->two_mode)
        return network_actor(sheet->export->network, (uint32_t)sheet->row);
    ActorId id = sheet->two_mode->node[sheet->row].actor;
    return actor_id_is_none(id) ? NULL : &cast_of(sheet)->actor[id.i];
}

static const Event *event_at(const Sheet *sheet)
{
    if (!sheet->two_mode)
        return NULL;
    EventId id = sheet->two_mode->node[sheet->row].event;
    return event_id_is_none(id) ? NULL : &corpus_of(sheet)->event[id.i];
}

/* Its row in the network, or UINT32_MAX. */
static uint32_t network_node_at(const Sheet *sheet)
{
    return sheet->two_mode ? sheet->two_mode->node[sheet->row].node : (uint32_t)sheet->row;
}

static void get_name(Sheet *sheet, Column *column, Field *field)
{
    const Actor *actor = actor_at(sheet);
    field_text(sheet, column, field, actor ? actor->id : event_at(sheet)->id);
}

static void get_label(Sheet *sheet, Column *column, Field *field)
{
    const Actor *actor = actor_at(sheet);
    field_text(sheet, column, field, actor ? actor->label : event_at(sheet)->label);
}

static void get_mode(Sheet *sheet, Column *column, Field *field)
{
    const Actor *actor = actor_at(sheet);
    field_text(sheet, column, field, !actor ? "event" : actor->type == ACTOR_BLOC ? "bloc" : "actor");
}

static void get_bipartite(Sheet *sheet, Column *column, Field *field) { field_bool(field, event_at(sheet) != NULL); }

static void get_type(Sheet *sheet, Column *column, Field *field)
{
    const Actor *actor = actor_at(sheet);
    field_text(sheet, column, field, actor ? actor_type_name(actor->type) : event_at(sheet)->type);
}

static void get_subtype(Sheet *sheet, Column *column, Field *field)
{
    const Actor *actor = actor_at(sheet);
    field_text(sheet, column, field, actor ? actor->subtype : NULL);
}

/* The country the actor of this row is shown with, or NULL. */
static const Actor *home_at(const Sheet *sheet)
{
    const Actor *actor = actor_at(sheet);
    if (!actor || actor->type == ACTOR_BLOC)
        return NULL;
    ActorId id = actor_id_of((uint32_t)(actor - cast_of(sheet)->actor));
    ActorId home = actor->type == ACTOR_COUNTRY ? id : hierarchy_home(sheet->export->network->incidence->hierarchy, id);
    return actor_id_is_none(home) ? NULL : &cast_of(sheet)->actor[home.i];
}

static void get_country(Sheet *sheet, Column *column, Field *field)
{
    const Actor *home = home_at(sheet);
    field_text(sheet, column, field, home ? home->label : NULL);
}

static void get_country_id(Sheet *sheet, Column *column, Field *field)
{
    const Actor *home = home_at(sheet);
    field_text(sheet, column, field, home ? home->id : NULL);
}

static void get_aliases(Sheet *sheet, Column *column, Field *field)
{
    const Actor *actor = actor_at(sheet);
    for (uint32_t i = 0; actor && i < actor->names.n; i++) {
        const char *name = cast_of(sheet)->name[actor->names.first + i];
        if (name && strcmp(name, actor->label) != 0)
            join_text(sheet, column, name);
    }
    field_joined(field, column);
}

static void get_identifiers(Sheet *sheet, Column *column, Field *field)
{
    const Actor *actor = actor_at(sheet);
    for (uint32_t i = 0; actor && i < actor->identifiers.n; i++) {
        const Identifier *id = &corpus_of(sheet)->identifier[actor->identifiers.first + i];
        if (id->scheme && *id->scheme) {
            join_text(sheet, column, id->scheme);
            line_bytes(&column->room, ":", 1);
            phrases_append(sheet->phrases, &column->room, id->value);
        } else {
            join_text(sheet, column, id->value);
        }
    }
    field_joined(field, column);
}

/* Every event of the actor counts, also one without company (ruling 8). */
static void get_events(Sheet *sheet, Column *column, Field *field)
{
    if (event_at(sheet))
        return;
    uint32_t node = network_node_at(sheet);
    const Incidence *b = sheet->export->network->incidence;
    if (node == UINT32_MAX) {
        field_number(sheet, column, field, sheet->two_mode->node[sheet->row].degree);
        return;
    }
    uint32_t row = sheet->export->network->row[node];
    field_number(sheet, column, field, b->actor_first[row + 1] - b->actor_first[row]);
}

static void get_participants(Sheet *sheet, Column *column, Field *field)
{
    if (event_at(sheet))
        field_number(sheet, column, field, sheet->two_mode->node[sheet->row].degree);
}

static void get_status(Sheet *sheet, Column *column, Field *field)
{
    const Event *event = event_at(sheet);
    field_text(sheet, column, field, event ? event_status_name(event->status) : NULL);
}

static void get_series(Sheet *sheet, Column *column, Field *field)
{
    const Event *event = event_at(sheet);
    field_text(sheet, column, field, event ? event->series : NULL);
}

static void get_where(Sheet *sheet, Column *column, Field *field)
{
    const Event *event = event_at(sheet);
    field_text(sheet, column, field, event ? event->where : NULL);
}

static void get_documents(Sheet *sheet, Column *column, Field *field)
{
    const Event *event = event_at(sheet);
    const Corpus *corpus = corpus_of(sheet);
    for (uint32_t i = 0; event && i < event->documents.n; i++)
        join_new_text(sheet, column, corpus->document[corpus->event_document[event->documents.first + i].i].id);
    if (event && column->room.n == 0 && !document_id_is_none(event->document))
        join_text(sheet, column, corpus->document[event->document.i].id);
    field_joined(field, column);
}

/* Events of the actor of this row, by first day, undated ones last; none of a bloc. */
static const uint32_t *columns_at(const Sheet *sheet, size_t *n)
{
    const Incidence *b = sheet->export->network->incidence;
    uint32_t node = network_node_at(sheet);
    if (node == UINT32_MAX) {
        *n = 0;
        return NULL;
    }
    uint32_t row = sheet->export->network->row[node];
    *n = b->actor_first[row + 1] - b->actor_first[row];
    return b->actor_event + b->actor_first[row];
}

static const Event *event_of_column(const Sheet *sheet, uint32_t column)
{
    return &corpus_of(sheet)->event[sheet->export->network->incidence->event[column].i];
}

static void get_first(Sheet *sheet, Column *column, Field *field)
{
    size_t n;
    const uint32_t *events = columns_at(sheet, &n);
    const Event *event = n ? event_of_column(sheet, events[0]) : event_at(sheet);
    if (event)
        field_day(sheet, column, field, event->first);
}

static void get_last(Sheet *sheet, Column *column, Field *field)
{
    size_t n;
    const uint32_t *events = columns_at(sheet, &n);
    Date last = event_at(sheet) ? event_at(sheet)->last : DATE_UNKNOWN;
    for (size_t i = 0; i < n; i++) {
        const Event *event = event_of_column(sheet, events[i]);
        Date day = date_is_unknown(event->last) ? event->first : event->last;
        if (!date_is_unknown(day) && (date_is_unknown(last) || day.latest > last.latest))
            last = day;
    }
    field_day(sheet, column, field, last);
}

static void get_measure(Sheet *sheet, Column *column, Field *field)
{
    uint32_t node = network_node_at(sheet);
    if (node != UINT32_MAX) {
        field_number(sheet, column, field, column->value[node]);
        return;
    }
    uint32_t event = sheet->two_mode->node[sheet->row].column;
    if (event != UINT32_MAX && column->event_value)
        field_number(sheet, column, field, column->event_value[event]);
}

static void get_note(Sheet *sheet, Column *column, Field *field)
{
    uint32_t node = network_node_at(sheet);
    field_text(sheet, column, field, node == UINT32_MAX ? NULL : sheet->export->scores->node_note[node]);
}

/* To a hundredth of a pixel, as nobody sees less; and no "-0" in a file. */
static double rounded(double place) { return round(place * 100) / 100 + 0.0; }

static void get_x(Sheet *sheet, Column *column, Field *field)
{
    field_number(sheet, column, field, rounded(sheet->export->layout->x[sheet->row]));
}

static void get_y(Sheet *sheet, Column *column, Field *field)
{
    field_number(sheet, column, field, rounded(0.0 - sheet->export->layout->y[sheet->row]));
}

static void get_size(Sheet *sheet, Column *column, Field *field)
{
    field_number(sheet, column, field, rounded(sheet->export->layout->radius[sheet->row]));
}

static void get_colour(Sheet *sheet, Column *column, Field *field)
{
    field_text(sheet, column, field, picture_group_colour(sheet->export->layout->group[sheet->row]));
}

static bool measure_is_whole(Measure m) { return m == MEASURE_DEGREE || m == MEASURE_CORE || m == MEASURE_COMMUNITY; }

static bool is_computed(const Scores *scores, Measure m)
{
    return (scores->computed & MEASURE_BIT(m)) && scores->value[m];
}

/* Events have the three two-mode measures, where these were asked for. */
static bool measure_sheet_events(Sheet *sheet, GError **error)
{
    const Scores *scores = sheet->export->scores;
    double **value = sheet->event_value;
    bool degree = is_computed(scores, MEASURE_TWOMODE_DEGREE);
    bool betweenness = is_computed(scores, MEASURE_TWOMODE_BETWEENNESS);
    bool closeness = is_computed(scores, MEASURE_TWOMODE_CLOSENESS);
    if (!sheet->two_mode || !(degree || betweenness || closeness))
        return true;
    return measure_events(sheet->export->network->incidence, degree ? &value[MEASURE_TWOMODE_DEGREE] : NULL,
                          betweenness ? &value[MEASURE_TWOMODE_BETWEENNESS] : NULL,
                          closeness ? &value[MEASURE_TWOMODE_CLOSENESS] : NULL, error);
}

static bool measure_columns(Sheet *sheet, GArray *columns, GError **error)
{
    const Scores *scores = sheet->export->scores;
    if (!scores)
        return true;
    if (!measure_sheet_events(sheet, error))
        return false;
    for (int m = 0; m < N_MEASURES; m++) {
        if (m == MEASURE_EVENTS || !is_computed(scores, (Measure)m))
            continue; /* events: a column of its own, always */
        sheet_add(columns, measure_name((Measure)m), measure_is_whole((Measure)m) ? FIELD_INT : FIELD_DOUBLE,
                  get_measure);
        Column *column = &g_array_index(columns, Column, columns->len - 1);
        column->value = scores->value[m];
        column->event_value = sheet->event_value[m];
    }
    if (scores->node_note)
        sheet_add(columns, "note", FIELD_STRING, get_note);
    return true;
}

bool node_columns(Sheet *sheet, GArray *columns, GError **error)
{
    bool two_mode = sheet->two_mode != NULL;
    sheet_add(columns, "name", FIELD_STRING, get_name);
    sheet_add(columns, "label", FIELD_STRING, get_label);
    if (two_mode) {
        sheet_add(columns, "mode", FIELD_STRING, get_mode);
        sheet_add(columns, "bipartite", FIELD_BOOL, get_bipartite);
    }
    sheet_add(columns, "type", FIELD_STRING, get_type);
    sheet_add(columns, "subtype", FIELD_STRING, get_subtype);
    sheet_add(columns, "country", FIELD_STRING, get_country);
    sheet_add(columns, "country_id", FIELD_STRING, get_country_id);
    sheet_add(columns, "aliases", FIELD_STRING, get_aliases);
    sheet_add(columns, "identifiers", FIELD_STRING, get_identifiers);
    sheet_add(columns, "events", FIELD_INT, get_events);
    if (two_mode) {
        sheet_add(columns, "participants", FIELD_INT, get_participants);
        sheet_add(columns, "status", FIELD_STRING, get_status);
        sheet_add(columns, "series", FIELD_STRING, get_series);
        sheet_add(columns, "place", FIELD_STRING, get_where);
        sheet_add(columns, "documents", FIELD_STRING, get_documents);
    }
    sheet_add(columns, "first", FIELD_STRING, get_first);
    sheet_add(columns, "last", FIELD_STRING, get_last);
    if (!measure_columns(sheet, columns, error))
        return false;
    if (sheet->export->layout && !two_mode) {
        sheet_add(columns, "x", FIELD_DOUBLE, get_x);
        sheet_add(columns, "y", FIELD_DOUBLE, get_y);
        sheet_add(columns, "size", FIELD_DOUBLE, get_size);
        sheet_add(columns, "color", FIELD_STRING, get_colour);
    }
    return true;
}
