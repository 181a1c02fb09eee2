/* test_positions.c - positions from files of ours and of Gephi, and files that have none. */
#include "error.h"
#include "positions.h"
#include "support.h"

#include <string.h>

static Positions *read_text(const char *text, GError **error)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "file", text);
    Positions *positions = positions_read(path, error);
    support_remove_folder(folder);
    return positions;
}

static void check(const Positions *positions, const char *id, const char *name, double x, double y)
{
    double px, py;
    g_assert_true(positions_find(positions, id, name, &px, &py));
    g_assert_cmpfloat(px, ==, x);
    g_assert_cmpfloat(py, ==, y);
}

static void test_svg(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Positions) p =
        read_text("<svg xmlns='http://www.w3.org/2000/svg'><g><circle cx='9' data-id='VN' data-name='Viet &amp; Nam' "
                  "data-x='1.25' "
                  "data-y='-2'/><path data-id='sg-csa' data-x='0' data-y='7.5'/><circle cx='3'/></g></svg>",
                  &error);
    g_assert_no_error(error);
    g_assert_true(positions_are_ours(p));
    g_assert_cmpuint(positions_count(p), ==, 2);
    check(p, "VN", "other", 1.25, -2);
    check(p, "unknown", "Viet & Nam", 1.25, -2);
    check(p, "sg-csa", "", 0, 7.5);
    double x, y;
    g_assert_false(positions_find(p, "unknown", "nobody", &x, &y));
    g_assert_false(positions_find(p, "", "", &x, &y));
}

#define GRAPHML                                                                                                        \
    "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='k' for='node' attr.name='name'/>"                 \
    "<key id='x' for='node' attr.name='x'/><key id='y' for='node' attr.name='y'/><key id='e' for='edge' "              \
    "attr.name='x'/><key id='l' for='node' attr.name='label'/><key id='p' for='graph' attr.name='provenance'/><graph>"

static void test_graphml(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Positions) p =
        read_text(GRAPHML "<data key='p'>entente 0.1.0</data><node id='n0'><data key='k'>VN</data><data key='l'>Viet "
                          "Nam</data><data key='x'>3</data><data key='y'> 4 </data></node><node id='n1'><data key='x'>1"
                          "</data></node><edge><data key='e'>99</data></edge></graph></graphml>",
                  &error);
    g_assert_no_error(error);
    g_assert_true(positions_are_ours(p));
    g_assert_cmpuint(positions_count(p), ==, 1); /* n1 has half a position */
    check(p, "VN", NULL, 3, -4);                 /* y points upwards in the file */
    check(p, "?", "Viet Nam", 3, -4);
}

static void test_gexf(void)
{
    static const char *const space[] = {"http://gexf.net/1.3", "http://www.gexf.net/1.2draft", "http://gexf.net/1.2"};
    for (size_t i = 0; i < G_N_ELEMENTS(space); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *text = g_strdup_printf(
            "<gexf xmlns='%s' xmlns:viz='%s/viz'><graph><attributes class='node'><attribute id='0' title='name'/>"
            "</attributes><nodes><node id='n0' label='Viet Nam'><attvalues><attvalue for='0' value='VN'/></attvalues>"
            "<viz:position x='-10.5' y='20' z='0'/></node><node id='SG' label='Singapore'><viz:position x='1' y='2'/>"
            "</node></nodes></graph></gexf>",
            space[i], space[i]);
        g_autoptr(Positions) p = read_text(text, &error);
        g_assert_no_error(error);
        g_assert_false(positions_are_ours(p));
        check(p, "VN", NULL, -10.5, -20);
        check(p, "SG", NULL, 1, -2);
    }
}

/* Ids win over names; a name that two have tells nobody. */
static void test_names(void)
{
    g_autoptr(Positions) p = positions_new("made");
    double x, y;
    positions_add(p, "a", "Li", 1, 1);
    positions_add(p, "b", "Li", 2, 2);
    positions_add(p, "a", "Wu", 3, 3);
    check(p, "a", "Wu", 1, 1);
    check(p, "?", "Wu", 3, 3);
    g_assert_false(positions_find(p, "?", "Li", &x, &y));
}

static void test_failures(void)
{
    static const struct {
        const char *text, *says;
        int code;
    } bad[] = {
        {"<svg xmlns='http://www.w3.org/2000/svg'><circle cx='3'/></svg>", "nothing in it says where", ERROR_NO},
        {GRAPHML "<node id='n0'/></graph></graphml>", "nothing in it says where", ERROR_NO},
        {"<TEI/>", "begins no picture and no network", ERROR_IO},
        {"<svg xmlns='http://www.w3.org/2000/svg'><a data-id='b' data-x='1e999' data-y='0'/></svg>", "is no position",
         ERROR_IO},
        {"<svg xmlns='http://www.w3.org/2000/svg'><a data-id='b' data-x='nan' data-y='0'/></svg>", "is no position",
         ERROR_IO},
        {"id,x,y\n", "", ERROR_IO},
        {"", "empty", ERROR_IO},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(read_text(bad[i].text, &error));
        g_assert_error(error, ENTENTE_ERROR, bad[i].code);
        if (!strstr(error->message, bad[i].says))
            g_error("“%s” does not say “%s”", error->message, bad[i].says);
    }
    g_autoptr(GError) error = NULL;
    g_assert_null(positions_read("/nowhere/at/all.svg", &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/positions/svg", test_svg);
    g_test_add_func("/positions/graphml", test_graphml);
    g_test_add_func("/positions/gexf", test_gexf);
    g_test_add_func("/positions/names", test_names);
    g_test_add_func("/positions/failures", test_failures);
    return g_test_run();
}
