/* test_inference.c - inferred participations that a file carries, held against ours. */
#include "told.h"
#include <string.h>

static const char *const lines[] = {"document|a.xml",
                                    "record|ann|official|Ann",
                                    "record|dept|agency|Department|department",
                                    "record|min|agency|Ministry|ministry",
                                    "record|VN|country|Viet Nam",
                                    "record|SG|country|Singapore",
                                    "record|TH|country|Thailand",
                                    "record|asean|bloc|ASEAN",
                                    "is|member_of|ann|dept",
                                    "is|part_of|dept|min",
                                    "is|agency_of|min|VN",
                                    "is|member|VN|asean",
                                    "is|member|SG|asean",
                                    "event|e|2020|scheduled",
                                    "took|e|ann",
                                    "took|e|asean||||e",
                                    NULL};

/* Diagnostics of the lines with these, joined by "; ". */
static void expect(const char *const *more, const char *told)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (size_t i = 0; lines[i]; i++)
        g_ptr_array_add(all, (char *)lines[i]);
    for (; *more; more++)
        g_ptr_array_add(all, (char *)*more);
    g_ptr_array_add(all, NULL);
    g_autoptr(Told) t = told_new((const char *const *)all->pdata);
    g_autoptr(GString) out = g_string_new(NULL);
    told_select(t);
    for (size_t i = 0; i < diagnostics_size(t->diagnostics); i++) {
        const Diagnostic *d = diagnostics_get(t->diagnostics, i);
        if (d->code == DIAGNOSTIC_INFERENCE_DIFFERS)
            g_string_append_printf(out, "%s%s", out->len ? "; " : "", d->text);
    }
    g_assert_cmpstr(out->str, ==, told);
}

static void test_compare(void)
{
    expect((const char *const[]){NULL}, ""); /* carries nothing: nothing to compare */
    expect((const char *const[]){"took|e|dept||inferred-affiliation", "took|e|VN||inferred-affiliation", NULL}, "");
    expect((const char *const[]){"took|e|min||inferred-parent", NULL}, "");
    expect((const char *const[]){"took|e|SG||inferred-expansion", "took|e|VN||inferred-expansion", NULL}, "");
    /* carried under another kind is not lacking; stated is not either */
    expect(
        (const char *const[]){"took|e|SG||inferred-expansion", "took|e|VN||inferred-affiliation", "took|e|dept", NULL},
        "");
    expect((const char *const[]){"took|e|dept||inferred-affiliation", NULL},
           "the affiliations give VN in e as inferred-affiliation, which the file does not have");
    expect((const char *const[]){"took|e|SG||inferred-expansion", "took|e|VN||inferred-expansion",
                                 "took|e|TH||inferred-expansion||||asean", NULL},
           "the file has TH in e as inferred-expansion from asean, which the affiliations do not give");
    expect((const char *const[]){"took|e|TH||inferred-parent", "event|f|2020", "took|f|ann", NULL},
           "the affiliations give min in e as inferred-parent, which the file does not have; "
           "the file has TH in e as inferred-parent, which the affiliations do not give");
}

static void test_never_counted(void)
{
    g_autoptr(Told) t =
        told_new((const char *const[]){"document|a.xml", "event|e|2020", "took|e|TH||inferred-expansion",
                                       "record|ann|official|Ann", "is|represents|ann|SG", "took|e|ann", NULL});
    t->selection.level = LEVEL_COUNTRY;
    told_select(t);
    g_autofree char *cells = told_cells(t);
    g_assert_cmpstr(cells, ==, "e: SG");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/inference/compare", test_compare);
    g_test_add_func("/inference/never-counted", test_never_counted);
    return g_test_run();
}
