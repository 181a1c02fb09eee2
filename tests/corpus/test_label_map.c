/* test_label_map.c - labels of many tools find their meaning, whatever their spelling; what the user adds beats it. */
#include "failure.h"
#include "label_map.h"
#include "support.h"
#include <string.h>

static void test_spellings(void)
{
    static const struct {
        LabelOf of;
        const char *label;
        Meaning meaning;
        const char *word;
    } told[] = {{LABEL_OF_MARK, "PERSON", MEANING_OFFICIAL, NULL},
                {LABEL_OF_MARK, "per", MEANING_OFFICIAL, NULL},
                {LABEL_OF_MARK, "B-PER", MEANING_OFFICIAL, NULL},
                {LABEL_OF_MARK, "ORG", MEANING_AGENCY, NULL},
                {LABEL_OF_MARK, "Organization", MEANING_AGENCY, NULL},
                {LABEL_OF_MARK, "GPE", MEANING_PLACE, NULL},
                {LABEL_OF_MARK, "State-or-Province", MEANING_PLACE, NULL},
                {LABEL_OF_MARK, "NORP", MEANING_DEMONYM, NULL},
                {LABEL_OF_MARK, "EVENT", MEANING_EVENT, NULL},
                {LABEL_OF_MARK, "CARDINAL", MEANING_IGNORE, NULL},
                {LABEL_OF_MARK, "Work of Art", MEANING_NAME, NULL},
                {LABEL_OF_MARK, "Protein", MEANING_UNKNOWN, NULL},
                {LABEL_OF_MARK, "", MEANING_UNKNOWN, NULL},
                {LABEL_OF_MARK, "B-", MEANING_UNKNOWN, NULL},
                {LABEL_OF_RELATION, "Participates-In", MEANING_PARTICIPATION, NULL},
                {LABEL_OF_RELATION, "hosted_by", MEANING_PARTICIPATION, "host"},
                {LABEL_OF_RELATION, "affiliated_with", MEANING_AFFILIATION, NULL},
                {LABEL_OF_RELATION, "employs", MEANING_AFFILIATED, NULL},
                {LABEL_OF_RELATION, "PERSON", MEANING_UNKNOWN, NULL},
                {LABEL_OF_ROLE, "Organizer", MEANING_PARTICIPATION, "organiser"},
                {LABEL_OF_ROLE, "Time-Within", MEANING_WHEN, NULL},
                {LABEL_OF_EVENT, "Contact:Meet", MEANING_UNKNOWN, NULL}};
    g_autoptr(LabelMap) map = label_map_new();
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        const char *word;
        g_assert_cmpint(label_map_find(map, told[i].of, told[i].label, &word), ==, told[i].meaning);
        g_assert_cmpstr(word, ==, told[i].word);
    }
    for (int type = 0; type < N_ACTOR_TYPES; type++) /* our own names always mean themselves */
        g_assert_cmpint(label_map_find(map, LABEL_OF_MARK, actor_type_name((ActorType)type), NULL), >, MEANING_IGNORE);
}

static char *add(LabelMap *map, const char *text)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "mine.tsv", text);
    g_autoptr(GError) error = NULL;
    char *said = label_map_add_file(map, path, &error)
                     ? g_strdup("")
                     : g_strdup_printf("%s %u:%u", failure_of(error).code, failure_of(error).place.line,
                                       failure_of(error).place.column);
    support_remove_folder(folder);
    return said;
}

static void test_user(void)
{
    g_autoptr(LabelMap) map = label_map_new();
    g_assert_null(label_map_digest(map));
    g_autofree char *said = add(map, "label\tmeaning\nProtein\tperson\nORG\tignore\nPROTEIN\tagency\n");
    g_assert_cmpstr(said, ==, "");
    g_assert_cmpint(label_map_find(map, LABEL_OF_MARK, "Protein", NULL), ==, MEANING_AGENCY);
    g_assert_cmpint(label_map_find(map, LABEL_OF_MARK, "org", NULL), ==, MEANING_IGNORE);
    g_assert_cmpint(label_map_find(map, LABEL_OF_MARK, "organization", NULL), ==, MEANING_AGENCY);
    g_assert_cmpuint(strlen(label_map_digest(map)), ==, 64);
    static const char *const wrong[][2] = {
        {"of\tlabel\tmeaning\nmark\tX\trobot\n", "bad-label 2:8"},
        {"of\tlabel\tmeaning\nthing\tX\tofficial\n", "bad-label 2:1"},
        {"of\tlabel\tmeaning\nrelation\tX\tofficial\n", "bad-label 2:12"},
        {"of\tlabel\tmeaning\nmark\t\tofficial\n", "bad-label 2:6"},
        {"of\tmeaning\nmark\tofficial\n", "not-a-table 1:1"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree char *found = add(map, wrong[i][0]);
        g_assert_cmpstr(found, ==, wrong[i][1]);
    }
}

static void test_report(void)
{
    g_autoptr(LabelMap) map = label_map_new();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    for (int i = 0; i < 3; i++)
        label_map_report(map, LABEL_OF_MARK, i == 1 ? "pers-n" : "PERSN", (Place){"x", 1, 1}, diagnostics);
    g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_UNKNOWN_LABEL), ==, 1);
    const char *help = diagnostics_get(diagnostics, 0)->help;
    g_assert_nonnull(strstr(help, "did you mean \"pers"));
    g_assert_nonnull(strstr(help, "official"));
    g_assert_nonnull(strstr(help, "--labels"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/label-map/spellings", test_spellings);
    g_test_add_func("/label-map/user", test_user);
    g_test_add_func("/label-map/report", test_report);
    return g_test_run();
}
