/* html.c - a web page becomes a draft: kept blocks, junk in its place, and what the page says of itself. */
#include "html.h"
#include "published.h"
#include "utf8.h"
#include <string.h>

enum { FEWEST_KEPT = 250, LONGEST_DATE_LINE = 160, LONGEST_HEADLINE = 300 };

/* First of these that the page's <meta> has. */
static const char *meta(const HtmlPage *p, const char *const *name)
{
    for (size_t i = 0; name[i]; i++) {
        const char *content = g_hash_table_lookup(p->meta, name[i]);
        if (content)
            return content;
    }
    return NULL;
}

static const char *keep(Draft *d, const char *s)
{
    if (!s)
        return NULL;
    g_autofree char *clean = utf8_clean(s, strlen(s)), *text = utf8_collapse(clean, strlen(clean));
    return *text ? pool_string(d->pool, text) : NULL;
}

/* The first string after "key": in the page's JSON-LD; escapes are not undone, so only for dates. Heap or NULL. */
static char *json_ld(const HtmlPage *p, const char *key)
{
    g_autofree char *quoted = g_strdup_printf("\"%s\"", key);
    const char *at = strstr(p->json_ld->str, quoted);
    if (!at)
        return NULL;
    at += strlen(quoted);
    at += strspn(at, " \t\r\n");
    if (*at != ':')
        return NULL;
    at += 1 + strspn(at + 1, " \t\r\n");
    return *at == '"' ? g_strndup(at + 1, strcspn(at + 1, "\"")) : NULL;
}

/* A day as machines or people write it. */
static bool read_date(const HtmlPage *p, const char *s, Date *date)
{
    if (!s)
        return false;
    g_autofree char *day = g_strndup(s, 10);
    return (strlen(s) >= 10 && date_parse(day, date)) ||
           published_find(p->lists, s, strnlen(s, LONGEST_DATE_LINE), date, NULL, NULL);
}

static void describe_date(const HtmlPage *p, Draft *d)
{
    static const char *const name[] = {"article:published_time",
                                       "og:article:published_time",
                                       "datepublished",
                                       "pubdate",
                                       "publishdate",
                                       "publish-date",
                                       "publish_date",
                                       "date",
                                       "dc.date",
                                       "dc.date.issued",
                                       "dcterms.date",
                                       "dcterms.created",
                                       "dcterms.issued",
                                       "sailthru.date",
                                       "parsely-pub-date",
                                       "article.published",
                                       "citation_publication_date",
                                       "originalpublicationdate",
                                       NULL};
    for (size_t i = 0; name[i]; i++) {
        if (read_date(p, g_hash_table_lookup(p->meta, name[i]), &d->date))
            return;
    }
    g_autofree char *published = json_ld(p, "datePublished");
    if (!read_date(p, published, &d->date))
        (void)read_date(p, p->time, &d->date);
}

/* "www.example.org" of a link. */
static const char *host(Draft *d, const char *url)
{
    const char *at = url ? strstr(url, "://") : NULL;
    if (!at)
        return NULL;
    at += 3;
    size_t n = strcspn(at, "/?#:");
    if (n > 4 && g_ascii_strncasecmp(at, "www.", 4) == 0)
        at += 4, n -= 4;
    return n ? pool_intern(d->pool, at, n) : NULL;
}

void html_describe(const HtmlPage *p, Draft *d, const char **declared)
{
    static const char *const title[] = {"og:title", "twitter:title",  "dc.title", "dcterms.title",
                                        "headline", "citation_title", NULL};
    static const char *const outlet[] = {
        "og:site_name", "application-name", "dc.publisher",           "dcterms.publisher",
        "publisher",    "twitter:site",     "citation_journal_title", NULL};
    static const char *const link[] = {"og:url", "twitter:url", NULL};
    const char *url = p->canonical && strstr(p->canonical, "://") ? p->canonical : meta(p, link);
    d->url = url && (g_str_has_prefix(url, "http://") || g_str_has_prefix(url, "https://")) ? keep(d, url) : NULL;
    d->outlet = keep(d, meta(p, outlet));
    if (!d->outlet)
        d->outlet = host(d, d->url);
    d->title = keep(d, meta(p, title));
    for (uint32_t i = 0; i < p->run->len && !d->title; i++) { /* a heading says it without the outlet's name */
        const HtmlRun *r = html_run(p, i);
        g_autofree char *h1 = g_strndup(p->text->str + r->from, r->to - r->from);
        if (html_element(p, r->element)->tag == HTML_H1 && r->n_text > 8 && r->to - r->from < LONGEST_HEADLINE)
            d->title = keep(d, h1);
    }
    if (!d->title)
        d->title = keep(d, p->title->str);
    describe_date(p, d);
    static const char *const language[] = {"og:locale", "content-language", "dc.language", "language", NULL};
    *declared = keep(d, p->language ? p->language : meta(p, language));
}

/* The headline stands above the article as often as in it: the h1 that is most like the title. */
static void find_headline(const HtmlPage *p, const Draft *d, BlockKind *kind)
{
    g_autofree char *title = utf8_key(d->title ? d->title : "");
    uint32_t best = p->run->len;
    for (uint32_t i = 0; i < p->run->len; i++) {
        const HtmlRun *r = html_run(p, i);
        if (html_element(p, r->element)->tag != HTML_H1 || r->to - r->from > LONGEST_HEADLINE)
            continue;
        g_autofree char *line = g_strndup(p->text->str + r->from, r->to - r->from), *key = utf8_key(line);
        size_t n = strlen(key);
        if (n >= 8 && (g_str_has_prefix(title, key) || g_str_has_prefix(key, title)) && best == p->run->len)
            best = i;
        if (kind[i] == BLOCK_HEAD)
            kind[i] = BLOCK_BOILERPLATE; /* one headline */
    }
    if (best < p->run->len)
        kind[best] = BLOCK_HEAD;
}

/* A date near the beginning of the article, where the page does not declare one. */
static void find_date(const HtmlPage *p, Draft *d, BlockKind *kind)
{
    uint32_t first = 0;
    while (first < p->run->len && kind[first] != BLOCK_PARAGRAPH)
        first++;
    uint32_t from = first > 8 ? first - 8 : 0, to = MIN(first + 2, p->run->len);
    for (uint32_t i = from; i < to && first < p->run->len; i++) {
        const HtmlRun *r = html_run(p, i);
        Date date;
        if (r->to - r->from > LONGEST_DATE_LINE || kind[i] == BLOCK_HEAD ||
            !published_find(p->lists, p->text->str + r->from, r->to - r->from, &date, NULL, NULL))
            continue;
        kind[i] = BLOCK_DATELINE;
        if (date_is_unknown(d->date))
            d->date = date;
        return;
    }
}

Draft *html_read(const char *path, const char *text, size_t n, const Lists *lists, Diagnostics *diagnostics)
{
    g_autoptr(HtmlPage) p = html_parse(text, n, lists);
    Draft *d = draft_new(path, p->text->str, p->text->len);
    d->source = DRAFT_HTML;
    const char *declared = NULL;
    html_describe(p, d, &declared);
    d->language = declared;
    g_autofree BlockKind *kind = g_new0(BlockKind, p->run->len + 1);
    size_t kept = html_score(p, false, kind);
    if (kept < FEWEST_KEPT) {
        g_autofree BlockKind *second = g_new0(BlockKind, p->run->len + 1);
        size_t more = html_score(p, true, second);
        if (more > kept) {
            memcpy(kind, second, p->run->len * sizeof *kind);
            kept = more;
        }
    }
    if (kept == 0)
        diagnostics_add(diagnostics, DIAGNOSTIC_NO_ARTICLE, (Place){g_intern_string(path), 0, 0}, NULL,
                        "there is no article in the page");
    find_headline(p, d, kind);
    find_date(p, d, kind);
    for (uint32_t i = 0; i < p->run->len; i++)
        draft_add_block(d, kind[i], html_run(p, i)->from, html_run(p, i)->to);
    return d;
}
