/* clause.c - a sentence as names and words between; who stands before and behind a verb. */
#include "clause.h"
#include <string.h>

enum { PLAIN_MAX = 6, REACH = 60 };

/* Whom each actor belongs to, as rows one behind the other: counting sort. */
static void index_affiliations(Clause *c)
{
    const GArray *all = c->r->draft->affiliation;
    c->n_actors = c->r->draft->actor->len;
    c->first = g_new0(uint32_t, c->n_actors + 2);
    c->passive = g_new(uint32_t, all->len + 1);
    for (guint i = 0; i < all->len; i++)
        c->first[g_array_index(all, DraftAffiliation, i).active + 2]++;
    for (uint32_t a = 2; a < c->n_actors + 2; a++)
        c->first[a] += c->first[a - 1];
    for (guint i = 0; i < all->len; i++) { /* first[a + 1] is where the next of a goes, in the end its end */
        const DraftAffiliation *x = &g_array_index(all, DraftAffiliation, i);
        c->passive[c->first[x->active + 1]++] = x->passive;
    }
}

void clause_init(Clause *c, Reading *r)
{
    *c = (Clause){.r = r, .chunk = g_array_new(FALSE, FALSE, sizeof(Chunk)), .at = g_new0(uint32_t, r->n + 1)};
    index_affiliations(c);
}

void clause_clear(Clause *c)
{
    g_array_unref(c->chunk);
    g_free(c->at);
    g_free(c->first);
    g_free(c->passive);
}

void clause_read(Clause *c, Sentence s)
{
    const Reading *r = c->r;
    for (guint i = 0; i < c->chunk->len; i++) {
        const Chunk *u = clause_chunk(c, i);
        memset(c->at + u->first, 0, sizeof *c->at * (u->end - u->first));
    }
    g_array_set_size(c->chunk, 0);
    c->s = s;
    uint32_t covered = s.first;
    for (; c->order < r->order->len; c->order++) {
        uint32_t row = g_array_index(r->order, uint32_t, c->order);
        const Span *span = reading_span(r, row);
        if (span->first >= s.end)
            break;
        if (span->first < covered || span->dropped || g_str_has_suffix(span->rule, "-other"))
            continue; /* within a longer one */
        Chunk u = {span->first, span->end, row};
        covered = span->end;
        g_array_append_val(c->chunk, u);
        for (uint32_t i = u.first; i < u.end; i++)
            c->at[i] = c->chunk->len;
    }
}

const Span *clause_event(const Clause *c, uint32_t token)
{
    const Chunk *u = clause_over(c, token);
    const Span *s = u ? clause_span(c, u) : NULL;
    return s && s->kind == MARK_EVENT ? s : NULL;
}

bool clause_verb(const Clause *c, uint32_t i, Verb *v)
{
    LexiconMatch m;
    if (i >= c->s.end || c->at[i] || !reading_match(c->r, i, c->s.end, WORD_PARTICIPATION, &m))
        return false;
    const LexiconEntry *e = lexicon_entry(c->r->lexicon, &m, WORD_PARTICIPATION, NULL);
    *v = (Verb){i, i + m.n, e->value, e->extra};
    return true;
}

/* "Peru seconded two analysts", "Peru paid for it": a form of the past right behind a name. */
static bool is_past_form(const Clause *c, uint32_t i)
{
    static const char *const participles[] = {"based", "called", "named",  "located", "aged",  "titled", "entitled",
                                              "held",  "united", "headed", "led",     "known", "dubbed", NULL};
    static const char *const strong[] = {
        "paid",  "sent", "met",   "went", "came", "brought", "built", "ran",  "wrote",  "lent", "sat",   "taught",
        "won",   "lost", "began", "made", "gave", "did",     "drew",  "flew", "bought", "sold", "kept",  "saw",
        "stood", "rose", "told",  "took", "fell", "chose",   "spoke", "bore", "sought", "put",  "drove", NULL};
    const DraftToken *t = &c->r->token[i];
    const Chunk *u = i > c->s.first ? clause_over(c, i - 1) : NULL;
    if (!u || clause_span(c, u)->kind > MARK_BLOC || t->flags & (TOKEN_UPPER | TOKEN_JOINED))
        return false;
    if (reading_is_one(c->r, i, strong))
        return true;
    if (t->to - t->from < 5 || memcmp(c->r->draft->text + t->to - 2, "ed", 2) != 0)
        return false;
    bool adjective = clause_span(c, u)->class && strcmp(clause_span(c, u)->class, "dem") == 0;
    return !adjective && !reading_is_one(c->r, i, participles) && !reading_is(c->r, i + 1, "by");
}

bool clause_is_verb(const Clause *c, uint32_t i)
{
    static const char *const auxiliary[] = {"is",  "are",   "was", "were",   "has",  "have", "had",  "will", "would",
                                            "can", "could", "may", "should", "must", "did",  "does", NULL};
    if (c->at[i])
        return false;
    WordKinds k = reading_kinds(c->r, i);
    if (is_past_form(c, i))
        return true;
    bool noun = k & (WORD_MEMBER_NOUN | WORD_SIDE_NOUN | WORD_DELEGATE);
    return (k & (WORD_SAY | WORD_ACT) && !noun) || reading_is_one(c->r, i, auxiliary);
}

/* --- lists -------------------------------------------------------------------------------------------------------- */

typedef struct List {
    const Clause *c;
    GArray *out;
    uint32_t i, end, last; /* last: row of the span added last, or ID_NONE */
    uint32_t plain;        /* everyday words since the last name */
    bool apposition, delegates, over;
} List;

static bool belongs(const Clause *c, uint32_t a, uint32_t b)
{
    for (uint32_t i = a < c->n_actors ? c->first[a] : 0; a < c->n_actors && i < c->first[a + 1]; i++) {
        if (c->passive[i] == b)
            return true;
    }
    return false;
}

/* Is b of the chain "Department of X, Ministry of Y, Country" that began with a? */
static bool is_chain(const List *l, const Span *b)
{
    const Reading *r = l->c->r;
    const Span *a = l->last == ID_NONE ? NULL : reading_span(r, l->last);
    uint32_t x = a ? reading_actor(r, a) : ID_NONE, y = reading_actor(r, b);
    if (x == ID_NONE || y == ID_NONE || reading_is(r, b->first - 1, "and") || reading_is(r, b->first - 2, "and"))
        return false;
    return x == y || belongs(l->c, x, y);
}

/* "the Ambassador of Peru to Chile, [A]": the title of a name that comes a little later. */
static bool name_follows(const List *l)
{
    for (uint32_t i = l->i; i < l->end && i < l->i + 9 && !reading_is(l->c->r, i, "and"); i++) {
        const Chunk *u = clause_over(l->c, i);
        if (u && clause_span(l->c, u)->kind == MARK_OFFICIAL)
            return true;
    }
    return false;
}

/* "Peru's [Ministry]", "Peruvian [Minister]": what follows is meant, not the country. */
static bool is_possessor(const List *l, const Chunk *u)
{
    const Reading *r = l->c->r;
    const Span *s = clause_span(l->c, u);
    if (s->kind == MARK_OFFICIAL || strcmp(s->class, "grp") == 0)
        return false;
    bool possessive = reading_flags(r, u->end) & TOKEN_POSSESSIVE;
    bool adjective = strcmp(s->class, "dem") == 0;
    bool alone = adjective && !possessive && u->first > 0 &&
                 reading_is_one(r, u->first - 1, (const char *const[]){"the", "The", NULL}) &&
                 (!(reading_flags(r, u->end) & TOKEN_WORD) || reading_kinds(r, u->end) & WORD_FUNCTION ||
                  clause_is_verb(l->c, u->end));
    if (alone)
        return false; /* "the Portuguese, the Spanish and the French" */
    uint32_t from = u->end + possessive;
    const Chunk *peer = adjective && reading_is(r, from, "and") ? clause_over(l->c, from + 1) : NULL;
    if (peer && g_strcmp0(clause_span(l->c, peer)->class, "dem") == 0)
        from = peer->end; /* "Peruvian and Chilean police" */
    for (uint32_t k = from; k < l->c->s.end && k < from + 5; k++) {
        const Chunk *next = clause_over(l->c, k);
        MarkKind kind = next ? clause_span(l->c, next)->kind : MARK_DATE;
        if (kind == MARK_ROLE && clause_span(l->c, next)->other == ID_NONE)
            return false; /* "the Peruvian ambassador", whom nobody names */
        if (kind == MARK_AGENCY || kind == MARK_ROLE || kind == MARK_OFFICIAL)
            return possessive || adjective || k == u->end || s->kind == MARK_AGENCY; /* "Quill founder Ada Roa" */
        bool hyphen = reading_is(r, k, "-") && reading_flags(r, k) & TOKEN_JOINED;
        if (hyphen)
            continue;
        Verb verb;
        if (clause_is_verb(l->c, k) || clause_verb(l->c, k, &verb))
            break;
        if (next || !(reading_flags(r, k) & TOKEN_WORD) || reading_kinds(r, k) & (WORD_FUNCTION | WORD_PREPOSITION))
            break;
        if (reading_kinds(r, k) & (WORD_DELEGATE | WORD_GOVERNMENT))
            return false; /* "Peru's delegates" are Peru's */
        if (reading_kinds(r, k) & WORD_OFFICE && !name_follows(l))
            return false;
        if (reading_kinds(r, k) & WORD_SIDE_NOUN)
            return adjective && reading_is(r, k + 1, ",") && name_follows(l); /* "her Peruvian counterpart, A" */
    }
    return possessive || (adjective && !g_ascii_isupper(r->draft->text[r->token[u->first].to - 1]) &&
                          r->draft->text[r->token[u->first].to - 1] != 's');
}

static void take_chunk(List *l, const Chunk *u)
{
    const Reading *r = l->c->r;
    const Span *s = clause_span(l->c, u);
    l->i = u->end;
    l->plain = 0;
    switch (s->kind) {
    case MARK_EVENT:
        l->over = true;
        return;
    case MARK_ROLE: {
        const Span *holder = s->other == ID_NONE ? NULL : reading_span(r, s->other);
        if (!holder || holder->first < s->first)
            l->apposition |= l->last != ID_NONE || name_follows(l);
        else if (holder->first < l->end)
            l->i = holder->first; /* "Ambassador of Peru to Chile, A": A */
        return;
    }
    case MARK_OFFICIAL:
        break;
    case MARK_COUNTRY:
    case MARK_AGENCY:
    case MARK_BLOC:
        if (l->apposition || is_possessor(l, u) || is_chain(l, s))
            return;
        break;
    case MARK_PLACE:
    case MARK_INSTRUMENT:
    case MARK_DATE:
        return;
    }
    g_array_append_val(l->out, u->span);
    l->last = u->span;
    if (s->kind == MARK_OFFICIAL)
        l->apposition = true;
}

/* In Lima, on Monday: skipped; any other thing in, at, on … ends the list. */
static bool skip_circumstance(List *l)
{
    const Clause *c = l->c;
    uint32_t k = l->i + 1;
    while (k < l->end && !c->at[k] && reading_is_one(c->r, k, (const char *const[]){"the", "early", "late", NULL}))
        k++;
    const Chunk *u = clause_over(c, k);
    MarkKind kind = u ? clause_span(c, u)->kind : MARK_EVENT;
    if (kind != MARK_PLACE && kind != MARK_DATE && kind != MARK_COUNTRY)
        return false;
    l->i = u->end;
    while (reading_is(c->r, l->i, ",") && clause_over(c, l->i + 1) &&
           (clause_span(c, clause_over(c, l->i + 1))->kind == MARK_PLACE ||
            (kind == MARK_PLACE && clause_span(c, clause_over(c, l->i + 1))->kind == MARK_COUNTRY)))
        l->i = clause_over(c, l->i + 1)->end;
    return true;
}

/* "A and, for the herders, B", "officials from, on the Peruvian side, A": where the aside at token i ends, or 0. */
static uint32_t aside_end(const List *l, uint32_t i)
{
    const Reading *r = l->c->r;
    bool on = reading_is(r, i, "on");
    if (i == l->c->s.first || !reading_is(r, i - 1, ",") || !(on || reading_is(r, i, "for")))
        return 0;
    for (uint32_t k = i + 1; k < l->end && k < i + 7; k++) {
        if (!reading_is(r, k, ","))
            continue;
        uint32_t next = k + 1 + reading_is(r, k + 1, "the");
        bool side = reading_is_one(r, k - 1, (const char *const[]){"side", "part", NULL});
        return clause_over(l->c, next) && on == side ? k + 1 : 0;
    }
    return 0;
}

static void take_word(List *l)
{
    static const char *const ends[] = {
        "who",     "which",   "that",   "where", "whose",  "when",    "while", "after",     "because",    "to",
        "for",     "against", "about",  "into",  "toward", "towards", "over",  "regarding", "concerning", "through",
        "without", "aimed",   "aiming", "but",   "not",    "so",      ":",     "”",         "“",          NULL};
    static const char *const circumstances[] = {"in", "at", "on", "near", "during", "In", "At", "On", NULL};
    static const char *const joins[] = {"and", "&", "alongside", "plus", ";", NULL};
    const Clause *c = l->c;
    const Reading *r = c->r;
    uint32_t i = l->i;
    WordKinds k = reading_kinds(r, i);
    Verb partner;                                                /* "in collaboration with": another rule's */
    bool second = i > c->s.first && reading_is(r, i - 1, "and"); /* "hosted by A and opened by B" */
    if (clause_verb(c, i, &partner) && l->last != ID_NONE &&
        (strcmp(partner.form, "list") == 0 || (second && reading_is(r, partner.end, "by")))) {
        l->over = true;
        return;
    }
    if (reading_is(r, i, "as") && reading_is(r, i + 1, "well") && reading_is(r, i + 2, "as")) {
        l->apposition = false;
        l->i += 3;
    } else if (reading_is(r, i, "(")) {
        while (l->i < l->end && !reading_is(r, l->i, ")"))
            l->i++;
        l->i++;
    } else if (aside_end(l, i)) {
        l->apposition = false;
        l->i = aside_end(l, i);
    } else if (reading_is(r, i, "in") && reading_is(r, i + 1, "charge")) {
        l->i += 2; /* "Ambassador in charge of trade" */
    } else if (reading_is_one(r, i, circumstances)) {
        uint32_t next = i + 1 + reading_is(r, i + 1, "the");
        const Chunk *office = l->apposition ? clause_over(c, next) : NULL;
        if (office && clause_span(c, office)->kind == MARK_AGENCY)
            l->i = office->end; /* "A, High Representative at the United Nations" */
        else
            l->over = !skip_circumstance(l);
    } else if (reading_is_one(r, i, joins) || reading_is(r, i, "with")) {
        l->apposition = false;
        l->i++;
    } else if (reading_is(r, i, "under") || reading_is(r, i, "within")) {
        l->apposition = true;
        l->i++;
    } else if (reading_is(r, i, "to") && clause_over(c, i + 1) &&
               (l->apposition || (i > c->s.first && reading_kinds(r, i - 1) & WORD_OFFICE))) {
        l->i = clause_over(c, i + 1)->end; /* Ambassador to Peru */
    } else if (reading_is_one(r, i, ends) || clause_is_verb(c, i)) {
        l->over = !reading_is(r, i, "for") || l->last != ID_NONE;
        l->i++;
    } else if (reading_is_one(r, i, (const char *const[]){"members", "member", NULL}) && reading_is(r, i + 1, "of")) {
        l->apposition = l->last != ID_NONE; /* "A and B, members of C" */
        l->i++;
    } else {
        if (k & WORD_DELEGATE)
            l->apposition = false;
        else if (k & WORD_OFFICE && name_follows(l))
            l->apposition = true;
        bool counts = reading_flags(r, i) & TOKEN_WORD &&
                      !(k & (WORD_FUNCTION | WORD_PREPOSITION | WORD_DELEGATE | WORD_SIDE_NOUN));
        l->plain += counts;
        l->over = l->plain > PLAIN_MAX;
        l->i++;
    }
}

uint32_t clause_list(const Clause *c, uint32_t from, uint32_t end, GArray *out)
{
    List l = {.c = c, .out = out, .i = from, .end = MIN(end, c->s.end), .last = ID_NONE};
    while (l.i < l.end && !l.over) {
        const Chunk *u = clause_over(c, l.i);
        if (u)
            take_chunk(&l, u);
        else
            take_word(&l);
    }
    return l.i;
}

/* --- subjects ----------------------------------------------------------------------------------------------------- */

static bool has_actor(const Clause *c, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        const Chunk *u = clause_over(c, i);
        if (u && clause_span(c, u)->kind <= MARK_BLOC)
            return true;
    }
    return false;
}

/* Where the subject of the verb at v can begin. */
static uint32_t subject_start(const Clause *c, uint32_t v)
{
    static const char *const before[] = {"while",  "after", "because", "but", "that",  "when",   "where", "whereas",
                                         "which",  "who",   "if",      "as",  "since", "before", "until", "although",
                                         "though", ";",     ":",       "“",   "”",     "\"",     "•",     NULL};
    static const char *const asked[] = {"asked", "invited", "urged",    "told",  "called", "allowed",
                                        "said",  "says",    "expected", "wants", "wanted", NULL};
    const Reading *r = c->r;
    bool infinitive = v > c->s.first + 1 && reading_is(r, v - 1, "to");
    uint32_t low = v > c->s.first + REACH ? v - REACH : c->s.first, edge = v;
    for (uint32_t i = v; i-- > low;) {
        if (c->at[i])
            continue;
        if (reading_is(r, i, "as") && (reading_is(r, i + 1, "well") || (i > 1 && reading_is(r, i - 1, "well"))))
            continue;
        if (reading_is_one(r, i, (const char *const[]){"who", "which", NULL}) && i > c->s.first &&
            reading_is(r, i - 1, ",") && !has_actor(c, i, v))
            continue; /* "A, who also chaired": A */
        if (reading_is_one(r, i, before))
            return i + 1;
        Verb verb;
        bool finite =
            clause_is_verb(c, i) || (clause_verb(c, i, &verb) && verb.end <= edge && strcmp(verb.form, "list") != 0);
        bool participle = clause_verb(c, i, &verb) && reading_is(r, verb.end, "by"); /* ", led by B," */
        if (!finite || participle)
            continue;
        /* "attended and delivered", "will host"; "A visited B to attend", but "A asked B to attend" */
        bool shared = !has_actor(c, i + 1, edge) || (infinitive && !reading_is_one(r, i, asked));
        if (!shared)
            return i + 1;
        edge = i;
    }
    return low;
}

static bool begins_circumstance(const Reading *r, uint32_t i)
{
    static const char *const words[] = {"As",        "Speaking",     "According", "Addressing", "Amid",    "Amidst",
                                        "Following", "Besides",      "During",    "Earlier",    "Later",   "Also",
                                        "Meanwhile", "Last",         "Opening",   "Attending",  "While",   "After",
                                        "When",      "Although",     "Since",     "If",         "Because", "Before",
                                        "Once",      "Representing", "Sharing",   "Joining",    "both",    NULL};
    return reading_is_one(r, i, words) || (reading_kinds(r, i) & WORD_PREPOSITION && !reading_is(r, i, "of"));
}

void clause_subject(const Clause *c, uint32_t v, GArray *out)
{
    const Reading *r = c->r;
    uint32_t i = subject_start(c, v), n = out->len;
    while (i < v && !c->at[i] && begins_circumstance(r, i)) {
        uint32_t k = i + 1;
        while (k < v && (c->at[k] || !reading_is(r, k, ",")))
            k++;
        if (k == v)
            break;
        const Chunk *next = clause_over(c, k + 1); /* "in Lima, Peru, …" */
        bool more = next &&
                    (clause_span(c, next)->kind == MARK_DATE || clause_span(c, next)->kind == MARK_PLACE ||
                     (clause_span(c, next)->kind == MARK_COUNTRY && reading_is(r, next->end, ","))) &&
                    clause_over(c, k - 1) && clause_span(c, clause_over(c, k - 1))->kind == MARK_PLACE;
        i = more && reading_is(r, next->end, ",") ? next->end + 1 : k + 1;
    }
    while (i < v && out->len == n) { /* behind "Last week, " and the like */
        uint32_t k = MAX(clause_list(c, i, v, out), i + 1);
        while (out->len == n && k < v && (c->at[k] || !reading_is(r, k, ",")))
            k++;
        i = k;
    }
}

uint32_t clause_end(const Clause *c, uint32_t from)
{
    static const char *const ends[] = {"while", "which", "where", "who", "because", "whereas", ";", NULL};
    for (uint32_t i = from; i < c->s.end; i++) {
        if (!c->at[i] && reading_is_one(c->r, i, ends))
            return i;
    }
    return c->s.end;
}

bool clause_negated(const Clause *c, uint32_t v)
{
    static const char *const no[] = {"not",    "n't",    "never",   "refused", "declined", "boycotted",
                                     "failed", "cannot", "without", "unable",  "nor",      NULL};
    for (uint32_t i = v; i-- > c->s.first && i + 4 > v && !c->at[i];) {
        uint32_t n = c->r->token[i].to - c->r->token[i].from;
        const char *word = c->r->draft->text + c->r->token[i].from;
        if (reading_is_one(c->r, i, no) ||
            (n > 3 && (memcmp(word + n - 3, "n't", 3) == 0 || memcmp(word + n - 2, "’t", 2) == 0)))
            return true;
    }
    return false;
}

bool clause_planned(const Clause *c, uint32_t v)
{
    static const char *const later[] = {"will", "to", "would", "shall", "may", "plans", "planned", NULL};
    for (uint32_t i = v; i-- > c->s.first && i + 4 > v && !c->at[i];) {
        if (reading_is_one(c->r, i, later))
            return true;
    }
    return false;
}
