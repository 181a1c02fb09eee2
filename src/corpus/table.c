/* table.c - incidence tables: one row an actor in an event, as CSV or TSV, with or without the other columns. */
#include "delimited.h"
#include "failure.h"
#include "format.h"
#include "utf8.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_NAME_BYTES = 65536 };

typedef enum Column {
    COLUMN_ACTOR,
    COLUMN_EVENT,
    COLUMN_ID,
    COLUMN_TYPE,
    COLUMN_ROLE,
    COLUMN_STATUS,
    COLUMN_EVENT_STATUS,
    COLUMN_CERT,
    COLUMN_DATE,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_DOCUMENT,
    COLUMN_EVENT_TYPE,
    COLUMN_EVENT_LABEL,
    COLUMN_SERIES,
    COLUMN_WHERE,
    COLUMN_PLACE,
    COLUMN_ANA,
    N_COLUMNS
} Column;

/* Header words for each column, case ignored; the first that the header has counts. */
static const char *const alias[N_COLUMNS][10] = {
    [COLUMN_ACTOR] = {"actor", "person", "name", "node", "character", "member", "participant"},
    [COLUMN_EVENT] = {"event", "event_id", "group", "meeting", "scene"},
    [COLUMN_ID] = {"id", "actor_id"},
    [COLUMN_TYPE] = {"type", "actor_type"},
    [COLUMN_ROLE] = {"role"},
    [COLUMN_STATUS] = {"status"},
    [COLUMN_EVENT_STATUS] = {"event_status"},
    [COLUMN_CERT] = {"cert", "certainty"},
    [COLUMN_DATE] = {"date", "when"},
    [COLUMN_FROM] = {"from", "start"},
    [COLUMN_TO] = {"to", "end"},
    [COLUMN_DOCUMENT] = {"document", "doc"},
    [COLUMN_EVENT_TYPE] = {"event_type"},
    [COLUMN_EVENT_LABEL] = {"event_label", "event_name", "event_title"},
    [COLUMN_SERIES] = {"series"},
    [COLUMN_WHERE] = {"where", "venue", "location"},
    [COLUMN_PLACE] = {"place"},
    [COLUMN_ANA] = {"ana"},
};

typedef struct Table {
    Builder *builder;
    Delimited *rows;
    DocumentId document;
    int column[N_COLUMNS]; /* -1 = not there */
    Lookup *event;         /* id → row of builder->event */
    Lookup *record;        /* id, type → row of builder->record */
} Table;

static const char *field(const Table *t, Column c) { return delimited_field(t->rows, t->column[c]); }

static Place place_of(const Table *t, Column c) { return delimited_place(t->rows, t->column[c]); }

static const char *intern(const Table *t, const char *text)
{
    return *text ? pool_string(t->builder->pool, text) : NULL;
}

/* Words that people read stand on one line, as names in TEI do. */
static const char *intern_words(const Table *t, const char *text)
{
    g_autofree char *words = utf8_collapse(text, strlen(text));
    return intern(t, words);
}

/* Nothing that could be seen: blanks of all kinds, characters without width. */
static bool is_invisible(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (!g_unichar_isspace(c) && !g_unichar_iszerowidth(c))
            return false;
    }
    return true;
}

/* What is wrong with a value that is not one of the known words. */
static void report_word(const Table *t, Column c, DiagnosticCode code, const char *taken_as)
{
    diagnostics_add(t->builder->diagnostics, code, place_of(t, c), NULL, "unknown %s \"%s\"; it is read as %s",
                    alias[c][0], field(t, c), taken_as);
}

static void report_unknown_columns(const Table *t, const char *path)
{
    g_autoptr(GString) unknown = g_string_new(NULL);
    for (size_t i = 0; i < delimited_n_columns(t->rows); i++) {
        bool known = false;
        for (size_t c = 0; c < N_COLUMNS; c++)
            known = known || t->column[c] == (int)i;
        if (!known)
            g_string_append_printf(unknown, "%s%s", unknown->len ? ", " : "", delimited_column(t->rows, i));
    }
    if (unknown->len)
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_UNKNOWN_COLUMN, (Place){g_intern_string(path), 1, 1}, NULL,
                        "columns not used: %s", unknown->str);
}

static bool find_columns(Table *t)
{
    for (size_t c = 0; c < N_COLUMNS; c++)
        t->column[c] = delimited_find(t->rows, alias[c]);
    if (t->column[COLUMN_ACTOR] < 0) /* a table of ids alone */
        t->column[COLUMN_ACTOR] = t->column[COLUMN_ID];
    return t->column[COLUMN_ACTOR] >= 0 && t->column[COLUMN_EVENT] >= 0;
}

/* A file that is no incidence table: a failure when the user named it, else passed over. */
static bool refuse(const Table *t, const Source *source, GError **error)
{
    g_autoptr(GString) header = g_string_new(NULL);
    for (size_t i = 0; i < delimited_n_columns(t->rows); i++)
        g_string_append_printf(header, "%s%s", i ? ", " : "", delimited_column(t->rows, i));
    const char *missing = t->column[COLUMN_ACTOR] < 0 ? "actor" : "event";
    if (source->direct)
        failure_set(error, ERROR_IO, (Place){g_intern_string(source->path), 1, 1}, "not-a-table",
                    "an incidence table has a column actor (or person, name, node, character, member) and a column "
                    "event (or group, meeting, scene)",
                    "the header \"%s\" has no column for the %s", header->str, missing);
    else
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_UNKNOWN_FORMAT,
                        (Place){g_intern_string(source->path), 1, 1}, NULL,
                        "the header \"%s\" has no column for the %s; the table is passed over", header->str, missing);
    return !source->direct;
}

/* "2021-06", or the range that date_format writes: "2021-06-03/..". */
static Date read_date(const Table *t, Column c)
{
    const char *text = field(t, c), *slash = strchr(text, '/');
    if (!slash)
        return builder_date(t->builder, text, strlen(text), place_of(t, c));
    Date date = DATE_UNKNOWN;
    if (strncmp(text, "../", 3) != 0)
        date.earliest = builder_date(t->builder, text, (size_t)(slash - text), place_of(t, c)).earliest;
    if (strcmp(slash, "/..") != 0)
        date.latest = builder_date(t->builder, slash + 1, strlen(slash + 1), place_of(t, c)).latest;
    if (date.earliest <= date.latest)
        return date;
    diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_REVERSED_DATES, place_of(t, c), NULL,
                    "\"%s\" ends before it begins; it is read as unknown", text);
    return DATE_UNKNOWN;
}

/* file.xml:12, file.xml:12:5 */
static bool looks_like_place(const char *text)
{
    size_t n = strlen(text), from = n;
    while (from > 0 && g_ascii_isdigit(text[from - 1]))
        from--;
    return from < n && from > 0 && text[from - 1] == ':';
}

/* What the row says of its event, unless an earlier row has said so. */
static void describe_event(const Table *t, Event *e)
{
    if (t->column[COLUMN_EVENT_STATUS] >= 0 && *field(t, COLUMN_EVENT_STATUS)) {
        EventStatus status;
        if (!event_status_by_name(field(t, COLUMN_EVENT_STATUS), &status))
            report_word(t, COLUMN_EVENT_STATUS, DIAGNOSTIC_BAD_ATTRIBUTE, "not given");
        else if (e->status == EVENT_UNSTATED)
            e->status = status;
        else if (e->status != status)
            diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_ID_CLASH, place_of(t, COLUMN_EVENT_STATUS), NULL,
                            "event \"%s\" is %s here, %s above; the first counts", e->id, event_status_name(status),
                            event_status_name(e->status));
    }
    if (!e->type)
        e->type = intern(t, field(t, COLUMN_EVENT_TYPE));
    if (!e->label)
        e->label = intern_words(t, field(t, COLUMN_EVENT_LABEL));
    if (!e->series)
        e->series = intern(t, field(t, COLUMN_SERIES));
    if (!e->where)
        e->where = intern_words(t, field(t, COLUMN_WHERE));
    if (!e->where && !looks_like_place(field(t, COLUMN_PLACE)))
        e->where = intern_words(t, field(t, COLUMN_PLACE));
}

static void date_event(const Table *t, Event *e)
{
    Date first = read_date(t, COLUMN_FROM), last = read_date(t, COLUMN_TO), day = read_date(t, COLUMN_DATE);
    first = date_is_unknown(first) ? day : first;
    last = !date_is_unknown(last) ? last : !date_is_unknown(day) ? day : first;
    if (date_is_unknown(first) && date_is_unknown(last))
        return;
    if (date_compare(first, last) == DATE_AFTER) {
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_REVERSED_DATES, place_of(t, COLUMN_TO), NULL,
                        "event \"%s\" ends before it begins; its dates are not used", e->id);
        return;
    }
    bool known = !date_is_unknown(e->first) || !date_is_unknown(e->last);
    if (known && (memcmp(&e->first, &first, sizeof first) || memcmp(&e->last, &last, sizeof last))) {
        char here[DATE_SIZE], above[DATE_SIZE];
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_ID_CLASH,
                        place_of(t, t->column[COLUMN_DATE] >= 0 ? COLUMN_DATE : COLUMN_FROM), NULL,
                        "event \"%s\" is dated %s here, %s above; the first counts", e->id, date_format(first, here),
                        date_format(e->first, above));
        return;
    }
    e->first = first;
    e->last = last;
}

static EventId row_event(const Table *t, DocumentId told_by)
{
    Builder *b = t->builder;
    const char *id = pool_string(b->pool, field(t, COLUMN_EVENT));
    uint32_t row = lookup_get(t->event, 0, id);
    if (row == UINT32_MAX) {
        EventDraft draft = {.event = {.id = id,
                                      .status = EVENT_UNSTATED,
                                      .kind = EVENT_TABLE,
                                      .first = DATE_UNKNOWN,
                                      .last = DATE_UNKNOWN,
                                      .parent = event_id_none(),
                                      .document = told_by,
                                      .place = place_of(t, COLUMN_EVENT)},
                            .scope = t->document,
                            .nested_in = event_id_none()};
        row = b->event->len;
        g_array_append_val(b->event, draft);
        lookup_set(t->event, 0, id, row);
    }
    Event *e = &builder_event(b, event_id_of(row))->event;
    describe_event(t, e);
    date_event(t, e);
    return event_id_of(row);
}

/* The document that a row names: one row of the corpus for all tables that name it. */
static DocumentId row_document(const Table *t)
{
    Builder *b = t->builder;
    const char *id = intern(t, field(t, COLUMN_DOCUMENT));
    if (!id)
        return t->document;
    uint32_t row = lookup_get(b->table_document, 0, id);
    if (row != UINT32_MAX && row < b->document->len && builder_document(b, document_id_of(row))->id == id)
        return document_id_of(row);
    Document d = {.id = id, .path = builder_document(b, t->document)->path, .name = id, .date = DATE_UNKNOWN};
    row = b->document->len;
    g_array_append_val(b->document, d);
    lookup_set(b->table_document, 0, id, row);
    return document_id_of(row);
}

static ActorType row_type(const Table *t)
{
    ActorType type;
    if (!*field(t, COLUMN_TYPE))
        return ACTOR_OFFICIAL; /* ruling 13 */
    if (actor_type_by_name(field(t, COLUMN_TYPE), &type))
        return type;
    report_word(t, COLUMN_TYPE, DIAGNOSTIC_UNKNOWN_TYPE, "unknown");
    return ACTOR_UNKNOWN;
}

static const char *row_actor(const Table *t, ActorType type)
{
    Builder *b = t->builder;
    bool has_id = t->column[COLUMN_ID] >= 0 && *field(t, COLUMN_ID);
    const char *id = field(t, has_id ? COLUMN_ID : COLUMN_ACTOR);
    id = pool_string(b->pool, *id == '#' && id[1] ? id + 1 : id);
    if (lookup_get(t->record, (uint32_t)type, id) == UINT32_MAX) {
        Record record = {.id = id,
                         .type = type,
                         .label = intern_words(t, has_id && *field(t, COLUMN_ACTOR) ? field(t, COLUMN_ACTOR) : id),
                         .document = t->document,
                         .place = place_of(t, COLUMN_ACTOR),
                         .from_table = true};
        lookup_set(t->record, (uint32_t)type, id, b->record->len);
        g_array_append_val(b->record, record);
    }
    return id;
}

static unsigned row_flags(const Table *t)
{
    const char *ana = field(t, COLUMN_ANA);
    return PART_TABLE | (strstr(ana, "bloc-expand") ? PART_BLOC_EXPAND : 0) |
           (strstr(ana, "bloc-partial") ? PART_BLOC_PARTIAL : 0) | (strstr(ana, "comention") ? PART_COMENTION : 0);
}

static void read_participation(const Table *t)
{
    Builder *b = t->builder;
    ParticipationStatus status = PART_STATED;
    Certainty cert = CERT_UNSTATED;
    if (*field(t, COLUMN_STATUS) && !participation_status_by_name(field(t, COLUMN_STATUS), &status))
        report_word(t, COLUMN_STATUS, DIAGNOSTIC_BAD_ATTRIBUTE, "stated");
    if (!certainty_by_name(field(t, COLUMN_CERT), &cert))
        report_word(t, COLUMN_CERT, DIAGNOSTIC_BAD_ATTRIBUTE, "not given");
    ActorType type = row_type(t);
    DocumentId document = row_document(t);
    const char *role = *field(t, COLUMN_ROLE) ? field(t, COLUMN_ROLE) : "attendee";
    ParticipationDraft draft = {.row = {.role = pool_string(b->pool, role),
                                        .status = status,
                                        .cert = cert,
                                        .flags = row_flags(t),
                                        .document = document,
                                        .place = place_of(t, COLUMN_ACTOR)},
                                .draft = row_event(t, document),
                                .actor = {.kind = REF_KEY, .text = row_actor(t, type)},
                                .scope = t->document,
                                .hint = type,
                                .mention = mention_id_none()};
    g_array_append_val(b->participation, draft);
}

static bool check_lengths(const Table *t, GError **error)
{
    static const Column name[] = {COLUMN_ACTOR, COLUMN_ID, COLUMN_EVENT, COLUMN_ROLE, COLUMN_DOCUMENT};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
        Place place = place_of(t, name[i]);
        if (strlen(field(t, name[i])) > MOST_NAME_BYTES) {
            failure_set(error, ERROR_IO, place, "too-long", "look for a quote that is not closed",
                        "a name of more than 64 kB");
            return false;
        }
    }
    return true;
}

/* Reports what makes a row useless. */
static bool row_is_usable(const Table *t, size_t n_fields)
{
    Diagnostics *d = t->builder->diagnostics;
    size_t n_columns = delimited_n_columns(t->rows);
    if (n_fields != n_columns) {
        diagnostics_add(d, DIAGNOSTIC_BAD_ROW, delimited_place(t->rows, -1), NULL,
                        "%zu field%s where the header has %zu; the row is left out", n_fields, n_fields == 1 ? "" : "s",
                        n_columns);
        return false;
    }
    bool actor = !is_invisible(field(t, COLUMN_ACTOR)) || !is_invisible(field(t, COLUMN_ID));
    if (actor && !is_invisible(field(t, COLUMN_EVENT)))
        return true;
    diagnostics_add(d, DIAGNOSTIC_BAD_ROW, place_of(t, actor ? COLUMN_EVENT : COLUMN_ACTOR),
                    "give every row an actor and an event", "the row has no %s; it is left out",
                    actor ? "event" : "actor");
    return false;
}

static bool read_rows(Table *t, GError **error)
{
    GError *failure = NULL;
    for (size_t n_fields; delimited_next(t->rows, &n_fields, &failure);) {
        if (!check_lengths(t, &failure))
            break;
        if (row_is_usable(t, n_fields))
            read_participation(t);
    }
    if (!failure)
        return true;
    g_propagate_error(error, failure);
    return false;
}

/* All of a source that cannot be read twice. */
static GString *slurp(const Source *source, GError **error)
{
    g_autoptr(GString) all = g_string_new_len(source->head, (gssize)source->n_head);
    char chunk[FORMAT_HEAD];
    for (ssize_t n; (n = source_read(source, chunk, sizeof chunk, error)) != 0;) {
        if (n < 0)
            return NULL;
        g_string_append_len(all, chunk, n);
    }
    return g_steal_pointer(&all);
}

bool table_read(Builder *builder, const Source *source, GError **error)
{
    struct stat status;
    bool plain = !source->inflate && fstat(source->fd, &status) == 0 && S_ISREG(status.st_mode) &&
                 strcmp(source->path, "-") != 0;
    g_autoptr(GString) text = plain ? NULL : slurp(source, error);
    if (!plain && !text)
        return false;
    g_autoptr(Delimited) rows =
        plain ? delimited_open(source->path, error) : delimited_memory(source->path, text->str, text->len, error);
    if (!rows)
        return false;
    g_autoptr(Lookup) event = lookup_new(), record = lookup_new();
    Table table = {.builder = builder, .rows = rows, .event = event, .record = record};
    if (!find_columns(&table))
        return refuse(&table, source, error);
    table.document = builder_add_document(builder, source->path, source->name);
    builder->n_bytes += plain ? (uint64_t)status.st_size : text->len;
    report_unknown_columns(&table, source->path);
    if (!read_rows(&table, error))
        return false;
    builder_document(builder, table.document)->digest = pool_string(builder->pool, delimited_digest(rows));
    return true;
}
