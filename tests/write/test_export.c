/* test_export.c - the table of formats. */
#include "export.h"
#include <string.h>

static void test_names(void)
{
    size_t n;
    const ExportFormat *format = export_formats(&n);
    g_assert_cmpuint(n, ==, 14);
    for (size_t i = 0; i < n; i++) {
        g_assert_true(export_format_by_name(format[i].name) == &format[i]);
        g_assert_true((format[i].write == NULL) == (format[i].part[0].format != NULL));
        for (size_t p = 0; !format[i].write && p < N_EXPORT_PARTS; p++) {
            const ExportFormat *part = export_format_by_name(format[i].part[p].format);
            g_assert_true(part && part->write && !part->extension);
            g_assert_nonnull(strrchr(format[i].part[p].ending, '.'));
        }
        g_assert_cmpuint(strlen(format[i].what), >, 10);
        for (size_t j = 0; j < i; j++)
            g_assert_cmpstr(format[i].extension ? format[i].extension : format[i].name, !=,
                            format[j].extension ? format[j].extension : format[j].name);
    }
    g_assert_null(export_format_by_name("gefx"));
    g_assert_null(export_format_by_name(""));
}

static void test_extensions(void)
{
    static const char *const pair[][2] = {{"a.graphml", "graphml"}, {"x/y.dot", "dot"},   {"a.gv", "styled-dot"},
                                          {"A.CSV", "csv"},         {"a.b.json", "json"}, {"a.cyjs", "cytoscape"},
                                          {"a.gexf", "gexf"},       {"a.net", "pajek"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pair); i++)
        g_assert_cmpstr(export_format_by_extension(pair[i][0])->name, ==, pair[i][1]);
    g_assert_null(export_format_by_extension("noextension"));
    g_assert_null(export_format_by_extension("folder.json/file"));
    g_assert_null(export_format_by_extension("a."));
    g_assert_null(export_format_by_extension("-"));
    g_assert_null(export_format_by_extension(""));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/export/names", test_names);
    g_test_add_func("/write/export/extensions", test_extensions);
    return g_test_run();
}
