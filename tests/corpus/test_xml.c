/* test_xml.c - the walker: exact places, any piece size, any encoding, nothing from outside, bounds that hold. */
#include "error.h"
#include "support.h"
#include "xml.h"
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const char *const elements[] = {"r", "a", "b", NULL};
static const char *const attributes[] = {"x", "xml:id", NULL};
static const char *const spaces[] = {"urn:ours", NULL};
static const XmlVocabulary vocabulary = {.element = elements, .attribute = attributes, .space = spaces};

/* Everything a walk tells, as text: "<a 1:5 x=v>text</a>". */
typedef struct Heard {
    GString *events;
    bool places;
    unsigned stop_at; /* depth at which the reader stops the walk itself */
} Heard;

static void on_start(Xml *xml, int element, void *user)
{
    Heard *r = user;
    Place place = xml_place(xml);
    if (r->places)
        g_string_append_printf(r->events, "<%s %u:%u", xml_name(xml), place.line, place.column);
    else
        g_string_append_printf(r->events, "<%s", element == XML_OTHER ? "?" : elements[element]);
    for (int i = 0; attributes[i]; i++) {
        XmlText value = xml_attribute(xml, i);
        if (value.s)
            g_string_append_printf(r->events, " %s=%.*s", attributes[i], (int)value.n, value.s);
    }
    g_string_append_c(r->events, '>');
    if (r->stop_at && xml_depth(xml) == r->stop_at)
        xml_fail(xml, place, "stopped", "help", "depth %u", xml_depth(xml));
}

static void on_end(Xml *xml, int element, void *user)
{
    Heard *r = user;
    g_string_append_printf(r->events, "</%s>", element == XML_OTHER ? "?" : elements[element]);
}

static void on_text(Xml *xml, const char *s, size_t n, void *user)
{
    Heard *r = user;
    g_assert_true(g_utf8_validate(s, (gssize)n, NULL));
    g_string_append_len(r->events, s, (gssize)n);
}

static const XmlHandler handler = {on_start, on_end, on_text};

/* What the walk tells of bytes given in pieces of one size, or the error's message. Heap. */
static char *walk_bytes(const char *bytes, size_t n, size_t chunk, bool places)
{
    Source source = {.path = "f.xml", .name = "f.xml", .fd = -1, .head = bytes, .n_head = n, .chunk = chunk};
    Heard heard = {g_string_new(NULL), places, 0};
    GError *error = NULL;
    XmlTotals totals;
    bool done = xml_read(&source, &vocabulary, &handler, &heard, &totals, &error);
    g_assert_true(done == (error == NULL));
    g_autofree char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, n);
    if (done)
        g_assert_cmpstr(totals.digest, ==, digest);
    if (done)
        g_assert_cmpuint(totals.n_bytes, ==, n);
    char *told = g_string_free(heard.events, FALSE);
    if (done)
        return told;
    g_free(told);
    g_assert_true(g_error_matches(error, ENTENTE_ERROR, ERROR_IO));
    told = g_strdup(error->message);
    g_error_free(error);
    return told;
}

static void assert_walk(const char *xml, const char *expected)
{
    static const size_t chunk[] = {1, 2, 3, 7, 64, 4096, 65536};
    for (size_t i = 0; i < G_N_ELEMENTS(chunk); i++) {
        g_autofree char *told = walk_bytes(xml, strlen(xml), chunk[i], false);
        g_assert_cmpstr(told, ==, expected);
    }
}

/* The message begins with the place and names the code. */
static void assert_fails_bytes(const char *bytes, size_t n, const char *place, const char *code)
{
    static const size_t chunk[] = {1, 7, 65536};
    for (size_t i = 0; i < G_N_ELEMENTS(chunk); i++) {
        g_autofree char *told = walk_bytes(bytes, n, chunk[i], false), *marked = g_strdup_printf(" [%s]\n", code);
        if (!strstr(told, marked))
            g_error("chunk %zu: expected %s, got %s", chunk[i], code, told);
        g_autofree char *prefix = g_strdup_printf("f.xml:%s: error: ", place ? place : "");
        if (place && !g_str_has_prefix(told, prefix))
            g_error("chunk %zu: expected %s, got %s", chunk[i], prefix, told);
        g_assert_true(g_str_has_prefix(told, "f.xml:"));
        g_assert_cmpuint(strlen(told), <, 600);
    }
}

static void assert_fails(const char *xml, const char *place, const char *code)
{
    assert_fails_bytes(xml, strlen(xml), place, code);
}

static void test_names(void)
{
    assert_walk("<r><a/><z/></r>", "<r><a></a><?></?></r>");
    assert_walk("<r xmlns='urn:ours'><a/><o:b xmlns:o='urn:other'/></r>", "<r><a></a><?></?></r>");
    assert_walk("<r xmlns='urn:other'/>", "<?></?>");
    assert_walk("<r xml:id='i' x='1' y='2'><a x=''/></r>", "<r x=1 xml:id=i><a x=></a></r>");
    assert_walk("<r o:x='1' xmlns:o='urn:ours' id='2'/>", "<r></r>");
}

static void test_text(void)
{
    assert_walk("<r>a&amp;b &lt;&#233;&#xE9;</r>", "<r>a&b <éé</r>");
    assert_walk("<r x='a&amp;&quot;\n\tb'/>", "<r x=a&\"  b></r>");
    assert_walk("<r>x<![CDATA[<a> & ]]>y<!-- <a/> --><?p <a/> ?>z</r>", "<r>x<a> & yz</r>");
    assert_walk("<r>a\r\nb\rc</r>", "<r>a\nb\nc</r>");
    assert_walk("<!DOCTYPE r [<!ENTITY e 'é'><!ENTITY t '<a x=\"&e;\">&e;</a>'>]><r>&t;&t;</r>",
                "<r><a x=é>é</a><a x=é>é</a></r>");
    assert_walk("<!DOCTYPE r [<!ATTLIST a x CDATA 'd'>]><r><a/></r>", "<r><a x=d></a></r>");
}

static void test_places(void)
{
    static const size_t chunk[] = {1, 2, 3, 5, 7, 64, 4096, 65536};
    const char *xml =
        "<?xml version=\"1.0\"?>\n<!-- <a> -->\n<r>é<a/>Việt<a\n x='>'\n/>\r\n<b\tx=\"&lt;&#60;\">&gt;></b>"
        "<![CDATA[<a>\n<a>]]><a/>\n\n\t<?p <a>?><a></a  ></r>";
    const char *expected =
        "<r 3:1>é<a 3:5></a>Việt<a 3:13 x=>></a>\n<b 6:1 x=<<>>></b><a>\n<a><a 7:7></a>\n\n\t<a 9:11></a></r>";
    for (size_t i = 0; i < G_N_ELEMENTS(chunk); i++) {
        g_autofree char *told = walk_bytes(xml, strlen(xml), chunk[i], true);
        g_assert_cmpstr(told, ==, expected);
    }
    /* inside a replaced entity the place is that of the reference */
    const char *entity = "<!DOCTYPE r [<!ENTITY u '<a/>'><!ENTITY t '<a><b/>&u;</a>'>]>\n<r> &t;><a/>\n é&t;<b/></r>";
    for (size_t i = 0; i < G_N_ELEMENTS(chunk); i++) {
        g_autofree char *told = walk_bytes(entity, strlen(entity), chunk[i], true);
        g_assert_cmpstr(told, ==,
                        "<r 2:1> <a 2:5><b 2:5></b><a 2:5></a></a>><a 2:9></a>\n é<a 3:3><b 3:3></b><a 3:3></a></a><b "
                        "3:6></b></r>");
    }
}

/* Appends one random piece and moves line and column over it. */
static void add_piece(GString *xml, const char *piece, unsigned *line, unsigned *column)
{
    g_string_append(xml, piece);
    for (const char *p = piece; *p; p = g_utf8_next_char(p)) {
        *column = *p == '\n' ? 1 : *column + 1;
        *line += *p == '\n';
    }
}

/* A long random text whose every tag is known. */
static void test_random_places(void)
{
    static const char *const filler[] = {"x",
                                         " ",
                                         "\n",
                                         "\r\n",
                                         "é",
                                         "Nguyễn ",
                                         "&amp;",
                                         "<!-- <b>\n -->",
                                         "<![CDATA[<\n>]]>",
                                         "<?q <?>",
                                         "💡",
                                         "&#10;",
                                         "a long run of plain words without any border at all ",
                                         "\t\t",
                                         ">"};
    static const char *const tag[] = {"<a/>",     "<a x='1'/>", "<b\n\n x=\"é>\" ></b>",
                                      "<a\r\n/>", "<b></b>",    "<a x='\n\t'/>"};
    static const size_t chunk[] = {1, 7, 4096, 65536};
    for (guint32 seed = 1; seed <= 12; seed++) {
        g_autoptr(GRand) dice = g_rand_new_with_seed(seed);
        g_autoptr(GString) xml = g_string_new("<r>"), expected = g_string_new("1:1 ");
        unsigned line = 1, column = 4;
        bool one_line = seed % 3 == 0; /* some real files have all in one line of megabytes */
        for (int i = 0; i < 1200; i++) {
            for (int k = g_rand_int_range(dice, 0, seed % 4 == 1 ? 40 : 4); k > 0; k--) {
                const char *piece = filler[g_rand_int_range(dice, 0, (int)G_N_ELEMENTS(filler))];
                if (!(one_line && strpbrk(piece, "\r\n")))
                    add_piece(xml, piece, &line, &column);
            }
            g_string_append_printf(expected, "%u:%u ", line, column);
            add_piece(xml, one_line ? "<a x='1'/>" : tag[g_rand_int_range(dice, 0, (int)G_N_ELEMENTS(tag))], &line,
                      &column);
        }
        g_string_append(xml, "</r>");
        for (size_t c = 0; c < G_N_ELEMENTS(chunk); c++) {
            if (chunk[c] < 64 && seed > 4)
                continue;
            g_autofree char *told = walk_bytes(xml->str, xml->len, chunk[c], true);
            g_autoptr(GString) places = g_string_new(NULL);
            g_autoptr(GRegex) regex = g_regex_new("<[rab] ([0-9]+:[0-9]+)", 0, 0, NULL);
            g_autoptr(GMatchInfo) match = NULL;
            for (g_regex_match(regex, told, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
                g_autofree char *place = g_match_info_fetch(match, 1);
                g_string_append_printf(places, "%s ", place);
            }
            g_assert_cmpstr(places->str, ==, expected->str);
        }
    }
}

static void test_many_lines(void)
{
    g_autoptr(GString) xml = g_string_new("<r>");
    for (int i = 0; i < 70000; i++)
        g_string_append_c(xml, '\n');
    g_string_append(xml, "  <a/></r>");
    g_autofree char *told = walk_bytes(xml->str, xml->len, 65536, true);
    g_assert_nonnull(strstr(told, "<a 70001:3>"));
}

static void test_malformed(void)
{
    assert_fails("<r>\n <a>1</b></r>", "2:6", "malformed");
    assert_fails("<r><a x='1' x='2'/></r>", "1:4", "malformed");
    assert_fails("<r><a x=1/></r>", NULL, "malformed");
    assert_fails("<r/><r/>", NULL, "malformed");
    assert_fails("words", "1:1", "malformed");
    assert_fails("<r>a & b</r>", NULL, "malformed");
    assert_fails("<r>caf&eacute;</r>", "1:7", "malformed");
    assert_fails("<r a='&nope;'/>", NULL, "malformed");
    assert_fails("<o:r/>", "1:1", "malformed");
    assert_fails("<r>]]></r>", NULL, "malformed");
    assert_fails("", "1:1", "truncated");
}

/* Every proper prefix is an error, and none of them a crash. */
static void test_truncated(void)
{
    const char *xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE r [<!ENTITY e 'x'>]>\n<r x='1'>é &e; <!-- c --><a>"
        "<![CDATA[d]]></a></r>";
    for (size_t n = 1; n < strlen(xml); n++) {
        for (size_t chunk = 1; chunk <= 100; chunk += 99) {
            g_autofree char *told = walk_bytes(xml, n, chunk, false);
            g_assert_true(g_str_has_prefix(told, "f.xml:"));
            g_assert_true(strstr(told, "[truncated]") || strstr(told, "[malformed]") || strstr(told, "[bad-encoding]"));
        }
    }
    assert_fails("<r><a>abc", "1:10", "truncated");
    assert_fails("<r><a x='", NULL, "truncated");
}

static void test_encodings(void)
{
    assert_walk("\xEF\xBB\xBF<r>\xC3\xA9</r>", "<r>é</r>");
    assert_walk("\xEF\xBB\xBF<?xml version='1.0' encoding='ISO-8859-1'?><r>\xC3\xA9</r>", "<r>é</r>");
    assert_walk("<?xml version='1.0' encoding='ISO-8859-1'?><r>\xE9</r>", "<r>é</r>");
    assert_walk("<?xml version=\"1.0\" encoding = \"windows-1252\"?><r>\x93\xE9\x94</r>", "<r>“é”</r>");
    assert_walk("<?xml version='1.0' encoding='utf-8'?><r>\xC3\xA9</r>", "<r>é</r>");
    assert_walk("<?xml version='1.0' encoding='UTF-16'?><r>\xC3\xA9</r>", "<r>é</r>");
    assert_fails("<?xml version='1.0' encoding='KLINGON'?><r/>", "1:1", "bad-encoding");
    assert_fails("<?xml version='1.0' encoding='UTF-8//IGNORE'?><r/>", "1:1", "bad-encoding");
    static const char utf16[] = "\xFF\xFE<\0r\0>\0\xE9\0=\xD8\xA1\xDC<\0/\0r\0>";
    static const size_t chunk[] = {1, 3, 4096};
    for (size_t i = 0; i < G_N_ELEMENTS(chunk); i++) {
        g_autofree char *told = walk_bytes(utf16, sizeof utf16, chunk[i], true);
        g_assert_cmpstr(told, ==, "<r 1:1>é💡</r>");
        g_autofree char *bare = walk_bytes(utf16 + 2, sizeof utf16 - 2, chunk[i], true);
        g_assert_cmpstr(bare, ==, "<r 1:1>é💡</r>");
    }
    assert_fails_bytes(utf16, sizeof utf16 - 1, NULL, "bad-encoding"); /* half a character at the end */
}

static void test_bad_bytes(void)
{
    assert_fails("<r>\n caf\xE9 x</r>", "2:5", "bad-encoding");
    assert_fails("<r>\xC0\xAF</r>", "1:4", "bad-encoding");         /* overlong */
    assert_fails("<r>é\xED\xA0\x80</r>", "1:5", "bad-encoding");    /* surrogate */
    assert_fails("<r>\xF4\x90\x80\x80</r>", "1:4", "bad-encoding"); /* beyond U+10FFFF */
    assert_fails("<r>ab\xC3", "1:6", "bad-encoding");
    assert_fails("<r>a\x01</r>", "1:5", "control-character");
    assert_fails("<r>a\xEF\xBF\xBF</r>", "1:5", "control-character");
    assert_fails_bytes("<r>a\0b</r>", 10, "1:5", "control-character");
    assert_fails("<r>\na&#1;</r>", "2:2", "control-character");
    assert_fails("<r>a\x01</a>", "1:5", "control-character");
    assert_fails("<r></a>\x01", "1:4", "malformed"); /* what comes first is told first */
}

static void test_outside(void)
{
    g_autofree char *folder = support_folder(), *secret = support_file(folder, "secret.txt", "TOPSECRET");
    g_autofree char *general = g_strdup_printf("<!DOCTYPE r [<!ENTITY x SYSTEM \"file://%s\">]>\n<r>[&x;]</r>", secret);
    assert_fails(general, "2:5", "external-entity");
    g_autofree char *attribute = g_strdup_printf("<!DOCTYPE r [<!ENTITY x SYSTEM \"%s\">]><r x='&x;'/>", secret);
    assert_fails(attribute, NULL, "external-entity");
    g_autofree char *parameter =
        g_strdup_printf("<!DOCTYPE r [<!ENTITY %% p SYSTEM \"%s\"> %%p;]><r>[&y;]</r>", secret);
    assert_fails(parameter, NULL, "external-entity");
    g_autofree char *subset = g_strdup_printf("<!DOCTYPE r SYSTEM \"%s\"><r>[&y;]</r>", secret);
    assert_fails(subset, NULL, "external-entity");
    g_autofree char *unused = g_strdup_printf("<!DOCTYPE r [<!ENTITY x SYSTEM \"%s\">]><r>&#91;</r>", secret);
    assert_walk(unused, "<r>[</r>");
    g_autofree char *include = g_strdup_printf(
        "<r xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='%s' parse='text'/></r>", secret);
    assert_walk(include, "<r><?></?></r>");
    support_remove_folder(g_steal_pointer(&folder));
}

static void test_bombs(void)
{
    g_autoptr(GString) laughs = g_string_new("<!DOCTYPE r [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 12; i++)
        g_string_append_printf(laughs, "<!ENTITY l%d '&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;&l%d;'>", i, i - 1,
                               i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    g_string_append(laughs, "]><r>&l11;</r>");
    assert_fails(laughs->str, NULL, "entity-bomb");

    g_autofree char *fifty = g_strnfill(50000, 'x');
    g_autoptr(GString) quadratic = g_string_new(NULL);
    g_string_printf(quadratic, "<!DOCTYPE r [<!ENTITY a '%s'>]><r>", fifty);
    for (int i = 0; i < 20000; i++)
        g_string_append(quadratic, "&a;");
    g_string_append(quadratic, "</r>");
    assert_fails(quadratic->str, NULL, "entity-bomb");

    g_autoptr(GString) elements_bomb = g_string_new("<!DOCTYPE r [<!ENTITY a '");
    for (int i = 0; i < 10000; i++)
        g_string_append(elements_bomb, "<a/>");
    g_string_append(elements_bomb, "'>]><r>");
    for (int i = 0; i < 10000; i++)
        g_string_append(elements_bomb, "&a;");
    g_string_append(elements_bomb, "</r>");
    assert_fails(elements_bomb->str, NULL, "entity-bomb");

    assert_fails("<!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><r>&a;</r>", NULL, "entity-bomb");

    g_autofree char *too_long = g_strnfill(200000, 'x'),
                    *value = g_strdup_printf("<!DOCTYPE r [<!ENTITY a '%s'>]><r/>", too_long);
    assert_fails(value, NULL, "entity-bomb");
}

static void test_bounds(void)
{
    g_autoptr(GString) deep = g_string_new(NULL);
    for (int i = 0; i < XML_DEEPEST; i++)
        g_string_append(deep, "<a>");
    for (int i = 0; i < XML_DEEPEST; i++)
        g_string_append(deep, "</a>");
    g_autofree char *deepest = walk_bytes(deep->str, deep->len, 4096, false);
    g_assert_true(g_str_has_suffix(deepest, "</a>"));
    g_autoptr(GString) deeper = g_string_new("<a>\n");
    for (int i = 0; i < 10000; i++)
        g_string_append(deeper, "<a>");
    assert_fails(deeper->str, "2:2998", "too-deep");

    g_autofree char *million = g_strnfill(1000000, 'n');
    g_autofree char *name = g_strdup_printf("<r>\n<%s/></r>", million);
    assert_fails(name, "2:1", "too-long");
    g_autofree char *attribute = g_strdup_printf("<r>\n <a x='%s'/></r>", million);
    assert_fails(attribute, "2:2", "too-long");
    g_autofree char *attribute_name = g_strdup_printf("<r>\n <a %s='1'/></r>", million);
    assert_fails(attribute_name, "2:2", "too-long");
    g_autofree char *text = g_strdup_printf("<r>%s</r>", million);
    g_autofree char *told = walk_bytes(text, strlen(text), 65536, false);
    g_assert_cmpuint(strlen(told), ==, strlen(text));
}

/* Distinct names beyond what the cache of names holds are still told apart. */
static void test_many_names(void)
{
    g_autoptr(GString) xml = g_string_new("<r>"), expected = g_string_new("<r>");
    for (int i = 0; i < 5000; i++) {
        g_string_append_printf(xml, "<n%d y%d='1' x='%d'/>", i, i, i);
        g_string_append_printf(expected, "<? x=%d></?>", i);
    }
    g_string_append(xml, "<a/></r>");
    g_string_append(expected, "<a></a></r>");
    g_autofree char *told = walk_bytes(xml->str, xml->len, 4096, false);
    g_assert_cmpstr(told, ==, expected->str);
}

static void test_stop(void)
{
    const char *xml = "<r><a>\n<b><a/></b></a></r>";
    Source source = {.path = "f.xml", .fd = -1, .head = xml, .n_head = strlen(xml)};
    Heard heard = {g_string_new(NULL), true, 3};
    g_autoptr(GError) error = NULL;
    XmlTotals totals;
    g_assert_false(xml_read(&source, &vocabulary, &handler, &heard, &totals, &error));
    g_assert_cmpstr(error->message, ==, "f.xml:2:1: error: depth 3 [stopped]\n  help: help");
    g_assert_cmpstr(heard.events->str, ==, "<r 1:1><a 1:4>\n<b 2:1>");
    g_string_free(heard.events, TRUE);
}

static void test_unreadable(void)
{
    g_autofree char *folder = support_folder();
    int fd = open(folder, O_RDONLY); /* opening a folder works, reading it does not */
    Source source = {.path = "f.xml", .fd = fd};
    Heard heard = {g_string_new(NULL), true, 0};
    g_autoptr(GError) error = NULL;
    XmlTotals totals;
    g_assert_false(xml_read(&source, &vocabulary, &handler, &heard, &totals, &error));
    g_assert_nonnull(strstr(error->message, "[unreadable]"));
    g_string_free(heard.events, TRUE);
    close(fd);
    support_remove_folder(g_steal_pointer(&folder));
}

/* The attacks that were collected: each is read or refused with a message, none brings the secret, none grows. */
static void test_hostile(void)
{
    g_autofree char *folder = support_shared("hostile");
    if (!folder)
        return;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL), *bytes = NULL;
        gsize n;
        g_assert_true(g_file_get_contents(path, &bytes, &n, NULL));
        if (!g_str_has_suffix(name, ".xml"))
            continue;
        g_autofree char *told = walk_bytes(bytes, n, 4096, false), *again = walk_bytes(bytes, n, n + 1, false);
        g_assert_null(strstr(told, "TOPSECRET"));
        g_assert_null(strstr(told, "FROM-EXT-DTD"));
        g_assert_cmpstr(told, ==, again);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    g_test_message("peak memory %ld kB", usage.ru_maxrss);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xml/names", test_names);
    g_test_add_func("/xml/text", test_text);
    g_test_add_func("/xml/places", test_places);
    g_test_add_func("/xml/random-places", test_random_places);
    g_test_add_func("/xml/many-lines", test_many_lines);
    g_test_add_func("/xml/malformed", test_malformed);
    g_test_add_func("/xml/truncated", test_truncated);
    g_test_add_func("/xml/encodings", test_encodings);
    g_test_add_func("/xml/bad-bytes", test_bad_bytes);
    g_test_add_func("/xml/outside", test_outside);
    g_test_add_func("/xml/bombs", test_bombs);
    g_test_add_func("/xml/bounds", test_bounds);
    g_test_add_func("/xml/many-names", test_many_names);
    g_test_add_func("/xml/stop", test_stop);
    g_test_add_func("/xml/unreadable", test_unreadable);
    g_test_add_func("/xml/hostile", test_hostile);
    return g_test_run();
}
