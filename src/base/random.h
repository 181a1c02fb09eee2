/* random.h - seeded random numbers: the same on every machine, whatever the number of threads. */
#ifndef ENTENTE_RANDOM_H
#define ENTENTE_RANDOM_H

#include <stdint.h>

/* xoshiro256** (Blackman and Vigna 2021), seeded through splitmix64. One stream a task (a replicate, a draw): then
 * which thread runs it makes no difference. Not for secrets. */
typedef struct Random {
    uint64_t state[4];
} Random;

void random_init(Random *, uint64_t seed, uint64_t stream);
uint64_t random_next(Random *);
uint32_t random_below(Random *, uint32_t n);                 /* 0 … n-1, unbiased (Lemire 2019); n > 0 */
double random_unit(Random *);                                /* [0, 1) */
double random_normal(Random *);                              /* mean 0, variance 1 (Marsaglia's polar method) */
void random_shuffle(Random *, uint32_t *number, uint32_t n); /* Fisher and Yates */

#endif
