/* test_kept_text.c - the text of a document, and where everything stands in it. */
#include "kept_text.h"
#include "told.h"
#include "utf8.h"

static Told *told_kept(const char *body)
{
    g_autofree char *tei = told_tei("", body);
    const char *const file[] = {"d.xml", tei, NULL};
    ReadOptions options = {.keep_text = true};
    Told *t = told_with(&options, file);
    g_assert_no_error(t->error);
    return t;
}

static void assert_text(const char *body, const char *expected)
{
    g_autoptr(Told) t = told_kept(body);
    g_assert_cmpstr(t->corpus->document[0].text, ==, expected);
    g_assert_cmpuint(t->corpus->document[0].n_text, ==, strlen(expected));
}

static void test_white_space(void)
{
    assert_text("", "");
    assert_text("\n  \n", "");
    assert_text("<p>a</p>", "a");
    assert_text("\n <p>a</p>\n <p>b</p>\n", "a\nb\n");
    assert_text("<p>a</p><p>b</p>", "a\nb");
    assert_text("<p>a</p> <p>b</p>", "a\nb");
    assert_text("<p>a</p>\n\n<p>b</p>", "a\n\nb");
    assert_text("<p>a</p>\n  \n\t<p>b</p>", "a\n\nb");
    assert_text("<p>a  b\tc</p>", "a  b\tc");
    assert_text("<p>\n  a\n  b\n</p>", "a b");
    assert_text("<p> a </p>", " a ");
    assert_text("<p>a </p>\n<p> </p>\n\n", "a \n \n\n");
    assert_text("<p>a<hi>b</hi> <hi>c</hi></p>", "ab c");
    assert_text("<p>a &amp; &lt;b&gt;</p>", "a & <b>");
    assert_text("<p>a<lb/>b<lb break='no'/>c</p>", "a bc");
    assert_text("<p>a<list><item>b</item><item>c</item></list>d</p>", "a\nb\nc\nd");
    assert_text("<div>x y<p>a</p>z\n  z</div>", "x y\na\nz\nz");
    assert_text("<p>a<choice><sic>x</sic><corr>b</corr></choice></p>", "ab");
    assert_text("<lg><l>a</l><l>b</l></lg><p>c</p>", "a b\nc");
    assert_text("<p>\xC3\xA9\xC2\xA0\n</p>", "\xC3\xA9\xC2\xA0");
}

static void test_verbatim(void)
{
    assert_text("<div xml:space='preserve'>\n <p>a</p><p>b\n c</p> </div>", "\n ab\n c ");
    assert_text("<p>a</p>\n <p xml:space='preserve'> b </p>\n <p>c\n</p>", "a\n b \nc");
    assert_text("<div xml:space='preserve'><p>\n</p><p xml:space='default'>\n a\n</p>\n</div>", "\na\n\n");
    assert_text("<p xml:space='preserve'>a&#13;\n\tb</p>", "a\r\n\tb");
}

/* "kind type from-to" of every stretch. */
static void assert_stretches(const char *body, const char *expected)
{
    static const char *const kind[] = {"zone", "head", "paragraph", "sentence"};
    g_autoptr(Told) t = told_kept(body);
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_stretches; i++) {
        const Stretch *s = &t->corpus->stretch[i];
        g_string_append_printf(list, "%s%s%s%s %u-%u", i ? "; " : "", kind[s->kind], s->type ? " " : "",
                               s->type ? s->type : "", s->from, s->to);
    }
    g_assert_cmpstr(list->str, ==, expected);
}

static void test_stretches(void)
{
    assert_stretches("", "");
    assert_stretches("<head>ab</head>\n<p>cd</p>", "head 0-2; paragraph 3-5");
    assert_stretches("<p>a</p>\n<div type='sidebar'>\n <p>b</p>\n <p>c</p>\n</div>\n<p>d</p>",
                     "paragraph 0-1; zone sidebar 2-6; paragraph 3-4; paragraph 5-6; paragraph 8-9");
    assert_stretches("<div type='boilerplate'><head>a</head>\n</div>", "zone boilerplate 0-1; head 0-1");
    assert_stretches("<ab type='dateline'>a</ab><ab type='sidebar'>b</ab>",
                     "paragraph dateline 0-1; zone sidebar 2-3; paragraph 2-3");
    assert_stretches("<p><s>a b.</s> <s>c.</s></p>", "paragraph 0-7; sentence 0-4; sentence 5-7");
    assert_stretches("<p></p><p>\n</p>", "");
    assert_stretches("<list><head>a</head><item>b</item></list>", "paragraph 0-1; paragraph 2-3");
}

/* "text cert resp subtype" of every mention, "-" where it stands nowhere. */
static void assert_marks(const char *body, const char *expected)
{
    static const char *const kind[] = {"place", "date", "role", "name"};
    g_autoptr(Told) t = told_kept(body);
    const Corpus *c = t->corpus;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Marking *m = &c->marking[i];
        g_string_append_printf(list, "%s%.*s %s %s %s", i ? "; " : "", m->from == m->to ? 1 : (int)(m->to - m->from),
                               m->from == m->to ? "-" : c->document[0].text + m->from, certainty_name(m->cert),
                               m->resp ? m->resp : "", m->subtype ? m->subtype : "");
    }
    for (size_t i = 0; i < c->n_remarks; i++) {
        const Remark *r = &c->remark[i];
        g_string_append_printf(list, "; %s %.*s %s %s %s", kind[r->kind], (int)(r->to - r->from),
                               c->document[0].text + r->from, r->type ? r->type : "", r->target ? r->target : "",
                               r->when ? r->when : "");
    }
    g_assert_cmpstr(list->str, ==, expected);
}

static void test_marks(void)
{
    assert_marks(
        "<p>The <persName cert='low' resp='#r1'>\n To\n Lam </persName>, <orgName subtype='acr'>MIC</orgName></p>",
        "To Lam low #r1 ; MIC   acr");
    assert_marks("<p>a<country ref='#X'/> b</p>", "-   ");
    assert_marks("<sp who='#x'><p>a <name type='person' cert='high'>B</name></p></sp>", "-   ; B high  ");
    assert_marks("<p>\xC3\xA9 <rs type='bloc'>the <country>\xC3\xA9</country> bloc</rs></p>",
                 "the \xC3\xA9 bloc   ; \xC3\xA9   ");
    assert_marks("<p><country>A</country> <roleName type='rank' corresp='#g'>Gen.</roleName> <date when='2020-01'>then"
                 "</date> in <placeName ref='#h'>H</placeName> by <name type='law'>L</name></p>",
                 "A   ; role Gen. rank g ; date then   2020-01; place H  h ; name L law  ");
}

static void test_only_when_asked(void)
{
    g_autoptr(Told) t = told("", "<p>a <country>B</country> <date>C</date></p>");
    g_assert_null(t->corpus->document[0].text);
    g_assert_null(t->corpus->marking);
    g_assert_null(t->corpus->remark);
    g_assert_null(t->corpus->stretch);
}

static void test_several_documents(void)
{
    const char *const file[] = {
        "a.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><standOff/></TEI>", "b.xml",
        "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><TEI><text><body><p>x <country>A</country></p></body></text>"
        "</TEI><TEI><text><front><p>f</p></front><body><p>y</p></body><back><p>z</p></back></text></TEI></teiCorpus>",
        NULL};
    ReadOptions options = {.keep_text = true};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_no_error(t->error);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->n_documents, ==, 4); /* teiCorpus, too */
    g_assert_cmpstr(c->document[0].text, ==, "");
    g_assert_cmpstr(c->document[2].text, ==, "x A");
    g_assert_cmpstr(c->document[3].text, ==, "f\ny\nz");
    g_assert_cmpuint(c->marking[0].from, ==, 2);
    g_assert_cmpuint(c->stretch[c->n_stretches - 2].from, ==, 4);
    g_assert_cmpstr(c->stretch[c->n_stretches - 2].type, ==, "back");
}

/* The annotated reports say that their text is that of the file, character for character. */
static void test_gold(void)
{
    static const char *const name[] = {"001", "003"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
        g_autofree char *tei_name = g_strdup_printf("gold/%s.tei.xml", name[i]);
        g_autofree char *txt_name = g_strdup_printf("gold/%s.txt", name[i]);
        g_autofree char *tei = support_shared(tei_name), *txt = tei ? support_shared(txt_name) : NULL, *text = NULL;
        if (!txt || !g_file_get_contents(txt, &text, NULL, NULL))
            return;
        const char *input[] = {tei};
        ReadOptions options = {.keep_text = true};
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, NULL);
        g_assert_cmpstr(c->document[0].text, ==, text);
        for (size_t m = 0; m < c->n_mentions; m++) {
            const Marking *k = &c->marking[m];
            g_autofree char *there = utf8_collapse(text + k->from, k->to - k->from);
            g_assert_cmpstr(there, ==, c->mention[m].text);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/kept-text/white-space", test_white_space);
    g_test_add_func("/kept-text/verbatim", test_verbatim);
    g_test_add_func("/kept-text/stretches", test_stretches);
    g_test_add_func("/kept-text/marks", test_marks);
    g_test_add_func("/kept-text/only-when-asked", test_only_when_asked);
    g_test_add_func("/kept-text/several-documents", test_several_documents);
    g_test_add_func("/kept-text/gold", test_gold);
    return g_test_run();
}
