/* pipeline.h - the whole program in one function: read → resolve → affiliate → project → measure. */
#ifndef ENTENTE_PIPELINE_H
#define ENTENTE_PIPELINE_H

#include "backbone.h"
#include "measure.h"
#include "provenance.h"

/* What is asked for: the inputs and everything that shapes the result. Borrowed while a pipeline runs. */
typedef struct Request {
    const char *const *input;
    size_t n_inputs;
    ReadOptions read;
    Selection selection;
    MeasureSet measures;
    MeasureOptions measure;
    unsigned n_threads; /* 0 = all processors; nothing depends on it */
} Request;

typedef enum Stage { STAGE_CORPUS, STAGE_CAST, STAGE_INCIDENCE, STAGE_NETWORK, STAGE_SCORES } Stage;

/* Every stage's result, owned here; later ones are NULL when the pipeline stopped before them. */
typedef struct Pipeline {
    Corpus *corpus;
    Cast *cast;
    Hierarchy *hierarchy;
    Incidence *incidence;
    Network *network;
    Backbone *backbone; /* NULL unless asked for: its ties, kept or not */
    Scores *scores;
    Provenance provenance;
    bool borrowed; /* corpus, cast and hierarchy are another pipeline's */
} Pipeline;

/* Runs the stages in order, up to and including the last one asked for. NULL with the failure of the stage that failed.
 */
Pipeline *pipeline_run(const Request *, Stage last, Diagnostics *, GError **);
/* The same texts under another selection: replaces everything from the incidence on. */
bool pipeline_select(Pipeline *, const Request *, Stage last, Diagnostics *, GError **);
/* The same texts under another selection, beside the first: borrows its corpus, cast and hierarchy. */
Pipeline *pipeline_again(const Pipeline *, const Request *, Stage last, Diagnostics *, GError **);
void pipeline_free(Pipeline *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pipeline, pipeline_free)

#endif
