/* snapshot_shape.c - private to snapshots: which members of each row of the builder are kept, and how. */
#include "snapshot_shape.h"

#define F(type, member, kind, more)                                                                                    \
    {                                                                                                                  \
        offsetof(type, member), kind, more                                                                             \
    }

static const Field document_field[] = {
    F(Document, id, STRING, 0),       F(Document, path, STRING, 0),    F(Document, name, STRING, 0),
    F(Document, title, STRING, 0),    F(Document, url, STRING, 0),     F(Document, outlet, STRING, 0),
    F(Document, language, STRING, 0), F(Document, country, STRING, 0), F(Document, digest, STRING, 0),
    F(Document, date, DATE, 0),       F(Document, n_words, NUMBER, 0), F(Document, authority, BOOL, 0),
    F(Document, text, STRING, 0),     F(Document, n_text, NUMBER, 0),
};
static const Field passage_field[] = {
    F(Passage, kind, NUMBER, N_PASSAGE_KINDS),
    F(Passage, document, ROW, DOCUMENT),
    F(Passage, place, PLACE, 0),
    F(Passage, text, STRING, 0),
};
static const Field mention_field[] = {
    F(Mention, id, STRING, 0),
    F(Mention, kind, NUMBER, MENTION_SPEAKER + 1),
    F(Mention, type, NUMBER, ACTOR_UNKNOWN + 1),
    F(Mention, in_zone, BOOL, 0),
    F(Mention, document, ROW, DOCUMENT),
    F(Mention, place, PLACE, 0),
    F(Mention, refs, SLICE, TARGET),
    F(Mention, passage[0], ROW, PASSAGE),
    F(Mention, passage[1], ROW, PASSAGE),
    F(Mention, passage[2], ROW, PASSAGE),
    F(Mention, passage[3], ROW, PASSAGE),
    F(Mention, begin, NUMBER, 0),
    F(Mention, end, NUMBER, 0),
    F(Mention, word, NUMBER, 0),
    F(Mention, text, STRING, 0),
};
static const Field record_field[] = {
    F(Record, id, STRING, 0),
    F(Record, type, NUMBER, ACTOR_UNKNOWN + 1),
    F(Record, label, STRING, 0),
    F(Record, subtype, STRING, 0),
    F(Record, variants, SLICE, VARIANT),
    F(Record, identifiers, SLICE, IDENTIFIER),
    F(Record, document, ROW, DOCUMENT),
    F(Record, place, PLACE, 0),
    F(Record, from_table, BOOL, 0),
};
static const Field variant_field[] = {{0, STRING, 0}};
static const Field identifier_field[] = {F(Identifier, scheme, STRING, 0), F(Identifier, value, STRING, 0)};
static const Field target_field[] = {F(Target, kind, NUMBER, REF_KEY + 1), F(Target, text, STRING, 0),
                                     F(Target, file, STRING, 0)};
#define TARGET_FIELDS(type, member)                                                                                    \
    F(type, member.kind, NUMBER, REF_KEY + 1), F(type, member.text, STRING, 0), F(type, member.file, STRING, 0)
static const Field event_field[] = {
    F(EventDraft, event.id, STRING, 0),
    F(EventDraft, event.label, STRING, 0),
    F(EventDraft, event.type, STRING, 0),
    F(EventDraft, event.series, STRING, 0),
    F(EventDraft, event.where, STRING, 0),
    F(EventDraft, event.status, NUMBER, N_EVENT_STATUSES),
    F(EventDraft, event.kind, NUMBER, EVENT_TABLE + 1),
    F(EventDraft, event.first, DATE, 0),
    F(EventDraft, event.last, DATE, 0),
    F(EventDraft, event.parent, ROW, EVENT),
    F(EventDraft, event.document, ROW, DOCUMENT),
    F(EventDraft, event.place, PLACE, 0),
    F(EventDraft, event.open, BOOL, 0),
    F(EventDraft, event.resp, STRING, 0),
    F(EventDraft, scope, ROW, DOCUMENT),
    F(EventDraft, nested_in, ROW, EVENT),
    TARGET_FIELDS(EventDraft, same_as),
    TARGET_FIELDS(EventDraft, parent),
    TARGET_FIELDS(EventDraft, where),
    F(EventDraft, anonymous, BOOL, 0),
    F(EventDraft, pointed, BOOL, 0),
};
static const Field participation_field[] = {
    F(ParticipationDraft, row.role, STRING, 0),
    F(ParticipationDraft, row.status, NUMBER, N_PARTICIPATION_STATUSES),
    F(ParticipationDraft, row.cert, NUMBER, CERT_UNSTATED + 1),
    F(ParticipationDraft, row.flags, NUMBER, 2 * PART_COMENTION),
    F(ParticipationDraft, row.document, ROW, DOCUMENT),
    F(ParticipationDraft, row.place, PLACE, 0),
    F(ParticipationDraft, row.resp, STRING, 0),
    F(ParticipationDraft, draft, ROW, EVENT),
    TARGET_FIELDS(ParticipationDraft, event),
    TARGET_FIELDS(ParticipationDraft, actor),
    TARGET_FIELDS(ParticipationDraft, source),
    F(ParticipationDraft, scope, ROW, DOCUMENT),
    F(ParticipationDraft, hint, NUMBER, ACTOR_UNKNOWN + 1),
    F(ParticipationDraft, mention, ROW, MENTION),
    F(ParticipationDraft, pointer, SLICE, TARGET),
};
static const Field affiliation_field[] = {
    F(AffiliationDraft, row.kind, NUMBER, AFFILIATION_BLOC_MEMBER + 1),
    F(AffiliationDraft, row.from, DATE, 0),
    F(AffiliationDraft, row.to, DATE, 0),
    F(AffiliationDraft, row.document, ROW, DOCUMENT),
    F(AffiliationDraft, row.place, PLACE, 0),
    F(AffiliationDraft, row.resp, STRING, 0),
    TARGET_FIELDS(AffiliationDraft, active),
    TARGET_FIELDS(AffiliationDraft, passive),
};
static const Field other_field[] = {F(OtherId, scope, ROW, DOCUMENT), F(OtherId, id, STRING, 0),
                                    F(OtherId, label, STRING, 0), F(OtherId, is_actor, BOOL, 0)};
static const Field marking_field[] = {F(Marking, from, NUMBER, 0), F(Marking, to, NUMBER, 0),
                                      F(Marking, cert, NUMBER, CERT_UNSTATED + 1), F(Marking, resp, STRING, 0),
                                      F(Marking, subtype, STRING, 0), F(Marking, event, STRING, 0)};
static const Field remark_field[] = {F(Remark, kind, NUMBER, N_REMARK_KINDS),
                                     F(Remark, document, ROW, DOCUMENT),
                                     F(Remark, from, NUMBER, 0),
                                     F(Remark, to, NUMBER, 0),
                                     F(Remark, id, STRING, 0),
                                     F(Remark, type, STRING, 0),
                                     F(Remark, target, STRING, 0),
                                     F(Remark, when, STRING, 0),
                                     F(Remark, cert, NUMBER, CERT_UNSTATED + 1),
                                     F(Remark, resp, STRING, 0)};
static const Field stretch_field[] = {F(Stretch, kind, NUMBER, STRETCH_SENTENCE + 1),
                                      F(Stretch, document, ROW, DOCUMENT), F(Stretch, from, NUMBER, 0),
                                      F(Stretch, to, NUMBER, 0), F(Stretch, type, STRING, 0)};

#define SHAPE(type, fields)                                                                                            \
    {                                                                                                                  \
        fields, G_N_ELEMENTS(fields), sizeof(type)                                                                     \
    }
const TableShape snapshot_shape[N_TABLES] = {
    [DOCUMENT] = SHAPE(Document, document_field),
    [PASSAGE] = SHAPE(Passage, passage_field),
    [MENTION] = SHAPE(Mention, mention_field),
    [RECORD] = SHAPE(Record, record_field),
    [VARIANT] = SHAPE(const char *, variant_field),
    [IDENTIFIER] = SHAPE(Identifier, identifier_field),
    [TARGET] = SHAPE(Target, target_field),
    [EVENT] = SHAPE(EventDraft, event_field),
    [PARTICIPATION] = SHAPE(ParticipationDraft, participation_field),
    [AFFILIATION] = SHAPE(AffiliationDraft, affiliation_field),
    [OTHER] = SHAPE(OtherId, other_field),
    [MARKING] = SHAPE(Marking, marking_field),
    [REMARK] = SHAPE(Remark, remark_field),
    [STRETCH] = SHAPE(Stretch, stretch_field),
};

/* A row that has grown must be thought of here, and SNAPSHOT_VERSION raised. */
#define KNOWN(type, bytes)                                                                                             \
    _Static_assert(sizeof(void *) != 8 || sizeof(type) == (bytes), "a member of " #type " is new")
KNOWN(Document, 104);
KNOWN(Passage, 32);
KNOWN(Mention, 88);
KNOWN(Record, 80);
KNOWN(Target, 24);
KNOWN(EventDraft, 200);
KNOWN(ParticipationDraft, 184);
KNOWN(AffiliationDraft, 104);
KNOWN(OtherId, 32);
KNOWN(Marking, 40);
KNOWN(Remark, 64);
KNOWN(Stretch, 24);

GArray *snapshot_table(const Builder *b, Table t)
{
    GArray *const table[N_TABLES] = {b->document,   b->passage, b->mention, b->record,        b->variant,
                                     b->identifier, b->target,  b->event,   b->participation, b->affiliation,
                                     b->other,      b->marking, b->remark,  b->stretch};
    return table[t];
}
