/* standoff_delivery.h - private to delivering a Standoff: what its marks and events became in the builder. */
#ifndef ENTENTE_STANDOFF_DELIVERY_H
#define ENTENTE_STANDOFF_DELIVERY_H

#include "label_map.h"
#include "standoff.h"

enum { STANDOFF_MOST_REFERENCES = 1000 }; /* that one side of a relation may stand for */

typedef struct LabelSeen {
    const char *label;
    Meaning meaning;
} LabelSeen;

typedef struct Delivery {
    const Standoff *s;
    Builder *b;
    DocumentId document;
    Meaning *meaning;       /* of each mark; PLACE and DEMONYM are left only where they are no country */
    MentionId *mention;     /* of each mark, or none */
    Slice *mark_reference;  /* of each mark: a run of reference_order */
    Slice *event_reference; /* of each event: likewise */
    uint32_t *reference_order;
    uint32_t *attribute_order; /* rows of s->attribute by target */
    uint32_t *mark_attribute;  /* of each mark: where its own begin in attribute_order */
    EventId *event;            /* of each event: its draft */
    uint32_t *triggered;       /* of each mark: the first event it is the trigger of, or STANDOFF_NONE */
    EventId *named;            /* of each mark that means an event and is no trigger: its draft, or none until needed */
    LabelSeen seen[16];        /* labels of marks asked for last, by their addresses */
    Lookup *draft_of;          /* reference → draft: events that are known by it alone */
    Lookup *name_of;           /* reference → the mark that names the event best */
} Delivery;

static inline bool meaning_is_actor(Meaning m) { return m >= MEANING_OFFICIAL && m <= MEANING_BLOC; }
/* The builder's copy of a string. */
const char *delivery_own(const Delivery *, const char *);
Place delivery_place(const Delivery *, Place);
/* The words of a stretch of text, white space collapsed; interned. */
const char *delivery_words(const Delivery *, Span);
/* The first value of an attribute, or NULL; "" when it has none. Names are compared without case. */
const char *delivery_attribute(const Delivery *, AnchorKind, uint32_t row, const char *name, Place *);

/* Does the mark look like a name rather than "he" or "the ministry"? Capitals count, then length. */
uint32_t delivery_nameness(const Delivery *, uint32_t mark);

/* standoff_walk.c: document order. best: of each mark the one that names its chain. */
void delivery_walk(Delivery *, const uint32_t *best);
/* standoff_events.c */
void delivery_add_events(Delivery *);
/* The draft of the event a reference points to, made of what is told here when it is the first. */
EventId delivery_pointed_event(const Delivery *, const char *reference, Event);
/* The event an end of a relation stands for, or none. */
EventId delivery_anchor_event(Delivery *, Anchor);
/* For writers of annotated text: which event each mention of one names. */
void delivery_mark_events(Delivery *);
/* standoff_claims.c: who took part in what, and who belongs to whom. */
void delivery_add_claims(Delivery *);

#endif
