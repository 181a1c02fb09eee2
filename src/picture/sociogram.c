/* sociogram.c - what a picture shows: actors and their ties, or actors and events, with signs, sizes and groups. */
#include "sociogram.h"
#include "label.h"
#include "number.h"
#include "stature.h"

#include <math.h>

/* The ISO 3166 code of a country, else its name. */
static const char *label_of(const Network *network, const Actor *actor, bool codes)
{
    const Corpus *corpus = network->incidence->corpus;
    for (uint32_t i = 0; codes && actor->type == ACTOR_COUNTRY && i < actor->identifiers.n; i++) {
        const Identifier *identifier = &corpus->identifier[actor->identifiers.first + i];
        if (identifier->scheme && g_ascii_strncasecmp(identifier->scheme, "ISO3166-1-alpha-", 16) == 0)
            return identifier->value;
    }
    return actor->label;
}

static Sign sign_of(ActorType type)
{
    return type == ACTOR_COUNTRY    ? SIGN_COUNTRY
           : type == ACTOR_AGENCY   ? SIGN_AGENCY
           : type == ACTOR_OFFICIAL ? SIGN_OFFICIAL
                                    : SIGN_OTHER;
}

/* "Viet Nam (country): events 6, degree 14, strength 6" */
static char *actor_tooltip(const Actor *actor, uint32_t node, const Scores *scores, const Sociogram *sociogram)
{
    g_autofree char *name = label_clean(actor->label, 300);
    g_autoptr(GString) text = g_string_new(name);
    if (actor->type != ACTOR_UNKNOWN)
        g_string_append_printf(text, " (%s)", actor_type_name(actor->type));
    Measure shown[] = {MEASURE_EVENTS, MEASURE_DEGREE, MEASURE_STRENGTH, N_MEASURES}, which = sociogram->sized_by;
    if (sociogram->sized && which != shown[0] && which != shown[1] && which != shown[2])
        shown[3] = which;
    const char *joint = ": ";
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        const double *column = shown[i] < N_MEASURES ? scores->value[shown[i]] : NULL;
        if (!column || !isfinite(column[node]))
            continue;
        char number[NUMBER_SIZE];
        g_string_append_printf(text, "%s%s %s", joint, measure_name(shown[i]), number_short(column[node], number));
        joint = ", ";
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void add_actors(Sociogram *sociogram, const Scores *scores, const PictureOptions *options)
{
    const Network *network = sociogram->network;
    const double *column = size_column(scores, options, &sociogram->sized_by);
    const double *strength = scores->value[MEASURE_STRENGTH] ? scores->value[MEASURE_STRENGTH] : column;
    sociogram->sized = column != NULL;
    column_range(column, network->n_nodes, &sociogram->smallest, &sociogram->largest);
    for (uint32_t i = 0; i < network->n_nodes; i++) {
        const Actor *actor = network_actor(network, i);
        sociogram->glyph[i] = (Glyph){.id = actor->id,
                                      .name = actor->label,
                                      .label = label_of(network, actor, options->codes),
                                      .sign = sign_of(actor->type),
                                      .row = i,
                                      .score = column ? column[i] : NAN,
                                      .strength = strength ? strength[i] : NAN,
                                      .group = UINT32_MAX};
        sociogram->glyph[i].tooltip = actor_tooltip(actor, i, scores, sociogram);
    }
    for (size_t i = 0; i < network->n_ties; i++)
        sociogram->glyph[network->tie[i].a].tied = sociogram->glyph[network->tie[i].b].tied = true;
}

static void add_groups(Sociogram *sociogram, const Scores *scores)
{
    switch (sociogram->colour_by) {
    case COLOUR_BY_GROUP:
        grouping_by_community(sociogram, scores);
        break;
    case COLOUR_BY_BLOC:
        grouping_by_bloc(sociogram);
        break;
    case COLOUR_BY_TYPE:
        grouping_by_type(sociogram);
        break;
    }
}

static Sociogram *sociogram_new(const Network *network, size_t n_glyphs, const PictureOptions *options)
{
    Sociogram *sociogram = g_new0(Sociogram, 1);
    sociogram->network = network;
    sociogram->glyph = g_new0(Glyph, n_glyphs + 1);
    sociogram->n_glyphs = n_glyphs;
    sociogram->n_actors = network->n_nodes;
    sociogram->colour_by = options->colour_by;
    return sociogram;
}

Sociogram *sociogram_network(const Network *network, const Scores *scores, const PictureOptions *options)
{
    Sociogram *sociogram = sociogram_new(network, network->n_nodes, options);
    add_actors(sociogram, scores, options);
    add_groups(sociogram, scores);
    sociogram->tie = g_memdup2(network->tie, network->n_ties * sizeof *network->tie);
    sociogram->n_ties = network->n_ties;
    return sociogram;
}

/* ---- actors and events ---- */

/* One a column of the incidence: how many nodes of the network took part. */
static uint32_t *participants(const Network *network)
{
    const Incidence *in = network->incidence;
    uint32_t *n = g_new0(uint32_t, in->n_events + 1);
    for (size_t i = 0; i < network->n_nodes; i++)
        for (uint32_t k = in->actor_first[network->row[i]]; k < in->actor_first[network->row[i] + 1]; k++)
            n[in->actor_event[k]]++;
    return n;
}

static char *event_tooltip(const Event *event, uint32_t n)
{
    char day[DATE_SIZE];
    g_autofree char *name = label_clean(event->label, 300);
    date_format(event->first, day);
    return g_strdup_printf("%s (event)%s%s: %u participant%s", name, *day ? ", " : "", day, n, n == 1 ? "" : "s");
}

/* An event has the score of an actor of as many events as it has participants; column → glyph through *glyph. */
static void add_events(Sociogram *sociogram, const uint32_t *n, uint32_t *glyph)
{
    const Incidence *in = sociogram->network->incidence;
    uint32_t at = (uint32_t)sociogram->n_actors;
    for (uint32_t c = 0; c < in->n_events; c++) {
        if (!n[c])
            continue;
        const Event *event = &in->corpus->event[in->event[c].i];
        sociogram->most = fmax(sociogram->most, n[c]);
        glyph[c] = at;
        sociogram->glyph[at++] = (Glyph){.id = event->id,
                                         .name = event->label,
                                         .label = event->label,
                                         .sign = SIGN_EVENT,
                                         .row = c,
                                         .score = n[c],
                                         .strength = n[c],
                                         .group = UINT32_MAX,
                                         .tied = true,
                                         .tooltip = event_tooltip(event, n[c])};
    }
}

Sociogram *sociogram_two_mode(const Network *network, const Scores *scores, const PictureOptions *options)
{
    const Incidence *in = network->incidence;
    g_autofree uint32_t *n = participants(network), *glyph = g_new0(uint32_t, in->n_events + 1);
    size_t n_events = 0, n_ties = 0;
    for (size_t c = 0; c < in->n_events; c++) {
        n_events += n[c] > 0;
        n_ties += n[c];
    }
    Sociogram *sociogram = sociogram_new(network, network->n_nodes + n_events, options);
    add_actors(sociogram, scores, options);
    add_groups(sociogram, scores); /* before all have ties: groups are those of the one-mode network */
    add_events(sociogram, n, glyph);
    sociogram->tie = g_new0(Tie, n_ties + 1);
    for (uint32_t i = 0; i < network->n_nodes; i++)
        for (uint32_t k = in->actor_first[network->row[i]]; k < in->actor_first[network->row[i] + 1]; k++) {
            Tie tie = {.a = i, .b = glyph[in->actor_event[k]], .n_events = 1, .weight = 1};
            sociogram->tie[sociogram->n_ties++] = tie;
            sociogram->glyph[i].tied = true;
        }
    return sociogram;
}

/* "Viet Nam — ASEAN–Japan drill: host; inferred-affiliation" */
static char *participation_text(const Sociogram *sociogram, const Tie *tie, const char *a, const char *b)
{
    const Incidence *in = sociogram->network->incidence;
    uint32_t row = sociogram->network->row[tie->a];
    uint32_t cell = incidence_cell(in, row, sociogram->glyph[tie->b].row);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "%s — %s", a, b);
    const Claim *claim = &in->claim[in->claim_first[cell]];
    g_autofree char *role = label_clean(in->corpus->participation[claim->participation.i].role, 60);
    g_string_append_printf(text, ": %s", *role ? role : "attendee");
    if (claim->status != PART_STATED)
        g_string_append_printf(text, ", %s", participation_status_name(claim->status));
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *sociogram_tie_text(const Sociogram *sociogram, const Tie *tie)
{
    g_autofree char *a = label_clean(sociogram->glyph[tie->a].name, 200);
    g_autofree char *b = label_clean(sociogram->glyph[tie->b].name, 200);
    char number[NUMBER_SIZE];
    if (sociogram->glyph[tie->b].sign == SIGN_EVENT)
        return participation_text(sociogram, tie, a, b);
    return g_strdup_printf("%s — %s: %u event%s, weight %s", a, b, tie->n_events, tie->n_events == 1 ? "" : "s",
                           number_short(tie->weight, number));
}

void sociogram_free(Sociogram *sociogram)
{
    if (!sociogram)
        return;
    for (size_t i = 0; i < sociogram->n_glyphs; i++)
        g_free(sociogram->glyph[i].tooltip);
    g_free(sociogram->glyph);
    g_free(sociogram->tie);
    g_strfreev(sociogram->group_name);
    g_free(sociogram->group_whole);
    if (sociogram->blocs_left_out)
        g_string_free(sociogram->blocs_left_out, TRUE);
    g_free(sociogram);
}
