/* taking_part.c - who took part in which event, in what role: each claim once, with all that shows it. */
#include "taking_part.h"
#include <string.h>

enum { RELATIVE_REACH = 25 };

static Certainty weaker(Certainty a, Certainty b) { return MIN(a, b); }

bool meeting_has(const Meeting *m, uint32_t event, uint32_t actor, const char *role)
{
    const GArray *all = m->r->draft->participation;
    for (uint32_t k = g_array_index(m->chain, uint32_t, actor); k; k = g_array_index(m->next, uint32_t, k - 1)) {
        const DraftParticipation *p = &g_array_index(all, DraftParticipation, k - 1);
        if (p->event == event && (!role || strcmp(p->role, role) == 0))
            return true;
    }
    return false;
}

static void add_evidence(Meeting *m, uint32_t participation, const Span *s)
{
    GArray *marks = g_array_index(m->evidence, GArray *, participation);
    for (guint i = 0; i < marks->len; i++) {
        if (g_array_index(marks, uint32_t, i) == s->mark)
            return;
    }
    if (s->mark != ID_NONE)
        g_array_append_val(marks, s->mark);
}

void meeting_add(Meeting *m, const Claim *claim, uint32_t actor, const Span *s)
{
    GArray *all = m->r->draft->participation;
    for (uint32_t k = g_array_index(m->chain, uint32_t, actor); k; k = g_array_index(m->next, uint32_t, k - 1)) {
        DraftParticipation *p = &g_array_index(all, DraftParticipation, k - 1);
        if (p->event != claim->event || strcmp(p->role, claim->role) != 0)
            continue;
        if (claim->cert > p->cert) { /* said again, and more clearly */
            p->cert = claim->cert;
            p->rule = claim->rule;
            p->status = claim->status;
        }
        p->flags |= claim->flags;
        if (s)
            add_evidence(m, k - 1, s);
        return;
    }
    DraftParticipation p = {.event = claim->event,
                            .actor = actor,
                            .role = claim->role,
                            .status = claim->status,
                            .flags = claim->flags,
                            .cert = claim->cert,
                            .rule = claim->rule};
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    uint32_t *last = &g_array_index(m->chain, uint32_t, actor);
    g_array_append_val(all, p);
    m->told[claim->event] = true;
    g_array_append_val(m->next, *last);
    g_array_append_val(m->evidence, marks);
    *last = all->len;
    if (s)
        add_evidence(m, all->len - 1, s);
}

static bool is_bloc_of(const Span *s, const char *rule) { return s->kind == MARK_BLOC && strcmp(s->rule, rule) == 0; }

/* "ASEAN experts", "EU and Peruvian officials", "experts from ASEAN": some of its members, nobody says which. */
static bool sends_some(const Meeting *m, const Span *s)
{
    if (s->kind != MARK_BLOC || strcmp(s->class, "grp") == 0)
        return false;
    for (uint32_t i = s->end; i < m->c.s.end && i < s->end + 6; i++) {
        if (!m->c.at[i] && reading_kinds(m->r, i) & WORD_DELEGATE)
            return true;
        if (clause_is_verb(&m->c, i) || reading_kinds(m->r, i) & WORD_PREPOSITION)
            break;
    }
    for (uint32_t i = s->first; i-- > m->c.s.first && i + 4 > s->first;) {
        if (!m->c.at[i] && reading_is(m->r, i, "from"))
            return true;
    }
    return false;
}

/* One span of a list takes part. */
void meeting_claim(Meeting *m, Claim claim, uint32_t row)
{
    const Span *s = reading_span(m->r, row);
    claim.cert = weaker(claim.cert, s->cert == CERT_LOW ? CERT_LOW : CERT_HIGH);
    if (is_bloc_of(s, "bloc-all"))
        claim.flags |= PART_BLOC_EXPAND;
    else if (sends_some(m, s) || is_bloc_of(s, "bloc-some") || is_bloc_of(s, "bloc-members")) {
        claim.flags |= PART_BLOC_PARTIAL;
        draft_event(m->r->draft, claim.event)->open = true;
    }
    if (s->targets.n > 1)
        claim.cert = weaker(claim.cert, CERT_MEDIUM);
    for (uint32_t i = 0; i < s->targets.n; i++)
        meeting_add(m, &claim, draft_target(m->r->draft, s->targets.first + i), s);
    const Chunk *acronym = reading_is(m->r, s->end, "(") ? clause_over(&m->c, s->end + 1) : NULL;
    const Span *short_form = acronym ? clause_span(&m->c, acronym) : NULL;
    if (short_form && s->targets.n == 1 && short_form->kind != MARK_EVENT &&
        reading_actor(m->r, short_form) == reading_actor(m->r, s))
        meeting_add(m, &claim, reading_actor(m->r, s), short_form);
}

void meeting_claim_list(Meeting *m, Claim claim)
{
    if (claim.event == ID_NONE || draft_event(m->r->draft, claim.event)->status == EVENT_SIDEBAR)
        return;
    for (guint i = 0; i < m->list->len; i++)
        meeting_claim(m, claim, g_array_index(m->list, uint32_t, i));
}

void meeting_list_officials(Meeting *m)
{
    guint kept = 0;
    for (guint i = 0; i < m->list->len; i++) {
        uint32_t row = g_array_index(m->list, uint32_t, i);
        if (reading_span(m->r, row)->kind == MARK_OFFICIAL)
            g_array_index(m->list, uint32_t, kept++) = row;
    }
    g_array_set_size(m->list, kept);
}

uint32_t meeting_list_distinct(const Meeting *m)
{
    uint32_t n = 0;
    for (guint i = 0; i < m->list->len; i++) {
        bool seen = false;
        const Span *s = reading_span(m->r, g_array_index(m->list, uint32_t, i));
        for (guint k = 0; k < i && !seen; k++)
            seen =
                reading_actor(m->r, reading_span(m->r, g_array_index(m->list, uint32_t, k))) == reading_actor(m->r, s);
        n += !seen;
    }
    return n;
}

/* --- which event -------------------------------------------------------------------------------------------------- */

const char *meeting_type(const Meeting *m, uint32_t event) { return draft_event(m->r->draft, event)->type; }

/* The object of the verb that ends at `from`: the first event behind it, before another verb. */
uint32_t meeting_object(const Meeting *m, uint32_t from)
{
    for (uint32_t i = from; i < m->c.s.end && i < from + 22; i++) {
        const Span *s = clause_event(&m->c, i);
        if (s && strcmp(s->class, "trg") != 0 && !event_is_occasion(m->r, s))
            return reading_event(m->r, s);
        if (clause_is_verb(&m->c, i) ||
            (!m->c.at[i] && reading_is_one(m->r, i, (const char *const[]){";", "that", "which", "while", NULL})))
            return ID_NONE;
        if (m->c.at[i])
            i = clause_over(&m->c, i)->end - 1;
    }
    return ID_NONE;
}

uint32_t meeting_before(const Meeting *m, uint32_t v, uint32_t reach)
{
    for (uint32_t i = v; i-- > m->c.s.first && i + reach > v;) {
        const Span *s = clause_event(&m->c, i);
        if (s && strcmp(s->class, "trg") != 0)
            return reading_event(m->r, s);
    }
    return ID_NONE;
}

uint32_t meeting_in_sentence(const Meeting *m)
{
    uint32_t found = ID_NONE;
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Span *s = clause_span(&m->c, clause_chunk(&m->c, i));
        uint32_t event = strcmp(s->class ? s->class : "", "trg") == 0 ? ID_NONE : reading_event(m->r, s);
        if (event != ID_NONE && found == ID_NONE && !event_is_occasion(m->r, s))
            found = event;
    }
    return found;
}

/* The event spoken of before this sentence: in its paragraph or the one above, else the text's own. */
uint32_t meeting_of_context(const Meeting *m)
{
    uint32_t block = reading_block(m->r, m->c.s.first);
    return m->recent != ID_NONE && m->recent_block + 1 >= block ? m->recent : m->main;
}

/* "the forum, which A organised", "the training that A put on": the event before the pronoun. */
uint32_t meeting_of_relative(const Meeting *m, uint32_t v)
{
    for (uint32_t i = v; i-- > m->c.s.first + 1 && i + RELATIVE_REACH > v;) {
        if (m->c.at[i] || !reading_is_one(m->r, i, (const char *const[]){"which", "that", "where", NULL}))
            continue;
        uint32_t k = i - 1, own = i + 1;
        while (own < v && !m->c.at[own] && reading_kinds(m->r, own) & WORD_FUNCTION && !reading_is(m->r, own, "both"))
            own++;
        if (own == v)
            return ID_NONE; /* "the forum, which was held": its subject */
        while (k > m->c.s.first && !m->c.at[k] && reading_is_one(m->r, k, (const char *const[]){",", "in", "at", NULL}))
            k--;
        const Span *s = clause_event(&m->c, k);
        return s && strcmp(s->class, "trg") != 0 ? reading_event(m->r, s) : ID_NONE;
    }
    return ID_NONE;
}

uint32_t meeting_here(const Meeting *m, uint32_t reach)
{
    uint32_t event = meeting_in_sentence(m);
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Span *s = clause_span(&m->c, clause_chunk(&m->c, i));
        uint32_t other = strcmp(s->class ? s->class : "", "trg") == 0 ? ID_NONE : reading_event(m->r, s);
        if (other != ID_NONE && other != event && !event_is_occasion(m->r, s))
            return ID_NONE;
    }
    if (event != ID_NONE && (draft_event(m->r->draft, event)->status != EVENT_SCHEDULED || m->recent == ID_NONE))
        return event;
    bool near = m->recent != ID_NONE &&
                (m->recent_block + reach >= reading_block(m->r, m->c.s.first) || (m->lone == m->recent && reach > 1));
    return near && m->latest == m->recent ? m->recent : ID_NONE;
}

uint32_t meeting_ahead(const Meeting *m)
{
    const Reading *r = m->r;
    uint32_t block = reading_block(r, m->c.s.first);
    uint32_t from = reading_before(r, m->c.s.end), end = MIN(r->order->len, from + READING_LOOK_BACK);
    for (uint32_t i = from; i < end; i++) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        if (s->first < r->n && reading_block(r, s->first) != block)
            return ID_NONE;
        uint32_t event = s->kind == MARK_EVENT && strcmp(s->class, "trg") != 0 ? reading_event(r, s) : ID_NONE;
        if (event != ID_NONE)
            return event == m->main && meeting_is_gathering(m, event) ? event : ID_NONE;
    }
    return ID_NONE;
}

bool meeting_is_gathering(const Meeting *m, uint32_t event)
{
    static const char *const no[] = {"agreement", "observance", "umbrella", NULL};
    for (unsigned i = 0; no[i]; i++) {
        if (strcmp(meeting_type(m, event), no[i]) == 0)
            return false;
    }
    return true;
}

bool meeting_is_plain(const char *type)
{
    return strcmp(type, "meeting") == 0 || strcmp(type, "bilateral-meeting") == 0;
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static void read_sentence(Meeting *m)
{
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        Verb v;
        const Span *trigger = clause_event(&m->c, i);
        bool verb;
        if (trigger && strcmp(trigger->class, "trg") == 0) { /* its own word is covered */
            uint32_t unit = m->c.at[i];
            m->c.at[i] = 0;
            verb = clause_verb(&m->c, i, &v);
            m->c.at[i] = unit;
        } else {
            verb = clause_verb(&m->c, i, &v);
        }
        if (verb) {
            meeting_read_verb(m, &v);
            i = v.end - 1;
        } else if (!m->c.at[i] && reading_kinds(m->r, i) & WORD_SAY &&
                   !(reading_kinds(m->r, i) & (WORD_MEMBER_NOUN | WORD_SIDE_NOUN))) {
            meeting_read_quoted(m, i);
        }
    }
    meeting_read_nouns(m);
    meeting_read_presence(m);
    meeting_read_offices(m);
    meeting_read_delegations(m);
    meeting_read_deeds(m);
    meeting_read_settings(m);
    meeting_read_story(m);
}

static void remember(Meeting *m)
{
    meeting_remember_people(m);
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Span *s = clause_span(&m->c, clause_chunk(&m->c, i));
        uint32_t event = s->kind == MARK_EVENT && !event_is_occasion(m->r, s) ? reading_event(m->r, s) : ID_NONE;
        if (event == ID_NONE || draft_event(m->r->draft, event)->status == EVENT_SIDEBAR ||
            (m->recent != ID_NONE && !meeting_is_gathering(m, event) && meeting_is_gathering(m, m->recent)))
            continue; /* who came, came to the talks, not to what they agreed on */
        const DraftEvent *e = draft_event(m->r->draft, event);
        event = e->status == EVENT_SUBEVENT && e->parent != ID_NONE ? e->parent : event; /* the opening of it is it */
        EventStatus status = draft_event(m->r->draft, event)->status;
        m->latest = event;
        if (status != EVENT_FOCAL && status != EVENT_RELATED)
            continue;
        m->recent = event;
        m->recent_block = reading_block(m->r, s->first);
    }
}

/* --- who is only named beside an event ---------------------------------------------------------------------------- */

static bool is_venue(const Meeting *m, const Chunk *u)
{
    uint32_t k = u->first;
    while (k > m->c.s.first && !m->c.at[k - 1] && reading_is(m->r, k - 1, "the"))
        k--;
    return k > m->c.s.first && !m->c.at[k - 1] &&
           reading_is_one(m->r, k - 1, (const char *const[]){"in", "at", "In", "At", "to", "across", NULL});
}

/* "LIMA (Quill Times/AP) - …": whoever tells it. */
static bool is_source(const Meeting *m, const Chunk *u)
{
    for (uint32_t i = u->end; i < m->c.s.end && i < m->c.s.first + 12; i++) {
        bool dash = reading_is_one(m->r, i, (const char *const[]){"-", "–", "—", NULL}) &&
                    !(reading_flags(m->r, i) & TOKEN_JOINED);
        if (!m->c.at[i] && dash && u->first < m->c.s.first + 8)
            return true;
    }
    return false;
}

static void mention_beside(Meeting *m)
{
    uint32_t event = meeting_in_sentence(m);
    EventStatus status = event == ID_NONE ? EVENT_SIDEBAR : draft_event(m->r->draft, event)->status;
    if (status != EVENT_FOCAL && status != EVENT_RELATED)
        return;
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Chunk *u = clause_chunk(&m->c, i);
        const Span *s = clause_span(&m->c, u);
        uint32_t actor = s->kind <= MARK_BLOC ? reading_actor(m->r, s) : ID_NONE;
        bool possessive = reading_flags(m->r, u->end) & TOKEN_POSSESSIVE || (s->class && strcmp(s->class, "dem") == 0);
        if (actor == ID_NONE || possessive || is_venue(m, u) || is_source(m, u) || meeting_has(m, event, actor, NULL))
            continue;
        Claim claim = {.event = event,
                       .role = "attendee",
                       .rule = "beside",
                       .cert = CERT_LOW,
                       .status = PART_STATED,
                       .flags = PART_COMENTION};
        meeting_add(m, &claim, actor, s);
    }
}

/* --- the whole text ----------------------------------------------------------------------------------------------- */

static void each_sentence(Meeting *m, void (*read)(Meeting *), bool remembers)
{
    clause_init(&m->c, m->r);
    for (uint32_t i = 0; i < reading_n_sentences(m->r); i++) {
        clause_read(&m->c, reading_sentence(m->r, i));
        if (!m->c.s.junk && remembers)
            meeting_read_list(m);
        if (m->c.s.junk || m->c.chunk->len == 0)
            continue;
        read(m);
        if (remembers)
            remember(m);
    }
    clause_clear(&m->c);
}

/* "met" names no event: its first parties do. */
static void name_by_parties(const Meeting *m)
{
    Draft *d = m->r->draft;
    g_autofree unsigned *n = g_new0(unsigned, d->event->len + 1);
    for (guint i = 0; i < d->participation->len; i++) {
        const DraftParticipation *p = draft_row(d->participation, DraftParticipation, i);
        DraftEvent *e = draft_event(d, p->event);
        if (strcmp(e->rule, "event-verb") != 0 || p->flags & PART_COMENTION || n[p->event] == 3)
            continue;
        const char *name = draft_actor(d, p->actor)->label;
        if (n[p->event] && strstr(e->label, name))
            continue; /* in another role */
        g_autofree char *both = n[p->event]++ ? g_strconcat(e->label, " – ", name, NULL) : g_strdup(name);
        e->label = pool_string(d->pool, both);
    }
}

/* Events of which nobody is said to have taken part are background, but for what the text is about. */
static void settle(Meeting *m)
{
    Draft *d = m->r->draft;
    g_autofree bool *has = g_new0(bool, d->event->len + 1);
    for (guint i = 0; i < d->participation->len; i++) {
        DraftParticipation *p = draft_row(d->participation, DraftParticipation, i);
        bool dated = !date_is_unknown(draft_event(d, p->event)->first);
        bool signs = strcmp(p->role, "signatory") == 0 && p->cert == CERT_HIGH && p->status == PART_STATED;
        DraftEvent *e = draft_event(d, p->event);
        if (signs && e->status == EVENT_BACKGROUND && date_is_unknown(e->first) && strcmp(e->rule, "event-noun") == 0)
            e->status = EVENT_RELATED; /* "the agreement" that was signed here */
        if (!(p->flags & PART_COMENTION) && (dated || strcmp(p->rule, "bloc-meeting") != 0))
            has[p->event] = true;
        const GArray *marks = g_array_index(m->evidence, GArray *, i);
        p->evidence = draft_add_targets(d, (const uint32_t *)(const void *)marks->data, marks->len);
    }
    for (uint32_t i = 0; i < d->event->len; i++) {
        DraftEvent *e = draft_event(d, i);
        if (e->status == EVENT_RELATED && !has[i])
            e->status = EVENT_BACKGROUND;
    }
    name_by_parties(m);
}

/* The only gathering of the text that is not over long since or still to come, or ID_NONE. */
static uint32_t only_gathering(const Meeting *m)
{
    const Draft *d = m->r->draft;
    uint32_t only = ID_NONE;
    for (uint32_t i = 0; i < d->event->len; i++) {
        EventStatus status = draft_event(d, i)->status;
        if ((status != EVENT_FOCAL && status != EVENT_RELATED) || !meeting_is_gathering(m, i))
            continue;
        if (only != ID_NONE)
            return ID_NONE;
        only = i;
    }
    return only;
}

void reading_participate(Reading *r)
{
    Draft *d = r->draft;
    if (d->event->len == 0)
        return;
    Meeting m = {.r = r, .main = ID_NONE, .recent = ID_NONE, .latest = ID_NONE, .he = ID_NONE};
    m.chain = g_array_new(FALSE, TRUE, sizeof(uint32_t));
    g_array_set_size(m.chain, d->actor->len + 1);
    g_autofree bool *told = g_new0(bool, d->event->len + 1);
    m.told = told;
    m.next = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    m.evidence = g_array_new(FALSE, FALSE, sizeof(GArray *));
    m.list = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    m.party = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    m.bloc = g_hash_table_new(g_str_hash, g_str_equal);
    for (uint32_t i = 0; i < d->actor->len; i++) {
        if (draft_actor(d, i)->type == ACTOR_BLOC || draft_actor(d, i)->type == ACTOR_COUNTRY)
            g_hash_table_insert(m.bloc, (void *)(uintptr_t)draft_actor(d, i)->id, GUINT_TO_POINTER(i + 1));
    }
    for (uint32_t i = d->event->len; i-- > 0;)
        m.main = draft_event(d, i)->status == EVENT_FOCAL ? i : m.main;
    m.lone = only_gathering(&m);
    each_sentence(&m, read_sentence, true);
    each_sentence(&m, mention_beside, false);
    settle(&m);
    for (guint i = 0; i < m.evidence->len; i++)
        g_array_unref(g_array_index(m.evidence, GArray *, i));
    g_array_unref(m.evidence);
    g_array_unref(m.chain);
    g_array_unref(m.next);
    g_array_unref(m.list);
    g_array_unref(m.party);
    g_hash_table_unref(m.bloc);
}
