/* curveball.c - random incidences in which every actor and every event keeps its size: hands dealt anew, two at a time.
 */
#include "curveball.h"

void curveball_deal(uint32_t *a, uint32_t n_a, uint32_t *b, uint32_t n_b, uint32_t *scratch, Random *random)
{
    uint32_t *pool = scratch, *shared = scratch + n_a + n_b, *end = shared; /* shared ones from the end downwards */
    uint32_t n = 0, i = 0, j = 0;
    while (i < n_a || j < n_b) {
        if (i < n_a && j < n_b && a[i] == b[j]) {
            *--shared = a[i++];
            j++;
        } else
            pool[n++] = j >= n_b || (i < n_a && a[i] < b[j]) ? a[i++] : b[j++];
    }
    uint32_t wanted = n_a - (uint32_t)(end - shared);
    if (wanted == 0 || wanted == n)
        return;
    /* Knuth's selection sampling: every choice of as many as wanted out of the pool is equally likely, and order stays.
     */
    i = j = 0;
    for (uint32_t at = 0; at < n || end > shared;) {
        if (at == n || (end > shared && end[-1] < pool[at]))
            a[i++] = b[j++] = *--end;
        else if (random_below(random, n - at) < wanted) {
            a[i++] = pool[at++];
            wanted--;
        } else
            b[j++] = pool[at++];
    }
}

Curveball *curveball_new(const Incidence *in, const Strata *strata)
{
    Curveball *c = g_new0(Curveball, 1);
    c->incidence = in;
    c->strata = strata;
    c->column = g_new(uint32_t, in->n_cells + 1);
    c->scratch = g_new(uint32_t, 2 * in->n_events + 1);
    c->hand_first = g_new0(uint32_t, strata->n + 1);
    size_t n_hands = 0;
    for (size_t i = 0; i < strata->n * in->n_actors; i++)
        n_hands += strata->degree[i] > 0;
    c->hand = g_new0(struct Hand, n_hands + 1);
    /* an actor's hands of all strata stand beside each other */
    g_autofree uint32_t *next = g_memdup2(in->actor_first, (in->n_actors + 1) * sizeof(uint32_t));
    n_hands = 0;
    for (size_t s = 0; s < strata->n; s++) {
        for (uint32_t row = 0; row < in->n_actors; row++) {
            uint32_t degree = strata->degree[s * in->n_actors + row], first = next[row];
            if (!degree)
                continue;
            c->hand[n_hands++] = (struct Hand){first, degree};
            for (uint32_t i = in->actor_first[row]; i < in->actor_first[row + 1]; i++)
                if (strata->of_column[in->actor_event[i]] == s)
                    c->column[next[row]++] = in->actor_event[i];
        }
        c->hand_first[s + 1] = (uint32_t)n_hands;
    }
    return c;
}

void curveball_free(Curveball *c)
{
    if (!c)
        return;
    g_free(c->column);
    g_free(c->hand);
    g_free(c->hand_first);
    g_free(c->scratch);
    g_free(c);
}

void curveball_run(Curveball *c, Random *random, unsigned n)
{
    for (size_t s = 0; s < c->strata->n; s++) {
        const struct Hand *hand = c->hand + c->hand_first[s];
        uint32_t n_hands = c->hand_first[s + 1] - c->hand_first[s];
        for (uint64_t deal = 0; n_hands > 1 && deal < (uint64_t)n * n_hands; deal++) {
            uint32_t i = random_below(random, n_hands), j = random_below(random, n_hands - 1);
            j += j >= i;
            curveball_deal(c->column + hand[i].first, hand[i].n, c->column + hand[j].first, hand[j].n, c->scratch,
                           random);
        }
    }
}

Incidence *curveball_incidence(const Curveball *c)
{
    const Incidence *in = c->incidence;
    Incidence *out = g_memdup2(in, sizeof *in);
    out->actor = g_memdup2(in->actor, in->n_actors * sizeof *in->actor);
    out->event = g_memdup2(in->event, in->n_events * sizeof *in->event);
    out->event_first = g_memdup2(in->event_first, (in->n_events + 1) * sizeof(uint32_t));
    out->actor_first = g_memdup2(in->actor_first, (in->n_actors + 1) * sizeof(uint32_t));
    out->event_k = g_memdup2(in->event_k, in->n_events * sizeof(uint32_t));
    out->cell_actor = g_new(uint32_t, in->n_cells + 1);
    out->actor_event = g_new(uint32_t, in->n_cells + 1);
    out->actor_cell = g_new(uint32_t, in->n_cells + 1);
    out->claim_first = g_new0(uint32_t, in->n_cells + 1);
    out->claim = NULL;
    out->via = NULL;
    out->bloc = NULL;
    out->n_claims = out->n_via = out->n_blocs = 0;
    out->cell_delegation = NULL;
    g_autofree uint32_t *next = g_memdup2(in->event_first, (in->n_events + 1) * sizeof(uint32_t));
    for (uint32_t row = 0; row < in->n_actors; row++)
        for (uint32_t i = in->actor_first[row]; i < in->actor_first[row + 1]; i++)
            out->cell_actor[next[c->column[i]]++] = row;
    g_autofree uint32_t *place = g_memdup2(in->actor_first, (in->n_actors + 1) * sizeof(uint32_t));
    for (uint32_t e = 0; e < in->n_events; e++)
        for (uint32_t cell = in->event_first[e]; cell < in->event_first[e + 1]; cell++) {
            uint32_t at = place[out->cell_actor[cell]]++;
            out->actor_event[at] = e;
            out->actor_cell[at] = cell;
        }
    return out;
}

double curveball_cost(const Incidence *in)
{
    double pairs = 0;
    for (size_t e = 0; e < in->n_events; e++) {
        double k = in->event_first[e + 1] - in->event_first[e];
        pairs += k * (k - 1) / 2;
    }
    return 4.0 * CURVEBALL_THINNING * (double)in->n_cells + pairs;
}
