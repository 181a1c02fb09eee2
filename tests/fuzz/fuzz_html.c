/* fuzz_html.c - any bytes as a web page or a text: its drafts are fit for XML, and blocks cover all that is not blank.
 */
#include "article.h"
#include "encoding.h"
#include "html.h"
#include "language.h"
#include "plain.h"
#include "split.h"
#include "utf8.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static void check(const Draft *d)
{
    g_assert(utf8_is_xml_text(d->text, d->n_text));
    size_t at = 0;
    for (guint i = 0; i <= d->block->len; i++) {
        size_t to = i < d->block->len ? draft_block(d, i)->from : d->n_text, begin = at, from, end;
        g_assert(at <= to);
        while (plain_line(d->text, to, &begin, &from, &end))
            g_assert(from == end); /* blank */
        at = i < d->block->len ? draft_block(d, i)->to : to;
        g_assert(at <= d->n_text);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    static Lists *lists;
    if (!lists)
        lists = lists_new(NULL, NULL);
    g_assert(lists);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autofree char *declared = encoding_of_page((const char *)bytes, n);
    size_t length = 0;
    g_autofree char *text = encoding_decode("a", (const char *)bytes, n, declared, &length, diagnostics);
    g_autoptr(Draft) page = html_read("a.html", text, length, lists, diagnostics);
    check(page);
    article_label(page, lists);
    g_autoptr(Draft) plain = draft_new("a.txt", text, length);
    plain_blocks(plain, 0);
    check(plain);
    if (!clipping_label(plain, lists))
        article_label(plain, lists);
    check(plain);
    g_autoptr(GArray) part = g_array_new(FALSE, FALSE, sizeof(Slice));
    split_articles(text, length, part);
    const char *basis;
    g_assert(language_of(lists, text, length, declared, &basis));
    return 0;
}
