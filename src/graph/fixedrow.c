/* fixedrow.c - chance when only the actors' numbers of events are kept: one hypergeometric a stratum, summed. */
#include "fixedrow.h"

double fixedrow_tail(const Strata *s, size_t n_actors, Tail *tail, uint32_t row_a, uint32_t row_b, uint32_t c)
{
    tail_start(tail, c);
    for (size_t i = 0; i < s->n; i++)
        tail_add_hypergeometric(tail, s->n_events[i], s->degree[i * n_actors + row_a], s->degree[i * n_actors + row_b]);
    return tail_of(tail);
}
