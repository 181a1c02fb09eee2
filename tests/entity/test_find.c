/* test_find.c - the actors that a person's words may mean. */
#include "error.h"
#include "told.h"

static void test_find(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|to-lam|official|Tô Lâm", "record|lam|official|Lam Sai",
        "record|vn-mps|agency|Ministry of Public Security", "record|sg-mha|agency|Ministry of Home Affairs||MHA",
        "record|MY|country|Malaysia", NULL});
    static const struct {
        const char *words, *first;
        size_t n;
    } cases[] = {
        {"to-lam", "to-lam", 1},
        {"To Lam", "to-lam", 1},
        {"TÔ  LÂM", "to-lam", 1},
        {"lam", "lam", 1},
        /* an id beats the names that contain it */ {"Lam Sai", "lam", 1},
        {"sai", "lam", 1},
        {"ministry", "sg-mha", 2},
        {"security ministry", "vn-mps", 1},
        {"mha", "sg-mha", 1},
        {"my", "MY", 1},
        {"minist", NULL, 0},
        {"", NULL, 0},
        {"…", NULL, 0},
        {"nobody", NULL, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        ActorId found[2];
        size_t n = cast_find(t->cast, cases[i].words, found, 1);
        g_test_message("%s", cases[i].words);
        g_assert_cmpuint(n, ==, cases[i].n);
        if (n)
            g_assert_cmpstr(t->cast->actor[found[0].i].id, ==, cases[i].first);
    }
}

static void refuses(const Cast *cast, const char *option, const char *words, const char *said)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(actor_id_is_none(cast_find_one(cast, option, words, &error)));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, said);
}

static void test_find_one(void)
{
    g_autoptr(GPtrArray) line = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(line, g_strdup("document|a.xml"));
    for (int i = 1; i <= 9; i++)
        g_ptr_array_add(line, g_strdup_printf("record|p%d|official|Ann %d", i, i));
    g_ptr_array_add(line, g_strdup("record|to-lam|official|Tô Lâm"));
    g_ptr_array_add(line, g_strdup("record|lam-two|official|Lam Lâm"));
    g_ptr_array_add(line, NULL);
    g_autoptr(Told) t = told_new((const char *const *)line->pdata);
    g_autoptr(GError) error = NULL;
    ActorId one = cast_find_one(t->cast, "--ego", "to lam", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(t->cast->actor[one.i].id, ==, "to-lam");
    refuses(t->cast, "--ego", "Xyzzy", "--ego: nobody here is called \"Xyzzy\"");
    refuses(t->cast, NULL, "lam-twp", "nobody here is called \"lam-twp\": did you mean \"lam-two\"?");
    refuses(t->cast, NULL, "lam",
            "\"lam\" may be 2 actors; say which, by id if need be:\n  Lam Lâm (lam-two, official)\n  Tô Lâm (to-lam, "
            "official)");
    error = NULL;
    g_assert_true(actor_id_is_none(cast_find_one(t->cast, NULL, "ann", &error)));
    g_assert_true(g_str_has_suffix(error->message, "\n  Ann 8 (p8, official)\n  … and 1 more"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/find/words", test_find);
    g_test_add_func("/find/one", test_find_one);
    return g_test_run();
}
