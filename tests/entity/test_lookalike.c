/* test_lookalike.c - pairs that may be one: found, forbidden, in order; 20,000 names in seconds. */
#include "lookalike.h"
#include "told.h"
#include <string.h>

/* "a = b (how)" of all pairs, by label. Heap. */
static char *pairs(const Told *t)
{
    size_t n;
    g_autofree Lookalike *l = lookalikes_find(t->corpus, t->cast, t->hierarchy, &n);
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(out, "%s%s = %s (%s)", i ? "; " : "", t->cast->actor[l[i].a.i].label,
                               t->cast->actor[l[i].b.i].label, resemblance_name(l[i].how));
    return g_string_free(out, FALSE);
}

static void test_found(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|a1|official|Vivian Balakrishnan", "record|m1|agency|Ministry of Public Security",
        "record|c1|country|Laos", "record|s1|official|Solo", "document|b.xml", "record|a2|official|Vivian Balakrishan",
        "record|m2|agency|MPS", "record|c2|country|Lao PDR", "record|x|agency|Vivian Balakrishnan", NULL});
    g_autofree char *found = pairs(t);
    g_assert_cmpstr(found, ==,
                    "Lao PDR = Laos (country); Vivian Balakrishan = Vivian Balakrishnan (spelling); Ministry of Public "
                    "Security = MPS (acronym)");
}

static void test_forbidden(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|t1|official|To Lam", "record|t2|official|To Lan", "mention|m1|official|t1|To Lam",
        "mention|m2|official|t2|To Lan", "document|b.xml", "record|d1|agency|Defence Agency", "is|agency_of|d1|XA",
        "record|XA|country|Xanadu", "document|c.xml", "record|d2|agency|Defense Agency", "is|agency_of|d2|XB",
        "record|XB|country|Zembla", "event|e", "record|p1|official|Ann Lee", "took|e|p1", "document|d.xml", "event|f",
        "record|p2|official|Anne Lee", "took|e|p2", NULL});
    g_autofree char *found = pairs(t);
    g_assert_cmpstr(found, ==, ""); /* one text, two countries, one event */
}

static void test_empty(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){NULL});
    g_autofree char *found = pairs(t);
    g_assert_cmpstr(found, ==, "");
}

/* Words of actors tell two with one id apart. */
static void test_words(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "record|lam|official|To Lam",
                                                       "record|one|official|One", "document|b.xml",
                                                       "record|lam|official|Lam Sai", NULL});
    g_autofree char *one = lookalike_word(t->cast, told_actor(t, "one"));
    g_autofree char *lam = lookalike_word(t->cast, told_actor(t, "lam"));
    g_assert_cmpstr(one, ==, "one");
    g_assert_true(g_str_has_suffix(lam, ".xml#lam"));
}

static char *made_name(GRand *random)
{
    static const char *const part[] = {"ka", "lo", "mi", "ren", "tu", "sha", "vo", "ber", "nin", "dal", "quo", "zet"};
    GString *name = g_string_new(NULL);
    for (int word = 0; word < 2; word++) {
        g_string_append(name, word ? " " : "");
        for (int i = 0; i < 3; i++)
            g_string_append(name, part[g_rand_int_range(random, 0, G_N_ELEMENTS(part))]);
    }
    return g_string_free(name, FALSE);
}

static void test_many(void)
{
    enum { MANY = 20000 };
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    g_ptr_array_add(lines, g_strdup("document|a.xml"));
    for (int i = 0; i < MANY; i++) {
        g_autofree char *name = made_name(random);
        g_ptr_array_add(lines, g_strdup_printf("record|p%d|official|%s", i, name));
    }
    g_ptr_array_add(lines, NULL);
    g_autoptr(Told) t = told_new((const char *const *)lines->pdata);
    gint64 start = g_get_monotonic_time();
    size_t n;
    g_autofree Lookalike *l = lookalikes_find(t->corpus, t->cast, t->hierarchy, &n);
    double seconds = (double)(g_get_monotonic_time() - start) / 1e6;
    g_test_message("%d names: %zu pairs in %.2f s", MANY, n, seconds);
    g_assert_cmpuint(n, >, 100);
    g_assert_cmpfloat(seconds, <, 60); /* under a sanitizer on a loaded machine; a second otherwise */
    for (size_t i = 1; i < n; i++)
        g_assert_cmpfloat(l[i - 1].score, >=, l[i].score);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lookalike/found", test_found);
    g_test_add_func("/lookalike/forbidden", test_forbidden);
    g_test_add_func("/lookalike/empty", test_empty);
    g_test_add_func("/lookalike/words", test_words);
    g_test_add_func("/lookalike/many", test_many);
    return g_test_run();
}
