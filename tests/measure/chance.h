/* chance.h - seeded random networks as sketches, for comparisons with igraph. */
#ifndef ENTENTE_CHANCE_H
#define ENTENTE_CHANCE_H

#include "sketch.h"

/* 5–60 actors, from sparse and scattered (even seeds) to dense (odd seeds), events of 1–6 actors. */
static inline char *chance_text(unsigned seed)
{
    g_autoptr(GRand) dice = g_rand_new_with_seed(seed + 1);
    g_autoptr(GString) text = g_string_new("a0");
    int n = g_rand_int_range(dice, 5, 61), events = seed % 2 ? 4 * n : n / 2;
    for (int e = 0; e < events; e++) {
        int k = g_rand_int_range(dice, 1, 7);
        g_autofree bool *taken = g_new0(bool, n);
        const char *before = " ";
        for (int i = 0; i < k; i++) {
            int actor =
                g_rand_int_range(dice, 0, n) * g_rand_int_range(dice, 0, n) / n; /* some take part far more often */
            if (!taken[actor]) {
                g_string_append_printf(text, "%sa%d", before, actor);
                before = "-";
            }
            taken[actor] = true;
        }
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static inline Sketch *chance_sketch(unsigned seed, Weight weight)
{
    g_autofree char *text = chance_text(seed);
    return sketch_new(text, weight);
}

#endif
