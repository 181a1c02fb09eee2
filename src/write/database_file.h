/* database_file.h - a corpus and its network as one SQLite file that people, Datasette, R and Python read as it is. */
#ifndef ENTENTE_DATABASE_FILE_H
#define ENTENTE_DATABASE_FILE_H

#include "database.h"
#include "measure.h"
#include "output.h"
#include "provenance.h"

typedef struct DatabaseContents {
    const Network *network; /* its ties become a table; its corpus was read with keep_text and kept */
    const Scores *scores;
    const Provenance *provenance;
    const char *title, *reading; /* reading: what kept_recall compares */
    const Kept *kept;
} DatabaseContents;

/* Tables documents, sentences, actors, actor_names, actor_identifiers, events, event_documents, mentions,
 * participations, participation_mentions, affiliations, ties, tie_events, rankings, meta; views that read well
 * (tie_list, participation_list, tie_evidence, mention_list); sentence_search (FTS5, without accents); and what
 * database_read needs (kept_file, kept_table). Rows first, then indexes. Missing values are NULL. Written to the
 * temporary file of the output, which then only has to be committed: at no moment is there half a database under its
 * name. The same bytes for the same contents and the same SQLite. ERROR_IO where SQLite fails, ERROR_USAGE where the
 * output is no file. */
bool database_write(const DatabaseContents *, Output *, GError **);

#endif
