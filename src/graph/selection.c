/* selection.c - names of levels and weights, and a selection as the options that would make it again. */
#include "selection.h"
#include "number.h"
#include <string.h>

static const char *const level_names[] = {"default", "all", "official", "agency", "country"};

const char *level_name(Level level) { return level_names[level]; }

bool level_by_name(const char *name, Level *level)
{
    static const struct {
        const char *name;
        Level level;
    } known[] = {
        {"all", LEVEL_ALL},         {"official", LEVEL_OFFICIAL},   {"person", LEVEL_OFFICIAL},
        {"agency", LEVEL_AGENCY},   {"organisation", LEVEL_AGENCY}, {"organization", LEVEL_AGENCY},
        {"country", LEVEL_COUNTRY},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(name, known[i].name) == 0) {
            *level = known[i].level;
            return true;
        }
    return false;
}

static const struct {
    const char *name, *meaning;
} weights[N_WEIGHTS] = {
    [WEIGHT_NEWMAN] = {"newman", "events with company"},
    [WEIGHT_COUNT] = {"count", "shared events, summed over partners"},
    [WEIGHT_BINARY] = {"binary", "partners"},
    [WEIGHT_FRACTIONAL] = {"fractional", "share of the events' units"},
    [WEIGHT_JACCARD] = {"jaccard", "overlap of events (Jaccard), summed over partners"},
    [WEIGHT_COSINE] = {"cosine", "overlap of events (cosine), summed over partners"},
    [WEIGHT_ASSOCIATION] = {"association", "association strength, summed over partners"},
};

const char *weight_name(Weight weight) { return weights[weight].name; }

const char *weight_meaning(Weight weight) { return weights[weight].meaning; }

bool weight_by_name(const char *name, Weight *weight)
{
    for (unsigned i = 0; i < N_WEIGHTS; i++)
        if (strcmp(name, weights[i].name) == 0) {
            *weight = (Weight)i;
            return true;
        }
    return false;
}

void selection_init(Selection *s)
{
    *s = (Selection){.level = LEVEL_DEFAULT,
                     .roll_up = ROLL_UP_STATE,
                     .weight = WEIGHT_NEWMAN,
                     .from = DATE_UNKNOWN,
                     .to = DATE_UNKNOWN,
                     .min_cert = CERT_LOW,
                     .backbone_alpha = 0.05,
                     .ego_radius = 1};
}

DateWithin selection_within(const Selection *s, Date day)
{
    Date from = {s->from.earliest, s->from.earliest}, to = {s->to.latest, s->to.latest};
    return date_within(day, date_is_unknown(s->from) ? s->from : from, date_is_unknown(s->to) ? s->to : to);
}

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "--role chair,host": the values sorted, so that the order they were given in leaves no trace. */
static void add_list(GPtrArray *out, const char *option, const char *const *list)
{
    if (!list || !*list)
        return;
    g_autoptr(GPtrArray) values = g_ptr_array_new();
    for (; *list; list++)
        g_ptr_array_add(values, (char *)*list);
    g_ptr_array_sort(values, by_text);
    g_ptr_array_add(values, NULL);
    g_autofree char *joined = g_strjoinv(",", (char **)values->pdata);
    g_ptr_array_add(out, g_strdup_printf("%s %s", option, joined));
}

static void add_date(GPtrArray *out, const char *option, Date date)
{
    char text[DATE_SIZE];
    if (!date_is_unknown(date))
        g_ptr_array_add(out, g_strdup_printf("%s %s", option, date_format(date, text)));
}

static void add_flag(GPtrArray *out, const char *option, bool on)
{
    if (on)
        g_ptr_array_add(out, g_strdup(option));
}

static void add_backbone(GPtrArray *out, const Selection *s)
{
    char number[NUMBER_SIZE];
    if (!s->backbone)
        return;
    g_ptr_array_add(out, g_strdup_printf("--backbone=%s", number_exact(s->backbone_alpha, number)));
    if (s->backbone_draws && s->backbone_method == BACKBONE_FDSM)
        g_ptr_array_add(out, g_strdup_printf("--backbone-draws %zu", s->backbone_draws));
    g_ptr_array_add(out, g_strdup_printf("--backbone-method %s", backbone_method_name(s->backbone_method)));
    if (s->backbone_method != BACKBONE_DISPARITY)
        g_ptr_array_add(out, g_strdup_printf("--backbone-strata %s", s->backbone_by_year ? "year" : "none"));
}

char *selection_options(const Selection *s, Level chosen, Unit unit)
{
    g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *unit_text = unit_name(unit);
    char number[NUMBER_SIZE];
    static const char *const default_status[] = {"focal", "related", "unstated", NULL};

    add_backbone(out, s);
    add_flag(out, "--comention", s->comention);
    add_flag(out, "--drop-isolates", s->drop_isolates);
    if (s->ego)
        g_ptr_array_add(out, g_strdup_printf("--ego %s:%u", s->ego, s->ego_radius));
    add_list(out, "--event-status", s->event_status ? s->event_status : default_status);
    add_list(out, "--exclude", s->exclude);
    add_flag(out, "--expand-blocs", s->expand_blocs);
    add_date(out, "--from", s->from);
    add_flag(out, "--largest-component", s->largest_component);
    g_ptr_array_add(out, g_strdup_printf("--level %s", level_name(chosen)));
    g_ptr_array_add(out, g_strdup_printf("--min-cert %s", certainty_name(s->min_cert)));
    g_ptr_array_add(out, g_strdup_printf("--min-weight %s", number_exact(s->min_weight, number)));
    add_flag(out, "--no-kin", s->no_kin);
    add_list(out, "--role", s->role);
    g_ptr_array_add(out, g_strdup_printf("--roll-up %s", s->roll_up == ROLL_UP_ANY ? "any" : "state"));
    add_list(out, "--status", s->status);
    add_flag(out, "--surely", s->surely);
    add_date(out, "--to", s->to);
    g_ptr_array_add(out, g_strdup_printf("--unit %s", unit_text));
    g_ptr_array_add(out, g_strdup_printf("--weight %s", weight_name(s->weight)));
    g_ptr_array_add(out, NULL);
    return g_strjoinv(" ", (char **)out->pdata);
}
