/* taking_part.h - private to this room: what the rules of taking part share. */
#ifndef ENTENTE_TAKING_PART_H
#define ENTENTE_TAKING_PART_H

#include "events.h"

typedef struct Meeting {
    Reading *r;
    Clause c;
    GArray *chain;                   /* uint32_t by actor: its latest participation + 1 */
    GArray *next;                    /* uint32_t by participation: the one of the same actor before + 1 */
    GArray *evidence;                /* GArray * of marks, by participation */
    bool *told;                      /* by event: somebody is said to have been there */
    GArray *list;                    /* scratch: rows of spans */
    GHashTable *bloc;                /* ids of blocs and countries → row of draft->actor + 1 */
    uint32_t main;                   /* the event the text is about, or ID_NONE */
    uint32_t recent, recent_block;   /* the event spoken of last, and where */
    uint32_t lone;                   /* the only gathering the text tells of, or ID_NONE */
    uint32_t latest;                 /* the event named last, of whatever status, or ID_NONE */
    uint32_t he, he_block;           /* row of the official "he" or "she" means now, or ID_NONE; where it stands */
    GArray *party;                   /* uint32_t: rows of the spans "they" and "both sides" mean now */
    const char *open_role;           /* of those whom the next lines name, below "The trainers:", or NULL */
    uint32_t open_event, open_block; /* in which event; the block read last of that list */
} Meeting;

/* What a rule says of the actors it found. */
typedef struct Claim {
    uint32_t event;
    const char *role, *rule;
    Certainty cert;
    ParticipationStatus status;
    unsigned flags;
} Claim;

/* Does this actor take part in the event, in this role (NULL: in any)? */
bool meeting_has(const Meeting *, uint32_t event, uint32_t actor, const char *role);
/* One actor takes part; the same said twice is one, with the marks of both and the surer certainty. s may be NULL. */
void meeting_add(Meeting *, const Claim *, uint32_t actor, const Span *s);
/* All a span means take part: the members of a set each; "ten ASEAN countries" and "some ASEAN countries" as blocs. */
void meeting_claim(Meeting *, Claim, uint32_t span);
/* meeting_claim of m->list; nothing where the event is none or in a sidebar. */
void meeting_claim_list(Meeting *, Claim);
void meeting_list_officials(Meeting *);          /* drops all others from m->list */
uint32_t meeting_list_distinct(const Meeting *); /* how many actors m->list means */

/* Which event is meant, or ID_NONE: the first behind a verb that ends at `from`; the last at most `reach` tokens before
 * v; the first of the sentence; the one spoken of before this sentence. */
uint32_t meeting_object(const Meeting *, uint32_t from);
uint32_t meeting_before(const Meeting *, uint32_t v, uint32_t reach);
uint32_t meeting_in_sentence(const Meeting *);
uint32_t meeting_of_context(const Meeting *);
/* The sentence's only event, else that spoken of last, here or at most `reach` paragraphs above, when no other was
 * named since. */
uint32_t meeting_here(const Meeting *, uint32_t reach);
/* The text's own event where it is named only behind this sentence, in its paragraph, before any other; or ID_NONE. */
uint32_t meeting_ahead(const Meeting *);
/* "the forum, which A organised": the event before the pronoun that opens the clause of the verb at token v. */
uint32_t meeting_of_relative(const Meeting *, uint32_t v);
const char *meeting_type(const Meeting *, uint32_t event);
bool meeting_is_gathering(const Meeting *, uint32_t event); /* not an agreement, not a day that is observed */
bool meeting_is_plain(const char *type);                    /* meeting, bilateral-meeting: who holds one attends it */

/* Who does what the verb at token v says, into m->list: its subject, or whom "he", "they" or "both ministries" mean, or
 * those behind a colon ("Two ministers spoke: A and B"). */
void meeting_subject(Meeting *, uint32_t v);
/* Those of m->list are whom "they" means from here on, when there are two or more. */
void meeting_remember_party(Meeting *);
void meeting_remember_people(Meeting *); /* behind each sentence */

/* The rules, by sentence. */
void meeting_read_list(Meeting *);               /* part_list.c: first; lists of lines; also of sentences of no names */
void meeting_read_verb(Meeting *, const Verb *); /* part_verb.c */
void meeting_read_quoted(Meeting *, uint32_t say); /* part_quoted.c: "A said" */
void meeting_read_nouns(Meeting *);                /* part_noun.c */
void meeting_read_presence(Meeting *);             /* part_present.c: after the others; "A and B were there" */
void meeting_read_offices(Meeting *);              /* part_office.c: "with A in the chair", "A was the host" */
void meeting_read_delegations(Meeting *);          /* part_delegation.c: "A headed the delegation of B" */
void meeting_read_deeds(Meeting *);                /* part_deed.c: "A paid for it", "A sent observers" */
void meeting_read_story(Meeting *);                /* part_story.c: last; "A relayed messages" */
void meeting_read_settings(Meeting *);             /* part_setting.c: last; "at the forum, A …" */

#endif
