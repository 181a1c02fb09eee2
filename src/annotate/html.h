/* html.h - a web page: its text in blocks, which of them are the article, and what the page says of itself.
 *
 *   bytes ──> html_parse: elements and runs (html_parse.c)
 *         ──> html_score: how much each element looks like the article (html_score.c)
 *         ──> html_read: a Draft whose blocks are paragraphs, headings, captions or junk (html.c)
 *
 * The scoring is that of readability (Arc90 2009; Mozilla's Readability.js) with the corrections measured in the
 * project's notes: <form> may wrap everything, text may stand directly in <div> with <br>, a second pass is more
 * lenient. Only SAX events of libxml2's HTML parser are used, no tree of its, so that depth and size are bounded here.
 */
#ifndef ENTENTE_HTML_H
#define ENTENTE_HTML_H

#include "lists.h"

/* An article of n bytes of HTML (UTF-8, n at most DRAFT_MAX_TEXT). All text of the page is in the draft, in its order,
 * one blank line between blocks: runs of white space are one blank, <br> is a line end; scripts, styles, forms' fields
 * and the head are no text. What is not the article is BLOCK_BOILERPLATE; where nothing is, DIAGNOSTIC_NO_ARTICLE.
 * Title, date, outlet, url and the declared language come from <meta>, JSON-LD, <link rel="canonical">, <title>, <h1>,
 * <time> and <html lang>. O(n); elements deeper than 300 count as their ancestors. */
Draft *html_read(const char *path, const char *text, size_t n, const Lists *, Diagnostics *);

/* ---- private to html*.c ---- */

/* In the order of their names. */
typedef enum HtmlTag {
    HTML_A,
    HTML_ADDRESS,
    HTML_ARTICLE,
    HTML_ASIDE,
    HTML_AUDIO,
    HTML_B,
    HTML_BLOCKQUOTE,
    HTML_BODY,
    HTML_BR,
    HTML_BUTTON,
    HTML_CANVAS,
    HTML_CENTER,
    HTML_DD,
    HTML_DETAILS,
    HTML_DIALOG,
    HTML_DIV,
    HTML_DL,
    HTML_DT,
    HTML_EMBED,
    HTML_FIELDSET,
    HTML_FIGCAPTION,
    HTML_FIGURE,
    HTML_FOOTER,
    HTML_FORM,
    HTML_H1,
    HTML_H2,
    HTML_H3,
    HTML_H4,
    HTML_H5,
    HTML_H6,
    HTML_HEAD,
    HTML_HEADER,
    HTML_HR,
    HTML_HTML,
    HTML_IFRAME,
    HTML_INPUT,
    HTML_LI,
    HTML_LINK,
    HTML_MAIN,
    HTML_MAP,
    HTML_MENU,
    HTML_META,
    HTML_NAV,
    HTML_NOSCRIPT,
    HTML_OBJECT,
    HTML_OL,
    HTML_OPTION,
    HTML_P,
    HTML_PRE,
    HTML_SCRIPT,
    HTML_SECTION,
    HTML_SELECT,
    HTML_STYLE,
    HTML_SUMMARY,
    HTML_SVG,
    HTML_TABLE,
    HTML_TBODY,
    HTML_TD,
    HTML_TEMPLATE,
    HTML_TEXTAREA,
    HTML_TH,
    HTML_THEAD,
    HTML_TIME,
    HTML_TITLE,
    HTML_TR,
    HTML_UL,
    HTML_VIDEO,
    HTML_OTHER,
} HtmlTag;

/* A block-level element. Row 0 stands for the page. */
typedef struct HtmlElement {
    HtmlTag tag;
    uint32_t parent;
    uint32_t n_text, n_link;                /* characters in it that are not blank; those of them inside links */
    uint32_t n_runs;                        /* that stand directly in it */
    bool has_block;                         /* elements that hold text stand in it */
    bool good, strong, bad, always, hidden; /* what its class, id, role and itemprop say */
    bool in_bad;                            /* it or one around it is junk, in this pass */
    bool scored;
    double score;
} HtmlElement;

/* Text between two borders of blocks. */
typedef struct HtmlRun {
    uint32_t element, from, to;
    uint32_t n_text, n_link, n_bad; /* characters not blank; in links; in inline elements that are junk */
    uint32_t n_commas, n_stops;
} HtmlRun;

typedef struct HtmlPage {
    const Lists *lists;
    GString *text;
    GArray *element, *run;
    GHashTable *meta;                  /* name or property in lower case → first content, both heap */
    GString *title, *json_ld;          /* of <title>; of all application/ld+json scripts, at most 256 kB */
    char *language, *canonical, *time; /* html/@lang, link/@href, the first time/@datetime */
} HtmlPage;

HtmlPage *html_parse(const char *text, size_t n, const Lists *);
void html_page_free(HtmlPage *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(HtmlPage, html_page_free)
static inline HtmlElement *html_element(const HtmlPage *p, uint32_t i)
{
    return &g_array_index(p->element, HtmlElement, i);
}
static inline HtmlRun *html_run(const HtmlPage *p, uint32_t i) { return &g_array_index(p->run, HtmlRun, i); }

/* Decides the kind of every run (one row each); relaxed: only what always is junk counts as junk by its class. Returns
 * how many characters became paragraphs. */
size_t html_score(HtmlPage *, bool relaxed, BlockKind *kind);

/* Title, date, outlet, url and declared language of the draft, as far as the page tells. */
void html_describe(const HtmlPage *, Draft *, const char **declared_language);

#endif
