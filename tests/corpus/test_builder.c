/* test_builder.c - pointers, paths, ids and dates as they are read, and taking rows back. */
#include "builder.h"
#include "support.h"
#include <string.h>

static void assert_clean(const char *path, const char *expected)
{
    g_autofree char *clean = path_clean(path);
    g_assert_cmpstr(clean, ==, expected);
}

static void test_path(void)
{
    assert_clean("a/./b//c", "a/b/c");
    assert_clean("corpus/cyber/../decade/x.xml", "corpus/decade/x.xml");
    assert_clean("../../x", "../../x");
    assert_clean("a/../../x", "../x");
    assert_clean("/a/../../x", "/x");
    assert_clean("./x", "x");
    assert_clean("", "");
}

static void assert_targets(const char *text, const char *expected)
{
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) b = builder_new(&options, diagnostics);
    DocumentId d = builder_add_document(b, "letters/1954/a.xml", "1954/a.xml");
    Slice slice = builder_add_targets(b, d, text, strlen(text));
    g_autoptr(GString) list = g_string_new(NULL);
    for (uint32_t i = 0; i < slice.n; i++) {
        const Target *t = &g_array_index(b->target, Target, slice.first + i);
        g_string_append_printf(list, "%s%s%s%s", i ? " " : "", t->file ? t->file : "", t->file ? "#" : "", t->text);
    }
    g_assert_cmpstr(list->str, ==, expected);
}

static void test_targets(void)
{
    assert_targets("#a", "a");
    assert_targets("  #a\t#b\n#c ", "a b c");
    assert_targets("a", "a");
    assert_targets("", "");
    assert_targets("#", "");
    assert_targets("# #a #", "a");
    assert_targets("b.xml#x", "letters/1954/b.xml#x");
    assert_targets("../1955/b.xml#x", "letters/1955/b.xml#x");
    assert_targets("../../../b.xml#x", "../b.xml#x");
    assert_targets("/etc/b.xml#x", "/etc/b.xml#x");
    assert_targets("b.xml#", "");
    assert_targets("http://example.org/who#x", "http://example.org/who#x");
    assert_targets("http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q1");
    assert_targets("#tô-lâm", "tô-lâm");
}

static void test_claims_and_dates(void)
{
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) b = builder_new(&options, diagnostics);
    const char *id = pool_string(b->pool, "x");
    builder_add_document(b, "a.xml", "a.xml");
    g_assert_true(builder_claim(b, id, (Place){"a.xml", 0, 0}));
    g_assert_false(builder_claim(b, id, (Place){"a.xml", 9, 1}));
    builder_add_document(b, "b.xml", "b.xml");
    g_assert_true(builder_claim(b, id, (Place){"b.xml", 1, 1}));
    g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_DUPLICATE_ID), ==, 1);
    g_assert_true(date_is_unknown(builder_date(b, "", 0, (Place){0})));
    g_assert_false(date_is_unknown(builder_date(b, " 2021-06 x", 8, (Place){0})));
    g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_BAD_DATE), ==, 0);
    g_assert_true(date_is_unknown(builder_date(b, "2021-02-30", 10, (Place){0})));
    g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_BAD_DATE), ==, 1);
}

static void test_rewind(void)
{
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) b = builder_new(&options, diagnostics);
    builder_add_document(b, "a.b.xml", "a.b.xml");
    BuilderMark mark = builder_mark(b);
    DocumentId d = builder_add_document(b, ".hidden", ".hidden");
    g_assert_cmpstr(builder_document(b, d)->id, ==, ".hidden");
    builder_add_passage(b, PASSAGE_SCENE, d, (Place){0});
    builder_add_targets(b, d, "#a #b", 5);
    builder_rewind(b, &mark);
    g_assert_cmpuint(b->document->len, ==, 1);
    g_assert_cmpuint(b->passage->len + b->target->len, ==, 0);
    g_assert_cmpstr(builder_document(b, document_id_of(0))->id, ==, "a.b");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/builder/path", test_path);
    g_test_add_func("/builder/targets", test_targets);
    g_test_add_func("/builder/claims-and-dates", test_claims_and_dates);
    g_test_add_func("/builder/rewind", test_rewind);
    return g_test_run();
}
