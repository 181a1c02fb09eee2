/* test_naming.c - names without ids: country table, fingerprints, acronyms, short forms, decisions; what stays apart.
 */
#include "decisions.h"
#include "support.h"
#include "told.h"
#include <string.h>

static const Actor *who(const Told *t, size_t ref)
{
    ActorId id = t->cast->ref_actor[ref];
    return actor_id_is_none(id) ? NULL : &t->cast->actor[id.i];
}

static void same(const Told *t, size_t a, size_t b, IdentifiedBy by)
{
    g_assert_nonnull(who(t, a));
    g_assert_true(who(t, a) == who(t, b));
    g_assert_cmpint(t->cast->ref_by[b], ==, by);
}

static void test_countries(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.txt", "mention|m1|country|name:Laos|Laos", "mention|m2|country|name:Lao PDR|Lao PDR",
        "mention|m3|country|name:Laotian|Laotian", "mention|m4|country|name:Congo|Congo", "document|b.txt",
        "mention|m5|country|name:Лаос|Лаос", "mention|m6|official|name:Jordan|Jordan",
        "mention|m7|-|name:Vientiane|Vientiane", NULL});
    g_assert_cmpstr(who(t, 0)->id, ==, "LA");
    g_assert_cmpstr(who(t, 0)->label, ==, "Laos");
    same(t, 0, 1, IDENTIFIED_BY_COUNTRY);
    same(t, 0, 2, IDENTIFIED_BY_COUNTRY);
    same(t, 0, 4, IDENTIFIED_BY_COUNTRY);
    g_assert_cmpstr(who(t, 3)->label, ==, "Congo"); /* which of the two nobody can tell */
    g_assert_cmpint(who(t, 5)->type, ==, ACTOR_OFFICIAL);
    g_assert_null(who(t, 6));                                  /* a city, and no type says otherwise */
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0); /* nobody is registered: names are all there is */
}

static void test_registered_country(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|who.xml|authority", "record|laos|country|Lao PDR",
                                                       "document|a.txt", "mention|m1|country|name:Laos|Laos", NULL});
    g_assert_cmpstr(who(t, 0)->id, ==, "laos");
    g_assert_cmpuint(t->cast->n_actors, ==, 1);
}

static void test_fingerprints(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|who.xml|authority", "record|to-lam|official|Tô Lâm", "document|a.txt",
        "mention|m1|official|name:Gen. To Lam|x", "mention|m2|official|name:Hung Nguyen Thanh|x",
        "mention|m3|agency|name:Kaspersky Lab|x", "document|b.txt", "mention|m4|official|name:Mr NGUYEN Thanh Hung|x",
        "mention|m5|agency|name:Kaspersky Lab, Inc.|x", "mention|m6|agency|name:To Lam|x", NULL});
    g_assert_cmpstr(who(t, 0)->id, ==, "to-lam");
    g_assert_cmpint(t->cast->ref_by[0], ==, IDENTIFIED_BY_FINGERPRINT);
    g_assert_true(who(t, 1) == who(t, 3));
    g_assert_cmpstr(who(t, 1)->label, ==, "Hung Nguyen Thanh");
    same(t, 2, 4, IDENTIFIED_BY_FINGERPRINT);
    g_assert_cmpint(who(t, 5)->type, ==, ACTOR_AGENCY); /* never across types */
    g_assert_cmpuint(who(t, 1)->names.n, ==, 2);
}

static void test_short_forms(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.txt", "mention|m1|official|name:Nguyen Thanh Hung|x", "mention|m2|official|name:Mr Hung|x",
        "mention|m3|official|name:Lee Hsien Loong|x", "mention|m4|official|name:Lee Wei Ling|x",
        "mention|m5|official|name:Lee|x", "mention|m6|agency|name:Cyber Security Agency of Singapore|x",
        "mention|m7|agency|name:Cyber Security Agency|x", "mention|m8|agency|name:Agency|x", "document|b.txt",
        "mention|m9|official|name:Hung|x", "mention|m10|official|name:Nguyen Thanh Hung|x", NULL});
    same(t, 0, 1, IDENTIFIED_BY_SHORT_FORM);
    g_assert_cmpstr(who(t, 4)->label, ==, "Lee"); /* two before it */
    same(t, 5, 6, IDENTIFIED_BY_SHORT_FORM);
    g_assert_cmpstr(who(t, 7)->label, ==, "Agency"); /* one word is no short form of an organisation */
    g_assert_cmpstr(who(t, 8)->label, ==, "Hung");   /* the fuller name stands after it */
    same(t, 0, 9, IDENTIFIED_BY_OWN_NAME);
}

static void test_short_form_of_an_id(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|to-lam|official|Tô Lâm", "mention|m1|official|to-lam|Gen. Tô Lâm",
        "mention|m2|official|name:Lâm|Lâm", "document|b.xml", "mention|m3|official|name:Lâm|Lâm", NULL});
    same(t, 0, 1, IDENTIFIED_BY_SHORT_FORM);
    g_assert_true(who(t, 2) != who(t, 0)); /* never across documents */
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_UNRESOLVED_MENTION), ==, 1);
}

static void test_acronyms(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.txt", "mention|m1|agency|name:Ministry of Public Security (MPS)|x", "mention|m2|agency|name:MPS|x",
        "mention|m3|agency|name:Ministry of Information and Communications|x", "mention|m4|agency|name:MIC|x",
        "document|b.txt", "mention|m5|agency|name:MPS|x", NULL});
    same(t, 0, 1, IDENTIFIED_BY_ACRONYM);
    same(t, 2, 3, IDENTIFIED_BY_ACRONYM);
    g_assert_cmpstr(who(t, 4)->label, ==, "MPS"); /* defined in another document */
    g_assert_true(who(t, 4) != who(t, 1));
}

/* A table of decisions beside told lines. */
static Told *told_with(const char *const *lines, const char *decisions)
{
    Told *t = told_new(lines);
    GError *error = NULL;
    char *folder = support_folder(); /* freed when removed */
    g_free(support_file(folder, "decisions.tsv", decisions));
    g_assert_true(decisions_read(t->corpus, (const char *const[]){folder}, 1, t->diagnostics, &error));
    g_assert_no_error(error);
    hierarchy_free(t->hierarchy);
    cast_free(t->cast);
    t->cast = cast_resolve(t->corpus, NULL, 0, t->diagnostics, &error);
    g_assert_no_error(error);
    t->hierarchy = hierarchy_new(t->corpus, t->cast, t->diagnostics);
    support_remove_folder(folder);
    return t;
}

static const char *const press[] = {"document|who.xml|authority",
                                    "record|to-lam|official|Tô Lâm",
                                    "document|a.txt",
                                    "mention|m1|official|name:Lâm Tô|x",
                                    "mention|m2|official|name:T. Lam|x",
                                    "document|b.txt",
                                    "mention|m3|official|name:To Lan|x",
                                    "mention|m4|official|name:Nguyen Hung|x",
                                    "mention|m5|official|name:Hung Nguyen|x",
                                    NULL};

static void test_decisions(void)
{
    g_autoptr(Told) t = told_with(press, "decision\tkind\ta\tb\nsame\tactor\tTo Lan\tto-lam\n"
                                         "same\tactor\tTo Lan\tT. Lam\ndifferent\tactor\tLâm Tô\tto-lam\n"
                                         "different\tactor\tNguyen Hung\tHung Nguyen\n\tactor\ta\tb\n");
    g_assert_cmpstr(who(t, 2)->id, ==, "to-lam");
    same(t, 2, 1, IDENTIFIED_BY_DECISION);
    g_assert_true(who(t, 0) != who(t, 2)); /* although their fingerprints are one */
    g_assert_true(who(t, 3) != who(t, 4));
    g_assert_cmpuint(t->cast->n_decided, ==, 4);
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN), ==, 0);
}

static void test_conflict(void)
{
    g_autoptr(Told) t = told_with(press, "decision\tkind\ta\tb\nsame\tactor\tTo Lan\tto-lam\n"
                                         "same\tactor\tTo Lan\tT. Lam\ndifferent\tactor\tT. Lam\tto-lam\n");
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DECISION_CONFLICT), ==, 1);
    g_assert_cmpstr(who(t, 2)->id, ==, "To Lan"); /* none of the three rows counts */
    g_assert_cmpuint(t->cast->n_decided, ==, 0);
}

static void test_unknown(void)
{
    g_autoptr(Told) t = told_with(press, "decision\tkind\ta\tb\nsame\tactor\tGodot\tto-lam\n");
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN), ==, 1);
    g_assert_cmpuint(t->cast->n_decided, ==, 0);
}

/* Two records that an annotator told apart, made one by a person: the authority's leads. */
static void test_ids_become_one(void)
{
    g_autoptr(Told) t = told_with((const char *const[]){"document|a.xml", "record|lam|official|Gen. Lam||Lam",
                                                        "mention|m1|official|lam|x", "document|who.xml|authority",
                                                        "record|to-lam|official|Tô Lâm", NULL},
                                  "decision\ta\tb\twho\twhy\nsame\ta.xml#lam\tto-lam\tme\tone photo\n");
    g_assert_cmpuint(t->cast->n_actors, ==, 1);
    g_assert_cmpstr(who(t, 0)->id, ==, "to-lam");
    g_assert_cmpuint(who(t, 0)->names.n, ==, 3);
    g_assert_cmpint(t->cast->ref_by[0], ==, IDENTIFIED_BY_DECISION);
}

/* Neither the order of documents nor that of decisions changes who is who. */
static void test_order_free(void)
{
    static const char *const block[3][4] = {
        {"document|a.txt", "mention|m1|official|name:Nguyen Thanh Hung|x", "mention|m2|official|name:Hung|x", NULL},
        {"document|b.txt", "mention|m3|official|name:Hung Thanh Nguyen|x", "mention|m4|official|name:To Lam|x", NULL},
        {"document|c.txt", "mention|m5|official|name:Hung|x", "mention|m6|official|name:To Lan|x", NULL}};
    static const int order[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    g_autofree char *first = NULL;
    for (size_t o = 0; o < 6; o++) {
        const char *lines[10];
        size_t n = 0;
        for (size_t b = 0; b < 3; b++)
            for (size_t l = 0; l < 3; l++)
                lines[n++] = block[order[o][b]][l];
        lines[n] = NULL;
        g_autoptr(Told) t = told_with(lines, o % 2 ? "decision\ta\tb\nsame\tTo Lam\tTo Lan\ndifferent\tHung\tTo Lam\n"
                                                   : "decision\tb\ta\ndifferent\tHung\tTo Lam\nsame\tTo Lam\tTo Lan\n");
        g_autoptr(GString) cast = g_string_new(NULL);
        for (size_t i = 0; i < t->cast->n_actors; i++) {
            g_string_append_printf(cast, "%s:", t->cast->actor[i].id);
            for (uint32_t k = 0; k < t->cast->actor[i].names.n; k++)
                g_string_append_printf(cast, " %s;", t->cast->name[t->cast->actor[i].names.first + k]);
        }
        if (!first)
            first = g_strdup(cast->str);
        g_assert_cmpstr(cast->str, ==, first);
    }
    g_assert_cmpstr(first, ==,
                    "Hung: Hung;Hung Thanh Nguyen: Hung Thanh Nguyen; Hung; Nguyen Thanh Hung;To Lam: To Lam; To Lan;");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/naming/countries", test_countries);
    g_test_add_func("/naming/registered-country", test_registered_country);
    g_test_add_func("/naming/fingerprints", test_fingerprints);
    g_test_add_func("/naming/short-forms", test_short_forms);
    g_test_add_func("/naming/short-form-of-an-id", test_short_form_of_an_id);
    g_test_add_func("/naming/acronyms", test_acronyms);
    g_test_add_func("/naming/decisions", test_decisions);
    g_test_add_func("/naming/conflict", test_conflict);
    g_test_add_func("/naming/unknown", test_unknown);
    g_test_add_func("/naming/ids-become-one", test_ids_become_one);
    g_test_add_func("/naming/order-free", test_order_free);
    return g_test_run();
}
