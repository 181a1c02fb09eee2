/* article.c - headline, datelines, captions and junk among the blocks of one article. */
#include "article.h"
#include "published.h"
#include "utf8.h"
#include <string.h>

enum {
    HEAD_BLOCKS = 6, /* a headline stands among so many */
    LONGEST_HEADLINE = 250,
    LONGEST_NOTICE = 150, /* above the headline */
    LONGEST_DATELINE = 160,
    LONGEST_CAPTION = 600,
    RUNNING_TEXT = 400, /* a paragraph of so many bytes is no teaser */
};

static const char *text_of(const Draft *d, const Block *b, size_t *n)
{
    *n = b->to - b->from;
    return d->text + b->from;
}

static bool starts(const char *s, size_t n, const char *const *word)
{
    for (size_t i = 0; word[i]; i++) {
        size_t k = strlen(word[i]);
        if (n >= k && g_ascii_strncasecmp(s, word[i], k) == 0)
            return true;
    }
    return false;
}

static bool holds(const char *s, size_t n, const char *const *word)
{
    g_autofree char *lower = g_ascii_strdown(s, (gssize)n);
    for (size_t i = 0; word[i]; i++) {
        if (strstr(lower, word[i]))
            return true;
    }
    return false;
}

/* A line of date, time, byline or source only. */
static bool is_dateline(const Lists *lists, const char *s, size_t n, Date *date)
{
    static const char *const opening[] = {"by ",
                                          "by: ",
                                          "byline",
                                          "published",
                                          "updated",
                                          "posted",
                                          "source:",
                                          "sources:",
                                          "date:",
                                          "written by",
                                          "reporter",
                                          "last updated",
                                          "created",
                                          "theo ",
                                          "par ",
                                          "von ",
                                          "publié",
                                          "publicado",
                                          "veröffentlicht",
                                          "issued",
                                          "release",
                                          "for immediate release",
                                          "press release",
                                          NULL};
    size_t from = 0, to = 0;
    *date = DATE_UNKNOWN;
    if (n > LONGEST_DATELINE)
        return false;
    bool dated = published_find(lists, s, n, date, &from, &to);
    /* what is left of the line beside its date is short: not a sentence with a date in it */
    bool opened = starts(s, n, opening);
    return (dated && n - (to - from) <= 48 && (opened || s[n - 1] != '.')) || (opened && s[n - 1] != '.');
}

static bool ends_like_a_sentence(const char *s, size_t n)
{
    return n && (s[n - 1] == '.' || s[n - 1] == '!' || s[n - 1] == ';' || s[n - 1] == ',' || s[n - 1] == ':');
}

static void set_title(Draft *d, const Block *b)
{
    size_t n;
    const char *s = text_of(d, b, &n);
    while (n && (*s == '#' || *s == ' '))
        s++, n--;
    g_autofree char *title = utf8_collapse(s, n);
    d->title = pool_string(d->pool, title);
}

static bool is_markdown_heading(const char *s, size_t n)
{
    size_t k = 0;
    while (k < n && k < 6 && s[k] == '#')
        k++;
    return k && k < n && s[k] == ' ';
}

/* The block that is the known title, as it stands there: by the words, for titles carry the outlet's name and the like
 * ("… - Viet Nam News"). */
static uint32_t find_title(const Draft *d)
{
    g_autofree char *title = utf8_key(d->title);
    uint32_t begun = d->block->len;
    for (uint32_t i = 0; i < d->block->len; i++) {
        size_t n;
        const char *s = text_of(d, draft_block(d, i), &n);
        if (n > LONGEST_HEADLINE * 2)
            continue;
        g_autofree char *line = g_strndup(s, n), *key = utf8_key(line);
        size_t k = strlen(key);
        if (strcmp(key, title) == 0)
            return i;
        if (begun == d->block->len && k >= 15 && strncmp(key, title, k) == 0 && title[k] == ' ')
            begun = i;
    }
    return begun;
}

static uint32_t guess_title(const Draft *d, const Lists *lists)
{
    uint32_t seen = 0;
    for (uint32_t i = 0; i < d->block->len && seen < HEAD_BLOCKS; i++) {
        size_t n;
        const char *s = text_of(d, draft_block(d, i), &n);
        Date date;
        if (block_is_junk(draft_block(d, i)->kind))
            continue;
        seen++;
        if (is_markdown_heading(s, n))
            return i;
        if (n >= RUNNING_TEXT)
            break; /* the text has begun */
        if (n >= 8 && n <= LONGEST_HEADLINE && !ends_like_a_sentence(s, n) && !lists_stop_phrase(lists, s, n) &&
            !is_dateline(lists, s, n, &date) && i + 1 < d->block->len)
            return i;
    }
    return d->block->len;
}

/* Returns the first block after the headline. */
static uint32_t label_headline(Draft *d, const Lists *lists)
{
    uint32_t head = d->title ? find_title(d) : guess_title(d, lists);
    if (head == d->block->len)
        return 0;
    Block *b = draft_block(d, head);
    if (!d->title)
        set_title(d, b);
    b->kind = BLOCK_HEAD;
    for (uint32_t i = 0; i < head; i++) {
        Block *above = draft_block(d, i);
        size_t n;
        const char *s = text_of(d, above, &n);
        Date date;
        if (block_is_junk(above->kind) || n > LONGEST_NOTICE)
            continue;
        bool dateline = is_dateline(lists, s, n, &date);
        above->kind = dateline ? BLOCK_DATELINE : BLOCK_BOILERPLATE;
        if (dateline && date_is_unknown(d->date))
            d->date = date;
    }
    return head + 1;
}

static void label_datelines(Draft *d, const Lists *lists, uint32_t first)
{
    static const char *const later[] = {"updated", "last updated", "modified", NULL};
    Date updated = DATE_UNKNOWN;
    uint32_t last = d->block->len;
    for (uint32_t i = first, seen = 0; i < d->block->len; i++) {
        Block *b = draft_block(d, i);
        size_t n;
        const char *s = text_of(d, b, &n);
        Date date;
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_DATELINE)
            continue;
        bool at_foot = i + 3 >= last;
        if (seen++ >= HEAD_BLOCKS && !at_foot)
            continue;
        if (n >= RUNNING_TEXT && !at_foot)
            seen = HEAD_BLOCKS;
        if (!is_dateline(lists, s, n, &date) && b->kind != BLOCK_DATELINE)
            continue;
        b->kind = BLOCK_DATELINE;
        Date *known = starts(s, n, later) ? &updated : &d->date;
        if (date_is_unknown(*known) && !date_is_unknown(date))
            *known = date;
    }
    if (date_is_unknown(d->date))
        d->date = updated;
}

static void label_captions(Draft *d)
{
    static const char *const credit[] = {
        "photo:", "photos:", "(photo", "photo by", "photo/",  "/photo",         "picture:",   "image:",       "(ảnh",
        "ảnh:",   "foto:",   "(foto",  "pix:",     "credit:", "photo courtesy", "file photo", "photo credit", NULL};
    g_autofree char *title = d->title ? utf8_key(d->title) : g_strdup("");
    size_t n_title = strlen(title);
    bool headline = false;
    for (uint32_t i = 0; i < d->block->len; i++) {
        Block *b = draft_block(d, i);
        size_t n;
        const char *s = text_of(d, b, &n);
        headline = headline || b->kind == BLOCK_HEAD;
        if (b->kind != BLOCK_PARAGRAPH || n > LONGEST_CAPTION)
            continue;
        bool repeats = false;
        if (headline && n_title >= 15 && n <= strlen(d->title) + 60) {
            g_autofree char *line = g_strndup(s, n), *key = utf8_key(line);
            repeats = strncmp(key, title, n_title) == 0 && strlen(key) <= n_title + 30;
        }
        if (repeats || holds(s, n, credit))
            b->kind = BLOCK_CAPTION;
    }
}

/* Bytes of running text from each block on. Heap, one more than there are blocks. */
static size_t *running_text(const Draft *d)
{
    size_t *running = g_new0(size_t, d->block->len + 1);
    for (uint32_t i = d->block->len; i-- > 0;) {
        const Block *b = draft_block(d, i);
        bool runs = !block_is_junk(b->kind) && b->to - b->from >= RUNNING_TEXT;
        running[i] = running[i + 1] + (runs ? b->to - b->from : 0);
    }
    return running;
}

static void label_stop_phrases(Draft *d, const Lists *lists, uint32_t first)
{
    size_t before = 0;
    bool rest = false;
    BlockKind zone = BLOCK_BOILERPLATE;
    g_autofree size_t *running = running_text(d); /* where more is to come than has been, the article goes on */
    for (uint32_t i = first; i < d->block->len; i++) {
        Block *b = draft_block(d, i);
        size_t n;
        const char *s = text_of(d, b, &n);
        const StopPhrase *p = block_is_junk(b->kind) ? NULL : lists_stop_phrase(lists, s, n);
        if (p && p->rest && (rest || (before >= ARTICLE_SHORTEST && running[i + 1] <= before))) {
            rest = true;
            zone = p->zone;
        }
        if (rest || p)
            b->kind = block_is_junk(b->kind) ? b->kind : rest ? zone : p->zone;
        else if (!block_is_junk(b->kind))
            before += n;
    }
}

/* "VIENTIANE (Vientiane Times/ANN) - ", "HANOI, Sept 30 (Xinhua) -- ", "Hà Nội (VNA) –" */
static void read_place(Draft *d)
{
    static const char *const dash[] = {" - ", " -- ", " – ", " — ", "– ", "— ", NULL};
    for (uint32_t i = 0; i < d->block->len; i++) {
        const Block *b = draft_block(d, i);
        size_t n, end = SIZE_MAX;
        const char *s = text_of(d, b, &n);
        if (b->kind != BLOCK_PARAGRAPH || n < 60)
            continue;
        for (size_t k = 0; dash[k]; k++) {
            const char *at = g_strstr_len(s, (gssize)MIN(n, 80), dash[k]);
            if (at && (size_t)(at - s) < end)
                end = (size_t)(at - s);
        }
        if (end == SIZE_MAX || end < 3)
            return;
        const char *bracket = memchr(s, '(', end), *comma = memchr(s, ',', end);
        size_t stop = MIN(bracket ? (size_t)(bracket - s) : end, comma ? (size_t)(comma - s) : end);
        g_autofree char *place = utf8_collapse(s, stop);
        size_t n_words = 1, n_upper = 0, n_letters = 0;
        for (const char *p = place; *p; p = g_utf8_next_char(p)) {
            n_words += *p == ' ';
            n_letters += g_unichar_isalpha(g_utf8_get_char(p));
            n_upper += g_unichar_isupper(g_utf8_get_char(p));
        }
        bool shouted = n_upper == n_letters && n_letters > 2;
        if (n_words <= 4 && (shouted || (bracket && n_upper >= 1)))
            d->place = pool_string(d->pool, place);
        const char *close = bracket ? memchr(bracket, ')', (size_t)(s + end - bracket)) : NULL;
        if (d->place && close && !d->outlet) {
            g_autofree char *outlet = utf8_collapse(bracket + 1, (size_t)(close - bracket - 1));
            d->outlet = *outlet ? pool_string(d->pool, outlet) : NULL;
        }
        return; /* only the first paragraph has one */
    }
}

void article_label(Draft *d, const Lists *lists)
{
    uint32_t first = label_headline(d, lists);
    label_stop_phrases(d, lists, first);
    label_captions(d);
    label_datelines(d, lists, first);
    read_place(d);
}
