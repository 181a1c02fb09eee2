/* test_language.c - what language a text is in, and by what that was told. */
#include "language.h"
#include <string.h>

static Lists *lists;

static void expect(const char *text, const char *declared, const char *language, const char *basis)
{
    const char *by = NULL;
    g_assert_cmpstr(language_of(lists, text, strlen(text), declared, &by), ==, language);
    g_assert_cmpstr(by, ==, basis);
}

static void test_words(void)
{
    expect("The ministry said that it was in the harbour and that it would be there for a week.", NULL, "en", "words");
    expect("Der Minister sagte, dass er in der Stadt war und dass die Arbeit mit dem Hafen nicht zu Ende ist.", NULL,
           "de", "words");
}

/* Few words, and of these some that other languages have, too. */
static void test_short(void)
{
    expect("Laos met Vietnam in Hanoi over harbours: drill is in doubt", NULL, "en", "words");
    expect("De minister van Defensie was op bezoek in Den Haag", NULL, "nl", "words");
    expect("Singapore Peru Chile Fiji Tonga Samoa Niue Nauru Palau", NULL, "und", "none");
}

static void test_script(void)
{
    expect("越南和老挝签署协议", "en", "zh", "script");
    expect("ベトナムとラオスはハノイで会った", NULL, "ja", "script"); /* kana beside ideographs */
}

static void test_declared(void)
{
    expect("", NULL, "und", "none");
    expect("", "en-US", "en", "declared");
    expect("Fiji", "x", "und", "none");             /* no code of a language */
    expect("Fiji Tonga", "haw", "haw", "declared"); /* too short to gainsay it */
    expect("Der Minister sagte, dass er in der Stadt war und dass die Arbeit mit dem Hafen nicht zu Ende ist.", "en",
           "de", "words"); /* a page that only its template calls English */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    lists = lists_new(NULL, NULL);
    g_test_add_func("/language/words", test_words);
    g_test_add_func("/language/short", test_short);
    g_test_add_func("/language/script", test_script);
    g_test_add_func("/language/declared", test_declared);
    int status = g_test_run();
    lists_free(lists);
    return status;
}
