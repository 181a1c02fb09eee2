/* test_lists.c - stop phrases, months, labels of lines, and what a user's folder adds to them. */
#include "lists.h"
#include <glib/gstdio.h>
#include <string.h>

static Lists *built_in;

static const StopPhrase *stop(const Lists *l, const char *line) { return lists_stop_phrase(l, line, strlen(line)); }

static FieldMeaning field(const Lists *l, const char *line, const char *want)
{
    size_t value = 0;
    FieldMeaning m = lists_field(l, line, strlen(line), &value);
    if (m != FIELD_NONE)
        g_assert_cmpstr(line + value, ==, want);
    return m;
}

static void test_phrases(void)
{
    g_assert_nonnull(stop(built_in, "Related News"));
    g_assert_nonnull(stop(built_in, "  RELATED NEWS: ")); /* case and marks do not matter */
    g_assert_null(stop(built_in, "The harbour related news of other days"));
    g_assert_null(stop(built_in, ""));
    g_assert_null(stop(built_in, "…"));
    g_autofree char *wide = g_strnfill(200, 'x');
    g_assert_null(stop(built_in, wide));
}

static void test_months(void)
{
    g_assert_cmpuint(lists_month(built_in, "March", 5), ==, 3);
    g_assert_cmpuint(lists_month(built_in, "DEC", 3), ==, 12);
    g_assert_cmpuint(lists_month(built_in, "Marching", 8), ==, 0);
    g_assert_cmpuint(lists_month(built_in, "", 0), ==, 0);
}

static void test_fields(void)
{
    g_assert_cmpint(field(built_in, "BYLINE: By Ada Roa", "By Ada Roa"), ==, FIELD_BYLINE);
    g_assert_cmpint(field(built_in, "He said: no", ""), ==, FIELD_NONE);
    g_assert_cmpint(field(built_in, ":", ""), ==, FIELD_NONE);
    g_assert_cmpint(field(built_in, "", ""), ==, FIELD_NONE);
    size_t value;
    g_assert_cmpint(lists_field(built_in, "AB", 2, &value), ==, FIELD_NONE); /* shorter than a Factiva label */
}

static void write(const char *folder, const char *name, const char *text)
{
    g_autofree char *file = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(file, text, -1, NULL));
}

static void remove_all(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *n = g_dir_read_name(dir); n; n = g_dir_read_name(dir)) {
        g_autofree char *file = g_build_filename(folder, n, NULL);
        g_unlink(file);
    }
    g_dir_close(dir);
    g_rmdir(folder);
}

static void test_own_tables(void)
{
    g_autofree char *folder = g_dir_make_tmp("lists-XXXXXX", NULL);
    g_autoptr(GError) error = NULL;
    write(folder, "stop-phrases.tsv", "phrase\thow\tzone\treach\nHarbour notices\tstart\tboilerplate\trest\n");
    write(folder, "months.tsv", "name\tmonth\nthaw\t4\n");
    write(folder, "article-fields.tsv", "label\tmeaning\nskipper\tbyline\n");
    write(folder, "stop-words.tsv", "language\twords\nen\tahoy\nqaa\tblub blab\n");
    g_autoptr(Lists) own = lists_new(folder, &error);
    g_assert_no_error(error);
    g_assert_nonnull(stop(own, "Harbour notices of today"));
    g_assert_true(stop(own, "Harbour notices")->rest);
    g_assert_null(stop(built_in, "Harbour notices"));
    g_assert_nonnull(stop(own, "Related News"));
    g_assert_cmpuint(lists_month(own, "Thaw", 4), ==, 4);
    g_assert_cmpuint(lists_month(own, "March", 5), ==, 3);
    g_assert_cmpint(field(own, "Skipper: Roa", "Roa"), ==, FIELD_BYLINE);
    g_assert_cmpuint(own->language->len, ==, built_in->language->len + 1); /* more words of English are no language */

    write(folder, "months.tsv", "name\tnumber\nthaw\t4\n");
    g_assert_null(lists_new(folder, &error));
    g_assert_nonnull(strstr(error->message, "month"));
    remove_all(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    built_in = lists_new(NULL, NULL);
    g_test_add_func("/lists/phrases", test_phrases);
    g_test_add_func("/lists/months", test_months);
    g_test_add_func("/lists/fields", test_fields);
    g_test_add_func("/lists/own-tables", test_own_tables);
    int status = g_test_run();
    lists_free(built_in);
    return status;
}
