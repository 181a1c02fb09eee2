/* occasion.h - whether a group is more than the participants of one event. */
#ifndef ENTENTE_OCCASION_H
#define ENTENTE_OCCASION_H

#include "network.h"

/* In a network made from events every event is a clique, so that a large one may come out as a group of its own. */
typedef struct Occasion {
    uint32_t column;    /* the event with company that most of the group took part in, of several the smallest, then the
                           earliest; UINT32_MAX: none */
    uint32_t size;      /* of the group */
    uint32_t n_members; /* of the group that took part in it */
    uint32_t n_participants; /* of the event, within the network */
    size_t n_inner, n_only;  /* ties inside the group; those that rest on this event alone */
} Occasion;

/* One a group, group[] being 0 … n_groups-1 by node; the caller frees. O(cells + ties × log). */
Occasion *occasions_find(const Network *, const uint32_t *group, size_t n_groups);
/* Is the group no more than this event? Three actors and more, of whose ties four in five rest on it alone. */
bool occasion_is_all(const Occasion *);
/* "just" where no member was absent and no participant stands elsewhere, "some of" where no member was absent, else
 * "nearly": before "the participants of one event". */
const char *occasion_extent(const Occasion *);

#endif
