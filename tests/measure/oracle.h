/* oracle.h - tables of expected values, and the pipeline run over shared data, for the tests of this room. */
#ifndef ENTENTE_ORACLE_H
#define ENTENTE_ORACLE_H

#include "delimited.h"
#include "number.h"
#include "pipeline.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>

/* A table of the shared data, read row by row. NULL: the test is marked as skipped. */
static inline Delimited *oracle_open(const char *name)
{
    g_autofree char *path = support_shared(name);
    g_autoptr(GError) error = NULL;
    Delimited *table = path ? delimited_open(path, &error) : NULL;
    g_assert_no_error(error);
    return table;
}

static inline bool oracle_next(Delimited *table)
{
    g_autoptr(GError) error = NULL;
    size_t n_fields;
    bool more = delimited_next(table, &n_fields, &error);
    g_assert_no_error(error);
    return more;
}

static inline const char *oracle_text(const Delimited *table, const char *column)
{
    int i = delimited_find(table, (const char *const[]){column, NULL});
    g_assert_cmpint(i, >=, 0);
    return delimited_field(table, i);
}

static inline double oracle_number(const Delimited *table, const char *column)
{
    double value;
    g_assert_true(number_parse(oracle_text(table, column), &value));
    return value;
}

/* Every measure of these inputs (NULL-terminated), hop distances, seed 42. */
static inline Pipeline *oracle_run(const char *const *input, const Selection *selection, Unit unit)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GError) error = NULL;
    Request request = {.input = input,
                       .n_inputs = g_strv_length((char **)input),
                       .read = {.unit = unit},
                       .selection = *selection,
                       .measures = MEASURE_SET_ALL,
                       .measure = {.seed = 42}};
    Pipeline *p = pipeline_run(&request, STAGE_SCORES, diagnostics, &error);
    g_assert_no_error(error);
    return p;
}

static inline uint32_t oracle_node(const Pipeline *p, const char *id)
{
    for (uint32_t v = 0; v < p->network->n_nodes; v++)
        if (g_str_equal(network_actor(p->network, v)->id, id))
            return v;
    g_error("no actor %s", id);
}

/* Node's value against the column of the present row; which names the row where it fails. */
static inline void oracle_compare(const Pipeline *p, Measure measure, const char *which, double expected,
                                  double tolerance)
{
    double value = p->scores->value[measure][oracle_node(p, which)];
    if (!(fabs(value - expected) <= tolerance))
        g_error("%s of %s is %.17g, expected %.17g", measure_name(measure), which, value, expected);
}

#endif
