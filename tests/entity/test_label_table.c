/* test_label_table.c - labels.tsv: display names that beat the records'. */
#include "error.h"
#include "support.h"
#include "told.h"
#include <string.h>

static const char *const lines[] = {"document|a.xml", "record|SG|country|Republic of Singapore",
                                    "record|ID|country|Indonesia", "record|ID|agency|Ida", NULL};

static void test_override(void)
{
    char *folder = support_folder();
    g_autofree char *path =
        support_file(folder, "labels.tsv", "id\tlabel\ttype\nSG\tSingapore\t\nID\tI. D. A.\tagency\nXX\tNobody\t\n");
    g_autoptr(Told) t = told_new(lines);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    GError *error = NULL;
    g_autoptr(Cast) cast = cast_resolve(t->corpus, (const char *const[]){path}, 1, diagnostics, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(cast->n_actors, ==, 3);
    g_assert_cmpstr(cast->actor[0].label, ==, "I. D. A.");
    g_assert_cmpstr(cast->actor[1].label, ==, "Indonesia"); /* the row is of another type */
    g_assert_cmpstr(cast->actor[2].label, ==, "Singapore");
    g_assert_cmpuint(cast->actor[2].names.n, ==, 2); /* the record's name stays a name */
    g_assert_cmpstr(cast->name[cast->actor[2].names.first + 1], ==, "Republic of Singapore");
    support_remove_folder(folder);
}

static void fails(const char *path, const char *word)
{
    g_autoptr(Told) t = told_new(lines);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GError) error = NULL;
    g_assert_null(cast_resolve(t->corpus, (const char *const[]){path}, 1, diagnostics, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_assert_nonnull(strstr(error->message, word));
}

static void test_failures(void)
{
    char *folder = support_folder();
    g_autofree char *no_label = support_file(folder, "a.tsv", "id\tname of it\nSG\tSingapore\n");
    g_autofree char *not_utf8 = support_file(folder, "b.tsv", "id\tlabel\nSG\t\xff\n");
    g_autofree char *missing = g_build_filename(folder, "none.tsv", NULL);
    fails(no_label, "columns id and label");
    fails(not_utf8, "b.tsv");
    fails(missing, "none.tsv");
    support_remove_folder(folder);
}

static void test_beside_inputs(void)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "labels.tsv", "id\tlabel\n");
    g_auto(GStrv) found = cast_label_files((const char *const[]){"nowhere", path, folder}, 3);
    g_assert_cmpuint(g_strv_length(found), ==, 1);
    g_assert_cmpstr(found[0], ==, path);
    support_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/label-table/override", test_override);
    g_test_add_func("/label-table/failures", test_failures);
    g_test_add_func("/label-table/beside-inputs", test_beside_inputs);
    return g_test_run();
}
