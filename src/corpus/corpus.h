/* corpus.h - annotated texts as tables: documents, mentions, records, events, participations, affiliations.
 *
 *   document ──< passage (sentence, paragraph, scene, speech) ──< mention ──> reference ──> actor (room entity)
 *       │                                                           │ proves
 *       ├──< record (authority record: who an id is)                v
 *       ├──< event ──────────────────────────────────────────< participation ──> reference
 *       └──< affiliation (reference belongs to reference, from … to)
 *
 * A *reference* is an id or a name as one document uses it ("#to-lam" in 003.xml); which actor it means is decided
 * later, by the room entity. Everything else is as the texts say it. A Corpus is read-only once corpus_read returns,
 * owns every string in it (interned: equal strings are equal pointers), and is freed as a whole. Rows stand in document
 * order, documents in the order of their names. */
#ifndef ENTENTE_CORPUS_H
#define ENTENTE_CORPUS_H

#include "date.h"
#include "diagnostic.h"
#include "id.h"
#include "place.h"
#include "pool.h"
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

DEFINE_ID(DocumentId, document_id)
DEFINE_ID(PassageId, passage_id)
DEFINE_ID(MentionId, mention_id)
DEFINE_ID(RefId, ref_id)
DEFINE_ID(RecordId, record_id)
DEFINE_ID(EventId, event_id)
DEFINE_ID(ParticipationId, participation_id)
DEFINE_ID(AffiliationId, affiliation_id)

/* Who can take part. A bloc is a set of countries: in the two-mode data, never a node of a one-mode network. */
typedef enum ActorType { ACTOR_COUNTRY, ACTOR_AGENCY, ACTOR_OFFICIAL, ACTOR_BLOC, ACTOR_UNKNOWN } ActorType;
enum { N_ACTOR_TYPES = 4 };
const char *actor_type_name(ActorType);                   /* "country", "agency", "official", "bloc", "unknown" */
bool actor_type_by_name(const char *name, ActorType *);   /* also person, organisation, organization, org … */

/* One text, or one authority file, or one incidence table. Missing fields are NULL, the date unknown. */
typedef struct Document {
    const char *id;      /* xml:id of its root, else the file name without extension */
    const char *path;    /* as the user named it */
    const char *name;    /* path below the input it was found in: the key of documents.tsv */
    const char *title, *url, *outlet, *language, *country;
    const char *digest;  /* sha256 of the file, hex */
    Date date;
    uint32_t n_words;    /* words in the text outside the header */
    bool authority;      /* names ids for the whole corpus */
    const char *text;    /* the whole text, n_text bytes of UTF-8; NULL unless ReadOptions.keep_text */
    uint32_t n_text;
} Document;

typedef enum PassageKind { PASSAGE_SENTENCE, PASSAGE_PARAGRAPH, PASSAGE_SPEECH, PASSAGE_SCENE } PassageKind;
enum { N_PASSAGE_KINDS = 4 };

/* A stretch of text that holds at least one mention (a scene: at least one sp). */
typedef struct Passage {
    PassageKind kind;
    DocumentId document;
    Place place;
    const char *text;  /* sentence: white space collapsed; scene: its head(s), "ACT 1 | Scene 2"; else NULL */
} Passage;

typedef enum MentionKind {
    MENTION_ACTOR,     /* persName, orgName, country, bloc, rs/name of such a type */
    MENTION_EVENT,
    MENTION_SPEAKER,   /* one token of sp/@who */
} MentionKind;

/* A zone whose mentions never make a participation by co-occurrence: sidebar, boilerplate, back indexes, header. */
typedef struct Mention {
    const char *id;          /* xml:id or NULL */
    MentionKind kind;
    ActorType type;          /* by element or @type; ACTOR_UNKNOWN when neither tells */
    bool in_zone;
    DocumentId document;
    Place place;
    Slice refs;              /* rows of corpus->mention_ref; "two countries" refers to two */
    PassageId passage[N_PASSAGE_KINDS]; /* none where it stands outside such a passage */
    uint32_t begin, end;     /* bytes in its sentence's text */
    uint32_t word;           /* number of words before it in the document, for window:N */
    const char *text;        /* surface form, white space collapsed */
} Mention;

/* Who is meant, as one document says it: distinct (document, kind, text). */
typedef enum RefKind {
    REF_ID,    /* an id: "to-lam" (the # is gone; a URI keeps what stands before it in file) */
    REF_NAME,  /* a name without id: to be found among preferred and variant names */
    REF_KEY,   /* a cell of a table: an id if it is one, else a name, else a new actor */
} RefKind;

typedef struct Ref {
    RefKind kind;
    const char *text;
    const char *file;    /* normalised path of another document, for "other.xml#id", or NULL */
    DocumentId document;
    Place place;         /* of its first use */
    ActorType hint;      /* type of the first mention or table row that uses it */
    const char *surface; /* text of the first mention that uses it, or NULL */
} Ref;

/* An entry of a register or authority file: who an id is. */
typedef struct Record {
    const char *id;
    ActorType type;
    const char *label;     /* preferred name */
    const char *subtype;   /* kind of organisation: ministry, company … ; NULL */
    Slice variants;        /* rows of corpus->variant: other names, acronyms */
    Slice identifiers;     /* rows of corpus->identifier */
    DocumentId document;
    Place place;
    bool from_table;       /* made from a row of an incidence table, not written by an annotator */
} Record;

typedef struct Identifier {
    const char *scheme, *value; /* "wikidata", "Q30" */
} Identifier;

typedef enum EventStatus { /* event/@subtype; decides whether it makes ties */
    EVENT_FOCAL, EVENT_RELATED, EVENT_UNSTATED,            /* yes */
    EVENT_SUBEVENT,                                        /* no: its participants count for the parent */
    EVENT_BACKGROUND, EVENT_SCHEDULED, EVENT_SIDEBAR,      /* no */
} EventStatus;
enum { N_EVENT_STATUSES = 7 };
const char *event_status_name(EventStatus); /* "" for EVENT_UNSTATED */
bool event_status_by_name(const char *, EventStatus *);

typedef enum EventKind { EVENT_ANNOTATED, EVENT_UNIT, EVENT_TABLE } EventKind;

typedef struct Event {
    const char *id;
    const char *label;       /* eventName, else the id */
    const char *type;        /* conference, drill …; for a unit its kind: "scene" */
    const char *series;      /* idno[@type='series'] or NULL */
    const char *where;       /* place as text or NULL */
    EventStatus status;
    EventKind kind;
    Date first, last;        /* its first and last day */
    EventId parent;          /* of a subevent */
    DocumentId document;     /* the first that tells it */
    Slice documents;         /* rows of corpus->event_document: all that tell it */
    Place place;
    const char *resp;        /* who or which rule says so, or NULL */
    bool open;               /* its participants are not all named: "some ASEAN countries", "Philippines, …" */
} Event;

typedef enum Certainty { CERT_LOW, CERT_MEDIUM, CERT_HIGH, CERT_UNSTATED } Certainty; /* unstated counts as high */
const char *certainty_name(Certainty); /* "" when unstated */
bool certainty_by_name(const char *, Certainty *);

typedef enum ParticipationStatus {
    PART_STATED, PART_INFERRED_AFFILIATION, PART_INFERRED_PARENT, PART_INFERRED_EXPANSION,
    PART_ABSENT, PART_PLANNED, /* make no tie */
} ParticipationStatus;
enum { N_PARTICIPATION_STATUSES = 6 };
const char *participation_status_name(ParticipationStatus);
bool participation_status_by_name(const char *, ParticipationStatus *);

typedef enum ParticipationFlag {
    PART_LONG_FORM = 1 << 0,   /* a relation inside the event */
    PART_SHORT_FORM = 1 << 1,  /* @corresp on a mention */
    PART_TABLE = 1 << 2,       /* a row of an incidence table: counts as it is, whatever its status */
    PART_UNIT = 1 << 3,        /* from co-presence in a unit */
    PART_BLOC_EXPAND = 1 << 4, /* the whole bloc took part */
    PART_BLOC_PARTIAL = 1 << 5,
    PART_COMENTION = 1 << 6,   /* counted only when asked for */
} ParticipationFlag;

/* One actor, one event, one role. Both written forms of the same participation are one row with both flags. */
typedef struct Participation {
    EventId event;             /* of a subevent already the parent's; see said_of */
    EventId said_of;           /* the event the text names */
    RefId actor;
    const char *role;          /* host … ; "attendee" where none is given */
    ParticipationStatus status;
    Certainty cert;
    unsigned flags;            /* ParticipationFlag */
    DocumentId document;
    Place place;               /* the relation, the mention, the table row */
    Slice evidence;            /* rows of corpus->evidence: mentions in document order; may be empty */
    RefId source;              /* of an inferred one: where it came from, or none */
    const char *resp;          /* who or which rule says so, or NULL */
} Participation;

typedef enum AffiliationKind {
    AFFILIATION_MEMBER_OF,   /* official → agency */
    AFFILIATION_REPRESENTS,  /* official or agency → country, beats climbing */
    AFFILIATION_AGENCY_OF,   /* agency → country */
    AFFILIATION_PART_OF,     /* agency → parent agency */
    AFFILIATION_SUCCEEDS,    /* agency → the body it was before; from = day of the change */
    AFFILIATION_BLOC_MEMBER, /* country → bloc */
} AffiliationKind;
const char *affiliation_kind_name(AffiliationKind); /* "member_of" … as in relation/@name; "member" of a bloc */
bool affiliation_kind_by_name(const char *, AffiliationKind *);

typedef struct Affiliation {
    AffiliationKind kind;
    RefId active, passive;
    Date from, to;          /* first and last day; unknown = open */
    DocumentId document;
    Place place;
    const char *resp;       /* who or which rule says so, or NULL */
} Affiliation;

/* The tables marking, remark and stretch exist only with ReadOptions.keep_text: what writers of annotated text need
 * beyond what a network needs. Offsets are bytes in the text of the document, at borders of characters. */

/* Where a mention stands, row for row beside corpus->mention. from == to: nowhere in the text (a speaker in sp/@who, a
 * name of the header, an empty element). */
typedef struct Marking {
    uint32_t from, to;
    Certainty cert;
    const char *resp;    /* who made the mark, or by which rule; NULL */
    const char *subtype; /* kind of expression: nam, acr, nom …; "anchor": not said, only made to tie others to; NULL */
    const char *event;   /* id of the event that a mention of one names, or NULL */
} Marking;

/* A marked stretch that is neither actor nor event. */
typedef enum RemarkKind { REMARK_PLACE, REMARK_DATE, REMARK_ROLE, REMARK_NAME } RemarkKind;
enum { N_REMARK_KINDS = 4 };
typedef struct Remark {
    RemarkKind kind;
    DocumentId document;
    uint32_t from, to;
    const char *id;      /* xml:id or NULL */
    const char *type;    /* "city", "rank", "law" …; NULL */
    const char *target;  /* of a role the person, else an id that stands in no register of actors; without "#"; NULL */
    const char *when;    /* of a date, as written: "2021-06-24"; NULL */
    Certainty cert;
    const char *resp;
} Remark;

typedef enum StretchKind { STRETCH_ZONE, STRETCH_HEAD, STRETCH_PARAGRAPH, STRETCH_SENTENCE } StretchKind;
/* Structure of a text. Two stretches of a document lie apart or one in the other. */
typedef struct Stretch {
    StretchKind kind;
    DocumentId document;
    uint32_t from, to;
    const char *type;    /* of a zone: sidebar, boilerplate, or what else it is: "back", "castList"; else ab/@type */
} Stretch;

/* What a person decided of two actors, two events or one participation: a row of decisions.tsv (decisions.h). */
typedef enum Verdict { VERDICT_SAME, VERDICT_DIFFERENT, VERDICT_KEEP, VERDICT_DROP, VERDICT_ROLE } Verdict;
typedef enum DecisionKind { DECISION_ACTOR, DECISION_EVENT, DECISION_PARTICIPATION } DecisionKind;
typedef struct Decision {
    Verdict verdict;
    DecisionKind kind;
    ActorType type;       /* of both actors; ACTOR_UNKNOWN where the row leaves it open */
    const char *a, *b;    /* two ids or names; of a participation the event and the actor */
    const char *role;     /* of a participation: the one it has, NULL = every one */
    const char *document; /* of a participation: its id, NULL = every one */
    const char *new_role; /* VERDICT_ROLE */
    const char *who, *why;
    EventId event;        /* of a participation: the row a means, or none */
    Place place;
} Decision;

/* Two events that a person told apart; a < b. */
typedef struct EventPair {
    EventId a, b;
} EventPair;

/* What stands for an event where none is annotated. */
typedef enum UnitKind {
    UNIT_DEFAULT, UNIT_EVENT, UNIT_DOCUMENT, UNIT_PARAGRAPH, UNIT_SENTENCE, UNIT_SCENE, UNIT_SPEECH, UNIT_WINDOW,
} UnitKind;
typedef struct Unit {
    UnitKind kind;
    uint32_t window;  /* words, for UNIT_WINDOW */
} Unit;
bool unit_parse(const char *text, Unit *);  /* "scene", "window:50" */
char *unit_name(Unit);                      /* heap */

typedef struct Corpus {
    Pool *pool;
    Document *document;           size_t n_documents;
    Passage *passage;             size_t n_passages;
    Mention *mention;             size_t n_mentions;
    RefId *mention_ref;           size_t n_mention_refs;
    Ref *ref;                     size_t n_refs;
    Record *record;               size_t n_records;
    const char **variant;         size_t n_variants;
    Identifier *identifier;       size_t n_identifiers;
    Event *event;                 size_t n_events;
    DocumentId *event_document;   size_t n_event_documents;
    Participation *participation; size_t n_participations;
    MentionId *evidence;          size_t n_evidence;
    Affiliation *affiliation;     size_t n_affiliations;
    Decision *decision;           size_t n_decisions;
    EventPair *distinct;          size_t n_distinct; /* in order */
    size_t n_decided;             /* decisions of events and participations in force: they name what is here */
    char *decisions_digest;       /* sha256 over the files of decisions, or NULL */
    Marking *marking;             /* n_mentions rows; NULL, as the two tables below, unless the text is kept */
    Remark *remark;               size_t n_remarks;   /* by document, from, longest first */
    Stretch *stretch;             size_t n_stretches; /* by document, from, longest first, kind */
    char *labels_digest;          /* sha256 of ReadOptions.labels, or NULL */
    Unit unit;                    /* as chosen: never UNIT_DEFAULT */
    bool unit_was_default;
    const char *title;            /* of a database: what the corpus was called when it was built; NULL */
    uint64_t n_bytes;             /* read */
} Corpus;

typedef struct ReadOptions {
    Unit unit;
    bool keep_going;   /* read the rest when a document is unreadable or ill-formed, and say so */
    bool no_sentences; /* nobody will quote: no sentence's text is kept, nor found unless it is the unit */
    bool keep_text;    /* Document.text and the tables that tell where everything stands in it */
    struct Kept *kept; /* database.h: keeps a snapshot of every file, and spares reading those it knows; or NULL */
    const char *labels; /* file of rows for the label map (label_map.h), or NULL */
    /* Does a place's name (people: or that of a people, "Swiss") mean a country? NULL: none does, only what is marked
     * as a country is one. */
    bool (*is_country)(const char *name, const char *language, bool people);
} ReadOptions;

/* Reads files, folders (recursively; what format.c knows by its name: *.xml, *.ann, *.jsonl …; not documents.tsv,
 * labels.tsv, decisions.tsv, decisions-*.tsv or names that start with a dot; in order of their names) and "-" (standard
 * input: by content).
 * documents.tsv beside the documents fills what they leave empty. Then resolves references to events, merges the two
 * forms of participation (DIAGNOSTIC_FORMS_DISAGREE), lets subevents count for their parents, and, where co-presence is
 * asked for or nothing is annotated, makes an event of every unit (model.md "Native input", rulings 2, 11, 12, 14).
 * What decisions.tsv says of events and participations is done last; what it says of actors is for the room entity.
 * Default unit: event where any participation is annotated, else scene in drama, else paragraph.
 * NULL and ERROR_IO: unreadable, ill-formed or hostile input (unless keep_going), nothing to read at all.
 * The caller frees. Cost: one pass over the bytes; memory grows with mentions and their sentences, not with the files.
 */
Corpus *corpus_read(const char *const *inputs, size_t n_inputs, const ReadOptions *, Diagnostics *, GError **);
void corpus_free(Corpus *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Corpus, corpus_free)

/* sha256 over the documents' digests in order of their names: the provenance of a run. Heap. */
char *corpus_digest(const Corpus *);

#endif
