/* test_review.c - statements of a draft as rows: places in lines and columns, the doubtful first, counts. */
#include "review.h"
#include <string.h>

/* "Péru met\nthe QDA.": a country, a body, their meeting, who took part, and what a person said. */
static Draft *made(void)
{
    static const char text[] = "Péru met\nthe QDA.";
    Draft *d = draft_new("a.txt", text, strlen(text));
    d->id = "a";
    d->line = 3; /* the article begins there in its file */
    DraftActor actors[] = {{.id = "PE", .type = ACTOR_COUNTRY, .label = "Peru", .rule = "country-name"},
                           {.id = "qda", .type = ACTOR_AGENCY, .label = NULL}};
    g_array_append_vals(d->actor, actors, 2);
    DraftEvent event = {
        .id = "a-e1", .label = "talks", .parent = ID_NONE, .cert = CERT_MEDIUM, .rule = "event-verb", .open = true};
    g_array_append_val(d->event, event);
    Mark marks[] = {{.from = 0, .to = 5, .kind = MARK_COUNTRY, .cert = CERT_HIGH, .rule = "country-name"},
                    {.from = 6, .to = 9, .kind = MARK_EVENT, .cert = CERT_MEDIUM, .rule = "event-verb"},
                    {.from = 14, .to = 17, .kind = MARK_AGENCY, .cert = CERT_LOW, .rule = "agency-capitals"},
                    {.from = 10, .to = 17, .kind = MARK_AGENCY, .cert = CERT_UNSTATED, .rule = NULL}};
    for (uint32_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        marks[i].targets = draft_add_targets(d, &(uint32_t){i == 0 ? 0 : i == 1 ? 0 : 1}, 1);
        g_array_append_val(d->mark, marks[i]);
    }
    DraftParticipation taking = {.event = 0,
                                 .actor = 1,
                                 .role = "host",
                                 .cert = CERT_LOW,
                                 .rule = "met",
                                 .flags = PART_COMENTION,
                                 .evidence = draft_add_targets(d, &(uint32_t){2}, 1)};
    g_array_append_val(d->participation, taking);
    DraftAffiliation affiliation = {
        .kind = AFFILIATION_AGENCY_OF, .active = 1, .passive = 0, .cert = CERT_HIGH, .rule = "agency-possessor"};
    g_array_append_val(d->affiliation, affiliation);
    return d;
}

static const ReviewRow *row_of(const GArray *row, const char *type, const char *text)
{
    for (guint i = 0; i < row->len; i++) {
        const ReviewRow *r = &g_array_index(row, ReviewRow, i);
        if (strcmp(r->type, type) == 0 && strcmp(r->text, text) == 0)
            return r;
    }
    g_error("no row %s %s", type, text);
}

static void test_rows(void)
{
    g_autoptr(Draft) d = made();
    g_autoptr(GArray) row = review_new();
    review_rows(d, row);
    const ReviewRow *peru = row_of(row, "country", "Péru"), *qda = row_of(row, "agency", "QDA");
    g_assert_cmpuint(peru->line, ==, 3);
    g_assert_cmpuint(peru->column, ==, 1);
    g_assert_cmpstr(peru->ref, ==, "PE");
    g_assert_cmpuint(qda->line, ==, 4);
    g_assert_cmpuint(qda->column, ==, 5);
    g_assert_cmpuint(row_of(row, "event", "met")->column, ==, 6); /* columns are characters: é is one */
    g_assert_cmpstr(row_of(row, "event", "met")->ref, ==, "a-e1");
    const ReviewRow *taking = row_of(row, "participation", "qda: host, talks"); /* nobody called it but by its id */
    g_assert_cmpstr(taking->ref, ==, "qda a-e1");
    g_assert_cmpuint(taking->line, ==, 4);
    const ReviewRow *affiliation = row_of(row, "affiliation", "qda agency_of Peru");
    g_assert_cmpuint(affiliation->line, ==, 0);
    g_assert_null(row_of(row, "agency", "the QDA")->rule);
}

static void test_order(void)
{
    g_autoptr(Draft) d = made();
    g_autoptr(GArray) row = review_new();
    review_rows(d, row);
    for (guint i = 1; i < row->len; i++) {
        const ReviewRow *a = &g_array_index(row, ReviewRow, i - 1), *b = &g_array_index(row, ReviewRow, i);
        g_assert_true(!a->line || !b->line || a->at <= b->at);
    }
    review_sort(row);
    g_assert_cmpint(g_array_index(row, ReviewRow, 0).cert, ==, CERT_LOW);
    for (guint i = 1; i < row->len; i++)
        g_assert_cmpint(g_array_index(row, ReviewRow, i - 1).cert, <=, g_array_index(row, ReviewRow, i).cert);
}

static void test_counts(void)
{
    g_autoptr(Draft) d = made();
    ReviewCounts c = {0};
    review_count(d, &c);
    review_count(d, &c); /* adds up */
    g_assert_cmpuint(c.n_documents, ==, 2);
    g_assert_cmpuint(c.n_marks, ==, 8);
    g_assert_cmpuint(c.n_events, ==, 2);
    g_assert_cmpuint(c.n_open, ==, 2);
    g_assert_cmpuint(c.n_participations, ==, 2);
    g_assert_cmpuint(c.n_comentions, ==, 2);
    g_assert_cmpuint(c.n_cert[CERT_LOW], ==, 4); /* a mark and a participation; a person's mark is not counted */
    g_assert_cmpuint(c.n_cert[CERT_HIGH], ==, 2);
    g_assert_cmpuint(c.n_cert[CERT_UNSTATED], ==, 0);
}

static void test_long(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 40; i++)
        g_string_append(text, "harbour\n  ");
    g_autoptr(Draft) d = draft_new("a.txt", text->str, text->len);
    d->id = "a";
    Mark mark = {.from = 0, .to = (uint32_t)text->len, .kind = MARK_INSTRUMENT, .cert = CERT_LOW, .rule = "x"};
    g_array_append_val(d->mark, mark);
    g_autoptr(GArray) row = review_new();
    review_rows(d, row);
    const ReviewRow *r = &g_array_index(row, ReviewRow, 0);
    g_assert_cmpstr(r->type, ==, "name");
    g_assert_cmpint(g_utf8_strlen(r->text, -1), <=, 80);
    g_assert_true(g_str_has_prefix(r->text, "harbour harbour "));
    g_assert_null(strchr(r->text, '\n'));
    g_assert_cmpuint(r->line, ==, 1); /* a text whose lines are not its file's counts from 1 */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/review/rows", test_rows);
    g_test_add_func("/review/order", test_order);
    g_test_add_func("/review/counts", test_counts);
    g_test_add_func("/review/long", test_long);
    return g_test_run();
}
