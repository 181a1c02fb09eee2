/* test_evidence.c - the sentences behind a participation, with the names marked. */
#include "evidence.h"
#include "told.h"

static const char *const lines[] = {"document|a.xml",
                                    "record|ann|official|Ann",
                                    "record|min|agency|Ministry|ministry",
                                    "record|VN|country|Viet Nam",
                                    "record|SG|country|Singapore",
                                    "record|JP|country|Japan",
                                    "record|TH|country|Thailand",
                                    "is|member_of|ann|min",
                                    "is|agency_of|min|VN",
                                    "sentence|Ann came with Singapore.",
                                    "mention|m1|official|ann|Ann",
                                    "mention|m2|country|SG|Singapore",
                                    "sentence|Viet Nam of Ann, it is said, hosted.",
                                    "mention|m3|country|VN|Viet Nam",
                                    "mention|m4|official|ann|Ann",
                                    "mention|m5|country|VN|Viet Nam of Ann",
                                    "sentence|Japan came too.",
                                    "mention|m6|country|JP|Japan",
                                    "event|e|2020",
                                    "took|e|ann|speaker||||m4,m1",
                                    "took|e|VN|host||||m5,m3",
                                    "took|e|SG|||||m2",
                                    "took|e|JP|||||m6",
                                    "took|e|TH",
                                    NULL};

static void test_cell(void)
{
    g_autoptr(Told) t = told_new(lines);
    t->selection.level = LEVEL_COUNTRY;
    const Incidence *inc = told_select(t);
    size_t n;
    uint32_t vn = incidence_cell(inc, 3, 0); /* Japan, Singapore, Thailand, Viet Nam */
    Quote *quote = evidence_of_cell(inc, vn, &n);
    g_assert_cmpuint(n, ==, 2); /* Ann's sentence stands for the country she brings */
    g_assert_cmpstr(quote[0].text, ==, "Ann came with Singapore.");
    g_assert_cmpuint(quote[0].n_marks, ==, 1);
    g_assert_cmpuint(quote[0].mark[0].begin, ==, 0);
    g_assert_cmpuint(quote[0].mark[0].end, ==, 3);
    g_assert_cmpuint(quote[0].place.line, ==, 11);
    g_assert_cmpuint(quote[1].n_marks, ==, 1); /* nested marks are one */
    g_assert_cmpuint(quote[1].mark[0].end, ==, 15);
    quotes_free(quote, n);

    quote = evidence_of_cell(inc, incidence_cell(inc, 2, 0), &n); /* Thailand: no mention, the relation's own line */
    g_assert_cmpuint(n, ==, 1);
    g_assert_null(quote[0].text);
    g_assert_cmpuint(quote[0].n_marks, ==, 0);
    g_assert_cmpuint(quote[0].place.line, ==, 24);
    quotes_free(quote, n);
}

static void test_best(void)
{
    g_autoptr(Told) t = told_new(lines);
    t->selection.level = LEVEL_COUNTRY;
    const Incidence *inc = told_select(t);
    Quote quote;
    g_assert_true(evidence_best(inc, 0, 1, 3, &quote)); /* Singapore and Ann's country in one sentence */
    g_assert_cmpstr(quote.text, ==, "Ann came with Singapore.");
    g_assert_cmpuint(quote.n_marks, ==, 2);
    quote_clear(&quote);
    g_assert_true(evidence_best(inc, 0, 0, 1, &quote)); /* none names both: the first of either */
    g_assert_cmpstr(quote.text, ==, "Ann came with Singapore.");
    g_assert_cmpuint(quote.n_marks, ==, 1);
    quote_clear(&quote);
    g_assert_true(evidence_best(inc, 0, 0, 2, &quote));
    g_assert_cmpstr(quote.text, ==, "Japan came too.");
    quote_clear(&quote);
    MentionId mention;
    bool both;
    g_assert_true(evidence_sentence(inc, 0, 1, 3, &mention, &both)); /* the same choices, without marks */
    g_assert_true(both);
    PassageId sentence = inc->corpus->mention[mention.i].passage[PASSAGE_SENTENCE];
    g_assert_cmpstr(inc->corpus->passage[sentence.i].text, ==, "Ann came with Singapore.");
    g_assert_true(evidence_sentence(inc, 0, 3, 1, &mention, &both) && both);
    g_assert_true(evidence_sentence(inc, 0, 0, 1, &mention, &both) && !both);
}

static void test_nothing(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.csv", "event|e", "took|e|key:a||||t",
                                                       "took|e|key:b||||t", "took|e|key:a|host|||t", NULL});
    const Incidence *inc = told_select(t);
    Quote quote;
    size_t n;
    g_assert_false(evidence_best(inc, 0, 0, 1, &quote));
    quote_clear(&quote);
    MentionId mention;
    bool both;
    g_assert_false(evidence_sentence(inc, 0, 0, 1, &mention, &both));
    g_assert_true(mention_id_is_none(mention));
    Quote *all = evidence_of_cell(inc, 0, &n);
    g_assert_cmpuint(n, ==, 2); /* two rows of the table */
    g_assert_cmpuint(all[1].place.line, ==, 5);
    quotes_free(all, n);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/evidence/cell", test_cell);
    g_test_add_func("/evidence/best", test_best);
    g_test_add_func("/evidence/nothing", test_nothing);
    return g_test_run();
}
