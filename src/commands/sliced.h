/* sliced.h - --slices: a verb asked once a slice of time, its answers in one table or one file each. */
#ifndef ENTENTE_SLICED_H
#define ENTENTE_SLICED_H

#include "invocation.h"

/* One slice of a whole, while a verb runs for it: what it prints is gathered instead. */
typedef struct Slicing {
    const Pipeline *whole;
    const Period *period;
    Report *gathered;
} Slicing;

/* What main.c runs instead of the verb. rank shows people actors × slices, and programs, like ties and events, the rows
 * of every slice behind the columns slice, from, to, slice_events, slice_documents; info counts and explain follows one
 * actor or tie through time, a row a slice; extract has a column slice before all others; draw makes one picture with a
 * panel a slice; export writes NAME-SLICE.EXT, a file a slice. */
int sliced_run(Invocation *, GError **);

/* What invocation_pipeline and invocation_print do while a verb runs for one slice. sliced_print: false where the
 * report is to be printed after all. */
Pipeline *sliced_pipeline(Invocation *, Stage last, GError **);
bool sliced_print(const Invocation *, const Report *);

/* --- private to the sliced_*.c --- */

/* The five columns that say which slice a row is of, and their cells. */
void sliced_columns(Report *);
void sliced_cells(Report *, const Period *);
/* A pipeline of one slice as far as last; NULL without error where the slice has nothing that the selection could be
 * applied to (an ego that was not there yet). */
Pipeline *sliced_again(const Invocation *, const Pipeline *whole, const Period *, Stage last, GError **);
/* What every table of slices says below: events in no slice, slices that overlap. */
void sliced_footers(Report *, const Slices *);

int sliced_draw(Invocation *, Pipeline *whole, const Slices *, GError **);
int sliced_rank(Invocation *, const Pipeline *whole, const Slices *, GError **);
int sliced_info(Invocation *, const Pipeline *whole, const Slices *, GError **);
int sliced_explain(Invocation *, const char *const name[2], size_t n_names, const Pipeline *whole, const Slices *,
                   GError **);

#endif
