/* filter.h - a selection held against one corpus: which events, actors and participations count. Private to graph/. */
#ifndef ENTENTE_FILTER_H
#define ENTENTE_FILTER_H

#include "selection.h"

typedef struct Filter {
    bool *event;       /* one an event of the corpus: it counts, by status and date */
    bool *out;         /* one an actor of the cast: excluded */
    unsigned status;   /* bits of ParticipationStatus */
    const char *const *role;
    Certainty min_cert;
    bool comention;
    size_t n_not_counted[N_EVENT_STATUSES]; /* events with participants left out because of their status */
} Filter;

/* NULL with ERROR_USAGE where the selection names a role, status, event status or actor nobody knows. */
Filter *filter_new(const Corpus *, const Cast *, const Selection *, GError **);
void filter_free(Filter *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filter, filter_free)

/* Does this participation count? Inferred ones that a file carries do not (ruling 6), save rows of a table. Role and
 * certainty are asked of it; its status is not: that is the claims' (filter->status). */
bool filter_takes(const Filter *, const Cast *, const Participation *);

#endif
