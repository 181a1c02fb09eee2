/* database.c - a corpus read back from the SQLite file that build made of it. */
#include "database.h"
#include "delimited.h"
#include "documents.h"
#include "failure.h"
#include <sqlite3.h>
#include <string.h>

typedef sqlite3 Database;
typedef sqlite3_stmt Query;

static void database_close(Database *db) { sqlite3_close_v2(db); }
static void query_free(Query *q) { sqlite3_finalize(q); }
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Database, database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Query, query_free)

bool database_is(const char *head, size_t n) { return n >= 16 && memcmp(head, "SQLite format 3", 16) == 0; }

static bool set_damaged(GError **error, const char *path, const char *why)
{
    failure_set(error, ERROR_IO, (Place){g_intern_string(path), 0, 0}, "unreadable",
                "make it again: entente build CORPUS -o FILE.db --force", "%s", why);
    return false;
}

/* Read-only, trusting nothing that the file brings along. */
static Database *database_open(const char *path)
{
    Database *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
        sqlite3_close_v2(db);
        return NULL;
    }
    sqlite3_exec(db, "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON", NULL, NULL, NULL);
    return db;
}

static Query *ask(Database *db, const char *sql)
{
    Query *q = NULL;
    return sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK ? q : NULL;
}

/* Asks for a table, so that a file that is cut off shows it. */
static bool is_whole(Database *db)
{
    g_autoptr(Query) q = ask(db, "SELECT count(*) FROM sqlite_schema");
    return q && sqlite3_step(q) == SQLITE_ROW;
}

static bool is_ours(Database *db)
{
    g_autoptr(Query) q = ask(db, "PRAGMA application_id");
    return q && sqlite3_step(q) == SQLITE_ROW && sqlite3_column_int(q, 0) == DATABASE_APPLICATION_ID;
}

static const char *text_of(Query *q, int column)
{
    const unsigned char *text = sqlite3_column_text(q, column);
    return text ? (const char *)text : "";
}

static GByteArray *bytes_of(Query *q, int column)
{
    GByteArray *bytes = g_byte_array_new();
    const void *blob = sqlite3_column_blob(q, column);
    if (blob)
        g_byte_array_append(bytes, blob, (guint)sqlite3_column_bytes(q, column));
    return bytes;
}

void kept_recall(Kept *k, const char *path, const char *reading)
{
    g_autoptr(Database) db = g_file_test(path, G_FILE_TEST_EXISTS) ? database_open(path) : NULL;
    if (!db || !is_ours(db))
        return;
    g_autoptr(Query) how = ask(db, "SELECT value FROM meta WHERE key = 'reading'");
    if (!how || sqlite3_step(how) != SQLITE_ROW || strcmp(text_of(how, 0), reading) != 0)
        return;
    g_autoptr(Query) q =
        ask(db, "SELECT path, name, fingerprint, snapshot FROM kept_file WHERE alone AND fingerprint IS NOT NULL");
    while (q && sqlite3_step(q) == SQLITE_ROW) {
        KeptFile *f = g_new0(KeptFile, 1);
        *f = (KeptFile){.path = g_strdup(text_of(q, 0)),
                        .name = g_strdup(text_of(q, 1)),
                        .fingerprint = g_strdup(text_of(q, 2)),
                        .bytes = bytes_of(q, 3)};
        g_hash_table_replace(k->known, g_strdup_printf("%s\n%s\n%s", f->path, f->name, f->fingerprint), f);
        g_ptr_array_add(k->earlier, f);
    }
}

static bool read_files(Builder *b, Database *db, const char *path, GError **error)
{
    g_autoptr(Query) q = ask(db, "SELECT snapshot FROM kept_file ORDER BY rowid");
    int step = SQLITE_ERROR;
    while (q && (step = sqlite3_step(q)) == SQLITE_ROW)
        if (!snapshot_read(b, sqlite3_column_blob(q, 0), (size_t)sqlite3_column_bytes(q, 0), NULL))
            return set_damaged(error, path, "what it keeps was damaged, or made by another version of entente");
    return step == SQLITE_DONE || set_damaged(error, path, sqlite3_errmsg(db));
}

/* The tables beside the texts are opened as if they stood in a folder of the database's name. */
static bool read_tables(Builder *b, Database *db, const char *path, GError **error)
{
    g_autoptr(Query) q = ask(db, "SELECT path, name, whole, text FROM kept_table ORDER BY rowid");
    int step = SQLITE_ERROR;
    while (q && (step = sqlite3_step(q)) == SQLITE_ROW) {
        bool documents =
            strcmp(text_of(q, 1), "documents.tsv") == 0 && g_str_has_suffix(text_of(q, 0), "documents.tsv");
        g_autofree char *inside = documents ? g_strdup(text_of(q, 0)) : g_build_filename(path, text_of(q, 1), NULL);
        delimited_offer(inside, sqlite3_column_blob(q, 3), (size_t)sqlite3_column_bytes(q, 3));
        if (documents && !documents_fill(b, inside, sqlite3_column_int(q, 2), error))
            return false;
    }
    return step == SQLITE_DONE || set_damaged(error, path, sqlite3_errmsg(db));
}

static void read_title(Builder *b, Database *db)
{
    g_autoptr(Query) q = ask(db, "SELECT value FROM meta WHERE key = 'title'");
    if (q && sqlite3_step(q) == SQLITE_ROW && g_utf8_validate(text_of(q, 0), -1, NULL))
        b->title = pool_string(b->pool, text_of(q, 0));
}

bool database_read(Builder *b, const Source *source, GError **error)
{
    if (strcmp(source->path, "-") == 0)
        return set_damaged(error, source->path, "a database cannot be read from standard input: name the file");
    if (source->inflate)
        return set_damaged(error, source->path, "a database cannot be read while it is compressed: unpack it");
    g_autoptr(Database) db = database_open(source->path);
    if (!db)
        return set_damaged(error, source->path, "SQLite cannot open it");
    if (!is_whole(db))
        return set_damaged(error, source->path, "it is damaged or cut off: SQLite cannot read its tables");
    if (!is_ours(db))
        return set_damaged(error, source->path, "it is a SQLite database, but none that entente build has made");
    read_title(b, db);
    return read_files(b, db, source->path, error) && read_tables(b, db, source->path, error);
}
