/* test_name_key.c - normal forms and fingerprints of names; acronyms. */
#include "name_key.h"
#include "utf8.h"

static NameWords *words;

static void same(const char *a, const char *b, ActorType type)
{
    g_autofree char *x = name_fingerprint(words, a, type);
    g_autofree char *y = name_fingerprint(words, b, type);
    g_assert_cmpstr(x, ==, y);
}

static void apart(const char *a, const char *b, ActorType type)
{
    g_autofree char *x = name_fingerprint(words, a, type);
    g_autofree char *y = name_fingerprint(words, b, type);
    g_assert_cmpstr(x, !=, y);
}

static void key_is(const char *name, ActorType type, const char *expected)
{
    g_autofree char *key = name_key(words, name, type);
    g_assert_cmpstr(key, ==, expected);
}

static void test_persons(void)
{
    same("Nguyen Thanh Hung", "Hung NGUYỄN Thanh", ACTOR_OFFICIAL);
    same("H.E. Mr. Tô Lâm", "To Lam", ACTOR_OFFICIAL);
    same("Deputy Prime Minister Gen. Tô Lâm", "tô lâm", ACTOR_OFFICIAL);
    same("Lee Hsien Loong's", "LEE Hsien-Loong", ACTOR_OFFICIAL);
    same("Łukasz Øvergård Ph.D.", "Lukasz Overgard", ACTOR_OFFICIAL);
    same("Groß, Ænna Đặng", "AENNA DANG GROSS", ACTOR_OFFICIAL);
    same("Sir John Smith Jr.", "John Smith", ACTOR_OFFICIAL);
    apart("To Lam", "To Lan", ACTOR_OFFICIAL);
    apart("John Smith", "John Smith Brown", ACTOR_OFFICIAL);
    key_is("General", ACTOR_OFFICIAL, "general"); /* one word stays */
    key_is("Mr Lam", ACTOR_OFFICIAL, "lam");
    key_is("President Deputy", ACTOR_OFFICIAL, "deputy");
    key_is("Hung Nguyen", ACTOR_OFFICIAL, "hung nguyen"); /* the key keeps the order, the fingerprint does not */
}

static void test_agencies(void)
{
    same("The Kaspersky Lab, Inc.", "Kaspersky Lab", ACTOR_AGENCY);
    same("PT Telkom Indonesia (Persero) Tbk", "Telkom Indonesia Persero", ACTOR_AGENCY);
    same("Viettel Co., Ltd.", "VIETTEL", ACTOR_AGENCY);
    same("US Air Force", "U.S. Air Force", ACTOR_AGENCY);
    same("US Air Force", "United States Air Force", ACTOR_AGENCY);
    same("Ministry of Information & Communications", "the Ministry of Information and Communications", ACTOR_AGENCY);
    same("Ministry of Public Security (MPS)", "Ministry of Public Security", ACTOR_AGENCY);
    apart("Ministry of Information and Communications", "Ministry of Communications and Information", ACTOR_AGENCY);
    apart("General Department", "Department", ACTOR_AGENCY); /* titles are of persons */
    key_is("Ltd", ACTOR_AGENCY, "ltd");
    key_is("The", ACTOR_AGENCY, "the");
}

static void test_other(void)
{
    key_is("the Philippines'", ACTOR_COUNTRY, "philippines");
    key_is("Việt Nam's", ACTOR_COUNTRY, "viet nam");
    key_is("", ACTOR_OFFICIAL, "");
    key_is("…", ACTOR_OFFICIAL, "");
    key_is("()", ACTOR_AGENCY, "");
    key_is("(AB)", ACTOR_AGENCY, "ab");
    key_is("\xff", ACTOR_AGENCY, "�");
    key_is("山田 太郎", ACTOR_OFFICIAL, "山田 太郎");
}

static void test_idempotent(void)
{
    const char *const name[] = {"H.E. Mr. Tô Lâm", "PT Telkom Tbk", "U.S. Dept. of Defense", "The The", "a (BC)"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        for (ActorType t = 0; t <= ACTOR_UNKNOWN; t++) {
            g_autofree char *once = name_fingerprint(words, name[i], t);
            g_autofree char *twice = name_fingerprint(words, once, t);
            g_assert_cmpstr(once, ==, twice);
        }
}

static void test_acronyms(void)
{
    g_assert_true(name_is_acronym("MIC"));
    g_assert_true(name_is_acronym("CERT-In"));
    g_assert_false(name_is_acronym("A05")); /* one capital */
    g_assert_false(name_is_acronym("Mic"));
    g_assert_false(name_is_acronym("MIC of"));
    g_assert_false(name_is_acronym(""));
    g_autofree char *own = name_own_acronym("Ministry of Public Security (MPS)");
    g_assert_cmpstr(own, ==, "MPS");
    g_assert_null(name_own_acronym("Ministry (of Peace)"));
    g_assert_null(name_own_acronym("(MPS)"));
    g_assert_null(name_own_acronym("Ministry ()"));
}

static bool fits(const char *acronym, const char *name)
{
    g_autofree char *letters = name_letters(acronym), *key = utf8_key(name);
    return name_acronym_fits(letters, key);
}

static void initials_are(const char *name, const char *capitals, const char *all)
{
    g_autofree char *some = NULL, *every = NULL;
    name_initials(name, &some, &every);
    g_assert_cmpstr(some, ==, capitals);
    g_assert_cmpstr(every, ==, all);
}

static void test_acronyms_of_names(void)
{
    g_autofree char *letters = name_letters("VNCERT/CC");
    g_assert_cmpstr(letters, ==, "vncertcc");
    g_assert_true(fits("MPS", "Ministry of Public Security"));
    g_assert_true(fits("Bộ CA", "Bộ Công an"));
    g_assert_false(fits("MIX", "Ministry of Public Security"));
    g_assert_false(fits("PS", "Ministry of Public Security"));
    g_assert_false(fits("MPS", ""));
    initials_are("Ministry of Information and Communications", "mic", "moiac");
    initials_are("Department of Defense", "dd", "dod");
    initials_are("Ministry", "m", "m");
    initials_are("Ärzte ohne Grenzen - 2", "ag2", "aog2");
    initials_are("", "", "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    words = name_words_new();
    g_test_add_func("/name-key/persons", test_persons);
    g_test_add_func("/name-key/agencies", test_agencies);
    g_test_add_func("/name-key/other", test_other);
    g_test_add_func("/name-key/idempotent", test_idempotent);
    g_test_add_func("/name-key/acronyms", test_acronyms);
    g_test_add_func("/name-key/acronyms-of-names", test_acronyms_of_names);
    int status = g_test_run();
    name_words_free(words);
    return status;
}
