/* test_prose.c - running text comes out the same in whatever pieces it is added. */
#include "prose.h"
#include "random.h"
#include <string.h>

typedef struct Seen {
    char *text;
    uint32_t n_words;
} Seen;

/* Adds it in pieces that end at borders of characters; most = 0: all at once. */
static Seen add(Builder *b, const char *text, size_t most, Random *r)
{
    Prose p;
    prose_init(&p, b);
    prose_start(&p, document_id_of(0));
    p.counting = true;
    for (size_t n = strlen(text), at = 0; at < n;) {
        size_t step = most ? 1 + random_below(r, (uint32_t)most) : n, end = MIN(n, at + step);
        while (end < n && ((unsigned char)text[end] & 0xC0) == 0x80)
            end++;
        prose_add(&p, text + at, end - at);
        at = end;
    }
    Seen seen = {g_strdup(p.text->str), p.n_words};
    prose_clear(&p);
    return seen;
}

static void test_pieces(void)
{
    static const char *const part[] = {"a",
                                       "word",
                                       " ",
                                       " ",
                                       "  ",
                                       "\n",
                                       "\t",
                                       "\r\n",
                                       "É",
                                       "日",
                                       "\x01",
                                       "\x7f",
                                       "\xC2\xA0",
                                       "\xE3\x80\x80",
                                       "sixteen letters ",
                                       "Red Cross, ",
                                       "eight888",
                                       "1234567 ",
                                       " 1234567",
                                       "😊"};
    Random r;
    ReadOptions options = {.no_sentences = true};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) b = builder_new(&options, diagnostics);
    builder_add_document(b, "a", "a");
    random_init(&r, 2026, 1);
    for (unsigned round = 0; round < 4000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (uint32_t n = random_below(&r, 40); n > 0; n--)
            g_string_append(text, part[random_below(&r, G_N_ELEMENTS(part))]);
        Seen one = add(b, text->str, 1, &r), whole = add(b, text->str, 0, &r), some = add(b, text->str, 20, &r);
        g_assert_cmpstr(one.text, ==, whole.text);
        g_assert_cmpstr(one.text, ==, some.text);
        g_assert_cmpuint(one.n_words, ==, whole.n_words);
        g_assert_cmpuint(one.n_words, ==, some.n_words);
        g_assert_null(strstr(whole.text, "  "));
        g_free(one.text);
        g_free(whole.text);
        g_free(some.text);
    }
}

/* Blanks collapse and words count, wherever eight bytes end. */
static void test_words(void)
{
    ReadOptions options = {.no_sentences = true};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) b = builder_new(&options, diagnostics);
    builder_add_document(b, "a", "a");
    for (size_t before = 0; before < 20; before++) {
        g_autofree char *word = g_strnfill(before, 'x');
        g_autofree char *text = g_strconcat("y", word, " b  c\n d e ", NULL),
                        *seen = g_strconcat("y", word, " b c d e", NULL);
        Seen whole = add(b, text, 0, NULL);
        g_assert_cmpstr(whole.text, ==, seen);
        g_assert_cmpuint(whole.n_words, ==, 5);
        g_free(whole.text);
    }
}

/* A text without borders is cut when it has become too long, at a word, and never inside a mention. */
static void test_long(void)
{
    ReadOptions options = {.no_sentences = true};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) b = builder_new(&options, diagnostics);
    builder_add_document(b, "a", "a");
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < PROSE_LONGEST + 1000)
        g_string_append(text, "seven77 ");
    Seen one = add(b, text->str, 0, NULL);
    g_assert_cmpuint(strlen(one.text), <, 2000);
    g_assert_cmpuint(strlen(one.text) % 8, ==, 7);
    g_assert_cmpuint(one.n_words, ==, text->len / 8);
    g_free(one.text);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/prose/pieces", test_pieces);
    g_test_add_func("/prose/words", test_words);
    g_test_add_func("/prose/long", test_long);
    return g_test_run();
}
