/* test_svg.c - the SVG as its readers see it: well-formed, accessible, no label over another. */
#include "drawn.h"

#include <math.h>

/* What a reader meets: GMarkup refuses what is not well-formed. */
typedef struct Seen {
    GHashTable *element;
    GArray *label; /* of double[4]: left, top, right, bottom */
    bool in_labels;
    GString *text;
} Seen;

static const char *attribute(const char **name, const char **value, const char *wanted)
{
    for (size_t i = 0; name[i]; i++)
        if (strcmp(name[i], wanted) == 0)
            return value[i];
    return NULL;
}

static double number(const char **name, const char **value, const char *wanted)
{
    const char *text = attribute(name, value, wanted);
    char *end = NULL;
    g_assert_nonnull(text);
    double out = g_ascii_strtod(text, &end);
    g_assert_cmpint(*end, ==, '\0');
    g_assert_true(isfinite(out));
    return out;
}

static void on_start(GMarkupParseContext *context, const char *element, const char **name, const char **value,
                     void *user, GError **error)
{
    Seen *seen = user;
    g_hash_table_add(seen->element, g_strdup(element));
    for (size_t i = 0; name[i]; i++) /* no script has a place to stand */
        g_assert_false(g_str_has_prefix(name[i], "on") || g_str_has_prefix(value[i], "javascript:"));
    if (strcmp(element, "g") == 0)
        seen->in_labels = g_strcmp0(attribute(name, value, "class"), "labels") == 0;
    if (strcmp(element, "text") == 0)
        g_assert_cmpstr(attribute(name, value, "lengthAdjust"), ==, "spacingAndGlyphs");
    if (strcmp(element, "text") == 0 && seen->in_labels) {
        double x = number(name, value, "x"), y = number(name, value, "y"), font = number(name, value, "font-size");
        double half = number(name, value, "textLength") / 2;
        double box[4] = {x - half, y - .8 * font, x + half, y + .24 * font};
        g_array_append_vals(seen->label, box, 4);
    }
}

static void on_text(GMarkupParseContext *context, const char *text, gsize n, void *user, GError **error)
{
    g_string_append_len(((Seen *)user)->text, text, (gssize)n);
    g_string_append_c(((Seen *)user)->text, '\n');
}

static Seen *see(const char *svg)
{
    static const GMarkupParser parser = {.start_element = on_start, .text = on_text};
    Seen *seen = g_new0(Seen, 1);
    seen->element = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    seen->label = g_array_new(FALSE, FALSE, sizeof(double));
    seen->text = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, seen, NULL);
    g_markup_parse_context_parse(context, svg, -1, &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(context, &error);
    g_assert_no_error(error);
    g_markup_parse_context_free(context);
    return seen;
}

static void seen_free(Seen *seen)
{
    g_hash_table_unref(seen->element);
    g_array_free(seen->label, TRUE);
    g_string_free(seen->text, TRUE);
    g_free(seen);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Seen, seen_free)

/* Two lines of one label may touch; they share their x. */
static size_t label_overlaps(const Seen *seen)
{
    size_t n = 0;
    const double *box = (const double *)(void *)seen->label->data;
    for (size_t i = 0; i < seen->label->len; i += 4)
        for (size_t j = 0; j < i; j += 4)
            n += box[i] < box[j + 2] && box[j] < box[i + 2] && box[i + 1] < box[j + 3] && box[j + 1] < box[i + 3] &&
                 fabs(box[i] + box[i + 2] - box[j] - box[j + 2]) > .11;
    return n;
}

static void test_no_label_over_another(void)
{
    static const unsigned size[] = {5, 15, 40, 80};
    for (size_t i = 0; i < G_N_ELEMENTS(size); i++)
        for (unsigned density = 1; density <= 4; density += 3) {
            g_auto(GStrv) pairs = drawn_pairs(size[i], size[i] * density, 0);
            g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
            g_autoptr(Seen) seen = see(drawn->svg);
            g_assert_cmpuint(seen->label->len / 4, >=, size[i]); /* each has one or two lines */
            g_assert_cmpuint(label_overlaps(seen), ==, 0);
        }
}

static void test_shape_of_file(void)
{
    static const char *const pairs[] = {"A 1", "B 1", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_autoptr(Seen) seen = see(drawn->svg);
    g_assert_nonnull(strstr(drawn->svg, "role=\"img\" aria-labelledby=\"title desc\""));
    g_assert_nonnull(strstr(drawn->svg, "<title id=\"title\">Who meets whom</title>"));
    g_assert_nonnull(strstr(drawn->svg, "<desc id=\"desc\">2 actors, 1 tie."));
    g_assert_nonnull(strstr(drawn->svg, "font-family=\"'Noto Sans','DejaVu Sans',sans-serif\""));
    g_assert_nonnull(g_strstr_len(drawn->svg, 4096, "entente"));
    g_assert_false(g_hash_table_contains(seen->element, "script"));
    g_assert_false(g_hash_table_contains(seen->element, "style"));
    g_assert_false(g_hash_table_contains(seen->element, "image"));
    g_assert_null(strstr(drawn->svg, "-0\""));
    g_assert_null(strstr(drawn->svg, "nan"));
    g_assert_nonnull(strstr(drawn->svg, "class=\"page\""));
    drawn->options.transparent = true;
    drawn->options.dark = true;
    drawn->options.title = NULL;
    drawn->options.caption = NULL;
    drawn_draw(drawn);
    g_autoptr(Seen) bare = see(drawn->svg);
    g_assert_nonnull(bare);
    g_assert_null(strstr(drawn->svg, "class=\"page\""));
    g_assert_nonnull(strstr(drawn->svg, "<title id=\"title\">Network</title>"));
    g_assert_nonnull(strstr(drawn->svg, "#eef1f5")); /* light ink for a dark page */
    g_assert_nonnull(g_strstr_len(drawn->svg, 4096, "entente"));
}

static void test_hostile_names(void)
{
    static const char *const pairs[] = {"<script>alert('x')</script>&\"> e",
                                        "]]><!-- & --> e",
                                        "\x1b[2J\x07\x08"
                                        "Bell e",
                                        "عادل الجبير e",
                                        "abc\xe2\x80\xae"
                                        "fed e",
                                        "a&amp;b e",
                                        NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    drawn->options.title = "<b>\"T&\x01\xff\"</b>";
    drawn->options.subtitle = "</svg>";
    drawn->options.caption = "--level \"x\" <!-- entente -->";
    drawn_draw(drawn);
    g_autoptr(Seen) seen = see(drawn->svg);
    g_assert_false(g_hash_table_contains(seen->element, "script"));
    g_assert_nonnull(strstr(seen->text->str, "<script>alert('x')</script>&\">"));
    g_assert_nonnull(strstr(seen->text->str, "]]><!-- & -->"));
    g_assert_nonnull(strstr(seen->text->str, "[2JBell"));
    g_assert_nonnull(strstr(seen->text->str, "عادل الجبير"));
    g_assert_nonnull(strstr(seen->text->str, "abcfed"));
    g_assert_nonnull(strstr(seen->text->str, "a&amp;b"));
    g_assert_nonnull(strstr(seen->text->str, "<b>\"T&\xef\xbf\xbd\"</b>"));
    for (const char *p = drawn->svg; *p; p++)
        g_assert_true((unsigned char)*p >= 0x20 || *p == '\n');
    g_assert_true(g_utf8_validate(drawn->svg, -1, NULL));
}

static void test_long_names_are_whole_in_tooltips(void)
{
    static const char *const pairs[] = {"Vietnam Cybersecurity Emergency Response Teams Coordination Centre 1", "B 1",
                                        NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_autoptr(Seen) seen = see(drawn->svg);
    g_assert_nonnull(
        strstr(seen->text->str, "Vietnam Cybersecurity Emergency Response Teams Coordination Centre (official)"));
    g_assert_nonnull(strstr(seen->text->str, "Vietnam Cybersecurity\n"));
    g_assert_nonnull(strstr(seen->text->str, "Emergency Response…"));
}

static void test_same_bytes(void)
{
    g_auto(GStrv) pairs = drawn_pairs(25, 40, 0);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
    g_autofree char *again = drawn_bytes(drawn->scene, "again.svg", NULL);
    g_assert_cmpstr(drawn->svg, ==, again);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/svg/labels", test_no_label_over_another);
    g_test_add_func("/svg/shape", test_shape_of_file);
    g_test_add_func("/svg/hostile", test_hostile_names);
    g_test_add_func("/svg/long-names", test_long_names_are_whole_in_tooltips);
    g_test_add_func("/svg/same-bytes", test_same_bytes);
    return g_test_run();
}
