/* narrow.h - what a selection leaves of a network. Private to graph/. */
#ifndef ENTENTE_NARROW_H
#define ENTENTE_NARROW_H

#include "network.h"

/* Applies min_weight, ego, largest_component, drop_isolates, in this order. ERROR_USAGE when ego is unknown or in no
 * event. */
bool network_narrow(Network *, const Selection *, GError **);

#endif
