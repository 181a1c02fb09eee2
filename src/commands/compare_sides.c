/* compare_sides.c - which two sides a command line means, read, selected, matched and tested. */
#include "compare_run.h"
#include "error.h"

static bool usage(GError **error, const char *text)
{
    g_set_error_literal(error, ENTENTE_ERROR, ERROR_USAGE, text);
    return false;
}

static bool check(const Invocation *v, GError **error)
{
    const Selection *s = &v->request.selection;
    bool additive = s->weight == WEIGHT_NEWMAN || s->weight == WEIGHT_COUNT || s->weight == WEIGHT_FRACTIONAL;
    if (!v->between != !v->and_between)
        return usage(error, "compare wants both --between and --and\n"
                            "help: entente compare corpus/ --between 2013..2018 --and 2019..2025");
    if (!v->between && v->operand->len != 2)
        return usage(error, "compare wants two inputs, or one and two periods\n"
                            "help: entente compare old/ new/, or entente compare corpus/ --between 2013..2018 --and "
                            "2019..2025");
    if (!compare_knows(v->by))
        return usage(error, "compare goes by strength, events or degree\n"
                            "help: of other measures it is not known how much they change with the number of events "
                            "alone");
    if (v->by == MEASURE_STRENGTH && !additive)
        return usage(error, "compare by strength wants a weight that adds up over events: newman, count or fractional");
    return true;
}

/* --between and --and: a level, or a period. */
static bool read_side(Sides *s, int i, const Invocation *v, bool *level)
{
    const char *text = i ? v->and_between : v->between;
    Selection *selection = &s->selection[i];
    s->label[i] = text;
    *level = level_by_name(text, &selection->level);
    if (*level)
        return true;
    selection->surely = true;
    return slice_period_parse(text, &selection->from, &selection->to);
}

static bool select_sides(Sides *s, const Invocation *v, GError **error)
{
    for (int i = 0; i < 2; i++) {
        g_autoptr(Diagnostics) repeated = diagnostics_new();
        Request request = v->request;
        request.selection = s->selection[i];
        s->side[i] = pipeline_again(s->base[1] ? s->base[i] : s->base[0], &request, STAGE_NETWORK, repeated, error);
        if (!s->side[i])
            return false;
    }
    return true;
}

static bool open_one(Sides *s, Invocation *v, GError **error)
{
    bool level[2] = {false, false};
    s->base[0] = invocation_pipeline(v, STAGE_NETWORK, error);
    if (!s->base[0])
        return false;
    v->request.selection.level = s->base[0]->incidence->level;
    for (int i = 0; i < 2; i++) {
        s->selection[i] = v->request.selection;
        if (!read_side(s, i, v, &level[i]))
            return usage(error, "--between and --and want periods or levels");
    }
    if (level[0] != level[1])
        return usage(error, "compare wants two periods or two levels, not one of each");
    s->kind = level[0] ? SIDES_LEVELS : SIDES_PERIODS;
    return select_sides(s, v, error);
}

static Pipeline *read_input(const Invocation *v, char *input, GError **error)
{
    Invocation one = *v;
    g_autoptr(GPtrArray) operand = g_ptr_array_new();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_ptr_array_add(operand, input);
    one.operand = operand;
    one.diagnostics = diagnostics;
    return invocation_pipeline(&one, STAGE_NETWORK, error);
}

static bool open_two(Sides *s, Invocation *v, GError **error)
{
    s->kind = SIDES_CORPORA;
    for (int i = 0; i < 2; i++) {
        s->label[i] = v->operand->pdata[i];
        s->base[i] = read_input(v, v->operand->pdata[i], error);
        if (!s->base[i])
            return false;
    }
    Level a = s->base[0]->incidence->level, b = s->base[1]->incidence->level;
    v->request.selection.level = a == b ? a : LEVEL_ALL;
    s->selection[0] = s->selection[1] = v->request.selection;
    return select_sides(s, v, error);
}

bool sides_init(Sides *s, Invocation *v, GError **error)
{
    *s = (Sides){0};
    if (!check(v, error) || !(v->between ? open_one : open_two)(s, v, error))
        return false;
    const Incidence *whole = s->kind == SIDES_PERIODS ? s->base[0]->incidence : NULL;
    s->matched = match_sides(s->side[0]->incidence, s->side[1]->incidence, whole, v->resample, v->by,
                             v->request.selection.weight);
    CompareOptions options = {
        .by = v->by,
        .n_permutations = v->resamples_given ? v->n_resamples : 0,
        .n_threads = v->n_threads,
        .seed = v->request.measure.seed,
        .why_not = s->kind == SIDES_LEVELS                     ? "two levels of one corpus are not two samples"
                   : v->resamples_given && v->n_resamples == 0 ? "no permutations were asked for"
                                                               : NULL,
    };
    s->comparison = compare_sides(&s->matched->compared, &options);
    return true;
}

void sides_clear(Sides *s)
{
    comparison_free(s->comparison);
    matched_free(s->matched);
    for (int i = 0; i < 2; i++)
        pipeline_free(s->side[i]);
    for (int i = 0; i < 2; i++)
        pipeline_free(s->base[i]);
}

/* Side 1's name for an actor where it knows one: the later one. */
static const Actor *actor_of(const Sides *s, uint32_t actor)
{
    const Matched *m = s->matched;
    int side = m->row_of_actor[1][actor] != UINT32_MAX;
    return &m->side[side]->cast->actor[m->side[side]->actor[m->row_of_actor[side][actor]].i];
}

const char *compare_label(const Sides *s, uint32_t actor) { return actor_of(s, actor)->label; }
const char *compare_id(const Sides *s, uint32_t actor) { return actor_of(s, actor)->id; }
