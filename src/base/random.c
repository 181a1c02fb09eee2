/* random.c - seeded random numbers: the same on every machine, whatever the number of threads. */
#include "random.h"
#include <math.h>

static uint64_t splitmix(uint64_t *x)
{
    uint64_t z = (*x += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

void random_init(Random *r, uint64_t seed, uint64_t stream)
{
    uint64_t x = seed;
    x = splitmix(&x) ^ stream * 0xd1342543de82ef95u; /* neighbouring streams start far apart */
    for (int i = 0; i < 4; i++)
        r->state[i] = splitmix(&x);
}

static uint64_t rotate(uint64_t x, int k) { return x << k | x >> (64 - k); }

uint64_t random_next(Random *r)
{
    uint64_t *s = r->state, result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

uint32_t random_below(Random *r, uint32_t n)
{
    uint64_t m = (random_next(r) >> 32) * n;
    if ((uint32_t)m < n)
        for (uint32_t threshold = -n % n; (uint32_t)m < threshold;)
            m = (random_next(r) >> 32) * n;
    return (uint32_t)(m >> 32);
}

double random_unit(Random *r) { return (double)(random_next(r) >> 11) * 0x1p-53; }

double random_normal(Random *r)
{
    double u, v, s;
    do {
        u = 2 * random_unit(r) - 1;
        v = 2 * random_unit(r) - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    return u * sqrt(-2 * log(s) / s);
}

void random_shuffle(Random *r, uint32_t *number, uint32_t n)
{
    for (uint32_t i = n; i > 1; i--) {
        uint32_t j = random_below(r, i), x = number[j];
        number[j] = number[i - 1];
        number[i - 1] = x;
    }
}
