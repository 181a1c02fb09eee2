/* token.c - running text as tokens and sentences. */
#include "token.h"
#include <string.h>

static bool is_curly(const char *p, const char *end)
{
    return end - p >= 3 && (unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 && (unsigned char)p[2] == 0x99;
}

/* --- the cutter: where the next token ends, and what it looks like ------------------------------------------------ */

static bool is_unspaced(gunichar c)
{
    switch (g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

/* What a character is to the cutter. */
typedef enum Letter { LETTER_NONE, LETTER_SMALL, LETTER_CAPITAL, LETTER_DIGIT, LETTER_OTHER, LETTER_ALONE } Letter;

static inline Letter ascii_letter(unsigned char c)
{
    return (unsigned)(c - 'a') < 26U   ? LETTER_SMALL
           : (unsigned)(c - 'A') < 26U ? LETTER_CAPITAL
           : (unsigned)(c - '0') < 10U ? LETTER_DIGIT
                                       : LETTER_NONE;
}

static Letter wide_letter(const char *p, const char *end, const char **next);

static inline Letter letter_of(const char *p, const char *end, const char **next)
{
    unsigned char c = (unsigned char)*p;
    if (c >= 0x80)
        return wide_letter(p, end, next);
    *next = p + 1;
    return ascii_letter(c);
}

static Letter wide_letter(const char *p, const char *end, const char **next)
{
    gunichar u = g_utf8_get_char(p);
    *next = MIN(g_utf8_next_char(p), end);
    if (u >= 0x2000 && u < 0x2070) /* dashes, quotes: common, and the tables below take long */
        return LETTER_NONE;
    if (u < 0x250)
        return !g_unichar_isalpha(u) ? LETTER_NONE : g_unichar_islower(u) ? LETTER_SMALL : LETTER_CAPITAL;
    if (is_unspaced(u))
        return LETTER_ALONE;
    if (g_unichar_ismark(u))
        return LETTER_OTHER;
    if (!g_unichar_isalnum(u))
        return LETTER_NONE;
    return g_unichar_isupper(u) ? LETTER_CAPITAL : g_unichar_islower(u) ? LETTER_SMALL : LETTER_OTHER;
}

typedef struct Shape {
    unsigned letters, capitals;
    bool digit_first, capital_first, mixed, small;
} Shape;

static void shape_add(Shape *s, Letter l)
{
    bool first = s->letters == 0 && !s->digit_first;
    if (l == LETTER_DIGIT) {
        s->digit_first |= first;
        return;
    }
    s->capital_first |= first && (l == LETTER_CAPITAL || l == LETTER_OTHER);
    s->mixed |= l == LETTER_CAPITAL && s->small;
    s->small |= l == LETTER_SMALL;
    s->capitals += l == LETTER_CAPITAL;
    s->letters++;
}

/* The apostrophe at p, or 0: its bytes. */
static size_t apostrophe(const char *p, const char *end) { return *p == '\'' ? 1 : is_curly(p, end) ? 3 : 0; }

static bool is_letter(Letter l) { return l == LETTER_SMALL || l == LETTER_CAPITAL || l == LETTER_OTHER; }

/* Does a mark inside a word go on: 2,000 · 10:18 · O'Brien · R&D? Not the 's of a possessive. */
static const char *bridge(const char *p, const char *end, Letter before)
{
    const char *next, *after;
    if ((*p == ',' || *p == '.' || *p == ':') && before == LETTER_DIGIT)
        return p + 1 < end && g_ascii_isdigit(p[1]) ? p + 1 : NULL;
    if (*p == '&' && before == LETTER_CAPITAL)
        return p + 1 < end && g_ascii_isupper(p[1]) ? p + 1 : NULL;
    size_t n = apostrophe(p, end);
    if (n == 0 || p + n >= end || !is_letter(letter_of(p + n, end, &next)))
        return NULL;
    bool s = p[n] == 's' || p[n] == 'S';
    if (s && (next >= end || letter_of(next, end, &after) == LETTER_NONE))
        return NULL;
    return p + n;
}

/* One letter with its stop, several in a row: "S.", "U.S.", "e.g.". */
static const char *initials_end(const char *word, const char *p, const char *end)
{
    const char *next, *stop = p + 1;
    bool small = g_ascii_islower(*word);
    while (stop + 1 < end && is_letter(letter_of(stop, end, &next)) && next < end && *next == '.')
        stop = next + 1;
    return small && stop == p + 1 ? NULL : stop;
}

static uint32_t flags_of(const Shape *s)
{
    uint32_t f = 0;
    f |= s->letters ? TOKEN_WORD : 0;
    f |= s->capital_first ? TOKEN_UPPER : 0;
    f |= s->letters > 1 && s->capitals == s->letters ? TOKEN_ALL_CAPS | TOKEN_UPPER : 0;
    f |= s->mixed ? TOKEN_MIXED : 0;
    f |= s->digit_first ? TOKEN_NUMBER : 0;
    return f;
}

static bool is_address(const char *from, const char *p, const char *end)
{
    size_t n = (size_t)(p - from);
    if (end - p > 3 && strncmp(p, "://", 3) == 0)
        return true;
    if (n == 3 && strncmp(from, "www", 3) == 0 && p < end && *p == '.')
        return true;
    return end - p > 2 && *p == '@' && g_ascii_isalnum(p[1]);
}

/* Knows whether a stop after this word belongs to it; NULL while tables are read: then it always does. */
static bool is_abbreviation(const Lexicon *lexicon, const char *word, const char *stop, const char *end)
{
    if (!lexicon)
        return true;
    size_t n = (size_t)(stop + 1 - word);
    uint32_t w = lexicon_word(lexicon, word, n, token_hash(word, n));
    if (w == LEXICON_NONE || !(lexicon_kinds(lexicon, w) & WORD_ABBREVIATION))
        return false;
    return g_ascii_isupper(*word) || (end - stop > 2 && stop[1] == ' ' && !g_ascii_isupper(stop[2]));
}

/* The token at p, which is no blank: its end. */
static const char *cut(const Lexicon *lexicon, const char *p, const char *end, uint32_t *flags)
{
    const char *from = p, *next;
    Letter l = letter_of(p, end, &next);
    if (l == LETTER_ALONE) {
        *flags = TOKEN_WORD | TOKEN_UPPER | TOKEN_UNSPACED;
        return next;
    }
    size_t mark = apostrophe(p, end);
    if (mark && next <= end && p + mark < end && (p[mark] == 's' || p[mark] == 'S') &&
        (p + mark + 1 >= end || letter_of(p + mark + 1, end, &next) == LETTER_NONE)) {
        *flags = TOKEN_POSSESSIVE;
        return p + mark + 1;
    }
    if (l == LETTER_NONE) {
        *flags = 0;
        if ((*p == '@' || *p == '#') && p + 1 < end && g_ascii_isalnum(p[1])) {
            *flags = TOKEN_HANDLE;
            for (p++; p < end && (g_ascii_isalnum(*p) || *p == '_'); p++) {
            }
            return p;
        }
        return MIN(g_utf8_next_char(from), end);
    }
    Shape shape = {0};
    Letter last = l;
    while (p < end) {
        l = letter_of(p, end, &next);
        if (l == LETTER_NONE || l == LETTER_ALONE) {
            next = l == LETTER_NONE ? bridge(p, end, last) : NULL;
            if (!next)
                break;
            p = next;
            continue;
        }
        shape_add(&shape, l);
        last = l;
        p = next;
    }
    *flags = flags_of(&shape);
    if (is_address(from, p, end)) {
        *flags = TOKEN_HANDLE;
        while (p < end && !g_ascii_isspace(*p) && *p != '<' && *p != '>' && *p != ')' && *p != '"')
            p++;
        return p;
    }
    if (p < end && *p == '.' && shape.letters) {
        const char *stop = shape.letters == 1 && !shape.digit_first ? initials_end(from, p, end) : NULL;
        if (stop) {
            *flags |= TOKEN_STOP | TOKEN_INITIAL;
            return stop;
        }
        if (is_abbreviation(lexicon, from, p, end)) {
            *flags |= TOKEN_STOP;
            return p + 1;
        }
    }
    return p;
}

void tokens_of_phrase(const char *phrase, GArray *range)
{
    const char *end = phrase + strlen(phrase);
    for (const char *p = phrase; p < end;) {
        if (g_ascii_isspace(*p)) {
            p++;
            continue;
        }
        TokenRange t = {.from = (uint32_t)(p - phrase)};
        p = cut(NULL, p, end, &t.flags);
        t.to = (uint32_t)(p - phrase);
        g_array_append_val(range, t);
    }
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static bool is_one_of(const char *text, const DraftToken *t, const char *marks)
{
    return !(t->flags & (TOKEN_WORD | TOKEN_NUMBER)) &&
           g_utf8_strchr(marks, -1, g_utf8_get_char(text + t->from)) != NULL;
}

static bool ends_sentence(const char *text, const DraftToken *t) { return is_one_of(text, t, ".!?…。！？"); }

/* Is the sentence over after token i, the last of `end`? *next: the token the next one begins with. */
static bool sentence_over(const char *text, const DraftToken *t, uint32_t i, uint32_t end, uint32_t *next)
{
    bool stop = ends_sentence(text, &t[i]), glued = t[i].flags & TOKEN_STOP;
    if (!stop && !glued)
        return false;
    uint32_t k = i + 1;
    while (k < end && t[k].flags & TOKEN_JOINED &&
           (is_one_of(text, &t[k], "\"')]”’»」』") || ends_sentence(text, &t[k])))
        k++;
    *next = k;
    if (k >= end)
        return false;
    if (t[k].flags & TOKEN_JOINED && !(t[k].flags & TOKEN_UNSPACED))
        return false;
    uint32_t b = k;
    while (b < end && is_one_of(text, &t[b], "\"'([“‘„«¿¡—–-•"))
        b++;
    if (b >= end)
        return false;
    bool capital = t[b].flags & (TOKEN_UPPER | TOKEN_NUMBER);
    if (stop)
        return capital;
    return capital && t[b].kinds & WORD_FUNCTION && !(t[i].kinds & (WORD_HONORIFIC | WORD_RANK | WORD_NUMBER)) &&
           !(t[b].flags & TOKEN_NUMBER);
}

/* Words of a line that all begin with capitals tell little by them. */
static void mark_headline(const char *text, DraftToken *t, uint32_t from, uint32_t end)
{
    unsigned words = 0, capitals = 0;
    for (uint32_t i = from; i < end; i++) {
        bool counts = t[i].flags & TOKEN_WORD && t[i].to - t[i].from > 3 && !(t[i].kinds & WORD_PREPOSITION);
        words += counts;
        capitals += counts && t[i].flags & TOKEN_UPPER;
    }
    if (words < 3 || words > 30 || capitals * 10 < words * 8 || ends_sentence(text, &t[end - 1]))
        return;
    for (uint32_t i = from; i < end; i++)
        t[i].flags |= TOKEN_HEADLINE;
}

static void add_sentence(Draft *d, uint32_t from, uint32_t end, uint32_t block)
{
    DraftToken *t = draft_token(d, 0);
    DraftSentence s = {t[from].from, t[end - 1].to, from, end - from, block};
    g_array_append_val(d->sentence, s);
    for (uint32_t i = from; i < end; i++) {
        if (t[i].flags & (TOKEN_WORD | TOKEN_NUMBER)) {
            t[i].flags |= TOKEN_SENTENCE;
            break;
        }
    }
    /* after an opening quote or a bullet words begin anew */
    for (uint32_t i = from + 1; i < end; i++) {
        if (t[i].flags & TOKEN_WORD && is_one_of(d->text, &t[i - 1], "“•‘\""))
            t[i].flags |= TOKEN_SENTENCE;
    }
    mark_headline(d->text, t, from, end);
}

/* An empty line between two tokens. */
static bool is_paragraph(const char *text, uint32_t from, uint32_t to)
{
    unsigned lines = 0;
    for (uint32_t i = from; i < to; i++)
        lines += text[i] == '\n';
    return lines > 1;
}

static void cut_sentences(Draft *d, uint32_t first, uint32_t end, uint32_t block)
{
    const DraftToken *t = draft_token(d, 0);
    uint32_t from = first, next;
    for (uint32_t i = first; i < end; i++) {
        if (i > from && is_paragraph(d->text, t[i - 1].to, t[i].from)) {
            add_sentence(d, from, i, block);
            from = i;
        }
        if (sentence_over(d->text, t, i, end, &next)) {
            add_sentence(d, from, next, block);
            from = next;
            i = next - 1;
        }
    }
    if (from < end)
        add_sentence(d, from, end, block);
}

static void cut_block(Draft *d, Vocabulary *words, uint32_t from, uint32_t to, uint32_t block)
{
    const char *p = d->text + from, *end = d->text + to;
    uint32_t first = d->token->len;
    bool joined = false;
    while (p < end) {
        unsigned char c = (unsigned char)*p;
        bool wide = c >= 0x80 && g_unichar_isspace(g_utf8_get_char(p));
        if (c <= ' ' || wide) {
            p = wide ? g_utf8_next_char(p) : p + 1;
            joined = false;
            continue;
        }
        DraftToken t = {.from = (uint32_t)(p - d->text)};
        p = cut(words->lexicon, p, end, &t.flags);
        t.to = (uint32_t)(p - d->text);
        t.flags |= joined ? TOKEN_JOINED : 0;
        if (joined && t.to - t.from <= 3 && !(t.flags & (TOKEN_WORD | TOKEN_NUMBER)) &&
            apostrophe(d->text + t.from, end) == t.to - t.from && (d->text[t.from - 1] | 0x20) == 's')
            t.flags |= TOKEN_POSSESSIVE; /* ministers’ */
        vocabulary_number(words, &t);
        g_array_append_val(d->token, t);
        joined = true;
    }
    if (d->token->len > first)
        cut_sentences(d, first, d->token->len, block);
}

void tokens_cut(Draft *d, const Lexicon *lexicon, Vocabulary *words)
{
    vocabulary_init(words, lexicon, d->text);
    if (d->block->len == 0)
        cut_block(d, words, 0, d->n_text, 0);
    for (uint32_t b = 0; b < d->block->len; b++)
        cut_block(d, words, draft_block(d, b)->from, draft_block(d, b)->to, b);
}
