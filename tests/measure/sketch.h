/* sketch.h - small networks written as text, for the tests of this room. */
#ifndef ENTENTE_SKETCH_H
#define ENTENTE_SKETCH_H

#include "measure.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>

/* "a-b:2 b-c-d e": two events of a and b, one of b, c and d, and e alone in one. */
typedef struct Sketch {
    Made *made;
    Selection selection;
    Network *network;
    Scores *scores; /* every measure, hop distances, seed 42 */
} Sketch;

static inline void sketch_events(GPtrArray *pairs, const char *word, unsigned number)
{
    g_auto(GStrv) count = g_strsplit(word, ":", 2);
    g_auto(GStrv) actor = g_strsplit(count[0], "-", -1);
    unsigned times = count[1] ? (unsigned)atoi(count[1]) : 1;
    for (unsigned t = 0; t < times; t++)
        for (size_t i = 0; actor[i]; i++)
            g_ptr_array_add(pairs, g_strdup_printf("%s e%u-%u", actor[i], number, t));
}

static inline Made *sketch_made(const char *text)
{
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) word = g_strsplit(text, " ", -1);
    for (unsigned i = 0; word[i]; i++)
        if (*word[i])
            sketch_events(pairs, word[i], i);
    g_ptr_array_add(pairs, NULL);
    return made_new((const char *const *)pairs->pdata);
}

static inline Sketch *sketch_new_with(const char *text, Weight weight, bool weighted_paths)
{
    g_autoptr(GError) error = NULL;
    Sketch *s = g_new0(Sketch, 1);
    s->made = sketch_made(text);
    selection_init(&s->selection);
    s->selection.weight = weight;
    s->network = network_project(s->made->incidence, &s->selection, &error);
    g_assert_no_error(error);
    MeasureOptions options = {.weighted_paths = weighted_paths, .seed = 42};
    s->scores = measure_network(s->network, MEASURE_SET_ALL, &options, &error);
    g_assert_no_error(error);
    return s;
}

static inline Sketch *sketch_new(const char *text, Weight weight) { return sketch_new_with(text, weight, false); }

static inline void sketch_free(Sketch *s)
{
    scores_free(s->scores);
    network_free(s->network);
    made_free(s->made);
    g_free(s);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sketch, sketch_free)

static inline uint32_t sketch_node(const Network *network, const char *name)
{
    for (uint32_t v = 0; v < network->n_nodes; v++)
        if (g_str_equal(network_actor(network, v)->id, name))
            return v;
    g_error("no actor %s", name);
}

static inline double sketch_value(const Sketch *s, Measure measure, const char *name)
{
    return s->scores->value[measure][sketch_node(s->network, name)];
}

#define assert_value(sketch, measure, name, expected, tolerance)                                                       \
    g_assert_cmpfloat(fabs(sketch_value(sketch, measure, name) - (expected)), <=, tolerance)

#endif
