/* test_selection.c - names of levels and weights, and a selection as options. */
#include "selection.h"

static void test_names(void)
{
    Level level;
    Weight weight;
    for (int i = LEVEL_ALL; i <= LEVEL_COUNTRY; i++) {
        g_assert_true(level_by_name(level_name((Level)i), &level));
        g_assert_cmpint(level, ==, i);
    }
    g_assert_true(level_by_name("person", &level) && level == LEVEL_OFFICIAL);
    g_assert_true(level_by_name("organisation", &level) && level == LEVEL_AGENCY);
    g_assert_false(level_by_name("default", &level));
    g_assert_false(level_by_name("", &level));
    for (int i = 0; i < N_WEIGHTS; i++) {
        g_assert_true(weight_by_name(weight_name((Weight)i), &weight));
        g_assert_cmpint(weight, ==, i);
        g_assert_nonnull(weight_meaning((Weight)i));
    }
    g_assert_false(weight_by_name("Newman", &weight));
}

static void expect(const Selection *s, Level level, const char *options)
{
    g_autofree char *text = selection_options(s, level, (Unit){UNIT_EVENT, 0});
    g_assert_cmpstr(text, ==, options);
}

static void test_options(void)
{
    Selection s;
    selection_init(&s);
    expect(&s, LEVEL_COUNTRY,
           "--event-status focal,related,unstated --level country --min-cert low --min-weight 0 --roll-up state "
           "--unit event --weight newman");
    s = (Selection){.roll_up = ROLL_UP_ANY,
                    .weight = WEIGHT_COUNT,
                    .expand_blocs = true,
                    .no_kin = true,
                    .comention = true,
                    .from = DATE_UNKNOWN,
                    .to = DATE_UNKNOWN,
                    .role = (const char *const[]){"speaker", "chair", NULL},
                    .status = (const char *const[]){"stated", NULL},
                    .event_status = (const char *const[]){"scheduled", NULL},
                    .exclude = (const char *const[]){"VN", NULL},
                    .min_cert = CERT_HIGH,
                    .min_weight = 0.5,
                    .ego = "SG",
                    .ego_radius = 2,
                    .largest_component = true,
                    .drop_isolates = true};
    g_assert_true(date_parse("2020", &s.from) && date_parse("2021-06-24", &s.to));
    expect(&s, LEVEL_ALL,
           "--comention --drop-isolates --ego SG:2 --event-status scheduled --exclude VN --expand-blocs --from 2020 "
           "--largest-component --level all --min-cert high --min-weight 0.5 --no-kin --role chair,speaker "
           "--roll-up any --status stated --to 2021-06-24 --unit event --weight count");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/selection/names", test_names);
    g_test_add_func("/selection/options", test_options);
    return g_test_run();
}
