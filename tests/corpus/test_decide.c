/* test_decide.c - decisions of events: those that are the same become one with all that is known, others are listed. */
#include "decisions.h"
#include "told.h"

/* An event told by two documents under ids of their own, one with a part; ids may stand in both. */
static const char *const one =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='one'><standOff><listEvent><event xml:id='e1' subtype='scheduled'>"
    "<label>Talks</label><listRelation><relation type='participation' active='#ann' "
    "passive='#e1'/></listRelation></event>"
    "<event xml:id='x' subtype='focal'/></listEvent></standOff><text><body><p>One</p></body></text></TEI>";
static const char *const two =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='two'><standOff><listEvent><event xml:id='e2' type='drill' "
    "subtype='focal' when='2020-05-04'><label>The talks</label><idno type='series'>s</idno><listRelation><relation "
    "type='participation' active='#bo' passive='#e2'/></listRelation></event><event xml:id='x' subtype='focal'/><event "
    "xml:id='part' subtype='subevent' corresp='#e2'><label>Lunch</label><listRelation><relation type='participation' "
    "active='#cy' "
    "passive='#part'/></listRelation></event></listEvent></standOff><text><body><p>Two</p></body></text></TEI>";

static Told *decided(const char *rows)
{
    g_autofree char *table = g_strconcat("decision\tkind\ta\tb\n", rows, NULL);
    const char *const file[] = {"1.xml", one, "2.xml", two, "decisions.tsv", table, NULL};
    ReadOptions options = {0};
    Told *t = told_with(&options, file);
    g_assert_no_error(t->error);
    return t;
}

/* "id/documents …" of all events, then "actor@event …" of all participations. */
static void assert_told(const Told *t, const char *expected)
{
    const Corpus *c = t->corpus;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_events; i++) {
        const Event *e = &c->event[i];
        g_string_append_printf(list, "%s/", e->id);
        for (uint32_t k = 0; k < e->documents.n; k++)
            g_string_append(list, c->document[c->event_document[e->documents.first + k].i].id);
        g_string_append_c(list, ' ');
        g_assert_true(event_id_is_none(e->parent) || e->parent.i < c->n_events);
    }
    for (size_t i = 0; i < c->n_participations; i++)
        g_string_append_printf(list, "%s%s@%s", i ? " " : "", c->ref[c->participation[i].actor.i].text,
                               c->event[c->participation[i].event.i].id);
    g_assert_cmpstr(list->str, ==, expected);
}

#define UNDECIDED "e1/one x/one e2/two x/two part/two ann@e1 bo@e2 cy@e2"

static void test_none(void)
{
    g_autoptr(Told) t = decided("");
    assert_told(t, UNDECIDED);
    g_assert_cmpuint(t->corpus->n_decided + t->corpus->n_distinct, ==, 0);
}

static void test_same(void)
{
    static const char *const ways[] = {"same\tevent\te1\te2\n", "same\tevent\te2\te1\n",
                                       "same\tevent\tone#e1\t2.xml#e2\n", "same\tevent\te1\te2\nsame\tevent\te2\te1\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(Told) t = decided(ways[i]);
        assert_told(t, "e1/onetwo x/one x/two part/two ann@e1 bo@e1 cy@e1");
        const Event *e = &t->corpus->event[0];
        g_assert_cmpstr(e->label, ==, "Talks"); /* the first keeps what it knows, and learns the rest */
        g_assert_cmpstr(e->type, ==, "drill");
        g_assert_cmpstr(e->series, ==, "s");
        g_assert_cmpint(e->status, ==, EVENT_FOCAL);
        char day[DATE_SIZE];
        date_format(e->first, day);
        g_assert_cmpstr(day, ==, "2020-05-04");
        g_assert_cmpuint(t->corpus->event[3].parent.i, ==, 0); /* the part goes along */
        g_assert_cmpuint(t->corpus->n_decided, ==, i == 3 ? 2 : 1);
    }
    /* a part that is the whole has no parent, itself least of all */
    g_autoptr(Told) t = decided("same\tevent\te2\tpart\n");
    assert_told(t, "e1/one x/one e2/two x/two ann@e1 bo@e2 cy@e2");
    g_assert_true(event_id_is_none(t->corpus->event[2].parent));
}

static void test_different(void)
{
    g_autoptr(Told) t = decided("different\tevent\te2\te1\nsame\tevent\tone#x\ttwo#x\ndifferent\tevent\te1\tpart\n");
    assert_told(t, "e1/one x/onetwo e2/two part/two ann@e1 bo@e2 cy@e2");
    g_assert_cmpuint(t->corpus->n_distinct, ==, 2);
    static const uint32_t pair[][2] = {{0, 2}, {0, 3}}; /* rows as they are after x became one */
    for (size_t i = 0; i < 2; i++) {
        g_assert_cmpuint(t->corpus->distinct[i].a.i, ==, pair[i][0]);
        g_assert_cmpuint(t->corpus->distinct[i].b.i, ==, pair[i][1]);
    }
    g_assert_cmpuint(t->corpus->n_decided, ==, 3);
}

static void test_wrong(void)
{
    static const struct {
        const char *rows;
        unsigned n_unknown, n_conflicts;
    } wrong[] = {
        {"same\tevent\te1\tnone\n", 1, 0},
        {"same\tevent\tnone\tnone\n", 2, 0},
        {"same\tevent\te1\tx\n", 1, 0}, /* two have this id */
        {"same\tevent\te1\t3.xml#x\n", 1, 0},
        {"same\tevent\te1\t#x\n", 1, 0},
        {"keep\tparticipation\tnone\tann\n", 1, 0},
        {"same\tevent\te1\te2\ndifferent\tevent\te2\te1\n", 0, 1},
        {"same\tevent\te1\te2\nsame\tevent\te2\tpart\ndifferent\tevent\tpart\te1\n", 0, 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(Told) t = decided(wrong[i].rows);
        assert_told(t, UNDECIDED);
        g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN), ==, wrong[i].n_unknown);
        g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DECISION_CONFLICT), ==,
                         wrong[i].n_conflicts);
        g_assert_cmpuint(t->corpus->n_decided + t->corpus->n_distinct, ==, 0);
    }
}

/* Rows about participations know their event after events have become one. */
static void test_participations(void)
{
    g_autoptr(Told) t = decided("drop\tparticipation\te2\tbo\nsame\tevent\te1\te2\ndrop\tparticipation\ttwo#x\tbo\n");
    g_assert_cmpuint(t->corpus->decision[0].event.i, ==, 0);
    g_assert_true(event_id_is_none(t->corpus->decision[1].event));
    g_assert_cmpuint(t->corpus->decision[2].event.i, ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/decide/none", test_none);
    g_test_add_func("/decide/same", test_same);
    g_test_add_func("/decide/different", test_different);
    g_test_add_func("/decide/wrong", test_wrong);
    g_test_add_func("/decide/participations", test_participations);
    return g_test_run();
}
