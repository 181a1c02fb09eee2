/* test_cluster.c - what stands or falls together: events, editions of a series, suspected duplicates, documents. */
#include "cluster.h"
#include "told.h"

static const char *const two_reports[] = {
    "document|a",    "record|X|country|X", "record|Y|country|Y", "record|Z|country|Z",
    "event|a1|2020-05-01", "took|a1|X", "took|a1|Y", "took|a1|Z",
    "event|a2|2020-08-01", "took|a2|X", "took|a2|Y",
    "document|b",    "record|X|country|X", "record|Y|country|Y", "record|Z|country|Z",
    "event|b1|2020-05-02", "took|b1|X", "took|b1|Y", "took|b1|Z", /* a1 again, a day later */
    "event|b2|2020-08-01", "took|b2|X", "took|b2|Z",              /* the day of a2, other company */
    NULL};

static void test_duplicates_are_one(void)
{
    g_autoptr(Told) told = told_new(two_reports);
    told->selection.level = LEVEL_COUNTRY;
    Incidence *in = told_select(told);
    g_assert_cmpuint(in->n_events, ==, 4);
    g_assert_true(cluster_suspects(in, 0, 1));
    g_assert_false(cluster_suspects(in, 2, 3));
    g_autoptr(Clusters) by_default = clusters_new(in, RESAMPLE_DEFAULT);
    g_assert_cmpuint(by_default->n, ==, 3);
    g_assert_cmpuint(by_default->n_duplicates, ==, 1);
    g_assert_cmpuint(by_default->cluster[0], ==, by_default->cluster[1]);
    g_autoptr(Clusters) by_event = clusters_new(in, RESAMPLE_EVENT);
    g_assert_cmpuint(by_event->n, ==, 4);
}

static void test_documents(void)
{
    g_autoptr(Told) told = told_new(two_reports);
    told->selection.level = LEVEL_COUNTRY;
    Incidence *in = told_select(told);
    g_autoptr(Clusters) c = clusters_new(in, RESAMPLE_DOCUMENT);
    g_assert_cmpuint(c->n, ==, 2);
    for (uint32_t e = 0; e < 4; e++)
        g_assert_cmpuint(c->first[e + 1] - c->first[e], ==, 1);
}

/* Series are interned with the corpus: give two events one by hand. */
static void test_series_are_one(void)
{
    g_autoptr(Told) told = told_new(two_reports);
    told->selection.level = LEVEL_COUNTRY;
    Incidence *in = told_select(told);
    const char *series = pool_string(told->corpus->pool, "drill");
    told->corpus->event[in->event[0].i].series = series;
    told->corpus->event[in->event[3].i].series = series;
    g_autoptr(Clusters) c = clusters_new(in, RESAMPLE_SERIES);
    g_assert_cmpuint(c->n, ==, 3);
    g_assert_cmpuint(c->n_series, ==, 1);
    g_assert_cmpuint(c->cluster[0], ==, c->cluster[3]);
    g_assert_cmpuint(c->cluster[0], !=, c->cluster[1]);
}

static void test_names(void)
{
    ResampleBy by;
    for (ResampleBy i = RESAMPLE_DEFAULT; i <= RESAMPLE_SOURCE; i++) {
        g_assert_true(resample_by_by_name(resample_by_name(i), &by));
        g_assert_cmpint(by, ==, i);
    }
    g_assert_false(resample_by_by_name("weekday", &by));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cluster/duplicates are one", test_duplicates_are_one);
    g_test_add_func("/cluster/documents", test_documents);
    g_test_add_func("/cluster/series are one", test_series_are_one);
    g_test_add_func("/cluster/names", test_names);
    return g_test_run();
}
