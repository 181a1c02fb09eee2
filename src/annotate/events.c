/* events.c - which mentions are one event of a text; its name, date, place and series. */
#include "events.h"
#include "utf8.h"
#include <string.h>

enum { LOOK_BACK = 64, ALIKE = 3, THERE = 12, TITLE_LINES = 3 };

/* What an event's mentions told of it so far. */
typedef struct Told {
    uint32_t named;        /* row of its fullest name, or ID_NONE */
    uint32_t last;         /* row of its last mention */
    uint32_t block, first; /* of its first mention, and its first token */
    unsigned edition;      /* 5 of "5th", or 0 */
    unsigned year;         /* of its name, or 0 */
    bool former;           /* last year's */
    bool occasion;         /* something else took place on its sidelines */
    bool untyped;          /* its name does not say what it is */
    bool planned, general; /* general: "the agreement" without a word of it before */
} Told;

typedef struct Linker {
    Reading *r;
    Clause c;
    GArray *told;    /* Told, by row of draft->event */
    uint32_t main;   /* the event the text is about, or ID_NONE */
    uint32_t recent; /* the event mentioned last */
} Linker;

static Told *told_of(const Linker *l, uint32_t event) { return &g_array_index(l->told, Told, event); }

static const char *type_of(const Linker *l, uint32_t event) { return draft_event(l->r->draft, event)->type; }

static bool numbers_agree(const Told *t, unsigned edition, unsigned year)
{
    return !(t->edition && edition && t->edition != edition) && !(t->year && year && t->year != year);
}

static uint32_t find_named(const Linker *l, const Span *s, unsigned edition, unsigned year)
{
    for (uint32_t n = l->told->len, low = n > LOOK_BACK ? n - LOOK_BACK : 0; n-- > low;) {
        const Told *t = told_of(l, n);
        if (t->named == ID_NONE || !numbers_agree(t, edition, year) || !event_types_agree(type_of(l, n), s->value))
            continue;
        if (event_names_agree(l->r, s, reading_span(l->r, t->named)))
            return n;
    }
    return ID_NONE;
}

/* "On the final day they held a drill": a part of what lasts several days. */
static bool is_within_days(const Linker *l, const Span *s)
{
    static const char *const which[] = {"first", "second",  "third",   "fourth", "final",
                                        "last",  "opening", "closing", NULL};
    const Reading *r = l->r;
    for (uint32_t i = s->first, n = 0; i-- > 0 && n < 25 && !(reading_flags(r, i + 1) & TOKEN_SENTENCE); n++) {
        if (reading_is(r, i, "day") && i > 0 && reading_is_one(r, i - 1, which))
            return true;
    }
    return false;
}

/* "Quill Light 2024, the largest [exercise]": another word for the event named right before it, or ID_NONE. */
static uint32_t find_apposition(const Linker *l, const Span *s)
{
    const Reading *r = l->r;
    uint32_t i = s->first;
    static const char *const article[] = {"the", "a", "an", "largest", "biggest", "first", NULL};
    while (i > 0 && reading_is_one(r, i - 1, article))
        i--;
    const Span *before = i > 1 && i < s->first && reading_is(r, i - 1, ",") ? reading_over(r, i - 2) : NULL;
    uint32_t event =
        before && before->kind == MARK_EVENT && strcmp(before->class, "nam") == 0 ? reading_event(r, before) : ID_NONE;
    return event != ID_NONE && (told_of(l, event)->untyped || event_types_agree(type_of(l, event), s->value)) ? event
                                                                                                              : ID_NONE;
}

/* The event a noun means: the last whose name has this head; else of this type; "the event": what the text is about. */
static uint32_t find_noun(const Linker *l, const Span *s, unsigned edition, unsigned year)
{
    const Reading *r = l->r;
    uint32_t same_type = ID_NONE, alike = ID_NONE, head = event_head(r, s);
    bool any = !*s->value;
    if (any)
        return l->recent != ID_NONE && told_of(l, l->recent)->block + 2 > reading_block(r, s->first) ? l->recent
                                                                                                     : l->main;
    for (uint32_t n = l->told->len, low = n > LOOK_BACK ? n - LOOK_BACK : 0; n-- > low;) {
        const Told *t = told_of(l, n);
        const Span *last = reading_span(r, t->named != ID_NONE ? t->named : t->last);
        if (!numbers_agree(t, edition, year) || !(t->untyped || event_types_agree(type_of(l, n), s->value)) ||
            t->general != (strcmp(s->rule, "event-noun") == 0 && t->general))
            continue;
        if (strcmp(last->class, "trg") != 0 && event_same_word(r, event_head(r, last), head))
            return n;
        bool met = strcmp(last->class, "trg") == 0 && strcmp(s->value, "meeting") == 0;
        if (same_type == ID_NONE && (strcmp(type_of(l, n), s->value) == 0 || t->untyped || met))
            same_type = n;
        bool near = n == l->main || (alike == ID_NONE && t->block + ALIKE >= reading_block(r, s->first));
        if (near && !t->occasion && strcmp(s->value, "meeting") == 0)
            alike = n; /* "the talks" of a dialogue */
    }
    bool bare = s->end - s->first == 1, part = event_is_part(r, head);
    if (part || !(bare || reading_is(r, s->first - (s->first > 0), "the")))
        return ID_NONE;
    return same_type != ID_NONE ? same_type : bare ? alike : ID_NONE;
}

/* A headline that the text does not set off: lines without a full stop above the first sentence. */
static bool is_title_line(const Linker *l, const Told *t)
{
    const Reading *r = l->r;
    if (t->block > TITLE_LINES || reading_block(r, reading_span(r, t->last)->first) != t->block)
        return false;
    for (uint32_t i = 1; i < r->n && reading_block(r, i - 1) <= t->block; i++) {
        bool ends = reading_block(r, i) != reading_block(r, i - 1);
        if (ends && reading_is_one(r, i - 1, (const char *const[]){".", "?", "!", ":", ";", NULL}))
            return false;
    }
    return true;
}

static bool in_head(const Linker *l, const Told *t)
{
    BlockKind kind = reading_block_kind(l->r, t->first);
    return kind == BLOCK_HEAD || kind == BLOCK_CAPTION || t->block == 0 || is_title_line(l, t);
}

/* "a workshop" is a new one, unless it is the headline's. */
static uint32_t find_new(const Linker *l, const Span *s, unsigned edition, unsigned year)
{
    const Reading *r = l->r;
    uint32_t block = reading_block(r, s->first);
    BlockKind kind = reading_block_kind(r, s->first);
    bool repeats = kind == BLOCK_HEAD || kind == BLOCK_CAPTION, named = strcmp(s->class, "nam") == 0;
    for (uint32_t n = l->told->len, low = n > LOOK_BACK ? n - LOOK_BACK : 0; n-- > low;) {
        const Told *t = told_of(l, n);
        const Span *last = reading_span(r, t->named != ID_NONE ? t->named : t->last);
        if (!numbers_agree(t, edition, year) || strcmp(last->class, "trg") == 0)
            continue;
        uint32_t last_block = reading_block(r, reading_span(r, t->last)->first);
        bool plain = n == l->main && t->named == ID_NONE && strcmp(type_of(l, n), "meeting") == 0 && !t->general &&
                     block <= t->block + 1;
        if (named && plain && *s->value)
            return n; /* "a meeting", then its name */
        if (named && (t->named != ID_NONE || last_block != t->block || !in_head(l, t) || block > t->block + 2))
            continue; /* a name is a new event, unless the headline alone spoke of it */
        bool near = (in_head(l, t) && t->block < block) || repeats || block == t->block;
        if (near && event_same_word(r, event_head(r, last), event_head(r, s)) &&
            event_types_agree(type_of(l, n), s->value))
            return n;
        if (near && in_head(l, t) && *s->value && strcmp(type_of(l, n), s->value) == 0)
            return n;
    }
    return ID_NONE;
}

/* A verb in the paragraph of another whose parties share a country is the same meeting. */
static uint32_t find_verb(const Linker *l, const Span *s)
{
    uint32_t block = reading_block(l->r, s->first);
    if (l->recent == ID_NONE)
        return ID_NONE;
    const Told *t = told_of(l, l->recent);
    const Span *last = reading_span(l->r, t->last);
    uint32_t where = reading_block(l->r, last->first);
    bool there = event_verb_is_bare(l->r, s->end);
    for (uint32_t i = s->end; i < l->r->n && i < s->end + THERE && !(reading_flags(l->r, i) & TOKEN_SENTENCE); i++)
        there |= reading_is(l->r, i, "there");
    bool meets = reading_is_one(l->r, s->first, (const char *const[]){"met", "meet", "meets", "gathered", NULL}) &&
                 strcmp(type_of(l, l->recent), "agreement") != 0;
    if (there && meets && where + 1 >= block)
        return l->recent; /* "A and B met on Monday" behind the talks that are named */
    return strcmp(last->class, "trg") == 0 && where == block ? l->recent : ID_NONE;
}

static const char *series_of(const Linker *l, const Span *s)
{
    const Reading *r = l->r;
    g_autoptr(GString) name = g_string_new("");
    uint32_t word[EVENT_WORDS];
    unsigned n = event_words(r, s, word);
    for (unsigned i = 0; i < n; i++) {
        g_autofree char *key = utf8_key(reading_text(r, word[i], word[i] + 1));
        bool part = strcmp(key, "edition") == 0 || strcmp(key, "session") == 0;
        for (char *p = key; *p; p++)
            *p = g_ascii_isalnum(*p) || (unsigned char)*p >= 0x80 ? *p : '-';
        if (!part)
            g_string_append_printf(name, "%s%s", name->len ? "-" : "", key);
    }
    return pool_string(r->draft->pool, name->str);
}

static uint32_t add_event(Linker *l, Span *s, uint32_t row, unsigned edition, unsigned year)
{
    Reading *r = l->r;
    bool junk = block_is_junk(reading_block_kind(r, s->first));
    const LexiconEntry *noun = lexicon_word_entry(r->lexicon, r->token[event_head(r, s)].word, WORD_EVENT);
    const char *type = *s->value ? s->value : noun && strcmp(noun->value, "other") != 0 ? noun->value : "conference";
    DraftEvent e = {.label = reading_text(r, s->first, s->end),
                    .type = type,
                    .status = junk ? EVENT_SIDEBAR : EVENT_RELATED,
                    .first = DATE_UNKNOWN,
                    .last = DATE_UNKNOWN,
                    .parent = ID_NONE,
                    .cert = s->cert,
                    .rule = s->rule};
    if (strcmp(s->class, "nam") == 0 && edition)
        e.series = series_of(l, s);
    Told t = {.named = strcmp(s->class, "nam") == 0 ? row : ID_NONE,
              .last = row,
              .edition = edition,
              .year = year,
              .block = reading_block(r, s->first),
              .first = s->first};
    t.untyped = !*s->value && !noun;
    bool part = event_is_part(r, event_head(r, s)) || is_within_days(l, s);
    if (!junk && l->recent != ID_NONE && strcmp(s->class, "nom") == 0 && part) {
        bool here = told_of(l, l->recent)->block == t.block || l->main == ID_NONE;
        uint32_t whole = here ? l->recent : l->main, parent = draft_event(r->draft, whole)->parent;
        e.parent = parent != ID_NONE ? parent : whole;
        e.status = EVENT_SUBEVENT;
    }
    t.general = strcmp(s->rule, "event-noun") == 0 && s->end - s->first == 1 && !reading_is(r, s->end, "between");
    g_array_append_val(r->draft->event, e);
    g_array_append_val(l->told, t);
    uint32_t event = r->draft->event->len - 1;
    if (l->main == ID_NONE && !junk && !event_is_occasion(r, s))
        l->main = event;
    return event;
}

static void means(Linker *l, uint32_t row, uint32_t event)
{
    Reading *r = l->r;
    Span *s = reading_span(r, row);
    s->targets = draft_add_targets(r->draft, &event, 1);
    Told *t = told_of(l, event);
    DraftEvent *e = draft_event(r->draft, event);
    t->last = row;
    unsigned edition = 0, year = 0;
    event_numbers(r, s, &edition, &year);
    t->edition = t->edition ? t->edition : edition;
    t->year = t->year ? t->year : year;
    if (t->untyped && *s->value) {
        e->type = s->value;
        t->untyped = false;
    }
    bool named = strcmp(s->class, "nam") == 0;
    const Span *best = t->named == ID_NONE ? NULL : reading_span(r, t->named);
    bool fuller = named && (!best || s->end - s->first > best->end - best->first);
    if (fuller) {
        t->named = row;
        e->label = reading_text(r, s->first, s->end);
        e->type = *s->value ? s->value : e->type;
        e->series = edition && !e->series ? series_of(l, s) : e->series;
    } else if (!best && s->class[0] == 'n' && strlen(e->label) < 12 && s->end - s->first > 2) {
        e->label = reading_text(r, s->first, s->end);
    }
    if (strcmp(s->class, "acr") == 0 && t->edition && g_ascii_isalpha(r->draft->text[r->token[s->first].from])) {
        g_autofree char *key = utf8_key(reading_text(r, s->first, s->first + 1));
        e->series = pool_string(r->draft->pool, key);
    }
    if (event_is_occasion(r, s))
        t->occasion = true;
    else if (!block_is_junk(reading_block_kind(r, s->first)))
        l->recent = event;
}

static const char *const former[] = {"previous", "last", "earlier", NULL};

/* "a similar exercise", "last year's edition", "the next meeting": not the one spoken of. future: one that will be. */
static bool is_another(const Reading *r, const Span *s, bool *future)
{
    static const char *const words[] = {"similar",  "another", "Another",  "next",
                                        "upcoming", "future",  "separate", NULL};
    static const char *const later[] = {"next", "upcoming", "future", "Next", NULL};
    uint32_t low = s->first, head = event_head(r, s);
    while (low > 0 && s->first - low < 3 && !(reading_flags(r, low) & TOKEN_SENTENCE) && !reading_over(r, low - 1))
        low--;
    for (uint32_t i = low; i < head; i++) {
        bool of_year = i + 2 < r->n &&
                       reading_is_one(r, i, (const char *const[]){"last", "Last", "next", "Next", NULL}) &&
                       reading_is(r, i + 1, "year") && reading_flags(r, i + 2) & TOKEN_POSSESSIVE;
        bool inside = i >= s->first && (reading_is_one(r, i, words) || reading_is(r, i, "previous"));
        if (!of_year && !inside)
            continue;
        if (future)
            *future = reading_is_one(r, i, later);
        return true;
    }
    return false;
}

static bool is_former(const Reading *r, const Span *s)
{
    for (uint32_t i = s->first > 2 ? s->first - 3 : 0; i < s->end; i++) {
        if (reading_is_one(r, i, former) || reading_is(r, i, "Last"))
            return true;
    }
    return false;
}

static void link_event(Linker *l, uint32_t row)
{
    Reading *r = l->r;
    Span *s = reading_span(r, row);
    unsigned edition = 0, year = 0;
    event_numbers(r, s, &edition, &year);
    uint32_t event = ID_NONE;
    if (s->targets.n)
        return;
    if (s->other != ID_NONE && s->other < r->span->len && reading_span(r, s->other)->kind == MARK_EVENT)
        event = reading_event(r, reading_span(r, s->other));
    else if (strcmp(s->class, "trg") == 0)
        event = find_verb(l, s);
    else if (strcmp(s->class, "nom") == 0 && is_another(r, s, NULL))
        ; /* "a similar exercise", "last year's edition" */
    else if (strcmp(s->class, "nom") != 0)
        event = find_named(l, s, edition, year);
    else if ((event = find_apposition(l, s)) != ID_NONE)
        ;
    else if (strcmp(s->rule, "event-noun") == 0)
        event = find_noun(l, s, edition, year);
    else
        event = find_new(l, s, edition, year);
    if (event == ID_NONE && strcmp(s->class, "nam") == 0 && !block_is_junk(reading_block_kind(r, s->first)))
        event = find_new(l, s, edition, year);
    bool future = false, another = is_another(r, s, &future);
    if (event == ID_NONE && !*s->value && strcmp(s->class, "nom") == 0 && !another)
        return; /* "the event" of nothing */
    if (event == ID_NONE)
        event = add_event(l, s, row, edition, year);
    told_of(l, event)->planned |= future;
    told_of(l, event)->former |= another && !future && reading_flags(r, s->first) & TOKEN_WORD && is_former(r, s);
    means(l, row, event);
}

/* --- when and where ----------------------------------------------------------------------------------------------- */

static bool is_kind(const Clause *c, guint unit, MarkKind kind)
{
    return clause_span(c, clause_chunk(c, unit))->kind == kind;
}

/* "that", "which" before the next chunk: what follows is told of something else. */
static bool has_relative(const Clause *c, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        if (reading_is_one(c->r, i,
                           (const char *const[]){"that", "which", "who", "ones", "after", "before", "since", NULL}))
            return true;
    }
    return false;
}

/* The date told of the event whose mention is unit i: the next one before another event, or the only event's one. */
static const Span *date_of(const Linker *l, guint i)
{
    const Clause *c = &l->c;
    uint32_t event = reading_event(l->r, clause_span(c, clause_chunk(c, i)));
    bool alone = true, shared = true;
    for (guint k = 0; k < c->chunk->len; k++)
        alone &= !is_kind(c, k, MARK_EVENT) || reading_event(l->r, clause_span(c, clause_chunk(c, k))) == event;
    for (guint k = i + 1; k < c->chunk->len; k++) {
        if (has_relative(c, clause_chunk(c, k - 1)->end, clause_chunk(c, k)->first))
            return NULL;
        if (is_kind(c, k, MARK_DATE))
            return clause_span(c, clause_chunk(c, k));
        bool other = is_kind(c, k, MARK_EVENT) && reading_event(l->r, clause_span(c, clause_chunk(c, k))) != event;
        uint32_t gap = clause_chunk(c, k)->first - clause_chunk(c, k - 1)->end;
        shared &= gap <= 3;
        if (other && !shared)
            return NULL;
    }
    for (guint k = i; k-- > 0 && alone;) {
        if (is_kind(c, k, MARK_DATE))
            return clause_span(c, clause_chunk(c, k));
    }
    return NULL;
}

static const char *place_of(const Linker *l, guint i)
{
    const Clause *c = &l->c;
    for (guint k = i + 1; k < c->chunk->len && k < i + 5; k++) {
        const Chunk *u = clause_chunk(c, k);
        if (is_kind(c, k, MARK_EVENT))
            return NULL;
        bool in = reading_is_one(l->r, u->first - 1, (const char *const[]){"in", "at", NULL});
        if (is_kind(c, k, MARK_COUNTRY) && is_kind(c, k - 1, MARK_AGENCY) &&
            clause_chunk(c, k - 1)->end + 1 == u->first)
            continue; /* the Embassy in Peru */
        if (in && (is_kind(c, k, MARK_PLACE) || is_kind(c, k, MARK_COUNTRY)) &&
            g_strcmp0(clause_span(c, u)->class, "nam") == 0)
            return reading_text(l->r, u->first, u->end);
    }
    return NULL;
}

static bool is_planned(const Linker *l, const Chunk *u)
{
    static const char *const cue[] = {"upcoming",    "forthcoming",  "prepare", "preparing",
                                      "preparation", "preparations", "ahead",   NULL};
    static const char *const goes[] = {"attend", "join", "work", "sign", "address", "chair", "participate", NULL};
    const Reading *r = l->r;
    bool new = told_of(l, reading_event(r, clause_span(&l->c, u)))->first == u->first;
    uint32_t low = u->first > l->c.s.first + 8 ? u->first - 8 : l->c.s.first, high = MIN(u->end + 6, l->c.s.end);
    for (uint32_t i = low; i < high; i++) {
        static const char *const after_will[] = {"be",      "take",    "start",    "begin",    "open", "bring",
                                                 "host",    "hold",    "organise", "organize", "kick", "convene",
                                                 "conduct", "co-host", "stage",    "gather",   NULL};
        bool will = reading_is(r, i, "will") && !reading_over(r, i) &&
                    (reading_is_one(r, i + 1, after_will) || (new &&reading_is_one(r, i + 1, goes)));
        if (reading_is_one(r, i, cue) || will)
            return i < u->first || i <= u->end + 1;
        bool to = reading_is(r, i, "to") &&
                  (reading_is_one(r, i + 1,
                                  (const char *const[]){"be", "host", "hold", "organise", "organize", "take", NULL}));
        if (to && !reading_is(r, i + 1, "be"))
            return true;
        if (to && reading_is_one(r, i + 2,
                                 (const char *const[]){"held", "hosted", "organised", "organized", "convened", NULL}))
            return true;
    }
    return false;
}

static void tell(Linker *l, guint i)
{
    const Reading *r = l->r;
    const Chunk *u = clause_chunk(&l->c, i);
    uint32_t event = reading_event(r, clause_span(&l->c, u));
    DraftEvent *e = event == ID_NONE ? NULL : draft_event(r->draft, event);
    const Span *date = e && date_is_unknown(e->first) ? date_of(l, i) : NULL;
    if (!e)
        return;
    if (date && date->other != ID_NONE) {
        const DateRange *d = &g_array_index(r->date, DateRange, date->other);
        e->first = d->first;
        e->last = d->last;
    }
    e->where = e->where ? e->where : place_of(l, i);
    Told *t = told_of(l, event);
    t->planned |=
        is_planned(l, u) && (t->last == clause_chunk(&l->c, i)->span || t->block == reading_block(r, u->first));
}

static void settle(Linker *l)
{
    Draft *d = l->r->draft;
    int32_t today = date_is_unknown(d->date) ? INT32_MAX : d->date.latest;
    for (uint32_t i = 0; i < d->event->len; i++) {
        DraftEvent *e = draft_event(d, i);
        const Told *t = told_of(l, i);
        if (date_is_unknown(e->first) && t->year) {
            g_autofree char *year = g_strdup_printf("%04u", t->year);
            if (!date_parse(year, &e->first))
                e->first = DATE_UNKNOWN;
        }
        if (e->status == EVENT_SIDEBAR || e->status == EVENT_SUBEVENT)
            continue;
        bool future = !date_is_unknown(e->first) && e->first.earliest > today;
        bool past = !date_is_unknown(e->first) && e->first.latest < today && !date_is_unknown(d->date);
        if (future || (t->planned && !past))
            e->status = EVENT_SCHEDULED;
        else if (t->general && strcmp(e->type, "agreement") == 0)
            e->status = EVENT_BACKGROUND;
        else if (i == l->main)
            e->status = EVENT_FOCAL;
        else if (t->occasion || t->former)
            e->status = EVENT_BACKGROUND;
        else if (past && today - e->first.latest > 45)
            e->status = EVENT_BACKGROUND;
    }
}

void reading_link_events(Reading *r)
{
    Linker l = {.r = r, .told = g_array_new(FALSE, FALSE, sizeof(Told)), .main = ID_NONE, .recent = ID_NONE};
    for (guint i = 0; i < r->order->len; i++) {
        uint32_t row = g_array_index(r->order, uint32_t, i);
        if (reading_span(r, row)->kind == MARK_EVENT && !g_str_has_suffix(reading_span(r, row)->rule, "-other"))
            link_event(&l, row);
    }
    clause_init(&l.c, r);
    for (uint32_t n = 0; n < reading_n_sentences(r) && r->draft->event->len; n++) {
        clause_read(&l.c, reading_sentence(r, n));
        for (guint i = 0; i < l.c.chunk->len; i++) {
            if (is_kind(&l.c, i, MARK_EVENT))
                tell(&l, i);
        }
    }
    clause_clear(&l.c);
    settle(&l);
    g_array_unref(l.told);
}
