/* grouping.c - whose colour an actor wears: its community's, its bloc's, or its type's. */
#include "sociogram.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- communities ---- */

typedef struct Group {
    double community;
    uint32_t n;
} Group;

static int by_community(const void *a, const void *b)
{
    double p = ((const Group *)a)->community, q = ((const Group *)b)->community;
    return (p > q) - (p < q);
}

static int by_size(const void *a, const void *b)
{
    const Group *p = a, *q = b;
    return p->n != q->n ? (p->n > q->n ? -1 : 1) : by_community(a, b);
}

/* Distinct communities of the actors that have ties, the largest first. */
static Group *count_groups(const Sociogram *sociogram, const double *community, size_t *n_groups)
{
    Group *group = g_new0(Group, sociogram->n_actors + 1);
    size_t n_members = 0;
    for (size_t i = 0; i < sociogram->n_actors; i++)
        if (sociogram->glyph[i].tied && isfinite(community[i]))
            group[n_members++] = (Group){community[i], 1};
    qsort(group, n_members, sizeof *group, by_community);
    *n_groups = 0;
    for (size_t i = 0; i < n_members; i++)
        if (*n_groups > 0 && group[*n_groups - 1].community == group[i].community)
            group[*n_groups - 1].n++;
        else
            group[(*n_groups)++] = group[i];
    qsort(group, *n_groups, sizeof *group, by_size);
    return group;
}

void grouping_by_community(Sociogram *sociogram, const Scores *scores)
{
    size_t n = sociogram->n_actors;
    const double *column = scores->value[MEASURE_COMMUNITY];
    g_autofree double *community = g_new0(double, n + 1);
    for (size_t i = 0; column && i < n; i++)
        community[i] = column[i];
    g_autofree Group *group = count_groups(sociogram, community, &sociogram->n_groups);
    for (size_t i = 0; i < n; i++)
        for (uint32_t g = 0; sociogram->glyph[i].tied && g < sociogram->n_groups; g++)
            if (group[g].community == community[i]) {
                sociogram->glyph[i].group = g;
                break;
            }
}

/* ---- types ---- */

void grouping_by_type(Sociogram *sociogram)
{
    static const char *const name[] = {"country", "organisation", "person", "other"};
    sociogram->group_name = g_new0(char *, G_N_ELEMENTS(name) + 1);
    for (Sign sign = 0; sign < SIGN_EVENT; sign++) {
        bool present = false;
        for (size_t i = 0; i < sociogram->n_actors; i++)
            if (sociogram->glyph[i].sign == sign) {
                sociogram->glyph[i].group = (uint32_t)sociogram->n_groups;
                present = true;
            }
        if (present)
            sociogram->group_name[sociogram->n_groups++] = g_strdup(name[sign]);
    }
}

/* ---- blocs ---- */

typedef struct Bloc {
    ActorId actor;
    uint32_t n;     /* members that are drawn */
    uint32_t n_own; /* those that wear its colour */
    bool *member;   /* one a glyph */
} Bloc;

static void bloc_clear(void *bloc) { g_free(((Bloc *)bloc)->member); }

/* The last day that any event of the incidence may have lasted to. */
static Date last_day(const Incidence *in)
{
    Date last = DATE_UNKNOWN;
    for (size_t e = 0; e < in->n_events; e++) {
        Date day = in->corpus->event[in->event[e].i].first;
        if (!date_is_unknown(day) && (date_is_unknown(last) || day.latest > last.latest))
            last = day;
    }
    return last;
}

/* Blocs of the country that each actor is, or belongs to. */
static GArray *blocs_present(const Sociogram *sociogram)
{
    const Incidence *in = sociogram->network->incidence;
    GArray *blocs = g_array_new(FALSE, TRUE, sizeof(Bloc));
    g_array_set_clear_func(blocs, bloc_clear);
    g_autofree uint32_t *known = g_new0(uint32_t, in->cast->n_actors + 1); /* actor → bloc, from 1 */
    g_autofree ActorId *of = g_new(ActorId, in->cast->n_actors + 1);
    Date day = last_day(in);
    for (uint32_t i = 0; i < sociogram->n_actors; i++) {
        ActorId home = hierarchy_home(in->hierarchy, in->actor[sociogram->network->row[i]]);
        size_t n = actor_id_is_none(home) ? 0 : hierarchy_blocs(in->hierarchy, home, day, of, in->cast->n_actors);
        for (size_t b = 0; b < n; b++) {
            if (!known[of[b].i]) {
                Bloc bloc = {.actor = of[b], .member = g_new0(bool, sociogram->n_actors + 1)};
                g_array_append_val(blocs, bloc);
                known[of[b].i] = blocs->len;
            }
            Bloc *bloc = &g_array_index(blocs, Bloc, known[of[b].i] - 1);
            bloc->n += !bloc->member[i];
            bloc->member[i] = true;
        }
    }
    return blocs;
}

/* Equals in the order of the cast, which is that of their names. */
static int smallest_first(const void *a, const void *b)
{
    const Bloc *p = a, *q = b;
    return p->n != q->n ? (p->n < q->n ? -1 : 1) : (p->actor.i > q->actor.i) - (p->actor.i < q->actor.i);
}

static int most_own_first(const void *a, const void *b)
{
    const Bloc *p = a, *q = b;
    return p->n_own != q->n_own ? (p->n_own > q->n_own ? -1 : 1) : smallest_first(b, a);
}

/* Which of the blocs, smallest first, each actor wears the colour of, from 1; 0 = none. Heap. */
static uint32_t *smallest_blocs(const Sociogram *sociogram, Bloc *bloc, size_t n)
{
    uint32_t *of = g_new0(uint32_t, sociogram->n_actors + 1);
    for (size_t i = 0; i < sociogram->n_actors; i++)
        for (uint32_t b = 0; b < n; b++)
            if (bloc[b].member[i]) {
                of[i] = bloc[b].actor.i + 1;
                bloc[b].n_own++;
                break;
            }
    return of;
}

void grouping_by_bloc(Sociogram *sociogram)
{
    g_autoptr(GArray) blocs = blocs_present(sociogram);
    Bloc *bloc = (Bloc *)(void *)blocs->data;
    g_array_sort(blocs, smallest_first);
    g_autofree uint32_t *of = smallest_blocs(sociogram, bloc, blocs->len);
    g_array_sort(blocs, most_own_first);
    sociogram->group_name = g_new0(char *, blocs->len + 1);
    sociogram->group_whole = g_new0(uint32_t, blocs->len + 1);
    for (size_t b = 0; b < blocs->len; b++) {
        const char *name = sociogram->network->incidence->cast->actor[bloc[b].actor.i].label;
        if (!bloc[b].n_own) {
            if (!sociogram->blocs_left_out)
                sociogram->blocs_left_out = g_string_new(NULL);
            g_string_append_printf(sociogram->blocs_left_out, "%s%s", sociogram->blocs_left_out->len ? ", " : "", name);
            continue;
        }
        for (size_t i = 0; i < sociogram->n_actors; i++)
            if (of[i] == bloc[b].actor.i + 1)
                sociogram->glyph[i].group = (uint32_t)sociogram->n_groups;
        sociogram->group_whole[sociogram->n_groups] = bloc[b].n;
        sociogram->group_name[sociogram->n_groups++] = g_strdup(name);
    }
}
