/* test_cast.c - references become actors: ids, names, cells of tables, clashes, labels. */
#include "told.h"
#include <string.h>

static const Actor *actor_of_ref(const Told *t, size_t ref)
{
    ActorId id = t->cast->ref_actor[ref];
    return actor_id_is_none(id) ? NULL : &t->cast->actor[id.i];
}

static size_t count(const Told *t, DiagnosticCode code) { return diagnostics_count_code(t->diagnostics, code); }

static void test_order(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "record|z|official|Zoë",
                                                       "record|b|agency|Émile", "record|a|agency|emile",
                                                       "record|c|country|Ångström", "record|a2|official|zoe", NULL});
    const char *const order[] = {"c", "a", "b", "z", "a2"};
    g_assert_cmpuint(t->cast->n_actors, ==, 5); /* registered, though nobody refers to them */
    for (size_t i = 0; i < 5; i++)
        g_assert_cmpstr(t->cast->actor[i].id, ==, order[i]);
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

static void test_empty(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){NULL});
    g_assert_cmpuint(t->cast->n_actors, ==, 0);
    g_assert_cmpuint(cast_find(t->cast, "x", NULL, 0), ==, 0);
}

static void test_same_record_in_two_files(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|to-lam|official|To Lam||Gen. Lam", "mention|m1|official|to-lam|To Lam",
        "document|b.xml", "record|to-lam|official|To Lam||Lam;Gen. Lam", "mention|m2|official|to-lam|Lam", NULL});
    g_assert_cmpuint(t->cast->n_actors, ==, 1);
    g_assert_cmpuint(t->cast->actor[0].names.n, ==, 3); /* To Lam, Gen. Lam, Lam: no repeats */
    g_assert_cmpstr(t->cast->name[0], ==, "To Lam");
    g_assert_true(actor_of_ref(t, 0) == actor_of_ref(t, 1));
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

static void test_clash(void)
{
    g_autoptr(Told) t =
        told_new((const char *const[]){"document|a.xml", "record|lam|official|To Lam", "mention|m1|official|lam|Lam",
                                       "document|b.xml", "record|lam|official|Lam Sai", "mention|m2|official|lam|Lam",
                                       "document|c.xml", "mention|m3|official|lam|Lam", NULL});
    g_assert_cmpuint(count(t, DIAGNOSTIC_ID_CLASH), ==, 1);
    g_assert_cmpstr(actor_of_ref(t, 0)->label, ==, "To Lam");
    g_assert_cmpstr(actor_of_ref(t, 1)->label, ==, "Lam Sai");
    /* c.xml registers nothing, and the others disagree: an actor of its own */
    g_assert_cmpuint(t->cast->n_actors, ==, 3);
    g_assert_false(actor_of_ref(t, 2)->registered);
    g_assert_cmpuint(count(t, DIAGNOSTIC_UNKNOWN_REF), ==, 1);
}

static void test_authority(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "mention|m1|country|SG|Singapore",
                                                       "record|VN|country|Vietnam", "document|who.xml|authority",
                                                       "record|SG|country|Singapore||SGP", "record|VN|country|Viet Nam",
                                                       "document|z.xml", "mention|m2|country|VN|VN", NULL});
    g_assert_cmpstr(actor_of_ref(t, 0)->label, ==, "Singapore");
    g_assert_true(actor_of_ref(t, 0)->registered);
    g_assert_cmpuint(count(t, DIAGNOSTIC_UNKNOWN_REF), ==, 0);
    g_assert_cmpuint(count(t, DIAGNOSTIC_ID_CLASH), ==, 1);     /* VN here and there */
    g_assert_cmpstr(actor_of_ref(t, 1)->label, ==, "Viet Nam"); /* the authority rules where a file is silent */
}

static void test_unregistered(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|to-lam|official|To Lam", "mention|m1|official|to-lan|Mr Lan", "mention|m2|-|ghost|it",
        "document|b.xml", "mention|m3|official|to-lan|Lan", "mention|m4|official|to-lam|Lam", "speaker|m5|ham", NULL});
    g_assert_cmpuint(t->cast->n_actors, ==, 4);
    g_assert_true(actor_of_ref(t, 0) == actor_of_ref(t, 2)); /* same id and type in two files */
    g_assert_cmpstr(actor_of_ref(t, 0)->label, ==, "Mr Lan");
    g_assert_true(actor_of_ref(t, 3)->registered); /* the only register of the corpus that has it */
    g_assert_cmpint(actor_of_ref(t, 1)->type, ==, ACTOR_UNKNOWN);
    g_assert_cmpint(actor_of_ref(t, 4)->type, ==, ACTOR_OFFICIAL); /* who speaks is a person */
    g_assert_cmpuint(count(t, DIAGNOSTIC_UNKNOWN_REF), ==, 3);
    g_assert_cmpuint(count(t, DIAGNOSTIC_UNKNOWN_TYPE), ==, 1);
    bool helped = false;
    for (size_t i = 0; i < diagnostics_size(t->diagnostics); i++) {
        const char *help = diagnostics_get(t->diagnostics, i)->help;
        helped |= help && strstr(help, "to-lam");
    }
    g_assert_true(helped);
}

static void test_type_by_use(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "is|member_of|x|y", "is|represents|x|Z",
                                                       "is|member|Z|club", "mention|m1|-|y|it", NULL});
    g_assert_cmpint(t->cast->actor[told_actor(t, "x").i].type, ==, ACTOR_OFFICIAL);
    g_assert_cmpint(t->cast->actor[told_actor(t, "y").i].type, ==, ACTOR_AGENCY);
    g_assert_cmpint(t->cast->actor[told_actor(t, "Z").i].type, ==, ACTOR_COUNTRY);
    g_assert_cmpint(t->cast->actor[told_actor(t, "club").i].type, ==, ACTOR_BLOC);
    g_assert_cmpuint(count(t, DIAGNOSTIC_UNKNOWN_TYPE), ==, 0);
}

static void test_other_file(void)
{
    g_autoptr(Told) t =
        told_new((const char *const[]){"document|a.xml", "record|x|official|X of a", "mention|m1|official|b.xml#x|X",
                                       "mention|m2|official|x|X", "document|b.xml", "record|x|official|X of b", NULL});
    g_assert_cmpstr(actor_of_ref(t, 0)->label, ==, "X of b");
    g_assert_cmpstr(actor_of_ref(t, 1)->label, ==, "X of a");
}

static void test_names(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|to-lam|official|To Lam||Lam", "mention|m1|official|name:To  Lam|x",
        "mention|m2|official|name:Lam|Lam", "mention|m3|official|name:Nobody|Nobody", "mention|m4|country|name:Lam|Lam",
        "document|b.xml", "record|lam-2|official|Lam", "mention|m5|official|name:Lam|Lam", "document|c.xml",
        "mention|m6|official|name:Lam|Lam", "mention|m7|official|name:Nobody|Nobody", "mention|m8|-|name:To Lam|To Lam",
        NULL});
    g_assert_cmpstr(actor_of_ref(t, 0)->id, ==, "to-lam");    /* white space collapsed */
    g_assert_cmpstr(actor_of_ref(t, 1)->id, ==, "to-lam");    /* in its own document first … */
    g_assert_cmpstr(actor_of_ref(t, 2)->label, ==, "Nobody"); /* registered nowhere: an actor of its own */
    g_assert_cmpstr(actor_of_ref(t, 3)->id, ==, "lam-2");
    g_assert_null(actor_of_ref(t, 4)); /* … elsewhere two bear it */
    g_assert_true(actor_of_ref(t, 5) == actor_of_ref(t, 2));
    g_assert_cmpstr(actor_of_ref(t, 6)->id, ==, "to-lam");
    g_assert_cmpuint(count(t, DIAGNOSTIC_UNRESOLVED_MENTION), ==, 2); /* Nobody and Lam, each once */
    g_assert_cmpuint(t->cast->n_actors, ==, 3);
}

static void test_name_of_another_type(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "record|JO|country|Jordan",
                                                       "mention|m1|official|name:Jordan|Jordan", NULL});
    g_assert_cmpint(actor_of_ref(t, 0)->type, ==, ACTOR_OFFICIAL); /* a person called Jordan is not the country */
    g_assert_cmpuint(count(t, DIAGNOSTIC_UNRESOLVED_MENTION), ==, 1);
}

static void test_keys(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|who.xml|authority", "record|SG|country|Singapore", "document|t.csv", "event|e",
        "table-record|SG|official|SG", "took|e|key:SG", "table-record|Singapore|official|Singapore",
        "took|e|key:Singapore", "table-record|Ada|official|Ada", "took|e|key:Ada", "took|e|key:Grace", NULL});
    g_assert_cmpuint(t->cast->n_actors, ==, 3); /* Singapore by id and by name, Ada, Grace */
    g_assert_true(actor_of_ref(t, 0) == actor_of_ref(t, 1));
    g_assert_cmpint(actor_of_ref(t, 0)->type, ==, ACTOR_COUNTRY);
    g_assert_cmpint(actor_of_ref(t, 3)->type, ==, ACTOR_OFFICIAL); /* ruling 13 */
    g_assert_false(actor_of_ref(t, 2)->registered);
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

static void test_tables_agree(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.csv", "table-record|SG|country|SG", "document|b.csv",
                                                       "table-record|SG|country|Singapore", "document|c.csv",
                                                       "table-record|SG|agency|SG", NULL});
    g_assert_cmpuint(t->cast->n_actors, ==, 2);
    g_assert_cmpuint(count(t, DIAGNOSTIC_ID_CLASH), ==, 1); /* an agency in the third */
    g_assert_cmpstr(t->cast->actor[told_actor(t, "SG").i].label, ==, "SG");
    g_assert_cmpstr(t->cast->actor[1].label, ==, "Singapore"); /* a label beats a bare id */
}

static void test_events_are_not_actors(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "mention|m1|official|x|X", NULL});
    t->corpus->mention[0].kind = MENTION_EVENT;
    GError *error = NULL;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Cast) cast = cast_resolve(t->corpus, NULL, 0, diagnostics, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(cast->n_actors, ==, 0);
    g_assert_true(actor_id_is_none(cast->ref_actor[0]));
    g_assert_cmpuint(diagnostics_size(diagnostics), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cast/order", test_order);
    g_test_add_func("/cast/empty", test_empty);
    g_test_add_func("/cast/same-record-in-two-files", test_same_record_in_two_files);
    g_test_add_func("/cast/clash", test_clash);
    g_test_add_func("/cast/authority", test_authority);
    g_test_add_func("/cast/unregistered", test_unregistered);
    g_test_add_func("/cast/type-by-use", test_type_by_use);
    g_test_add_func("/cast/other-file", test_other_file);
    g_test_add_func("/cast/names", test_names);
    g_test_add_func("/cast/name-of-another-type", test_name_of_another_type);
    g_test_add_func("/cast/keys", test_keys);
    g_test_add_func("/cast/tables-agree", test_tables_agree);
    g_test_add_func("/cast/events-are-not-actors", test_events_are_not_actors);
    return g_test_run();
}
