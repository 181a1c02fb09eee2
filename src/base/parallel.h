/* parallel.h - independent tasks over threads; the result may not depend on who does which. */
#ifndef ENTENTE_PARALLEL_H
#define ENTENTE_PARALLEL_H

#include <stddef.h>

/* Calls task(context, i) for i = 0 … n-1 from n_threads threads (0 = as many as there are processors, at most 64), each
 * i once. Returns when all are done. Tasks write to places of their own only; igraph may not be called from them. Plain
 * pthreads, so that ThreadSanitizer sees everything. */
void parallel_for(size_t n, unsigned n_threads, void (*task)(void *context, size_t i), void *context);

#endif
