/* filter.c - a selection held against one corpus: which events, actors and participations count. */
#include "filter.h"
#include "error.h"
#include "utf8.h"
#include <string.h>

static bool in_list(const char *const *list, const char *word)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

/* "; did you mean chair?" or "". Heap. */
static char *did_you_mean(const char *word, const char *const *known, size_t n)
{
    const char *near = utf8_nearest(word, known, n);
    return near ? g_strdup_printf("; did you mean %s?", near) : g_strdup("");
}

static bool check_roles(const Corpus *corpus, const char *const *role, GError **error)
{
    static const char *const standard[] = {"host",    "organiser", "co-organiser", "supporter",  "chair",
                                           "speaker", "signatory", "attendee",     "represented"};
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(standard); i++) {
        g_hash_table_add(seen, (char *)standard[i]);
        g_ptr_array_add(known, (char *)standard[i]);
    }
    for (size_t i = 0; i < corpus->n_participations; i++) {
        const char *r = corpus->participation[i].role;
        if (r && g_hash_table_add(seen, (char *)r))
            g_ptr_array_add(known, (char *)r);
    }
    for (; *role; role++)
        if (!g_hash_table_contains(seen, *role)) {
            g_autofree char *hint = did_you_mean(*role, (const char *const *)known->pdata, known->len);
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--role: nobody has the role %s%s", *role, hint);
            return false;
        }
    return true;
}

static bool read_statuses(Filter *f, const char *const *status, GError **error)
{
    if (!status || !*status) {
        f->status = ~0u;
        return true;
    }
    for (; *status; status++) {
        ParticipationStatus s;
        if (!participation_status_by_name(*status, &s)) {
            const char *known[N_PARTICIPATION_STATUSES];
            for (unsigned i = 0; i < N_PARTICIPATION_STATUSES; i++)
                known[i] = participation_status_name((ParticipationStatus)i);
            g_autofree char *hint = did_you_mean(*status, known, N_PARTICIPATION_STATUSES);
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--status: %s is no status of a participation%s", *status,
                        hint);
            return false;
        }
        f->status |= 1u << s;
    }
    return true;
}

static bool read_event_statuses(const char *const *status, bool wanted[N_EVENT_STATUSES], GError **error)
{
    if (!status || !*status) {
        wanted[EVENT_FOCAL] = wanted[EVENT_RELATED] = wanted[EVENT_UNSTATED] = true;
        return true;
    }
    for (; *status; status++) {
        EventStatus s;
        if (strcmp(*status, "unstated") == 0) {
            s = EVENT_UNSTATED;
        } else if (!event_status_by_name(*status, &s)) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                        "--event-status: %s is no status of an event; known are focal, related, unstated, background, "
                        "scheduled, sidebar",
                        *status);
            return false;
        }
        wanted[s] = true;
    }
    return true;
}

static void choose_events(Filter *f, const Corpus *corpus, const Selection *s, const bool wanted[N_EVENT_STATUSES])
{
    g_autofree bool *peopled = g_new0(bool, corpus->n_events + 1);
    for (size_t i = 0; i < corpus->n_participations; i++)
        peopled[corpus->participation[i].event.i] = true;
    for (size_t i = 0; i < corpus->n_events; i++) {
        const Event *e = &corpus->event[i];
        DateWithin within = selection_within(s, e->first);
        if (within == DATE_WITHIN_NO || (s->surely && within == DATE_WITHIN_MAYBE))
            continue;
        f->event[i] = wanted[e->status];
        if (!f->event[i] && peopled[i])
            f->n_not_counted[e->status]++;
    }
}

static bool exclude_actors(Filter *f, const Cast *cast, const char *const *exclude, GError **error)
{
    for (; exclude && *exclude; exclude++) {
        ActorId a = cast_find_one(cast, "--exclude", *exclude, error);
        if (actor_id_is_none(a))
            return false;
        f->out[a.i] = true;
    }
    return true;
}

Filter *filter_new(const Corpus *corpus, const Cast *cast, const Selection *s, GError **error)
{
    g_autoptr(Filter) f = g_new0(Filter, 1);
    bool wanted[N_EVENT_STATUSES] = {false};
    f->event = g_new0(bool, corpus->n_events + 1);
    f->out = g_new0(bool, cast->n_actors + 1);
    f->role = s->role && *s->role ? s->role : NULL;
    f->min_cert = s->min_cert;
    f->comention = s->comention;
    if (f->role && !check_roles(corpus, f->role, error))
        return NULL;
    if (!read_statuses(f, s->status, error) || !read_event_statuses(s->event_status, wanted, error) ||
        !exclude_actors(f, cast, s->exclude, error))
        return NULL;
    choose_events(f, corpus, s, wanted);
    return g_steal_pointer(&f);
}

void filter_free(Filter *f)
{
    if (!f)
        return;
    g_free(f->event);
    g_free(f->out);
    g_free(f);
}

bool filter_takes(const Filter *f, const Cast *cast, const Participation *p)
{
    ActorId actor = cast->ref_actor[p->actor.i];
    if (!f->event[p->event.i] || actor_id_is_none(actor) || f->out[actor.i])
        return false;
    if (p->status == PART_ABSENT || p->status == PART_PLANNED)
        return false;
    if (p->status != PART_STATED && !(p->flags & PART_TABLE))
        return false;
    if ((p->flags & PART_COMENTION) && !f->comention)
        return false;
    Certainty cert = p->cert == CERT_UNSTATED ? CERT_HIGH : p->cert;
    return cert >= f->min_cert && (!f->role || (p->role && in_list(f->role, p->role)));
}
