/* test_register.c - records by id and by name. */
#include "register.h"
#include "told.h"

static void test_lookup(void)
{
    g_autoptr(Pool) pool = pool_new();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    Corpus *corpus =
        told_corpus((const char *const[]){"document|a.xml", "record|x|official|Ann Lee||A. Lee", "document|b.xml",
                                          "record|x|official|Ann Lee", "record|y|agency|Ann Lee", NULL});
    Register *reg = register_new(corpus, pool, diagnostics);
    const char *x = pool_string(corpus->pool, "x");
    uint32_t first = register_by_id(reg, x);
    bool several;

    g_assert_cmpuint(reg->candidate->len, ==, 2);
    g_assert_cmpuint(first, !=, ID_NONE);
    g_assert_cmpuint(register_candidate(reg, first)->next, ==, ID_NONE);
    g_assert_cmpuint(register_local(reg, document_id_of(1), x), ==, first);
    g_assert_cmpuint(register_local(reg, document_id_of(0), pool_string(corpus->pool, "y")), ==, ID_NONE);
    g_assert_cmpuint(register_by_id(reg, pool_string(corpus->pool, "z")), ==, ID_NONE);

    g_assert_cmpuint(register_by_name(reg, "A. Lee", document_id_none(), ACTOR_UNKNOWN, &several), ==, first);
    g_assert_false(several);
    g_assert_cmpuint(register_by_name(reg, " Ann\n Lee ", document_id_of(0), ACTOR_UNKNOWN, &several), ==, first);
    g_assert_cmpuint(register_by_name(reg, "Ann Lee", document_id_of(1), ACTOR_UNKNOWN, &several), ==, ID_NONE);
    g_assert_true(several);
    g_assert_cmpuint(register_by_name(reg, "Ann Lee", document_id_of(1), ACTOR_OFFICIAL, &several), ==, first);
    g_assert_false(several);
    g_assert_cmpuint(register_by_name(reg, "A. Lee", document_id_of(1), ACTOR_UNKNOWN, &several), ==, ID_NONE);
    g_assert_cmpuint(register_by_name(reg, "ann lee", document_id_none(), ACTOR_UNKNOWN, &several), ==,
                     ID_NONE); /* exact */

    uint32_t added = register_add(reg, x, ACTOR_COUNTRY, "X", (Place){0});
    g_assert_cmpuint(register_candidate(reg, first)->next, ==, added);
    g_assert_false(register_candidate(reg, added)->in_register);
    register_free(reg);
    corpus_free(corpus);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/register/lookup", test_lookup);
    return g_test_run();
}
