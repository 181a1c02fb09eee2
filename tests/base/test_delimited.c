/* test_delimited.c - tables with quotes, odd line ends and dirt, each field at its place. */
#include "delimited.h"
#include "error.h"
#include "support.h"
#include <string.h>

/* The rows as "field|field;" text, the number of fields in front where it differs from the header's. */
static char *read_all(const char *text, size_t length, GError **error)
{
    g_autoptr(Delimited) d = delimited_memory("t", text, length, error);
    if (!d)
        return NULL;
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < delimited_n_columns(d); i++)
        g_string_append_printf(out, "%s%s", i ? "|" : "", delimited_column(d, i));
    GError *failure = NULL;
    for (size_t n; delimited_next(d, &n, &failure);) {
        g_string_append_c(out, ';');
        if (n != delimited_n_columns(d))
            g_string_append_printf(out, "%zu:", n);
        for (size_t i = 0; i < MAX(n, delimited_n_columns(d)); i++)
            g_string_append_printf(out, "%s%s", i ? "|" : "", delimited_field(d, (int)i));
    }
    if (failure)
        g_propagate_error(error, failure);
    return g_string_free(out, FALSE);
}

static void check(const char *text, const char *expected)
{
    GError *error = NULL;
    g_autofree char *rows = read_all(text, strlen(text), &error);
    g_assert_no_error(error);
    g_assert_cmpstr(rows, ==, expected);
}

static void test_rows(void)
{
    check("actor\tevent\nA\tE1\n", "actor|event;A|E1");
    check("actor,event\nA,E1", "actor|event;A|E1");
    check("actor;event\nA;E1\n", "actor|event;A|E1");
    check("actor;event,x;y\nA;B;C\n", "actor|event,x|y;A|B|C");
    check("name\nA, B\n", "name;A, B"); /* one column: tab */
    check("a,b\n", "a|b");
    check("a,b\n,\n", "a|b;|");
    check("a,b\n1,\n", "a|b;1|");
    check("a,b\n1,", "a|b;1|");
    check("a,b\n1\n1,2,3\n", "a|b;1:1|;3:1|2|3");
    check("a,b\n  x  ,\ty \n", "a|b;x|y");
}

static void test_line_ends_and_beginnings(void)
{
    check("\xEF\xBB\xBF"
          "a,b\r\n1,2\r\n",
          "a|b;1|2");
    check("a,b\r1,2\r3,4", "a|b;1|2;3|4");
    check("a,b\n\n\r\n1,2\n\n", "a|b;1|2");
    check("# made by hand\n\n#, more\na,b\n#1,2\n", "a|b;#1|2");
    check("\xEF\xBB\xBF# note\na,b\n1,2\n", "a|b;1|2");
}

static void test_quotes(void)
{
    check("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n", "a|b;x,y|he said \"no\"");
    check("a,b\n\"two\nlines\",2\n", "a|b;two\nlines|2");
    check("a,b\n\"\",2\n", "a|b;|2");
    check("a,b\nx \"y\" z,2\n", "a|b;x \"y\" z|2");
    check("\"a,b\",c\n1,2\n", "a,b|c;1|2");
    check("a\tb\n\"x\ty\"\t2\n", "a|b;x\ty|2");
    check("a\tb\n\"No\" she said\t2\n", "a|b;\"No\" she said|2"); /* unquoted TSV */
    check("a\tb\n5\" gun\t2\n", "a|b;5\" gun|2");
}

static void check_error(const char *text, size_t n, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_free(read_all(text, n, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_test_message("%s", error->message);
    g_assert_true(g_str_has_prefix(error->message, expected));
}

static void test_errors(void)
{
    check_error("", 0, "t: error: it is empty");
    check_error("\n\n# only a note\n", 15, "t: error: it is empty");
    check_error("a,b\n1,\"open\nand on\n", 19, "t:2:3: error: the quoted field");
    check_error("a,b\n\"x\"y,2\n", 11, "t:2:4: error: text after");
    check_error("a,b\n1,x\0y\n", 10, "t:2:4: error: a control character");
    check_error("a,b\nTô,x\x1By\n", 12, "t:2:5: error: a control character");
    check_error("a,b\nTô,T\xF4\n", 11, "t:2:5: error: not valid UTF-8");
    check_error("a,b\n1,\"\"\"\n\xFF\"\n", 13, "t:3:1: error: not valid UTF-8");
    check_error("a,b\n1,\"\"\"\xFF\"\n", 12, "t:2:6: error: not valid UTF-8");
    check_error("a\xFF,b\n", 5, "t:1:2: error: not valid UTF-8");
}

static void test_bounds(void)
{
    g_autofree char *commas = g_strnfill(10000, ',');
    g_autofree char *wide = g_strconcat("a,b\n", commas, "\n", NULL);
    check_error(wide, strlen(wide), "t:2:10001: error: more than 10,000 fields");
    g_autofree char *most = g_strconcat("a,b\n", commas + 1, "\n", NULL);
    g_autofree char *rows = read_all(most, strlen(most), NULL);
    g_assert_true(g_str_has_prefix(rows, "a|b;10000:"));
    g_autofree char *long_text = g_strnfill(17 * 1024 * 1024, 'x');
    g_autofree char *long_row = g_strconcat("a,b\n1,", long_text, NULL);
    check_error(long_row, strlen(long_row), "t:2:1: error: a row of more than 16 MB");
    g_autofree char *long_quote = g_strconcat("a,b\n1,\"", long_text, "\"", NULL);
    check_error(long_quote, strlen(long_quote), "t:2:3: error: the quoted field");
}

static void check_place(const Delimited *d, int column, uint32_t line, uint32_t at)
{
    Place place = delimited_place(d, column);
    g_assert_cmpstr(place.path, ==, "t");
    g_assert_cmpuint(place.line, ==, line);
    g_assert_cmpuint(place.column, ==, at);
}

static void test_places(void)
{
    static const char text[] = "# note\na,b,c\nTô Lâm,\"x\r\ny\",  z\r\n\n日本,2\n";
    g_autoptr(Delimited) d = delimited_memory("t", text, strlen(text), NULL);
    check_place(d, 2, 2, 5);
    g_assert_true(delimited_next(d, NULL, NULL));
    check_place(d, 0, 3, 1);
    check_place(d, 1, 3, 8);
    check_place(d, 2, 4, 6); /* behind the blanks */
    g_assert_cmpstr(delimited_field(d, 2), ==, "z");
    check_place(d, -1, 3, 1);
    g_assert_true(delimited_next(d, NULL, NULL));
    check_place(d, 1, 6, 4);
    check_place(d, 2, 6, 1); /* missing: the row */
    g_assert_cmpstr(delimited_field(d, 2), ==, "");
    g_assert_cmpstr(delimited_field(d, -1), ==, "");
    g_assert_false(delimited_next(d, NULL, NULL));
    g_assert_false(delimited_next(d, NULL, NULL));
}

static void test_find(void)
{
    static const char text[] = "Actor , EVENT,role\n";
    static const char *const actor[] = {"person", "actor", NULL}, *const event[] = {"event", NULL},
                             *const none[] = {"status", NULL};
    g_autoptr(Delimited) d = delimited_memory("t", text, strlen(text), NULL);
    g_assert_cmpint(delimited_find(d, actor), ==, 0);
    g_assert_cmpint(delimited_find(d, event), ==, 1);
    g_assert_cmpint(delimited_find(d, none), ==, -1);
}

/* Larger than the reader's chunk, with fields and quotes across its borders. */
static void test_file_larger_than_chunk(void)
{
    char *folder = support_folder();
    g_autoptr(GString) text = g_string_new("actor,event\r\n");
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(text, "\"Nguyễn, %d\",e%d\r\n", i, i % 7);
    g_autofree char *path = support_file(folder, "t.csv", text->str);
    GError *error = NULL;
    g_autoptr(Delimited) d = delimited_open(path, &error);
    g_assert_no_error(error);
    int i = 0;
    for (size_t n; delimited_next(d, &n, &error); i++) {
        g_autofree char *expected = g_strdup_printf("Nguyễn, %d", i);
        g_assert_cmpuint(n, ==, 2);
        g_assert_cmpstr(delimited_field(d, 0), ==, expected);
        g_assert_cmpuint(delimited_place(d, 1).line, ==, (unsigned)i + 2);
        g_assert_cmpuint(delimited_place(d, 1).column, ==, strlen(expected) - 2 + 4);
    }
    g_assert_no_error(error);
    g_assert_cmpint(i, ==, 20000);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
    g_assert_cmpstr(delimited_digest(d), ==, digest);
    support_remove_folder(folder);
}

static void test_long_header(void)
{
    g_autoptr(GString) text = g_string_new("first");
    for (int i = 0; i < 9000; i++)
        g_string_append_printf(text, ",column%d", i);
    g_string_append(text, "\n1,2\n");
    g_autoptr(Delimited) d = delimited_memory("t", text->str, text->len, NULL);
    g_assert_cmpuint(delimited_n_columns(d), ==, 9001);
}

static void test_unreadable(void)
{
    char *folder = support_folder();
    g_autofree char *missing = g_build_filename(folder, "missing.csv", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_null(delimited_open(missing, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_assert_nonnull(strstr(error->message, "missing.csv"));
    g_clear_error(&error);
    g_assert_null(delimited_open(folder, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    support_remove_folder(folder);
}

static void test_digest_of_memory(void)
{
    g_autoptr(Delimited) d = delimited_memory("t", "a\n1\n", 4, NULL);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, "a\n1\n", 4);
    g_assert_cmpstr(delimited_digest(d), ==, digest);
    g_assert_cmpstr(delimited_digest(d), ==, digest);
}

/* What we write is what we read, as far as the format can carry it. */
static void test_write_field(void)
{
    static const struct {
        const char *text, *csv, *tsv;
    } cases[] = {{"plain", "plain", "plain"},
                 {"", "", ""},
                 {"a,b", "\"a,b\"", "a,b"},
                 {"a\tb", "a\tb", "a b"},
                 {"say \"no\"", "\"say \"\"no\"\"\"", "say \"no\""},
                 {"\"no\"", "\"\"\"no\"\"\"", "\"\"\"no\"\"\""},
                 {"two\nlines", "\"two\nlines\"", "two lines"},
                 {"cr\r", "\"cr\r\"", "cr "}};
    char *folder = support_folder();
    g_autofree char *path = g_build_filename(folder, "f", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        for (int kind = DELIMITED_TSV; kind <= DELIMITED_CSV; kind++) {
            g_autofree char *text = NULL;
            g_autoptr(Output) output = output_open(path, true, NULL);
            delimited_write_field(output, (DelimitedKind)kind, cases[i].text);
            g_assert_true(output_commit(output, NULL));
            g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
            g_assert_cmpstr(text, ==, kind == DELIMITED_TSV ? cases[i].tsv : cases[i].csv);
        }
    }
    support_remove_folder(folder);
    check("a,b\n\"\"\"no\"\"\",\"two\nlines\"\n", "a|b;\"no\"|two\nlines");
    check("a\tb\n\"\"\"no\"\"\"\tsay \"no\"\n", "a|b;\"no\"|say \"no\"");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/delimited/rows", test_rows);
    g_test_add_func("/delimited/line-ends-and-beginnings", test_line_ends_and_beginnings);
    g_test_add_func("/delimited/quotes", test_quotes);
    g_test_add_func("/delimited/errors", test_errors);
    g_test_add_func("/delimited/bounds", test_bounds);
    g_test_add_func("/delimited/places", test_places);
    g_test_add_func("/delimited/find", test_find);
    g_test_add_func("/delimited/file-larger-than-chunk", test_file_larger_than_chunk);
    g_test_add_func("/delimited/long-header", test_long_header);
    g_test_add_func("/delimited/unreadable", test_unreadable);
    g_test_add_func("/delimited/digest-of-memory", test_digest_of_memory);
    g_test_add_func("/delimited/write-field", test_write_field);
    return g_test_run();
}
