/* test_csv.c - CSV: Gephi's headers, RFC 4180, and the backslash that would take a row with it. */
#include "delimited.h"
#include "sample.h"

static void test_headers(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_BIT(MEASURE_DEGREE) | MEASURE_BIT(MEASURE_STRENGTH), false);
    g_autofree char *nodes = sample_write(s, write_csv_nodes, "a-nodes.csv", NULL);
    g_autofree char *edges = sample_write(s, write_csv_edges, "a-edges.csv", NULL);
    g_assert_true(g_str_has_prefix(nodes, "Id,Label,name,type,subtype,country,"));
    g_assert_true(g_str_has_prefix(edges, "Source,Target,Type,Weight,source_label,target_label,n_events,"));
    sample_assert_has(nodes, "\nn0,Nguyễn Văn A,A,official,");
    sample_assert_has(edges, "\nn0,n1,Undirected,1.5,Nguyễn Văn A,B,2,1,2015-04-16,2021-06,talk; drill,");
    s->export.two_mode = true;
    g_autofree char *two_mode = sample_write(s, write_csv_edges, "b-edges.csv", NULL);
    g_assert_true(g_str_has_prefix(two_mode, "Source,Target,Type,source_label,target_label,role,status,"));
    sample_assert_has(two_mode, "\nn0,n4,Undirected,Nguyễn Văn A,Talk on “cyber” & peace,attendee,stated,");
}

/* Gephi guesses whole numbers from the first rows and then drops the fraction of later ones. */
static void test_decimal_point(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    s->selection.weight = WEIGHT_COUNT;
    sample_project(s, MEASURE_BIT(MEASURE_DEGREE) | MEASURE_BIT(MEASURE_STRENGTH), false);
    g_autofree char *edges = sample_write(s, write_csv_edges, "a-edges.csv", NULL);
    g_autofree char *nodes = sample_write(s, write_csv_nodes, "a-nodes.csv", NULL);
    sample_assert_has(edges, "Undirected,2.0,A,B,2,");
    sample_assert_has(nodes, ",2,,,2,3.0"); /* events, degree: whole; strength: not */
}

static void test_read_back(void)
{
    static const char *const name[] = {"ends in \\", "a\\\"b", "one, \"two\"\nthree", "plain \\n"};
    static const char *const there[] = {"ends in \\", "a\\ \"b", "one, \"two\"\nthree", "plain \\n"};
    g_autoptr(Sample) s = sample_new(sample_pairs);
    for (size_t i = 0; i < 4; i++)
        sample_name(s, (const char[]){(char)('A' + i), '\0'}, name[i]);
    sample_project(s, 0, false);
    g_autofree char *path = NULL;
    g_autofree char *text = sample_write(s, write_csv_nodes, "a-nodes.csv", &path);
    g_autoptr(GError) error = NULL;
    g_autoptr(Delimited) rows = delimited_open(path, &error);
    g_assert_no_error(error);
    size_t n, row = 0;
    for (; delimited_next(rows, &n, &error); row++) {
        g_assert_cmpuint(n, ==, delimited_n_columns(rows));
        g_assert_cmpstr(delimited_field(rows, 1), ==,
                        there[row]); /* trimmed: the blank after the last backslash is gone */
    }
    g_assert_no_error(error);
    g_assert_cmpuint(row, ==, 4);
    sample_assert_has(text, "n0,ends in \\ ,A,");
    for (const char *p = strstr(text, "\\"); p; p = strstr(p + 1, "\\"))
        g_assert_false(p[1] == '"' || p[1] == ',');
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    sample_project(s, 0, false);
    g_autofree char *nodes = sample_write(s, write_csv_nodes, "a-nodes.csv", NULL);
    g_autofree char *edges = sample_write(s, write_csv_edges, "a-edges.csv", NULL);
    g_assert_cmpuint(sample_count(nodes, "\n"), ==, 1);
    g_assert_cmpuint(sample_count(edges, "\n"), ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/csv/headers", test_headers);
    g_test_add_func("/write/csv/decimal-point", test_decimal_point);
    g_test_add_func("/write/csv/read-back", test_read_back);
    g_test_add_func("/write/csv/empty", test_empty);
    return g_test_run();
}
