/* database_file.c - a corpus and its network as one SQLite file. */
#include "database_file.h"
#include "database_schema.h"
#include "error.h"
#include <math.h>
#include <sqlite3.h>
#include <string.h>

/* One table being filled, one database being made; what failed first is kept. */
typedef struct Filling {
    sqlite3 *db;
    sqlite3_stmt *row;
    int column;
    bool failed;
} Filling;

static void filling_clear(Filling *f)
{
    sqlite3_finalize(f->row);
    sqlite3_close(f->db);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Filling, filling_clear)

static void check(Filling *f, int result) { f->failed = f->failed || (result != SQLITE_OK && result != SQLITE_DONE); }

static void run(Filling *f, const char *sql)
{
    if (!f->failed)
        check(f, sqlite3_exec(f->db, sql, NULL, NULL, NULL));
}

/* Begins to fill a table of n columns. */
static void begin_table(Filling *f, const char *table, int n)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_printf(sql, "INSERT INTO %s VALUES (", table);
    for (int i = 0; i < n; i++)
        g_string_append(sql, i ? ",?" : "?");
    g_string_append_c(sql, ')');
    sqlite3_finalize(f->row);
    f->row = NULL;
    f->column = 0;
    if (!f->failed)
        check(f, sqlite3_prepare_v2(f->db, sql->str, -1, &f->row, NULL));
}

static void end_row(Filling *f)
{
    if (f->failed)
        return;
    check(f, sqlite3_step(f->row));
    check(f, sqlite3_reset(f->row));
    f->column = 0;
}

static void put_text_n(Filling *f, const char *text, size_t n)
{
    f->column++;
    if (f->failed)
        return;
    check(f, text ? sqlite3_bind_text64(f->row, f->column, text, n, SQLITE_STATIC, SQLITE_UTF8)
                  : sqlite3_bind_null(f->row, f->column));
}

/* NULL and "" are no value. The text lives until the row ends. */
static void put_text(Filling *f, const char *text)
{
    put_text_n(f, text && *text ? text : NULL, text ? strlen(text) : 0);
}

static void put_bytes(Filling *f, const GByteArray *bytes)
{
    f->column++;
    if (!f->failed)
        check(f, sqlite3_bind_blob64(f->row, f->column, bytes->len ? (const void *)bytes->data : "", bytes->len,
                                     SQLITE_STATIC));
}

static void put_number(Filling *f, double value)
{
    f->column++;
    if (f->failed)
        return;
    bool whole = value == floor(value) && fabs(value) < 1e15;
    check(f, isnan(value) ? sqlite3_bind_null(f->row, f->column)
             : whole      ? sqlite3_bind_int64(f->row, f->column, (sqlite3_int64)value)
                          : sqlite3_bind_double(f->row, f->column, value));
}

/* Rows count from 1; ID_NONE is none. */
static void put_row_of(Filling *f, uint32_t id) { put_number(f, id == ID_NONE ? NAN : (double)id + 1); }

static void put_place(Filling *f, Place place)
{
    put_number(f, place.line ? place.line : NAN);
    put_number(f, place.column ? place.column : NAN);
}

/* The row ends before the next date is formatted, hence two buffers. */
static void put_dates(Filling *f, Date first, Date last, char out[2][DATE_SIZE])
{
    put_text(f, date_format(first, out[0]));
    put_text(f, date_format(last, out[1]));
}

/* --- the corpus --- */

static void fill_documents(Filling *f, const Corpus *c)
{
    char day[DATE_SIZE];
    begin_table(f, "documents", 12);
    for (uint32_t i = 0; i < c->n_documents; i++) {
        const Document *d = &c->document[i];
        put_row_of(f, i);
        put_text(f, d->id);
        put_text(f, d->path);
        put_text(f, d->title);
        put_text(f, d->outlet);
        put_text(f, date_format(d->date, day));
        put_text(f, d->url);
        put_text(f, d->language);
        put_text(f, d->country);
        put_number(f, d->n_words);
        put_text(f, d->digest);
        put_text_n(f, d->text, d->n_text);
        end_row(f);
    }
}

static void fill_sentences(Filling *f, const Corpus *c)
{
    begin_table(f, "sentences", 5);
    for (uint32_t i = 0; i < c->n_passages; i++) {
        const Passage *p = &c->passage[i];
        if (p->kind != PASSAGE_SENTENCE || !p->text)
            continue;
        put_row_of(f, i);
        put_row_of(f, p->document.i);
        put_place(f, p->place);
        put_text(f, p->text);
        end_row(f);
    }
}

static bool is_stored(const Corpus *c, PassageId sentence)
{
    return !passage_id_is_none(sentence) && c->passage[sentence.i].text;
}

static void fill_mentions(Filling *f, const Corpus *c, const Cast *cast)
{
    static const char *const kind[] = {"actor", "event", "speaker"};
    begin_table(f, "mentions", 11);
    for (uint32_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        PassageId sentence = m->passage[PASSAGE_SENTENCE];
        bool one = m->refs.n > 0 && m->kind != MENTION_EVENT;
        put_row_of(f, i);
        put_row_of(f, m->document.i);
        put_row_of(f, is_stored(c, sentence) ? sentence.i : ID_NONE);
        put_text(f, kind[m->kind]);
        put_text(f, m->kind == MENTION_EVENT ? NULL : actor_type_name(m->type));
        put_text(f, m->text);
        put_row_of(f, one ? cast->ref_actor[c->mention_ref[m->refs.first].i].i : ID_NONE);
        put_place(f, m->place);
        put_text(f, c->marking ? certainty_name(c->marking[i].cert) : NULL);
        put_text(f, c->marking ? c->marking[i].resp : NULL);
        end_row(f);
    }
}

static void fill_events(Filling *f, const Corpus *c)
{
    char day[2][DATE_SIZE];
    begin_table(f, "events", 11);
    for (uint32_t i = 0; i < c->n_events; i++) {
        const Event *e = &c->event[i];
        put_row_of(f, i);
        put_text(f, e->id);
        put_text(f, e->label);
        put_text(f, e->type);
        put_text(f, e->series);
        put_text(f, e->where);
        put_text(f, event_status_name(e->status));
        put_dates(f, e->first, e->last, day);
        put_row_of(f, e->parent.i);
        put_row_of(f, e->document.i);
        end_row(f);
    }
    begin_table(f, "event_documents", 2);
    for (uint32_t i = 0; i < c->n_events; i++)
        for (uint32_t k = 0; k < c->event[i].documents.n; k++) {
            put_row_of(f, i);
            put_row_of(f, c->event_document[c->event[i].documents.first + k].i);
            end_row(f);
        }
}

static void fill_participations(Filling *f, const Corpus *c, const Cast *cast)
{
    begin_table(f, "participations", 9);
    for (uint32_t i = 0; i < c->n_participations; i++) {
        const Participation *p = &c->participation[i];
        put_row_of(f, i);
        put_row_of(f, p->event.i);
        put_row_of(f, cast->ref_actor[p->actor.i].i);
        put_text(f, p->role);
        put_text(f, participation_status_name(p->status));
        put_text(f, certainty_name(p->cert));
        put_row_of(f, p->document.i);
        put_place(f, p->place);
        end_row(f);
    }
    begin_table(f, "participation_mentions", 2);
    for (uint32_t i = 0; i < c->n_participations; i++)
        for (uint32_t k = 0; k < c->participation[i].evidence.n; k++) {
            put_row_of(f, i);
            put_row_of(f, c->evidence[c->participation[i].evidence.first + k].i);
            end_row(f);
        }
}

/* --- who is who --- */

static void fill_actors(Filling *f, const Corpus *c, const Cast *cast)
{
    begin_table(f, "actors", 5);
    for (uint32_t i = 0; i < cast->n_actors; i++) {
        const Actor *a = &cast->actor[i];
        put_row_of(f, i);
        put_text(f, a->id);
        put_text(f, a->label);
        put_text(f, actor_type_name(a->type));
        put_text(f, a->subtype);
        end_row(f);
    }
    begin_table(f, "actor_names", 2);
    for (uint32_t i = 0; i < cast->n_actors; i++)
        for (uint32_t k = 0; k < cast->actor[i].names.n; k++) {
            put_row_of(f, i);
            put_text(f, cast->name[cast->actor[i].names.first + k]);
            end_row(f);
        }
    begin_table(f, "actor_identifiers", 3);
    for (uint32_t i = 0; i < cast->n_actors; i++)
        for (uint32_t k = 0; k < cast->actor[i].identifiers.n; k++) {
            const Identifier *identifier = &c->identifier[cast->actor[i].identifiers.first + k];
            put_row_of(f, i);
            put_text(f, identifier->scheme);
            put_text(f, identifier->value);
            end_row(f);
        }
}

static void fill_affiliations(Filling *f, const Corpus *c, const Cast *cast)
{
    char day[2][DATE_SIZE];
    begin_table(f, "affiliations", 9);
    for (uint32_t i = 0; i < c->n_affiliations; i++) {
        const Affiliation *a = &c->affiliation[i];
        put_row_of(f, i);
        put_row_of(f, cast->ref_actor[a->active.i].i);
        put_text(f, affiliation_kind_name(a->kind));
        put_row_of(f, cast->ref_actor[a->passive.i].i);
        put_dates(f, a->from, a->to, day);
        put_row_of(f, a->document.i);
        put_place(f, a->place);
        end_row(f);
    }
}

/* --- the network --- */

static ActorId actor_at(const Network *network, uint32_t node) { return network->incidence->actor[network->row[node]]; }

static void fill_ties(Filling *f, const Network *network)
{
    char day[2][DATE_SIZE];
    begin_table(f, "ties", 8);
    for (uint32_t i = 0; i < network->n_ties; i++) {
        TieSupport support;
        network_tie_support(network, &network->tie[i], &support);
        put_row_of(f, i);
        put_row_of(f, actor_at(network, network->tie[i].a).i);
        put_row_of(f, actor_at(network, network->tie[i].b).i);
        put_number(f, network->tie[i].weight);
        put_number(f, (double)support.n_events);
        put_number(f, (double)support.n_documents);
        put_dates(f, support.first, support.last, day);
        end_row(f);
        tie_support_clear(&support);
    }
    begin_table(f, "tie_events", 2);
    for (uint32_t i = 0; i < network->n_ties; i++) {
        TieSupport support;
        network_tie_support(network, &network->tie[i], &support);
        for (size_t k = 0; k < support.n_events; k++) {
            put_row_of(f, i);
            put_row_of(f, support.event[k].i);
            end_row(f);
        }
        tie_support_clear(&support);
    }
}

static void fill_rankings(Filling *f, const Network *network, const Scores *scores)
{
    begin_table(f, "rankings", 4);
    for (Measure m = 0; m < N_MEASURES; m++) {
        if (!scores->value[m] || !(MEASURE_SET_ONE_MODE & MEASURE_BIT(m)))
            continue;
        g_autoptr(Ranking) ranking = ranking_new(scores, m);
        for (size_t i = 0; i < ranking->n; i++) {
            put_text(f, measure_name(m));
            put_number(f, ranking->rank[i] ? ranking->rank[i] : NAN);
            put_row_of(f, actor_at(network, ranking->node[i]).i);
            put_number(f, scores->value[m][ranking->node[i]]);
            end_row(f);
        }
    }
}

/* --- what it was made of --- */

static void fill_kept(Filling *f, const Kept *kept)
{
    begin_table(f, "kept_file", 6);
    for (uint32_t i = 0; i < kept->file->len; i++) {
        const KeptFile *file = g_ptr_array_index(kept->file, i);
        put_row_of(f, i);
        put_text(f, file->path);
        put_text(f, file->name);
        put_text(f, file->fingerprint);
        put_number(f, file->alone);
        put_bytes(f, file->bytes);
        end_row(f);
    }
    begin_table(f, "kept_table", 5);
    for (uint32_t i = 0; i < kept->table->len; i++) {
        const KeptTable *table = g_ptr_array_index(kept->table, i);
        put_row_of(f, i);
        put_text(f, table->path);
        put_text(f, table->name);
        put_number(f, table->whole);
        put_bytes(f, table->bytes);
        end_row(f);
    }
}

static void fill_meta(Filling *f, const DatabaseContents *contents)
{
    g_autofree char *line = provenance_line(contents->provenance);
    const char *const pair[][2] = {{"title", contents->title},
                                   {"provenance", line},
                                   {"program", "entente " ENTENTE_VERSION},
                                   {"options", contents->provenance->options},
                                   {"inputs", contents->provenance->inputs},
                                   {"level", level_name(contents->network->incidence->level)},
                                   {"weight", weight_name(contents->network->weight)},
                                   {"reading", contents->reading}};
    begin_table(f, "meta", 2);
    for (size_t i = 0; i < G_N_ELEMENTS(pair); i++) {
        put_text(f, pair[i][0]);
        put_text(f, pair[i][1]);
        end_row(f);
    }
}

static void fill(Filling *f, const DatabaseContents *contents)
{
    const Incidence *incidence = contents->network->incidence;
    const Corpus *corpus = incidence->corpus;
    g_autofree char *mark = g_strdup_printf("PRAGMA application_id=%d", DATABASE_APPLICATION_ID);
    run(f, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096; PRAGMA foreign_keys=OFF;"
           "PRAGMA locking_mode=EXCLUSIVE");
    run(f, mark);
    run(f, "BEGIN");
    run(f, database_tables);
    fill_meta(f, contents);
    fill_documents(f, corpus);
    fill_sentences(f, corpus);
    fill_actors(f, corpus, incidence->cast);
    fill_events(f, corpus);
    fill_mentions(f, corpus, incidence->cast);
    fill_participations(f, corpus, incidence->cast);
    fill_affiliations(f, corpus, incidence->cast);
    fill_ties(f, contents->network);
    fill_rankings(f, contents->network, contents->scores);
    fill_kept(f, contents->kept);
    sqlite3_finalize(f->row);
    f->row = NULL;
    run(f, database_indexes);
    run(f, "COMMIT");
}

bool database_write(const DatabaseContents *contents, Output *output, GError **error)
{
    g_auto(Filling) f = {0};
    const char *path = output_temporary(output);
    if (!path) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "a database is a file: entente build CORPUS -o FILE.db");
        return false;
    }
    if (sqlite3_open_v2(path, &f.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
        f.failed = true;
    fill(&f, contents);
    if (!f.failed)
        return true;
    int reason = f.db ? sqlite3_system_errno(f.db) : 0;
    g_set_error(error, ENTENTE_ERROR, ERROR_IO, "cannot write %s: SQLite says %s%s%s", output_path(output),
                f.db ? sqlite3_errmsg(f.db) : "nothing", reason ? ": " : "", reason ? g_strerror(reason) : "");
    return false;
}
