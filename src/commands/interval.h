/* interval.h - private to rank: how sure a standing is, as columns and as sentences. */
#ifndef ENTENTE_INTERVAL_H
#define ENTENTE_INTERVAL_H

#include "invocation.h"
#include "uncertainty.h"

/* The estimate for the measure ranked by, as --resample, --resamples and -j ask: resampled the first time, and kept by
 * the invocation for the next table or plot of the same selection. */
const Uncertainty *interval_estimate(const Invocation *, const Scores *);
/* lo, hi, rank_lo, rank_hi, first_in for programs, always; three columns for people where there is something to show.
 */
void interval_columns(Report *, const Uncertainty *);
void interval_cells(Report *, const Uncertainty *, uint32_t node);
/* What the columns mean and rest on, or why there are none. */
void interval_facts(Report *, const Uncertainty *, const Pipeline *, const Ranking *);

#endif
