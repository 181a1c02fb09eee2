/* test_token.c - tokens and sentences of invented texts. */
#include "token.h"
#include <string.h>

static Lexicon *lexicon;

static Draft *cut(const char *text, Vocabulary *words)
{
    Draft *d = draft_new("test", text, strlen(text));
    tokens_cut(d, lexicon, words);
    return d;
}

/* The tokens of the text, between vertical bars; sentences end with a new line. */
static void expect(const char *text, const char *want)
{
    Vocabulary words;
    g_autoptr(Draft) d = cut(text, &words);
    g_autoptr(GString) got = g_string_new("");
    for (guint s = 0; s < d->sentence->len; s++) {
        const DraftSentence *sentence = draft_row(d->sentence, DraftSentence, s);
        for (uint32_t i = 0; i < sentence->n_tokens; i++) {
            const DraftToken *t = draft_token(d, sentence->first_token + i);
            g_string_append_printf(got, "%s%.*s", i ? "|" : s ? "\n" : "", (int)(t->to - t->from), d->text + t->from);
        }
    }
    g_assert_cmpstr(got->str, ==, want);
    vocabulary_clear(&words);
}

static void test_tokens(void)
{
    expect("", "");
    expect(" \n ", "");
    expect("Peru’s envoy", "Peru|’s|envoy");
    expect("the ministers' talks", "the|ministers|'|talks");
    expect("the EU-Peru pact", "the|EU|-|Peru|pact");
    expect("O'Hara of N’Djamena didn't", "O'Hara|of|N’Djamena|didn't");
    expect("US$2,500.50 at 10:18", "US|$|2,500.50|at|10:18");
    expect("R&D by AT&T & Sons", "R&D|by|AT&T|&|Sons");
    expect("see https://example.org/a?b=1 or a@b.example now", "see|https://example.org/a?b=1|or|a@b.example|now");
    expect("@one #Two", "@one|#Two");
    expect("ĐÀ Nẵng", "ĐÀ|Nẵng");
    expect("越南", "越|南");
}

static void test_sentences(void)
{
    expect("He left. She stayed.", "He|left|.\nShe|stayed|.");
    expect("Gen. Ito met Dr. Roa. They spoke.", "Gen.|Ito|met|Dr.|Roa|.\nThey|spoke|.");
    expect("Mr. J. R. Ode of the U.S. The end.", "Mr.|J.|R.|Ode|of|the|U.S.\nThe|end|.");
    expect("the U.S. Senate met", "the|U.S.|Senate|met");
    expect("It rose 3.5 percent. 24 came.", "It|rose|3.5|percent|.\n24|came|.");
    expect("“Stop.” He did.", "“|Stop|.|”\nHe|did|.");
    expect("one “normal.”/.ABC", "one|“|normal|.|”|/|.|ABC");
    expect("A title\n\nThe text", "A|title\nThe|text");
    expect("a broken\nline", "a|broken|line");
}

static const DraftToken *token(const Draft *d, const char *word)
{
    for (guint i = 0; i < d->token->len; i++) {
        const DraftToken *t = draft_token(d, i);
        if (t->to - t->from == strlen(word) && memcmp(d->text + t->from, word, strlen(word)) == 0)
            return t;
    }
    g_error("no token %s", word);
}

static void test_shapes(void)
{
    Vocabulary words;
    g_autoptr(Draft) d =
        cut("The VNCERTs of ASEAN met McKay. Zorbing, he said, is zorbing; MINISTERS’ talks on the 5th", &words);
    g_assert_true(token(d, "ASEAN")->flags & TOKEN_ALL_CAPS);
    g_assert_false(token(d, "VNCERTs")->flags & TOKEN_ALL_CAPS);
    g_assert_true(token(d, "McKay")->flags & TOKEN_MIXED);
    g_assert_true(token(d, "5th")->flags & TOKEN_NUMBER);
    g_assert_true(token(d, "Zorbing")->flags & TOKEN_SENTENCE);
    g_assert_true(vocabulary_in_small(&words, token(d, "Zorbing")));
    g_assert_false(vocabulary_in_small(&words, token(d, "McKay")));
    g_assert_true(token(d, "’")->flags & TOKEN_POSSESSIVE);
    g_assert_true(token(d, "The")->kinds & WORD_FUNCTION);
    vocabulary_clear(&words);
}

static void test_headline(void)
{
    Vocabulary words;
    g_autoptr(Draft) d = cut("Peru Joins Chile for New Talks\n\nPeru joins Chile for talks again", &words);
    g_assert_true(draft_token(d, 0)->flags & TOKEN_HEADLINE);
    g_assert_false(draft_token(d, 6)->flags & TOKEN_HEADLINE);
    vocabulary_clear(&words);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    lexicon = lexicon_new(NULL, &error);
    g_assert_no_error(error);
    g_test_add_func("/token/tokens", test_tokens);
    g_test_add_func("/token/sentences", test_sentences);
    g_test_add_func("/token/shapes", test_shapes);
    g_test_add_func("/token/headline", test_headline);
    int failed = g_test_run();
    lexicon_free(lexicon);
    return failed;
}
