/* annotation_tei.c - TEI P5: header, registers, text, in the form that the program itself reads. */
#include "tei_file.h"
#include <string.h>

static void write_source(TeiFile *t, const Document *d)
{
    line_text(&t->line, "   <sourceDesc><bibl>");
    tei_element(t, "title", NULL, d->title ? d->title : d->id);
    if (d->outlet)
        tei_element(t, "publisher", NULL, d->outlet);
    if (!date_is_unknown(d->date)) {
        line_text(&t->line, "<date");
        tei_period(t, d->date, d->date);
        line_text(&t->line, "/>");
    }
    if (d->url) {
        line_text(&t->line, "<idno type=\"url\">");
        tei_text(t, d->url, strlen(d->url));
        line_text(&t->line, "</idno>");
    }
    line_text(&t->line, "</bibl></sourceDesc>\n");
}

static void write_header(TeiFile *t, const char *title, const Document *d)
{
    line_text(&t->line, " <teiHeader>\n  <fileDesc>\n   <titleStmt>");
    tei_element(t, "title", NULL, title);
    line_text(&t->line, "</titleStmt>\n   <publicationStmt><p>Annotated for a network of who took part in what."
                        "</p></publicationStmt>\n");
    if (d)
        write_source(t, d);
    else
        line_text(&t->line, "   <sourceDesc><p>The registers of the documents beside it.</p></sourceDesc>\n");
    line_text(&t->line,
                "  </fileDesc>\n  <encodingDesc><appInfo><application ident=\"entente\" version=\"" ENTENTE_VERSION
                "\"><label>entente</label></application></appInfo></encodingDesc>\n");
    if (d && d->language) {
        line_text(&t->line, "  <profileDesc><langUsage><language");
        tei_word(t, "ident", d->language);
        line_text(&t->line, "/></langUsage></profileDesc>\n");
    }
    line_text(&t->line, " </teiHeader>\n");
}

/* Everything that has a name keeps it; what proves something and has none gets one. */
static void give_ids(TeiFile *t, const TeiRegister *r, const GArray *marks)
{
    const Corpus *c = t->corpus;
    g_autoptr(GHashTable) reserved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) proof = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < r->record->len; i++)
        g_hash_table_add(reserved, tei_name(c->record[g_array_index(r->record, uint32_t, i)].id));
    for (guint i = 0; i < r->event->len; i++)
        g_hash_table_add(reserved, tei_name(c->event[g_array_index(r->event, uint32_t, i)].id));
    for (guint i = 0; i < r->participation->len; i++) {
        const Participation *p = &c->participation[g_array_index(r->participation, uint32_t, i)];
        for (uint32_t k = 0; k < p->evidence.n; k++)
            g_hash_table_add(proof, GUINT_TO_POINTER(c->evidence[p->evidence.first + k].i + 1));
    }
    for (unsigned round = 0, number = 0; round < 2; round++) { /* first those that have one */
        for (guint i = 0; i < marks->len; i++) {
            const TextMark *m = &g_array_index(marks, TextMark, i);
            const char *own = m->is_remark ? c->remark[m->row].id : c->mention[m->row].id;
            gpointer key = GUINT_TO_POINTER(m->row + 1);
            if (m->is_remark && own && round == 0)
                g_hash_table_add(reserved, tei_name(own));
            if (m->is_remark || g_hash_table_contains(t->mention_id, key) || (round == 0) != (own != NULL))
                continue;
            if (!own && !g_hash_table_contains(proof, key))
                continue;
            char *id = own ? tei_name(own) : g_strdup_printf("m%u", ++number);
            while (!own && (g_hash_table_contains(reserved, id) || g_hash_table_contains(t->taken, id))) {
                g_free(id);
                id = g_strdup_printf("m%u", ++number);
            }
            if (g_hash_table_contains(t->taken, id) || g_hash_table_contains(reserved, id)) {
                g_free(id); /* taken: it loses its name */
                continue;
            }
            g_hash_table_add(t->taken, g_strdup(id));
            g_hash_table_insert(t->mention_id, key, id);
        }
    }
}

/* Marks that the text could not take: where they stand, by characters of the body. */
static void write_others(TeiFile *t, const GArray *others)
{
    const Document *d = &t->corpus->document[t->document.i];
    if (others->len == 0)
        return;
    losses_add(t->w->losses, "marks that overlap others, now spans in standOff", others->len);
    line_text(&t->line, " <standOff>\n  <spanGrp type=\"overlap\">\n");
    for (guint i = 0; i < others->len; i++) {
        const TextMark *m = &g_array_index(others, TextMark, i);
        long from = g_utf8_strlen(d->text, m->from), n = g_utf8_strlen(d->text + m->from, m->to - m->from);
        g_autofree char *label = g_ascii_strdown(mark_label(t->w->annotated, m), -1);
        line_text(&t->line, "   <span");
        tei_attribute(t, "type", label);
        line_printf(&t->line, " target=\"#string-range(body,%ld,%ld)\">", from, n);
        tei_text(t, d->text + m->from, m->to - m->from);
        line_text(&t->line, "</span>\n");
    }
    line_text(&t->line, "  </spanGrp>\n </standOff>\n");
}

static GArray *rows_as_array(const RowsByDocument *rows, DocumentId d)
{
    const uint32_t *row;
    size_t n = rows_of(rows, d, &row);
    GArray *array = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_array_append_vals(array, row, (guint)n);
    return array;
}

static void begin_file(TeiFile *t, const char *id)
{
    line_text(&t->line, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"");
    g_autofree char *name = id ? tei_name(id) : NULL;
    if (name && strcmp(name, id) == 0) {
        tei_attribute(t, "xml:id", id);
        g_hash_table_add(t->taken, g_steal_pointer(&name));
    }
    line_text(&t->line, ">\n");
}

static void clear_register(TeiRegister *r)
{
    g_array_free(r->record, TRUE);
    g_array_free(r->event, TRUE);
    g_array_free(r->affiliation, TRUE);
    g_array_free(r->participation, TRUE);
}

bool write_tei(const Annotation *w, DocumentId id, Output *out, GError **error)
{
    TeiFile t;
    tei_file_init(&t, w, id, out);
    const Annotated *a = w->annotated;
    const Document *d = &a->corpus->document[id.i];
    TeiRegister r = {rows_as_array(&a->record, id), rows_as_array(&a->event, id), rows_as_array(&a->affiliation, id),
                     rows_as_array(&a->participation, id)};
    g_autoptr(GArray) marks = annotated_marks(a, id, w->losses), others = marks_untangle(marks);
    begin_file(&t, d->id);
    write_header(&t, d->title ? d->title : d->id, d);
    losses_add(w->losses, "countries of documents", d->country != NULL);
    give_ids(&t, &r, marks);
    bool has_text = annotated_has_text(a, id);
    bool has_register = r.record->len + r.event->len + r.affiliation->len + r.participation->len > 0;
    if (has_register || !has_text) /* TEI allows no empty one */
        line_text(&t.line, " <standOff>\n");
    tei_write_register(&t, &r);
    if (has_register || !has_text)
        line_text(&t.line, " </standOff>\n");
    if (has_text)
        tei_write_body(&t, marks, others);
    write_others(&t, others);
    line_text(&t.line, "</TEI>\n");
    clear_register(&r);
    tei_file_clear(&t);
    return true;
}

/* An id, or an event, or a pair once, whatever the number of documents that say so. */
static bool is_first(GHashTable *seen, char *key) { return g_hash_table_add(seen, key); }

static void add_affiliations(const Corpus *c, const Annotated *a, GArray *rows)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (uint32_t i = 0; i < c->n_affiliations; i++) {
        const Affiliation *row = &c->affiliation[i];
        const char *active = annotated_id(a, row->active), *passive = annotated_id(a, row->passive);
        char *key = g_strdup_printf("%d %d %d %d %d %s %s", (int)row->kind, row->from.earliest, row->from.latest,
                                    row->to.earliest, row->to.latest, active ? active : c->ref[row->active.i].text,
                                    passive ? passive : c->ref[row->passive.i].text);
        if (is_first(seen, key))
            g_array_append_val(rows, i);
    }
}

static void add_records(const Annotation *w, const Corpus *c, GArray *rows)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (uint32_t i = 0; i < c->n_records; i++) {
        const Record *known = g_hash_table_lookup(seen, c->record[i].id);
        bool same = known && known->type == c->record[i].type && known->label == c->record[i].label;
        losses_add(w->losses, "ids that mean something else in another document", known && !same);
        if (known)
            continue;
        g_hash_table_insert(seen, (gpointer)c->record[i].id, &c->record[i]);
        g_array_append_val(rows, i);
    }
}

/* Does any mark in a text prove it? Then it stands there. */
static bool is_proved(const Corpus *c, const Participation *p)
{
    for (uint32_t i = 0; i < p->evidence.n; i++) {
        const Marking *k = &c->marking[c->evidence[p->evidence.first + i].i];
        if (k->from < k->to)
            return true;
    }
    return false;
}

bool write_tei_authority(const Annotation *w, Output *out, GError **error)
{
    TeiFile t;
    const Annotated *a = w->annotated;
    const Corpus *c = a->corpus;
    tei_file_init(&t, w, document_id_none(), out);
    TeiRegister r = {g_array_new(FALSE, FALSE, sizeof(uint32_t)), g_array_new(FALSE, FALSE, sizeof(uint32_t)),
                     g_array_new(FALSE, FALSE, sizeof(uint32_t)), g_array_new(FALSE, FALSE, sizeof(uint32_t))};
    add_records(w, c, r.record);
    add_affiliations(c, a, r.affiliation);
    for (uint32_t i = 0; i < c->n_events; i++) {
        if (c->event[i].kind != EVENT_UNIT)
            g_array_append_val(r.event, i);
    }
    for (uint32_t i = 0; i < c->n_participations; i++) {
        const Participation *p = &c->participation[i];
        if (!(p->flags & PART_UNIT) && !is_proved(c, p))
            g_array_append_val(r.participation, i);
    }
    const char *title = NULL;
    for (size_t i = 0; i < c->n_documents && !title; i++)
        title = c->document[i].authority ? c->document[i].title : NULL;
    begin_file(&t, NULL);
    write_header(&t, title ? title : "Registers", NULL);
    line_text(&t.line, " <standOff>\n");
    tei_write_register(&t, &r);
    line_text(&t.line, " </standOff>\n</TEI>\n");
    clear_register(&r);
    tei_file_clear(&t);
    return true;
}
