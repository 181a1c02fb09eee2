/* plain.c - paragraphs of plain text, by blank lines or by lines. */
#include "plain.h"
#include <string.h>

enum { WIDEST_BROKEN_LINE = 110 };

/* Bytes of the white space character at s (blank, tab, no-break space, ideographic space, BOM, zero width), or 0. */
static size_t blank(const char *s, size_t n)
{
    static const char *const wide[] = {"\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8B", "\xE2\x80\xAF"};
    if (n && (*s == ' ' || *s == '\t' || *s == '\v' || *s == '\f'))
        return 1;
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++) {
        if (n >= strlen(wide[i]) && memcmp(s, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    }
    return 0;
}

bool plain_line(const char *text, size_t n, size_t *at, size_t *from, size_t *to)
{
    if (*at >= n)
        return false;
    const char *end = memchr(text + *at, '\n', n - *at);
    size_t next = end ? (size_t)(end - text) : n, k;
    *from = *at;
    *to = next;
    while ((k = blank(text + *from, *to - *from)))
        *from += k;
    for (size_t width = 3; *to > *from && width;) {
        for (width = 3; width && (*to - *from < width || blank(text + *to - width, width) != width); width--)
            continue;
        *to -= width;
    }
    *at = end ? next + 1 : n;
    return true;
}

typedef struct Line {
    uint32_t from, to, indent;
} Line;

static GArray *lines_of(const Draft *d, size_t begin)
{
    GArray *line = g_array_new(FALSE, FALSE, sizeof(Line));
    size_t at = begin, from, to;
    while (plain_line(d->text, d->n_text, &at, &from, &to)) {
        Line l = {(uint32_t)from, (uint32_t)to, (uint32_t)(from - begin)};
        g_array_append_val(line, l);
        begin = at;
    }
    return line;
}

/* The width the lines were broken at, or 0: most lines with a line below them are nearly as long as the longest. */
static size_t broken_at(const Draft *d, const GArray *line)
{
    size_t longest = 0, n_inner = 0, n_full = 0, n_cut = 0; /* cut: full, and no sentence ends with it */
    for (guint i = 0; i < line->len; i++) {
        const Line *l = &g_array_index(line, Line, i);
        longest = MAX(longest, l->to - l->from);
    }
    if (longest > WIDEST_BROKEN_LINE * 2) /* bytes: letters of other scripts take two */
        return 0;
    for (guint i = 0; i + 1 < line->len; i++) {
        const Line *l = &g_array_index(line, Line, i), *below = l + 1;
        if (l->to == l->from || below->to == below->from)
            continue;
        n_inner++;
        bool full = (l->to - l->from) * 3 >= longest * 2;
        n_full += full;
        n_cut += full && !strchr(".!?:;", d->text[l->to - 1]);
    }
    return n_cut && n_full * 2 >= n_inner && longest >= 40 ? longest : 0;
}

static bool is_item(const char *s, size_t n)
{
    static const char *const bullet[] = {"- ", "* ", "# ", "## ", "### ", "• ", "– ", "— ", "· ", "▪ "};
    for (size_t i = 0; i < G_N_ELEMENTS(bullet); i++) {
        if (n > strlen(bullet[i]) && memcmp(s, bullet[i], strlen(bullet[i])) == 0)
            return true;
    }
    size_t digits = 0;
    while (digits < n && digits < 3 && g_ascii_isdigit(s[digits]))
        digits++;
    return digits && digits + 1 < n && (s[digits] == '.' || s[digits] == ')') && s[digits + 1] == ' ';
}

void plain_blocks(Draft *d, size_t begin)
{
    g_autoptr(GArray) line = lines_of(d, begin);
    size_t width = broken_at(d, line);
    bool open = false;
    for (guint i = 0; i < line->len; i++) {
        const Line *l = &g_array_index(line, Line, i);
        if (l->to == l->from) {
            open = false;
            continue;
        }
        if (open && !is_item(d->text + l->from, l->to - l->from) && l->indent <= l[-1].indent + 1)
            draft_block(d, d->block->len - 1)->to = l->to;
        else
            draft_add_block(d, BLOCK_PARAGRAPH, l->from, l->to);
        open = width && (l->to - l->from) * 5 >= width * 3;
    }
}
