/* draft.h - one article on its way to annotated text: its text, its blocks, and what the rules found in it.
 *
 *   file ──> raw_text_read: text, blocks, title, date …   (raw_text.h: the outer half)
 *   Draft ──> annotate_draft: tokens, sentences, marks, actors, affiliations, events, participations  (the inner half)
 *   Draft ──> Standoff ──> Corpus ──> TEI
 *
 * Everything refers by byte offsets into `text`, which is never changed once it is read, and by rows of the arrays
 * here. A Draft owns its rows; its strings are its pool's, or a Lexicon's, which then outlives it. Drafts of one run
 * write to nothing they share, so that each can be filled by a thread of its own. */
#ifndef ENTENTE_DRAFT_H
#define ENTENTE_DRAFT_H

#include "corpus.h"
#include "date.h"
#include "id.h"
#include "pool.h"
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef enum BlockKind {
    BLOCK_HEAD,        /* headline or heading of a section */
    BLOCK_PARAGRAPH,   /* also an item of a list, a cell of a table */
    BLOCK_DATELINE,    /* a line that is only date, byline, place or source */
    BLOCK_CAPTION,     /* of a picture; a repeated headline */
    BLOCK_SIDEBAR,     /* other news, related stories: names are marked, nothing in it takes part */
    BLOCK_BOILERPLATE, /* menus, share buttons, notices: as a sidebar */
} BlockKind;

/* A stretch of text without its blank lines: text[from .. to). In order, never overlapping; between two stands only
 * white space. A sentence never crosses a block's end. */
typedef struct Block {
    BlockKind kind;
    uint32_t from, to;
} Block;

static inline bool block_is_junk(BlockKind k) { return k == BLOCK_SIDEBAR || k == BLOCK_BOILERPLATE; }

typedef struct DraftToken { /* see token.h */
    uint32_t from, to;
    uint32_t word;   /* equal words have equal numbers: of the lexicon, or of this text alone */
    uint32_t flags;  /* TOKEN_UPPER … */
    uint64_t kinds;  /* what the word can be as a phrase of its own: WORD_COUNTRY … of lexicon.h */
    uint64_t starts; /* what phrases that begin with it can be */
} DraftToken;

typedef struct DraftSentence {
    uint32_t from, to; /* bytes */
    uint32_t first_token, n_tokens;
    uint32_t block;
} DraftSentence;

/* What a mark becomes in TEI; its class is the guidelines' @subtype (nam acr short dem nom grp trg). */
typedef enum MarkKind {
    MARK_COUNTRY,
    MARK_AGENCY,
    MARK_OFFICIAL,
    MARK_BLOC, /* same order as ActorType */
    MARK_EVENT,
    MARK_PLACE,      /* below or above a state */
    MARK_INSTRUMENT, /* law, programme, strategy: name */
    MARK_DATE,
    MARK_ROLE, /* office, rank, honorific of an official */
} MarkKind;
enum { N_MARK_KINDS = MARK_ROLE + 1 };

/* text[from .. to). Marks may lie within one another (of COUNTRY in an agency's name) but never cross. */
typedef struct Mark {
    uint32_t from, to;
    MarkKind kind;
    const char *class; /* nam, acr, short, dem, nom, grp, trg; of a role office, rank, honorific; or NULL */
    Slice targets;     /* rows of draft->target: of a set several; rows of draft->event where kind is MARK_EVENT,
                          of draft->actor else (a role's is who holds it); n = 0: nobody known */
    Date first, last;  /* of a date; of anything else unknown */
    Certainty cert;
    const char *rule; /* name of the rule that made it ("country-name"); NULL: a person did */
    const char *id;   /* xml:id, given by a person, or NULL: draft_finish numbers it */
} Mark;

/* An entry of the register: who an id is. Of type ACTOR_UNKNOWN: a place or an instrument, which takes no part. */
typedef struct DraftActor {
    const char *id; /* guidelines 1: VN, vn-mic, to-lam, asean */
    ActorType type;
    MarkKind kind;               /* MARK_PLACE or MARK_INSTRUMENT where type is ACTOR_UNKNOWN */
    const char *label, *subtype; /* subtype: kind of organisation, place, instrument (ministry, city, law) or NULL */
    Slice variants;              /* rows of draft->variant */
    const char *scheme, *identifier; /* "ISO3166-1-alpha-2", "VN"; both NULL = none */
    Certainty cert;
    const char *rule;
} DraftActor;

typedef struct DraftAffiliation {
    AffiliationKind kind;
    uint32_t active, passive; /* rows of draft->actor */
    Date from, to;
    const char *basis; /* text, title, counterpart; NULL for a table's */
    Certainty cert;
    const char *rule;
} DraftAffiliation;

typedef struct DraftEvent {
    const char *id; /* NULL: draft_finish numbers it */
    const char *label, *type, *series, *where;
    EventStatus status;
    Date first, last;
    uint32_t parent; /* row of draft->event, or ID_NONE */
    bool open;       /* its list of participants is open ("some ASEAN countries", "Philippines,…") */
    Certainty cert;
    const char *rule;
} DraftEvent;

typedef struct DraftParticipation {
    uint32_t event, actor; /* rows */
    const char *role;      /* host, organiser, co-organiser, supporter, chair, speaker, signatory, attendee */
    ParticipationStatus status;
    unsigned flags; /* PART_BLOC_EXPAND, PART_BLOC_PARTIAL, PART_COMENTION */
    Slice evidence; /* rows of draft->target: marks */
    Certainty cert;
    const char *rule;
} DraftParticipation;

/* How the text came to be; one is cited in the header. */
typedef enum DraftSource { DRAFT_TEXT, DRAFT_HTML, DRAFT_TEI } DraftSource;

typedef struct Draft {
    Pool *pool;
    DraftSource source;
    const char *path;   /* as the user named it; "-" */
    const char *id;     /* of the document: an XML name made from the file's name, -2 for its second article … */
    const char *digest; /* sha256 of the file, hex */
    const char *title, *outlet, *url, *place; /* place: of the dateline ("VIENTIANE"); NULL where not known */
    const char *language;                     /* ISO 639 code, "und" where nothing tells */
    const char *language_basis;               /* declared, words, none */
    Date date;                                /* of publication: what relative dates are counted from */
    const char *text;                         /* UTF-8, NUL-terminated, fit for XML */
    uint32_t n_text;
    uint32_t line;  /* of its first character in its file, from 1; 0 where the text is extracted */
    bool set_aside; /* its language has no grammar: countries only; annotate_draft says so */

    GArray *block;         /* Block */
    GArray *token;         /* DraftToken; only while the rules read */
    GArray *sentence;      /* DraftSentence; as token */
    GArray *mark;          /* Mark; in order of from, longer first, once annotate_draft is done */
    GArray *target;        /* uint32_t */
    GArray *actor;         /* DraftActor */
    GArray *variant;       /* const char * */
    GArray *affiliation;   /* DraftAffiliation */
    GArray *event;         /* DraftEvent */
    GArray *participation; /* DraftParticipation */
} Draft;

#define draft_row(array, Type, i) (&g_array_index((array), Type, (i)))
static inline Block *draft_block(const Draft *d, uint32_t i) { return draft_row(d->block, Block, i); }
static inline DraftToken *draft_token(const Draft *d, uint32_t i) { return draft_row(d->token, DraftToken, i); }
static inline Mark *draft_mark(const Draft *d, uint32_t i) { return draft_row(d->mark, Mark, i); }
static inline uint32_t draft_target(const Draft *d, uint32_t i) { return *draft_row(d->target, uint32_t, i); }
static inline DraftActor *draft_actor(const Draft *d, uint32_t i) { return draft_row(d->actor, DraftActor, i); }
static inline DraftEvent *draft_event(const Draft *d, uint32_t i) { return draft_row(d->event, DraftEvent, i); }

/* An empty draft of this text, which is copied; no blocks yet. n at most DRAFT_MAX_TEXT. */
enum { DRAFT_MAX_TEXT = 64 << 20 };
Draft *draft_new(const char *path, const char *text, size_t n);
void draft_free(Draft *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Draft, draft_free)

void draft_add_block(Draft *, BlockKind, size_t from, size_t to);
/* Appends rows to draft->target and says where they lie. */
Slice draft_add_targets(Draft *, const uint32_t *row, size_t n);
/* The block in which this byte stands, or the next one; the number of blocks after the last. O(log n). */
uint32_t draft_block_at(const Draft *, size_t at);

#endif
