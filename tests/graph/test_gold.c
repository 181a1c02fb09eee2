/* test_gold.c - two real reports annotated by hand: incidence and ties at five levels equal the expected tables. */
#include "delimited.h"
#include "network.h"
#include "number.h"
#include "support.h"
#include <string.h>

static const char *const levels[] = {"all", "country", "official", "agency", "country+blocs"};

/* Path of a shared file; NULL when the data are not here. */
static char *gold(const char *name)
{
    g_autofree char *path = g_build_filename("gold", name, NULL);
    return support_shared(path);
}

typedef struct Read {
    Corpus *corpus;
    Cast *cast;
    Hierarchy *hierarchy;
    Diagnostics *diagnostics;
} Read;

static void read_folder(Read *r, const char *folder)
{
    GError *error = NULL;
    ReadOptions options = {.unit = {UNIT_DEFAULT, 0}};
    r->diagnostics = diagnostics_new();
    r->corpus = corpus_read(&folder, 1, &options, r->diagnostics, &error);
    g_assert_no_error(error);
    r->cast = cast_resolve(r->corpus, NULL, 0, r->diagnostics, &error);
    g_assert_no_error(error);
    r->hierarchy = hierarchy_new(r->corpus, r->cast, r->diagnostics);
}

static void read_clear(Read *r)
{
    hierarchy_free(r->hierarchy);
    cast_free(r->cast);
    corpus_free(r->corpus);
    diagnostics_free(r->diagnostics);
}

static Selection selection_of(const char *level)
{
    Selection s;
    selection_init(&s);
    s.roll_up = ROLL_UP_ANY;
    s.expand_blocs = strcmp(level, "country+blocs") == 0;
    g_assert_true(level_by_name(s.expand_blocs ? "country" : level, &s.level));
    return s;
}

/* Rows of an expected table at one level: the key fields joined by blanks → the value field. */
static GHashTable *expected(const char *path, const char *level, const char *const *key, size_t n_keys,
                            const char *value)
{
    GError *error = NULL;
    g_autoptr(Delimited) table = delimited_open(path, &error);
    g_assert_no_error(error);
    GHashTable *rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    int level_column = delimited_find(table, (const char *const[]){"level", NULL});
    int value_column = value ? delimited_find(table, (const char *const[]){value, NULL}) : -1;
    size_t n;
    while (delimited_next(table, &n, &error)) {
        g_autoptr(GString) row = g_string_new(NULL);
        for (size_t i = 0; i < n_keys; i++)
            g_string_append_printf(row, "%s%s", i ? " " : "",
                                   delimited_field(table, delimited_find(table, (const char *const[]){key[i], NULL})));
        if (strcmp(delimited_field(table, level_column), level) == 0)
            g_hash_table_insert(rows, g_strdup(row->str), g_strdup(delimited_field(table, value_column)));
    }
    g_assert_no_error(error);
    g_assert_cmpuint(g_hash_table_size(rows), >, 0);
    return rows;
}

static void check_incidence(const Incidence *inc, const char *level)
{
    g_autofree char *path = gold("expected_incidence.tsv");
    g_autoptr(GHashTable) rows = expected(path, level, (const char *const[]){"event", "actor", "type"}, 3, NULL);
    for (uint32_t c = 0; c < inc->n_events; c++)
        for (uint32_t cell = inc->event_first[c]; cell < inc->event_first[c + 1]; cell++) {
            const Actor *a = &inc->cast->actor[inc->actor[inc->cell_actor[cell]].i];
            g_autofree char *row =
                g_strdup_printf("%s %s %s", inc->corpus->event[inc->event[c].i].id, a->id, actor_type_name(a->type));
            if (!g_hash_table_contains(rows, row))
                g_test_message("not expected: %s: %s", level, row);
            g_assert_true(g_hash_table_contains(rows, row));
        }
    g_assert_cmpuint(inc->n_cells, ==, g_hash_table_size(rows));
}

static void check_ties(const Incidence *inc, Selection s, const char *level, const char *weight)
{
    g_autofree char *path = gold("expected_ties.tsv");
    g_autoptr(GHashTable) rows = expected(path, level, (const char *const[]){"a", "b"}, 2, weight);
    GError *error = NULL;
    g_assert_true(weight_by_name(weight, &s.weight));
    g_autoptr(Network) net = network_project(inc, &s, &error);
    g_assert_no_error(error);
    for (size_t i = 0; i < net->n_ties; i++) {
        const char *a = network_actor(net, net->tie[i].a)->id, *b = network_actor(net, net->tie[i].b)->id;
        g_autofree char *row = strcmp(a, b) < 0 ? g_strdup_printf("%s %s", a, b) : g_strdup_printf("%s %s", b, a);
        double value;
        const char *text = g_hash_table_lookup(rows, row);
        g_test_message("%s %s %s", level, weight, row);
        g_assert_nonnull(text);
        g_assert_true(number_parse(text, &value));
        g_assert_cmpfloat_with_epsilon(net->tie[i].weight, value, 1e-8);
    }
    g_assert_cmpuint(net->n_ties, ==, g_hash_table_size(rows));
}

static void check_folder(const char *folder)
{
    Read r;
    read_folder(&r, folder);
    for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
        Selection s = selection_of(levels[i]);
        GError *error = NULL;
        g_autoptr(Incidence) inc = incidence_build(r.corpus, r.cast, r.hierarchy, &s, r.diagnostics, &error);
        g_assert_no_error(error);
        check_incidence(inc, levels[i]);
        check_ties(inc, s, levels[i], "count");
        check_ties(inc, s, levels[i], "newman");
    }
    g_assert_cmpuint(diagnostics_count_code(r.diagnostics, DIAGNOSTIC_INFERENCE_DIFFERS), ==, 0);
    g_assert_cmpuint(diagnostics_count_code(r.diagnostics, DIAGNOSTIC_UNKNOWN_REF), ==, 0);
    read_clear(&r);
}

/* Copies both reports, without what the pattern matches, of which there must be something, and checks them. */
static void check_without(const char *pattern)
{
    static const char *const names[] = {"001.tei.xml", "003.tei.xml"};
    char *folder = support_folder();
    int n_removed = 0;
    bool here = true;
    for (size_t i = 0; i < G_N_ELEMENTS(names) && here; i++) {
        g_autofree char *path = gold(names[i]);
        g_autofree char *text = NULL;
        g_auto(GStrv) rest = NULL;
        here = path && g_file_get_contents(path, &text, NULL, NULL);
        if (!here)
            break;
        rest = pattern ? g_regex_split_simple(pattern, text, 0, 0) : g_strdupv((char *[]){text, NULL});
        n_removed += (int)g_strv_length(rest) - 1;
        g_autofree char *joined = g_strjoinv("", rest);
        g_free(support_file(folder, names[i], joined));
    }
    if (here) {
        g_assert_cmpint(n_removed, >, pattern ? 20 : -1);
        check_folder(folder);
    }
    support_remove_folder(folder);
}

static void test_as_annotated(void) { check_without(NULL); }

static void test_without_inferred(void)
{
    check_without("<relation type=\"participation\" subtype=\"inferred-[^>]*/>");
}

static void test_short_form_only(void) { check_without("<relation type=\"participation\"[^>]*/>"); }

static void test_long_form_only(void) { check_without(" corresp=\"#e00[^\"]*\" role=\"[^\"]*\""); }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gold/as-annotated", test_as_annotated);
    g_test_add_func("/gold/without-inferred", test_without_inferred);
    g_test_add_func("/gold/short-form-only", test_short_form_only);
    g_test_add_func("/gold/long-form-only", test_long_form_only);
    return g_test_run();
}
