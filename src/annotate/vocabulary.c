/* vocabulary.c - the words of one text, numbered: those of the lexicon by its numbers, all others from there on. */
#include "vocabulary.h"
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

/* The apostrophe at p, or 0: its bytes. */
static size_t apostrophe(const char *p, const char *end) { return *p == '\'' ? 1 : is_curly(p, end) ? 3 : 0; }

void vocabulary_init(Vocabulary *w, const Lexicon *lexicon, const char *text)
{
    *w = (Vocabulary){.lexicon = lexicon, .text = text, .n_slots = FIRST_SLOTS};
    w->word = g_array_new(FALSE, FALSE, sizeof(WordPlace));
    w->small = g_array_new(FALSE, TRUE, sizeof(bool));
    g_array_set_size(w->small, lexicon_n_words(lexicon));
    w->slot = g_new0(uint32_t, w->n_slots);
}

void vocabulary_clear(Vocabulary *w)
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

static uint32_t *find_slot(const Vocabulary *w, const char *word, size_t n, uint32_t hash)
{
    size_t mask = w->n_slots - 1, i = hash & mask;
    for (; w->slot[i]; i = (i + 1) & mask) {
        const WordPlace *p = &g_array_index(w->word, WordPlace, w->slot[i] - 1);
        if (p->hash == hash && same_word(w->text + p->from, p->n, word, n))
            break;
    }
    return &w->slot[i];
}

static void grow(Vocabulary *w)
{
    g_free(w->slot);
    w->n_slots *= 2;
    w->slot = g_new0(uint32_t, w->n_slots);
    size_t mask = w->n_slots - 1;
    for (uint32_t k = 0; k < w->word->len; k++) {
        size_t i = g_array_index(w->word, WordPlace, k).hash & mask;
        while (w->slot[i])
            i = (i + 1) & mask;
        w->slot[i] = k + 1;
    }
}

static uint32_t own_number(Vocabulary *w, uint32_t from, size_t n, uint32_t hash)
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

void vocabulary_number(Vocabulary *w, DraftToken *t)
{
    const char *word = w->text + t->from;
    size_t n = t->to - t->from;
    uint32_t hash = token_hash(word, n);
    t->word = lexicon_word(w->lexicon, word, n, hash);
    if (t->word != LEXICON_NONE) {
        t->kinds = lexicon_kinds(w->lexicon, t->word);
        t->starts = lexicon_starts(w->lexicon, t->word);
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
            for (size_t i = 0; i < n && ascii; i++)
                ascii = (unsigned char)word[i] < 0x80;
            if (!ascii)
                known = find_copy(w->lexicon, copy, without_marks(word, n, copy), &kinds);
        }
        if (known != LEXICON_NONE) {
            t->word = known;
            t->kinds = kinds;
            t->starts = lexicon_starts(w->lexicon, known);
        }
    }
    if (t->word == LEXICON_NONE)
        t->word = own_number(w, t->from, n, hash);
    if (t->flags & TOKEN_WORD && !(t->flags & TOKEN_UPPER))
        g_array_index(w->small, bool, t->word) = true;
}

bool vocabulary_in_small(const Vocabulary *w, const DraftToken *t)
{
    char copy[LONGEST_SMALL];
    size_t n = t->to - t->from;
    if (n >= sizeof copy)
        return false;
    memcpy(copy, w->text + t->from, n);
    for (size_t i = 0; i < n; i++)
        copy[i] = g_ascii_tolower(copy[i]);
    uint32_t hash = token_hash(copy, n), word = lexicon_word(w->lexicon, copy, n, hash);
    if (word == LEXICON_NONE) {
        uint32_t slot = *find_slot(w, copy, n, hash);
        if (!slot)
            return false;
        word = lexicon_n_words(w->lexicon) + slot - 1;
    }
    return g_array_index(w->small, bool, word);
}
