/* utf8_key.c - comparison keys of names, and how far two of them are apart. */
#include "utf8.h"
#include <glib.h>
#include <stdint.h>
#include <string.h>

/* Letters that no decomposition takes apart, after case folding. */
static const struct {
    gunichar letter;
    const char *spelled;
} letters[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"}, {0x0127, "h"}, {0x0131, "i"},
    {0x0138, "k"},  {0x0142, "l"}, {0x014B, "n"}, {0x0153, "oe"}, {0x0167, "t"}, {0x0180, "b"}, {0x0188, "c"},
    {0x0192, "f"},  {0x0199, "k"}, {0x01B4, "y"}, {0x0253, "b"},  {0x0257, "d"}, {0x0259, "e"}, {0x1E9E, "ss"},
};

/* Marks that only colour a letter. Those of Indic scripts, Thai or kana carry vowels or sounds and stay. */
static bool is_accent(gunichar c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) || (c >= 0x0591 && c <= 0x05C7) ||
           (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
           (c >= 0x06D6 && c <= 0x06ED) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

static bool separates(gunichar c)
{
    if (c >= 0x02B9 && c <= 0x02DF) /* modifier apostrophes and their like */
        return true;
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
        return true;
    default:
        return false;
    }
}

static void append_letter(GString *key, gunichar c)
{
    if (c >= 0x80) {
        for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
            if (letters[i].letter == c) {
                g_string_append(key, letters[i].spelled);
                return;
            }
        }
    }
    g_string_append_unichar(key, c);
}

static char *ascii_key(const char *s, size_t n)
{
    char *key = g_malloc(n + 1), *q = key;
    bool blank = false;
    for (size_t i = 0; i < n; i++) {
        bool kept = g_ascii_isalnum(s[i]) || strchr("$+<=>|~", s[i]); /* the symbols that are no punctuation */
        if (!kept) {
            blank = true;
            continue;
        }
        if (blank && q > key)
            *q++ = ' ';
        blank = false;
        *q++ = g_ascii_tolower(s[i]);
    }
    *q = '\0';
    return key;
}

static bool is_ascii(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)s[i] >= 0x80)
            return false;
    }
    return true;
}

char *utf8_key(const char *s)
{
    size_t n = strlen(s);
    if (is_ascii(s, n))
        return ascii_key(s, n);
    g_autofree char *valid = g_utf8_make_valid(s, (gssize)n);
    g_autofree char *apart = g_utf8_normalize(valid, -1, G_NORMALIZE_NFKD);
    g_autofree char *lower = g_utf8_casefold(apart, -1);
    g_autofree char *folded = g_utf8_normalize(lower, -1, G_NORMALIZE_NFKD); /* folding may compose: ΐ */
    GString *key = g_string_sized_new(n);
    bool blank = false;
    for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_accent(c) || g_unichar_type(c) == G_UNICODE_FORMAT)
            continue;
        if (separates(c)) {
            blank = true;
            continue;
        }
        if (blank && key->len)
            g_string_append_c(key, ' ');
        blank = false;
        append_letter(key, c);
    }
    return g_string_free(key, FALSE);
}

int utf8_compare(const char *a, const char *b)
{
    if (a == b)
        return 0;
    g_autofree char *key_a = utf8_key(a), *key_b = utf8_key(b);
    int order = strcmp(key_a, key_b);
    return order ? order : strcmp(a, b);
}

enum { DISTANCE_MAX_LENGTH = 1000 };

static gunichar *key_characters(const char *s, size_t *n)
{
    g_autofree char *key = utf8_key(s);
    glong length = 0;
    gunichar *characters = g_utf8_to_ucs4_fast(key, -1, &length);
    *n = MIN((size_t)length, DISTANCE_MAX_LENGTH);
    return characters;
}

static size_t least(size_t a, size_t b, size_t c) { return MIN(a, MIN(b, c)); }

/* Three rows of the table are alive at a time: two back for transpositions. */
static size_t distance(const gunichar *a, size_t n_a, const gunichar *b, size_t n_b)
{
    size_t width = n_b + 1;
    g_autofree size_t *rows = g_new(size_t, 3 * width);
    size_t *two_back = rows, *back = rows + width, *row = rows + 2 * width;
    for (size_t j = 0; j <= n_b; j++)
        row[j] = j;
    for (size_t i = 1; i <= n_a; i++) {
        size_t *spare = two_back;
        two_back = back;
        back = row;
        row = spare;
        row[0] = i;
        for (size_t j = 1; j <= n_b; j++) {
            size_t differs = a[i - 1] != b[j - 1];
            row[j] = least(back[j] + 1, row[j - 1] + 1, back[j - 1] + differs);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], two_back[j - 2] + 1);
        }
    }
    return row[n_b];
}

size_t utf8_distance(const char *a, const char *b)
{
    size_t n_a, n_b;
    g_autofree gunichar *characters_a = key_characters(a, &n_a), *characters_b = key_characters(b, &n_b);
    return distance(characters_a, n_a, characters_b, n_b);
}

const char *utf8_nearest(const char *word, const char *const *candidate, size_t n)
{
    size_t n_word, best = 3;
    const char *nearest = NULL;
    g_autofree gunichar *characters = key_characters(word, &n_word);
    for (size_t i = 0; i < n; i++) {
        size_t n_other;
        g_autofree gunichar *other = key_characters(candidate[i], &n_other);
        if (n_other > n_word + 2 || n_word > n_other + 2)
            continue;
        size_t d = distance(characters, n_word, other, n_other);
        if (d < best && d * 2 < n_word) {
            best = d;
            nearest = candidate[i];
        }
    }
    return nearest;
}
