/* tei_body.c - the text of a TEI file: divisions, paragraphs, marks, and every character between them as it is. */
#include "tei_file.h"
#include <string.h>

/* A paragraph or head; what lies between two blocks is white space. */
typedef struct Block {
    uint32_t from, to;
    bool head, found; /* found: a line that no paragraph has */
    const char *type; /* of ab */
    uint32_t zone;    /* row of corpus->stretch, or UINT32_MAX */
} Block;

typedef struct Body {
    TeiFile *t;
    const char *text;
    uint32_t n;
    GArray *block;    /* Block */
    GArray *zone;     /* const Stretch *, outermost, in order */
    GArray *sentence; /* const Stretch * */
    GArray *marks;    /* TextMark */
    guint next_mark, next_sentence;
} Body;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static uint32_t zone_at(const Body *b, uint32_t at)
{
    for (guint i = 0; i < b->zone->len; i++) {
        const Stretch *z = g_array_index(b->zone, const Stretch *, i);
        if (z->from <= at && at < z->to)
            return (uint32_t)(z - b->t->corpus->stretch);
    }
    return UINT32_MAX;
}

/* The next place where a zone begins or ends, or to. */
static uint32_t next_border(const Body *b, uint32_t from, uint32_t to)
{
    for (guint i = 0; i < b->zone->len; i++) {
        const Stretch *z = g_array_index(b->zone, const Stretch *, i);
        if (z->from > from && z->from < to)
            return z->from;
        if (z->to > from && z->to < to)
            return z->to;
    }
    return to;
}

static void add_block(Body *b, Block block)
{
    while (block.from < block.to && is_blank(b->text[block.from]) && block.found)
        block.from++;
    while (block.from < block.to && is_blank(b->text[block.to - 1]) && block.found)
        block.to--;
    block.zone = zone_at(b, block.from);
    if (block.from < block.to)
        g_array_append_val(b->block, block);
}

/* Text that stands in no paragraph: one a line. */
static void add_lines(Body *b, uint32_t from, uint32_t to)
{
    while (from < to) {
        const char *end = memchr(b->text + from, '\n', to - from);
        uint32_t stop = next_border(b, from, end ? (uint32_t)(end - b->text) : to);
        add_block(b, (Block){.from = from, .to = stop, .found = true});
        from = stop + (stop < to && b->text[stop] == '\n');
    }
}

/* Paragraphs within paragraphs and zones within zones are not told apart. */
static void list_stretches(Body *b, GArray *paragraph)
{
    const Corpus *c = b->t->corpus;
    const uint32_t *row;
    size_t n = rows_of(&b->t->w->annotated->stretch, b->t->document, &row);
    uint32_t zone_end = 0, paragraph_end = 0;
    for (size_t i = 0; i < n; i++) {
        const Stretch *s = &c->stretch[row[i]];
        bool nested = s->from < (s->kind == STRETCH_ZONE ? zone_end : paragraph_end);
        if (s->kind == STRETCH_SENTENCE) {
            g_array_append_val(b->sentence, s);
        } else if (nested) {
            losses_add(b->t->w->losses, s->kind == STRETCH_ZONE ? "zones within zones" : "paragraphs within paragraphs",
                       1);
        } else if (s->kind == STRETCH_ZONE) {
            g_array_append_val(b->zone, s);
            zone_end = s->to;
        } else {
            g_array_append_val(paragraph, s);
            paragraph_end = s->to;
        }
    }
}

static void list_blocks(Body *b)
{
    g_autoptr(GArray) paragraph = g_array_new(FALSE, FALSE, sizeof(Stretch *));
    list_stretches(b, paragraph);
    uint32_t at = 0;
    for (guint i = 0; i < paragraph->len; i++) {
        const Stretch *s = g_array_index(paragraph, const Stretch *, i);
        add_lines(b, at, s->from);
        add_block(b, (Block){.from = s->from, .to = s->to, .head = s->kind == STRETCH_HEAD, .type = s->type});
        at = s->to;
    }
    add_lines(b, at, b->n);
}

/* A mark lies in one block: lines that it crosses become one; what crosses paragraphs is taken out. */
static void fit_marks(Body *b, GArray *others)
{
    guint k = 0, kept = 0;
    GArray *block = b->block;
    for (guint i = 0; i < b->marks->len; i++) {
        TextMark m = g_array_index(b->marks, TextMark, i);
        while (k < block->len && g_array_index(block, Block, k).to <= m.from)
            k++;
        Block *here = k < block->len ? &g_array_index(block, Block, k) : NULL;
        while (here && here->from <= m.from && here->to < m.to && here->found && k + 1 < block->len) {
            const Block *next = &g_array_index(block, Block, k + 1);
            if (!next->found || next->zone != here->zone || next->from >= m.to)
                break;
            here->to = next->to;
            g_array_remove_index(block, k + 1);
            here = &g_array_index(block, Block, k);
        }
        if (here && here->from <= m.from && m.to <= here->to)
            g_array_index(b->marks, TextMark, kept++) = m;
        else
            g_array_append_val(others, m);
    }
    g_array_set_size(b->marks, kept);
}

/* Sentences that lie in one block and that no mark begins outside of or runs beyond. */
static void fit_sentences(Body *b)
{
    guint kept = 0, k = 0;
    for (guint i = 0; i < b->sentence->len; i++) {
        const Stretch *s = g_array_index(b->sentence, const Stretch *, i);
        bool fits = false;
        while (k < b->block->len && g_array_index(b->block, Block, k).to <= s->from)
            k++;
        if (k < b->block->len)
            fits = g_array_index(b->block, Block, k).from <= s->from && s->to <= g_array_index(b->block, Block, k).to;
        if (fits)
            g_array_index(b->sentence, const Stretch *, kept++) = s;
    }
    g_array_set_size(b->sentence, kept);
    guint m = 0, final = 0;
    uint32_t end = 0;
    for (guint i = 0; i < kept; i++) {
        const Stretch *s = g_array_index(b->sentence, const Stretch *, i);
        for (; m < b->marks->len && g_array_index(b->marks, TextMark, m).from < s->from; m++)
            end = MAX(end, g_array_index(b->marks, TextMark, m).to);
        bool crossed = end > s->from;
        for (guint j = m; j < b->marks->len && g_array_index(b->marks, TextMark, j).from < s->to; j++)
            crossed = crossed || g_array_index(b->marks, TextMark, j).to > s->to;
        if (!crossed)
            g_array_index(b->sentence, const Stretch *, final++) = s;
    }
    losses_add(b->t->w->losses, "sentences that names reach across", b->sentence->len - final);
    g_array_set_size(b->sentence, final);
}

/* Marks */

static const char *mention_element(const Annotated *a, const Mention *m, const char *subtype, const char **type)
{
    static const char *const element[] = {"country", "orgName", "persName", "bloc"};
    bool name = !subtype || (strcmp(subtype, "nom") != 0 && strcmp(subtype, "grp") != 0 && strcmp(subtype, "trg") != 0);
    ActorType actor = annotated_type(a, m);
    *type = NULL;
    if (m->kind == MENTION_EVENT) {
        *type = name ? NULL : "event";
        return name ? "eventName" : "rs";
    }
    if (actor == ACTOR_UNKNOWN)
        return "rs";
    *type = name ? NULL : actor_type_name(actor);
    return name ? element[actor] : "rs";
}

static const char *open_mention(TeiFile *t, uint32_t row)
{
    const Corpus *c = t->corpus;
    const Mention *m = &c->mention[row];
    const Marking *k = &c->marking[row];
    const char *type, *element = mention_element(t->w->annotated, m, k->subtype, &type);
    g_autoptr(GString) refs = g_string_new(NULL);
    for (uint32_t i = 0; i < m->refs.n; i++)
        tei_point_ref(t, refs, c->mention_ref[m->refs.first + i]);
    if (m->kind == MENTION_EVENT && k->event)
        tei_point(t, refs, k->event, NULL);
    tei_begin(t, element);
    tei_attribute(t, "xml:id", g_hash_table_lookup(t->mention_id, GUINT_TO_POINTER(row + 1)));
    tei_attribute(t, "type", type);
    tei_word(t, "subtype", k->subtype);
    tei_attribute(t, "ref", refs->str);
    tei_cert_attribute(t, k->cert);
    tei_attribute(t, "resp", k->resp);
    line_text(&t->line, ">");
    return element;
}

static const char *open_remark(TeiFile *t, uint32_t row)
{
    static const char *const element[] = {"placeName", "date", "roleName", "name"};
    const Remark *r = &t->corpus->remark[row];
    g_autoptr(GString) target = g_string_new(NULL);
    Date when;
    if (r->target)
        tei_point(t, target, r->target, NULL);
    tei_begin(t, element[r->kind]);
    g_autofree char *id = r->id ? tei_name(r->id) : NULL;
    if (id && !g_hash_table_contains(t->taken, id)) {
        tei_attribute(t, "xml:id", id);
        g_hash_table_add(t->taken, g_steal_pointer(&id));
    }
    tei_word(t, "type", r->type ? r->type : r->kind == REMARK_NAME ? "other" : NULL);
    if (r->kind != REMARK_DATE)
        tei_attribute(t, r->kind == REMARK_ROLE ? "corresp" : "ref", target->str);
    if (r->when && date_parse(r->when, &when))
        tei_attribute(t, "when", r->when);
    tei_cert_attribute(t, r->cert);
    tei_attribute(t, "resp", r->resp);
    line_text(&t->line, ">");
    return element[r->kind];
}

typedef struct OpenElement {
    const char *name;
    uint32_t to;
} OpenElement;

static void close_until(Body *b, GArray *open, uint32_t *at, uint32_t limit)
{
    while (open->len && g_array_index(open, OpenElement, open->len - 1).to <= limit) {
        OpenElement e = g_array_index(open, OpenElement, open->len - 1);
        tei_text(b->t, b->text + *at, e.to - *at);
        *at = e.to;
        tei_end(b->t, e.name);
        g_array_set_size(open, open->len - 1);
    }
}

/* Marks and sentences in order of their begin; a sentence before the marks that begin with it. */
static void write_content(Body *b, const Block *block)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(OpenElement));
    uint32_t at = block->from;
    for (;;) {
        const TextMark *m = b->next_mark < b->marks->len ? &g_array_index(b->marks, TextMark, b->next_mark) : NULL;
        const Stretch *s =
            b->next_sentence < b->sentence->len ? g_array_index(b->sentence, const Stretch *, b->next_sentence) : NULL;
        uint32_t from = MIN(m ? m->from : UINT32_MAX, s ? s->from : UINT32_MAX);
        if (from >= block->to)
            break;
        close_until(b, open, &at, from);
        tei_text(b->t, b->text + at, from - at);
        at = from;
        OpenElement e = {"s", 0};
        if (s && s->from == from) {
            e.to = s->to;
            line_text(&b->t->line, "<s>");
            b->next_sentence++;
        } else {
            e.to = m->to;
            e.name = m->is_remark ? open_remark(b->t, m->row) : open_mention(b->t, m->row);
            b->next_mark++;
        }
        g_array_append_val(open, e);
    }
    close_until(b, open, &at, block->to);
    tei_text(b->t, b->text + at, block->to - at);
}

static void write_block(Body *b, const Block *block)
{
    const char *element = block->head ? "head" : block->type ? "ab" : "p";
    tei_begin(b->t, element);
    if (!block->head)
        tei_word(b->t, "type", block->type);
    line_text(&b->t->line, ">");
    write_content(b, block);
    tei_end(b->t, element);
}

/* Does a division begin with this block? With a zone, and with a head after anything else. */
static bool begins_division(const Body *b, guint i)
{
    const Block *here = &g_array_index(b->block, Block, i);
    if (i == 0)
        return true;
    const Block *before = here - 1;
    return here->zone != before->zone || (here->head && !before->head);
}

static void open_division(Body *b, const Block *block)
{
    line_text(&b->t->line, "<div");
    if (block->zone != UINT32_MAX) {
        const char *type = b->t->corpus->stretch[block->zone].type;
        bool sidebar = type && strcmp(type, "sidebar") == 0;
        tei_attribute(b->t, "type", sidebar ? "sidebar" : "boilerplate");
        losses_add(b->t->w->losses, "kinds of zones that are not sidebar or boilerplate",
                   type && !sidebar && strcmp(type, "boilerplate") != 0);
    }
    line_text(&b->t->line, ">");
}

static void write_blocks(Body *b)
{
    bool divided = false;
    uint32_t at = 0;
    for (guint i = 0; i < b->block->len; i++)
        divided = divided || (begins_division(b, i) && (i > 0 || g_array_index(b->block, Block, i).zone != UINT32_MAX));
    for (guint i = 0; i < b->block->len; i++) {
        const Block *block = &g_array_index(b->block, Block, i);
        bool begins = divided && begins_division(b, i);
        if (begins && i > 0)
            line_text(&b->t->line, "</div>");
        tei_text(b->t, b->text + at, block->from - at);
        if (begins)
            open_division(b, block);
        write_block(b, block);
        at = block->to;
    }
    if (divided)
        line_text(&b->t->line, "</div>");
    if (b->block->len == 0)
        line_text(&b->t->line, "<p/>");
    tei_text(b->t, b->text + at, b->n - at);
}

void tei_write_body(TeiFile *t, GArray *marks, GArray *others)
{
    const Document *d = &t->corpus->document[t->document.i];
    Body b = {.t = t,
              .text = d->text ? d->text : "",
              .n = d->n_text,
              .block = g_array_new(FALSE, FALSE, sizeof(Block)),
              .zone = g_array_new(FALSE, FALSE, sizeof(Stretch *)),
              .sentence = g_array_new(FALSE, FALSE, sizeof(Stretch *)),
              .marks = marks};
    list_blocks(&b);
    fit_marks(&b, others);
    fit_sentences(&b);
    line_text(&t->line, " <text>\n  <body xml:space=\"preserve\">");
    write_blocks(&b);
    line_text(&t->line, "</body>\n </text>\n");
    g_array_free(b.block, TRUE);
    g_array_free(b.zone, TRUE);
    g_array_free(b.sentence, TRUE);
}
