/* curveball.h - random incidences in which every actor and every event keeps its size. Private to graph/ and measure/.
 */
#ifndef ENTENTE_CURVEBALL_H
#define ENTENTE_CURVEBALL_H

#include "random.h"
#include "strata.h"

/* A Markov chain over the matrices with the margins of an incidence (in every stratum): two actors are chosen at random
 * and the events that only one of them has are dealt out anew among the two (Strona, Nappo, Boccacci, Fattorini and
 * San-Miguel-Ayanz 2014). As every deal is as likely as its reverse and the old hands may come back, all matrices are
 * equally likely in the end (Carstens 2015). */
typedef struct Curveball {
    const Incidence *incidence;
    const Strata *strata;
    uint32_t *column; /* like incidence->actor_event; ascending within an actor's hand in a stratum */
    struct Hand {
        uint32_t first, n; /* of column */
    } * hand;
    uint32_t *hand_first; /* strata+1: hands of each stratum, those that hold something */
    uint32_t *scratch;
} Curveball;

enum {
    CURVEBALL_BURN_IN = 20, /* deals an actor before the first draw */
    CURVEBALL_THINNING = 3, /* and between draws */
};

/* The observed incidence itself. Both are borrowed. */
Curveball *curveball_new(const Incidence *, const Strata *);
void curveball_free(Curveball *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Curveball, curveball_free)

/* Deals n times as often as there are hands, stratum by stratum. O(n × cells) expected. */
void curveball_run(Curveball *, Random *, unsigned n);
/* The present matrix as an incidence: margins, actors and events of the observed one; without claims. For the kernels
 * of projection and measures. */
Incidence *curveball_incidence(const Curveball *);
/* Steps that a draw takes, for bounds on draws: of dealing, and of counting shared events. */
double curveball_cost(const Incidence *);

/* The kernel: two ascending hands dealt anew in place; their sizes stay. scratch: room for n_a + n_b. */
void curveball_deal(uint32_t *a, uint32_t n_a, uint32_t *b, uint32_t n_b, uint32_t *scratch, Random *);

#endif
