/* test_sentence.c - where sentences end. Expected borders are marked with a bar. */
#include "sentence.h"
#include <string.h>

static void assert_split(const char *marked)
{
    g_auto(GStrv) part = g_strsplit(marked, "|", -1);
    g_autofree char *text = g_strjoinv(" ", part);
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(size_t));
    sentence_ends(text, strlen(text), ends);
    g_autoptr(GString) found = g_string_new(NULL);
    size_t from = 0;
    for (guint i = 0; i < ends->len; i++) {
        size_t to = g_array_index(ends, size_t, i);
        g_string_append_printf(found, "%s%.*s", i ? "|" : "", (int)(to - from), text + from);
        from = to + 1;
    }
    g_assert_cmpstr(found->str, ==, marked);
}

static void test_plain(void)
{
    assert_split("One.|Two!|Three?|Four…|Five");
    assert_split("No end at all");
    assert_split("It ended in 2019.|15 countries came.");
    assert_split("He said so. and went on");
    assert_split("Really?!|Yes.");
    assert_split("a");
}

static void test_abbreviations(void)
{
    assert_split("Gen. To Lam met Dr. S. Iswaran on Sept. 29.|They agreed.");
    assert_split("The U.S. President and Prof. Ph.D. Smith Jr. came.|See No. 5, vol. 2, pp. 3.");
    assert_split("Items, e.g. ASEAN and i.e. EU, cf. Table 2.|End.");
    assert_split("Viettel Co. Ltd. and FPT Corp. signed.|All left.");
    assert_split("J. R. R. Tolkien wrote.|He stopped.");
    assert_split("It was I.|You knew.");
}

static void test_numbers(void)
{
    assert_split("It costs 3.5 million.|VND16.3 billion is US$700,700.|Fine.");
    assert_split("Version 2.0.1 is out.|Good.");
}

static void test_quotes(void)
{
    assert_split("“We agree.”|“So do we.”");
    assert_split("He said: \"Yes.\"|She nodded.");
    assert_split("(It was late.)|They left.");
    assert_split("Done.|— Next one.");
    assert_split("Ends.’|‘Begins.");
}

static void test_scripts(void)
{
    assert_split("Hội nghị kết thúc.|Đại biểu ra về.");
    assert_split("Конференция завершилась.|Делегаты уехали.");
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(size_t));
    const char *chinese = "会议结束。代表离开！";
    sentence_ends(chinese, strlen(chinese), ends);
    g_assert_cmpuint(ends->len, ==, 2);
    g_assert_cmpuint(g_array_index(ends, size_t, 0), ==, strlen("会议结束。"));
    g_array_set_size(ends, 0);
    sentence_ends("", 0, ends);
    g_assert_cmpuint(ends->len, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sentence/plain", test_plain);
    g_test_add_func("/sentence/abbreviations", test_abbreviations);
    g_test_add_func("/sentence/numbers", test_numbers);
    g_test_add_func("/sentence/quotes", test_quotes);
    g_test_add_func("/sentence/scripts", test_scripts);
    return g_test_run();
}
