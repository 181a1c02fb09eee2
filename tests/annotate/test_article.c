/* test_article.c - headlines, datelines, captions and junk among blocks; the first date and the dateline's place. */
#include "article.h"
#include <string.h>

static Lists *lists;

/* Blocks are what stands between empty lines. */
static Draft *draft_of(const char *text)
{
    Draft *d = draft_new("a.txt", text, strlen(text));
    for (const char *p = text; *p;) {
        const char *end = strstr(p, "\n\n");
        end = end ? end : p + strlen(p);
        draft_add_block(d, BLOCK_PARAGRAPH, (size_t)(p - text), (size_t)(end - text));
        for (p = end; *p == '\n'; p++) {
        }
    }
    return d;
}

/* One letter a block: Head, Paragraph, Dateline, Caption, Sidebar, Boilerplate. */
static char *kinds_of(const Draft *d)
{
    GString *kinds = g_string_new(NULL);
    for (guint i = 0; i < d->block->len; i++)
        g_string_append_c(kinds, "HPDCSB"[draft_block(d, i)->kind]);
    return g_string_free(kinds, FALSE);
}

static void expect(const char *text, const char *title, const char *want)
{
    g_autoptr(Draft) d = draft_of(text);
    d->title = pool_string(d->pool, title);
    article_label(d, lists);
    g_autofree char *kinds = kinds_of(d);
    g_assert_cmpstr(kinds, ==, want);
}

static const char story[] = "The harbour masters of Fiji and Tonga met on Monday to speak of tides, which have risen.";

static void test_headline(void)
{
    g_autofree char *guessed = g_strdup_printf("Quill & Co\n\nHarbour masters meet\n\n%s", story);
    expect(guessed, "Harbour masters meet", "BHP"); /* what stands above the known title is a notice */
    expect(guessed, NULL, "HPP");                   /* nobody said which line it is */
    g_autofree char *suffix = g_strdup_printf("Harbour masters meet\n\n%s", story);
    expect(suffix, "Harbour masters meet - Quill News", "HP"); /* as a page's title carries its outlet */
    expect(story, NULL, "P");
    expect("", NULL, "");
    g_autofree char *markdown = g_strdup_printf("# Harbours\n\n%s", story);
    g_autoptr(Draft) d = draft_of(markdown);
    article_label(d, lists);
    g_assert_cmpstr(d->title, ==, "Harbours");
}

static void test_datelines(void)
{
    g_autofree char *text = g_strdup_printf("Harbour masters meet\n\nUpdated: 20 May 2021\n\nPublished: 14 May 2021\n\n"
                                            "SUVA (Quill News) - %s\n\nOn 3 May 2020 they had met before in another "
                                            "place, of which nobody now speaks any more at all.",
                                            story);
    g_autoptr(Draft) d = draft_of(text);
    article_label(d, lists);
    g_autofree char *kinds = kinds_of(d);
    char day[DATE_SIZE];
    g_assert_cmpstr(kinds, ==, "HDDPP");
    g_assert_cmpstr(date_format(d->date, day), ==, "2021-05-14"); /* not when it was changed, nor what it tells of */
    g_assert_cmpstr(d->place, ==, "SUVA");
    g_assert_cmpstr(d->outlet, ==, "Quill News");
    g_autoptr(Draft) updated = draft_of("Harbour masters meet\n\nUpdated: 20 May 2021\n\nThey met.");
    article_label(updated, lists);
    g_assert_cmpstr(date_format(updated->date, day), ==, "2021-05-20"); /* better than none */
}

static void test_captions(void)
{
    g_autofree char *text = g_strdup_printf("Harbour masters of two countries meet\n\n"
                                            "Harbour masters of two countries meet.\n\n%s\n\nThe quay. Photo: A. Roa",
                                            story);
    expect(text, NULL, "HCPC");
}

static void test_stop_phrases(void)
{
    g_autoptr(GString) long_story = g_string_new("Harbour masters meet");
    for (int i = 0; i < 7; i++)
        g_string_append_printf(long_story, "\n\n%s", story);
    g_autofree char *after = g_strconcat(long_story->str, "\n\nRelated news\n\nPeru votes\n\nChile sails", NULL);
    expect(after, NULL, "HPPPPPPPSSS");
    g_autofree char *before = g_strconcat("Harbour masters meet\n\nRelated news\n\n", story, NULL);
    expect(before, NULL, "HSP"); /* too little has been told for all that follows to be junk */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    lists = lists_new(NULL, NULL);
    g_test_add_func("/article/headline", test_headline);
    g_test_add_func("/article/datelines", test_datelines);
    g_test_add_func("/article/captions", test_captions);
    g_test_add_func("/article/stop-phrases", test_stop_phrases);
    int status = g_test_run();
    lists_free(lists);
    return status;
}
