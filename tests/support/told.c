/* told.c - a corpus from a few lines: what the tests of entity and graph read instead of files. */
#include "told.h"
#include <string.h>

enum { MOST_FIELDS = 10 };

typedef struct Teller {
    Corpus *corpus;
    GArray *document, *passage, *mention, *mention_ref, *ref, *record, *variant, *event, *event_document;
    GArray *participation, *evidence, *affiliation;
    char **field;
    Place place;
} Teller;

static const char *text(Teller *t, const char *s) { return s && *s ? pool_string(t->corpus->pool, s) : NULL; }

static DocumentId here(const Teller *t)
{
    g_assert_cmpuint(t->document->len, >, 0);
    return document_id_of(t->document->len - 1);
}

static RefId ref_of(Teller *t, const char *word, ActorType hint, const char *surface)
{
    Ref ref = {.kind = REF_ID, .document = here(t), .place = t->place, .hint = hint, .surface = text(t, surface)};
    const char *hash = strchr(word, '#');
    if (!*word)
        return ref_id_none();
    if (g_str_has_prefix(word, "name:") || g_str_has_prefix(word, "key:")) {
        ref.kind = word[0] == 'n' ? REF_NAME : REF_KEY;
        word = strchr(word, ':') + 1;
    } else if (hash) {
        g_autofree char *file = g_strndup(word, (size_t)(hash - word));
        ref.file = text(t, file);
        word = hash + 1;
    }
    ref.text = text(t, word);
    for (guint i = 0; i < t->ref->len; i++) {
        Ref *r = &g_array_index(t->ref, Ref, i);
        if (r->kind == ref.kind && r->text == ref.text && r->file == ref.file &&
            document_id_equal(r->document, ref.document)) {
            if (r->hint == ACTOR_UNKNOWN)
                r->hint = hint;
            if (!r->surface)
                r->surface = ref.surface;
            return ref_id_of(i);
        }
    }
    g_array_append_val(t->ref, ref);
    return ref_id_of(t->ref->len - 1);
}

static Date date_of(const char *s)
{
    Date date = DATE_UNKNOWN;
    g_assert_true(!*s || date_parse(s, &date));
    return date;
}

static ActorType type_of(const char *s)
{
    ActorType type = ACTOR_UNKNOWN;
    g_assert_true(strcmp(s, "-") == 0 || !*s || actor_type_by_name(s, &type));
    return type;
}

static void tell_document(Teller *t)
{
    const char *name = text(t, t->field[1]);
    Document d = {.id = name,
                  .path = g_intern_string(name),
                  .name = name,
                  .title = name,
                  .digest = "00",
                  .date = DATE_UNKNOWN,
                  .authority = strcmp(t->field[2], "authority") == 0};
    g_array_append_val(t->document, d);
}

static void tell_record(Teller *t, bool from_table)
{
    g_auto(GStrv) variant = g_strsplit(t->field[5], ";", -1);
    Record r = {.id = text(t, t->field[1]),
                .type = type_of(t->field[2]),
                .label = text(t, t->field[3]),
                .subtype = text(t, t->field[4]),
                .variants = {t->variant->len, 0},
                .document = here(t),
                .place = t->place,
                .from_table = from_table};
    for (size_t i = 0; variant[i]; i++) {
        const char *name = text(t, variant[i]);
        g_array_append_val(t->variant, name);
        r.variants.n++;
    }
    g_array_append_val(t->record, r);
}

static void tell_sentence(Teller *t)
{
    Passage p = {.kind = PASSAGE_SENTENCE, .document = here(t), .place = t->place, .text = text(t, t->field[1])};
    g_array_append_val(t->passage, p);
}

static void tell_mention(Teller *t, bool speaker)
{
    const char *surface = speaker ? t->field[2] : t->field[4];
    ActorType type = speaker ? ACTOR_UNKNOWN : type_of(t->field[2]);
    RefId ref = ref_of(t, speaker ? t->field[2] : t->field[3], type, surface);
    Mention m = {.id = text(t, t->field[1]),
                 .kind = speaker ? MENTION_SPEAKER : MENTION_ACTOR,
                 .type = type,
                 .document = here(t),
                 .place = t->place,
                 .refs = {t->mention_ref->len, 1},
                 .text = text(t, surface)};
    for (size_t i = 0; i < N_PASSAGE_KINDS; i++)
        m.passage[i] = passage_id_none();
    if (t->passage->len && !speaker) {
        const Passage *p = &g_array_index(t->passage, Passage, t->passage->len - 1);
        const char *at = p->text && surface ? strstr(p->text, surface) : NULL;
        if (at) {
            m.passage[PASSAGE_SENTENCE] = passage_id_of(t->passage->len - 1);
            m.begin = (uint32_t)(at - p->text);
            m.end = m.begin + (uint32_t)strlen(surface);
        }
    }
    g_array_append_val(t->mention_ref, ref);
    g_array_append_val(t->mention, m);
}

static void tell_event(Teller *t)
{
    DocumentId document = here(t);
    Event e = {.id = text(t, t->field[1]),
               .label = text(t, t->field[1]),
               .status = EVENT_UNSTATED,
               .kind = EVENT_ANNOTATED,
               .first = date_of(t->field[2]),
               .last = date_of(*t->field[4] ? t->field[4] : t->field[2]),
               .parent = event_id_none(),
               .document = document,
               .documents = {t->event_document->len, 1},
               .place = t->place};
    g_assert_true(!*t->field[3] || event_status_by_name(t->field[3], &e.status));
    g_array_append_val(t->event_document, document);
    g_array_append_val(t->event, e);
}

static EventId event_of(const Teller *t, const char *id)
{
    for (guint i = 0; i < t->event->len; i++)
        if (strcmp(g_array_index(t->event, Event, i).id, id) == 0)
            return event_id_of(i);
    g_error("no event %s", id);
}

static Slice evidence_of(Teller *t, const char *ids)
{
    g_auto(GStrv) id = g_strsplit(ids, ",", -1);
    Slice slice = {t->evidence->len, 0};
    for (size_t i = 0; id[i]; i++)
        for (guint m = 0; m < t->mention->len; m++)
            if (g_strcmp0(g_array_index(t->mention, Mention, m).id, id[i]) == 0) {
                MentionId mention = mention_id_of(m);
                g_array_append_val(t->evidence, mention);
                slice.n++;
            }
    return slice;
}

static void tell_participation(Teller *t)
{
    EventId event = event_of(t, t->field[1]);
    const char *flags = t->field[6];
    Participation p = {.event = event,
                       .said_of = event,
                       .actor = ref_of(t, t->field[2], ACTOR_UNKNOWN, NULL),
                       .role = text(t, *t->field[3] ? t->field[3] : "attendee"),
                       .status = PART_STATED,
                       .cert = CERT_UNSTATED,
                       .document = here(t),
                       .place = t->place,
                       .evidence = evidence_of(t, t->field[7]),
                       .source = ref_of(t, t->field[8], ACTOR_UNKNOWN, NULL)};
    p.flags = (strchr(flags, 'e') ? PART_BLOC_EXPAND : 0u) | (strchr(flags, 't') ? PART_TABLE : PART_LONG_FORM) |
              (strchr(flags, 'c') ? PART_COMENTION : 0u) | (strchr(flags, 'u') ? PART_UNIT : 0u);
    g_assert_true(!*t->field[4] || participation_status_by_name(t->field[4], &p.status));
    g_assert_true(!*t->field[5] || certainty_by_name(t->field[5], &p.cert));
    g_array_append_val(t->participation, p);
}

static void tell_affiliation(Teller *t)
{
    Affiliation a = {.active = ref_of(t, t->field[2], ACTOR_UNKNOWN, NULL),
                     .passive = ref_of(t, t->field[3], ACTOR_UNKNOWN, NULL),
                     .from = date_of(t->field[4]),
                     .to = date_of(t->field[5]),
                     .document = here(t),
                     .place = t->place};
    while (strcmp(affiliation_kind_name(a.kind), t->field[1]) != 0)
        g_assert_cmpint(++a.kind, <=, AFFILIATION_BLOC_MEMBER);
    g_array_append_val(t->affiliation, a);
}

static void tell(Teller *t, const char *line)
{
    char *field[MOST_FIELDS];
    g_auto(GStrv) part = g_strsplit(line, "|", MOST_FIELDS);
    size_t n = g_strv_length(part);
    for (size_t i = 0; i < MOST_FIELDS; i++)
        field[i] = i < n ? part[i] : (char *)"";
    t->field = field;
    t->place.line++;
    if (strcmp(field[0], "document") == 0)
        tell_document(t);
    t->place.path = g_array_index(t->document, Document, here(t).i).path;
    if (strcmp(field[0], "record") == 0)
        tell_record(t, false);
    else if (strcmp(field[0], "table-record") == 0)
        tell_record(t, true);
    else if (strcmp(field[0], "sentence") == 0)
        tell_sentence(t);
    else if (strcmp(field[0], "mention") == 0)
        tell_mention(t, false);
    else if (strcmp(field[0], "speaker") == 0)
        tell_mention(t, true);
    else if (strcmp(field[0], "event") == 0)
        tell_event(t);
    else if (strcmp(field[0], "took") == 0)
        tell_participation(t);
    else if (strcmp(field[0], "is") == 0)
        tell_affiliation(t);
    else
        g_assert_cmpstr(field[0], ==, "document");
}

#define PUBLISH(array, rows, count, Type)                                                                              \
    (t.corpus->count = t.array->len, t.corpus->rows = (Type *)(void *)g_array_free(t.array, false))

Corpus *told_corpus(const char *const *lines)
{
    Teller t = {.corpus = g_new0(Corpus, 1), .place = {NULL, 0, 1}};
    GArray **array[] = {&t.document, &t.passage, &t.mention,        &t.mention_ref,   &t.ref,      &t.record,
                        &t.variant,  &t.event,   &t.event_document, &t.participation, &t.evidence, &t.affiliation};
    const size_t size[] = {sizeof(Document),   sizeof(Passage),       sizeof(Mention),      sizeof(RefId),
                           sizeof(Ref),        sizeof(Record),        sizeof(const char *), sizeof(Event),
                           sizeof(DocumentId), sizeof(Participation), sizeof(MentionId),    sizeof(Affiliation)};
    for (size_t i = 0; i < G_N_ELEMENTS(array); i++)
        *array[i] = g_array_new(true, false, (guint)size[i]);
    t.corpus->pool = pool_new();
    t.corpus->unit = (Unit){UNIT_EVENT, 0};
    for (; *lines; lines++)
        tell(&t, *lines);
    PUBLISH(document, document, n_documents, Document);
    PUBLISH(passage, passage, n_passages, Passage);
    PUBLISH(mention, mention, n_mentions, Mention);
    PUBLISH(mention_ref, mention_ref, n_mention_refs, RefId);
    PUBLISH(ref, ref, n_refs, Ref);
    PUBLISH(record, record, n_records, Record);
    PUBLISH(variant, variant, n_variants, const char *);
    PUBLISH(event, event, n_events, Event);
    PUBLISH(event_document, event_document, n_event_documents, DocumentId);
    PUBLISH(participation, participation, n_participations, Participation);
    PUBLISH(evidence, evidence, n_evidence, MentionId);
    PUBLISH(affiliation, affiliation, n_affiliations, Affiliation);
    return t.corpus;
}

Told *told_new(const char *const *lines)
{
    Told *told = g_new0(Told, 1);
    GError *error = NULL;
    told->corpus = told_corpus(lines);
    told->diagnostics = diagnostics_new();
    told->cast = cast_resolve(told->corpus, NULL, 0, told->diagnostics, &error);
    g_assert_no_error(error);
    told->hierarchy = hierarchy_new(told->corpus, told->cast, told->diagnostics);
    selection_init(&told->selection);
    return told;
}

void told_free(Told *told)
{
    if (!told)
        return;
    incidence_free(told->incidence);
    hierarchy_free(told->hierarchy);
    cast_free(told->cast);
    corpus_free(told->corpus);
    diagnostics_free(told->diagnostics);
    g_free(told);
}

Incidence *told_select(Told *told)
{
    GError *error = NULL;
    incidence_free(told->incidence);
    told->incidence =
        incidence_build(told->corpus, told->cast, told->hierarchy, &told->selection, told->diagnostics, &error);
    g_assert_no_error(error);
    return told->incidence;
}

ActorId told_actor(const Told *told, const char *id)
{
    for (uint32_t i = 0; i < told->cast->n_actors; i++)
        if (strcmp(told->cast->actor[i].id, id) == 0)
            return actor_id_of(i);
    g_error("no actor %s", id);
}

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *told_cells(const Told *told)
{
    const Incidence *inc = told->incidence;
    GString *out = g_string_new(NULL);
    for (uint32_t c = 0; c < inc->n_events; c++) {
        g_autoptr(GPtrArray) id = g_ptr_array_new();
        for (uint32_t cell = inc->event_first[c]; cell < inc->event_first[c + 1]; cell++)
            g_ptr_array_add(id, (char *)told->cast->actor[inc->actor[inc->cell_actor[cell]].i].id);
        g_ptr_array_sort(id, by_text);
        g_string_append_printf(out, "%s%s:", c ? " | " : "", told->corpus->event[inc->event[c].i].id);
        for (guint i = 0; i < id->len; i++)
            g_string_append_printf(out, " %s", (const char *)id->pdata[i]);
    }
    return g_string_free(out, false);
}
