/* test_json_table.c - our table of JSON against jansson: the same is taken and refused, the same stands in it. */
#include "json_table.h"
#include "random.h"
#include <glib.h>
#include <jansson.h>

static void same(const Json *v, const json_t *j)
{
    switch (json_typeof(j)) {
    case JSON_OBJECT: {
        const char *key;
        json_t *value;
        const Json *one = json_begin(v);
        g_assert_cmpuint(v->kind, ==, VALUE_OBJECT);
        g_assert_cmpuint(v->n, ==, json_object_size(j));
        json_object_foreach((json_t *)j, key, value)
        {
            g_assert_cmpstr(one->key, ==, key);
            g_assert_cmpuint(one->n_key, ==, strlen(key));
            g_assert_true(json_member(v, key) == one);
            same(one, value);
            one = json_next(one);
        }
        g_assert_true(one == json_end(v));
        return;
    }
    case JSON_ARRAY: {
        const Json *one;
        uint32_t i;
        g_assert_cmpuint(json_count(v), ==, json_array_size(j));
        JSON_EACH(v, i, one)
        {
            g_assert_true(json_element(v, i) == one);
            same(one, json_array_get(j, i));
        }
        g_assert_true(one == json_end(v));
        g_assert_null(json_element(v, v->n));
        return;
    }
    case JSON_STRING:
        g_assert_cmpmem(json_text(v), v->n, json_string_value(j), json_string_length(j));
        g_assert_cmpint(v->text[v->n], ==, '\0');
        return;
    case JSON_INTEGER:
        g_assert_cmpuint(v->kind, ==, VALUE_WHOLE);
        g_assert_cmpint(v->whole, ==, json_integer_value(j));
        return;
    default:
        g_assert_cmpuint(v->kind, ==, json_is_null(j) ? VALUE_NULL : json_is_boolean(j) ? VALUE_BOOLEAN : VALUE_REAL);
    }
}

/* The bytes end where their room does, so that a look behind them is seen. */
static bool hold_against(JsonTable *t, const char *text, size_t n)
{
    g_autofree char *copy = g_memdup2(text, n);
    json_error_t wrong;
    json_t *j = json_loadb(text, n, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &wrong);
    const Json *v = json_table_read(t, copy, n);
    if (!j != !v)
        g_error("%.*s: %s", (int)n, text, j ? "we alone refuse it" : wrong.text);
    if (v)
        same(v, j);
    json_decref(j);
    return v;
}

static const char *const taken[] = {
    "{}",
    "[]",
    " [ ] ",
    "\"\"",
    "0",
    "-0",
    "-1",
    "1.5",
    "1e3",
    "1E+3",
    "-0.0e-7",
    "true",
    "false",
    "null",
    "[null]",
    "[1,2,[3,[]],{}]",
    "{\"a\":1}",
    "{\"a\":{\"b\":[{\"c\":\"d\"}]},\"e\":[]}",
    "{\"\":\"\"}",
    "\t\r\n {\"a\" : [ 1 , 2 ] }\n",
    "\"plain text of more than eight bytes\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
    "\"\\u0041\\u00e9\\u20ac\\ud83d\\ude0a\"",
    "\"Éva Nagy, 日本, 😊 and more\"",
    "\"1234567\\\"\"",
    "\"12345678\\\"\"",
    "\"\x7f\"",
    "9223372036854775807",
    "-9223372036854775808",
    "123456789012345678",
    "1234567890123456789",
    "0.1234567890123456789",
    "1e308",
    "1e-999",
    "{\"label\":[[0,9,\"PER\"],[14,23,\"ORG\"]],\"text\":\"Anna Kiss met the World Bank\"}",
    "\"\xEF\xBF\xBF\"",
};

static const char *const refused[] = {
    "",
    " ",
    "{",
    "}",
    "[",
    "]",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{,}",
    "{a:1}",
    "{1:1}",
    "\"",
    "\"a",
    "\"\\",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u12G4\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\\ud800x\"",
    "\"\\ud800\\n\"",
    "\"\\ud800\\u0041\"",
    "\"\\udc00\"",
    "\"a\nb\"",
    "\"a\tb\"",
    "\"\x01\"",
    "\"\x80\"",
    "\"\xC3\"",
    "\"\xC0\x80\"",
    "\"\xED\xA0\x80\"",
    "\"\xF4\x90\x80\x80\"",
    "\"\xE2\x82\"",
    "\xEF\xBB\xBF{}",
    "01",
    "-",
    "-01",
    "+1",
    ".5",
    "1.",
    "1.e3",
    "1e",
    "1e+",
    "0x1",
    "1 2",
    "{} {}",
    "tru",
    "truex",
    "True",
    "nul",
    "NaN",
    "Infinity",
    "'a'",
    "[1 2]",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}",
    "9223372036854775808",
    "-9223372036854775809",
    "1e999",
    "-1e999",
    "\v1",
    "1\f",
    "/* a */ 1",
};

static void test_taken_and_refused(void)
{
    JsonTable *t = json_table_new();
    for (size_t i = 0; i < G_N_ELEMENTS(taken); i++)
        g_assert_true(hold_against(t, taken[i], strlen(taken[i])));
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        g_assert_false(hold_against(t, refused[i], strlen(refused[i])));
    g_assert_false(hold_against(t, "\"a\0b\"", 5));
    g_assert_null(json_table_read(t, "1\0", 2)); /* jansson does not see a NUL behind a number */
    json_table_free(t);
}

/* Where keys are many they are told apart by other means. */
static void test_many_keys(void)
{
    JsonTable *t = json_table_new();
    for (unsigned n = 30; n < 36; n++) {
        for (unsigned twice = 0; twice <= n; twice++) {
            g_autoptr(GString) text = g_string_new("{");
            for (unsigned i = 0; i < n; i++)
                g_string_append_printf(text, "\"key %u\":[%u],", i, i);
            g_string_append_printf(text, "\"key %u\":{}}", twice);
            g_assert_true(hold_against(t, text->str, text->len) == (twice == n));
        }
    }
    json_table_free(t);
}

static void test_depth(void)
{
    JsonTable *t = json_table_new();
    for (size_t depth = JSON_DEEPEST - 1; depth <= JSON_DEEPEST + 1; depth++) {
        g_autofree char *open = g_strnfill(depth, '['), *close = g_strnfill(depth, ']');
        g_autofree char *text = g_strconcat(open, close, NULL);
        g_assert_true(!json_table_read(t, text, strlen(text)) == (depth > JSON_DEEPEST));
    }
    json_table_free(t);
}

/* Texts that are taken, with a few bytes changed, dropped or doubled: most become wrong, some other texts. */
static void test_broken(void)
{
    static const char bytes[] = "{}[]:,\"\\u0189-+.eEtrfalsn \t\n\x01\x80\xC3\xE2\xF0\xED\xA0";
    Random r;
    JsonTable *t = json_table_new();
    random_init(&r, 2026, 1);
    unsigned n_taken = 0, n_rounds = 60000;
    for (unsigned round = 0; round < n_rounds; round++) {
        g_autoptr(GString) text = g_string_new(taken[random_below(&r, G_N_ELEMENTS(taken))]);
        for (uint32_t change = 1 + random_below(&r, 3); change > 0 && text->len > 0; change--) {
            uint32_t at = random_below(&r, (uint32_t)text->len);
            char c = bytes[random_below(&r, sizeof bytes - 1)];
            switch (random_below(&r, 4)) {
            case 0:
                text->str[at] = c;
                break;
            case 1:
                g_string_erase(text, at, 1);
                break;
            case 2:
                g_string_insert_c(text, at, c);
                break;
            default:
                g_string_insert_c(text, at, text->str[random_below(&r, (uint32_t)text->len)]);
            }
        }
        n_taken += hold_against(t, text->str, text->len);
    }
    g_assert_cmpuint(n_taken, >, n_rounds / 20);
    g_assert_cmpuint(n_taken, <, n_rounds / 2);
    json_table_free(t);
}

static void test_accessors(void)
{
    JsonTable *t = json_table_new();
    const Json *v = json_table_read(t, "{\"a\":[1,\"b\"]}", 13);
    g_assert_null(json_member(NULL, "a"));
    g_assert_null(json_member(json_member(v, "a"), "a"));
    g_assert_null(json_member(v, "b"));
    g_assert_null(json_element(v, 0));
    g_assert_null(json_text(v));
    g_assert_null(json_text(NULL));
    g_assert_cmpuint(json_count(v), ==, 0);
    g_assert_cmpuint(json_count(NULL), ==, 0);
    g_assert_cmpstr(json_text(json_element(json_member(v, "a"), 1)), ==, "b");
    json_table_free(t);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json-table/taken-and-refused", test_taken_and_refused);
    g_test_add_func("/json-table/many-keys", test_many_keys);
    g_test_add_func("/json-table/depth", test_depth);
    g_test_add_func("/json-table/broken", test_broken);
    g_test_add_func("/json-table/accessors", test_accessors);
    return g_test_run();
}
