/* null_model.h - the probability of every tie under a null model: exact tails, or draws over threads. Private to
 * graph/. */
#ifndef ENTENTE_NULL_MODEL_H
#define ENTENTE_NULL_MODEL_H

#include "backbone.h"
#include "sdsm.h"

/* What a null model is fitted to. */
typedef struct NullModel {
    const Incidence *incidence;
    BackboneMethod method; /* not disparity */
    Strata *strata;
    Sdsm *sdsm; /* NULL for fixedrow */
} NullModel;

NullModel *null_model_new(const Incidence *, BackboneMethod, bool by_year);
void null_model_free(NullModel *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NullModel, null_model_free)

/* Fills p of every tie: sdsm, fixedrow. */
void null_model_tails(const NullModel *, BackboneTie *, size_t n_ties, unsigned n_threads);
/* Fills p of every tie by counting: fdsm. Chains are as many on every machine, each with a random stream of its own. */
void null_model_draw(const NullModel *, BackboneTie *, size_t n_ties, size_t draws, uint64_t seed, unsigned n_threads);
/* Draws by default: as many as wanted, at least 1,000, but no more than take about three processor seconds. */
size_t null_model_draws(const Incidence *, double wanted);
/* The smallest p that each of the n(n-1)/2 pairs could have, were they together in all events that they can share; of
 * fdsm as sdsm has it. */
void null_model_attainable(const NullModel *, double *p);

#endif
