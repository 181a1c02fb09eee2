/* test_provenance.c - one line that says what made a file. */
#include "provenance.h"

static void test_line(void)
{
    Provenance p = {.version = g_strdup("0.1.0"),
                    .options = g_strdup("--level country --weight newman"),
                    .inputs = g_strdup("0123456789abcdef0123456789abcdef"),
                    .n_documents = 5,
                    .seed = 42};
    g_autofree char *line = provenance_line(&p);
    g_assert_cmpstr(line, ==,
                    "entente 0.1.0 · --level country --weight newman · seed 42 · 5 documents sha256:0123456789abcdef");
    provenance_clear(&p);
    g_assert_null(p.version);
    provenance_clear(&p);
}

static void test_line_of_nothing(void)
{
    Provenance p = {.n_documents = 1};
    g_autofree char *line = provenance_line(&p);
    g_assert_cmpstr(line, ==, "entente " ENTENTE_VERSION " · seed 0 · 1 document");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/provenance/line", test_line);
    g_test_add_func("/provenance/line-of-nothing", test_line_of_nothing);
    return g_test_run();
}
