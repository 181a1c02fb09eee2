/* test_repetition.c - how much of a network is one event told twice, by hand-counted weights. */
#include "repetition.h"
#include "told.h"

/* a1 and b1 are one event (three countries), a2 and b2 two (two countries each). */
static const char *const two_reports[] = {"document|a",
                                          "record|X|country|X",
                                          "record|Y|country|Y",
                                          "record|Z|country|Z",
                                          "event|a1|2020-05-01",
                                          "took|a1|X",
                                          "took|a1|Y",
                                          "took|a1|Z",
                                          "event|a2|2020-08-01",
                                          "took|a2|X",
                                          "took|a2|Y",
                                          "document|b",
                                          "record|X|country|X",
                                          "record|Y|country|Y",
                                          "record|Z|country|Z",
                                          "event|b1|2020-05-02",
                                          "took|b1|X",
                                          "took|b1|Y",
                                          "took|b1|Z",
                                          "event|b2|2020-08-01",
                                          "took|b2|X",
                                          "took|b2|Z",
                                          NULL};

static void assert_sentence(Weight weight, const char *expected)
{
    g_autoptr(Told) told = told_new(two_reports);
    told->selection.level = LEVEL_COUNTRY;
    told->selection.weight = weight;
    g_autofree char *sentence = repetition_sentence(told_select(told), &told->selection);
    g_assert_cmpstr(sentence, ==, expected);
}

static void test_weights(void)
{
    /* newman: an event weighs half of its participants, 1.5 of 5; count: its pairs, 3 of 8 */
    assert_sentence(WEIGHT_NEWMAN, "4 events may be 3: repetition adds up to 30 % of tie weight");
    assert_sentence(WEIGHT_COUNT, "4 events may be 3: repetition adds up to 38 % of tie weight");
    /* binary: who met once more did not meet anew */
    assert_sentence(WEIGHT_BINARY, "4 events may be 3: repetition adds up to 0 % of tie weight");
}

static void test_none(void)
{
    g_autoptr(Told) told =
        told_new((const char *const[]){"document|a", "record|X|country|X", "record|Y|country|Y", "event|a1|2020-05-01",
                                       "took|a1|X", "took|a1|Y", "document|b", "record|X|country|X",
                                       "record|Y|country|Y", "event|b1|2020-07-01", "took|b1|X", "took|b1|Y", NULL});
    told->selection.level = LEVEL_COUNTRY;
    Incidence *in = told_select(told);
    g_assert_null(repetition_sentence(in, &told->selection));
    g_autoptr(Told) empty = told_new((const char *const[]){"document|a", NULL});
    g_assert_null(repetition_sentence(told_select(empty), &empty->selection));
}

/* The longest list is the one that stays. */
static void test_longest(void)
{
    g_autoptr(Told) told = told_new((const char *const[]){
        "document|a", "record|X|country|X", "record|Y|country|Y", "event|a1|2020-05-01", "took|a1|X", "took|a1|Y",
        "document|b", "record|X|country|X", "record|Y|country|Y", "record|Z|country|Z", "event|b1|2020-05-01",
        "took|b1|X", "took|b1|Y", "took|b1|Z", NULL});
    told->selection.level = LEVEL_COUNTRY;
    told->selection.weight = WEIGHT_COUNT;
    g_autofree char *sentence = repetition_sentence(told_select(told), &told->selection);
    g_assert_cmpstr(sentence, ==, "2 events may be 1: repetition adds up to 25 % of tie weight");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/repetition/weights", test_weights);
    g_test_add_func("/repetition/none", test_none);
    g_test_add_func("/repetition/longest", test_longest);
    return g_test_run();
}
