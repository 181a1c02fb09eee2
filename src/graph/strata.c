/* strata.c - the events of one year, or all of them, with the margins that a null model keeps. */
#include "strata.h"
#include <string.h>

/* "2021", "" for an undated one. */
static void year_of(const Event *e, char out[DATE_SIZE])
{
    *out = '\0';
    if (e->first.earliest != INT32_MIN)
        date_format_day(e->first.earliest, out);
    out[MIN(strlen(out), 4)] = '\0';
}

Strata *strata_new(const Incidence *in, bool by_year)
{
    Strata *s = g_new0(Strata, 1);
    g_autoptr(GHashTable) number = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    s->of_column = g_new0(uint32_t, in->n_events + 1);
    s->size = g_new0(uint32_t, in->n_events + 1);
    s->n = in->n_events ? 1 : 0;
    for (size_t e = 0; by_year && e < in->n_events; e++) {
        char year[DATE_SIZE];
        gpointer known;
        year_of(&in->corpus->event[in->event[e].i], year);
        if (!g_hash_table_lookup_extended(number, year, NULL, &known)) {
            known = GUINT_TO_POINTER(g_hash_table_size(number));
            g_hash_table_insert(number, g_strdup(year), known);
        }
        s->of_column[e] = GPOINTER_TO_UINT(known);
        s->n = g_hash_table_size(number);
    }
    s->degree = g_new0(uint32_t, s->n * in->n_actors + 1);
    s->n_events = g_new0(uint32_t, s->n + 1);
    for (size_t e = 0; e < in->n_events; e++) {
        s->size[e] = in->event_first[e + 1] - in->event_first[e];
        s->n_events[s->of_column[e]] += s->size[e] > 0;
        for (uint32_t c = in->event_first[e]; c < in->event_first[e + 1]; c++)
            s->degree[s->of_column[e] * in->n_actors + in->cell_actor[c]]++;
    }
    return s;
}

void strata_free(Strata *s)
{
    if (!s)
        return;
    g_free(s->of_column);
    g_free(s->degree);
    g_free(s->n_events);
    g_free(s->size);
    g_free(s);
}

uint32_t strata_most_shared(const Strata *s, size_t n_actors, uint32_t row_a, uint32_t row_b)
{
    uint32_t most = 0;
    for (size_t i = 0; i < s->n; i++)
        most += MIN(s->degree[i * n_actors + row_a], s->degree[i * n_actors + row_b]);
    return most;
}
