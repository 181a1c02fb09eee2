/* compare_run.c - two periods, levels or corpora: who rises, which ties are new, and is it more than chance. */
#include "compare_run.h"
#include "error.h"
#include "number.h"
#include "utf8.h"
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

void compare_empty(Report *r, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        report_text(r, "");
}

void compare_columns(Report *r)
{
    static const struct {
        const char *name;
        ReportKind kind;
    } column[] = {{"change", REPORT_TEXT},    {"a", REPORT_TEXT},         {"a_id", REPORT_TEXT},
                  {"b", REPORT_TEXT},         {"b_id", REPORT_TEXT},      {"type", REPORT_TEXT},
                  {"value_a", REPORT_NUMBER}, {"value_b", REPORT_NUMBER}, {"difference", REPORT_NUMBER},
                  {"p", REPORT_NUMBER},       {"p_max", REPORT_NUMBER},   {"events", REPORT_TEXT},
                  {"sentence", REPORT_TEXT},  {"source", REPORT_TEXT},    {"cause", REPORT_TEXT}};
    for (size_t i = 0; i < G_N_ELEMENTS(column); i++)
        report_column(r, column[i].name, NULL, column[i].kind, FOR_ALL);
}

typedef struct Standing {
    const Sides *sides;
    uint32_t actor;
    double difference; /* rounded */
} Standing;

/* Largest change first, then by name. */
static int by_difference(const void *a, const void *b)
{
    const Standing *x = a, *y = b;
    if (fabs(x->difference) != fabs(y->difference))
        return fabs(x->difference) > fabs(y->difference) ? -1 : 1;
    int order = utf8_compare(compare_label(x->sides, x->actor), compare_label(y->sides, y->actor));
    return order ? order : (x->actor > y->actor) - (x->actor < y->actor);
}

static Standing *standings(const Sides *s)
{
    size_t n = s->matched->compared.n_actors;
    Standing *all = g_new(Standing, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        double d = s->comparison->difference[i];
        all[i] = (Standing){s, i, fabs(d) < 1e-12 ? 0 : number_round(d, 9)};
    }
    qsort(all, n, sizeof *all, by_difference);
    return all;
}

static const char *direction(double difference)
{
    return difference > 0 ? "rises" : difference < 0 ? "falls" : "unchanged";
}

static void people_row(Report *r, const Comparison *c, const Standing *x)
{
    uint32_t i = x->actor;
    report_text(r, direction(x->difference));
    report_text(r, compare_label(x->sides, i));
    report_number(r, number_round(c->value[0][i], 3));
    report_number(r, number_round(c->value[1][i], 3));
    report_number(r, number_round(x->difference, 3));
    report_number(r, number_round(c->p[i], 2));
    report_number(r, number_round(c->p_max[i], 2));
}

static void program_row(Report *r, const Comparison *c, const Standing *x)
{
    const Matched *m = x->sides->matched;
    uint32_t i = x->actor;
    int side = m->row_of_actor[1][i] != UINT32_MAX;
    report_text(r, direction(x->difference));
    report_text(r, compare_label(x->sides, i));
    report_text(r, compare_id(x->sides, i));
    compare_empty(r, 2);
    report_text(r, actor_type_name(m->side[side]->cast->actor[m->side[side]->actor[m->row_of_actor[side][i]].i].type));
    report_number(r, c->value[0][i]);
    report_number(r, c->value[1][i]);
    report_number(r, x->difference);
    report_number(r, c->p[i]);
    report_number(r, c->p_max[i]);
    compare_empty(r, 4);
}

/* What the numbers are, and what the test was. */
static void tell_test(Report *r, const Invocation *v, const Comparison *c)
{
    bool newman = v->by == MEASURE_STRENGTH && v->request.selection.weight == WEIGHT_NEWMAN;
    if (v->by == MEASURE_DEGREE)
        report_footer(r, "Partners expected in %zu events, as many as the smaller side has.", c->smaller);
    else
        report_footer(r, "%s for every event of the side.",
                      newman                      ? "Events with company"
                      : v->by == MEASURE_STRENGTH ? "Strength"
                                                  : "Events");
    if (c->why_not) {
        report_footer(r, "No p: %s.", c->why_not);
        return;
    }
    size_t n = 0;
    for (size_t i = 0; i < c->n_actors; i++)
        n += c->p_max[i] < 0.05;
    report_footer(r, "%zu of %zu actors change by more than chance gives (p, all actors < 0.05).", n, c->n_actors);
    report_footer(r,
                  "p: %u permutations of %zu independent clusters of events%s; p, all actors: corrected for looking at "
                  "all of them (maxT).",
                  c->n_permutations, c->n_clusters,
                  c->n_exchanged ? ", those on both sides exchanging their halves" : "");
}

static void standing_table(const Sides *s, const Invocation *v, Report *r)
{
    const Comparison *c = s->comparison;
    size_t limit = v->top ? v->top : SIZE_MAX, n = c->n_actors;
    report_column(r, "change", "", REPORT_TEXT, FOR_ALL);
    report_column(r, "a", "actor", REPORT_TEXT, FOR_ALL);
    report_column(r, "value_a", "before", REPORT_NUMBER, FOR_ALL);
    report_column(r, "value_b", "after", REPORT_NUMBER, FOR_ALL);
    report_column(r, "difference", NULL, REPORT_NUMBER, FOR_ALL);
    report_column(r, "p", NULL, REPORT_NUMBER, c->why_not ? FOR_PROGRAMS : FOR_ALL);
    report_column(r, "p_max", "p, all actors", REPORT_NUMBER, c->why_not ? FOR_PROGRAMS : FOR_ALL);
    g_autofree Standing *all = standings(s);
    for (size_t i = 0; i < MIN(n, limit); i++)
        people_row(r, c, &all[i]);
    if (limit < n)
        report_footer(r, "… and %zu more: -n 0 shows all.", n - limit);
    tell_test(r, v, c);
}

/* "The Archipelago · before: 2014..2018, 38 events; after: 2019..2023, 36 events · level country, weight newman". */
static char *heading(const Sides *s, const Invocation *v)
{
    g_autofree char *title =
        s->kind == SIDES_CORPORA && !v->title ? g_strdup("Two corpora") : invocation_title(v, s->base[0]->corpus);
    const Comparison *c = s->comparison;
    g_autofree char *levels = s->kind == SIDES_LEVELS ? g_strdup_printf("%s and %s", s->label[0], s->label[1])
                                                      : g_strdup(level_name(s->side[0]->incidence->level));
    return g_strdup_printf("%s · before: %s, %zu event%s; after: %s, %zu event%s · level %s, weight %s", title,
                           s->label[0], c->n_events[0], c->n_events[0] == 1 ? "" : "s", s->label[1], c->n_events[1],
                           c->n_events[1] == 1 ? "" : "s", levels, weight_name(v->request.selection.weight));
}

static int print_people(const Sides *s, Invocation *v, GError **error)
{
    g_autoptr(Report) standing = report_new();
    g_autoptr(Report) ties = report_new();
    g_autofree char *title = heading(s, v);
    bool colour = g_str_equal(v->output, "-") && colour_wanted(v->colour, STDOUT_FILENO);
    report_title(standing, title);
    standing_table(s, v, standing);
    compare_ties(s, v, true, ties);
    compare_causes(s, true, ties);
    g_autoptr(Output) out = invocation_output(v, error);
    if (!out)
        return -1;
    report_print(standing, REPORT_TABLE, colour, out);
    output_text(out, "\n");
    report_print(ties, REPORT_TABLE, colour, out);
    return output_commit(out, error) ? 0 : -1;
}

static int print_programs(const Sides *s, Invocation *v, GError **error)
{
    g_autoptr(Report) r = report_new();
    compare_columns(r);
    g_autofree Standing *all = standings(s);
    size_t limit = v->top_given && v->top ? v->top : SIZE_MAX;
    for (size_t i = 0; i < MIN(s->comparison->n_actors, limit); i++)
        program_row(r, s->comparison, &all[i]);
    compare_ties(s, v, false, r);
    compare_causes(s, false, r);
    if (s->comparison->why_not)
        invocation_note(v, "no p: %s", s->comparison->why_not);
    return invocation_print(v, r, error) ? 0 : -1;
}

int compare_run(Invocation *v, GError **error)
{
    g_auto(Sides) s = {0};
    if (!sides_init(&s, v, error))
        return -1;
    return report_format_for(v->format, v->output) == REPORT_TABLE ? print_people(&s, v, error)
                                                                   : print_programs(&s, v, error);
}
