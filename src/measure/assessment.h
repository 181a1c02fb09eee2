/* assessment.h - how well an annotation meets another of the same texts: spans, links, participations, ties.
 *
 * One side is the gold, the other the system that is scored; both are corpora like any other, whatever their formats.
 * Documents are matched by id, else by the name of their file up to its first dot (one alone on each side: with each
 * other), places in them by the characters that are not blank (ink.h). What stands in a zone (sidebar, boilerplate,
 * header) is out of the network and out of the score, on either side by its own zones: junk that only the system takes
 * for text gives false alarms, as it gives false ties. */
#ifndef ENTENTE_ASSESSMENT_H
#define ENTENTE_ASSESSMENT_H

#include "network.h"

/* What a stretch of text is marked as. */
typedef enum SpanClass {
    SPAN_COUNTRY,
    SPAN_AGENCY,
    SPAN_OFFICIAL,
    SPAN_BLOC,
    SPAN_UNTYPED, /* a mention of an actor of no type */
    SPAN_EVENT,
    SPAN_PLACE, /* from here on no part of the network */
    SPAN_DATE,
    SPAN_ROLE,
    SPAN_NAME,
    SPAN_ALL, /* sums over actors and events */
    N_SPAN_CLASSES
} SpanClass;
static inline bool span_counts(SpanClass c) { return c <= SPAN_EVENT; }
const char *span_class_name(SpanClass);

enum { GOLD, SYSTEM, N_SIDES };

typedef struct AssessmentSide {
    const Corpus *corpus; /* read with keep_text */
    const Cast *cast;
} AssessmentSide;

typedef struct AgreedSpan {
    MentionId mention; /* none where it is a remark: */
    uint32_t remark;   /* row of corpus->remark */
    uint32_t pair;     /* row of Assessment.document */
    uint32_t from, to; /* characters of the gold's text that are not blank; from == to where it has no such place */
    SpanClass class;
    uint32_t exact,
        overlap;    /* span of the other side: same place and class; sharing a character, same class; else NONE */
    uint32_t other; /* a span of the other side that shares a character but is of another class, else NONE */
    /* Of a system's span that nothing meets: the shortest longer span of the gold it lies within that another one of
     * the system meets, else NONE. A gold that marks no name inside another ("Bank of Peru") cannot say whether the
     * inner one is right: flat and nested annotation are scored apart (Finkel and Manning 2009). */
    uint32_t around;
} AgreedSpan;

typedef struct AssessmentCount {
    size_t n_gold, n_system, n_match;
} AssessmentCount;
/* Precision, recall, F1; NaN where there is nothing to divide by. */
double count_precision(const AssessmentCount *), count_recall(const AssessmentCount *),
    count_f1(const AssessmentCount *);

/* Who is who: B³ (Bagga and Baldwin 1998) and entity-based CEAF with φ4 (Luo 2005), within each document, over the
 * mentions that both sides have (overlap) and that name one actor each. NaN where there are none. */
typedef struct LinkScore {
    size_t n_mentions;
    double b3_precision, b3_recall, b3_f1;
    double ceaf_precision, ceaf_recall, ceaf_f1;
} LinkScore;

/* A stated participation in an event that counts, held against the other side. */
typedef struct AgreedParticipation {
    ParticipationId participation;
    uint32_t other; /* row of the other side: the same actor in the same event; else NONE */
    bool same_role;
} AgreedParticipation;

typedef struct Assessment {
    AssessmentSide side[N_SIDES];
    struct AssessedDocument {
        DocumentId id[N_SIDES];
        size_t n_apart; /* characters of the system's text that the gold's lacks */
    } * document;
    size_t n_documents;
    GPtrArray *alone[N_SIDES]; /* ids of documents that the other side lacks: not scored (const char *) */

    AgreedSpan *span[N_SIDES]; /* by pair, then place */
    size_t n_spans[N_SIDES];
    AssessmentCount exact[N_SPAN_CLASSES], overlap[N_SPAN_CLASSES];
    size_t n_nested; /* actors and events of the system that nothing meets and that lie within a longer span */

    /* Which actor, which event of the system is meant by one of the gold; NONE. Mentions decide, best first; then equal
     * ids, then equal names. */
    uint32_t *actor_of; /* by row of the gold's cast */
    uint32_t *event_of; /* by row of the gold's events */
    LinkScore links;

    AgreedParticipation *participation[N_SIDES]; /* in the order of the corpus; an actor once an event */
    size_t n_participations[N_SIDES];
    AssessmentCount events, participations;
    size_t n_same_role;
} Assessment;

enum { ASSESSMENT_NONE = UINT32_MAX };

/* NULL and ERROR_USAGE where the two sides share no document, ERROR_IO where a text is missing. Time O(spans log spans
 * + text), for events and links O(n²), O(n³) in those of one document. */
Assessment *assessment_new(const AssessmentSide *gold, const AssessmentSide *system, GError **);
void assessment_free(Assessment *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Assessment, assessment_free)

/* Ties that both networks have; their nodes are matched by actor_of. Missing: ties of the gold that the system lacks;
 * surplus: the others (rows of each network's tie, ascending; GArray of uint32_t, or NULL where not wanted). */
AssessmentCount assessment_ties(const Assessment *, const Network *gold, const Network *system, GArray *missing,
                                GArray *surplus);

/* assessment_links.c, assessment_events.c: the parts of assessment_new, private to it. */
LinkScore assessment_links(const Assessment *);
void assessment_match_actors(Assessment *);
void assessment_match_events(Assessment *);

#endif
