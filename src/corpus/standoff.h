/* standoff.h - a text and, apart from it, what is marked in it: where every standoff format meets the corpus.
 *
 * A reader (brat, JSON lines, CoNLL, XMI …) or an annotator fills a Standoff, in any order: text, marks with offsets in
 * the unit of its format, relations, events, attributes. Then
 *
 *     standoff_settle     offsets become bytes, once; every mark is held against the text it claims; ids are found
 *     standoff_deliver    labels get their meaning (label_map.h); document, passages, mentions, events,
 *                         participations, affiliations and records go into the builder, as with TEI
 *
 * One Standoff is one document; a file that holds several fills, settles, delivers and clears one after the other.
 * Strings that are handed in are copied to the pool the Standoff was made with (the builder's, or the annotator's own:
 * delivering copies what is needed); characters that XML forbids are replaced. Rows are never removed: what others
 * refer to by row stays where it is, and what turns out to be wrong is reported and carries `dropped`.
 *
 * Everything is linear in text and rows where marks come in order; else they are sorted: O(text + rows log rows). */
#ifndef ENTENTE_STANDOFF_H
#define ENTENTE_STANDOFF_H

#include "builder.h"
#include "lookup.h"
#include "offset.h"

enum { STANDOFF_NONE = UINT32_MAX, STANDOFF_LONGEST_TEXT = 1 << 30 };

/* From begin to before end: in the unit of the file until it is settled, in bytes of the text after. */
typedef struct Span {
    uint32_t begin, end;
} Span;

/* What a relation, an argument, an attribute or a reference is about: a row of this Standoff, or its id, to be found
 * when all is read (settling fills kind and row). */
typedef enum AnchorKind { ANCHOR_NONE, ANCHOR_ID, ANCHOR_MARK, ANCHOR_EVENT, ANCHOR_RELATION } AnchorKind;
typedef struct Anchor {
    AnchorKind kind;
    uint32_t row;
    const char *id; /* ANCHOR_ID */
} Anchor;

static inline Anchor anchor_id(const char *id) { return (Anchor){ANCHOR_ID, STANDOFF_NONE, id}; }
static inline Anchor anchor_mark(uint32_t row) { return (Anchor){ANCHOR_MARK, row, NULL}; }
static inline Anchor anchor_event(uint32_t row) { return (Anchor){ANCHOR_EVENT, row, NULL}; }

/* A stretch of text that names something. Only span and label are needed. */
typedef struct StandoffMark {
    const char *id;     /* "T1"; NULL = none. It becomes the mention's id */
    const char *label;  /* as the file has it: "PER", "Country"; our own type names ("official", "agency", "country",
                           "bloc", "event" …) always mean themselves. NULL = unlabelled: no mention unless it is in
                           a chain with a labelled one */
    Span span;          /* from the first piece to the last */
    Slice pieces;       /* of a discontinuous one: rows of piece, two at least; n = 0: span is all */
    const char *claim;  /* the text the file says stands there, or NULL; pieces joined by one blank */
    const char *chain;  /* coreference: marks of one document that share it are one; or NULL */
    const char *name;   /* the actor's name, where the words are not it ("he", "the ministry"), or NULL */
    Certainty cert;     /* 0 is CERT_LOW: write CERT_UNSTATED */
    const char *resp;   /* who or which rule says so, or NULL */
    bool in_zone;       /* boilerplate, sidebar: never a participation by co-occurrence */
    bool dropped;       /* set by settling: it does not fit the text */
    Place place;        /* where the file says so; line 0 = as the document */
} StandoffMark;

/* Who or what is meant: an id of an authority file or knowledge base. A mark may have several ("both ministers"). */
typedef struct StandoffReference {
    Anchor target;    /* a mark or an event */
    const char *text; /* "to-lam", without the name of the base it is in */
    Place place;
} StandoffReference;

/* A labelled arc. What it means, a participation, an affiliation or nothing, is for the label map. Attributes on it
 * (role, cert, status, flags, from, to) say more. */
typedef struct StandoffRelation {
    const char *id, *label;
    Anchor from, to; /* marks or events */
    Place place;
} StandoffRelation;

/* Something that happened. Only place is needed; id, label or trigger should be there. */
typedef struct StandoffEvent {
    const char *id;    /* of the file ("E1") or global; with a reference (its own or its trigger's) that counts */
    bool global;       /* the id means the same in every document; else the document's id is put before it */
    const char *label; /* type as the file has it ("Meet", "conference"), or NULL */
    Anchor trigger;    /* the mark that names it, or ANCHOR_NONE */
    const char *name, *series, *where; /* NULL: the trigger's words; none; none */
    EventStatus status;                /* 0 is EVENT_FOCAL: write EVENT_UNSTATED */
    Date first, last;                  /* DATE_UNKNOWN where not known: 0 is no unknown date */
    bool open;                         /* its participants are not all named */
    const char *resp;
    Place place;
} StandoffEvent;

/* Who took part, or what else the event is about: roles that are no participation (Time, Place) the label map knows. */
typedef struct StandoffArgument {
    uint32_t event;     /* row of event */
    const char *role;   /* "Agent", "speaker"; NULL = attendee */
    Anchor filler;      /* a mark; or an event: its participants' event is then a subevent's; or ANCHOR_NONE */
    const char *actor;  /* an id instead of the filler's own references, or NULL */
    ParticipationStatus status;
    Certainty cert;     /* 0 is CERT_LOW: write CERT_UNSTATED */
    unsigned flags;     /* PART_BLOC_EXPAND, PART_BLOC_PARTIAL, PART_COMENTION */
    Slice evidence;     /* rows of evidence: marks; n = 0: the filler */
    const char *resp;
    Place place;
} StandoffArgument;

/* A property of a mark, event or relation: brat's A, M and # lines, features of XMI and GATE, keys of JSON. */
typedef struct StandoffAttribute {
    Anchor target;
    const char *name, *value; /* value NULL: it is there */
    Place place;
} StandoffAttribute;

/* Who an id is: an entry of a register. */
typedef struct StandoffRecord {
    const char *id, *label, *subtype;
    ActorType type;
    Slice variants;    /* rows of variant */
    Slice identifiers; /* rows of identifier */
    Place place;
} StandoffRecord;

typedef struct StandoffAffiliation {
    AffiliationKind kind;
    const char *active, *passive; /* ids, or names where is_name */
    bool active_is_name, passive_is_name;
    Date from, to; /* DATE_UNKNOWN = open */
    const char *resp;
    Place place;
} StandoffAffiliation;

typedef struct Standoff {
    Pool *pool;               /* not owned */
    Diagnostics *diagnostics; /* not owned */
    Document head;            /* path and name must be set; id NULL: by the file's name; digest, title, date … */
    const char *text_path;    /* file the text stands in line by line (brat's .txt): mentions are placed there; or NULL:
                                 they are placed where their marks are */
    GString *text;            /* UTF-8; line ends as they were: offsets count them */
    GArray *mark;             /* StandoffMark */
    GArray *piece;            /* Span */
    GArray *reference;        /* StandoffReference */
    GArray *relation;         /* StandoffRelation */
    GArray *event;            /* StandoffEvent */
    GArray *argument;         /* StandoffArgument */
    GArray *evidence;         /* uint32_t: row of mark */
    GArray *attribute;        /* StandoffAttribute */
    GArray *paragraph;        /* Span, in order; none: lines, or blocks between blank lines in text of short lines */
    GArray *sentence;         /* Span, in order; none: split by rule (sentence.h) */
    GArray *zone;             /* Span, in order: boilerplate and sidebars */
    GArray *record;           /* StandoffRecord */
    GArray *variant;          /* const char * */
    GArray *identifier;       /* Identifier */
    GArray *affiliation;      /* StandoffAffiliation */
    Lookup *id;               /* private: (kind of anchor, id) → row */
    GArray *line;             /* private: byte each line of the text begins at; only with text_path */
    OffsetIndex *character;   /* private: for columns; only with text_path */
} Standoff;

Standoff *standoff_new(Pool *, Diagnostics *);
void standoff_free(Standoff *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Standoff, standoff_free)
/* Empties it for the next document; memory is kept. */
void standoff_clear(Standoff *);

/* Each returns the row. An id that is taken is reported (duplicate-id); the row then has none. */
uint32_t standoff_add_mark(Standoff *, const StandoffMark *);
uint32_t standoff_add_relation(Standoff *, const StandoffRelation *);
uint32_t standoff_add_event(Standoff *, const StandoffEvent *);
uint32_t standoff_add_argument(Standoff *, const StandoffArgument *);
void standoff_add_record(Standoff *, const StandoffRecord *);
void standoff_add_affiliation(Standoff *, const StandoffAffiliation *);
void standoff_add_reference(Standoff *, Anchor target, const char *text, Place);
void standoff_add_attribute(Standoff *, Anchor target, const char *name, const char *value, Place);
static inline StandoffMark *standoff_mark(const Standoff *s, uint32_t row)
{
    return &g_array_index(s->mark, StandoffMark, row);
}

/* Turns all offsets (marks, pieces, paragraphs, sentences, zones) into bytes, holds marks against the text, finds
 * anchors by their ids. A mark that lies beyond the text, ends before it begins, ends inside a character or stands on
 * other words than it claims (white space of any kind counts as one blank) is reported as bad-offset with a way out (do
 * the offsets fit in another unit, or with other line ends?) and dropped with what refers to it; so is what refers to
 * an unknown id (unknown-id). Places in the text are known after it.
 * Control characters in the text become blanks, with a note. An id is looked for among marks, then events, relations.
 * false and ERROR_IO: the text is not UTF-8 (the place says where) or too long. */
bool standoff_settle(Standoff *, OffsetUnit, GError **);

/* Where a byte of the settled text stands: line and column in text_path; without text_path a place without path.
 * O(log text). */
Place standoff_text_place(const Standoff *, uint32_t byte);

/* Adds the settled document to the builder, by the builder's label map; returns its row there. With
 * ReadOptions.keep_text the text and every mention's range are kept as well.
 * - A mark whose label means an actor is a mention that refers to its references, else to the name of its chain, else
 *   to its name or words; one that means an event is a mention of that event; others are passed over.
 * - An event's id is the first of: its reference, its trigger's reference, its id; a mark that means an event and is no
 *   trigger stands for an event of its own when somebody takes part in it. Where an authority file registers the id,
 *   that says what the event is.
 * - An attribute on a relation, argument or mark that the program knows (role, cert, status, actor, event, bloc, zone,
 *   basis, from, to …) counts; others are passed over.
 * - Labels nobody knows are reported once each (unknown-label). */
DocumentId standoff_deliver(const Standoff *, Builder *);

#endif
