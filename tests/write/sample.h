/* sample.h - a small network with everything a file can carry, for the tests of this room. */
#ifndef ENTENTE_SAMPLE_H
#define ENTENTE_SAMPLE_H

#include "export.h"
#include "support.h"
#include <math.h>
#include <string.h>

typedef struct Sample {
    Made *made;
    Selection selection;
    Network *network;
    Scores *scores;
    Layout layout;
    Provenance provenance;
    Export export;
    char *folder;
} Sample;

static inline Actor *sample_actor(Sample *s, const char *id)
{
    for (size_t i = 0; i < s->made->cast->n_actors; i++)
        if (strcmp(s->made->cast->actor[i].id, id) == 0)
            return &s->made->cast->actor[i];
    g_assert_not_reached();
}

static inline Event *sample_event(Sample *s, const char *id)
{
    for (size_t i = 0; i < s->made->corpus->n_events; i++)
        if (strcmp(s->made->corpus->event[i].id, id) == 0)
            return &s->made->corpus->event[i];
    g_assert_not_reached();
}

static inline const char *sample_text(Sample *s, const char *text) { return pool_string(s->made->corpus->pool, text); }

static inline void sample_date(Sample *s, const char *event, const char *day)
{
    Date date;
    g_assert_true(date_parse(day, &date));
    sample_event(s, event)->first = sample_event(s, event)->last = date;
}

/* Proof for every participation of the actor in the event: a mention, the whole of a sentence of its own. */
static inline void sample_sentence(Sample *s, const char *actor, const char *event, const char *text)
{
    Corpus *c = s->made->corpus;
    for (size_t i = 0; i < c->n_participations; i++) {
        Participation *p = &c->participation[i];
        if (strcmp(c->ref[p->actor.i].text, actor) != 0 || strcmp(c->event[p->event.i].id, event) != 0)
            continue;
        c->passage = g_renew(Passage, c->passage, c->n_passages + 1);
        c->mention = g_renew(Mention, c->mention, c->n_mentions + 1);
        c->evidence = g_renew(MentionId, c->evidence, c->n_evidence + 1);
        Place place = {p->place.path, 100 + (uint32_t)c->n_mentions, 7};
        c->passage[c->n_passages] = (Passage){PASSAGE_SENTENCE, {0}, place, sample_text(s, text)};
        Mention mention = {
            .kind = MENTION_ACTOR, .type = ACTOR_OFFICIAL, .place = place, .end = 1, .text = sample_text(s, actor)};
        for (int k = 0; k < N_PASSAGE_KINDS; k++)
            mention.passage[k] = passage_id_none();
        mention.passage[PASSAGE_SENTENCE] = passage_id_of((uint32_t)c->n_passages++);
        c->evidence[c->n_evidence] = mention_id_of((uint32_t)c->n_mentions);
        c->mention[c->n_mentions++] = mention;
        p->evidence = (Slice){(uint32_t)c->n_evidence++, 1};
    }
}

/* A bloc that took part in an event: a participation of no row, and an actor at the end of the cast. */
static inline void sample_bloc(Sample *s, const char *id, const char *event, const char *role)
{
    Corpus *c = s->made->corpus;
    Cast *cast = s->made->cast;
    Incidence *b = s->made->incidence;
    Place place = {c->document[0].path, 900, 1};
    uint32_t actor = 0;
    while (actor < cast->n_actors && strcmp(cast->actor[actor].id, id) != 0)
        actor++;
    if (actor == cast->n_actors) {
        cast->actor = g_renew(Actor, cast->actor, cast->n_actors + 1);
        cast->actor[cast->n_actors++] =
            (Actor){.id = sample_text(s, id), .label = sample_text(s, id), .type = ACTOR_BLOC, .place = place};
    }
    c->ref = g_renew(Ref, c->ref, c->n_refs + 1);
    cast->ref_actor = g_renew(ActorId, cast->ref_actor, c->n_refs + 1);
    c->ref[c->n_refs] = (Ref){.kind = REF_ID, .text = sample_text(s, id), .place = place, .hint = ACTOR_BLOC};
    cast->ref_actor[c->n_refs] = actor_id_of(actor);
    EventId at = event_id_of((uint32_t)(sample_event(s, event) - c->event));
    c->participation = g_renew(Participation, c->participation, c->n_participations + 1);
    c->participation[c->n_participations] = (Participation){.event = at,
                                                            .said_of = at,
                                                            .actor = ref_id_of((uint32_t)c->n_refs++),
                                                            .role = sample_text(s, role),
                                                            .cert = CERT_HIGH,
                                                            .place = place,
                                                            .source = ref_id_none()};
    b->bloc = g_renew(ParticipationId, b->bloc, b->n_blocs + 1);
    b->bloc[b->n_blocs++] = participation_id_of((uint32_t)c->n_participations++);
}

/* One more event, which nobody of the level took part in. */
static inline void sample_extra_event(Sample *s, const char *id)
{
    Corpus *c = s->made->corpus;
    c->event = g_renew(Event, c->event, c->n_events + 1);
    c->event[c->n_events] = c->event[0];
    c->event[c->n_events].id = c->event[c->n_events].label = sample_text(s, id);
    c->n_events++;
}

static inline void sample_name(Sample *s, const char *actor, const char *label)
{
    Actor *a = sample_actor(s, actor);
    a->label = sample_text(s, label);
    s->made->cast->name[a->names.first] = a->label;
}

/* The network, its measures and, on request, a layout, after all names, dates and sentences are set. */
static inline void sample_project(Sample *s, MeasureSet measures, bool with_layout)
{
    g_autoptr(GError) error = NULL;
    s->network = network_project(s->made->incidence, &s->selection, &error);
    g_assert_no_error(error);
    MeasureOptions options = {.seed = 42};
    s->scores = measure_network(s->network, measures, &options, &error);
    g_assert_no_error(error);
    s->export.network = s->network;
    s->export.scores = measures ? s->scores : NULL;
    if (!with_layout)
        return;
    size_t n = s->network->n_nodes;
    s->layout = (Layout){.n_nodes = n,
                         .x = g_new0(double, n + 1),
                         .y = g_new0(double, n + 1),
                         .radius = g_new0(double, n + 1),
                         .font = g_new0(double, n + 1),
                         .group = g_new0(uint32_t, n + 1)};
    for (size_t i = 0; i < n; i++) {
        s->layout.x[i] = 10.5 * (double)i;
        s->layout.y[i] = -100.25 + (double)(i * i);
        s->layout.radius[i] = 7 + (double)i;
        s->layout.font[i] = i % 2 ? 0 : 12;
        s->layout.group[i] = i + 1 == n ? UINT32_MAX : (uint32_t)(i % 3);
    }
    s->export.layout = &s->layout;
}

static inline Sample *sample_new(const char *const *pairs)
{
    Sample *s = g_new0(Sample, 1);
    s->made = made_new(pairs);
    selection_init(&s->selection);
    s->provenance = (Provenance){.version = g_strdup("0.1.0"),
                                 .options = g_strdup("--level all --weight newman"),
                                 .inputs = g_strdup("00ff"),
                                 .n_documents = 1,
                                 .seed = 42};
    s->export = (Export){.provenance = &s->provenance, .title = "A small <world> & \"more\" -- ✓"};
    s->folder = support_folder();
    return s;
}

/* Four actors and one alone; A–B share two events. */
static const char *const sample_pairs[] = {"A talk", "B talk", "A drill", "B drill", "C drill", "D dinner", NULL};

static inline Sample *sample_small(MeasureSet measures, bool with_layout)
{
    Sample *s = sample_new(sample_pairs);
    sample_name(s, "A", "Nguyễn Văn A");
    sample_date(s, "talk", "2015-04-16");
    sample_date(s, "drill", "2021-06");
    sample_event(s, "talk")->label = sample_text(s, "Talk on “cyber” & peace");
    sample_sentence(s, "A", "talk", "A & B met; <both> said \"yes\".");
    sample_project(s, measures, with_layout);
    return s;
}

static inline void sample_free(Sample *s)
{
    scores_free(s->scores);
    network_free(s->network);
    made_free(s->made);
    g_free(s->layout.x);
    g_free(s->layout.y);
    g_free(s->layout.radius);
    g_free(s->layout.font);
    g_free(s->layout.group);
    provenance_clear(&s->provenance);
    support_remove_folder(s->folder);
    g_free(s);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sample, sample_free)

/* What a writer writes; *path (g_free) is the file, where it is asked for. */
static inline char *sample_write(Sample *s, bool (*write)(const Export *, Output *, GError **), const char *name,
                                 char **path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *file = g_build_filename(s->folder, name, NULL);
    g_autoptr(Output) out = output_open(file, true, &error);
    g_assert_no_error(error);
    g_assert_true(write(&s->export, out, &error));
    g_assert_no_error(error);
    g_assert_true(output_commit(out, &error));
    g_assert_no_error(error);
    char *text = NULL;
    g_assert_true(g_file_get_contents(file, &text, NULL, &error));
    if (path)
        *path = g_steal_pointer(&file);
    return text;
}

static inline size_t sample_count(const char *text, const char *word)
{
    size_t n = 0;
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
        n++;
    return n;
}

#define sample_assert_has(text, word)                                                                                  \
    do {                                                                                                               \
        if (!strstr(text, word)) {                                                                                     \
            g_test_message("%s", text);                                                                                \
            g_error("lacks: %s", word);                                                                                \
        }                                                                                                              \
    } while (0)
#define sample_assert_lacks(text, word) g_assert_null(strstr(text, word))

#endif
