/* test_page.c - the page holds what it should, its policy fits its code, and no name gets out of the data. */
#include "page.h"
#include "sample.h"

enum { SHELL_LIMIT = 80 * 1024 };

static char *page_of(Sample *s, const PageLevel *level, const char *title)
{
    Page page = {.title = title, .caption = "entente 0.1.0 · test", .level = level, .n_levels = 1};
    g_autofree char *path = g_build_filename(s->folder, "page.html", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) out = output_open(path, true, &error);
    g_assert_no_error(error);
    g_assert_true(page_write(&page, out, &error));
    g_assert_true(output_commit(out, &error));
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, &error));
    return text;
}

static PageLevel level_of(Sample *s)
{
    return (PageLevel){.network = s->network, .scores = s->scores, .layout = &s->layout};
}

/* What stands between begin and the end that follows it, from the last place where begin stands. */
static char *between(const char *text, const char *begin, const char *end)
{
    const char *at = g_strrstr(text, begin);
    g_assert_nonnull(at);
    at += strlen(begin);
    return g_strndup(at, (gsize)(strstr(at, end) - at));
}

static void policy_holds(const char *text, const char *element)
{
    g_autofree char *open = g_strdup_printf("<%s>", element), *close = g_strdup_printf("</%s>", element);
    g_autofree char *code = between(text, open, close);
    guint8 digest[32];
    gsize n = sizeof digest;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)code, -1);
    g_checksum_get_digest(sum, digest, &n);
    g_autofree char *base64 = g_base64_encode(digest, n);
    g_autofree char *source = g_strdup_printf("%s-src 'sha256-%s'", element, base64);
    sample_assert_has(text, source);
}

static void test_whole(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    PageLevel level = level_of(s);
    g_autofree char *text = page_of(s, &level, "A small <world>");
    policy_holds(text, "script");
    policy_holds(text, "style");
    sample_assert_has(text, "default-src 'none'");
    sample_assert_has(text, "<title>A small &lt;world&gt;</title>");
    sample_assert_has(text, "Nguyễn Văn A");
    sample_assert_lacks(text, "{{");
    sample_assert_lacks(text, "unsafe-inline");
    sample_assert_lacks(text, "src=\"http");
    sample_assert_has(text, "A \\u0026 B met; \\u003cboth\\u003e said \\\"yes\\\".");
    /* two shared events: talk of two, drill of three */
    sample_assert_has(text, "\"tie\":[0,1,1.5,");
    sample_assert_has(text, "\"kin\":false");
    char first[4097] = "";
    memcpy(first, text, 4096);
    sample_assert_has(first, "entente"); /* by this word it is known as ours */
}

static void test_same_twice(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    PageLevel level = level_of(s);
    g_autofree char *one = page_of(s, &level, "t"), *two = page_of(s, &level, "t");
    g_assert_cmpstr(one, ==, two);
}

static void test_hostile(void)
{
    static const char *const name[] = {"</script><script>alert(1)</script>",
                                       "\"'\\ {{script}} <!-- <script",
                                       ("\xe2\x80\xae"
                                        "gpj.exe"),
                                       "\x01\x7f tab\tline\nend",
                                       "مرحبا",
                                       "]]> &lt;"};
    g_autoptr(Sample) s = sample_new(sample_pairs);
    static const char *const id[] = {"A", "B", "C", "D"};
    for (size_t i = 0; i < G_N_ELEMENTS(id); i++)
        sample_name(s, id[i], name[i]);
    sample_event(s, "talk")->label = sample_text(s, name[4]);
    sample_event(s, "drill")->label = sample_text(s, name[0]);
    sample_sentence(s, "A", "talk", name[0]);
    sample_project(s, MEASURE_SET_ALL, true);
    PageLevel level = level_of(s);
    g_autofree char *text = page_of(s, &level, name[0]);
    g_assert_cmpuint(sample_count(text, "</script"), ==, 2);
    g_assert_cmpuint(sample_count(text, "<script"), ==, 2);
    g_autofree char *data = between(text, "type=\"application/json\">", "</script>");
    g_assert_null(strchr(data, '<'));
    for (const char *p = data; *p; p++)
        g_assert_true((unsigned char)*p >= 0x20 || *p == '\n'); /* new lines stand between rows only */
    sample_assert_lacks(data, "\xe2\x80\xae");
    sample_assert_has(data, "مرحبا");
    sample_assert_has(data, "{{script}}");
    policy_holds(text, "script");
}

static void test_text(void)
{
    g_auto(Line) line = {0};
    page_text(&line, NULL);
    page_text(&line, "");
    page_text(&line, "\xff\"\\\b</");
    g_assert_cmpstr(line.text, ==, "null\"\"\"\xef\xbf\xbd\\\"\\\\\\u0008\\u003c/\"");
}

/* The shell is what every page carries, whatever it shows. */
static void test_shell(void)
{
    g_autoptr(Sample) s = sample_small(0, true);
    PageLevel level = level_of(s);
    g_autofree char *text = page_of(s, &level, "t");
    g_autofree char *data = between(text, "type=\"application/json\">", "</script>");
    g_test_message("shell: %zu bytes", strlen(text) - strlen(data));
    g_assert_cmpuint(strlen(text) - strlen(data), <, SHELL_LIMIT);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/whole", test_whole);
    g_test_add_func("/page/same-twice", test_same_twice);
    g_test_add_func("/page/hostile", test_hostile);
    g_test_add_func("/page/text", test_text);
    g_test_add_func("/page/shell", test_shell);
    return g_test_run();
}
