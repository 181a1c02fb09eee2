/* annotated.c - an annotated text as writers of annotation walk it, and what they had to leave out. */
#include "annotated.h"
#include <stdlib.h>
#include <string.h>

void losses_add(Losses *losses, const char *what, size_t n)
{
    if (!losses || n == 0)
        return;
    for (size_t i = 0; i < losses->n_losses; i++) {
        if (strcmp(losses->loss[i].what, what) == 0) {
            losses->loss[i].n += n;
            return;
        }
    }
    g_assert(losses->n_losses < G_N_ELEMENTS(losses->loss));
    losses->loss[losses->n_losses++] = (Loss){what, n};
}

/* Counting sort. of[i] is the document of row i; UINT32_MAX leaves the row out. */
static RowsByDocument rows_by_document(size_t n_documents, const uint32_t *of, size_t n)
{
    RowsByDocument rows = {g_new0(uint32_t, n_documents + 2), g_new(uint32_t, n + 1)};
    for (size_t i = 0; i < n; i++) {
        if (of[i] < n_documents)
            rows.first[of[i] + 2]++;
    }
    for (size_t d = 2; d < n_documents + 2; d++)
        rows.first[d] += rows.first[d - 1];
    for (size_t i = 0; i < n; i++) { /* first[d + 1] is where the next row of d goes, in the end its end */
        if (of[i] < n_documents)
            rows.row[rows.first[of[i] + 1]++] = (uint32_t)i;
    }
    return rows;
}

#define INDEX(table, length, document_of)                                                                              \
    do {                                                                                                               \
        g_autofree uint32_t *of = g_new(uint32_t, (length) + 1);                                                       \
        for (size_t i = 0; i < (length); i++)                                                                          \
            of[i] = (document_of);                                                                                     \
        a->table = rows_by_document(c->n_documents, of, (length));                                                     \
    } while (0)

/* Every event in all the documents that tell it. */
static void index_events(Annotated *a)
{
    const Corpus *c = a->corpus;
    g_autofree uint32_t *of = g_new(uint32_t, c->n_event_documents + 1);
    g_autofree uint32_t *event = g_new(uint32_t, c->n_event_documents + 1);
    size_t n = 0;
    for (uint32_t e = 0; e < c->n_events; e++) {
        const Event *row = &c->event[e];
        for (uint32_t k = 0; k < row->documents.n && row->kind != EVENT_UNIT; k++) {
            event[n] = e;
            of[n++] = c->event_document[row->documents.first + k].i;
        }
    }
    a->event = rows_by_document(c->n_documents, of, n);
    for (size_t i = 0; i < n; i++)
        a->event.row[i] = event[a->event.row[i]];
}

Annotated *annotated_new(const Corpus *c, const Cast *cast)
{
    Annotated *a = g_new0(Annotated, 1);
    a->corpus = c;
    a->cast = cast;
    INDEX(mention, c->n_mentions, c->mention[i].document.i);
    INDEX(remark, c->n_remarks, c->remark[i].document.i);
    INDEX(stretch, c->n_stretches, c->stretch[i].document.i);
    INDEX(record, c->n_records, c->record[i].document.i);
    INDEX(affiliation, c->n_affiliations, c->affiliation[i].document.i);
    INDEX(participation, c->n_participations,
          c->participation[i].flags & PART_UNIT ? UINT32_MAX : c->participation[i].document.i);
    index_events(a);
    a->document_of = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = c->n_documents; i-- > 0;)
        g_hash_table_insert(a->document_of, (gpointer)c->document[i].path, GUINT_TO_POINTER(i + 1));
    return a;
}

void annotated_free(Annotated *a)
{
    if (!a)
        return;
    RowsByDocument *all[] = {&a->mention, &a->remark,        &a->stretch,    &a->record,
                             &a->event,   &a->participation, &a->affiliation};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        g_free(all[i]->first);
        g_free(all[i]->row);
    }
    g_hash_table_unref(a->document_of);
    g_free(a);
}

bool annotated_has_text(const Annotated *a, DocumentId d)
{
    const Document *document = &a->corpus->document[d.i];
    return document->n_text > 0 || (document->text && !document->authority);
}

static int compare_marks(const void *a, const void *b)
{
    const TextMark *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to > y->to ? -1 : 1;
    return 0; /* the sort is stable: as they were read, which nests them as they were */
}

GArray *annotated_marks(const Annotated *a, DocumentId d, Losses *losses)
{
    const Corpus *c = a->corpus;
    const uint32_t *row;
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(TextMark));
    size_t n = rows_of(&a->mention, d, &row);
    for (size_t i = 0; i < n; i++) {
        const Marking *k = &c->marking[row[i]];
        TextMark mark = {k->from, k->to, false, row[i]};
        if (k->subtype && strcmp(k->subtype, "anchor") == 0)
            continue; /* whoever writes it again makes it again */
        if (k->from < k->to)
            g_array_append_val(marks, mark);
        else if (c->mention[row[i]].kind == MENTION_SPEAKER)
            losses_add(losses, "speakers of speeches", 1);
        else
            losses_add(losses, "names that stand outside the text", 1);
    }
    n = rows_of(&a->remark, d, &row);
    for (size_t i = 0; i < n; i++) {
        TextMark mark = {c->remark[row[i]].from, c->remark[row[i]].to, true, row[i]};
        g_array_append_val(marks, mark);
    }
    g_array_sort(marks, compare_marks);
    return marks;
}

GArray *marks_untangle(GArray *marks)
{
    GArray *others = g_array_new(FALSE, FALSE, sizeof(TextMark));
    g_autofree bool *out = g_new0(bool, marks->len + 1);
    g_autofree guint *open = g_new(guint, marks->len + 1); /* one in the other, the innermost last */
    const TextMark *mark = (const TextMark *)(void *)marks->data;
    guint n_open = 0;
    for (guint i = 0; i < marks->len; i++) {
        const TextMark *m = &mark[i];
        while (n_open && mark[open[n_open - 1]].to <= m->from)
            n_open--;
        guint below = n_open; /* from here on they end inside m */
        while (below && mark[open[below - 1]].to < m->to) {
            const TextMark *crossed = &mark[open[--below]];
            out[i] = out[i] || crossed->to - crossed->from >= m->to - m->from;
        }
        if (out[i])
            continue;
        for (guint k = below; k < n_open; k++)
            out[open[k]] = true;
        n_open = below;
        open[n_open++] = i;
    }
    guint kept = 0;
    for (guint i = 0; i < marks->len; i++) {
        TextMark m = mark[i];
        if (out[i])
            g_array_append_val(others, m);
        else
            g_array_index(marks, TextMark, kept++) = m;
    }
    g_array_set_size(marks, kept);
    return others;
}

static const Actor *actor_of(const Annotated *a, RefId ref)
{
    if (!a->cast || ref_id_is_none(ref))
        return NULL;
    ActorId actor = a->cast->ref_actor[ref.i];
    return actor_id_is_none(actor) ? NULL : &a->cast->actor[actor.i];
}

ActorType annotated_type(const Annotated *a, const Mention *m)
{
    if (m->type != ACTOR_UNKNOWN || m->refs.n == 0)
        return m->type;
    RefId ref = a->corpus->mention_ref[m->refs.first];
    const Actor *actor = actor_of(a, ref);
    return actor ? actor->type : a->corpus->ref[ref.i].hint;
}

const char *annotated_id(const Annotated *a, RefId id)
{
    const Ref *ref = &a->corpus->ref[id.i];
    if (ref->kind != REF_NAME)
        return ref->text;
    const Actor *actor = actor_of(a, id);
    return actor && actor->registered ? actor->id : NULL;
}

const char *mark_label(const Annotated *a, const TextMark *mark)
{
    static const char *const remark[] = {"Place", "Date", "Role", "Name"};
    static const char *const actor[] = {"Country", "Agency", "Official", "Bloc", "Name"};
    if (mark->is_remark)
        return remark[a->corpus->remark[mark->row].kind];
    const Mention *m = &a->corpus->mention[mark->row];
    return m->kind == MENTION_EVENT ? "Event" : actor[annotated_type(a, m)];
}
