/* tei_mention.c - names in running text: who is meant, and in which events the mention says they took part. */
#include "tei.h"
#include <string.h>

/* Kind and type of a name by its element and @type; false when it names no actor and no event. */
static bool classify(const Tei *t, TeiElement element, MentionKind *kind, ActorType *type)
{
    XmlText text = xml_attribute(t->xml, TEI_A_TYPE);
    char word[16] = "";
    if (text.n < sizeof word)
        memcpy(word, text.s ? text.s : "", text.n);
    bool typed = actor_type_by_name(word, type), event = g_ascii_strcasecmp(word, "event") == 0;
    bool pointed = xml_attribute(t->xml, TEI_A_REF).n || xml_attribute(t->xml, TEI_A_KEY).n;
    static const struct {
        TeiElement element;
        ActorType type;
    } own[] = {{TEI_PERS_NAME, ACTOR_OFFICIAL},
               {TEI_ORG_NAME, ACTOR_AGENCY},
               {TEI_COUNTRY, ACTOR_COUNTRY},
               {TEI_BLOC, ACTOR_BLOC}};
    *kind = event || element == TEI_EVENT_NAME ? MENTION_EVENT : MENTION_ACTOR;
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++) {
        if (own[i].element == element && !typed)
            *type = own[i].type;
        if (own[i].element == element)
            return true;
    }
    if (*kind == MENTION_EVENT || (element != TEI_PLACE_NAME && element != TEI_SEG && text.n == 0 && pointed)) {
        *type = ACTOR_UNKNOWN;
        return true;
    }
    return typed;
}

/* In the header a name is a mention when it says so: those of editors and authors are bibliography. */
static bool wanted_in_header(const Tei *t)
{
    if (xml_attribute(t->xml, TEI_A_CORRESP).n)
        return true;
    return !t->file_desc && (xml_attribute(t->xml, TEI_A_REF).n || xml_attribute(t->xml, TEI_A_KEY).n);
}

static Slice read_targets(Tei *t)
{
    static const TeiAttribute pointer[] = {TEI_A_REF, TEI_A_KEY, TEI_A_WHO};
    Slice slice = {0, 0};
    for (size_t i = 0; i < G_N_ELEMENTS(pointer) && slice.n == 0; i++) {
        XmlText value = xml_attribute(t->xml, pointer[i]);
        if (value.n)
            slice = builder_add_targets(t->builder, t->document, value.s, value.n);
    }
    return slice;
}

static void add_role(Tei *t, const char *s, size_t n)
{
    g_ptr_array_add(t->role, (void *)pool_intern(t->builder->pool, s, n));
}

static void read_roles(Tei *t)
{
    XmlText roles = xml_attribute(t->xml, TEI_A_ROLE);
    for (size_t from = 0, to; from < roles.n; from = to + 1) {
        for (to = from; to < roles.n && !g_ascii_isspace(roles.s[to]);)
            to++;
        if (to > from)
            add_role(t, roles.s + from, to - from);
    }
}

/* The short form: @corresp names events, @role what the actor was there. */
static void read_form(Tei *t, const Mention *m, OpenMention *open)
{
    XmlText events = xml_attribute(t->xml, TEI_A_CORRESP);
    open->first_role = t->role->len;
    if (!events.n)
        return;
    open->event = builder_add_targets(t->builder, t->document, events.s, events.n);
    open->is_form = open->event.n > 0 && tei_may_pair(t, open->event.n, m->refs.n);
    open->cert = tei_cert(t);
    open->flags = PART_SHORT_FORM | tei_ana_flags(t);
    read_roles(t);
    guint n_roles = t->role->len - open->first_role;
    if (n_roles > 1 && n_roles != open->event.n)
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_ROLE_COUNT, xml_place(t->xml), NULL,
                        "%u roles for %u events; those without a role of their own count as attendee", n_roles,
                        open->event.n);
}

static Mention new_mention(Tei *t, MentionKind kind, ActorType type)
{
    PassageId none = passage_id_none();
    return (Mention){.kind = kind,
                     .type = type,
                     .in_zone = t->zone > 0,
                     .document = t->document,
                     .place = xml_place(t->xml),
                     .passage = {none, none, none, none}};
}

bool tei_start_mention(Tei *t, TeiElement element)
{
    MentionKind kind;
    ActorType type;
    if (element != TEI_NAME && element != TEI_RS && element != TEI_SEG &&
        (element < TEI_PERS_NAME || element > TEI_PLACE_NAME))
        return false;
    if (!classify(t, element, &kind, &type) || (t->part == PART_HEADER && !wanted_in_header(t)))
        return false;
    bool repeated;
    Mention m = new_mention(t, kind, type);
    const char *id = tei_id(t, &repeated);
    m.id = repeated ? NULL : id;
    if (tei_in_text(t)) {
        m.passage[PASSAGE_PARAGRAPH] = tei_paragraph(t);
        m.passage[PASSAGE_SPEECH] = tei_speech_passage(t);
        m.passage[PASSAGE_SCENE] = tei_scene(t, false);
    }
    OpenMention open = {.row = mention_id_of(t->builder->mention->len)};
    if (kind == MENTION_ACTOR) {
        m.refs = read_targets(t);
        read_form(t, &m, &open);
    }
    if (t->kept) {
        open.resp = tei_string(t, TEI_A_RESP);
        open.subtype = tei_string(t, TEI_A_SUBTYPE);
        open.cert = open.event.n ? open.cert : tei_cert(t);
        open.from = kept_text_begin(t->kept);
        XmlText ref = xml_attribute(t->xml, TEI_A_REF);
        if (ref.n && m.refs.n == 0)
            open.named = builder_target(t->builder, t->document, ref.s, ref.n).text;
    }
    g_array_append_val(t->builder->mention, m);
    g_array_append_val(t->mention, open);
    prose_begin_mention(&t->prose, open.row);
    tei_frame(t)->undo |= UNDO_MENTION;
    return true;
}

/* A name without pointer is to be found by its words. */
static void point_by_name(Tei *t, Mention *m)
{
    Target target = {REF_NAME, m->text, NULL};
    m->refs = (Slice){t->builder->target->len, *m->text != '\0'};
    if (m->refs.n)
        g_array_append_val(t->builder->target, target);
}

static void add_participations(Tei *t, const OpenMention *open, const Mention *m)
{
    Builder *b = t->builder;
    guint n_roles = t->role->len - open->first_role;
    for (uint32_t e = 0; e < open->event.n; e++) {
        guint role = n_roles == 1 ? 0 : e;
        ParticipationDraft draft = {.row = {.role = role < n_roles ? g_ptr_array_index(t->role, open->first_role + role)
                                                                   : pool_string(b->pool, "attendee"),
                                            .status = PART_STATED,
                                            .cert = open->cert,
                                            .flags = open->flags,
                                            .document = t->document,
                                            .place = m->place},
                                    .draft = event_id_none(),
                                    .event = g_array_index(b->target, Target, open->event.first + e),
                                    .scope = t->document,
                                    .hint = m->type,
                                    .mention = open->row};
        for (uint32_t a = 0; a < m->refs.n; a++) {
            draft.actor = g_array_index(b->target, Target, m->refs.first + a);
            g_array_append_val(b->participation, draft);
        }
    }
}

void tei_end_mention(Tei *t)
{
    OpenMention open = g_array_index(t->mention, OpenMention, t->mention->len - 1);
    g_array_set_size(t->mention, t->mention->len - 1);
    prose_end_mention(&t->prose, open.row);
    Mention *m = builder_mention(t->builder, open.row);
    if (m->kind == MENTION_ACTOR && m->refs.n == 0)
        point_by_name(t, m);
    if (open.is_form)
        add_participations(t, &open, m);
    if (t->kept) {
        uint32_t to = kept_text_end(t->kept, &open.from);
        builder_set_marking(t->builder, open.row,
                            (Marking){open.from, to, open.cert, open.resp, open.subtype, open.named});
    }
    g_ptr_array_set_size(t->role, (int)open.first_role);
    if (t->part == PART_HEADER && t->mention->len == 0)
        prose_drop(&t->prose); /* a name of the header stands in no sentence */
}

void tei_start_speech(Tei *t, TeiElement element)
{
    t->speech = (OpenPassage){.open = true, .place = xml_place(t->xml), .passage = passage_id_none()};
    tei_frame(t)->undo |= UNDO_SPEECH;
    if (t->part != PART_BODY) {
        if (element == TEI_SP && !t->sp_reported)
            diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_SP_OUTSIDE_BODY, t->speech.place, NULL,
                            "a speech outside the body");
        t->sp_reported = t->sp_reported || element == TEI_SP;
        return;
    }
    PassageId scene = tei_scene(t, true);
    XmlText who = xml_attribute(t->xml, TEI_A_WHO);
    if (!who.n)
        return;
    Slice speakers = builder_add_targets(t->builder, t->document, who.s, who.n);
    for (uint32_t i = 0; i < speakers.n; i++) {
        Mention m = new_mention(t, MENTION_SPEAKER, ACTOR_OFFICIAL);
        m.refs = (Slice){speakers.first + i, 1};
        m.passage[PASSAGE_SCENE] = scene;
        m.passage[PASSAGE_SPEECH] = tei_speech_passage(t);
        m.word = t->prose.n_words;
        m.text = g_array_index(t->builder->target, Target, m.refs.first).text;
        g_array_append_val(t->builder->mention, m);
    }
}
