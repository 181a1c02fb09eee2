/* names.c - the words that texts and tables use for types, statuses, certainties and units. */
#include "corpus.h"
#include "number.h"
#include <string.h>

typedef struct Word {
    const char *name;
    int value;
} Word;

static const Word actor_type[] = {
    {"country", ACTOR_COUNTRY},     {"agency", ACTOR_AGENCY},   {"official", ACTOR_OFFICIAL},
    {"bloc", ACTOR_BLOC},           {"unknown", ACTOR_UNKNOWN}, {"person", ACTOR_OFFICIAL},
    {"pers", ACTOR_OFFICIAL},       {"per", ACTOR_OFFICIAL},    {"organisation", ACTOR_AGENCY},
    {"organization", ACTOR_AGENCY}, {"org", ACTOR_AGENCY},      {NULL, 0}};

static const Word event_status[] = {{"", EVENT_UNSTATED},
                                    {"focal", EVENT_FOCAL},
                                    {"related", EVENT_RELATED},
                                    {"subevent", EVENT_SUBEVENT},
                                    {"background", EVENT_BACKGROUND},
                                    {"scheduled", EVENT_SCHEDULED},
                                    {"sidebar", EVENT_SIDEBAR},
                                    {NULL, 0}};

static const Word certainty[] = {
    {"", CERT_UNSTATED}, {"low", CERT_LOW}, {"medium", CERT_MEDIUM}, {"high", CERT_HIGH}, {NULL, 0}};

static const Word participation_status[] = {{"stated", PART_STATED},
                                            {"inferred-affiliation", PART_INFERRED_AFFILIATION},
                                            {"inferred-parent", PART_INFERRED_PARENT},
                                            {"inferred-expansion", PART_INFERRED_EXPANSION},
                                            {"absent", PART_ABSENT},
                                            {"planned", PART_PLANNED},
                                            {NULL, 0}};

static const Word affiliation_kind[] = {{"member_of", AFFILIATION_MEMBER_OF},
                                        {"represents", AFFILIATION_REPRESENTS},
                                        {"agency_of", AFFILIATION_AGENCY_OF},
                                        {"part_of", AFFILIATION_PART_OF},
                                        {"succeeds", AFFILIATION_SUCCEEDS},
                                        {"member", AFFILIATION_BLOC_MEMBER},
                                        {NULL, 0}};

static const Word unit_kind[] = {
    {"event", UNIT_EVENT}, {"document", UNIT_DOCUMENT}, {"paragraph", UNIT_PARAGRAPH}, {"sentence", UNIT_SENTENCE},
    {"scene", UNIT_SCENE}, {"speech", UNIT_SPEECH},     {"window", UNIT_WINDOW},       {NULL, 0}};

/* The first word with this value. */
static const char *name_of(const Word *word, int value)
{
    for (; word->name; word++) {
        if (word->value == value)
            return word->name;
    }
    return "";
}

static bool value_of(const Word *word, const char *name, int *value)
{
    for (; word->name; word++) {
        if (g_ascii_strcasecmp(word->name, name) == 0) {
            *value = word->value;
            return true;
        }
    }
    return false;
}

const char *actor_type_name(ActorType type)
{
    return name_of(actor_type, (int)type);
}

bool actor_type_by_name(const char *name, ActorType *type)
{
    int value;
    bool known = value_of(actor_type, name, &value);
    if (known)
        *type = (ActorType)value;
    return known;
}

const char *event_status_name(EventStatus status)
{
    return name_of(event_status, (int)status);
}

bool event_status_by_name(const char *name, EventStatus *status)
{
    int value;
    bool known = value_of(event_status, name, &value);
    if (known)
        *status = (EventStatus)value;
    return known;
}

const char *certainty_name(Certainty c)
{
    return name_of(certainty, (int)c);
}

bool certainty_by_name(const char *name, Certainty *c)
{
    int value;
    bool known = value_of(certainty, name, &value);
    if (known)
        *c = (Certainty)value;
    return known;
}

const char *participation_status_name(ParticipationStatus status)
{
    return name_of(participation_status, (int)status);
}

bool participation_status_by_name(const char *name, ParticipationStatus *status)
{
    int value;
    bool known = value_of(participation_status, name, &value);
    if (known)
        *status = (ParticipationStatus)value;
    return known;
}

const char *affiliation_kind_name(AffiliationKind kind)
{
    return name_of(affiliation_kind, (int)kind);
}

bool affiliation_kind_by_name(const char *name, AffiliationKind *kind)
{
    int value;
    bool known = value_of(affiliation_kind, name, &value);
    if (known)
        *kind = (AffiliationKind)value;
    return known;
}

bool unit_parse(const char *text, Unit *unit)
{
    const char *colon = strchr(text, ':');
    g_autofree char *word = colon ? g_strndup(text, (gsize)(colon - text)) : g_strdup(text);
    int kind;
    if (!value_of(unit_kind, word, &kind) || (kind == UNIT_WINDOW) != (colon != NULL))
        return false;
    uint64_t words = 0;
    if (colon && (!number_parse_uint(colon + 1, &words) || words < 1 || words > UINT32_MAX))
        return false;
    *unit = (Unit){(UnitKind)kind, (uint32_t)words};
    return true;
}

char *unit_name(Unit unit)
{
    if (unit.kind == UNIT_WINDOW)
        return g_strdup_printf("window:%u", unit.window);
    return g_strdup(unit.kind == UNIT_DEFAULT ? "default" : name_of(unit_kind, (int)unit.kind));
}
