/* test_find.c - the actors that a person's words may mean. */
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

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/find/words", test_find);
    return g_test_run();
}
