/* split.c - the lines that databases set between articles. */
#include "split.h"
#include "plain.h"
#include <stdbool.h>
#include <string.h>

static size_t digits(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && i < 6 && g_ascii_isdigit(s[i]))
        i++;
    return i;
}

static bool skip(const char **s, size_t *n, const char *word)
{
    size_t k = strlen(word);
    if (*n < k || g_ascii_strncasecmp(*s, word, k) != 0)
        return false;
    *s += k;
    *n -= k;
    return true;
}

/* "Document 1 of 25" or "1 of 25 DOCUMENTS" */
static bool counts(const char *s, size_t n)
{
    bool before = skip(&s, &n, "document ");
    size_t k = digits(s, n);
    if (k == 0)
        return false;
    s += k;
    n -= k;
    if (!skip(&s, &n, " of ") || (k = digits(s, n)) == 0)
        return false;
    s += k;
    n -= k;
    return before ? n == 0 : skip(&s, &n, " document") && (n == 0 || (n == 1 && (*s == 's' || *s == 'S')));
}

/* "Document VNNA000020200930eg9u0005l": a code of the source, zeros, the day, the number in it */
static bool is_factiva(const char *s, size_t n)
{
    if (!skip(&s, &n, "document ") || n < 20 || n > 40)
        return false;
    size_t n_digits = 0;
    for (size_t i = 0; i < n; i++) {
        if (!g_ascii_isalnum(s[i]))
            return false;
        n_digits += g_ascii_isdigit(s[i]) != 0;
    }
    return g_ascii_isupper(s[0]) && n_digits >= 10;
}

SplitLine split_line(const char *s, size_t n)
{
    if (n < 12 || n > 60)
        return SPLIT_NONE;
    if (counts(s, n))
        return SPLIT_BEGINS;
    return is_factiva(s, n) || (n == 15 && g_ascii_strncasecmp(s, "end of document", n) == 0) ? SPLIT_ENDS : SPLIT_NONE;
}

void split_articles(const char *text, size_t n, GArray *part)
{
    size_t at = 0, from, to, line = 0;
    Slice s = {0, 0};
    bool begun = false; /* the present part has a line that begins one */
    while (plain_line(text, n, &at, &from, &to)) {
        SplitLine kind = split_line(text + from, to - from);
        size_t cut = kind == SPLIT_BEGINS ? line : at;
        bool cuts = kind == SPLIT_ENDS || (kind == SPLIT_BEGINS && begun);
        if (kind == SPLIT_BEGINS && !cuts)
            begun = true;
        if (cuts && part->len + 1 < SPLIT_MOST) {
            s.n = (uint32_t)cut - s.first;
            g_array_append_val(part, s);
            s.first = (uint32_t)cut;
            begun = kind == SPLIT_BEGINS;
        }
        line = at;
    }
    s.n = (uint32_t)n - s.first;
    /* what stands after the last end is no article unless one begins there */
    if (part->len && !begun)
        g_array_index(part, Slice, part->len - 1).n += s.n;
    else
        g_array_append_val(part, s);
}
