/* html_parse.c - libxml2's HTML parser, listened to: block-level elements, and the text between their borders. */
#include "html.h"
#include <libxml/HTMLparser.h>
#include <string.h>

enum { DEEPEST = 300, MOST_ELEMENTS = 1 << 20, MOST_JSON = 256 * 1024, LONGEST_ATTRIBUTES = 400 };

typedef enum TagKind {
    TAG_INLINE,
    TAG_BLOCK = 1 << 0, /* a border of text */
    TAG_SKIP = 1 << 1,  /* what is in it is no text */
    TAG_HOLDS = 1 << 2, /* a div with such a child is no paragraph */
    TAG_JUNK = 1 << 3,  /* whatever its class */
    TAG_VOID = 1 << 4,
} TagKind;

static const struct {
    const char *name;
    unsigned kind;
} tags[HTML_OTHER] = {
    [HTML_A] = {"a", TAG_INLINE},
    [HTML_ADDRESS] = {"address", TAG_BLOCK},
    [HTML_ARTICLE] = {"article", TAG_BLOCK | TAG_HOLDS},
    [HTML_ASIDE] = {"aside", TAG_BLOCK | TAG_JUNK},
    [HTML_AUDIO] = {"audio", TAG_SKIP},
    [HTML_B] = {"b", TAG_INLINE},
    [HTML_BLOCKQUOTE] = {"blockquote", TAG_BLOCK | TAG_HOLDS},
    [HTML_BODY] = {"body", TAG_BLOCK},
    [HTML_BR] = {"br", TAG_VOID},
    [HTML_BUTTON] = {"button", TAG_SKIP},
    [HTML_CANVAS] = {"canvas", TAG_SKIP},
    [HTML_CENTER] = {"center", TAG_BLOCK},
    [HTML_DD] = {"dd", TAG_BLOCK},
    [HTML_DETAILS] = {"details", TAG_BLOCK},
    [HTML_DIALOG] = {"dialog", TAG_BLOCK | TAG_JUNK},
    [HTML_DIV] = {"div", TAG_BLOCK | TAG_HOLDS},
    [HTML_DL] = {"dl", TAG_BLOCK | TAG_HOLDS},
    [HTML_DT] = {"dt", TAG_BLOCK},
    [HTML_EMBED] = {"embed", TAG_VOID},
    [HTML_FIELDSET] = {"fieldset", TAG_BLOCK},
    [HTML_FIGCAPTION] = {"figcaption", TAG_BLOCK},
    [HTML_FIGURE] = {"figure", TAG_BLOCK | TAG_HOLDS},
    [HTML_FOOTER] = {"footer", TAG_BLOCK | TAG_JUNK},
    [HTML_FORM] = {"form", TAG_BLOCK},
    [HTML_H1] = {"h1", TAG_BLOCK | TAG_HOLDS},
    [HTML_H2] = {"h2", TAG_BLOCK | TAG_HOLDS},
    [HTML_H3] = {"h3", TAG_BLOCK | TAG_HOLDS},
    [HTML_H4] = {"h4", TAG_BLOCK | TAG_HOLDS},
    [HTML_H5] = {"h5", TAG_BLOCK | TAG_HOLDS},
    [HTML_H6] = {"h6", TAG_BLOCK | TAG_HOLDS},
    [HTML_HEAD] = {"head", TAG_BLOCK},
    [HTML_HEADER] = {"header", TAG_BLOCK},
    [HTML_HR] = {"hr", TAG_BLOCK | TAG_VOID},
    [HTML_HTML] = {"html", TAG_BLOCK},
    [HTML_IFRAME] = {"iframe", TAG_SKIP},
    [HTML_INPUT] = {"input", TAG_VOID},
    [HTML_LI] = {"li", TAG_BLOCK},
    [HTML_LINK] = {"link", TAG_VOID},
    [HTML_MAIN] = {"main", TAG_BLOCK},
    [HTML_MAP] = {"map", TAG_SKIP},
    [HTML_MENU] = {"menu", TAG_BLOCK | TAG_JUNK},
    [HTML_META] = {"meta", TAG_VOID},
    [HTML_NAV] = {"nav", TAG_BLOCK | TAG_JUNK},
    [HTML_NOSCRIPT] = {"noscript", TAG_SKIP},
    [HTML_OBJECT] = {"object", TAG_SKIP},
    [HTML_OL] = {"ol", TAG_BLOCK | TAG_HOLDS},
    [HTML_OPTION] = {"option", TAG_SKIP},
    [HTML_P] = {"p", TAG_BLOCK | TAG_HOLDS},
    [HTML_PRE] = {"pre", TAG_BLOCK | TAG_HOLDS},
    [HTML_SCRIPT] = {"script", TAG_SKIP},
    [HTML_SECTION] = {"section", TAG_BLOCK | TAG_HOLDS},
    [HTML_SELECT] = {"select", TAG_SKIP},
    [HTML_STYLE] = {"style", TAG_SKIP},
    [HTML_SUMMARY] = {"summary", TAG_BLOCK},
    [HTML_SVG] = {"svg", TAG_SKIP},
    [HTML_TABLE] = {"table", TAG_BLOCK | TAG_HOLDS},
    [HTML_TBODY] = {"tbody", TAG_BLOCK},
    [HTML_TD] = {"td", TAG_BLOCK},
    [HTML_TEMPLATE] = {"template", TAG_SKIP},
    [HTML_TEXTAREA] = {"textarea", TAG_SKIP},
    [HTML_TH] = {"th", TAG_BLOCK},
    [HTML_THEAD] = {"thead", TAG_BLOCK},
    [HTML_TIME] = {"time", TAG_INLINE},
    [HTML_TITLE] = {"title", TAG_SKIP},
    [HTML_TR] = {"tr", TAG_BLOCK},
    [HTML_UL] = {"ul", TAG_BLOCK | TAG_HOLDS},
    [HTML_VIDEO] = {"video", TAG_SKIP},
};

/* An element that has begun and not ended. */
typedef struct OpenTag {
    HtmlTag tag;
    unsigned kind;
    bool bad; /* an inline element that is junk */
} OpenTag;

typedef struct Walk {
    HtmlPage *page;
    GArray *open;  /* OpenTag */
    GArray *block; /* uint32_t: rows of the open block-level elements */
    HtmlRun run;
    unsigned n_beyond; /* open elements deeper than DEEPEST: not on the stack */
    unsigned skip, link, bad, pre;
    bool in_title, in_json, blank, broken; /* broken: a <br> and only blanks since */
    GString *attributes;                   /* scratch */
} Walk;

static HtmlTag tag_of(const char *name)
{
    size_t low = 0, high = HTML_OTHER;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = g_ascii_strcasecmp(name, tags[middle].name);
        if (order == 0)
            return (HtmlTag)middle;
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return HTML_OTHER;
}

static const char *attribute(const xmlChar **atts, const char *name)
{
    for (size_t i = 0; atts && atts[i]; i += 2) {
        if (g_ascii_strcasecmp((const char *)atts[i], name) == 0)
            return atts[i + 1] ? (const char *)atts[i + 1] : "";
    }
    return NULL;
}

/* Ends the run; what was in it becomes one, unless it was empty. */
static void end_run(Walk *w)
{
    HtmlPage *p = w->page;
    while (p->text->len > w->run.from && strchr(" \n", p->text->str[p->text->len - 1]))
        g_string_truncate(p->text, p->text->len - 1);
    w->run.to = (uint32_t)p->text->len;
    w->blank = w->broken = false;
    if (w->run.n_text) {
        w->run.element = g_array_index(w->block, uint32_t, w->block->len - 1);
        html_element(p, w->run.element)->n_runs++;
        for (guint i = 0; i < w->block->len; i++) {
            HtmlElement *e = html_element(p, g_array_index(w->block, uint32_t, i));
            e->n_text += w->run.n_text;
            e->n_link += w->run.n_link;
        }
        g_array_append_val(p->run, w->run);
        g_string_append(p->text, "\n\n");
    }
    w->run = (HtmlRun){.from = (uint32_t)p->text->len};
}

/* Does a word stand in the attributes, at the beginning of a word of theirs unless it is long? */
static bool mentions(const char *attributes, const PageWord *w)
{
    if (w->weight == PAGE_GOOD || w->weight == PAGE_STRONG)
        return strstr(attributes, w->word) != NULL;
    for (const char *at = strstr(attributes, w->word); at; at = strstr(at + 1, w->word)) {
        if (at == attributes || !g_ascii_isalpha(at[-1]) || w->n > 6)
            return true;
    }
    return false;
}

static void describe(Walk *w, const xmlChar **atts, HtmlElement *e)
{
    static const char *const telling[] = {"class", "id", "itemprop", "role"};
    g_string_truncate(w->attributes, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(telling); i++) {
        const char *value = attribute(atts, telling[i]);
        if (value && *value)
            g_string_append_printf(w->attributes, "%.*s ", LONGEST_ATTRIBUTES / 4, value);
    }
    const char *style = attribute(atts, "style");
    e->hidden = attribute(atts, "hidden") || (style && strstr(style, "display") && strstr(style, "none"));
    if (w->attributes->len == 0)
        return;
    g_string_ascii_down(w->attributes);
    const GArray *word = w->page->lists->page_word;
    for (guint i = 0; i < word->len; i++) {
        const PageWord *p = &g_array_index(word, PageWord, i);
        if (!mentions(w->attributes->str, p))
            continue;
        e->good = e->good || p->weight == PAGE_GOOD;
        e->strong = e->strong || p->weight == PAGE_STRONG;
        e->bad = e->bad || p->weight == PAGE_BAD || p->weight == PAGE_ALWAYS;
        e->always = e->always || p->weight == PAGE_ALWAYS;
    }
}

static void keep(char **field, const char *value)
{
    if (!*field && value && *value)
        *field = g_strdup(value);
}

static void start_meta(HtmlPage *p, HtmlTag tag, const xmlChar **atts)
{
    if (tag == HTML_HTML)
        keep(&p->language, attribute(atts, "lang") ? attribute(atts, "lang") : attribute(atts, "xml:lang"));
    if (tag == HTML_TIME)
        keep(&p->time, attribute(atts, "datetime"));
    const char *rel = attribute(atts, "rel");
    if (tag == HTML_LINK && rel && g_ascii_strcasecmp(rel, "canonical") == 0)
        keep(&p->canonical, attribute(atts, "href"));
    const char *content = attribute(atts, "content"), *name = attribute(atts, "property");
    name = name ? name : attribute(atts, "name");
    name = name ? name : attribute(atts, "itemprop");
    if (tag != HTML_META || !name || !content || !*content || g_hash_table_size(p->meta) > 500)
        return;
    g_autofree char *key = g_ascii_strdown(name, -1);
    if (!g_hash_table_contains(p->meta, key))
        g_hash_table_insert(p->meta, g_steal_pointer(&key), g_strdup(content));
}

static void start_block(Walk *w, HtmlTag tag, unsigned kind, HtmlElement *e)
{
    HtmlPage *p = w->page;
    end_run(w);
    e->tag = tag;
    e->parent = g_array_index(w->block, uint32_t, w->block->len - 1);
    e->bad = e->bad || kind & TAG_JUNK;
    e->always = e->always || kind & TAG_JUNK;
    if (kind & TAG_HOLDS)
        html_element(p, e->parent)->has_block = true;
    uint32_t row = p->element->len;
    g_array_append_val(p->element, *e);
    g_array_append_val(w->block, row);
}

static void on_start(void *context, const xmlChar *name, const xmlChar **atts)
{
    Walk *w = context;
    HtmlTag tag = tag_of((const char *)name);
    unsigned kind = tag == HTML_OTHER ? TAG_INLINE : tags[tag].kind;
    start_meta(w->page, tag, atts);
    if (w->n_beyond || w->open->len == DEEPEST) {
        w->n_beyond++;
        return;
    }
    OpenTag open = {tag, kind, false};
    HtmlElement e = {0};
    if (!w->skip && !(kind & (TAG_SKIP | TAG_VOID)))
        describe(w, atts, &e);
    if (kind & TAG_SKIP) {
        w->skip++;
        const char *type = attribute(atts, "type");
        w->in_json = tag == HTML_SCRIPT && type && strstr(type, "ld+json");
        w->in_title = tag == HTML_TITLE;
    } else if (kind & TAG_BLOCK && !w->skip) {
        if (kind & TAG_VOID || w->page->element->len == MOST_ELEMENTS) {
            end_run(w);
            open.kind = TAG_INLINE;
        } else {
            start_block(w, tag, kind, &e);
            w->pre += tag == HTML_PRE;
        }
    } else if (tag == HTML_BR && !w->skip) {
        if (w->broken)
            end_run(w);
        else
            w->broken = true;
    } else if (!(kind & TAG_VOID)) {
        w->link += tag == HTML_A;
        open.bad = (e.bad && !e.strong) || e.hidden;
        w->bad += open.bad;
    }
    g_array_append_val(w->open, open);
}

static void on_end(void *context, const xmlChar *name)
{
    Walk *w = context;
    if (w->n_beyond) {
        w->n_beyond--;
        return;
    }
    if (w->open->len == 0)
        return;
    OpenTag open = g_array_index(w->open, OpenTag, w->open->len - 1);
    g_array_set_size(w->open, w->open->len - 1);
    if (open.kind & TAG_SKIP) {
        w->skip--;
        w->in_json = w->in_title = false;
    } else if (open.kind & TAG_BLOCK && !w->skip) {
        end_run(w);
        g_array_set_size(w->block, w->block->len - 1);
        w->pre -= open.tag == HTML_PRE;
    } else if (!(open.kind & TAG_VOID)) {
        w->link -= open.tag == HTML_A;
        w->bad -= open.bad;
    }
}

static void add_character(Walk *w, const char *s, size_t n)
{
    HtmlPage *p = w->page;
    if (w->run.n_text && w->broken)
        g_string_append_c(p->text, '\n');
    else if (w->run.n_text && w->blank)
        g_string_append_c(p->text, ' ');
    w->blank = w->broken = false;
    if (g_utf8_get_char_validated(s, (gssize)n) < 0xFFFE && (n > 1 || (unsigned char)*s >= 0x20)) /* not -1, not -2 */
        g_string_append_len(p->text, s, (gssize)n);
    else if (n != 4)
        g_string_append(p->text, "\xEF\xBF\xBD");
    else
        g_string_append_len(p->text, s, 4);
    w->run.n_text++;
    w->run.n_link += w->link > 0;
    w->run.n_bad += w->bad > 0;
    w->run.n_commas += *s == ',' || (n == 3 && (!memcmp(s, "，", 3) || !memcmp(s, "、", 3)));
    w->run.n_stops += *s == '.' || *s == '!' || *s == '?' || (n == 3 && !memcmp(s, "。", 3));
}

static void on_characters(void *context, const xmlChar *chars, int length)
{
    Walk *w = context;
    const char *s = (const char *)chars, *end = s + length;
    if (w->in_title && w->page->title->len < 2000)
        g_string_append_len(w->page->title, s, length);
    if (w->in_json && w->page->json_ld->len + (size_t)length < MOST_JSON)
        g_string_append_len(w->page->json_ld, s, length);
    if (w->skip)
        return;
    while (s < end) {
        size_t n = (size_t)g_utf8_skip[(unsigned char)*s];
        n = MIN(n, (size_t)(end - s));
        bool no_break = n == 2 && !memcmp(s, "\xC2\xA0", 2);
        if (*s == '\n' && w->pre)
            w->broken = true;
        else if (no_break || *s == ' ' || *s == '\n' || *s == '\t' || *s == '\r' || *s == '\f')
            w->blank = true;
        else
            add_character(w, s, n);
        s += n;
    }
}

static void silent(void *context, const char *message, ...) G_GNUC_PRINTF(2, 3);
static void silent(void *context, const char *message, ...) {}

void html_page_free(HtmlPage *p)
{
    if (!p)
        return;
    g_string_free(p->text, TRUE);
    g_string_free(p->title, TRUE);
    g_string_free(p->json_ld, TRUE);
    g_array_unref(p->element);
    g_array_unref(p->run);
    g_hash_table_unref(p->meta);
    g_free(p->language);
    g_free(p->canonical);
    g_free(p->time);
    g_free(p);
}

HtmlPage *html_parse(const char *text, size_t n, const Lists *lists)
{
    HtmlPage *p = g_new0(HtmlPage, 1);
    p->lists = lists;
    p->text = g_string_sized_new(n / 4);
    p->title = g_string_new(NULL);
    p->json_ld = g_string_new(NULL);
    p->element = g_array_new(FALSE, FALSE, sizeof(HtmlElement));
    p->run = g_array_new(FALSE, FALSE, sizeof(HtmlRun));
    p->meta = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    HtmlElement whole = {.tag = HTML_HTML, .parent = ID_NONE};
    g_array_append_val(p->element, whole);
    Walk w = {.page = p,
              .open = g_array_new(FALSE, FALSE, sizeof(OpenTag)),
              .block = g_array_new(FALSE, TRUE, sizeof(uint32_t)),
              .attributes = g_string_new(NULL)};
    g_array_set_size(w.block, 1);
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    xmlSAXHandler listen = {.startElement = on_start,
                            .endElement = on_end,
                            .characters = on_characters,
                            .cdataBlock = on_characters,
                            .ignorableWhitespace = on_characters,
                            .warning = silent,
                            .error = silent};
    *parser->sax = listen;
    parser->userData = &w;
    htmlDocPtr none = htmlCtxtReadMemory(parser, text, (int)n, NULL, "UTF-8",
                                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    if (none) /* nothing built one */
        xmlFreeDoc(none);
    htmlFreeParserCtxt(parser);
    end_run(&w);
    while (p->text->len && p->text->str[p->text->len - 1] == '\n')
        g_string_truncate(p->text, p->text->len - 1);
    g_array_unref(w.open);
    g_array_unref(w.block);
    g_string_free(w.attributes, TRUE);
    return p;
}
