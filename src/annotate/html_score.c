/* html_score.c - which element is the article: points for paragraphs, commas and length, given to what is around them.
 */
#include "html.h"
#include <string.h>

enum { FEWEST = 25, FEWEST_DIRECT = 80 }; /* characters of a paragraph, and of text that stands directly in a div */

static bool is_one_of(HtmlTag tag, const HtmlTag *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (list[i] == tag)
            return true;
    }
    return false;
}
#define IS(tag, ...) is_one_of(tag, (const HtmlTag[]){__VA_ARGS__}, sizeof((HtmlTag[]){__VA_ARGS__}) / sizeof(HtmlTag))

/* Is it junk by what it says of itself? */
static bool is_bad(const HtmlElement *e, bool relaxed)
{
    if (IS(e->tag, HTML_BODY, HTML_HTML, HTML_ARTICLE, HTML_MAIN))
        return false;
    return relaxed ? e->always : e->hidden || (e->bad && !e->strong);
}

static double base_score(const HtmlElement *e)
{
    double s = 0;
    switch (e->tag) {
    case HTML_ARTICLE:
        s = 20;
        break;
    case HTML_MAIN:
        s = 8;
        break;
    case HTML_DIV:
        s = 3;
        break;
    case HTML_SECTION:
        s = 2;
        break;
    case HTML_UL:
    case HTML_OL:
    case HTML_DL:
    case HTML_FORM:
    case HTML_ADDRESS:
    case HTML_BODY:
        s = -5;
        break;
    default:
        break;
    }
    return s + (e->bad ? -20 : 0) + (e->good ? 15 : 0) + (e->strong ? 30 : 0);
}

static double link_density(uint32_t n_link, uint32_t n_text) { return n_text ? (double)n_link / n_text : 0; }

/* Gives value to an element and less of it, by halves, to those around it. */
static void give(HtmlPage *p, uint32_t row, double value, unsigned levels)
{
    for (; levels && row != ID_NONE; levels--, value /= 2) {
        HtmlElement *e = html_element(p, row);
        e->score += e->scored ? value : base_score(e) + value;
        e->scored = true;
        row = e->parent;
    }
}

/* One paragraph's worth for what is around it; text directly in a division counts for that division. */
static void score_run(HtmlPage *p, const HtmlRun *r)
{
    const HtmlElement *e = html_element(p, r->element);
    bool paragraph = IS(e->tag, HTML_P, HTML_PRE, HTML_BLOCKQUOTE) || (!e->has_block && e->n_runs == 1);
    double length = r->n_text / 100.0, density = link_density(r->n_link, r->n_text);
    if (IS(e->tag, HTML_LI, HTML_DD, HTML_DT, HTML_TH, HTML_H1, HTML_H2, HTML_H3, HTML_H4, HTML_H5, HTML_H6,
           HTML_FIGCAPTION))
        return;
    if (paragraph && e->tag != HTML_TD) {
        if (r->n_text < FEWEST || density >= 0.5)
            return;
        double value = (1 + r->n_commas + MIN(length, 4) + (r->n_stops ? 1 : 0)) * (1 - density);
        give(p, e->parent, e->in_bad ? value * 0.2 : value, 4);
    } else if (r->n_text >= FEWEST_DIRECT) {
        double value = (1 + r->n_commas + MIN(length, 8)) * (1 - density);
        give(p, r->element, e->in_bad ? value * 0.2 : value, 4);
    }
}

static uint32_t best_element(const HtmlPage *p)
{
    uint32_t best = 0;
    double most = 0;
    for (uint32_t i = 0; i < p->element->len; i++) {
        HtmlElement *e = html_element(p, i);
        if (!e->scored)
            continue;
        e->score *= 1 - link_density(e->n_link, e->n_text);
        if (e->score > most) {
            most = e->score;
            best = i;
        }
    }
    return best;
}

/* The best element, and beside it those that score well or are paragraphs: in[i] for every element within one of them;
 * root[i] for these themselves. */
static void choose(const HtmlPage *p, uint32_t best, bool relaxed, bool *root, bool *in)
{
    const HtmlElement *top = html_element(p, best);
    double enough = MAX(10, top->score * 0.2);
    const HtmlElement *around = top->parent == ID_NONE ? NULL : html_element(p, top->parent);
    bool siblings = around && !IS(around->tag, HTML_BODY, HTML_HTML);
    for (uint32_t i = 0; i < p->element->len; i++) {
        const HtmlElement *e = html_element(p, i);
        root[i] = i == best;
        if (siblings && i != best && e->parent == top->parent && !is_bad(e, relaxed))
            root[i] =
                (e->scored && e->score >= enough) || (e->tag == HTML_P && e->n_text > 80 && e->n_link * 4 < e->n_text);
        in[i] = root[i] || (e->parent != ID_NONE && in[e->parent]);
    }
}

/* Is a run, long enough and with few links, text at all? By the kind of element it stands in. */
static bool is_text(const HtmlPage *p, const HtmlRun *r)
{
    const HtmlElement *e = html_element(p, r->element);
    const char *s = p->text->str + r->from;
    size_t n = r->to - r->from;
    double density = link_density(r->n_link, r->n_text);
    bool ended = (n && strchr(".!?:\"')", s[n - 1])) || (n > 2 && (unsigned char)s[n - 3] == 0xE2) ||
                 (n > 2 && !memcmp(s + n - 3, "。", 3));
    const StopPhrase *stop = lists_stop_phrase(p->lists, s, n);
    if (r->n_bad == r->n_text && r->n_text < 120)
        return false;
    if (IS(e->tag, HTML_H2, HTML_H3, HTML_H4, HTML_H5, HTML_H6))
        return r->n_text > 2 && r->n_text < 160 && density < 0.5 && !stop;
    if (stop)
        return false;
    if (IS(e->tag, HTML_LI, HTML_DD, HTML_DT))
        return density < 0.5 && r->n_text > 3;
    if (IS(e->tag, HTML_TD, HTML_TH))
        return density < 0.3 && r->n_text > 2;
    if (IS(e->tag, HTML_P, HTML_BLOCKQUOTE, HTML_PRE))
        return density < 0.6 || (density < 0.8 && r->n_text > 150);
    return (r->n_text > 60 || (ended && r->n_text > 25)) && density < 0.4;
}

/* What an element makes of the text in it: junk, a caption, or nothing in particular. */
static BlockKind kind_within(const HtmlElement *e, bool relaxed)
{
    if (IS(e->tag, HTML_FIGURE, HTML_FIGCAPTION))
        return BLOCK_CAPTION;
    bool prose = e->tag == HTML_P && e->n_text > 120 && e->n_link * 4 < e->n_text;
    if (is_bad(e, relaxed) && !prose)
        return BLOCK_BOILERPLATE;
    bool links = e->has_block && IS(e->tag, HTML_UL, HTML_OL, HTML_DIV, HTML_SECTION) && e->n_text > 0 &&
                 link_density(e->n_link, e->n_text) > 0.6 && e->n_text < 3000;
    return links ? BLOCK_BOILERPLATE : BLOCK_PARAGRAPH;
}

static BlockKind kind_of(const HtmlPage *p, const HtmlRun *r, const bool *root, const bool *in, bool relaxed)
{
    BlockKind kind = BLOCK_PARAGRAPH;
    if (!in[r->element])
        return BLOCK_BOILERPLATE;
    for (uint32_t i = r->element; !root[i]; i = html_element(p, i)->parent) {
        BlockKind k = kind_within(html_element(p, i), relaxed);
        if (k == BLOCK_CAPTION)
            kind = k; /* captions are called "credit", "caption", "gallery": not junk for that */
        else if (k == BLOCK_BOILERPLATE && kind != BLOCK_CAPTION)
            return k;
    }
    if (kind == BLOCK_PARAGRAPH && !is_text(p, r))
        return BLOCK_BOILERPLATE;
    return kind;
}

size_t html_score(HtmlPage *p, bool relaxed, BlockKind *kind)
{
    for (uint32_t i = 0; i < p->element->len; i++) {
        HtmlElement *e = html_element(p, i);
        e->scored = false;
        e->score = 0;
        e->in_bad = is_bad(e, relaxed) || (e->parent != ID_NONE && html_element(p, e->parent)->in_bad);
    }
    for (uint32_t i = 0; i < p->run->len; i++)
        score_run(p, html_run(p, i));
    g_autofree bool *root = g_new0(bool, p->element->len), *in = g_new0(bool, p->element->len);
    choose(p, best_element(p), relaxed, root, in);
    size_t n = 0;
    for (uint32_t i = 0; i < p->run->len; i++) {
        const HtmlRun *r = html_run(p, i);
        kind[i] = kind_of(p, r, root, in, relaxed);
        HtmlTag tag = html_element(p, r->element)->tag;
        if (kind[i] == BLOCK_PARAGRAPH && tag >= HTML_H1 && tag <= HTML_H6)
            kind[i] = BLOCK_HEAD;
        n += kind[i] == BLOCK_PARAGRAPH ? r->n_text : 0;
    }
    return n;
}
