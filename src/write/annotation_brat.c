/* annotation_brat.c - brat standoff: text, marks, references, relations, and notes for what relations cannot say. */
#include "annotation.h"
#include "delimited.h"
#include <string.h>

typedef struct BratFile {
    const Annotation *w;
    const Corpus *corpus;
    Output *out;
    const char *text;
    uint32_t byte, character; /* offsets are asked for in ascending order of marks, mostly */
    unsigned n_attributes, n_references, n_relations, n_notes;
    GString *note;
} BratFile;

/* Offset in code points. */
static uint32_t character_at(BratFile *b, uint32_t byte)
{
    if (byte < b->byte)
        b->byte = b->character = 0;
    for (; b->byte < byte; b->byte++)
        b->character += ((unsigned char)b->text[b->byte + 1] & 0xC0) != 0x80;
    return b->character;
}

/* One word of a line that blanks divide. */
static void write_word(BratFile *b, GString *into, const char *word)
{
    bool changed = false;
    for (const char *p = word; *p; p++) {
        bool blank = (unsigned char)*p <= ' ';
        changed |= blank;
        g_string_append_c(into, blank ? '-' : *p);
    }
    losses_add(b->w->losses, "blanks in ids, roles and types, now hyphens", changed);
}

static void note_begin(BratFile *b, char kind, unsigned number)
{
    g_string_printf(b->note, "AnnotatorNotes %c%u\t", kind, number);
}

static void note_add(BratFile *b, const char *name, const char *value)
{
    if (!value || *value == '\0')
        return;
    g_string_append_printf(b->note, "%s%s=", b->note->str[b->note->len - 1] == '\t' ? "" : " ", name);
    write_word(b, b->note, value);
}

static void note_end(BratFile *b)
{
    if (b->note->str[b->note->len - 1] != '\t')
        output_printf(b->out, "#%u\t%s\n", ++b->n_notes, b->note->str);
}

/* A mark that goes on in the next line is one of several pieces: brat's marks stand on one line. */
static void write_span(BratFile *b, unsigned number, const char *label, uint32_t from, uint32_t to)
{
    output_printf(b->out, "T%u\t%s", number, label);
    g_autoptr(GString) words = g_string_new(NULL);
    for (uint32_t at = from, end; at < to; at = end) {
        while (at < to && (b->text[at] == '\n' || b->text[at] == '\r'))
            at++;
        for (end = at; end < to && b->text[end] != '\n' && b->text[end] != '\r';)
            end++;
        if (at == end)
            break;
        uint32_t begin = character_at(b, at);
        output_printf(b->out, "%c%u %u", words->len ? ';' : ' ', begin, character_at(b, end));
        g_string_append_printf(words, "%s%.*s", words->len ? " " : "", (int)(end - at), b->text + at);
    }
    output_printf(b->out, "\t%s\n", g_strdelimit(words->str, "\t", ' '));
}

static void write_attribute(BratFile *b, const char *name, unsigned number, const char *value)
{
    g_autoptr(GString) word = g_string_new(NULL);
    write_word(b, word, value);
    output_printf(b->out, "A%u\t%s T%u %s\n", ++b->n_attributes, name, number, word->str);
}

static void write_reference(BratFile *b, unsigned number, const char *id, const char *words, size_t n)
{
    g_autoptr(GString) word = g_string_new(NULL);
    write_word(b, word, id);
    g_autofree char *name = g_strdelimit(g_strndup(words, n), "\t\n\r", ' ');
    output_printf(b->out, "N%u\tReference T%u entente:%s\t%s\n", ++b->n_references, number, word->str, name);
}

static void write_mention(BratFile *b, const TextMark *mark, unsigned number)
{
    const Mention *m = &b->corpus->mention[mark->row];
    const Marking *k = &b->corpus->marking[mark->row];
    size_t n = mark->to - mark->from;
    if (k->subtype)
        write_attribute(b, "Class", number, k->subtype);
    if (m->in_zone)
        write_attribute(b, "Zone", number, "boilerplate");
    if (m->kind == MENTION_EVENT && k->event)
        write_reference(b, number, k->event, b->text + mark->from, n);
    for (uint32_t i = 0; i < m->refs.n; i++) {
        const char *id = annotated_id(b->w->annotated, b->corpus->mention_ref[m->refs.first + i]);
        if (id)
            write_reference(b, number, id, b->text + mark->from, n);
    }
    note_begin(b, 'T', number);
    note_add(b, "cert", certainty_name(k->cert));
    note_add(b, "resp", k->resp);
    note_end(b);
    losses_add(b->w->losses, "mentions of actors whose type nobody knows, now names",
               m->kind == MENTION_ACTOR && annotated_type(b->w->annotated, m) == ACTOR_UNKNOWN);
}

static void write_remark(BratFile *b, const TextMark *mark, unsigned number)
{
    const Remark *r = &b->corpus->remark[mark->row];
    if (r->target)
        write_reference(b, number, r->target, b->text + mark->from, mark->to - mark->from);
    note_begin(b, 'T', number);
    note_add(b, "type", r->type);
    note_add(b, "when", r->when);
    note_add(b, "cert", certainty_name(r->cert));
    note_add(b, "resp", r->resp);
    note_end(b);
}

static void write_claim(BratFile *b, const MarkedClaim *claim, unsigned event)
{
    const Participation *p = &b->corpus->participation[claim->participation];
    output_printf(b->out, "R%u\tparticipates_in Arg1:T%u Arg2:T%u\t\n", ++b->n_relations, claim->mark + 1, event);
    note_begin(b, 'R', b->n_relations);
    note_add(b, "event", b->corpus->event[p->said_of.i].id);
    note_add(b, "actor", annotated_id(b->w->annotated, p->actor));
    note_add(b, "role", p->role);
    note_add(b, "cert", certainty_name(p->cert));
    note_add(b, "status", p->status == PART_STATED ? NULL : participation_status_name(p->status));
    note_add(b, "bloc", p->flags & PART_BLOC_EXPAND ? "expand" : p->flags & PART_BLOC_PARTIAL ? "partial" : NULL);
    note_add(b, "comention", p->flags & PART_COMENTION ? "yes" : NULL);
    note_end(b);
    losses_add(b->w->losses, "sources of inferred participations", !ref_id_is_none(p->source));
}

static void write_claims(BratFile *b, const GArray *marks, DocumentId id)
{
    g_autoptr(GArray) claim = g_array_new(FALSE, FALSE, sizeof(MarkedClaim));
    g_autoptr(GArray) anchor = g_array_new(FALSE, FALSE, sizeof(EventAnchor));
    annotation_claims(b->w->annotated, id, marks, claim, anchor); /* the others stand in authority.xml */
    unsigned next = marks->len;
    for (guint i = 0; i < anchor->len; i++) {
        EventAnchor *a = &g_array_index(anchor, EventAnchor, i);
        if (a->mark != UINT32_MAX)
            continue;
        a->mark = next++;
        write_span(b, next, "Event", a->from, a->to);
        write_attribute(b, "Class", next, "anchor");
        write_reference(b, next, b->corpus->event[a->event].id, b->text + a->from, a->to - a->from);
    }
    for (guint i = 0; i < claim->len; i++) {
        const MarkedClaim *c = &g_array_index(claim, MarkedClaim, i);
        write_claim(b, c, g_array_index(anchor, EventAnchor, c->anchor).mark + 1);
    }
}

static void count_structure(const Annotation *w, DocumentId id)
{
    const uint32_t *row;
    size_t n = rows_of(&w->annotated->stretch, id, &row), n_heads = 0, n_zones = 0;
    for (size_t i = 0; i < n; i++) {
        StretchKind kind = w->annotated->corpus->stretch[row[i]].kind;
        n_heads += kind == STRETCH_HEAD;
        n_zones += kind == STRETCH_ZONE;
    }
    losses_add(w->losses, "headings", n_heads);
    losses_add(w->losses, "borders of zones", n_zones);
}

bool write_brat_text(const Annotation *w, DocumentId id, Output *out, GError **error)
{
    const Document *d = &w->annotated->corpus->document[id.i];
    output_bytes(out, d->text ? d->text : "", d->n_text);
    return true;
}

bool write_brat_marks(const Annotation *w, DocumentId id, Output *out, GError **error)
{
    g_autoptr(GArray) marks = annotated_marks(w->annotated, id, w->losses);
    const Document *d = &w->annotated->corpus->document[id.i];
    BratFile b = {
        .w = w, .corpus = w->annotated->corpus, .out = out, .text = d->text ? d->text : "", .note = g_string_new(NULL)};
    for (guint i = 0; i < marks->len; i++) {
        const TextMark *m = &g_array_index(marks, TextMark, i);
        write_span(&b, i + 1, mark_label(w->annotated, m), m->from, m->to);
        (m->is_remark ? write_remark : write_mention)(&b, m, i + 1);
    }
    write_claims(&b, marks, id);
    count_structure(w, id);
    g_string_free(b.note, TRUE);
    return true;
}

bool write_brat_configuration(const Annotation *w, Output *out, GError **error)
{
    const Corpus *c = w->annotated->corpus;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) classes = g_string_new("anchor");
    for (size_t i = 0; i < c->n_mentions; i++) {
        const char *subtype = c->marking[i].subtype;
        if (!subtype || strcmp(subtype, "anchor") == 0 || strpbrk(subtype, "|, \t\n\r"))
            continue;
        if (g_hash_table_add(seen, (gpointer)subtype))
            g_string_append_printf(classes, "|%s", subtype);
    }
    output_text(out, "# made by entente " ENTENTE_VERSION ": what marks and relations there are\n"
                     "[entities]\nCountry\nAgency\nOfficial\nBloc\nEvent\nPlace\nDate\nRole\nName\n\n"
                     "[relations]\nparticipates_in\tArg1:<ENTITY>, Arg2:Event\n"
                     "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
                     "[events]\n\n[attributes]\n");
    output_printf(out, "Class\tArg:<ENTITY>, Value:%s\nZone\tArg:<ENTITY>, Value:sidebar|boilerplate\n", classes->str);
    return true;
}

bool write_documents_table(const Annotation *w, Output *out, GError **error)
{
    const Corpus *c = w->annotated->corpus;
    output_text(out, "file\ttitle\turl\toutlet\tlanguage\tdate\tcountry\txml:id\n");
    for (uint32_t i = 0; i < c->n_documents; i++) {
        const Document *d = &c->document[i];
        char date[DATE_SIZE];
        date_format(d->date, date);
        bool simple = !strchr(date, '/');
        if (!annotated_has_text(w->annotated, document_id_of(i)))
            continue;
        losses_add(w->losses, "dates that are known only roughly", !simple);
        g_autofree char *file = g_strconcat(w->name[i], ".ann", NULL);
        const char *field[] = {file, d->title, d->url, d->outlet, d->language, simple ? date : "", d->country, d->id};
        for (size_t k = 0; k < G_N_ELEMENTS(field); k++) {
            output_text(out, k ? "\t" : "");
            delimited_write_field(out, DELIMITED_TSV, field[k] ? field[k] : "");
        }
        output_text(out, "\n");
    }
    return true;
}
