/* database.h - a corpus in one SQLite file: a snapshot of every file it was read from, and tables beside them.
 *
 * What `build` writes holds the corpus twice: as tables that people and other programs read (write/database.c), and as
 * snapshots (snapshot.h), from which every verb goes on as if it had read the files. */
#ifndef ENTENTE_DATABASE_H
#define ENTENTE_DATABASE_H

#include "snapshot.h"
#include "source.h"

enum { DATABASE_APPLICATION_ID = 0x656E7465 /* "ente" */ };

/* One file that was read. */
typedef struct KeptFile {
    char *path, *name;  /* as InputFile has them */
    char *fingerprint;  /* sha256 of the file and of what its reader reads beside it; NULL: standard input */
    GByteArray *bytes;  /* its snapshot */
    bool alone, reused; /* alone: see snapshot_new; reused: it was not read again */
} KeptFile;

/* A small table beside the texts: documents.tsv, labels.tsv, decisions.tsv, with its bytes. */
typedef struct KeptTable {
    char *path, *name; /* name: "documents.tsv" …, what kind it is */
    GByteArray *bytes;
    bool whole; /* of documents.tsv: see InputTable */
} KeptTable;

/* What a build keeps, and what it may use again of an earlier one. */
typedef struct Kept {
    GPtrArray *file;   /* KeptFile, in the order they were read */
    GPtrArray *table;  /* KeptTable */
    GHashTable *known; /* path, name and fingerprint → KeptFile of the earlier build, which is alone; or NULL */
    GPtrArray *earlier;
} Kept;

Kept *kept_new(void);
void kept_free(Kept *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Kept, kept_free)

/* Loads what an earlier build with the same reading (DATABASE_READING in its meta table) kept; nothing where the file
 * is not there or none of ours. */
void kept_recall(Kept *, const char *path, const char *reading);
/* Adds the bytes of a table; false and ERROR_IO when it cannot be read. */
bool kept_add_table(Kept *, const char *path, const char *name, bool whole, GError **);
/* Reads a file into the builder: from the earlier build where its fingerprint is the same, else by read. */
bool kept_read_file(Kept *, Builder *, const char *path, const char *name,
                    bool (*read)(Builder *, const void *file, GError **), const void *file, GError **);

/* The reader of a database: every snapshot, then documents.tsv; labels.tsv and decisions.tsv are offered under
 * DATABASE/labels.tsv … (delimited_offer). ERROR_IO where it is none of ours, of another version, or damaged. */
bool database_read(Builder *, const Source *, GError **);
bool database_is(const char *head, size_t n);

#endif
