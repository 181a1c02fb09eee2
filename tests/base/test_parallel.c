/* test_parallel.c - every task once, whatever the number of threads. */
#include "parallel.h"
#include <glib.h>

static void count(void *context, size_t i)
{
    int *times = context;
    times[i]++; /* a place of its own: no lock */
}

static void test_every_task_once(void)
{
    for (unsigned threads = 0; threads < 6; threads++) {
        int times[1000] = {0};
        parallel_for(1000, threads, count, times);
        for (int i = 0; i < 1000; i++)
            g_assert_cmpint(times[i], ==, 1);
    }
}

static void test_few_tasks(void)
{
    int times[2] = {0};
    parallel_for(0, 8, count, times);
    g_assert_cmpint(times[0], ==, 0);
    parallel_for(1, 64, count, times);
    g_assert_cmpint(times[0], ==, 1);
    g_assert_cmpint(times[1], ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/parallel/every task once", test_every_task_once);
    g_test_add_func("/parallel/few tasks", test_few_tasks);
    return g_test_run();
}
