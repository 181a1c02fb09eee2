/* test_html.c - web pages: what is text, what of it is the article, and pages that want to break the parser. */
#include "html.h"
#include "utf8.h"
#include <string.h>

static Lists *lists;

#define PROSE                                                                                                          \
    "The ministers met on the island, spoke of nets, seasons, patrols and boats, and agreed to meet again, as they "   \
    "had done before, when the weather, the tides and the ferries would let them do so."

static Draft *read_page(const char *page)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    Draft *d = html_read("a.html", page, strlen(page), lists, diagnostics);
    g_assert_true(utf8_is_xml_text(d->text, d->n_text));
    uint32_t at = 0;
    for (guint i = 0; i < d->block->len; i++) { /* blocks in order, nothing but white space between */
        const Block *b = draft_block(d, i);
        g_assert_cmpuint(b->from, >=, at);
        g_assert_cmpuint(b->from, <, b->to);
        g_assert_cmpuint(strspn(d->text + at, "\n"), ==, b->from - at);
        at = b->to;
    }
    g_assert_cmpuint(at, ==, d->n_text);
    return d;
}

static BlockKind kind_of(const Draft *d, const char *text)
{
    const char *at = strstr(d->text, text);
    g_assert_nonnull(at);
    return draft_block(d, draft_block_at(d, (size_t)(at - d->text)))->kind;
}

static void test_article(void)
{
    g_autoptr(Draft) d =
        read_page("<html><body><ul><li><a href=x>Home page of all</a></ul><form><div id=content>"
                  "<h1>A talk by the sea</h1><p>" PROSE "</p><p>" PROSE "</p><div class=related>Another, longer "
                  "story, about goats.</div></div></form><div class=footer>Write to us</div></body>");
    g_assert_cmpint(kind_of(d, "The ministers"), ==, BLOCK_PARAGRAPH);
    g_assert_cmpint(kind_of(d, "Home"), ==, BLOCK_BOILERPLATE);
    g_assert_cmpint(kind_of(d, "goats"), ==, BLOCK_BOILERPLATE);
    g_assert_cmpint(kind_of(d, "Write"), ==, BLOCK_BOILERPLATE);
    g_assert_cmpint(kind_of(d, "A talk"), ==, BLOCK_HEAD);
}

static void test_breaks(void) /* text directly in a division, paragraphs by <br><br> */
{
    g_autoptr(Draft) d = read_page("<body><div><a href=1>one</a> <a href=2>two</a></div><div class=story>" PROSE
                                   "<br><br>" PROSE "<br>a line</div></body>");
    g_assert_cmpint(kind_of(d, "The ministers"), ==, BLOCK_PARAGRAPH);
    g_assert_cmpint(kind_of(d, "one two"), ==, BLOCK_BOILERPLATE);
    g_assert_nonnull(strstr(d->text, "so.\n\nThe"));
    g_assert_nonnull(strstr(d->text, "so.\na line"));
}

static void test_not_text(void)
{
    g_autoptr(Draft) d = read_page("<body><script>var a = 'no';</script><style>no</style><p>a&nbsp;b &lt;c&gt; &eacute;"
                                   "</p><select><option>no</select><textarea>no</textarea><noscript>no</noscript>");
    g_assert_cmpstr(d->text, ==, "a b <c> é");
}

static void test_described(void)
{
    g_autoptr(Draft) d =
        read_page("<html lang=fr-CA><head><meta property=og:title content='Un  titre'><meta "
                  "property=og:site_name content='Le Lagon'><link rel=canonical href=https://a.example/x>"
                  "<script type=application/ld+json>{\"datePublished\": \"2020-02-03T00:00\"}</script>"
                  "</head><body><p>" PROSE);
    char date[DATE_SIZE];
    g_assert_cmpstr(d->title, ==, "Un titre");
    g_assert_cmpstr(d->outlet, ==, "Le Lagon");
    g_assert_cmpstr(d->url, ==, "https://a.example/x");
    g_assert_cmpstr(d->language, ==, "fr-CA");
    g_assert_cmpstr(date_format(d->date, date), ==, "2020-02-03");
}

static void test_hostile(void)
{
    g_autoptr(GString) deep = g_string_new("<body>");
    for (int i = 0; i < 20000; i++)
        g_string_append(deep, "<div><b>");
    g_string_append(deep, "deep");
    g_autoptr(Draft) d = read_page(deep->str);
    g_assert_cmpstr(d->text, ==, "deep");
    static const char *const page[] = {"",
                                       "<",
                                       "<p",
                                       "</p></div></html>",
                                       "<a b=<c>d",
                                       "&#0;&#1;&#xFFFE;&#x110000;&nosuch;",
                                       "<!--",
                                       "<![CDATA[x]]>",
                                       "<?php x ?>y",
                                       "<script>",
                                       "<title>",
                                       "<head><p>x</head>y",
                                       "<table><td>a<td>b"};
    for (size_t i = 0; i < G_N_ELEMENTS(page); i++) {
        g_autoptr(Draft) one = read_page(page[i]);
        g_assert_nonnull(one);
    }
}

static void test_no_article(void)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    static const char page[] = "<body><nav><a href=1>One</a></nav></body>";
    g_autoptr(Draft) d = html_read("a.html", page, sizeof page - 1, lists, diagnostics);
    g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_NO_ARTICLE), ==, 1);
    g_assert_cmpint(draft_block(d, 0)->kind, ==, BLOCK_BOILERPLATE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    lists = lists_new(NULL, NULL);
    g_assert_nonnull(lists);
    g_test_add_func("/html/article", test_article);
    g_test_add_func("/html/breaks", test_breaks);
    g_test_add_func("/html/not-text", test_not_text);
    g_test_add_func("/html/described", test_described);
    g_test_add_func("/html/hostile", test_hostile);
    g_test_add_func("/html/no-article", test_no_article);
    int status = g_test_run();
    lists_free(lists);
    return status;
}
