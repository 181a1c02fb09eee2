/* page.h - networks, what they rest on and a program that shows them, as one HTML file that works offline. */
#ifndef ENTENTE_PAGE_H
#define ENTENTE_PAGE_H

#include "line.h"
#include "output.h"
#include "picture.h"
#include "uncertainty.h"

/* One network of the page: all levels of a page come from one corpus, cast and hierarchy. */
typedef struct PageLevel {
    const Network *network;
    const Scores *scores; /* degree, strength, events, betweenness, pagerank: those of them that it holds are shown */
    const Layout *layout;
    Uncertainty *uncertainty[N_MEASURES]; /* NULL where nothing was estimated */
} PageLevel;

typedef struct Page {
    const char *title, *subtitle;
    const char *caption; /* provenance line */
    const PageLevel *level;
    size_t n_levels, start; /* start: the level that is shown first */
    const Scene *picture;   /* for those who run no scripts; NULL: they get the names */
    bool dark;              /* begins dark, whatever the reader's system prefers */
} Page;

/* The page is the template of picture/viewer with style, script and data put in. Its policy allows nothing but this one
 * script and style, by their sha256: no network, no other code, not even from data. In the data "<" is \u003c, so that
 * no name can end the element it stands in; scripts put them into the page as text only. Links: http and https only.
 * Of one participation at most PAGE_SENTENCES sentences are written, the others counted.
 * Never fails but for writing, which output_commit tells. O(ties + cells + claims) time and memory. */
bool page_write(const Page *, Output *, GError **);
enum { PAGE_SENTENCES = 5 };

/* Private to the page: the data as one JSON object. Tables (actors, events, documents, sentences, participations) are
 * shared by the levels and refer to one another by row. */
void page_data(const Page *, Line *);
/* Appends text as JSON, quotes included, fit to stand inside <script>; NULL is null. */
void page_text(Line *, const char *);

#endif
