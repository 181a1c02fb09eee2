/* test_json_values.c - one JSON value after another, whatever the pieces they come in; places of what is in them. */
#include "error.h"
#include "failure.h"
#include "json_values.h"
#include "support.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The values of a text as "v|v|", then the failure's code. */
static char *cut(const char *text, size_t chunk)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "t.jsonl", text);
    int fd = open(path, O_RDONLY);
    Source source = {.path = path, .name = "t.jsonl", .fd = fd, .head = "", .chunk = chunk};
    g_autoptr(JsonValues) values = json_values_new(&source);
    g_autoptr(GError) error = NULL;
    GString *out = g_string_new(NULL);
    size_t n;
    for (const char *value; (value = json_values_next(values, &n, &error));) {
        Place p = json_values_place(values, 0);
        g_string_append_printf(out, "%u:%u %.*s|", p.line, p.column, (int)n, value);
    }
    if (error) {
        Failure f = failure_of(error);
        g_string_append_printf(out, "%s %u:%u", f.code, f.place.line, f.place.column);
    } else {
        g_assert_cmpuint(json_values_n_bytes(values), ==, strlen(text));
    }
    close(fd);
    support_remove_folder(folder);
    return g_string_free(out, FALSE);
}

static void test_cut(void)
{
    static const char *const told[][2] = {
        {"", ""},
        {"{}", "1:1 {}|"},
        {"\xEF\xBB\xBF{\"a\":1}\r\n\n {\"b\":2}\n", "1:1 {\"a\":1}|3:2 {\"b\":2}|"},
        {"[{\"a\":1},\n {\"b\":[2]}]\n", "1:2 {\"a\":1}|2:2 {\"b\":[2]}|"},
        {"[{}]\n[{}]", "1:2 {}|2:2 {}|"},
        {"{\n \"a\": \"x}]\\\"\\\\\"\n}", "1:1 {\n \"a\": \"x}]\\\"\\\\\"\n}|"},
        {"{\"é\":1} 12 \"x\"", "1:1 {\"é\":1}|1:9 12|1:12 \"x\"|"},
        {"{\"a\": 1", "truncated 1:1"},
        {"{\"a\": \"x", "truncated 1:7"},
        {"{\"a\": \"x\n\"}", "malformed 1:9"},
        {"[{}", "1:2 {}|truncated 1:4"},
        {"}", "malformed 1:1"},
        {"{}}", "1:1 {}|malformed 1:3"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        for (size_t chunk = 1; chunk < 12; chunk += 5) {
            g_autofree char *found = cut(told[i][0], chunk);
            g_assert_cmpstr(found, ==, told[i][1]);
        }
    }
}

static void test_deep(void)
{
    g_autofree char *open = g_strnfill(JSON_DEEPEST + 1, '['), *text = g_strconcat("{\"a\":", open, NULL);
    g_autofree char *found = cut(text, 0);
    g_assert_true(g_str_has_prefix(found, "too-deep 1:"));
}

static void test_elements(void)
{
    static const char text[] =
        "\n{\"text\": \"é [1]\", \"x\": {\"ents\": [7]},\n  \"ents\": [[0, 1, \"A\"], {\"b\": [1, 2]},\n12],"
        " \"none\": []}";
    Source source = {.path = "t", .name = "t", .fd = -1, .head = text, .n_head = sizeof text - 1};
    g_autoptr(JsonValues) values = json_values_new(&source);
    size_t n;
    g_assert_nonnull(json_values_next(values, &n, NULL));
    static const struct {
        const char *key;
        size_t element;
        uint32_t line, column;
    } told[] = {{"ents", 0, 3, 12}, {"ents", 1, 3, 25}, {"ents", 2, 4, 1},        {"ents", 3, 3, 3},
                {"none", 0, 4, 6},  {"gone", 0, 2, 1},  {"ents", SIZE_MAX, 3, 3}, {"text", 0, 2, 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        Place p = json_values_element(values, told[i].key, told[i].element);
        g_assert_cmpuint(p.line, ==, told[i].line);
        g_assert_cmpuint(p.column, ==, told[i].column);
    }
    g_assert_null(json_values_next(values, &n, NULL));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json-values/cut", test_cut);
    g_test_add_func("/json-values/deep", test_deep);
    g_test_add_func("/json-values/elements", test_elements);
    return g_test_run();
}
