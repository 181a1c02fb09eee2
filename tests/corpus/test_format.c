/* test_format.c - the table of readers: every format is told to people, and what shares an extension is told apart. */
#include "format.h"
#include "support.h"
#include <string.h>

static void test_told(void)
{
    FormatText f, g;
    for (size_t i = 0; format_tell(i, &f); i++) {
        g_assert_nonnull(f.extension[0]);
        g_test_message("%s", f.name);
        g_assert_true(f.taken && *f.taken && f.left && *f.left);
        for (size_t k = 0; k < i && format_tell(k, &g); k++)
            g_assert_cmpstr(f.name, !=, g.name);
    }
    g_assert_true(format_tell(0, &f));
    g_assert_false(format_tell(1000, &f));
}

static void test_told_apart(void)
{
    static const struct {
        const char *name, *head;
        Reader *reader;
    } told[] = {{"a.ann", "", brat_read},
                {"a.jsonl", "{\"text\": \"\"}", jsonl_read},
                {"a.tsv", "#FORMAT=WebAnno TSV 3.2\n", webanno_read},
                {"a.tsv", "event\tactor\nx\ty\n", table_read},
                {"a.csv", "event,actor\nx,y\n", table_read},
                {"a.conll", "EU B-ORG\nrejects O\n\n", conll_read},
                {"a.conllu", "1\tA\ta\tX\t_\t_\t0\troot\t_\t_\n\n", conllu_read},
                {"a.xml", "<TEI>", tei_read},
                {"a", "{\"text\": \"\"}", jsonl_read},
                {"a.txt", "nothing we know", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_test_message("%s", told[i].name);
        g_assert_true(format_reader(told[i].name, told[i].head, strlen(told[i].head)) == told[i].reader);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/format/told", test_told);
    g_test_add_func("/format/told-apart", test_told_apart);
    return g_test_run();
}
