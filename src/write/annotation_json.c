/* annotation_json.c - JSON lines for doccano: text, marks and arcs between them, a document a line. */
#include "annotation.h"
#include <string.h>

typedef struct JsonFile {
    const Annotation *w;
    const Corpus *corpus;
    Output *out;
    const char *text;
    uint32_t byte, character;
} JsonFile;

static uint32_t character_at(JsonFile *f, uint32_t byte)
{
    if (byte < f->byte)
        f->byte = f->character = 0;
    for (; f->byte < byte; f->byte++)
        f->character += ((unsigned char)f->text[f->byte + 1] & 0xC0) != 0x80;
    return f->character;
}

static void write_string(JsonFile *f, const char *s, size_t n)
{
    size_t from = 0;
    output_text(f->out, "\"");
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c >= ' ' && c != '"' && c != '\\')
            continue;
        output_bytes(f->out, s + from, i - from);
        from = i + 1;
        if (c == '\n')
            output_text(f->out, "\\n");
        else if (c < ' ')
            output_printf(f->out, "\\u%04x", c);
        else
            output_printf(f->out, "\\%c", c);
    }
    output_bytes(f->out, s + from, n - from);
    output_text(f->out, "\"");
}

static void write_field(JsonFile *f, const char *name, const char *value)
{
    if (!value || *value == '\0')
        return;
    output_printf(f->out, ",\"%s\":", name);
    write_string(f, value, strlen(value));
}

static void write_references(JsonFile *f, const Mention *m)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < m->refs.n; i++) {
        const char *id = annotated_id(f->w->annotated, f->corpus->mention_ref[m->refs.first + i]);
        if (!id)
            continue;
        output_text(f->out, n++ ? "," : ",\"ref\":[");
        write_string(f, id, strlen(id));
    }
    if (n)
        output_text(f->out, "]");
}

static void open_mark(JsonFile *f, unsigned number, const char *label, uint32_t from, uint32_t to)
{
    g_autofree char *lower = g_ascii_strdown(label, -1);
    uint32_t begin = character_at(f, from);
    output_printf(f->out, "%s{\"id\":%u,\"label\":\"%s\",\"start_offset\":%u,\"end_offset\":%u", number > 1 ? "," : "",
                  number, lower, begin, character_at(f, to));
}

static void write_mark(JsonFile *f, const TextMark *mark, unsigned number)
{
    open_mark(f, number, mark_label(f->w->annotated, mark), mark->from, mark->to);
    if (mark->is_remark) {
        const Remark *r = &f->corpus->remark[mark->row];
        write_field(f, "ref", r->target);
        write_field(f, "when", r->when);
        write_field(f, "cert", certainty_name(r->cert));
        write_field(f, "resp", r->resp);
    } else {
        const Mention *m = &f->corpus->mention[mark->row];
        const Marking *k = &f->corpus->marking[mark->row];
        write_references(f, m);
        write_field(f, "ref", m->kind == MENTION_EVENT ? k->event : NULL);
        write_field(f, "class", k->subtype);
        write_field(f, "zone", m->in_zone ? "boilerplate" : NULL);
        write_field(f, "cert", certainty_name(k->cert));
        write_field(f, "resp", k->resp);
        losses_add(f->w->losses, "mentions of actors whose type nobody knows, now names",
                   m->kind == MENTION_ACTOR && annotated_type(f->w->annotated, m) == ACTOR_UNKNOWN);
    }
    output_text(f->out, "}");
}

static void write_claim(JsonFile *f, const MarkedClaim *claim, unsigned number, unsigned event)
{
    const Participation *p = &f->corpus->participation[claim->participation];
    output_printf(f->out, "%s{\"id\":%u,\"from_id\":%u,\"to_id\":%u,\"type\":\"participates_in\"",
                  number > 1 ? "," : "", number, claim->mark + 1, event);
    write_field(f, "event", f->corpus->event[p->said_of.i].id);
    write_field(f, "actor", annotated_id(f->w->annotated, p->actor));
    write_field(f, "role", p->role);
    write_field(f, "cert", certainty_name(p->cert));
    write_field(f, "status", p->status == PART_STATED ? NULL : participation_status_name(p->status));
    write_field(f, "bloc", p->flags & PART_BLOC_EXPAND ? "expand" : p->flags & PART_BLOC_PARTIAL ? "partial" : NULL);
    write_field(f, "comention", p->flags & PART_COMENTION ? "yes" : NULL);
    output_text(f->out, "}");
}

static void write_marks(JsonFile *f, DocumentId id)
{
    const Annotated *a = f->w->annotated;
    g_autoptr(GArray) marks = annotated_marks(a, id, f->w->losses);
    g_autoptr(GArray) claim = g_array_new(FALSE, FALSE, sizeof(MarkedClaim));
    g_autoptr(GArray) anchor = g_array_new(FALSE, FALSE, sizeof(EventAnchor));
    size_t unproven = annotation_claims(a, id, marks, claim, anchor);
    losses_add(f->w->losses, "participations that no mention proves", f->w->with_authority ? 0 : unproven);
    output_text(f->out, ",\"entities\":[");
    for (guint i = 0; i < marks->len; i++)
        write_mark(f, &g_array_index(marks, TextMark, i), i + 1);
    unsigned next = marks->len;
    for (guint i = 0; i < anchor->len; i++) {
        EventAnchor *e = &g_array_index(anchor, EventAnchor, i);
        if (e->mark != UINT32_MAX)
            continue;
        e->mark = next++;
        open_mark(f, next, "event", e->from, e->to);
        write_field(f, "ref", f->corpus->event[e->event].id);
        write_field(f, "class", "anchor");
        output_text(f->out, "}");
    }
    output_text(f->out, "],\"relations\":[");
    for (guint i = 0; i < claim->len; i++) {
        const MarkedClaim *c = &g_array_index(claim, MarkedClaim, i);
        write_claim(f, c, i + 1, g_array_index(anchor, EventAnchor, c->anchor).mark + 1);
    }
    output_text(f->out, "]");
}

bool write_jsonl(const Annotation *w, DocumentId id, Output *out, GError **error)
{
    const Annotated *a = w->annotated;
    const Document *d = &a->corpus->document[id.i];
    const uint32_t *row;
    if (!w->with_authority) {
        losses_add(w->losses, "names, dates and status of events", rows_of(&a->event, id, &row));
        losses_add(w->losses, "register entries", rows_of(&a->record, id, &row));
        losses_add(w->losses, "affiliations", rows_of(&a->affiliation, id, &row));
    }
    if (!annotated_has_text(a, id))
        return true;
    JsonFile f = {.w = w, .corpus = a->corpus, .out = out, .text = d->text ? d->text : ""};
    char date[DATE_SIZE];
    output_text(out, "{\"text\":");
    write_string(&f, f.text, d->n_text);
    write_field(&f, "document_id", d->id);
    write_field(&f, "title", d->title);
    write_field(&f, "url", d->url);
    write_field(&f, "outlet", d->outlet);
    write_field(&f, "language", d->language);
    write_field(&f, "date", strchr(date_format(d->date, date), '/') ? NULL : date);
    write_marks(&f, id);
    output_text(out, "}\n");
    return true;
}
