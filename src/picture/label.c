/* label.c - names as a picture shows them: cleaned, broken into two lines, shortened. */
#include "label.h"
#include "advance.h"

#include <string.h>

enum { ONE_LINE = 18, LONGEST_LINE = 24 };

/* Characters that would break the file or turn the text around them. */
static bool is_unwanted(gunichar c)
{
    return g_unichar_iscntrl(c) || (c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0x061c || c == 0xfeff || (c & 0xfffe) == 0xfffe;
}

char *label_clean(const char *text, size_t max)
{
    if (!text)
        return g_strdup("");
    g_autofree char *valid = g_utf8_make_valid(text, (gssize)strnlen(text, 16 * max));
    g_autofree char *composed = g_utf8_normalize(valid, -1, G_NORMALIZE_NFC);
    g_autoptr(GString) out = g_string_new(NULL);
    size_t n = 0, cut_at = 0;
    bool blank = false;
    for (const char *p = composed ? composed : valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c)) {
            blank = n > 0;
            continue;
        }
        if (is_unwanted(c))
            continue;
        if (n < max && n + blank + 1 >= max)
            cut_at = out->len;
        if (n + blank + 1 > max) {
            g_string_truncate(out, cut_at);
            g_string_append(out, "…");
            break;
        }
        if (blank)
            g_string_append_c(out, ' ');
        n += 1u + blank;
        blank = false;
        g_string_append_unichar(out, c);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* At the end of a word, if one ended not long before. */
static char *cut(const char *text, size_t n_bytes)
{
    size_t word = n_bytes;
    while (word > 0 && text[word] != ' ')
        word--;
    if (word > n_bytes / 3)
        n_bytes = word;
    while (n_bytes > 0 && (text[n_bytes - 1] == ' ' || strchr(",(/", text[n_bytes - 1])))
        n_bytes--;
    return g_strdup_printf("%.*s…", (int)n_bytes, text);
}

char *label_fit(const char *text, double em, bool bold)
{
    if (advance_width(text, bold) <= em)
        return g_strdup(text);
    double width = advance_width("…", bold);
    const char *p = text;
    for (; *p; p = g_utf8_next_char(p)) {
        width += advance_of(g_utf8_get_char(p), bold) / 1000.0;
        if (width > em)
            break;
    }
    return cut(text, (size_t)(p - text));
}

static char *cut_characters(const char *text, long n)
{
    if (g_utf8_strlen(text, -1) <= n)
        return g_strdup(text);
    return cut(text, (size_t)(g_utf8_offset_to_pointer(text, n - 1) - text));
}

/* Where to break so that the wider line is as narrow as can be or, where that still is too long, so that the first line
 * is full; NULL where there is no blank or hyphen. */
static const char *best_break(const char *text, bool bold)
{
    double total = advance_width(text, bold), before = 0, narrowest = total;
    long length = g_utf8_strlen(text, -1), n = 0;
    const char *even = NULL, *full = NULL;
    bool even_fits = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p), n++) {
        gunichar c = g_utf8_get_char(p);
        double width = advance_of(c, bold) / 1000.0;
        bool hyphen = c == '-' || c == 0x2013 || c == '/';
        const char *at = hyphen ? g_utf8_next_char(p) : p;
        double wider = MAX(hyphen ? before + width : before, total - before - width);
        before += width;
        if ((c != ' ' && !hyphen) || p == text || !*at)
            continue;
        if (n + hyphen <= LONGEST_LINE)
            full = at;
        if (wider < narrowest) {
            narrowest = wider;
            even = at;
            even_fits = n + hyphen <= LONGEST_LINE && length - n - 1 <= LONGEST_LINE;
        }
    }
    return even_fits || !full ? even : full;
}

void label_init(Label *label, const char *name, bool bold)
{
    g_autofree char *text = label_clean(name, 400);
    *label = (Label){0};
    if (!*text)
        return;
    const char *at = g_utf8_strlen(text, -1) > ONE_LINE ? best_break(text, bold) : NULL;
    if (at) {
        g_autofree char *first = g_strndup(text, (size_t)(at - text));
        label->line[0] = cut_characters(first, LONGEST_LINE);
        label->line[1] = cut_characters(*at == ' ' ? at + 1 : at, LONGEST_LINE);
        label->n_lines = 2;
    } else {
        label->line[0] = cut_characters(text, LONGEST_LINE + 4);
        label->n_lines = 1;
    }
    for (size_t i = 0; i < label->n_lines; i++)
        label->width[i] = advance_width(label->line[i], bold);
}

void label_clear(Label *label)
{
    for (size_t i = 0; i < label->n_lines; i++)
        g_free(label->line[i]);
    *label = (Label){0};
}

char **label_wrap(const char *text, double em, bool bold)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_autoptr(GString) line = g_string_new(NULL);
    for (char **word = words; *word; word++) {
        bool dot = word[1] && strcmp(word[1], "·") == 0; /* stays with the word before it */
        g_autofree char *next = dot ? g_strconcat(*word, " ·", NULL) : g_strdup(*word);
        g_autofree char *longer = line->len ? g_strconcat(line->str, " ", next, NULL) : g_strdup(next);
        word += dot;
        if (line->len && advance_width(longer, bold) > em) {
            g_ptr_array_add(lines, label_fit(line->str, em, bold));
            g_string_assign(line, next);
        } else {
            g_string_assign(line, longer);
        }
    }
    if (line->len)
        g_ptr_array_add(lines, label_fit(line->str, em, bold));
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&lines), FALSE);
}
