/* test_markup.c - references, CDATA and attributes. */
#include "markup.h"

static void check(void (*append)(Line *, const char *, size_t), const char *text, const char *want)
{
    g_auto(Line) line = {0};
    line_text(&line, "=");
    append(&line, text, strlen(text));
    g_assert_cmpstr(line.text, ==, want);
}

static void test_text(void)
{
    check(markup_text, "", "=");
    check(markup_text, "Nguyễn \"x\" 'y'\n\tz", "=Nguyễn \"x\" 'y'\n\tz");
    check(markup_text, "a & b", "=a &amp; b");
    check(markup_text, "a\r\n<b>", "=a&#13;\n&lt;b&gt;");
    check(markup_text, "& <", "=<![CDATA[& <]]>");
    check(markup_text, "& ]]> &", "=<![CDATA[& ]]]]><![CDATA[> &]]>");
    check(markup_text, "&\r& &", "=&amp;&#13;&amp; &amp;"); /* CDATA holds no carriage return */
    check(markup_text, "a]]>b", "=a]]&gt;b");
}

static void test_attribute(void)
{
    check(markup_attribute, "", "=");
    check(markup_attribute, "Nguyễn 'y' 😀", "=Nguyễn 'y' 😀");
    check(markup_attribute, "say \"yes\" & <no>", "=say &quot;yes&quot; &amp; &lt;no&gt;");
    check(markup_attribute, "a\tb\nc\rd", "=a&#9;b&#10;c&#13;d");
    check(markup_attribute, "& <", "=&amp; &lt;"); /* no CDATA there */
    check(markup_attribute, "ends in \\", "=ends in \\");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/markup/text", test_text);
    g_test_add_func("/write/markup/attribute", test_attribute);
    return g_test_run();
}
