/* test_reference.c - the tables of data/ are in the program and can be read. */
#include "delimited.h"
#include "error.h"
#include "reference.h"
#include "reference_data.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void test_unknown_table(void)
{
    size_t n = 7;
    g_assert_null(reference_table("no-such-table", &n));
    g_assert_cmpuint(n, ==, 0);
}

static void test_same_as_file(void)
{
    size_t n;
    const char *table = reference_table("organisation-kinds", &n);
    g_assert_nonnull(table);
    g_autofree char *text = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(ENTENTE_SOURCE_DIR "/data/organisation-kinds.tsv", &text, &length, NULL));
    g_assert_cmpmem(table, n, text, length);
    g_assert_cmpint(table[n], ==, '\0');
}

/* data/README.md: tab-separated, as many fields in every row, sorted by the first column. */
static void test_every_table_is_well_formed(void)
{
    for (const ReferenceData *table = reference_data; table->name; table++) {
        GError *error = NULL;
        g_autoptr(Delimited) d = delimited_memory(table->name, table->text, table->n, &error);
        g_assert_no_error(error);
        size_t n_fields, n_rows = 0;
        g_autofree char *last = g_strdup("");
        while (delimited_next(d, &n_fields, &error)) {
            g_test_message("%s: %s", table->name, delimited_field(d, 0));
            g_assert_cmpuint(n_fields, ==, delimited_n_columns(d));
            g_assert_cmpint(strcmp(last, delimited_field(d, 0)), <=, 0);
            g_free(last);
            last = g_strdup(delimited_field(d, 0));
            n_rows++;
        }
        g_assert_no_error(error);
        g_assert_cmpuint(n_rows, >, 0);
    }
}

static void test_organisation_kinds(void)
{
    static const struct {
        const char *kind, *state;
    } expected[] = {{"ministry", "yes"},   {"cert", "yes"},     {"embassy", "yes"}, {"central-bank", "yes"},
                    {"bank", "no"},        {"company", "no"},   {"ngo", "no"},      {"media", "no"},
                    {"secretariat", "no"}, {"university", "no"}};
    size_t n, n_found = 0;
    const char *text = reference_table("organisation-kinds", &n);
    g_autoptr(Delimited) d = delimited_memory("organisation-kinds", text, n, NULL);
    while (delimited_next(d, NULL, NULL)) {
        const char *state = delimited_field(d, 1);
        g_assert_true(strcmp(state, "yes") == 0 || strcmp(state, "no") == 0);
        for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
            if (strcmp(expected[i].kind, delimited_field(d, 0)) == 0) {
                g_assert_cmpstr(state, ==, expected[i].state);
                n_found++;
            }
        }
    }
    g_assert_cmpuint(n_found, ==, G_N_ELEMENTS(expected));
}

static size_t count_rows(const char *name, const char *first)
{
    size_t n, n_rows = 0;
    const char *text = reference_table(name, &n);
    g_autoptr(Delimited) d = delimited_memory(name, text, n, NULL);
    while (delimited_next(d, NULL, NULL))
        n_rows += !first || strcmp(delimited_field(d, 0), first) == 0;
    return n_rows;
}

/* Last: the tables stay extended. */
static void test_extend(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("entente-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "organisation-kinds.tsv", NULL);
    g_assert_true(g_file_set_contents(path, "state,kind\nno,Ministry\nyes,guild\n,ngo\n", -1, NULL));
    size_t before = count_rows("organisation-kinds", NULL);
    g_assert_null(reference_digest());
    g_assert_true(reference_extend(folder, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(strlen(reference_digest()), ==, 64);
    g_assert_cmpuint(count_rows("organisation-kinds", NULL), ==, before); /* one beaten, one gone, two new */
    g_assert_cmpuint(count_rows("organisation-kinds", "ministry"), ==, 0);
    g_assert_cmpuint(count_rows("organisation-kinds", "Ministry"), ==, 1);
    g_assert_cmpuint(count_rows("organisation-kinds", "guild"), ==, 1);
    g_assert_cmpuint(count_rows("organisation-kinds", "ngo"), ==, 0);
    g_assert_true(reference_extend(folder, &error)); /* again: the same */
    g_assert_cmpuint(count_rows("organisation-kinds", NULL), ==, before);
    remove(path);
    rmdir(folder);
    g_assert_false(reference_extend(folder, &error));
    g_assert_true(g_error_matches(error, ENTENTE_ERROR, ERROR_IO));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/reference/unknown-table", test_unknown_table);
    g_test_add_func("/reference/same-as-file", test_same_as_file);
    g_test_add_func("/reference/every-table-is-well-formed", test_every_table_is_well_formed);
    g_test_add_func("/reference/organisation-kinds", test_organisation_kinds);
    g_test_add_func("/reference/extend", test_extend);
    return g_test_run();
}
