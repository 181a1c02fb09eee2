/* test_lexicon.c - phrases of the tables and of a user's own. */
#include "country.h"
#include "lexicon.h"
#include "token.h"
#include <glib/gstdio.h>
#include <string.h>

static Lexicon *lexicon;

/* "2 VN": how many tokens the longest phrase of these kinds at the start of the text takes, and its value. */
static void expect(const Lexicon *l, const char *text, WordKinds wanted, const char *want)
{
    Vocabulary words;
    g_autoptr(Draft) d = draft_new("test", text, strlen(text));
    tokens_cut(d, l, &words);
    LexiconMatch m;
    g_autofree char *got = NULL;
    if (lexicon_match(l, draft_token(d, 0), d->token->len, wanted, &m))
        got = g_strdup_printf("%u %s", m.n, lexicon_entry(l, &m, wanted, NULL)->value);
    g_assert_cmpstr(got, ==, want);
    vocabulary_clear(&words);
}

static void test_names(void)
{
    expect(lexicon, "Vietnam and", WORD_COUNTRY, "1 VN");
    expect(lexicon, "New Zealand is", WORD_COUNTRY, "2 NZ");
    expect(lexicon, "NEW ZEALAND IS", WORD_COUNTRY, "2 NZ");
    expect(lexicon, "Guinea-Bissau", WORD_COUNTRY, "3 GW");
    expect(lexicon, "Guinea and", WORD_COUNTRY, "1 GN");
    expect(lexicon, "Côte d’Ivoire", WORD_COUNTRY, "2 CI");
    expect(lexicon, "越南和", WORD_COUNTRY, "2 VN");
    expect(lexicon, "new zealand", WORD_COUNTRY, NULL);
    expect(lexicon, "Vietnamese", WORD_COUNTRY | WORD_DEMONYM, "1 VN");
    expect(lexicon, "Association of Southeast Asian Nations met", WORD_BLOC, "5 asean");
    expect(lexicon, "Zzyzx", WORD_COUNTRY, NULL);
}

static void test_words(void)
{
    expect(lexicon, "Deputy Prime Minister Roa", WORD_OFFICE, "3 ");
    expect(lexicon, "deputy prime minister Roa", WORD_OFFICE, "3 ");
    expect(lexicon, "MINISTER Roa", WORD_OFFICE, "1 ");
    expect(lexicon, "Ministry of", WORD_AGENCY_OF, "1 ministry");
    expect(lexicon, "Đặng Thai", WORD_FAMILY_FIRST, "1 VN");
}

/* In a text of any language a country is called as in English, and as everywhere else in the program. */
static void test_labels(void)
{
    for (size_t i = 0; i < countries_size(); i++) {
        CountryName row = country_name(i);
        if (row.kind == COUNTRY_NAME && lexicon_has_language(row.languages, "en"))
            g_assert_cmpstr(lexicon_label(lexicon, row.code), ==, country_label(row.code));
    }
    g_assert_cmpstr(lexicon_label(lexicon, "FJ"), ==, "Fiji");
    g_assert_cmpstr(lexicon_label(lexicon, "GB"), ==, "United Kingdom");
    g_assert_cmpstr(lexicon_label(lexicon, "asean"), ==, "ASEAN");
    g_assert_null(lexicon_label(lexicon, "ZZ"));
}

static void test_known(void)
{
    g_autoptr(Lexicon) own = lexicon_new(NULL, NULL);
    DraftActor a = {.id = "x", .kind = MARK_AGENCY, .label = "KELP Watchers"},
               b = {.kind = MARK_OFFICIAL, .label = "Kelp Watchers"};
    g_assert_false(lexicon_known(own, &a));
    lexicon_know(own, MARK_AGENCY, "Kelp Watchers", "kelp", "Kelpwatch", "ngo");
    lexicon_know(own, MARK_AGENCY, "kelp watchers", "other", "Other", NULL); /* the first counts */
    g_assert_true(lexicon_known(own, &a));
    g_assert_cmpstr(a.id, ==, "kelp");
    g_assert_cmpstr(a.label, ==, "Kelpwatch");
    g_assert_false(lexicon_known(own, &b)); /* a person of that name is somebody else */
}

static void test_own_tables(void)
{
    g_autofree char *folder = g_dir_make_tmp("lexicon-XXXXXX", NULL),
                    *file = g_build_filename(folder, "blocs.tsv", NULL);
    g_assert_true(
        g_file_set_contents(file, "word\tkind\tvalue\tlabel\nRiver Club\tbloc\triver\tRiver Club\n", -1, NULL));
    g_autoptr(GError) error = NULL;
    Lexicon *own = lexicon_new(folder, &error);
    g_assert_no_error(error);
    expect(own, "River Club members", WORD_BLOC, "2 river");
    expect(own, "ASEAN", WORD_BLOC, "1 asean");
    lexicon_free(own);
    expect(lexicon, "River Club members", WORD_BLOC, NULL);

    g_assert_true(g_file_set_contents(file, "word\tkind\nRiver Club\tclub\n", -1, NULL));
    g_assert_null(lexicon_new(folder, &error));
    g_assert_nonnull(strstr(error->message, "club"));
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(file, "name\tkind\nRiver Club\tbloc\n", -1, NULL));
    g_assert_null(lexicon_new(folder, &error));
    g_assert_nonnull(error);
    g_clear_error(&error);
    g_unlink(file);

    g_autofree char *stray = g_build_filename(folder, "bloc.tsv", NULL),
                    *other = g_build_filename(folder, "bloc-members.tsv", NULL);
    g_assert_true(g_file_set_contents(stray, "word\tkind\nRiver Club\tbloc\n", -1, NULL));
    g_assert_null(lexicon_new(folder, &error));
    g_assert_nonnull(strstr(error->message, "bloc.tsv"));
    g_clear_error(&error);
    g_unlink(stray);
    g_assert_true(g_file_set_contents(other, "bloc\tcountry\n", -1, NULL)); /* a table, but none for texts */
    g_assert_null(lexicon_new(folder, &error));
    g_clear_error(&error);
    g_unlink(other);
    g_rmdir(folder);
    g_assert_null(lexicon_new(folder, &error)); /* not there */
    g_assert_nonnull(error);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    lexicon = lexicon_new(NULL, &error);
    g_assert_no_error(error);
    g_test_add_func("/lexicon/names", test_names);
    g_test_add_func("/lexicon/words", test_words);
    g_test_add_func("/lexicon/labels", test_labels);
    g_test_add_func("/lexicon/known", test_known);
    g_test_add_func("/lexicon/own-tables", test_own_tables);
    int failed = g_test_run();
    lexicon_free(lexicon);
    return failed;
}
