/* standoff_walk.c - the text of a Standoff walked once: passages, and a mention of every mark that names somebody. */
#include "prose.h"
#include "standoff_delivery.h"
#include <string.h>

enum { LONGEST_WRAPPED_LINE = 100, CHUNK = 65536 };

static ActorType type_of(Meaning m)
{
    switch (m) {
    case MEANING_OFFICIAL:
        return ACTOR_OFFICIAL;
    case MEANING_AGENCY:
        return ACTOR_AGENCY;
    case MEANING_COUNTRY:
        return ACTOR_COUNTRY;
    case MEANING_BLOC:
        return ACTOR_BLOC;
    default:
        return ACTOR_UNKNOWN;
    }
}

static void add_target(Builder *b, Slice *slice, RefKind kind, const char *text)
{
    Target target = {.kind = kind, .text = text};
    g_array_append_val(b->target, target);
    slice->n++;
}

/* Whom a mark means: its own references, else those of its chain, else the best name of the chain. */
static Slice mark_targets(const Delivery *d, uint32_t row, uint32_t best)
{
    Slice slice = {d->b->target->len, 0};
    Slice refs = d->mark_reference[row].n ? d->mark_reference[row] : d->mark_reference[best];
    for (uint32_t i = 0; i < refs.n; i++) {
        const StandoffReference *r =
            &g_array_index(d->s->reference, StandoffReference, d->reference_order[refs.first + i]);
        if (r->text && *r->text)
            add_target(d->b, &slice, REF_ID, delivery_own(d, r->text));
    }
    const StandoffMark *m = standoff_mark(d->s, best);
    const char *name = slice.n ? NULL : m->name ? delivery_own(d, m->name) : delivery_words(d, m->span);
    if (name && *name)
        add_target(d->b, &slice, REF_NAME, name);
    return slice;
}

/* What happens at a byte of the text, in this order. */
typedef enum StepKind {
    STEP_MARK_ENDS,
    STEP_SENTENCE_ENDS,
    STEP_PARAGRAPH_ENDS,
    STEP_ZONE_ENDS,
    STEP_ZONE_BEGINS,
    STEP_PARAGRAPH_BEGINS,
    STEP_SENTENCE_BEGINS,
    STEP_MARK_BEGINS,
} StepKind;
typedef struct Step {
    uint32_t at, length, row;
    StepKind kind;
} Step;

/* Longer marks begin before and end after shorter ones. */
static bool is_before(const Step *x, const Step *y)
{
    if (x->at != y->at)
        return x->at < y->at;
    if (x->kind != y->kind)
        return x->kind < y->kind;
    if (x->length != y->length)
        return (x->length > y->length) == (x->kind == STEP_MARK_BEGINS);
    return x->row < y->row;
}

/* The end of the run that begins at from: steps that are in order already. */
static guint run_end(const Step *step, guint n, guint from)
{
    guint end = from + 1;
    while (end < n && !is_before(&step[end], &step[end - 1]))
        end++;
    return MIN(end, n);
}

static void merge_runs(const Step *from, guint begin, guint middle, guint end, Step *to)
{
    for (guint out = begin, left = begin, right = middle; out < end; out++) {
        bool second = left == middle || (right < end && is_before(&from[right], &from[left]));
        to[out] = from[second ? right++ : left++];
    }
}

/* Merges runs pair by pair until there is one. Zones, paragraphs, sentences and marks each come in order in most files,
 * so that twice is enough. */
static void sort_steps(GArray *steps)
{
    guint n = steps->len, n_runs = 0;
    g_autofree Step *spare = g_new(Step, n + 1);
    Step *from = (Step *)(void *)steps->data, *to = spare;
    while (n_runs != 1 && n > 0) {
        n_runs = 0;
        for (guint begin = 0, middle, end; begin < n; begin = end, n_runs++) {
            middle = run_end(from, n, begin);
            end = middle < n ? run_end(from, n, middle) : n;
            merge_runs(from, begin, middle, end, to);
        }
        Step *swap = from;
        from = to;
        to = swap;
    }
    if (from == spare)
        memcpy(steps->data, spare, n * sizeof *spare);
}

static void add_steps(GArray *steps, Span span, uint32_t row, StepKind begins, StepKind ends)
{
    Step pair[] = {{span.begin, span.end - span.begin, row, begins}, {span.end, span.end - span.begin, row, ends}};
    if (span.begin < span.end)
        g_array_append_vals(steps, pair, G_N_ELEMENTS(pair));
}

static void add_steps_of(GArray *steps, const GArray *span, StepKind begins, StepKind ends, Delivery *d,
                         StretchKind kind)
{
    for (guint i = 0; i < span->len; i++) {
        Span s = g_array_index(span, Span, i);
        add_steps(steps, s, i, begins, ends);
        const char *type = kind == STRETCH_ZONE ? pool_string(d->b->pool, "boilerplate") : NULL;
        builder_add_stretch(d->b, (Stretch){kind, d->document, s.begin, s.end, type});
    }
}

/* Is the text broken into short lines, with blank lines between paragraphs? */
static bool is_wrapped(const GString *text)
{
    const char *end = text->str + text->len;
    bool blank_line = false;
    for (const char *line = text->str, *stop; line < end; line = stop + 1) {
        stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop : end;
        if (stop - line > LONGEST_WRAPPED_LINE)
            return false;
        blank_line |= line > text->str && line + strspn(line, " \t\r") >= stop;
    }
    return blank_line;
}

/* Paragraphs where none are given: every line, or what stands between blank lines. */
static void find_paragraphs(const GString *text, GArray *paragraph)
{
    bool wrapped = is_wrapped(text);
    const char *end = text->str + text->len;
    Span open = {0, 0};
    for (const char *line = text->str, *stop; line < end; line = stop + 1) {
        stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop : end;
        const char *from = line;
        while (from < stop && g_ascii_isspace(*from))
            from++;
        const char *to = stop;
        while (to > from && g_ascii_isspace(to[-1]))
            to--;
        if (open.end && (from == to || !wrapped)) {
            g_array_append_val(paragraph, open);
            open = (Span){0, 0};
        }
        if (from < to)
            open = (Span){open.end ? open.begin : (uint32_t)(from - text->str), (uint32_t)(to - text->str)};
    }
    if (open.end)
        g_array_append_val(paragraph, open);
}

typedef struct Walk {
    Delivery *d;
    Prose prose;
    const GArray *paragraph; /* given or found */
    const uint32_t *best;    /* of each mark: the one that names its chain */
    uint32_t in_paragraph;   /* the one that is open, or STANDOFF_NONE */
    PassageId passage;       /* it, once a mention stands in it */
    uint32_t n_zones;        /* open */
} Walk;

static PassageId present_paragraph(Walk *w)
{
    if (w->in_paragraph != STANDOFF_NONE && passage_id_is_none(w->passage)) {
        uint32_t begin = g_array_index(w->paragraph, Span, w->in_paragraph).begin;
        Place place = standoff_text_place(w->d->s, begin);
        w->passage = builder_add_passage(w->d->b, PASSAGE_PARAGRAPH, w->d->document, delivery_place(w->d, place));
    }
    return w->in_paragraph == STANDOFF_NONE ? passage_id_none() : w->passage;
}

static bool says_zone(const Delivery *d, uint32_t row)
{
    const char *zone = delivery_attribute(d, ANCHOR_MARK, row, "zone", NULL);
    return zone && (g_ascii_strcasecmp(zone, "sidebar") == 0 || g_ascii_strcasecmp(zone, "boilerplate") == 0);
}

static void begin_mark(Walk *w, uint32_t row)
{
    Delivery *d = w->d;
    const StandoffMark *mark = standoff_mark(d->s, row);
    Place place = standoff_text_place(d->s, mark->span.begin);
    PassageId none = passage_id_none();
    Mention m = {.id = delivery_own(d, mark->id),
                 .kind = d->meaning[row] == MEANING_EVENT ? MENTION_EVENT : MENTION_ACTOR,
                 .type = type_of(d->meaning[row]),
                 .in_zone = mark->in_zone || w->n_zones > 0 || says_zone(d, row),
                 .document = d->document,
                 .place = delivery_place(d, place.path ? place : mark->place),
                 .passage = {none, none, none, none}};
    if (m.kind == MENTION_ACTOR)
        m.refs = mark_targets(d, row, w->best[row]);
    m.passage[PASSAGE_PARAGRAPH] = present_paragraph(w);
    d->mention[row] = mention_id_of(d->b->mention->len);
    g_array_append_val(d->b->mention, m);
    Certainty cert = mark->cert;
    const char *said = delivery_attribute(d, ANCHOR_MARK, row, "cert", NULL);
    if (cert == CERT_UNSTATED && said && !certainty_by_name(said, &cert))
        cert = CERT_UNSTATED;
    const char *resp = delivery_attribute(d, ANCHOR_MARK, row, "resp", NULL);
    const char *subtype = delivery_attribute(d, ANCHOR_MARK, row, "class", NULL);
    builder_set_marking(d->b, d->mention[row],
                        (Marking){.from = mark->span.begin,
                                  .to = mark->span.end,
                                  .cert = cert,
                                  .resp = delivery_own(d, mark->resp ? mark->resp : resp),
                                  .subtype = delivery_own(d, subtype)});
    prose_begin_mention(&w->prose, d->mention[row]);
}

/* Marks may go on beyond a border, and where the text has no blank at it, they get none. */
static void take_border(Walk *w)
{
    if (w->prose.open->len == 0)
        prose_break(&w->prose);
}

static void take_step(Walk *w, const Step *step)
{
    switch (step->kind) {
    case STEP_MARK_BEGINS:
        begin_mark(w, step->row);
        break;
    case STEP_MARK_ENDS:
        prose_end_mention(&w->prose, w->d->mention[step->row]);
        break;
    case STEP_PARAGRAPH_BEGINS:
        take_border(w);
        w->in_paragraph = step->row;
        w->passage = passage_id_none();
        break;
    case STEP_PARAGRAPH_ENDS:
        take_border(w);
        if (w->in_paragraph == step->row)
            w->in_paragraph = STANDOFF_NONE;
        break;
    case STEP_SENTENCE_BEGINS:
    case STEP_SENTENCE_ENDS:
        take_border(w);
        w->prose.whole = step->kind == STEP_SENTENCE_BEGINS;
        break;
    case STEP_ZONE_BEGINS:
    case STEP_ZONE_ENDS:
        w->n_zones += step->kind == STEP_ZONE_BEGINS ? 1 : UINT32_MAX;
        break;
    }
}

/* Text between two steps, in pieces: prose makes room for twice as much. A chain of marks may overlap for longer than
 * any name: none of them is too long. */
static void add_text(Walk *w, uint32_t from, uint32_t to)
{
    const char *text = w->d->s->text->str;
    while (from < to) {
        uint32_t stop = to - from > CHUNK ? from + CHUNK : to;
        while (stop < to && ((unsigned char)text[stop] & 0xC0) == 0x80)
            stop++;
        prose_add(&w->prose, text + from, stop - from);
        from = stop;
    }
}

static void walk_text(Walk *w)
{
    Delivery *d = w->d;
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
    add_steps_of(steps, d->s->zone, STEP_ZONE_BEGINS, STEP_ZONE_ENDS, d, STRETCH_ZONE);
    add_steps_of(steps, w->paragraph, STEP_PARAGRAPH_BEGINS, STEP_PARAGRAPH_ENDS, d, STRETCH_PARAGRAPH);
    add_steps_of(steps, d->s->sentence, STEP_SENTENCE_BEGINS, STEP_SENTENCE_ENDS, d, STRETCH_SENTENCE);
    for (guint i = 0; i < d->s->mark->len; i++) {
        if (meaning_is_actor(d->meaning[i]) || d->meaning[i] == MEANING_EVENT)
            add_steps(steps, standoff_mark(d->s, i)->span, i, STEP_MARK_BEGINS, STEP_MARK_ENDS);
    }
    sort_steps(steps);
    uint32_t at = 0;
    for (guint i = 0; i < steps->len; i++) {
        const Step *step = &g_array_index(steps, Step, i);
        add_text(w, at, step->at);
        at = step->at;
        take_step(w, step);
    }
    add_text(w, at, (uint32_t)d->s->text->len);
    prose_break(&w->prose);
}

void delivery_walk(Delivery *d, const uint32_t *best)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Span));
    if (d->s->paragraph->len == 0)
        find_paragraphs(d->s->text, found);
    Walk walk = {.d = d,
                 .paragraph = d->s->paragraph->len ? d->s->paragraph : found,
                 .best = best,
                 .in_paragraph = STANDOFF_NONE,
                 .passage = passage_id_none()};
    prose_init(&walk.prose, d->b);
    prose_start(&walk.prose, d->document);
    walk.prose.counting = true;
    walk_text(&walk);
    builder_document(d->b, d->document)->n_words = walk.prose.n_words;
    prose_clear(&walk.prose);
}
