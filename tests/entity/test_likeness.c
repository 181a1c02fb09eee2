/* test_likeness.c - Jaro–Winkler against its published examples; names word by word. */
#include "likeness.h"
#include <math.h>

static void near(const char *a, const char *b, double expected)
{
    g_assert_cmpfloat(fabs(likeness_of_words(a, b) - expected), <, 0.0005);
    g_assert_cmpfloat(fabs(likeness_of_words(b, a) - expected), <, 0.0005);
}

/* Winkler 1990 and the tables that others compute from it. */
static void test_words(void)
{
    near("martha", "marhta", 0.961);
    near("dwayne", "duane", 0.840);
    near("dixon", "dicksonx", 0.813);
    near("shackleford", "shackelford", 0.982);
    near("abc", "abc", 1);
    near("", "", 1);
    near("", "a", 0);
    near("abc", "xyz", 0);
    near("đặng", "đặng", 1);
}

static Resemblance of(const char *a, const char *b, ActorType type)
{
    double one, other;
    Resemblance r = likeness_of_names(a, b, type, &one);
    g_assert_cmpint(likeness_of_names(b, a, type, &other), ==, r);
    g_assert_cmpfloat(one, ==, other);
    g_assert_cmpfloat(one, <=, 1);
    return r;
}

static void test_names(void)
{
    g_assert_cmpint(of("to lam", "to lam", ACTOR_OFFICIAL), ==, RESEMBLE_KEY);
    g_assert_cmpint(of("to lam", "lam to", ACTOR_OFFICIAL), ==, RESEMBLE_WORDS);
    g_assert_cmpint(of("t lam", "to lam", ACTOR_OFFICIAL), ==, RESEMBLE_INITIALS);
    g_assert_cmpint(of("hung", "nguyen thanh hung", ACTOR_OFFICIAL), ==, RESEMBLE_PART);
    g_assert_cmpint(of("vivian balakrishnan", "vivian balakrishan", ACTOR_OFFICIAL), ==, RESEMBLE_SPELLING);
    g_assert_cmpint(of("to lam", "le minh", ACTOR_OFFICIAL), ==, RESEMBLE_NOT);
    g_assert_cmpint(of("ministry of finance", "ministry of defence", ACTOR_AGENCY), ==, RESEMBLE_NOT);
    g_assert_cmpint(of("ministry", "ministry of defence", ACTOR_AGENCY), ==, RESEMBLE_NOT);
    g_assert_cmpint(of("cyber security agency", "cyber security agency singapore", ACTOR_AGENCY), ==, RESEMBLE_PART);
    g_assert_cmpint(of("", "to lam", ACTOR_OFFICIAL), ==, RESEMBLE_NOT);
    g_assert_cmpint(of("", "", ACTOR_OFFICIAL), ==, RESEMBLE_NOT);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/likeness/words", test_words);
    g_test_add_func("/likeness/names", test_names);
    return g_test_run();
}
