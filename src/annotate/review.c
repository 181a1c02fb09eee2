/* review.c - statements of drafts as rows, the doubtful first. */
#include "review.h"
#include "utf8.h"
#include <stdlib.h>

enum { LONGEST_TEXT = 80 };

void review_row_clear(ReviewRow *row)
{
    g_free(row->text);
    g_free(row->ref);
}

static void clear(void *row) { review_row_clear(row); }

GArray *review_new(void)
{
    GArray *row = g_array_new(FALSE, FALSE, sizeof(ReviewRow));
    g_array_set_clear_func(row, clear);
    return row;
}

/* Lines and columns of ascending offsets, in one pass. */
typedef struct Cursor {
    const Draft *draft;
    uint32_t at, line, column;
} Cursor;

static void move(Cursor *c, uint32_t to)
{
    if (to < c->at)
        *c = (Cursor){c->draft, 0, MAX(c->draft->line, 1), 1};
    for (; c->at < to; c->at++) {
        unsigned char byte = (unsigned char)c->draft->text[c->at];
        c->line += byte == '\n';
        c->column = byte == '\n' ? 1 : c->column + ((byte & 0xC0) != 0x80);
    }
}

static const char *mark_type(MarkKind kind)
{
    static const char *const name[N_MARK_KINDS] = {"country", "agency", "official", "bloc", "event",
                                                   "place",   "name",   "date",     "role"};
    return name[kind];
}

static char *words(const Draft *d, uint32_t from, uint32_t to)
{
    g_autofree char *text = utf8_collapse(d->text + from, to - from);
    return utf8_cut(text, LONGEST_TEXT);
}

static char *ids(const Draft *d, const Mark *m)
{
    GString *text = g_string_new(NULL);
    for (uint32_t i = 0; i < m->targets.n; i++) {
        uint32_t row = draft_target(d, m->targets.first + i);
        const char *id = m->kind == MARK_EVENT ? draft_event(d, row)->id : draft_actor(d, row)->id;
        g_string_append_printf(text, "%s%s", i ? " " : "", id ? id : "");
    }
    char when[DATE_SIZE];
    if (m->kind == MARK_DATE && !date_is_unknown(m->first))
        g_string_append(text, date_format(m->first, when));
    return g_string_free(text, FALSE);
}

static const char *name_of(const Draft *d, uint32_t actor)
{
    const DraftActor *a = draft_actor(d, actor);
    return a->label ? a->label : a->id;
}

static void add_participations(const Draft *d, Cursor *cursor, GArray *row)
{
    for (guint i = 0; i < d->participation->len; i++) {
        const DraftParticipation *p = draft_row(d->participation, DraftParticipation, i);
        const DraftEvent *e = draft_event(d, p->event);
        ReviewRow r = {.draft = d, .type = "participation", .cert = p->cert, .rule = p->rule};
        g_autofree char *text = g_strdup_printf("%s: %s, %s", name_of(d, p->actor), p->role ? p->role : "attendee",
                                                e->label ? e->label
                                                : e->id  ? e->id
                                                         : "");
        r.text = utf8_cut(text, LONGEST_TEXT);
        r.ref = g_strdup_printf("%s %s", draft_actor(d, p->actor)->id, e->id ? e->id : "");
        if (p->evidence.n) {
            r.at = draft_mark(d, draft_target(d, p->evidence.first))->from;
            move(cursor, r.at);
            r.line = cursor->line;
            r.column = cursor->column;
        }
        g_array_append_val(row, r);
    }
}

static void add_affiliations(const Draft *d, GArray *row)
{
    for (guint i = 0; i < d->affiliation->len; i++) {
        const DraftAffiliation *a = draft_row(d->affiliation, DraftAffiliation, i);
        ReviewRow r = {.draft = d, .type = "affiliation", .cert = a->cert, .rule = a->rule, .at = UINT32_MAX};
        if (a->kind == AFFILIATION_BLOC_MEMBER)
            continue; /* of a table: nothing to look through */
        g_autofree char *text =
            g_strdup_printf("%s %s %s", name_of(d, a->active), affiliation_kind_name(a->kind), name_of(d, a->passive));
        r.text = utf8_cut(text, LONGEST_TEXT);
        r.ref = g_strdup_printf("%s %s", draft_actor(d, a->active)->id, draft_actor(d, a->passive)->id);
        g_array_append_val(row, r);
    }
}

/* Where two rows are alike, the one that was added first comes first: seq. */
typedef struct Keyed {
    ReviewRow row;
    uint32_t cert, document, at, seq;
} Keyed;

static int compare(const void *a, const void *b)
{
    const Keyed *x = a, *y = b;
    const uint32_t key[][2] = {{x->cert, y->cert}, {x->document, y->document}, {x->at, y->at}, {x->seq, y->seq}};
    for (size_t i = 0; i < G_N_ELEMENTS(key); i++) {
        if (key[i][0] != key[i][1])
            return key[i][0] < key[i][1] ? -1 : 1;
    }
    return 0;
}

/* From row `first` on. */
static void order(GArray *row, guint first, bool by_cert)
{
    guint n = row->len - first;
    g_autofree Keyed *keyed = g_new(Keyed, n + 1);
    uint32_t document = 0;
    for (guint i = 0; i < n; i++) {
        const ReviewRow *r = &g_array_index(row, ReviewRow, first + i);
        document += i && r->draft != r[-1].draft;
        keyed[i] = (Keyed){*r, by_cert ? (uint32_t)r->cert : 0, document, by_cert ? 0 : r->at, i};
    }
    qsort(keyed, n, sizeof *keyed, compare);
    for (guint i = 0; i < n; i++)
        g_array_index(row, ReviewRow, first + i) = keyed[i].row;
}

void review_rows(const Draft *d, GArray *row)
{
    guint first = row->len;
    Cursor cursor = {d, 0, MAX(d->line, 1), 1};
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        move(&cursor, m->from);
        ReviewRow r = {d,         cursor.line, cursor.column, m->from, words(d, m->from, m->to), mark_type(m->kind),
                       ids(d, m), m->cert,     m->rule};
        g_array_append_val(row, r);
    }
    add_participations(d, &cursor, row);
    add_affiliations(d, row);
    order(row, first, false);
}

void review_sort(GArray *row) { order(row, 0, true); }

void review_count(const Draft *d, ReviewCounts *c)
{
    c->n_documents++;
    c->n_set_aside += d->set_aside;
    c->n_marks += d->mark->len;
    c->n_actors += d->actor->len;
    c->n_events += d->event->len;
    c->n_participations += d->participation->len;
    for (guint i = 0; i < d->event->len; i++)
        c->n_open += draft_event(d, i)->open;
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        if (m->rule)
            c->n_cert[m->cert]++;
    }
    for (guint i = 0; i < d->participation->len; i++) {
        const DraftParticipation *p = draft_row(d->participation, DraftParticipation, i);
        c->n_comentions += (p->flags & PART_COMENTION) != 0;
        if (p->rule)
            c->n_cert[p->cert]++;
    }
}
