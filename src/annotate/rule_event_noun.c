/* rule_event_noun.c - events told by a noun: "the drill", "a regional workshop on water", "their third round of talks".
 */
#include "clause.h"
#include <string.h>

enum { MODIFIERS_MAX = 7, TOPIC_MAX = 14 };

static bool is_lower_plural(const Reading *r, uint32_t i, uint32_t end)
{
    static const char *const plural[] = {
        "talks", "consultations", "negotiations", "Talks", "Consultations", "Negotiations", NULL};
    const DraftToken *t = &r->token[end - 1];
    return r->draft->text[t->to - 1] == 's' && !reading_is_one(r, i, plural) &&
           !(t->to - t->from > 1 && r->draft->text[t->to - 2] == 's');
}

/* A word that stands before a head and belongs to it: "two-day", "virtual", "minister-level". */
static bool modifies(const Reading *r, uint32_t k)
{
    static const char *const not [] = {"will",    "other",  "such",    "no",      "each",    "any",   "every",
                                       "several", "many",   "some",    "all",     "these",   "those", "various",
                                       "there",   "during", "another", "largest", "biggest", NULL};
    static const char *const kept[] = {"first", "second", "third", "two", "three", "four", "five", "six", "high", NULL};
    const DraftToken *t = &r->token[k];
    if (t->flags & TOKEN_NUMBER)
        return !(t->to - t->from == 4 && !(t->flags & TOKEN_WORD) && k > 0 && reading_kinds(r, k - 1) & WORD_MONTH);
    if (!(t->flags & TOKEN_WORD) || reading_is_one(r, k, not ))
        return false;
    WordKinds kinds = t->kinds;
    if (reading_is_one(r, k, kept) || kinds & WORD_ORDINAL)
        return true;
    if (kinds & (WORD_FUNCTION | WORD_PREPOSITION | WORD_MONTH | WORD_WEEKDAY | WORD_PARTICIPATION) ||
        (kinds & (WORD_SAY | WORD_ACT) && !(kinds & WORD_COMMON)))
        return false;
    return !(t->flags & TOKEN_SENTENCE) || kinds & (WORD_COMMON | WORD_EVENT);
}

/* Where the words that belong to the head begin. */
static uint32_t modifiers_start(const Reading *r, uint32_t head, Sentence s)
{
    uint32_t i = head;
    for (unsigned n = 0; i > s.first && n < MODIFIERS_MAX; n++) {
        uint32_t k = i - 1;
        const Span *over = reading_over(r, k);
        bool hyphen = reading_is_one(r, k, (const char *const[]){"-", "–", NULL}) &&
                      reading_flags(r, i) & TOKEN_JOINED && reading_flags(r, k) & TOKEN_JOINED;
        if (over) {
            if (over->kind != MARK_BLOC && over->kind != MARK_AGENCY && over->kind != MARK_COUNTRY &&
                over->kind != MARK_INSTRUMENT)
                break;
            if (over->kind == MARK_COUNTRY && over->class[0] != 'd' && !(i < head && reading_is(r, i, "-")))
                break;
            i = over->first;
        } else if (hyphen && k > s.first && !reading_over(r, k - 1)) {
            i = k - 1; /* "two-day", "Three-way" */
        } else if ((hyphen && k > s.first) || modifies(r, k)) {
            i = k;
        } else {
            break;
        }
    }
    return i;
}

/* "will hold joint drills": one event in several parts. */
static bool is_series(const Reading *r, uint32_t i, Sentence s)
{
    if (!reading_is_one(r, i, (const char *const[]){"drills", "exercises", NULL}) || i < s.first + 2)
        return false;
    for (uint32_t k = i; k-- > s.first && k + 5 > i;) {
        const LexiconEntry *e = lexicon_word_entry(r->lexicon, r->token[k].word, WORD_PARTICIPATION);
        if (e)
            return strcmp(e->value, "hold") == 0 || strcmp(e->value, "organiser") == 0;
    }
    return false;
}

/* "on the eastern shore", "on Quill Island": where, not what about. */
static bool names_ground(const Reading *r, uint32_t i, Sentence s)
{
    static const char *const ground[] = {"shore", "shores", "coast", "border", "borders", "soil", "island", "waters",
                                         "river", "campus", "board", "site",   "scale",   "Zoom", "land",   NULL};
    for (uint32_t k = i; k < s.end && k < i + 4 && reading_flags(r, k) & TOKEN_WORD; k++) {
        if (reading_is_one(r, k, ground) || (reading_over(r, k) && reading_over(r, k)->kind == MARK_PLACE))
            return true;
    }
    return false;
}

/* "on cyber security", "on chemical, biological, and radiological threats"; where the topic ends. */
static uint32_t topic_end(const Reading *r, uint32_t i, Sentence s)
{
    static const char *const no[] = {"sidelines", "margins", "occasion", "opening", "basis", "side",
                                     "behalf",    "how",     "what",     "ways",    NULL};
    static const char *const inner[] = {"and", "&",  "the", "a", "an", "or", "of",  "its", "their",
                                        "new", "in", "“",   "”", "\"", "‘",  "for", NULL};
    uint32_t k = i + 1 + reading_is(r, i + 1, "the");
    if (!reading_is(r, i, "on") || k >= s.end || reading_is_one(r, k, no) ||
        reading_kinds(r, k) & (WORD_MONTH | WORD_WEEKDAY) ||
        (reading_over(r, k) && reading_over(r, k)->kind == MARK_DATE) || reading_flags(r, k) & TOKEN_NUMBER)
        return i;
    uint32_t good = i;
    bool list = false, quoted = false;
    if ((reading_over(r, k) && reading_over(r, k)->kind == MARK_PLACE) ||
        (reading_is(r, i + 1, "the") && names_ground(r, k, s)))
        return i;
    for (k = i + 1; k < s.end && k < i + TOPIC_MAX; k++) {
        const Span *over = reading_over(r, k);
        if (over && (over->kind == MARK_DATE || over->kind == MARK_OFFICIAL || over->kind == MARK_ROLE ||
                     over->kind == MARK_EVENT))
            break;
        bool quote = reading_is_one(r, k, (const char *const[]){"“", "”", "\"", "‘", NULL});
        quoted = quote ? !quoted : quoted;
        bool comma = reading_is(r, k, ",");
        if (comma) {
            uint32_t n = k + 1;
            while (n < s.end && n < k + 4 && reading_flags(r, n) & TOKEN_WORD && !reading_is(r, n, "and"))
                n++;
            bool goes_on = reading_is(r, n, "and") || (list && reading_is(r, n, ",")) ||
                           (reading_is(r, n, ",") && reading_is_one(r, n + 1, (const char *const[]){"and", NULL}));
            const Span *next = reading_over(r, k + 1);
            if (!goes_on || (next && next->kind != MARK_AGENCY))
                break;
            list = true;
            continue;
        }
        if (!over && reading_is(r, k, "in") && !quoted &&
            !(k + 1 < s.end && !reading_over(r, k + 1) && !(reading_flags(r, k + 1) & TOKEN_NUMBER) &&
              !reading_capital(r, k + 1)))
            break;
        if (!over && !quoted && reading_kinds(r, k) & WORD_PARTICIPATION && reading_is(r, k + 1, "by"))
            break; /* "a course on floods run by A" */
        bool word = reading_flags(r, k) & (TOKEN_WORD | TOKEN_NUMBER) || reading_is(r, k, "-") ||
                    reading_is(r, k, "/") || quote;
        WordKinds kinds = reading_kinds(r, k);
        bool small = reading_is_one(r, k, inner);
        if (!word ||
            (!over && !small && !quoted &&
             (kinds & (WORD_FUNCTION | WORD_PREPOSITION) ||
              reading_is_one(r, k,
                             (const char *const[]){"was",    "held",    "organised", "organized", "hosted",  "attended",
                                                   "began",  "opened",  "ended",     "concluded", "took",    "taking",
                                                   "said",   "closed",  "were",      "is",        "has",     "had",
                                                   "will",   "brought", "drew",      "starts",    "started", "opens",
                                                   "begins", "ends",    "closes",    "which",     "that",    NULL}))))
            break;
        if (!small || reading_is_one(r, k, (const char *const[]){"”", "\"", NULL}))
            good = k + 1;
    }
    return good;
}

typedef enum Article { ARTICLE_NONE, ARTICLE_THE, ARTICLE_A, ARTICLE_OWN, ARTICLE_OTHER } Article;

static Article article_before(const Reading *r, uint32_t first, Sentence s)
{
    static const char *const the[] = {"the", "The", "this", "This", "that", "That", NULL}, *const a[] = {
                                                                                               "a",       "an",
                                                                                               "A",       "An",
                                                                                               "another", "Another",
                                                                                               NULL};
    static const char *const other[] = {"each",    "any",  "every", "no",  "such",    "other", "these", "those",
                                        "several", "many", "some",  "all", "various", "more",  NULL};
    static const char *const own[] = {"its", "their", "his", "her", "our", "whose", "Its", "Their", "Our", NULL};
    if (first == s.first)
        return ARTICLE_NONE;
    if (reading_is_one(r, first - 1, the))
        return ARTICLE_THE;
    if (reading_is_one(r, first - 1, a))
        return ARTICLE_A;
    if (reading_flags(r, first - 1) & TOKEN_POSSESSIVE)
        return reading_is_one(r, first - 2, (const char *const[]){"year", "month", "week", "yesterday", "today", NULL})
                   ? ARTICLE_THE
                   : ARTICLE_OWN;
    if (reading_is_one(r, first - 1, own))
        return ARTICLE_OWN;
    return reading_is_one(r, first - 1, other) ? ARTICLE_OTHER : ARTICLE_NONE;
}

/* A verb of taking part or of holding within a few words before the noun: "held a workshop". */
static bool after_verb(const Reading *r, uint32_t first, Sentence s)
{
    static const char *const before[] = {"began", "begin", "opened", "open",  "during",    "During", "at",
                                         "At",    "after", "After",  "ended", "concluded", "of",     "in",
                                         "for",   "wrap",  "kicked", "start", "started",   "with",   NULL};
    for (uint32_t k = first; k-- > s.first && k + 4 > first;) {
        if (reading_kinds(r, k) & WORD_PARTICIPATION || reading_is_one(r, k, before))
            return true;
        if (reading_over(r, k))
            return false;
    }
    return false;
}

/* "workshop participants", "meeting room": the noun only describes another. */
static bool describes(const Reading *r, uint32_t end, Sentence s)
{
    if (end >= s.end)
        return false;
    if (reading_flags(r, end) & TOKEN_JOINED && reading_is(r, end, "-"))
        return true;
    if (!(reading_flags(r, end) & TOKEN_WORD))
        return false;
    WordKinds k = reading_kinds(r, end);
    if (k & (WORD_FUNCTION | WORD_PREPOSITION | WORD_PARTICIPATION | WORD_SAY | WORD_ACT | WORD_WEEKDAY))
        return false;
    return !reading_capital(r, end) &&
           k & (WORD_COMMON | WORD_PERSON_NOUN | WORD_OFFICE | WORD_EVENT | WORD_SIDE_NOUN | WORD_DELEGATE) &&
           !(r->draft->text[r->token[end].to - 1] == 'd' ||
             g_str_has_prefix(r->draft->text + r->token[end].to - 2, "ly"));
}

/* What stands around the noun of an event. */
typedef struct Phrase {
    uint32_t first, head, end; /* of all that belongs to it; its noun */
    uint32_t head_end;
    const LexiconEntry *noun;
    Article article;
    bool full;    /* says more than the noun */
    bool held;    /* of which a verb says that it was held, attended, signed … */
    bool parties; /* "talks with B", "talks were" */
    bool many;    /* talks, consultations: one event */
    bool counted; /* first, annual, 5th */
} Phrase;

/* "[a cyber forum] and drill", "[signing ceremony] and high-level conference": one event. */
static uint32_t second_noun(const Reading *r, uint32_t end, Sentence s)
{
    uint32_t k = end + 1;
    LexiconMatch m;
    if (!reading_is(r, end, "and") || reading_capital(r, k))
        return end;
    for (; k < s.end && k < end + 5 && !reading_over(r, k); k++) {
        if (reading_match(r, k, s.end, WORD_EVENT, &m)) {
            const LexiconEntry *e = lexicon_entry(r->lexicon, &m, WORD_EVENT, NULL);
            bool one = !is_lower_plural(r, k, k + m.n) && strcmp(e->value, "other") != 0;
            return one && !describes(r, k + m.n, s) ? k + m.n : end;
        }
        if (!modifies(r, k) && !reading_is(r, k, "-"))
            return end;
    }
    return end;
}

/* "third round of [energy consultations]", "a series of [meetings]". */
static uint32_t round_start(const Reading *r, uint32_t first, Sentence s)
{
    static const char *const part[] = {"round", "rounds", "series", "edition", "session", NULL};
    static const char *const own[] = {"their", "its", "the", NULL};
    uint32_t of = first > s.first + 3 && reading_is_one(r, first - 1, own) ? first - 2 : first - 1;
    if (first < s.first + 3 || !reading_is(r, of, "of") || !reading_is_one(r, of - 1, part))
        return first;
    return modifiers_start(r, of - 1, s);
}

/* "a memorandum on X was signed": a verb behind it that says it came about. */
static bool is_signed(const Reading *r, uint32_t end, Sentence s)
{
    static const char *const signs[] = {"signed", "inked", "concluded", "renewed", "sealed", "exchanged", NULL};
    for (uint32_t k = end; k < s.end && k < end + 14; k++) {
        if (reading_is_one(r, k, signs))
            return true;
        if (!(reading_flags(r, k) & (TOKEN_WORD | TOKEN_NUMBER)) && !reading_is(r, k, "-"))
            return false;
    }
    return false;
}

static bool is_counted(const Reading *r, uint32_t first, uint32_t end)
{
    static const char *const words[] = {"annual", "inaugural", "yearly", "biennial", "latest", "quarterly", NULL};
    for (uint32_t k = first; k < end; k++) {
        if (reading_kinds(r, k) & WORD_ORDINAL || reading_flags(r, k) & TOKEN_NUMBER || reading_is_one(r, k, words))
            return true;
    }
    return false;
}

static void phrase_read(Phrase *p, const Reading *r, Sentence s)
{
    p->head_end = second_noun(r, p->head_end, s);
    p->end = topic_end(r, p->head_end, s);
    p->first = round_start(r, modifiers_start(r, p->head, s), s);
    p->article = article_before(r, p->first, s);
    p->full = p->first < p->head || p->end > p->head_end || p->head_end > p->head + 1;
    uint32_t before = p->first - (p->article == ARTICLE_A || p->article == ARTICLE_THE || p->article == ARTICLE_OWN);
    if (p->article == ARTICLE_OWN && reading_flags(r, p->first - 1) & TOKEN_POSSESSIVE && before > s.first)
        before = reading_over(r, before - 1) ? reading_over(r, before - 1)->first : before - 1;
    bool the = before > s.first && reading_is(r, before - 1, "the");
    p->held = after_verb(r, before - the, s);
    p->many =
        reading_is_one(r, p->head, (const char *const[]){"talks", "Talks", "consultations", "Consultations", NULL});
    p->parties = reading_is_one(r, p->end, (const char *const[]){"between", "with", "among", NULL}) ||
                 (p->many && reading_is_one(r, p->end, (const char *const[]){"were", "was", "will", NULL}));
    if (strcmp(p->noun->value, "agreement") == 0)
        p->held |= is_signed(r, p->end, s);
    p->counted = is_counted(r, p->first, p->head);
}

/* Does the phrase tell one event, and not what such events are like? */
static bool phrase_is_event(const Phrase *p, const Reading *r)
{
    static const char *const weak[] = {
        "session",    "course",    "training",  "show",         "fair",       "assembly",     "consultation",
        "panel",      "exercise",  "congress",  "convention",   "protocol",   "treaty",       "accord",
        "plenary",    "march",     "challenge", "negotiations", "gathering",  "retreat",      "ministerial",
        "memorandum", "operation", "patrol",    "briefing",     "simulation", "hearing",      "reception",
        "tour",       "ceremony",  "opening",   "closing",      "handover",   "inauguration", NULL};
    bool any = p->noun->kind == WORD_EVENT_ANY, agreement = strcmp(p->noun->value, "agreement") == 0;
    bool headline = reading_flags(r, p->head) & TOKEN_HEADLINE || reading_block_kind(r, p->head) == BLOCK_HEAD;
    bool like =
        p->first < p->head && reading_is_one(r, p->head - 1, (const char *const[]){"similar", "separate", NULL});
    bool sure = p->article == ARTICLE_THE || like || (p->held && (p->article == ARTICLE_A || p->full));
    if ((any && p->article != ARTICLE_THE) || (agreement && p->article != ARTICLE_THE && !p->held) ||
        (p->head_end == p->head + 1 && reading_is_one(r, p->head, weak) && !sure))
        return false;
    switch (p->article) {
    case ARTICLE_THE:
        return true;
    case ARTICLE_A:
        return p->full || p->held || p->parties ||
               (reading_is(r, p->end, "of") && strcmp(p->noun->value, "meeting") == 0);
    case ARTICLE_NONE:
        return ((headline || p->held) && p->full) || (p->many && (p->held || p->parties));
    case ARTICLE_OWN:
        return p->full && (p->held || p->counted);
    case ARTICLE_OTHER:
        return p->full && p->held;
    }
    return false;
}

/* The noun at i with what belongs to it, where it tells one event. */
static uint32_t take_noun(Reading *r, uint32_t i, Sentence s)
{
    static const char *const verbs_before[] = {"to", "will", "can", "he", "she", "they", "not", "would", NULL};
    LexiconMatch m;
    if (reading_over(r, i) || !reading_match(r, i, s.end, WORD_EVENT | WORD_EVENT_ANY, &m))
        return 0;
    Phrase p = {.head = i, .head_end = i + m.n};
    p.noun = lexicon_entry(r->lexicon, &m, WORD_EVENT | WORD_EVENT_ANY, NULL);
    bool ceremony = reading_is(r, i, "ceremony") && i > s.first &&
                    reading_is_one(r, i - 1, (const char *const[]){"the", "The", "a", "short", "brief", NULL});
    bool left_out = strcmp(p.noun->value, "other") == 0 || (strcmp(p.noun->value, "observance") == 0 && !ceremony);
    bool any = p.noun->kind == WORD_EVENT_ANY;
    if (left_out && m.n > 1)
        return p.head_end; /* a press conference is no conference */
    if (left_out || (is_lower_plural(r, i, p.head_end) && !is_series(r, i, s)) || describes(r, p.head_end, s) ||
        (i > s.first && reading_is_one(r, i - 1, verbs_before)) ||
        (any && reading_is_one(r, p.head_end, (const char *const[]){"of", "that", NULL})) || /* in the event of */
        (reading_is(r, i, "training") && reading_is(r, p.head_end, "of")))
        return 0;
    phrase_read(&p, r, s);
    if (!phrase_is_event(&p, r))
        return 0;
    Span span = {.first = p.first,
                 .end = p.end,
                 .kind = MARK_EVENT,
                 .class = "nom",
                 .value = any        ? ""
                          : ceremony ? "meeting"
                                     : p.noun->value,
                 .cert = p.full && p.article != ARTICLE_NONE ? CERT_HIGH : CERT_MEDIUM,
                 .rule = p.article == ARTICLE_THE ? "event-noun" : "event-noun-new"};
    for (uint32_t k = p.first; k < p.end; k++) {
        if (r->cover[k]) {
            uint32_t row = reading_add_inner(r, &span);
            reading_span(r, row)->other = ID_NONE;
            return p.end;
        }
    }
    reading_add(r, &span, false);
    return p.end;
}

/* "[5th Harbour Forum] (HF-5)": capitals and a number in brackets behind a name. */
static void take_brackets(Reading *r, uint32_t i)
{
    const Span *name = i > 0 ? reading_over(r, i - 1) : NULL;
    uint32_t k = i + 1;
    while (k < i + 5 && !reading_is(r, k, ")"))
        k++;
    bool numbered = k > i + 2 && reading_flags(r, i + 1) & TOKEN_ALL_CAPS && reading_flags(r, k - 1) & TOKEN_NUMBER;
    if (!name || name->kind != MARK_EVENT || name->class[0] != 'n' || !reading_is(r, k, ")") || !numbered)
        return;
    uint32_t row = r->cover[i - 1] - 1;
    Span span = {.first = i + 1,
                 .end = k,
                 .kind = MARK_EVENT,
                 .class = "acr",
                 .cert = CERT_MEDIUM,
                 .rule = "event-brackets",
                 .value = name->value};
    const Span *known = reading_over(r, i + 1);
    if (known && known->kind == MARK_EVENT)
        return;
    uint32_t acronym = reading_add(r, &span, true);
    reading_span(r, acronym)->other = row;
}

/* "the fifth [Harbour Drill]": the edition belongs to the name. */
static void take_edition(Reading *r, uint32_t i)
{
    Span *name = reading_over(r, i + 1);
    bool ordinal = reading_kinds(r, i) & WORD_ORDINAL && !reading_over(r, i);
    if (!ordinal || !name || name->kind != MARK_EVENT || name->first != i + 1 || strcmp(name->class, "nam") != 0)
        return;
    name->first = i;
    r->cover[i] = r->cover[i + 1];
}

void rule_event_nouns(Reading *r, Sentence s)
{
    for (uint32_t i = s.first; i + 1 < s.end; i++)
        take_edition(r, i);
    for (uint32_t i = s.first; i < s.end; i++) {
        if (reading_is(r, i, "("))
            take_brackets(r, i);
    }
    if (s.junk)
        return;
    for (uint32_t i = s.first, next; i < s.end; i = next ? next : i + 1)
        next = take_noun(r, i, s);
}
