/* test_dossier.c - one text, two renderings: hostile words stay words, and every part is there in both. */
#include "dossier.h"
#include "support.h"

#include <string.h>

static const char hostile[] = "</script><b onload=x>\"'&amp; | *x* `y` [z](q)\x01\n# \xE2\x80\xAE" "rtl שלום";

static Scene *picture(void)
{
    Scene *scene = scene_new();
    scene->title = g_strdup("");
    scene->caption = g_strdup("");
    scene->description = g_strdup("a picture of | nothing");
    scene->width = scene->height = 10;
    return scene;
}

static Dossier *made(void)
{
    Dossier *d = dossier_new(hostile, "3 actors", "entente 0.1.0 · --level all");
    dossier_say(d, "%s", "1. not a list");
    dossier_section(d, "one", "Part & one");
    dossier_picture(d, "network", "The network", picture());
    dossier_table(d, "A table");
    dossier_column(d, "name", false);
    dossier_column(d, "n", true);
    dossier_cell(d, hostile);
    dossier_cell(d, "3");
    dossier_cell(d, NULL);
    dossier_cell(d, "4");
    dossier_note(d, "small print");
    dossier_section(d, "two", "Part two");
    dossier_topic(d, "A – B");
    Mark mark[] = {{4, 7}, {13, 18}};
    Quote quote = {.text = "The <b> and  * x * met.", .mark = mark, .n_marks = 2};
    Document document = {.name = "a.xml", .outlet = "Nhân Dân", .url = "javascript:alert(1)", .title = "A_title"};
    g_assert_true(date_parse("2021-06-24", &document.date));
    dossier_quotation(d, &quote, &document);
    document.url = "https://example.org/a?b=\"c\">&d=(e)";
    dossier_quotation(d, &quote, &document);
    return d;
}

static char *rendered(const Dossier *d, bool markdown, const char *name)
{
    char *folder = support_folder();
    g_autofree char *path = g_build_filename(folder, "page", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) out = output_open(path, false, &error);
    g_assert_no_error(error);
    if (markdown)
        dossier_markdown(d, name, out);
    else
        dossier_html(d, out);
    g_assert_true(output_commit(out, &error));
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    support_remove_folder(folder);
    return text;
}

static void has(const char *text, const char *part)
{
    if (!strstr(text, part))
        g_error("no “%s” in\n%s", part, text);
}

static void has_not(const char *text, const char *part)
{
    if (strstr(text, part))
        g_error("“%s” in\n%s", part, text);
}

static void test_html(void)
{
    g_autoptr(Dossier) d = made();
    g_autofree char *html = rendered(d, false, NULL);
    static const char *const wanted[] = {
        "<html lang=\"en\">",
        "default-src 'none'; style-src 'sha256-",
        "&lt;/script&gt;&lt;b onload=x&gt;",
        "<h2 id=\"one\">Part &amp; one</h2>",
        "<li><a href=\"#two\">Part two</a></li>",
        "<th scope=\"col\" class=\"n\">n</th>",
        "<td class=\"n\">3</td>",
        "aria-labelledby=\"network-title network-desc\"",
        "<title id=\"network-title\">The network</title>",
        "<p dir=\"auto\">The <mark>&lt;b&gt;</mark> and <mark>* x *</mark> met.</p>",
        "Nhân Dân, 2021-06-24, “A_title”",
        "<a rel=\"noreferrer\" href=\"https://example.org/a?b=&quot;c&quot;&gt;&amp;d=(e)\">",
        "@media screen and (prefers-color-scheme:dark)",
        "@media print",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        has(html, wanted[i]);
    static const char *const unwanted[] = {"<script", "</script", "<b ", "javascript:", "\x01", "\xE2\x80\xAE"};
    for (size_t i = 0; i < G_N_ELEMENTS(unwanted); i++)
        has_not(html, unwanted[i]);
    static const char *const once[] = {"<h1", "<main", "<footer", "<style"};
    for (size_t i = 0; i < G_N_ELEMENTS(once); i++)
        g_assert_null(strstr(strstr(html, once[i]) + 1, once[i]));
}

/* The policy names the very style that stands in the page. */
static void test_policy(void)
{
    g_autoptr(Dossier) d = made();
    g_autofree char *html = rendered(d, false, NULL);
    const char *from = strstr(html, "<style>") + strlen("<style>"), *end = strstr(from, "</style>");
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)from, end - from);
    guint8 digest[32];
    gsize n = sizeof digest;
    g_checksum_get_digest(sum, digest, &n);
    g_autofree char *hash = g_base64_encode(digest, n);
    has(html, hash);
}

static void test_markdown(void)
{
    g_autoptr(Dossier) d = made();
    g_autofree char *md = rendered(d, true, "my report");
    static const char *const wanted[] = {
        "\n1\\. not a list\n",
        "# &lt;/script&gt;&lt;b onload=x&gt;\"'&amp;amp; \\| \\*x\\* \\`y\\` \\[z\\](q)",
        "## Part &amp; one\n",
        "![a picture of \\| nothing](my%20report-network.svg)",
        "| name | n |\n| --- | ---: |\n",
        "|  | 4 |\n",
        "> The **&lt;b&gt;** and **\\* x \\*** met.\n",
        "> — Nhân Dân, 2021-06-24, “A\\_title”\n",
        "(<https://example.org/a?b=%22c%22%3E&d=%28e%29>)",
        "*entente 0.1.0 · --level all*",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        has(md, wanted[i]);
    static const char *const unwanted[] = {"<script", "</script", "<b ", "javascript:", "\x01", "\xE2\x80\xAE"};
    for (size_t i = 0; i < G_N_ELEMENTS(unwanted); i++)
        has_not(md, unwanted[i]);
    g_autofree char *bare = rendered(d, true, NULL);
    has_not(bare, ".svg");
    has(bare, "*The network*");
}

/* Not even a title: still a page. */
static void test_empty(void)
{
    g_autoptr(Dossier) d = dossier_new(NULL, NULL, NULL);
    g_autofree char *html = rendered(d, false, NULL), *md = rendered(d, true, "x");
    has(html, "<main>\n</main>");
    g_assert_nonnull(md);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dossier/html", test_html);
    g_test_add_func("/dossier/policy", test_policy);
    g_test_add_func("/dossier/markdown", test_markdown);
    g_test_add_func("/dossier/empty", test_empty);
    return g_test_run();
}
