/* tei.h - private to the TEI reader: its vocabulary and what it knows while it walks a file. */
#ifndef ENTENTE_TEI_H
#define ENTENTE_TEI_H

#include "kept_text.h"
#include "prose.h"
#include "xml.h"

/* Elements that mean something here; all others are passed through. */
#define TEI_ELEMENTS(X)                                                                                               \
    X(TEI, "TEI") X(TEI2, "TEI.2") X(TEI_CORPUS, "teiCorpus") X(TEI_HEADER, "teiHeader") X(FILE_DESC, "fileDesc")     \
    X(TITLE_STMT, "titleStmt") X(TITLE, "title") X(SOURCE_DESC, "sourceDesc") X(BIBL, "bibl") X(BIBL_FULL, "biblFull")\
    X(BIBL_STRUCT, "biblStruct") X(PUBLISHER, "publisher") X(DATE, "date") X(IDNO, "idno") X(REF, "ref") X(PTR, "ptr")\
    X(LANG_USAGE, "langUsage") X(LANGUAGE, "language") X(STAND_OFF, "standOff") X(TEXT, "text") X(FRONT, "front")     \
    X(BODY, "body") X(BACK, "back") X(GROUP, "group")                                                                 \
    X(DIV, "div") X(DIV0, "div0") X(DIV1, "div1") X(DIV2, "div2") X(DIV3, "div3") X(DIV4, "div4") X(DIV5, "div5")     \
    X(DIV6, "div6") X(DIV7, "div7")                                                                                   \
    X(P, "p") X(AB, "ab") X(HEAD, "head") X(SEG, "seg") X(L, "l") X(LG, "lg") X(ITEM, "item") X(CELL, "cell")         \
    X(OPENER, "opener") X(CLOSER, "closer") X(DATELINE, "dateline") X(BYLINE, "byline") X(TRAILER, "trailer")         \
    X(TITLE_PART, "titlePart") X(SALUTE, "salute") X(SIGNED, "signed") X(NOTE, "note")                                \
    X(S, "s") X(SP, "sp") X(U, "u") X(SPEAKER, "speaker") X(STAGE, "stage") X(CAST_LIST, "castList")                  \
    X(CAST_ITEM, "castItem") X(LIST, "list") X(ROW, "row") X(TABLE, "table") X(LB, "lb") X(PB, "pb") X(CB, "cb")      \
    X(CHOICE, "choice") X(SIC, "sic") X(ORIG, "orig") X(EXPAN, "expan")                                               \
    X(PERS_NAME, "persName") X(ORG_NAME, "orgName") X(COUNTRY, "country") X(BLOC, "bloc") X(EVENT_NAME, "eventName")  \
    X(PLACE_NAME, "placeName") X(NAME, "name") X(RS, "rs")                                                            \
    X(PERSON, "person") X(PERSON_GRP, "personGrp") X(ORG, "org") X(PLACE, "place") X(EVENT, "event")                  \
    X(LIST_ORG, "listOrg") X(LIST_PERSON, "listPerson") X(LIST_PLACE, "listPlace") X(LIST_EVENT, "listEvent")         \
    X(LIST_RELATION, "listRelation") X(RELATION, "relation") X(AFFILIATION, "affiliation") X(LABEL, "label")          \
    X(FORENAME, "forename") X(SURNAME, "surname") X(ADD_NAME, "addName") X(GEN_NAME, "genName")                       \
    X(NAME_LINK, "nameLink") X(ROLE_NAME, "roleName") X(SETTLEMENT, "settlement") X(REGION, "region")

#define TEI_ATTRIBUTES(X)                                                                                             \
    X(XML_ID, "xml:id") X(XML_LANG, "xml:lang") X(A_TYPE, "type") X(A_SUBTYPE, "subtype") X(A_REF, "ref")             \
    X(A_KEY, "key") X(A_WHO, "who") X(A_CORRESP, "corresp") X(A_ROLE, "role") X(A_CERT, "cert") X(A_ANA, "ana")       \
    X(A_NAME, "name")                                                                                                 \
    X(A_ACTIVE, "active") X(A_PASSIVE, "passive") X(A_SOURCE, "source") X(A_WHEN, "when") X(A_FROM, "from")           \
    X(A_TO, "to") X(A_NOT_BEFORE, "notBefore") X(A_NOT_AFTER, "notAfter") X(A_WHERE, "where") X(A_SAME_AS, "sameAs")  \
    X(A_TARGET, "target") X(A_IDENT, "ident") X(A_N, "n") X(A_BREAK, "break")     \
    X(XML_SPACE, "xml:space") X(A_RESP, "resp")

#define X(symbol, name) TEI_##symbol,
typedef enum TeiElement { TEI_ELEMENTS(X) TEI_N_ELEMENTS } TeiElement;
typedef enum TeiAttribute { TEI_ATTRIBUTES(X) TEI_N_ATTRIBUTES } TeiAttribute;
#undef X

/* What the end of an element takes back. */
typedef enum TeiUndo {
    UNDO_DOCUMENT = 1 << 0,
    UNDO_PLACE_IN_FILE = 1 << 1, /* header, standOff, text, body, back … */
    UNDO_ZONE = 1 << 2,
    UNDO_DIV = 1 << 3,
    UNDO_PARAGRAPH = 1 << 4,
    UNDO_BREAK = 1 << 5,
    UNDO_SENTENCE = 1 << 6,
    UNDO_SPEECH = 1 << 7,
    UNDO_MENTION = 1 << 8,
    UNDO_CAPTURE = 1 << 9,
    UNDO_RECORD = 1 << 10,
    UNDO_EVENT = 1 << 11,
    UNDO_LIST = 1 << 12,
    UNDO_SKIP = 1 << 13,
    UNDO_HEAD = 1 << 14,
    UNDO_REMARK = 1 << 15,
    UNDO_SPACE = 1 << 16,
} TeiUndo;

/* Where in a file the walk is; from PART_FRONT on in the text. */
typedef enum TeiPart { PART_OUTSIDE, PART_HEADER, PART_STAND_OFF, PART_FRONT, PART_BODY, PART_BACK } TeiPart;

typedef enum RelationType {
    RELATION_OTHER,
    RELATION_PARTICIPATION,
    RELATION_AFFILIATION,
    RELATION_MEMBERSHIP,
} RelationType;

typedef struct TeiFrame {
    int16_t element;
    uint8_t part;     /* TeiPart outside this element */
    uint8_t list;     /* RelationType, and whether of blocs, outside this element */
    uint32_t undo;    /* TeiUndo */
} TeiFrame;

/* Whose text is being collected, apart from the running text. */
typedef enum CaptureFor {
    CAPTURE_NONE,
    CAPTURE_TITLE, CAPTURE_OUTLET, CAPTURE_DATE, CAPTURE_URL,                      /* of the header */
    CAPTURE_NAME, CAPTURE_VARIANT, CAPTURE_IDNO,                                   /* of a record */
    CAPTURE_EVENT_NAME, CAPTURE_EVENT_LABEL, CAPTURE_SERIES, CAPTURE_WHERE,        /* of an event */
} CaptureFor;

typedef struct OpenMention {
    MentionId row;
    bool is_form;     /* it says in which events the actor took part */
    uint32_t from;    /* in the kept text */
    const char *resp, *subtype, *named; /* where it is kept; named: the event */
    Slice event;      /* rows of builder->target */
    guint first_role; /* in tei->role */
    Certainty cert;
    unsigned flags;
} OpenMention;

typedef struct OpenRecord {
    uint32_t row;          /* of builder->record; UINT32_MAX where nothing can point to it */
    unsigned depth;
    TeiElement element;
    const char *id;
    bool typed, is_country, has_other_name; /* of a place: @type decides, else whether all its names are country */
    const char *label;
    GPtrArray *variant;    /* interned */
    GArray *identifier;    /* Identifier */
} OpenRecord;

typedef struct OpenEvent {
    EventId draft;
    unsigned depth;
    bool named;            /* by eventName, not only by label */
} OpenEvent;

typedef struct OpenDiv {
    Place place;
    PassageId scene;      /* none before its first sp */
    const char *head;     /* its head, else its type and number, else NULL */
    bool has_head;
} OpenDiv;

/* A paragraph or speech: becomes a passage at its first mention. */
typedef struct OpenPassage {
    bool open;
    bool stanza;
    Place place;
    PassageId passage;
} OpenPassage;

typedef struct Tei {
    Builder *builder;
    const Source *source;
    Xml *xml;
    char *root;             /* name of the root element */
    Place root_place;
    bool known_root, in_document, has_body, sp_reported;
    uint64_t n_pairs_before; /* participations and affiliations of earlier files */
    unsigned n_documents, n_events; /* in this file; in this document */
    DocumentId document;
    TeiFrame frame[XML_DEEPEST + 1];
    TeiPart part;
    unsigned zone, skip;
    unsigned file_desc, source_desc, bibl; /* their depth, or 0; bibl: of the first */
    bool bibl_done, has_language;
    RelationType list_relation;
    bool list_of_blocs;
    CaptureFor capture;
    GString *captured;
    const char *scheme;     /* of the idno that is captured */
    Prose prose;
    KeptText *kept;         /* NULL unless the text is kept */
    GArray *remark;         /* Remark, open ones */
    OpenPassage paragraph, speech;
    GArray *outer_paragraph; /* OpenPassage */
    GArray *div;            /* OpenDiv */
    GArray *mention;        /* OpenMention */
    GPtrArray *role;        /* of the open mentions */
    GArray *record;         /* OpenRecord */
    GArray *event;          /* OpenEvent */
} Tei;

static inline TeiFrame *tei_frame(Tei *t) { return &t->frame[xml_depth(t->xml)]; }
static inline int tei_parent(const Tei *t) { return t->frame[xml_depth(t->xml) - 1].element; }
static inline bool tei_in_text(const Tei *t) { return t->part >= PART_FRONT; }

/* Attribute as an interned string; NULL when it is not there or empty. */
const char *tei_string(Tei *, TeiAttribute);
bool tei_is(const Tei *, TeiAttribute, const char *value);
/* Interned xml:id, claimed for this document; NULL when there is none. *repeated tells of a duplicate. */
const char *tei_id(Tei *, bool *repeated);
void tei_capture(Tei *, CaptureFor);
/* @when, or @from, @to, @notBefore, @notAfter, as first and last day; what is wrong is reported. what: "event e1". */
void tei_dates(Tei *, const char *what, Date *first, Date *last);
Certainty tei_cert(Tei *);
unsigned tei_ana_flags(Tei *);

/* Attributes that list ids on both sides mean all pairs. false, and the walk ends, where there are more of them than a
 * file of this length can mean. */
bool tei_may_pair(Tei *, uint32_t n, uint32_t m);

/* tei_header.c: title, source and date of the document */
void tei_start_in_header(Tei *, TeiElement);
void tei_end_in_header(Tei *, unsigned depth);
void tei_captured_in_header(Tei *, CaptureFor, const char *text);

/* tei_register.c: who an id is */
void tei_start_record(Tei *, TeiElement);
void tei_end_record(Tei *);
/* An element right below the record's. */
void tei_start_in_record(Tei *, TeiElement);
void tei_captured_in_record(Tei *, CaptureFor, const char *text);
void tei_affiliation_relation(Tei *, RelationType);

/* tei_event.c: events and who took part, as relations say it */
void tei_start_event(Tei *);
void tei_start_in_event(Tei *, TeiElement);
void tei_captured_in_event(Tei *, CaptureFor, const char *text);
void tei_end_event(Tei *);
void tei_participation_relation(Tei *);

/* tei_mention.c: names in running text */
/* true when the element is a mention; it is then open. */
bool tei_start_mention(Tei *, TeiElement);
void tei_end_mention(Tei *);
void tei_start_speech(Tei *, TeiElement);

/* tei_remark.c: what only those ask for who keep the text */
void tei_start_remark(Tei *, TeiElement);
void tei_end_remark(Tei *);
/* xml:space: undone by UNDO_SPACE. */
void tei_start_space(Tei *);

/* tei_text.c: divisions, paragraphs, sentences */
void tei_start_text(Tei *, TeiElement);
void tei_end_text(Tei *, uint32_t undo);
PassageId tei_paragraph(Tei *);
PassageId tei_speech_passage(Tei *);
PassageId tei_scene(Tei *, bool make);

#endif
