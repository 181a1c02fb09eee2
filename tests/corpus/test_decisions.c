/* test_decisions.c - decisions.tsv: every kind of row, both forms of the table, dirt, failures, contradictions. */
#include "decisions.h"
#include "disjoint.h"
#include "failure.h"
#include "told.h"

static const char tei[] =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p><persName>Ann</persName></p></body></text></TEI>";

static Told *decided(const char *name, const char *table)
{
    const char *const file[] = {"d.xml", tei, name, table, NULL};
    ReadOptions options = {0};
    return told_with(&options, file);
}

/* "verdict kind type a b role document who why; …", "-" where a row has none. */
static void assert_decisions(const Told *t, const char *expected)
{
    const Corpus *c = t->corpus;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_decisions; i++) {
        const Decision *d = &c->decision[i];
        g_autofree char *verdict = decision_verdict(d);
        g_string_append_printf(list, "%s%s %s %s", i ? "; " : "", verdict, decision_kind_name(d->kind),
                               actor_type_name(d->type));
        const char *const text[] = {d->a, d->b, d->role, d->document, d->who, d->why};
        for (size_t k = 0; k < G_N_ELEMENTS(text); k++)
            g_string_append_printf(list, " %s", text[k] ? text[k] : "-");
    }
    g_assert_cmpstr(list->str, ==, expected);
}

static void test_rows(void)
{
    g_autoptr(Told) t = decided("decisions.tsv", "decision\tkind\ttype\ta\tb\trole\tdocument\twho\twhy\tmore\n"
                                                 "same\tactor\tofficial\tann\tAnn Ek\t\t\tktv\tone photo\tx\n"
                                                 "\tactor\tofficial\tann\tBo\t\t\t\t\t\n"
                                                 "different\tactor\todd\tann\tbo\t\t\t\t\t\n"
                                                 "same\tevent\t\te1\te2\t\t\t\t\t\n"
                                                 "drop\tparticipation\t\te1\tann\thost\td\t\t\t\n"
                                                 "keep\tparticipation\t\te1\tbo\t\t\t\t\t\n"
                                                 "role: chair \tparticipation\t\te1\tcy\t\t\t\t\t\n");
    assert_decisions(t, "same actor official ann Ann Ek - - ktv one photo; different actor unknown ann bo - - - -; "
                        "same event unknown e1 e2 - - - -; drop participation unknown e1 ann host d - -; "
                        "keep participation unknown e1 bo - - - -; role:chair participation unknown e1 cy - - - -");
    g_assert_cmpuint(t->corpus->decision[1].place.line, ==, 4);
    g_assert_cmpuint(strlen(t->corpus->decisions_digest), ==, 64);
}

/* What extract prints, with a column more: event is a, id, else the name, is b. */
static void test_extracted(void)
{
    g_autoptr(Told) t = decided("decisions-2.tsv", "event,actor,id,role,decision\ne1,Ann Ek,ann,host,drop\n"
                                                   "e1,\"Bo, Jr\",,,role:speaker\ne1,Cy,cy,,\n");
    assert_decisions(t, "drop participation unknown e1 ann host - - -; "
                        "role:speaker participation unknown e1 Bo, Jr - - - -");
}

static void test_dirt(void)
{
    static const struct {
        const char *row, *said;
    } wrong[] = {
        {"merge\tactor\ta\tb", "the decision is none: \"merge\""},
        {"SAME\tactor\ta\tb", "the decision is none: \"SAME\""},
        {"role:\tparticipation\ta\tb", "the decision is none: \"role:\""},
        {"same\tthing\ta\tb", "the kind is none: \"same\""},
        {"same\tparticipation\ta\tb", "the decision is of another kind: \"same\""},
        {"drop\tevent\ta\tb", "the decision is of another kind: \"drop\""},
        {"keep\tactor\ta\tb", "the decision is of another kind: \"keep\""},
        {"same\tactor\ta\t", "a or b is empty: \"same\""},
        {"same\tactor", "a or b is empty: \"same\""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree char *table = g_strdup_printf("decision\tkind\ta\tb\n\n%s\n", wrong[i].row);
        g_autoptr(Told) t = decided("decisions.tsv", table);
        g_assert_no_error(t->error);
        g_assert_cmpuint(t->corpus->n_decisions, ==, 0);
        bool told = false;
        for (size_t k = 0; k < diagnostics_size(t->diagnostics); k++) {
            const Diagnostic *d = diagnostics_get(t->diagnostics, k);
            if (d->code != DIAGNOSTIC_BAD_DECISION)
                continue;
            g_assert_cmpstr(d->text, ==, wrong[i].said);
            g_assert_cmpuint(d->place.line, ==, 3);
            told = true;
        }
        g_assert_true(told);
    }
}

static void test_failures(void)
{
    static const struct {
        const char *table, *code;
    } wrong[] = {
        {"a\tb\nann\tbo\n", "not-a-table"},
        {"decision\ta\nsame\tann\n", "not-a-table"},
        {"decision\tevent\nsame\te\n", "not-a-table"},
        {"decision\ta\tb\nsame\tann\tb\xFFo\n", "bad-table"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(Told) t = decided("decisions.tsv", wrong[i].table);
        g_assert_nonnull(t->error);
        g_assert_cmpstr(failure_of(t->error).code, ==, wrong[i].code);
    }
    g_autoptr(Told) none = decided("decisions.tsv", "decision\ta\tb\n"); /* no row: nothing was decided */
    g_assert_no_error(none->error);
    g_assert_cmpuint(none->corpus->n_decisions, ==, 0);
}

/* Files in order of their names; other names, and files named by the user, are no decisions. */
static void test_files(void)
{
    char *folder = support_folder();
    static const char *const name[] = {"decisions-b.tsv", "decisions.tsv",   "decisions-a.tsv",
                                       "decisions.csv",   "decisions-a.txt", "mydecisions.tsv"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        g_free(support_file(folder, name[i], "decision\ta\tb\n"));
    g_autofree char *one = g_build_filename(folder, "decisions.tsv", NULL), *again = g_strconcat(folder, "/.", NULL);
    const char *input[] = {folder, again, one, "/nowhere"};
    g_auto(GStrv) file = decisions_files(input, G_N_ELEMENTS(input));
    g_assert_cmpuint(g_strv_length(file), ==, 3);
    for (size_t i = 0; i < 3; i++) {
        static const char *const expected[] = {"decisions-a.tsv", "decisions-b.tsv", "decisions.tsv"};
        g_autofree char *base = g_path_get_basename(file[i]);
        g_assert_cmpstr(base, ==, expected[i]);
    }
    support_remove_folder(folder);
}

/* Sets of five things under rows "s01" (0 and 1 are the same), "d12" …; '!' behind a row that must become void. */
static void assert_united(const char *rows, const char *sets, unsigned n_conflicts)
{
    g_auto(GStrv) row = g_strsplit(rows, " ", -1);
    size_t n = g_strv_length(row);
    g_autofree Decision *decision = g_new0(Decision, n + 1);
    g_autofree uint32_t(*thing)[2] = g_malloc0_n(n + 1, sizeof *thing);
    g_autofree bool *void_row = g_new0(bool, n + 1);
    uint32_t parent[5];
    Corpus corpus = {.decision = decision, .n_decisions = n};
    for (size_t i = 0; i < n; i++) {
        decision[i] = (Decision){.verdict = row[i][0] == 's' ? VERDICT_SAME : VERDICT_DIFFERENT,
                                 .kind = DECISION_EVENT,
                                 .a = "a",
                                 .b = "b",
                                 .place = {NULL, (uint32_t)i, 1}};
        for (size_t k = 0; k < 2; k++)
            thing[i][k] = row[i][k + 1] == '?' ? UINT32_MAX : (uint32_t)(row[i][k + 1] - '0');
    }
    g_autoptr(Diagnostics) told = diagnostics_new();
    decisions_unite(&corpus, DECISION_EVENT, thing, G_N_ELEMENTS(parent), parent, void_row, told);
    char found[G_N_ELEMENTS(parent) + 1] = "";
    for (uint32_t i = 0; i < G_N_ELEMENTS(parent); i++)
        found[i] = (char)('0' + disjoint_root(parent, i));
    g_assert_cmpstr(found, ==, sets);
    for (size_t i = 0; i < n; i++)
        g_assert_cmpint(void_row[i], ==, row[i][3] == '!');
    g_assert_cmpuint(diagnostics_count_code(told, DIAGNOSTIC_DECISION_CONFLICT), ==, n_conflicts);
}

static void test_unite(void)
{
    assert_united("", "01234", 0);
    assert_united("s01 s12", "00034", 0);
    assert_united("s21 s10", "00034", 0); /* the first is the root, whatever the order */
    assert_united("d01 s23", "01224", 0);
    assert_united("s0? d?1", "01234", 0);
    assert_united("s01! d01! s23", "01224", 1);
    assert_united("s01! s12! d02! s34", "01233", 1);
    assert_united("s01! d10! s23! d32! d04", "01234", 2);
    assert_united("d00! s12", "01134", 1); /* nothing differs from itself */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/decisions/rows", test_rows);
    g_test_add_func("/decisions/extracted", test_extracted);
    g_test_add_func("/decisions/dirt", test_dirt);
    g_test_add_func("/decisions/failures", test_failures);
    g_test_add_func("/decisions/files", test_files);
    g_test_add_func("/decisions/unite", test_unite);
    return g_test_run();
}
