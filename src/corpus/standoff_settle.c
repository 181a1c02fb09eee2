/* standoff_settle.c - offsets become bytes, marks are held against the text, ids become rows. */
#include "failure.h"
#include "standoff.h"
#include "utf8.h"
#include <string.h>

enum { MOST_CLAIM_SHOWN = 60, MOST_WALKS = 20 };

typedef struct Settling {
    Standoff *s;
    OffsetUnit unit;
    OffsetIndex *index[N_OFFSET_UNITS]; /* that of the unit; the others when a mark does not fit */
    unsigned n_walks;                   /* through the text, to explain one */
} Settling;

static const OffsetIndex *index_of(Settling *x, OffsetUnit unit)
{
    if (!x->index[unit])
        x->index[unit] = offset_index_new(x->s->text->str, x->s->text->len, unit);
    return x->index[unit];
}

/* Without text_path what is wrong stands where the document does. */
static Place place_or_head(const Standoff *s, Place place)
{
    return place.path ? place : (Place){g_intern_string(s->head.path), 0, 0};
}

static bool check_text(Standoff *s, GError **error)
{
    const char *path = g_intern_string(s->text_path ? s->text_path : s->head.path);
    if (s->text->len >= STANDOFF_LONGEST_TEXT) {
        failure_set(error, ERROR_IO, (Place){path, 0, 0}, "too-long", "split it into its documents",
                    "a text of more than %d MB", STANDOFF_LONGEST_TEXT >> 20);
        return false;
    }
    const char *bad = utf8_find_invalid(s->text->str, s->text->len);
    if (!bad)
        return true;
    Place place = {path, 0, 0};
    if (s->text_path) {
        const char *begin = bad;
        while (begin > s->text->str && begin[-1] != '\n')
            begin--;
        place.line = 1;
        for (const char *c = s->text->str; c < begin; c++)
            place.line += *c == '\n';
        place.column = (uint32_t)g_utf8_strlen(begin, bad - begin) + 1;
    }
    failure_set(error, ERROR_IO, place, "bad-encoding", "save the text as UTF-8, without changing its offsets",
                "byte 0x%02X is not UTF-8", (unsigned char)*bad);
    return false;
}

/* The next character of a text as comparing sees it: white space and controls of any length are one blank; 0 = end. */
static gunichar next_seen(const char **at, const char *end)
{
    gunichar c = *at < end ? g_utf8_get_char(*at) : 0;
    if (*at >= end)
        return 0;
    if (!g_unichar_isspace(c) && !g_unichar_iscntrl(c)) {
        *at = g_utf8_next_char(*at);
        return c;
    }
    while (*at < end && (g_unichar_isspace(c = g_utf8_get_char(*at)) || g_unichar_iscntrl(c)))
        *at = g_utf8_next_char(*at);
    return *at < end ? ' ' : 0;
}

static bool is_seen_blank(const char *at, const char *end)
{
    return at < end && (g_unichar_isspace(g_utf8_get_char(at)) || g_unichar_iscntrl(g_utf8_get_char(at)));
}

/* Does the claim say what stands there? Blanks at the ends do not count; pieces are joined by one. */
static bool holds(const char *text, const Span *piece, uint32_t n_pieces, const char *claim)
{
    const char *end = claim + strlen(claim);
    size_t n = (size_t)(end - claim);
    if (n_pieces == 1 && piece->end - piece->begin == n && memcmp(text + piece->begin, claim, n) == 0)
        return true;
    while (is_seen_blank(claim, end))
        claim = g_utf8_next_char(claim);
    for (uint32_t i = 0; i < n_pieces; i++) {
        const char *at = text + piece[i].begin, *stop = text + piece[i].end;
        while (is_seen_blank(at, stop))
            at = g_utf8_next_char(at);
        if (i > 0 && is_seen_blank(claim, end))
            next_seen(&claim, end);
        for (gunichar c; (c = next_seen(&at, stop)) != 0;) {
            if (next_seen(&claim, end) != c)
                return false;
        }
    }
    return next_seen(&claim, end) == 0;
}

static OffsetFit to_bytes(const OffsetIndex *index, const Span *from, Span *to)
{
    OffsetFit fit = offset_to_byte(index, from->begin, &to->begin);
    return fit == OFFSET_FITS ? offset_to_byte(index, from->end, &to->end) : fit;
}

/* The pieces of a mark as they are read, in the unit of the file: one where it is continuous. */
static const Span *pieces_of(const Standoff *s, const StandoffMark *m, uint32_t *n)
{
    *n = m->pieces.n ? m->pieces.n : 1;
    return m->pieces.n ? &g_array_index(s->piece, Span, m->pieces.first) : &m->span;
}

/* Would the mark fit if its offsets counted something else? */
static const char *other_unit(Settling *x, const StandoffMark *m)
{
    uint32_t n;
    const Span *piece = pieces_of(x->s, m, &n);
    for (unsigned unit = OFFSET_BYTE; unit < N_OFFSET_UNITS && m->claim; unit++) {
        g_autofree Span *tried = g_new(Span, n);
        bool fits = unit != x->unit;
        for (uint32_t i = 0; i < n && fits; i++)
            fits = piece[i].begin <= piece[i].end &&
                   to_bytes(index_of(x, (OffsetUnit)unit), &piece[i], &tried[i]) == OFFSET_FITS;
        if (fits && holds(x->s->text->str, tried, n, m->claim))
            return offset_unit_name((OffsetUnit)unit);
    }
    return NULL;
}

/* The byte an offset means if it counts the line ends of the text as this many characters. */
static uint32_t byte_by_line_ends(const Settling *x, uint32_t offset, uint32_t line_end)
{
    const char *text = x->s->text->str, *end = text + x->s->text->len, *c = text;
    for (uint32_t seen = 0; c < end && seen < offset;) {
        const char *next = g_utf8_next_char(c);
        bool pair = *c == '\r' && next < end && *next == '\n';
        uint32_t length = (uint32_t)(next - c);
        if (pair || *c == '\n')
            seen += line_end;
        else
            seen += x->unit == OFFSET_BYTE ? length : x->unit == OFFSET_UTF16 && length == 4 ? 2 : 1;
        c = pair ? next + 1 : next;
    }
    return (uint32_t)(c - text);
}

/* Would it fit if the text had the line ends it was annotated with? One pass each: tried for the first few. */
static const char *other_line_ends(Settling *x, const StandoffMark *m)
{
    static const char *const found[] = {
        NULL, "they fit if a line end is one character: give the text Unix line ends (tr -d '\\r')",
        "they fit if a line end is two characters: give the text Windows line ends (unix2dos)"};
    if (!m->claim || m->pieces.n || x->n_walks++ >= MOST_WALKS)
        return NULL;
    for (uint32_t line_end = 1; line_end <= 2; line_end++) {
        Span tried = {byte_by_line_ends(x, m->span.begin, line_end), byte_by_line_ends(x, m->span.end, line_end)};
        if (tried.begin < tried.end && holds(x->s->text->str, &tried, 1, m->claim))
            return found[line_end];
    }
    return NULL;
}

static void drop(Settling *x, StandoffMark *m, const char *wrong)
{
    const char *unit = other_unit(x, m), *line_ends = unit ? NULL : other_line_ends(x, m);
    g_autofree char *help = unit ? g_strdup_printf("the offsets count %s, this format counts %s: convert them", unit,
                                                   offset_unit_name(x->unit))
                                 : g_strdup(line_ends);
    g_autofree char *named = m->id ? g_strdup_printf("%s: ", m->id) : g_strdup("");
    diagnostics_add(x->s->diagnostics, DIAGNOSTIC_BAD_OFFSET, place_or_head(x->s, m->place), help,
                    "%s%s; the mark is left out", named, wrong);
    m->dropped = true;
}

/* A stretch of text as a message shows it. */
static char *shown(const char *text, size_t n)
{
    g_autofree char *all = utf8_collapse(text, MIN(n, (size_t)(8 * MOST_CLAIM_SHOWN)));
    return utf8_cut(all, MOST_CLAIM_SHOWN);
}

static void drop_unlike(Settling *x, StandoffMark *m, Span span)
{
    size_t n = span.end - span.begin;
    const char *from = x->s->text->str + span.begin;
    while (n > 8 * MOST_CLAIM_SHOWN && ((unsigned char)from[8 * MOST_CLAIM_SHOWN] & 0xC0) == 0x80)
        n--, from++; /* never cut inside a character */
    g_autofree char *there = shown(from, n), *claim = utf8_cut(m->claim, MOST_CLAIM_SHOWN);
    g_autofree char *wrong =
        g_strdup_printf("\"%s\" is said to stand at %u, but \"%s\" does", claim, m->span.begin, there);
    drop(x, m, wrong);
}

static void settle_mark(Settling *x, StandoffMark *m)
{
    Standoff *s = x->s;
    uint32_t n;
    const Span *piece = pieces_of(s, m, &n);
    Span one;
    g_autofree Span *many = n > 1 ? g_new(Span, n) : NULL;
    Span *byte = many ? many : &one;
    for (uint32_t i = 0; i < n; i++) {
        const char *wrong = NULL;
        OffsetFit fit = to_bytes(index_of(x, x->unit), &piece[i], &byte[i]);
        if (piece[i].end < piece[i].begin)
            wrong = "it ends before it begins";
        else if (fit == OFFSET_INSIDE)
            wrong = "it begins or ends inside a character";
        if (wrong) {
            drop(x, m, wrong);
            return;
        }
        if (fit == OFFSET_BEYOND) {
            g_autofree char *text = g_strdup_printf("it ends at %u, but the text has %u %s", piece[i].end,
                                                    offset_index_size(index_of(x, x->unit)), offset_unit_name(x->unit));
            drop(x, m, text);
            return;
        }
    }
    Span whole = {byte[0].begin, byte[0].end};
    for (uint32_t i = 1; i < n; i++)
        whole = (Span){MIN(whole.begin, byte[i].begin), MAX(whole.end, byte[i].end)};
    if (m->claim && !holds(s->text->str, byte, n, m->claim)) {
        drop_unlike(x, m, whole);
        return;
    }
    m->span = whole;
    if (m->pieces.n)
        memcpy(&g_array_index(s->piece, Span, m->pieces.first), byte, n * sizeof *byte);
}

/* Borders that lie beyond the text or inside a character are borders of nothing. */
static void settle_spans(Settling *x, GArray *spans)
{
    guint kept = 0;
    for (guint i = 0; i < spans->len; i++) {
        Span byte, span = g_array_index(spans, Span, i);
        if (span.begin < span.end && to_bytes(index_of(x, x->unit), &span, &byte) == OFFSET_FITS)
            g_array_index(spans, Span, kept++) = byte;
        else if (span.begin < span.end)
            diagnostics_add(x->s->diagnostics, DIAGNOSTIC_BAD_OFFSET, place_or_head(x->s, (Place){0}), NULL,
                            "a sentence, paragraph or zone from %u to %u does not fit the text; it is passed over",
                            span.begin, span.end);
    }
    g_array_set_size(spans, kept);
}

/* Finds the row an anchor means; what refers to nothing, or to a mark that was dropped, is none. */
static void settle_anchor(Standoff *s, Anchor *a, Place place)
{
    if (a->kind == ANCHOR_ID) {
        a->kind = ANCHOR_NONE;
        for (unsigned kind = ANCHOR_MARK; kind <= ANCHOR_RELATION && a->kind == ANCHOR_NONE; kind++) {
            a->row = lookup_get(s->id, kind, a->id);
            a->kind = a->row == UINT32_MAX ? ANCHOR_NONE : (AnchorKind)kind;
        }
        if (a->kind == ANCHOR_NONE)
            diagnostics_add(s->diagnostics, DIAGNOSTIC_UNKNOWN_ID, place_or_head(s, place), NULL,
                            "nothing here has the id \"%s\"; what refers to it is left out", a->id);
    }
    if (a->kind == ANCHOR_MARK && standoff_mark(s, a->row)->dropped)
        a->kind = ANCHOR_NONE;
}

static void settle_anchors(Standoff *s)
{
    for (guint i = 0; i < s->reference->len; i++) {
        StandoffReference *r = &g_array_index(s->reference, StandoffReference, i);
        settle_anchor(s, &r->target, r->place);
    }
    for (guint i = 0; i < s->relation->len; i++) {
        StandoffRelation *r = &g_array_index(s->relation, StandoffRelation, i);
        settle_anchor(s, &r->from, r->place);
        settle_anchor(s, &r->to, r->place);
    }
    for (guint i = 0; i < s->event->len; i++) {
        StandoffEvent *e = &g_array_index(s->event, StandoffEvent, i);
        settle_anchor(s, &e->trigger, e->place);
    }
    for (guint i = 0; i < s->argument->len; i++) {
        StandoffArgument *a = &g_array_index(s->argument, StandoffArgument, i);
        settle_anchor(s, &a->filler, a->place);
    }
    for (guint i = 0; i < s->attribute->len; i++) {
        StandoffAttribute *a = &g_array_index(s->attribute, StandoffAttribute, i);
        settle_anchor(s, &a->target, a->place);
    }
}

static void find_lines(Settling *x)
{
    Standoff *s = x->s;
    uint32_t begin = 0;
    g_array_append_val(s->line, begin);
    for (const char *c = s->text->str, *end = c + s->text->len; (c = memchr(c, '\n', (size_t)(end - c))); c++) {
        begin = (uint32_t)(c + 1 - s->text->str);
        g_array_append_val(s->line, begin);
    }
    index_of(x, OFFSET_CODE_POINT);
    s->character = g_steal_pointer(&x->index[OFFSET_CODE_POINT]);
}

/* Controls, which neither a terminal nor an XML file can take, become blanks of the same length. */
static void clear_controls(Standoff *s)
{
    if (utf8_is_xml_text(s->text->str, s->text->len))
        return;
    size_t n = 0, first = 0;
    for (char *c = s->text->str, *end = c + s->text->len; c < end; c = *c ? g_utf8_next_char(c) : c + 1) {
        size_t length = *c ? (size_t)(g_utf8_next_char(c) - c) : 1;
        if (utf8_is_xml_text(c, length))
            continue;
        first = n++ ? first : (size_t)(c - s->text->str);
        memset(c, ' ', length);
    }
    Place place = s->text_path ? standoff_text_place(s, (uint32_t)first) : (Place){0};
    diagnostics_add(s->diagnostics, DIAGNOSTIC_CONTROL_CHARACTER, place_or_head(s, place), NULL,
                    "%zu control character%s read as blank%s", n, n == 1 ? " is" : "s are", n == 1 ? "" : "s");
}

bool standoff_settle(Standoff *s, OffsetUnit unit, GError **error)
{
    if (!check_text(s, error))
        return false;
    Settling x = {.s = s, .unit = unit};
    for (guint i = 0; i < s->mark->len; i++)
        settle_mark(&x, standoff_mark(s, i));
    settle_spans(&x, s->paragraph);
    settle_spans(&x, s->sentence);
    settle_spans(&x, s->zone);
    settle_anchors(s);
    if (s->text_path)
        find_lines(&x);
    for (unsigned u = 0; u < N_OFFSET_UNITS; u++)
        offset_index_free(x.index[u]);
    clear_controls(s);
    return true;
}
