/* token.c - running text as tokens and sentences. */
#include "token.h"
#include <string.h>

enum { FIRST_SLOTS = 256, LONGEST_SMALL = 64 };

/* Where a word stands first. */
typedef struct WordPlace {
    uint32_t from, n, hash;
} WordPlace;

static bool is_curly(const char *p, const char *end)
{
    return end - p >= 3 && (unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 && (unsigned char)p[2] == 0x99;
}

uint32_t token_hash(const char *word, size_t n)
{
    const char *end = word + n;
    uint64_t h = UINT64_C(0xA0761D6478BD642F);
    for (const char *p = word; p < end; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == 0xE2 && is_curly(p, end)) {
            c = '\'';
            p += 2;
        }
        h = (h ^ c) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 32;
    }
    return (uint32_t)h;
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

static Letter letter_of(const char *p, const char *end, const char **next)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80) {
        *next = p + 1;
        return g_ascii_islower(c) ? LETTER_SMALL
               : g_ascii_isupper(c) ? LETTER_CAPITAL
               : g_ascii_isdigit(c) ? LETTER_DIGIT
                                    : LETTER_NONE;
    }
    gunichar u = g_utf8_get_char(p);
    *next = MIN(g_utf8_next_char(p), end);
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
static size_t apostrophe(const char *p, const char *end)
{
    return *p == '\'' ? 1 : is_curly(p, end) ? 3 : 0;
}

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
    while (stop + 1 < end && is_letter(letter_of(stop, end, &next)) && next < end && *next == '.') stop = next + 1;
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
            for (p++; p < end && (g_ascii_isalnum(*p) || *p == '_'); p++) {}
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
        while (p < end && !g_ascii_isspace(*p) && *p != '<' && *p != '>' && *p != ')' && *p != '"') p++;
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

/* --- numbers of words --------------------------------------------------------------------------------------------- */

static void words_init(Words *w, const Lexicon *lexicon, const char *text)
{
    *w = (Words){.lexicon = lexicon, .text = text, .n_slots = FIRST_SLOTS};
    w->word = g_array_new(FALSE, FALSE, sizeof(WordPlace));
    w->small = g_array_new(FALSE, TRUE, sizeof(bool));
    g_array_set_size(w->small, lexicon_n_words(lexicon));
    w->slot = g_new0(uint32_t, w->n_slots);
}

void words_clear(Words *w)
{
    if (!w->word)
        return;
    g_array_unref(w->word);
    g_array_unref(w->small);
    g_free(w->slot);
    w->word = NULL;
}

static bool same_word(const char *a, size_t n, const char *b, size_t m)
{
    if (n == m && memcmp(a, b, n) == 0)
        return true;
    const char *a_end = a + n, *b_end = b + m;
    while (a < a_end && b < b_end) { /* ’ is ' */
        size_t i = apostrophe(a, a_end), j = apostrophe(b, b_end);
        if (i && j) {
            a += i;
            b += j;
        } else if (*a++ != *b++) {
            return false;
        }
    }
    return a == a_end && b == b_end;
}

static uint32_t *find_slot(const Words *w, const char *word, size_t n, uint32_t hash)
{
    size_t mask = w->n_slots - 1, i = hash & mask;
    for (; w->slot[i]; i = (i + 1) & mask) {
        const WordPlace *p = &g_array_index(w->word, WordPlace, w->slot[i] - 1);
        if (p->hash == hash && same_word(w->text + p->from, p->n, word, n))
            break;
    }
    return &w->slot[i];
}

static void grow(Words *w)
{
    g_free(w->slot);
    w->n_slots *= 2;
    w->slot = g_new0(uint32_t, w->n_slots);
    size_t mask = w->n_slots - 1;
    for (uint32_t k = 0; k < w->word->len; k++) {
        size_t i = g_array_index(w->word, WordPlace, k).hash & mask;
        while (w->slot[i]) i = (i + 1) & mask;
        w->slot[i] = k + 1;
    }
}

static uint32_t own_number(Words *w, uint32_t from, size_t n, uint32_t hash)
{
    uint32_t *slot = find_slot(w, w->text + from, n, hash);
    if (!*slot) {
        WordPlace p = {from, (uint32_t)n, hash};
        g_array_append_val(w->word, p);
        g_array_set_size(w->small, w->small->len + 1);
        *slot = w->word->len;
        uint32_t number = w->word->len;
        if (w->word->len * 3 > w->n_slots * 2)
            grow(w);
        return lexicon_n_words(w->lexicon) + number - 1;
    }
    return lexicon_n_words(w->lexicon) + *slot - 1;
}

/* "MINISTER" → "Minister", ASCII and short words only; the bytes written. */
static size_t title_case(const char *word, size_t n, char *out)
{
    if (n >= LONGEST_SMALL)
        return 0;
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)word[i] >= 0x80)
            return 0;
        out[i] = i ? g_ascii_tolower(word[i]) : word[i];
    }
    return n;
}

/* "Đặng" → "Dang": the letters without their marks. */
static size_t without_marks(const char *word, size_t n, char *out)
{
    size_t m = 0;
    for (const char *p = word; p < word + n && m + 1 < LONGEST_SMALL; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), parts[8];
        if (c >= 0x80 && g_unichar_fully_decompose(c, FALSE, parts, 8))
            c = parts[0];
        c = c == 0x110 ? 'D' : c == 0x111 ? 'd' : c == 0xD8 ? 'O' : c == 0xF8 ? 'o' : c == 0x142 ? 'l' : c;
        if (c >= 0x80)
            return 0;
        out[m++] = (char)c;
    }
    return m;
}

static uint32_t find_copy(const Lexicon *lexicon, const char *copy, size_t n, WordKinds *kinds)
{
    uint32_t w = n ? lexicon_word(lexicon, copy, n, token_hash(copy, n)) : LEXICON_NONE;
    *kinds = w == LEXICON_NONE ? 0 : lexicon_kinds(lexicon, w);
    return w;
}

static void number_word(Words *w, DraftToken *t)
{
    const char *word = w->text + t->from;
    size_t n = t->to - t->from;
    uint32_t hash = token_hash(word, n);
    t->word = lexicon_word(w->lexicon, word, n, hash);
    if (t->word != LEXICON_NONE) {
        t->kinds = lexicon_kinds(w->lexicon, t->word);
    } else if (t->flags & TOKEN_WORD && !(t->flags & (TOKEN_UNSPACED | TOKEN_HANDLE))) {
        char copy[LONGEST_SMALL];
        WordKinds kinds = 0;
        uint32_t known = LEXICON_NONE;
        if (t->flags & TOKEN_ALL_CAPS && n > 1) {
            known = find_copy(w->lexicon, copy, title_case(word, n, copy), &kinds);
            if (n < 4 && !(kinds & (WORD_FUNCTION | WORD_PREPOSITION)))
                known = LEXICON_NONE;
            t->flags |= known == LEXICON_NONE ? 0 : TOKEN_CAPS_ONLY;
        } else if (t->flags & TOKEN_UPPER && (unsigned char)word[0] != (unsigned char)word[0] % 0x80) {
            known = find_copy(w->lexicon, copy, without_marks(word, n, copy), &kinds);
        } else if (t->flags & TOKEN_UPPER) {
            bool ascii = true;
            for (size_t i = 0; i < n && ascii; i++) ascii = (unsigned char)word[i] < 0x80;
            if (!ascii)
                known = find_copy(w->lexicon, copy, without_marks(word, n, copy), &kinds);
        }
        if (known != LEXICON_NONE) {
            t->word = known;
            t->kinds = kinds;
        }
    }
    if (t->word == LEXICON_NONE)
        t->word = own_number(w, t->from, n, hash);
    if (t->flags & TOKEN_WORD && !(t->flags & TOKEN_UPPER))
        g_array_index(w->small, bool, t->word) = true;
}

bool words_in_small(const Words *w, const DraftToken *t)
{
    char copy[LONGEST_SMALL];
    size_t n = t->to - t->from;
    if (n >= sizeof copy)
        return false;
    memcpy(copy, w->text + t->from, n);
    for (size_t i = 0; i < n; i++) copy[i] = g_ascii_tolower(copy[i]);
    uint32_t hash = token_hash(copy, n), word = lexicon_word(w->lexicon, copy, n, hash);
    if (word == LEXICON_NONE) {
        uint32_t slot = *find_slot(w, copy, n, hash);
        if (!slot)
            return false;
        word = lexicon_n_words(w->lexicon) + slot - 1;
    }
    return g_array_index(w->small, bool, word);
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static bool is_one_of(const char *text, const DraftToken *t, const char *marks)
{
    return !(t->flags & (TOKEN_WORD | TOKEN_NUMBER)) &&
           g_utf8_strchr(marks, -1, g_utf8_get_char(text + t->from)) != NULL;
}

static bool ends_sentence(const char *text, const DraftToken *t)
{
    return is_one_of(text, t, ".!?…。！？");
}

/* Is the sentence over after token i, the last of `end`? *next: the token the next one begins with. */
static bool sentence_over(const char *text, const DraftToken *t, uint32_t i, uint32_t end, uint32_t *next)
{
    bool stop = ends_sentence(text, &t[i]), glued = t[i].flags & TOKEN_STOP;
    if (!stop && !glued)
        return false;
    uint32_t k = i + 1;
    while (k < end && t[k].flags & TOKEN_JOINED && (is_one_of(text, &t[k], "\"')]”’»」』") || ends_sentence(text, &t[k])))
        k++;
    *next = k;
    if (k >= end)
        return false;
    if (t[k].flags & TOKEN_JOINED && !(t[k].flags & TOKEN_UNSPACED))
        return false;
    uint32_t b = k;
    while (b < end && is_one_of(text, &t[b], "\"'([“‘„«¿¡—–-•")) b++;
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
    for (uint32_t i = from; i < end; i++) t[i].flags |= TOKEN_HEADLINE;
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
    for (uint32_t i = from; i < to; i++) lines += text[i] == '\n';
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

static void cut_block(Draft *d, Words *words, uint32_t from, uint32_t to, uint32_t block)
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
        number_word(words, &t);
        g_array_append_val(d->token, t);
        joined = true;
    }
    if (d->token->len > first)
        cut_sentences(d, first, d->token->len, block);
}

void tokens_cut(Draft *d, const Lexicon *lexicon, Words *words)
{
    words_init(words, lexicon, d->text);
    if (d->block->len == 0)
        cut_block(d, words, 0, d->n_text, 0);
    for (uint32_t b = 0; b < d->block->len; b++) cut_block(d, words, draft_block(d, b)->from, draft_block(d, b)->to, b);
}
