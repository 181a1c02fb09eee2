/* page_data.c - what the explorer shows, as one JSON object: levels, and the tables they share. */
#include "label.h"
#include "number.h"
#include "page.h"
#include <math.h>

/* Rows of a table of the page in the order in which they are first asked for. */
typedef struct Rows {
    uint32_t *row; /* id → row, UINT32_MAX = none yet */
    GArray *id;    /* uint32_t */
} Rows;

typedef struct Data {
    const Corpus *corpus;
    const Cast *cast;
    const Hierarchy *hierarchy;
    Rows actor, event, document, sentence, participation;
} Data;

static void rows_init(Rows *rows, size_t n)
{
    rows->row = g_new(uint32_t, n + 1);
    for (size_t i = 0; i <= n; i++)
        rows->row[i] = UINT32_MAX;
    rows->id = g_array_new(false, false, sizeof(uint32_t));
}

static void rows_clear(Rows *rows)
{
    g_free(rows->row);
    g_array_unref(rows->id);
}

static uint32_t row_of(Rows *rows, uint32_t id)
{
    if (rows->row[id] == UINT32_MAX) {
        rows->row[id] = rows->id->len;
        g_array_append_val(rows->id, id);
    }
    return rows->row[id];
}

/* ---- values ---- */

void page_text(Line *out, const char *text)
{
    if (!text) {
        line_text(out, "null");
        return;
    }
    g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    line_text(out, "\"");
    for (const char *p = valid ? valid : text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c < 0x20 || c == 0x7f || c == '<' || c == '>' || c == '&')
            line_printf(out, "\\u%04x", c);
        else {
            if (c == '"' || c == '\\')
                line_text(out, "\\");
            line_bytes(out, p, 1);
        }
    }
    line_text(out, "\"");
}

/* Names and titles: without what could turn the text around them. */
static void clean_text(Line *out, const char *text)
{
    g_autofree char *clean = text ? label_clean(text, 300) : NULL;
    page_text(out, clean);
}

static void number(Line *out, double value)
{
    char text[NUMBER_SIZE];
    line_text(out, isfinite(value) ? number_short(value, text) : "null");
}

static void row(Line *out, uint32_t value)
{
    if (value == UINT32_MAX)
        line_text(out, "-1");
    else
        line_number(out, value);
}

static void comma(Line *out, size_t i) { line_text(out, i ? "," : ""); }

static void numbers(Line *out, const char *name, const double *value, size_t n)
{
    line_printf(out, ",\"%s\":[", name);
    for (size_t i = 0; i < n; i++) {
        comma(out, i);
        number(out, value[i]);
    }
    line_text(out, "]");
}

/* To a tenth of a pixel. */
static void positions(Line *out, const char *name, const double *value, size_t n)
{
    line_printf(out, ",\"%s\":[", name);
    for (size_t i = 0; i < n; i++) {
        comma(out, i);
        number(out, round(value[i] * 10) / 10);
    }
    line_text(out, "]");
}

static void ranks(Line *out, const char *name, const uint32_t *value, size_t n)
{
    line_printf(out, ",\"%s\":[", name);
    for (size_t i = 0; i < n; i++) {
        comma(out, i);
        row(out, value[i]);
    }
    line_text(out, "]");
}

static void day(Line *out, int32_t value)
{
    if (value == INT32_MIN || value == INT32_MAX)
        line_text(out, "null");
    else
        line_printf(out, "%d", value);
}

static void written_date(Line *out, Date date)
{
    char text[DATE_SIZE];
    page_text(out, date_format(date, text));
}

/* ---- a level ---- */

/* A number: the participation, stated. A list: the participation, 1 where a bloc stands for its members, and the steps
 * from its actor to the one it counts for. */
static void claim(Line *out, Data *data, const Incidence *in, const Claim *c)
{
    uint32_t participation = row_of(&data->participation, c->participation.i);
    if (!c->via.n) {
        line_number(out, participation);
        return;
    }
    line_printf(out, "[%u,%d", participation, c->status == PART_INFERRED_EXPANSION);
    for (uint32_t i = 0; i < c->via.n; i++)
        line_printf(out, ",%u", row_of(&data->actor, in->via[c->via.first + i].actor.i));
    line_text(out, "]");
}

/* One list an event: node, its claims, node, its claims …; with --no-kin node, delegation, claims. */
static void cells(Line *out, Data *data, const Network *network)
{
    const Incidence *in = network->incidence;
    line_text(out, ",\"cells\":[");
    for (size_t e = 0; e < in->n_events; e++) {
        size_t n = 0;
        comma(out, e);
        line_text(out, "[");
        for (uint32_t cell = in->event_first[e]; cell < in->event_first[e + 1]; cell++) {
            comma(out, n++);
            line_printf(out, "%d,",
                        network->node[in->cell_actor[cell]] == UINT32_MAX ? -1
                                                                          : (int)network->node[in->cell_actor[cell]]);
            if (in->cell_delegation)
                line_printf(out, "%u,", in->cell_delegation[cell]);
            line_text(out, "[");
            for (uint32_t c = in->claim_first[cell]; c < in->claim_first[cell + 1]; c++) {
                comma(out, c - in->claim_first[cell]);
                claim(out, data, in, &in->claim[c]);
            }
            line_text(out, "]");
        }
        line_text(out, "]");
    }
    line_text(out, "]");
}

/* How sure the figures of a measure are, or the sentence that says why that cannot be told. */
static void sureness(Line *out, const Uncertainty *u)
{
    if (u->method == UNCERTAINTY_NONE) {
        line_text(out, "{\"why\":");
        page_text(out, u->why_not);
        line_text(out, "}");
        return;
    }
    line_printf(out, "{\"halves\":%s,\"clusters\":%zu,\"resamples\":%u",
                u->method == UNCERTAINTY_HALVES ? "true" : "false", u->n_clusters, u->n_resamples);
    numbers(out, "lo", u->lo, u->n_nodes);
    numbers(out, "hi", u->hi, u->n_nodes);
    if (u->rank_lo && u->n_nodes && u->rank_lo[0]) {
        ranks(out, "rankLo", u->rank_lo, u->n_nodes);
        ranks(out, "rankHi", u->rank_hi, u->n_nodes);
    }
    line_text(out, "}");
}

static void measures(Line *out, const PageLevel *level)
{
    static const Measure shown[] = {MEASURE_STRENGTH, MEASURE_DEGREE, MEASURE_EVENTS, MEASURE_BETWEENNESS,
                                    MEASURE_PAGERANK};
    size_t n = 0;
    line_text(out, ",\"measures\":{");
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        Measure m = shown[i];
        if (!level->scores->value[m])
            continue;
        comma(out, n++);
        line_printf(out, "\"%s\":{\"what\":", measure_name(m));
        page_text(out, measure_definition(m));
        numbers(out, "value", level->scores->value[m], level->network->n_nodes);
        if (level->scores->note[m]) {
            line_text(out, ",\"note\":");
            page_text(out, level->scores->note[m]);
        }
        if (level->uncertainty[m]) {
            line_text(out, ",\"sure\":");
            sureness(out, level->uncertainty[m]);
        }
        line_text(out, "}");
    }
    line_text(out, "}");
}

static void level_object(Line *out, Data *data, const PageLevel *level)
{
    const Network *network = level->network;
    const Incidence *in = network->incidence;
    const Layout *layout = level->layout;
    line_text(out, "{\"level\":");
    page_text(out, level_name(in->level));
    line_printf(out, ",\"kin\":%s,\"actor\":[", in->cell_delegation ? "true" : "false");
    for (size_t i = 0; i < network->n_nodes; i++) {
        comma(out, i);
        line_number(out, row_of(&data->actor, in->actor[network->row[i]].i));
    }
    line_text(out, "]");
    positions(out, "x", layout->x, layout->n_nodes);
    positions(out, "y", layout->y, layout->n_nodes);
    positions(out, "radius", layout->radius, layout->n_nodes);
    positions(out, "font", layout->font, layout->n_nodes);
    ranks(out, "group", layout->group, layout->n_nodes);
    measures(out, level);
    line_text(out, ",\"tie\":[");
    for (size_t t = 0; t < network->n_ties; t++) {
        const Tie *tie = &network->tie[t];
        comma(out, t);
        line_printf(out, "%u,%u,", tie->a, tie->b);
        number(out, tie->weight);
    }
    line_text(out, "],\"event\":[");
    for (size_t e = 0; e < in->n_events; e++) {
        comma(out, e);
        line_number(out, row_of(&data->event, in->event[e].i));
    }
    line_text(out, "]");
    cells(out, data, network);
    line_text(out, "}");
}

/* ---- the tables ---- */

/* The sentence of a mention, or none where it stands outside any or none was kept. */
static uint32_t sentence_of(const Corpus *corpus, MentionId mention)
{
    PassageId passage = corpus->mention[mention.i].passage[PASSAGE_SENTENCE];
    return passage_id_is_none(passage) || !corpus->passage[passage.i].text ? UINT32_MAX : passage.i;
}

/* Marks as a browser counts: in UTF-16 units from the start of the sentence. */
static unsigned units(const char *text, uint32_t bytes)
{
    unsigned n = 0;
    for (uint32_t i = 0; i < bytes && text[i]; i++)
        n += ((unsigned char)text[i] & 0xc0) != 0x80 ? 1 + ((unsigned char)text[i] >= 0xf0) : 0;
    return n;
}

/* "[sentence,begin,end,begin,end …]", one a sentence; returns how many there are beyond PAGE_SENTENCES. */
static unsigned quotes(Line *out, Data *data, Slice evidence)
{
    const Corpus *c = data->corpus;
    unsigned n = 0;
    uint32_t present = UINT32_MAX;
    for (uint32_t i = 0; i < evidence.n; i++) {
        MentionId mention = c->evidence[evidence.first + i];
        uint32_t sentence = sentence_of(c, mention);
        if (sentence == UINT32_MAX)
            continue;
        if (sentence != present && n++ < PAGE_SENTENCES)
            line_printf(out, "%s%s[%u", present == UINT32_MAX ? "" : "]", n > 1 ? "," : "",
                        row_of(&data->sentence, sentence));
        present = sentence;
        const Mention *m = &c->mention[mention.i];
        const char *text = c->passage[sentence].text;
        if (n <= PAGE_SENTENCES && m->begin < m->end)
            line_printf(out, ",%u,%u", units(text, m->begin), units(text, m->end));
    }
    line_text(out, n ? "]" : "");
    return n > PAGE_SENTENCES ? n - PAGE_SENTENCES : 0;
}

static void participation(Line *out, Data *data, uint32_t id)
{
    const Participation *p = &data->corpus->participation[id];
    ActorId actor = data->cast->ref_actor[p->actor.i];
    line_text(out, "[");
    row(out, actor_id_is_none(actor) ? UINT32_MAX : row_of(&data->actor, actor.i));
    line_text(out, ",");
    clean_text(out, p->role);
    line_text(out, ",");
    page_text(out, certainty_name(p->cert));
    line_text(out, ",");
    row(out, document_id_is_none(p->document) ? UINT32_MAX : row_of(&data->document, p->document.i));
    line_text(out, ",[");
    unsigned more = quotes(out, data, p->evidence);
    line_printf(out, "],%u]", more);
}

static void event(Line *out, Data *data, uint32_t id)
{
    const Corpus *c = data->corpus;
    const Event *e = &c->event[id];
    line_text(out, "[");
    clean_text(out, e->label);
    line_text(out, ",");
    clean_text(out, e->id);
    line_text(out, ",");
    day(out, e->first.earliest);
    line_text(out, ",");
    day(out, e->first.latest);
    line_text(out, ",");
    written_date(out, e->first);
    line_text(out, ",");
    written_date(out, e->last);
    line_text(out, ",");
    clean_text(out, e->type);
    line_text(out, ",");
    clean_text(out, e->where);
    line_text(out, ",[");
    for (uint32_t i = 0; i < e->documents.n; i++) {
        comma(out, i);
        line_number(out, row_of(&data->document, c->event_document[e->documents.first + i].i));
    }
    line_text(out, "]]");
}

static void sentence(Line *out, Data *data, uint32_t id)
{
    const Passage *passage = &data->corpus->passage[id];
    line_printf(out, "[%u,", row_of(&data->document, passage->document.i));
    page_text(out, passage->text);
    line_text(out, "]");
}

static void actor(Line *out, Data *data, uint32_t id)
{
    const Actor *a = &data->cast->actor[id];
    ActorId home = hierarchy_home(data->hierarchy, actor_id_of(id));
    line_text(out, "[");
    clean_text(out, a->label);
    line_text(out, ",");
    clean_text(out, a->id);
    line_text(out, ",");
    page_text(out, actor_type_name(a->type));
    line_text(out, ",");
    clean_text(out, a->subtype);
    line_text(out, ",");
    row(out, actor_id_is_none(home) || home.i == id ? UINT32_MAX : row_of(&data->actor, home.i));
    line_text(out, ",[");
    for (uint32_t i = 1; i < a->names.n; i++) {
        comma(out, i - 1);
        clean_text(out, data->cast->name[a->names.first + i]);
    }
    line_text(out, "]]");
}

static void document(Line *out, Data *data, uint32_t id)
{
    const Document *d = &data->corpus->document[id];
    bool link = d->url && (g_str_has_prefix(d->url, "http://") || g_str_has_prefix(d->url, "https://"));
    line_text(out, "[");
    clean_text(out, d->title ? d->title : d->name);
    line_text(out, ",");
    clean_text(out, d->outlet);
    line_text(out, ",");
    written_date(out, d->date);
    line_text(out, ",");
    page_text(out, link ? d->url : NULL);
    line_text(out, "]");
}

/* Rows may ask for more rows of their own table: a country of an actor. */
static void table(Line *out, Data *data, const char *name, Rows *rows, void (*write)(Line *, Data *, uint32_t))
{
    line_printf(out, ",\n\"%s\":[", name);
    for (guint i = 0; i < rows->id->len; i++) {
        line_text(out, i ? ",\n" : "\n");
        write(out, data, g_array_index(rows->id, uint32_t, i));
    }
    line_text(out, "]");
}

void page_data(const Page *page, Line *out)
{
    const Incidence *in = page->level[page->start].network->incidence;
    Data data = {.corpus = in->corpus, .cast = in->cast, .hierarchy = in->hierarchy};
    rows_init(&data.actor, data.cast->n_actors);
    rows_init(&data.event, data.corpus->n_events);
    rows_init(&data.document, data.corpus->n_documents);
    rows_init(&data.sentence, data.corpus->n_passages);
    rows_init(&data.participation, data.corpus->n_participations);
    Weight weight = page->level[page->start].network->weight;
    line_text(out, "{\"title\":");
    clean_text(out, page->title);
    line_text(out, ",\"caption\":");
    clean_text(out, page->caption);
    line_printf(out, ",\"weight\":\"%s\",\"weightWords\":\"%s\",\"start\":%zu,\"dark\":%s,\n\"levels\":[",
                weight_name(weight), weight_meaning(weight), page->start, page->dark ? "true" : "false");
    for (size_t i = 0; i < page->n_levels; i++) {
        line_text(out, i ? ",\n" : "\n");
        level_object(out, &data, &page->level[i]);
    }
    line_text(out, "]");
    /* each table may ask for rows of those after it */
    table(out, &data, "events", &data.event, event);
    table(out, &data, "participations", &data.participation, participation);
    table(out, &data, "sentences", &data.sentence, sentence);
    table(out, &data, "actors", &data.actor, actor);
    table(out, &data, "documents", &data.document, document);
    line_text(out, "}");
    rows_clear(&data.actor);
    rows_clear(&data.event);
    rows_clear(&data.document);
    rows_clear(&data.sentence);
    rows_clear(&data.participation);
}
