/* test_split.c - lines between articles; the parts are always the whole. */
#include "split.h"
#include <string.h>

static void assert_parts(const char *text, const char *const *expected)
{
    g_autoptr(GArray) part = g_array_new(FALSE, FALSE, sizeof(Slice));
    split_articles(text, strlen(text), part);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < part->len; i++) {
        Slice s = g_array_index(part, Slice, i);
        g_autofree char *one = g_strndup(text + s.first, s.n);
        g_assert_cmpstr(one, ==, expected[i]);
        g_string_append(joined, one);
    }
    g_assert_null(expected[part->len]);
    g_assert_cmpstr(joined->str, ==, text);
}

static void test_parts(void)
{
    assert_parts("", (const char *const[]){"", NULL});
    assert_parts("One article.\n\nNo line of a database.\n",
                 (const char *const[]){"One article.\n\nNo line of a database.\n", NULL});
    assert_parts("cover\n1 of 2 DOCUMENTS\nA\n2 of 2 DOCUMENTS\nB\n",
                 (const char *const[]){"cover\n1 of 2 DOCUMENTS\nA\n", "2 of 2 DOCUMENTS\nB\n", NULL});
    assert_parts("Document 1 of 2\nA\nDocument 2 of 2\nB",
                 (const char *const[]){"Document 1 of 2\nA\n", "Document 2 of 2\nB", NULL});
    assert_parts("A\nEnd of Document\n\nB\nEnd of Document\n© a database\n",
                 (const char *const[]){"A\nEnd of Document\n", "\nB\nEnd of Document\n© a database\n", NULL});
    assert_parts("A\nDocument LAGN000020210612eh6c00001\nB\nDocument LAGN000020210612eh6c00002",
                 (const char *const[]){"A\nDocument LAGN000020210612eh6c00001\n",
                                       "B\nDocument LAGN000020210612eh6c00002", NULL});
}

static void test_lines(void)
{
    static const struct {
        const char *line;
        SplitLine kind;
    } cases[] = {
        {"Document 1 of 25", SPLIT_BEGINS},
        {"3 of 25 DOCUMENTS", SPLIT_BEGINS},
        {"1 of 1 DOCUMENT", SPLIT_BEGINS},
        {"End of Document", SPLIT_ENDS},
        {"END OF DOCUMENT", SPLIT_ENDS},
        {"Document VNNA000020200930eg9u0005l", SPLIT_ENDS},
        {"Document 1 of many", SPLIT_NONE},
        {"Document 25", SPLIT_NONE},
        {"1 of 25 people", SPLIT_NONE},
        {"Documents were handed over", SPLIT_NONE},
        {"the End of Document", SPLIT_NONE},
        {"Document of the United Nations", SPLIT_NONE},
        {"", SPLIT_NONE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpint(split_line(cases[i].line, strlen(cases[i].line)), ==, cases[i].kind);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/split/parts", test_parts);
    g_test_add_func("/split/lines", test_lines);
    return g_test_run();
}
