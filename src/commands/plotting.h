/* plotting.h - numbers of a pipeline as plots: what draw --plot writes and the report shows. */
#ifndef ENTENTE_PLOTTING_H
#define ENTENTE_PLOTTING_H

#include "invocation.h"
#include "sliced.h"

/* What draw runs when a plot is asked for. */
int plotting_run(Invocation *, GError **);

/* The measures that a plot wants of its pipeline. */
MeasureSet plotting_measures(const Invocation *, PlotKind);
/* The plot of a pipeline that has scores. */
Scene *plotting_scene(const Invocation *, const Pipeline *, PlotKind, const PictureOptions *, GError **);

#endif
