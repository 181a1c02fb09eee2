/* test_clipping.c - articles out of newspaper databases: which lines are fields, and what they tell. */
#include "article.h"
#include <string.h>

static Lists *lists;

/* Every line is a block. */
static Draft *draft_of(const char *text)
{
    Draft *d = draft_new("a.txt", text, strlen(text));
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, "\n");
        if (n)
            draft_add_block(d, BLOCK_PARAGRAPH, (size_t)(p - text), (size_t)(p - text) + n);
        p += n + (p[n] == '\n');
    }
    return d;
}

static void expect(const char *text, const char *kinds, const char *title, const char *outlet, const char *date)
{
    g_autoptr(Draft) d = draft_of(text);
    g_assert_true(clipping_label(d, lists));
    g_autoptr(GString) got = g_string_new(NULL);
    char day[DATE_SIZE] = "";
    for (guint i = 0; i < d->block->len; i++)
        g_string_append_c(got, "HPDCSB"[draft_block(d, i)->kind]);
    g_assert_cmpstr(got->str, ==, kinds);
    g_assert_cmpstr(d->title, ==, title);
    g_assert_cmpstr(d->outlet, ==, outlet);
    g_assert_cmpstr(date_is_unknown(d->date) ? "" : date_format(d->date, day), ==, date);
}

static void test_lexis(void)
{
    expect(
        "1 of 2 DOCUMENTS\nLagoon News\nMay 14, 2021 Friday\nHarbour masters meet\nBYLINE: Ada Roa\n"
        "LENGTH: 57 words\nFiji and Tonga met.\nThey spoke of tides.\nLOAD-DATE: May 15, 2021\nCopyright 2021 Lagoon",
        "BBDHBBPPBB", "Harbour masters meet", "Lagoon News", "2021-05-14");
}

static void test_nexis_uni(void)
{
    expect("Harbour masters meet\nLagoon News\nMay 14, 2021 Friday\nCopyright 2021 Lagoon\nLength: 57 words\nBody\n"
           "Fiji and Tonga met.\nEnd of Document",
           "HBDBBBPB", "Harbour masters meet", "Lagoon News", "2021-05-14");
}

static void test_proquest(void)
{
    expect("Title: Harbour masters meet\nPublication title: Lagoon News\nPublication date: May 14, 2021\n"
           "Full text: Fiji and Tonga met.\nThey spoke.\nDocument type: News\nCopyright: Lagoon 2021",
           "HBDPPBB", "Harbour masters meet", "Lagoon News", "2021-05-14");
}

/* Nothing of a database: nothing is touched. */
static void test_none(void)
{
    static const char *const texts[] = {"", "Fiji met Tonga.", "Note: this is one label\nFiji met Tonga.",
                                        "Copyright 2021 Lagoon\nFiji met Tonga on May 14, 2021."};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Draft) d = draft_of(texts[i]);
        g_assert_false(clipping_label(d, lists));
        for (guint k = 0; k < d->block->len; k++)
            g_assert_cmpint(draft_block(d, k)->kind, ==, BLOCK_PARAGRAPH);
        g_assert_null(d->title);
        g_assert_true(date_is_unknown(d->date));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    lists = lists_new(NULL, NULL);
    g_test_add_func("/clipping/lexis", test_lexis);
    g_test_add_func("/clipping/nexis-uni", test_nexis_uni);
    g_test_add_func("/clipping/proquest", test_proquest);
    g_test_add_func("/clipping/none", test_none);
    int status = g_test_run();
    lists_free(lists);
    return status;
}
