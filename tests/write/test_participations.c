/* test_participations.c - the table that extract prints. */
#include "participations.h"
#include "sample.h"

static char *table(Sample *s, DelimitedKind kind)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(s->folder, "t", NULL);
    g_autoptr(Output) out = output_open(path, true, &error);
    g_assert_true(participations_write(s->made->incidence, kind, out, &error));
    g_assert_true(output_commit(out, &error));
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

#define HEADER                                                                                                         \
    "event\tactor\ttype\trole\tstatus\tevent_status\tcert\tdate\tdocument\tplace\tid\tevent_title\tevent_"             \
    "type\tto\tseries\t"                                                                                               \
    "where\n"

static void test_rows(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_name(s, "A", "Nguyễn\tVăn A");
    sample_date(s, "talk", "2015-04-16");
    sample_event(s, "talk")->status = EVENT_FOCAL;
    sample_sentence(s, "B", "talk", "B came.");
    sample_bloc(s, "ASEAN", "talk", "host");
    g_autofree char *text = table(s, DELIMITED_TSV);
    g_auto(GStrv) line = g_strsplit(text, "\n", -1);
    g_assert_true(g_str_has_prefix(text, HEADER));
    g_assert_cmpuint(g_strv_length(line), ==, 1 + 6 + 1 + 1);
    g_assert_cmpstr(line[1], ==,
                    "talk\tNguyễn Văn A\tofficial\tattendee\tstated\tfocal\t\t2015-04-16\tmade\tmade:1:1\tA\ttalk\t\t"
                    "2015-04-16\t\t");
    g_assert_true(
        g_str_has_prefix(line[2], "talk\tB\tofficial\tattendee\tstated\tfocal\t\t2015-04-16\tmade\tmade:100:7\tB"));
    g_assert_true(
        g_str_has_prefix(line[7], "talk\tASEAN\tbloc\thost\tstated\tfocal\thigh\t2015-04-16\tmade\tmade:900:1\tASEAN"));
}

static void test_csv(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_name(s, "A", "Last, \"First\"");
    g_autofree char *text = table(s, DELIMITED_CSV);
    g_assert_true(g_str_has_prefix(text, "event,actor,type,role,"));
    sample_assert_has(text, "\ntalk,\"Last, \"\"First\"\"\",official,");
}

/* Ids are local to their file: in one table two of them must not become one. */
static void test_same_ids(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_actor(s, "B")->id = sample_actor(s, "A")->id;
    sample_event(s, "drill")->id = sample_text(s, "talk");
    g_autofree char *text = table(s, DELIMITED_TSV);
    sample_assert_has(text, "\ntalk\tA\tofficial\t");
    sample_assert_has(text, "\ntalk#2\tA\tofficial\t");
    sample_assert_has(text, "\tA#2\t");
    g_assert_cmpuint(sample_count(text, "\tA#2\t"), ==, 2);
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    g_autofree char *text = table(s, DELIMITED_TSV);
    g_assert_cmpstr(text, ==, HEADER);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/participations/rows", test_rows);
    g_test_add_func("/write/participations/csv", test_csv);
    g_test_add_func("/write/participations/same-ids", test_same_ids);
    g_test_add_func("/write/participations/empty", test_empty);
    return g_test_run();
}
