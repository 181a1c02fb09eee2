/* tail.c - how likely a sum of independent counts reaches c: convolution of what is below, sum of what is above. */
#include "tail.h"
#include <math.h>

void tail_init(Tail *t, uint32_t most)
{
    *t = (Tail){.most = most};
    t->log_factorial = g_new0(double, most + 2);
    for (uint32_t i = 2; i <= most; i++)
        t->log_factorial[i] = t->log_factorial[i - 1] + log(i);
    t->below = g_new0(double, most + 2);
    t->part = g_new0(double, most + 2);
    t->upper = g_new0(double, most + 2);
}

void tail_clear(Tail *t)
{
    g_free(t->log_factorial);
    g_free(t->below);
    g_free(t->part);
    g_free(t->upper);
    *t = (Tail){0};
}

void tail_start(Tail *t, uint32_t c)
{
    t->c = c;
    t->reached = c == 0;
    for (uint32_t k = 0; k < c; k++)
        t->below[k] = k == 0;
}

/* One of the independent counts: a binomial (m trials) or a hypergeometric (a marked of m, b drawn). */
typedef struct Part {
    const double *lf;
    bool binomial;
    uint32_t m, a, b;
    double log_p, log_q, constant;
    uint32_t low, high, mode;
} Part;

static double choose(const double *lf, uint32_t n, uint32_t k) { return lf[n] - lf[k] - lf[n - k]; }

static double probability(const Part *p, uint32_t k)
{
    if (k < p->low || k > p->high)
        return 0;
    if (p->binomial)
        return exp(choose(p->lf, p->m, k) + k * p->log_p + (p->m - k) * p->log_q);
    return exp(choose(p->lf, p->a, k) + choose(p->lf, p->m - p->a, p->b - k) - p->constant);
}

/* P(part ≥ c), summed from its largest term outwards until nothing more is added. */
static double probability_from(const Part *p, uint32_t c)
{
    uint32_t top = MIN(MAX(c, p->mode), p->high);
    double sum = 0;
    if (c > p->high)
        return 0;
    for (uint32_t k = top; k <= p->high; k++) {
        double term = probability(p, k);
        sum += term;
        if (term < sum * 1e-18)
            break;
    }
    for (uint32_t k = top; k > MAX(c, p->low); k--) {
        double term = probability(p, k - 1);
        sum += term;
        if (term < sum * 1e-18)
            break;
    }
    return sum;
}

static void add_part(Tail *t, const Part *p)
{
    uint32_t c = t->c;
    if (c == 0 || p->high == 0)
        return;
    t->upper[c] = probability_from(p, c);
    for (uint32_t k = c; k-- > 0;) {
        t->part[k] = probability(p, k);
        t->upper[k] = t->upper[k + 1] + t->part[k];
    }
    for (uint32_t j = 0; j < c; j++)
        t->reached += t->below[j] * t->upper[c - j];
    for (uint32_t k = c; k-- > 0;) {
        double sum = 0;
        for (uint32_t j = 0; j <= k; j++)
            sum += t->below[j] * t->part[k - j];
        t->below[k] = sum;
    }
}

void tail_add_binomial(Tail *t, uint32_t n, double p)
{
    if (n == 0 || p <= 0)
        return;
    Part part = {.lf = t->log_factorial, .binomial = true, .m = n, .high = n, .mode = (uint32_t)((n + 1.0) * p)};
    if (p >= 1)
        part.low = part.mode = n; /* log_p = log_q = 0: the one value has probability 1 */
    else {
        part.log_p = log(p);
        part.log_q = log1p(-p);
    }
    add_part(t, &part);
}

void tail_add_hypergeometric(Tail *t, uint32_t m, uint32_t a, uint32_t b)
{
    if (a == 0 || b == 0)
        return;
    Part part = {.lf = t->log_factorial, .m = m, .a = a, .b = b};
    part.constant = choose(t->log_factorial, m, b);
    part.low = a + b > m ? a + b - m : 0;
    part.high = MIN(a, b);
    part.mode = (uint32_t)((a + 1.0) * (b + 1.0) / (m + 2.0));
    add_part(t, &part);
}

double tail_of(const Tail *t) { return MIN(t->reached, 1); }
