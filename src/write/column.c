/* column.c - the one description of what a node and a tie carry: sheets, rows and fields. */
#include "column.h"
#include "number.h"
#include "utf8.h"
#include <math.h>
#include <string.h>

enum { REMEMBERED_BITS = 11, N_REMEMBERED = 1 << REMEMBERED_BITS };
G_STATIC_ASSERT((int)NUMBER_SIZE <= (int)DATE_SIZE); /* Remembered holds both */

void sheet_add(GArray *columns, const char *name, FieldKind kind, void (*get)(Sheet *, Column *, Field *))
{
    Column column = {.name = name, .kind = kind, .get = get};
    g_array_append_val(columns, column);
}

static Sheet *sheet_new(const Export *export, const TwoMode *two_mode, Escape escape)
{
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->export = export;
    sheet->two_mode = two_mode;
    sheet->phrases = phrases_new(escape);
    sheet->numbers = g_new0(Remembered, N_REMEMBERED);
    sheet->days = g_new0(Remembered, N_REMEMBERED);
    return sheet;
}

static void sheet_take_columns(Sheet *sheet, GArray *columns)
{
    sheet->n_columns = columns->len;
    sheet->column = (Column *)g_array_free(columns, FALSE);
    sheet->field = g_new0(Field, sheet->n_columns + 1);
}

Sheet *sheet_nodes(const Export *export, const TwoMode *two_mode, Escape escape, GError **error)
{
    g_autoptr(Sheet) sheet = sheet_new(export, two_mode, escape);
    sheet->n_rows = two_mode ? two_mode->n_nodes : export->network->n_nodes;
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(Column));
    bool ok = node_columns(sheet, columns, error);
    sheet_take_columns(sheet, columns);
    return ok ? g_steal_pointer(&sheet) : NULL;
}

Sheet *sheet_ties(const Export *export, const TwoMode *two_mode, Escape escape)
{
    Sheet *sheet = sheet_new(export, two_mode, escape);
    sheet->n_rows = two_mode ? two_mode->n_ties : export->network->n_ties;
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(Column));
    if (two_mode)
        participation_columns(sheet, columns);
    else
        tie_columns(sheet, columns);
    sheet_take_columns(sheet, columns);
    return sheet;
}

void sheet_free(Sheet *sheet)
{
    if (!sheet)
        return;
    for (size_t i = 0; i < sheet->n_columns; i++)
        line_free(&sheet->column[i].room);
    g_free(sheet->column);
    g_free(sheet->field);
    for (int m = 0; m < N_MEASURES; m++)
        g_free(sheet->event_value[m]);
    tie_support_clear(&sheet->support);
    g_free(sheet->event_column);
    phrases_free(sheet->phrases);
    g_free(sheet->numbers);
    g_free(sheet->days);
    g_free(sheet);
}

void sheet_go(Sheet *sheet, size_t row)
{
    sheet->row = row;
    if (sheet->begin)
        sheet->begin(sheet);
    for (size_t i = 0; i < sheet->n_columns; i++) {
        sheet->field[i] = (Field){0};
        line_clear(&sheet->column[i].room);
        sheet->column[i].get(sheet, &sheet->column[i], &sheet->field[i]);
    }
}

void sheet_ends(const Sheet *sheet, size_t row, uint32_t *a, uint32_t *b)
{
    if (sheet->two_mode) {
        *a = sheet->two_mode->tie[row].actor;
        *b = sheet->two_mode->tie[row].event;
    } else {
        *a = sheet->export->network->tie[row].a;
        *b = sheet->export->network->tie[row].b;
    }
}

const char *sheet_label(const Export *export, const TwoMode *two_mode, uint32_t node)
{
    if (!two_mode)
        return network_actor(export->network, node)->label;
    const Incidence *b = export->network->incidence;
    const TwoModeNode *n = &two_mode->node[node];
    return actor_id_is_none(n->actor) ? b->corpus->event[n->event.i].label : b->cast->actor[n->actor.i].label;
}

int sheet_find(const Sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->n_columns; i++)
        if (strcmp(sheet->column[i].name, name) == 0)
            return (int)i;
    return -1;
}

void field_text(Sheet *sheet, Column *column, Field *field, const char *text)
{
    if (!text || !*text)
        return;
    phrases_append(sheet->phrases, &column->room, text);
    field_joined(field, column);
}

void field_joined(Field *field, Column *column)
{
    *field = (Field){.present = column->room.n > 0, .text = column->room.text, .length = column->room.n};
}

/* The slot of a key; where *known is false, what it holds belongs to another. */
static Remembered *recall(Remembered *table, uint64_t key, bool *known)
{
    Remembered *slot = &table[key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - REMEMBERED_BITS)];
    *known = slot->text[0] && slot->key == key;
    slot->key = key;
    return slot;
}

void field_number(Sheet *sheet, Column *column, Field *field, double number)
{
    uint64_t key;
    bool known;
    if (!isfinite(number))
        return;
    memcpy(&key, &number, sizeof key);
    Remembered *slot = recall(sheet->numbers, key, &known);
    if (!known)
        number_exact(number, slot->text);
    line_text(&column->room, slot->text);
    field_joined(field, column);
    field->number = number;
}

void field_bool(Field *field, bool value)
{
    *field = (Field){.present = true, .text = value ? "true" : "false", .length = value ? 4 : 5, .number = value};
}

void field_day(Sheet *sheet, Column *column, Field *field, Date day)
{
    bool known;
    if (date_is_unknown(day))
        return;
    Remembered *slot = recall(sheet->days, (uint64_t)(uint32_t)day.earliest << 32 | (uint32_t)day.latest, &known);
    if (!known)
        date_format(day, slot->text);
    line_text(&column->room, slot->text);
    field_joined(field, column);
}

void join_text(Sheet *sheet, Column *column, const char *text)
{
    if (!text || !*text)
        return;
    if (column->room.n)
        line_bytes(&column->room, "; ", 2);
    phrases_append(sheet->phrases, &column->room, text);
}

/* Is the part that starts at last one of those before it? */
static bool is_repeated(const Line *list, size_t last)
{
    const char *part = list->text + last;
    for (const char *at = strstr(list->text, part); at && at < part; at = strstr(at + 1, part)) {
        const char *end = at + (list->n - last);
        bool starts = at == list->text || (at - list->text >= 2 && at[-2] == ';' && at[-1] == ' ');
        if (starts && end[0] == ';' && end[1] == ' ')
            return true;
    }
    return false;
}

void join_new_text(Sheet *sheet, Column *column, const char *text)
{
    Line *list = &column->room;
    size_t before = list->n;
    join_text(sheet, column, text);
    if (before && list->n > before && is_repeated(list, before + 2)) {
        list->n = before;
        list->text[before] = '\0';
    }
}

/* One line of text that any format can hold. */
static char *one_line(const char *text)
{
    g_autofree char *clean = utf8_clean(text, strlen(text));
    return utf8_collapse(clean, strlen(clean));
}

char *sheet_title(const Export *export) { return export->title ? one_line(export->title) : NULL; }

char *sheet_provenance(const Export *export)
{
    g_autofree char *line =
        export->provenance ? provenance_line(export->provenance) : g_strdup("entente " ENTENTE_VERSION);
    return one_line(line);
}

char *sheet_notes(const Export *export)
{
    g_autoptr(GString) notes = g_string_new(NULL);
    for (int m = 0; export->scores && m < N_MEASURES; m++)
        if ((export->scores->computed & MEASURE_BIT(m)) && export->scores->note[m])
            g_string_append_printf(notes, "%s%s: %s", notes->len ? "; " : "", measure_name((Measure)m),
                                   export->scores->note[m]);
    return notes->len ? one_line(notes->str) : NULL;
}
