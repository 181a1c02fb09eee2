/* reporting.h - private to report: its sections. */
#ifndef ENTENTE_REPORTING_H
#define ENTENTE_REPORTING_H

#include "dossier.h"
#include "files.h"

#define REPORTING_MEASURES (PICTURE_MEASURES | MEASURE_BIT(MEASURE_CONSTRAINT))

/* What a report is made from: scores hold REPORTING_MEASURES and what is ranked by; files have a layout where the
 * network is to be drawn. */
typedef struct Reporting {
    const Invocation *v;
    const Pipeline *p;
    const Files *files;
    PictureOptions picture; /* of its pictures: no title or caption in them */
    size_t n;               /* rows of tables, SIZE_MAX = all */
    Dossier *dossier;
} Reporting;

/* In this order. Sections that say how good the data are: quality, methods, provenance. */
bool reporting_results(Reporting *, GError **);
bool reporting_grounds(Reporting *, GError **);

/* A table for people and the lines below it. */
void reporting_table(Reporting *, const Report *, const char *caption);

#endif
