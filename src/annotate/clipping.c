/* clipping.c - articles out of newspaper databases: fields above and below the text. */
#include "article.h"
#include "language.h"
#include "published.h"
#include "split.h"
#include "utf8.h"
#include <string.h>

enum { MOST_HEAD_BLOCKS = 40, LONGEST_HEAD_LINE = 300 };

typedef struct Clipping {
    Draft *draft;
    const Lists *lists;
    uint32_t body, tail; /* first block of the text, first block after it */
    uint32_t dated;      /* block with the date, or n */
    bool titled;
} Clipping;

static const char *block_text(const Clipping *c, uint32_t i, size_t *n)
{
    const Block *b = draft_block(c->draft, i);
    *n = b->to - b->from;
    return c->draft->text + b->from;
}

static bool is_notice(const char *s, size_t n)
{
    return (n >= 9 && g_ascii_strncasecmp(s, "copyright", 9) == 0) ||
           (n >= 4 && g_ascii_strncasecmp(s, "(c) ", 4) == 0) || (n >= 3 && memcmp(s, "© ", 3) == 0);
}

static bool is_length(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && (g_ascii_isdigit(s[i]) || s[i] == ','))
        i++;
    return i && n - i == 6 && g_ascii_strncasecmp(s + i, " words", 6) == 0;
}

/* A "Body" without colon, as Nexis Uni has it, is a field too. */
static FieldMeaning field(const Clipping *c, uint32_t i, size_t *value)
{
    size_t n;
    const char *s = block_text(c, i, &n);
    if (n == 4 && g_ascii_strncasecmp(s, "body", 4) == 0)
        return *value = n, FIELD_BODY;
    return lists_field(c->lists, s, n, value);
}

/* Where the text begins and ends; false where nothing of a database is there. */
static bool find_body(Clipping *c)
{
    uint32_t n_blocks = c->draft->block->len, notice = n_blocks, length = n_blocks, n_fields = 0;
    c->body = c->tail = n_blocks;
    uint32_t leading = 0; /* fields at the very beginning, one below the other */
    bool separated = false;
    for (uint32_t i = 0; i < n_blocks; i++) {
        size_t n, value;
        const char *s = block_text(c, i, &n);
        FieldMeaning meaning = field(c, i, &value);
        SplitLine border = split_line(s, n);
        separated = separated || border != SPLIT_NONE;
        bool head = i < MOST_HEAD_BLOCKS && c->body == n_blocks;
        if (head && meaning == FIELD_BODY)
            c->body = i + (value < n ? 0 : 1);
        if (head && is_notice(s, n) && notice == n_blocks)
            notice = i;
        if (head && (is_length(s, n) || meaning == FIELD_OTHER) && length == n_blocks)
            length = i;
        n_fields += meaning != FIELD_NONE;
        leading += leading == i && meaning != FIELD_NONE;
        if (c->tail == n_blocks && i > 0 && border == SPLIT_ENDS)
            c->tail = i;
    }
    if (!separated && n_fields < 3 && leading < 2)
        return false;
    if (c->body == n_blocks && notice < c->tail)
        c->body = notice + 1;
    if (c->body == n_blocks)
        c->body = MAX(leading, length < c->tail ? length + 1 : 0);
    for (uint32_t i = c->body + 1; i < c->tail; i++) { /* known only now that the text's beginning is */
        size_t value;
        if (field(c, i, &value) == FIELD_TAIL)
            c->tail = i;
    }
    c->tail = MAX(c->tail, c->body);
    return true;
}

static void take_field(Clipping *c, uint32_t i, FieldMeaning meaning, size_t value)
{
    Draft *d = c->draft;
    size_t n;
    const char *s = block_text(c, i, &n);
    g_autofree char *text = utf8_collapse(s + value, n - value);
    Date date;
    if (!*text)
        return;
    if (meaning == FIELD_TITLE && !c->titled) {
        d->title = pool_string(d->pool, text);
        c->titled = true;
        draft_block(d, i)->kind = BLOCK_HEAD;
    } else if (meaning == FIELD_OUTLET && !d->outlet) {
        d->outlet = pool_string(d->pool, text);
    } else if (meaning == FIELD_URL && !d->url && g_str_has_prefix(text, "http")) {
        d->url = pool_string(d->pool, text);
    } else if (meaning == FIELD_DATELINE && !d->place) {
        d->place = pool_string(d->pool, text);
    } else if (meaning == FIELD_DATE && published_find(c->lists, text, strlen(text), &date, NULL, NULL)) {
        d->date = date;
        draft_block(d, i)->kind = BLOCK_DATELINE;
    }
}

/* The longest line of the head that is nothing else is the headline. */
static void find_headline(Clipping *c)
{
    uint32_t best = c->draft->block->len;
    size_t longest = 0;
    for (uint32_t i = 0; i < c->body; i++) {
        size_t n, value;
        const char *s = block_text(c, i, &n);
        bool byline = n >= 3 && g_ascii_strncasecmp(s, "by ", 3) == 0;
        if (i == c->dated || n > LONGEST_HEAD_LINE || n <= longest || byline || is_notice(s, n) || is_length(s, n) ||
            field(c, i, &value) != FIELD_NONE || split_line(s, n) != SPLIT_NONE || strspn(s, "_-=*") >= n)
            continue;
        best = i;
        longest = n;
    }
    if (best == c->draft->block->len)
        return;
    size_t n;
    const char *s = block_text(c, best, &n);
    g_autofree char *title = utf8_collapse(s, n);
    c->draft->title = pool_string(c->draft->pool, title);
    draft_block(c->draft, best)->kind = BLOCK_HEAD;
}

/* The outlet has no label: Factiva names it below date and time, the others above the date. */
static void find_outlet(Clipping *c)
{
    size_t n, value;
    const char *s = block_text(c, c->dated, &n);
    bool below = false;
    for (uint32_t i = 0; i < c->dated; i++) {
        s = block_text(c, i, &n);
        below = below || is_length(s, n);
    }
    uint32_t at = below ? c->dated + 1 : c->dated - 1;
    if ((!below && c->dated == 0) || at >= c->body)
        return;
    s = block_text(c, at, &n);
    if (below && n == 5 && s[2] == ':' && at + 1 < c->body)
        s = block_text(c, ++at, &n);
    if (draft_block(c->draft, at)->kind != BLOCK_HEAD && field(c, at, &value) == FIELD_NONE &&
        split_line(s, n) == SPLIT_NONE && !is_notice(s, n)) {
        g_autofree char *outlet = utf8_collapse(s, n);
        c->draft->outlet = pool_string(c->draft->pool, outlet);
    }
}

static void find_date(Clipping *c)
{
    c->dated = c->draft->block->len;
    for (uint32_t i = 0; i < c->body; i++) {
        size_t n, value;
        const char *s = block_text(c, i, &n);
        Date date;
        if (n > 80 || field(c, i, &value) != FIELD_NONE || is_notice(s, n) ||
            !published_find(c->lists, s, n, &date, NULL, NULL))
            continue;
        c->draft->date = date;
        c->dated = i;
        draft_block(c->draft, i)->kind = BLOCK_DATELINE;
        return;
    }
}

bool clipping_label(Draft *d, const Lists *lists)
{
    Clipping c = {.draft = d, .lists = lists};
    if (!find_body(&c))
        return false;
    for (uint32_t i = 0; i < d->block->len; i++) {
        if (i < c.body || i >= c.tail)
            draft_block(d, i)->kind = BLOCK_BOILERPLATE;
    }
    find_date(&c);
    for (uint32_t i = 0; i < d->block->len; i++) {
        size_t value;
        FieldMeaning meaning = i < c.body || i >= c.tail ? field(&c, i, &value) : FIELD_NONE;
        if (meaning != FIELD_NONE && (i < c.body || meaning != FIELD_TITLE))
            take_field(&c, i, meaning, value);
    }
    if (!c.titled)
        find_headline(&c);
    if (!d->outlet && c.dated < d->block->len)
        find_outlet(&c);
    return true;
}
