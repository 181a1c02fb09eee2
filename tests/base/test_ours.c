/* test_ours.c - our own files are known again, others are not. */
#include "ours.h"
#include "support.h"
#include <string.h>

static bool may_replace(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = support_file(folder, name, text);
    return ours_may_replace(path);
}

static void test_by_content(void)
{
    char *folder = support_folder();
    g_autofree char *blanks = g_strnfill(5000, ' ');
    g_autofree char *late = g_strconcat(blanks, "entente", NULL), *pdf = g_strconcat("%PDF-1.5\n", late, NULL);
    g_autofree char *missing = g_build_filename(folder, "missing", NULL);
    g_assert_true(may_replace(folder, "a", "<!-- entente 0.1.0 -->"));
    g_assert_true(may_replace(folder, "empty", ""));
    g_assert_false(may_replace(folder, "b", "something else"));
    g_assert_false(may_replace(folder, "c", "entent"));
    g_assert_false(may_replace(folder, "late", late));
    g_assert_true(may_replace(folder, "late.pdf", pdf));
    g_assert_false(ours_may_replace(missing));
    g_assert_false(ours_may_replace(folder));
    support_remove_folder(folder);
}

static void test_by_sidecar(void)
{
    char *folder = support_folder();
    g_assert_false(may_replace(folder, "x-nodes.csv", "Id,Label\n"));
    g_autofree char *sidecar = support_file(folder, "x-provenance.txt", "entente 0.1.0");
    g_assert_nonnull(sidecar);
    g_assert_true(may_replace(folder, "x-nodes.csv", "Id,Label\n"));
    g_assert_true(may_replace(folder, "x.tsv", "rank\n"));
    g_assert_false(may_replace(folder, "y.tsv", "rank\n"));
    g_assert_false(may_replace(folder, "-nodes.csv", "Id\n"));
    g_autofree char *empty = support_file(folder, "y-provenance.txt", "");
    g_assert_nonnull(empty);
    g_assert_false(may_replace(folder, "y.tsv", "rank\n")); /* an empty note proves nothing */
    support_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ours/by-content", test_by_content);
    g_test_add_func("/ours/by-sidecar", test_by_sidecar);
    return g_test_run();
}
