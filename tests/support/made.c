/* made.c - corpus, cast, hierarchy and incidence of a small table, built in place. */
#include "support.h"
#include "utf8.h"
#include <string.h>

static int by_name(gconstpointer a, gconstpointer b)
{
    return utf8_compare(*(const char *const *)a, *(const char *const *)b);
}

/* Number of a word in the list, which grows by new ones. */
static uint32_t number_of(GPtrArray *list, const char *word)
{
    for (guint i = 0; i < list->len; i++)
        if (list->pdata[i] == word)
            return i;
    g_ptr_array_add(list, (char *)word);
    return list->len - 1;
}

/* One document that tells every event; one reference an actor, in order of first use. */
static Corpus *make_corpus(const char *const *pairs, GPtrArray *actors)
{
    Corpus *c = g_new0(Corpus, 1);
    g_autoptr(GPtrArray) events = g_ptr_array_new();
    Place place = {g_intern_static_string("made"), 1, 1};
    size_t n = pairs ? g_strv_length((char **)pairs) : 0;
    c->pool = pool_new();
    c->unit = (Unit){UNIT_EVENT, 0};
    c->document = g_new0(Document, 1);
    c->n_documents = 1;
    c->document[0] = (Document){.id = "made",
                                .path = place.path,
                                .name = "made",
                                .title = "Made",
                                .date = DATE_UNKNOWN,
                                .digest = "0000000000000000000000000000000000000000000000000000000000000000"};
    c->participation = g_new0(Participation, n + 1);
    for (; c->n_participations < n; c->n_participations++) {
        const char *pair = pairs[c->n_participations], *blank = strrchr(pair, ' ');
        g_assert_nonnull(blank);
        uint32_t actor = number_of(actors, pool_intern(c->pool, pair, (size_t)(blank - pair)));
        uint32_t event = number_of(events, pool_string(c->pool, blank + 1));
        place.line = (uint32_t)c->n_participations + 1;
        c->participation[c->n_participations] = (Participation){.event = {event},
                                                                .said_of = {event},
                                                                .actor = {actor},
                                                                .role = pool_string(c->pool, "attendee"),
                                                                .status = PART_STATED,
                                                                .cert = CERT_UNSTATED,
                                                                .flags = PART_TABLE,
                                                                .place = place,
                                                                .source = ref_id_none()};
    }
    c->n_refs = actors->len;
    c->ref = g_new0(Ref, c->n_refs + 1);
    for (guint i = 0; i < actors->len; i++)
        c->ref[i] = (Ref){.kind = REF_KEY, .text = actors->pdata[i], .place = place, .hint = ACTOR_OFFICIAL};
    c->n_events = c->n_event_documents = events->len;
    c->event = g_new0(Event, c->n_events + 1);
    c->event_document = g_new0(DocumentId, c->n_events + 1);
    for (guint i = 0; i < events->len; i++)
        c->event[i] = (Event){.id = events->pdata[i],
                              .label = events->pdata[i],
                              .status = EVENT_UNSTATED,
                              .kind = EVENT_TABLE,
                              .first = DATE_UNKNOWN,
                              .last = DATE_UNKNOWN,
                              .parent = event_id_none(),
                              .documents = {i, 1},
                              .place = place};
    return c;
}

static Cast *make_cast(const Corpus *corpus, GPtrArray *actors)
{
    Cast *cast = g_new0(Cast, 1);
    g_ptr_array_sort(actors, by_name);
    cast->pool = pool_new();
    cast->n_actors = cast->n_names = actors->len;
    cast->actor = g_new0(Actor, actors->len + 1);
    cast->name = g_new0(const char *, actors->len + 1);
    cast->ref_actor = g_new0(ActorId, actors->len + 1);
    for (guint i = 0; i < actors->len; i++) {
        cast->name[i] = actors->pdata[i];
        cast->actor[i] = (Actor){.id = actors->pdata[i],
                                 .label = actors->pdata[i],
                                 .type = ACTOR_OFFICIAL,
                                 .place = corpus->ref[0].place,
                                 .names = {i, 1}};
    }
    for (size_t r = 0; r < corpus->n_refs; r++)
        cast->ref_actor[r] = actor_id_of(number_of(actors, corpus->ref[r].text));
    return cast;
}

Made *made_new(const char *const *pairs)
{
    g_autoptr(GPtrArray) actors = g_ptr_array_new();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    Selection selection;
    GError *error = NULL;
    Made *made = g_new0(Made, 1);
    selection_init(&selection);
    selection.level = LEVEL_ALL;
    made->corpus = make_corpus(pairs, actors);
    made->cast = make_cast(made->corpus, actors);
    made->hierarchy = hierarchy_new(made->corpus, made->cast, diagnostics);
    made->incidence = incidence_build(made->corpus, made->cast, made->hierarchy, &selection, diagnostics, &error);
    g_assert_no_error(error);
    return made;
}

void made_free(Made *made)
{
    if (!made)
        return;
    incidence_free(made->incidence);
    hierarchy_free(made->hierarchy);
    cast_free(made->cast);
    corpus_free(made->corpus);
    g_free(made);
}
