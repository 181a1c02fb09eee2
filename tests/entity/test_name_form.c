/* test_name_form.c - distinct names, each made once: numbers, shared keys, words, spellings. */
#include "name_form.h"

static NameForms *forms;

static const NameForm *form(const char *text, ActorType type)
{
    return name_forms_row(forms, name_forms_number(forms, g_intern_string(text), type));
}

static void test_numbers(void)
{
    uint32_t before = name_forms_size(forms);
    const char *text = g_intern_string("Ada Lovelace");
    uint32_t a = name_forms_number(forms, text, ACTOR_OFFICIAL), b = name_forms_number(forms, text, ACTOR_AGENCY);
    g_assert_cmpuint(a, ==, before); /* in order of first mention */
    g_assert_cmpuint(b, ==, before + 1);
    g_assert_cmpuint(name_forms_number(forms, text, ACTOR_OFFICIAL), ==, a);
    g_assert_cmpuint(name_forms_size(forms), ==, before + 2);
    g_assert_true(name_forms_row(forms, a)->text == text);
}

static void test_keys(void)
{
    const char *key = form("Nguyễn Thanh Hung", ACTOR_OFFICIAL)->key;
    const char *fingerprint = form("Nguyễn Thanh Hung", ACTOR_OFFICIAL)->fingerprint;
    g_assert_cmpstr(key, ==, "nguyen thanh hung");
    g_assert_cmpstr(fingerprint, ==, "hung nguyen thanh");
    g_assert_true(form("Mr NGUYEN Thanh Hung", ACTOR_OFFICIAL)->key == key);
    g_assert_true(form("Hung Nguyen Thanh", ACTOR_OFFICIAL)->key == fingerprint);
    g_assert_true(form("Hung Nguyen Thanh", ACTOR_OFFICIAL)->fingerprint == fingerprint);
    const NameForm *agency = form("Kelp & Sons Ltd", ACTOR_AGENCY);
    g_assert_cmpstr(agency->key, ==, "kelp sons");
    g_assert_true(agency->fingerprint == agency->key);
    g_assert_cmpstr(form("...", ACTOR_AGENCY)->key, ==, "");
    g_assert_cmpuint(form("...", ACTOR_AGENCY)->words.n, ==, 0);
}

static void test_words(void)
{
    const NameForm *a = form("U.S. Air Force", ACTOR_AGENCY); /* one word is spelled out as two */
    g_assert_cmpuint(a->words.n, ==, 4);
    const char *force = name_forms_word(forms, a->words.first + 3);
    g_assert_cmpstr(force, ==, "force");
    g_assert_true(name_forms_word(forms, form("Force", ACTOR_OFFICIAL)->words.first) == force);
}

static const Spelling *spelling(const char *text)
{
    return name_forms_spelling(forms, name_forms_number(forms, g_intern_string(text), ACTOR_AGENCY));
}

static void test_spellings(void)
{
    const Spelling *full = spelling("Ministry of Écology and Water (MEW)"), *own = spelling("MEW");
    g_assert_cmpstr(full->own, ==, "MEW");
    g_assert_cmpstr(full->initial, ==, "m");
    g_assert_cmpstr(full->capitals, ==, "mew");
    g_assert_cmpstr(full->all, ==, "moeawm");
    g_assert_false(full->is_acronym);
    g_assert_true(own->is_acronym);
    g_assert_null(own->own);
    g_assert_true(spelling("Ministry of Écology and Water")->capitals == own->letters);
    g_assert_true(spelling("MEW") == own); /* made once */
    g_assert_cmpstr(spelling("Ölwerk Süd")->initial, ==, "o");
    g_assert_cmpstr(spelling("!")->initial, ==, "");
    g_assert_true(spelling("!")->all == spelling("?")->all);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    forms = name_forms_new();
    g_test_add_func("/name-form/numbers", test_numbers);
    g_test_add_func("/name-form/keys", test_keys);
    g_test_add_func("/name-form/words", test_words);
    g_test_add_func("/name-form/spellings", test_spellings);
    int status = g_test_run();
    name_forms_free(forms);
    return status;
}
