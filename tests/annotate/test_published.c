/* test_published.c - dates above articles, in figures and in words, and what only looks like one. */
#include "published.h"
#include <string.h>

static Lists *lists;

static void test_dates(void)
{
    static const char *const cases[][2] = {
        {"2020-09-30T10:18:00+07:00", "2020-09-30"},
        {"30/09/2020    10:18 GMT+7", "2020-09-30"},
        {"09/30/2020", "2020-09-30"},
        {"04/05/2020", "2020-05-04"},
        {"30.9.2020", "2020-09-30"},
        {"20200930", "2020-09-30"},
        {"November 28, 2019 | 11:12 am", "2019-11-28"},
        {"31 October 2016", "2016-10-31"},
        {"Sept. 30th, 2020", "2020-09-30"},
        {"the 1st of May, 2021", "2021-05-01"},
        {"3 août 2019", "2019-08-03"},
        {"12 de mayo de 2018", "2018-05-12"},
        {"2020年9月30日", "2020-09-30"},
        {"発表：2020年9月30日", "2020-09-30"},
        {"Updated: Wed, 30 Sep 2020 10:18:00 GMT", "2020-09-30"},
        {"", NULL},
        {"September 2020", NULL},
        {"31/02/2020", NULL},
        {"version 1.2.2020.4", NULL},
        {"120/09/2020", NULL},
        {"Room 12, 3456 May Street", NULL},
        {"May 5", NULL},
        {"1234567890", NULL},
        {"May 32, 2020", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Date date = DATE_UNKNOWN;
        size_t from = 0, to = 0;
        char text[DATE_SIZE];
        bool found = published_find(lists, cases[i][0], strlen(cases[i][0]), &date, &from, &to);
        g_assert_cmpstr(found ? date_format(date, text) : NULL, ==, cases[i][1]);
        g_assert_true(!found || (from < to && to <= strlen(cases[i][0])));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    lists = lists_new(NULL, NULL);
    g_assert_nonnull(lists);
    g_test_add_func("/published/dates", test_dates);
    int status = g_test_run();
    lists_free(lists);
    return status;
}
