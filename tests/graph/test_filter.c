/* test_filter.c - which events, actors and participations count, and selections that name nobody. */
#include "error.h"
#include "filter.h"
#include "told.h"
#include <string.h>

static const char *const lines[] = {"document|a.xml",
                                    "record|VN|country|Viet Nam",
                                    "record|SG|country|Singapore",
                                    "record|S2|country|Singapore River",
                                    "event|e1|2020-01-01|focal",
                                    "event|e2|2021-06|related",
                                    "event|e3||",
                                    "event|e4|2022|scheduled",
                                    "event|e5|2020|background",
                                    "event|e6|2020|sidebar",
                                    "took|e1|VN|host|||",
                                    "took|e1|SG|chair||medium|",
                                    "took|e2|VN|speaker||low|",
                                    "took|e3|VN||absent",
                                    "took|e3|SG||planned",
                                    "took|e2|SG|represented|inferred-affiliation",
                                    "took|e2|S2|represented|inferred-affiliation||t",
                                    "took|e2|SG||||c",
                                    "took|e4|VN",
                                    NULL};

/* "0 1 6": participations taken. */
static void expect(const char *taken, Selection s)
{
    g_autoptr(Told) t = told_new(lines);
    g_autoptr(GString) out = g_string_new(NULL);
    GError *error = NULL;
    g_autoptr(Filter) f = filter_new(t->corpus, t->cast, &s, &error);
    g_assert_no_error(error);
    for (size_t i = 0; i < t->corpus->n_participations; i++)
        if (filter_takes(f, t->cast, &t->corpus->participation[i]))
            g_string_append_printf(out, "%s%zu", out->len ? " " : "", i);
    g_assert_cmpstr(out->str, ==, taken);
}

static Selection selection(void)
{
    Selection s;
    selection_init(&s);
    return s;
}

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static void test_participations(void)
{
    Selection s = selection();
    expect("0 1 2 6", s);
    s.min_cert = CERT_MEDIUM;
    expect("0 1 6", s);
    s.min_cert = CERT_HIGH;
    expect("0 6", s); /* unstated counts as high */
    s = selection();
    s.role = LIST("host", "speaker");
    expect("0 2", s);
    s = selection();
    s.comention = true;
    expect("0 1 2 6 7", s);
    s = selection();
    s.exclude = LIST("VN");
    expect("1 6", s);
    s = selection();
    s.event_status = LIST("scheduled", "unstated");
    expect("8", s);
}

static void test_dates(void)
{
    Selection s = selection();
    g_assert_true(date_parse("2021-06-10", &s.from));
    expect("2 6", s); /* some day of June may be inside */
    g_assert_true(date_parse("2021-07", &s.from));
    expect("", s);
    s.from = DATE_UNKNOWN;
    g_assert_true(date_parse("2020", &s.to));
    expect("0 1", s);
}

static void test_not_counted(void)
{
    g_autoptr(Told) t = told_new(lines);
    Selection s = selection();
    g_autoptr(Filter) f = filter_new(t->corpus, t->cast, &s, NULL);
    g_assert_cmpuint(f->n_not_counted[EVENT_SCHEDULED], ==, 1);
    g_assert_cmpuint(f->n_not_counted[EVENT_BACKGROUND], ==, 0); /* nobody is in it */
    g_assert_cmpuint(f->n_not_counted[EVENT_FOCAL], ==, 0);
}

static void fails(Selection s, const char *words)
{
    g_autoptr(Told) t = told_new(lines);
    g_autoptr(GError) error = NULL;
    g_assert_null(filter_new(t->corpus, t->cast, &s, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, words));
}

static void test_failures(void)
{
    Selection s = selection();
    s.role = LIST("host", "speeker");
    fails(s, "did you mean speaker?");
    s = selection();
    s.status = LIST("statd");
    fails(s, "did you mean stated?");
    s = selection();
    s.event_status = LIST("focus");
    fails(s, "focus is no status of an event");
    s = selection();
    s.exclude = LIST("Atlantis");
    fails(s, "--exclude: nobody here is called \"Atlantis\"");
    s = selection();
    s.exclude = LIST("Viet Namm");
    fails(s, "did you mean \"Viet Nam\"?");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/filter/participations", test_participations);
    g_test_add_func("/filter/dates", test_dates);
    g_test_add_func("/filter/not-counted", test_not_counted);
    g_test_add_func("/filter/failures", test_failures);
    return g_test_run();
}
