/* language.c - scripts and stop words. */
#include "language.h"
#include <string.h>

enum { MOST_WORDS = 4000, MOST_LANGUAGES = 64, FEWEST_WORDS = 8, LONGEST_WORD = 64, SHORT = 30, LONG = 200 };

static inline bool is_letter(char c) { return (unsigned char)((c | 0x20) - 'a') < 26; }

/* Letters of a text by script, as far as scripts tell languages. */
static const char *by_script(const char *text, size_t n)
{
    static const struct {
        GUnicodeScript script;
        const char *language;
    } writes[] = {
        {G_UNICODE_SCRIPT_HANGUL, "ko"},  {G_UNICODE_SCRIPT_THAI, "th"},     {G_UNICODE_SCRIPT_LAO, "lo"},
        {G_UNICODE_SCRIPT_KHMER, "km"},   {G_UNICODE_SCRIPT_MYANMAR, "my"},  {G_UNICODE_SCRIPT_DEVANAGARI, "hi"},
        {G_UNICODE_SCRIPT_HEBREW, "he"},  {G_UNICODE_SCRIPT_GREEK, "el"},    {G_UNICODE_SCRIPT_BENGALI, "bn"},
        {G_UNICODE_SCRIPT_TAMIL, "ta"},   {G_UNICODE_SCRIPT_GEORGIAN, "ka"}, {G_UNICODE_SCRIPT_ARMENIAN, "hy"},
        {G_UNICODE_SCRIPT_SINHALA, "si"}, {G_UNICODE_SCRIPT_HAN, "zh"},
    };
    size_t count[G_N_ELEMENTS(writes)] = {0}, kana = 0, letters = 0;
    for (const char *p = text; p < text + MIN(n, 40000);) {
        if ((unsigned char)*p < 0x80) {
            letters += is_letter(*p++);
            continue;
        }
        gunichar c = g_utf8_get_char(p);
        p = g_utf8_next_char(p);
        if (!g_unichar_isalpha(c))
            continue;
        letters++;
        GUnicodeScript s = g_unichar_get_script(c);
        kana += s == G_UNICODE_SCRIPT_HIRAGANA || s == G_UNICODE_SCRIPT_KATAKANA;
        for (size_t i = 0; i < G_N_ELEMENTS(writes); i++)
            count[i] += s == writes[i].script;
    }
    if (kana * 8 > letters)
        return "ja";
    for (size_t i = 0; i < G_N_ELEMENTS(writes); i++) {
        if (count[i] * 2 > letters)
            return writes[i].language;
    }
    return NULL;
}

/* The letters at p, in lower case and cut short; their end. */
static const char *small_word(const char *p, const char *end, char *word, size_t *length)
{
    size_t n = 0;
    while (p < end) {
        unsigned char b = (unsigned char)*p;
        gunichar c = b < 0x80 ? b : g_utf8_get_char(p);
        if (b < 0x80 ? !is_letter(*p) : !g_unichar_isalpha(c))
            break;
        if (n < LONGEST_WORD && b < 0x80)
            word[n++] = (char)(b | 0x20);
        else if (n < LONGEST_WORD)
            n += (size_t)g_unichar_to_utf8(g_unichar_tolower(c), word + n);
        p = b < 0x80 ? p + 1 : g_utf8_next_char(p);
    }
    word[n] = '\0';
    *length = n;
    return p;
}

/* How many of the first words are stop words of each language; returns how many words there are. seen: the languages of
 * each stop word among the first 200, once a word. */
static size_t count_words(const Lists *lists, const char *text, size_t n, size_t *count, GArray *seen)
{
    g_autoptr(GHashTable) met = g_hash_table_new(NULL, NULL); /* of rows of the list: looked up, never walked */
    size_t n_words = 0, length;
    char word[LONGEST_WORD + 8];
    for (const char *p = text, *end = text + n; p < end && n_words < MOST_WORDS;) {
        p = small_word(p, end, word, &length);
        if (length == 0) {
            p = g_utf8_next_char(p);
            continue;
        }
        n_words++;
        if (length > lists->longest_stop_word)
            continue;
        const guint64 *bits = g_hash_table_lookup(lists->stop_word, word);
        for (guint i = 0; bits && i < lists->language->len; i++)
            count[i] += *bits >> i & 1;
        if (bits && n_words <= LONG && g_hash_table_add(met, (void *)(uintptr_t)bits))
            g_array_append_val(seen, *bits);
    }
    return n_words;
}

/* "Vietnam met Laos in Hanoi" has two words of Dutch: a language tells itself by words that English has not, and by
 * more of them than English has of its own. */
static bool is_told(const Lists *lists, const GArray *seen, guint best, size_t n_words)
{
    guint english = 0, own = 0, theirs = 0;
    if (n_words > LONG)
        return true;
    while (english < lists->language->len && strcmp(lists->language->pdata[english], "en") != 0)
        english++;
    if (english == lists->language->len || english == best)
        return true;
    for (guint i = 0; i < seen->len; i++) {
        guint64 bits = g_array_index(seen, guint64, i);
        own += (bits >> best & 1) && !(bits >> english & 1);
        theirs += (bits >> english & 1) && !(bits >> best & 1);
    }
    return own > theirs && own > (n_words < SHORT ? 2U : 1U);
}

const char *language_of(const Lists *lists, const char *text, size_t n, const char *declared, const char **basis)
{
    const char *script = by_script(text, n);
    *basis = "script";
    if (script)
        return script;
    size_t count[MOST_LANGUAGES] = {0}, n_declared = SIZE_MAX;
    g_autoptr(GArray) seen = g_array_new(FALSE, FALSE, sizeof(guint64));
    size_t n_words = count_words(lists, text, n, count, seen);
    size_t n_prefix = declared ? strcspn(declared, "-_") : 0;
    guint best = 0, known = G_MAXUINT;
    for (guint i = 0; i < lists->language->len; i++) {
        const char *code = lists->language->pdata[i];
        best = count[i] > count[best] ? i : best;
        if (n_prefix && strlen(code) == n_prefix && !g_ascii_strncasecmp(code, declared, n_prefix)) {
            known = i;
            n_declared = count[i];
        }
    }
    bool told = n_words >= FEWEST_WORDS && count[best] * 100 >= n_words * 12;
    for (guint i = 0; told && !is_told(lists, seen, best, n_words) && i < lists->language->len; i++) {
        if (strcmp(lists->language->pdata[i], "en") == 0)
            best = i; /* as good as any: words that say nothing */
    }
    told = told && count[best] > 0;
    bool same = known != G_MAXUINT && n_declared * 10 >= count[best] * 9; /* Malay or Indonesian: as declared */
    if (told && !same && (!n_prefix || known == G_MAXUINT || n_declared * 3 < count[best])) {
        *basis = "words";
        return lists->language->pdata[best];
    }
    *basis = n_prefix ? "declared" : "none";
    if (known != G_MAXUINT)
        return lists->language->pdata[known];
    if (n_prefix < 2 || n_prefix > 3)
        return *basis = "none", "und";
    g_autofree char *code = g_ascii_strdown(declared, (gssize)n_prefix);
    return g_intern_string(code);
}
