/* parallel.c - independent tasks over threads: plain pthreads that take the next number. */
#include "parallel.h"
#include <glib.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

typedef struct Work {
    atomic_size_t next;
    size_t n;
    void (*task)(void *, size_t);
    void *context;
} Work;

static void *take_tasks(void *argument)
{
    Work *w = argument;
    for (size_t i = atomic_fetch_add(&w->next, 1); i < w->n; i = atomic_fetch_add(&w->next, 1))
        w->task(w->context, i);
    return NULL;
}

void parallel_for(size_t n, unsigned n_threads, void (*task)(void *context, size_t i), void *context)
{
    enum { MOST = 64 };
    pthread_t thread[MOST];
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t wanted = n_threads ? n_threads : processors > 0 ? (size_t)processors : 1, started = 0;
    Work w = {.n = n, .task = task, .context = context};
    atomic_init(&w.next, 0);
    wanted = MIN(MIN(wanted, n), (size_t)MOST);
    while (started + 1 < wanted && pthread_create(&thread[started], NULL, take_tasks, &w) == 0)
        started++;
    take_tasks(&w); /* this thread works too, so none need start */
    for (size_t i = 0; i < started; i++)
        pthread_join(thread[i], NULL);
}
