/* rule_event_noun.c - events told by a noun ("the drill", "a regional workshop on water"), or by "met" alone. */
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
    static const char *const not [] = {"will",  "other",   "such",  "no",     "each",    "any",
                                       "every", "several", "many",  "some",   "all",     "these",
                                       "those", "various", "there", "during", "another", NULL};
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
        bool word = reading_flags(r, k) & (TOKEN_WORD | TOKEN_NUMBER) || reading_is(r, k, "-") ||
                    reading_is(r, k, "/") || quote;
        WordKinds kinds = reading_kinds(r, k);
        bool small = reading_is_one(r, k, inner);
        if (!word || (!over && !small && !quoted &&
                      (kinds & (WORD_FUNCTION | WORD_PREPOSITION) ||
                       reading_is_one(r, k,
                                      (const char *const[]){"was", "held", "organised", "organized", "hosted",
                                                            "attended", "began", "opened", "ended", "concluded", "took",
                                                            "taking", "said", NULL}))))
            break;
        if (!small || reading_is_one(r, k, (const char *const[]){"”", "\"", NULL}))
            good = k + 1;
    }
    return good;
}

typedef enum Article { ARTICLE_NONE, ARTICLE_THE, ARTICLE_A, ARTICLE_OTHER } Article;

static Article article_before(const Reading *r, uint32_t first, Sentence s)
{
    static const char *const the[] = {"the", "The", "this", "This", "that", "That", NULL}, *const a[] = {"a", "an", "A",
                                                                                                         "An", NULL};
    static const char *const other[] = {"each",  "any",     "every", "no",   "such",    "other",   "these",
                                        "those", "several", "many",  "some", "all",     "various", "its",
                                        "their", "his",     "her",   "our",  "another", "more",    NULL};
    if (first == s.first)
        return ARTICLE_NONE;
    if (reading_is_one(r, first - 1, the))
        return ARTICLE_THE;
    if (reading_is_one(r, first - 1, a))
        return ARTICLE_A;
    if (reading_flags(r, first - 1) & TOKEN_POSSESSIVE)
        return reading_is_one(r, first - 2, (const char *const[]){"year", "month", "week", "yesterday", "today", NULL})
                   ? ARTICLE_THE
                   : ARTICLE_OTHER;
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

/* The noun at i with what belongs to it, where it tells one event. */
static uint32_t take_noun(Reading *r, uint32_t i, Sentence s)
{
    static const char *const verbs_before[] = {"to", "will", "can", "he", "she", "they", "not", "would", NULL};
    static const char *const weak[] = {
        "session",      "course",  "training",    "show",       "fair",       "assembly",
        "consultation", "panel",   "exercise",    "congress",   "convention", "protocol",
        "treaty",       "accord",  "plenary",     "march",      "challenge",  "negotiations",
        "gathering",    "retreat", "ministerial", "memorandum", NULL};
    LexiconMatch m;
    if (reading_over(r, i) || !reading_match(r, i, s.end, WORD_EVENT | WORD_EVENT_ANY, &m))
        return 0;
    const LexiconEntry *e = lexicon_entry(r->lexicon, &m, WORD_EVENT | WORD_EVENT_ANY, NULL);
    uint32_t head_end = i + m.n;
    bool left_out = strcmp(e->value, "other") == 0 || strcmp(e->value, "observance") == 0;
    if (left_out || (is_lower_plural(r, i, head_end) && !is_series(r, i, s)) || describes(r, head_end, s) ||
        (i > s.first && reading_is_one(r, i - 1, verbs_before)))
        return 0;
    bool any = e->kind == WORD_EVENT_ANY;
    if (any && reading_is_one(r, head_end, (const char *const[]){"of", "that", NULL}))
        return 0; /* in the event of */
    uint32_t first = modifiers_start(r, i, s), end = topic_end(r, head_end, s);
    Article article = article_before(r, first, s);
    bool full = first < i || end > head_end;
    bool held = after_verb(r, first - (article == ARTICLE_A || article == ARTICLE_THE), s);
    bool headline = reading_flags(r, i) & TOKEN_HEADLINE || reading_block_kind(r, i) == BLOCK_HEAD;
    bool parties = reading_is_one(r, end, (const char *const[]){"between", "with", "among", NULL});
    bool many = reading_is_one(r, i, (const char *const[]){"talks", "Talks", "consultations", "Consultations", NULL});
    parties |= many && reading_is_one(r, end, (const char *const[]){"were", "was", "will", NULL});
    bool good = held && full;
    if (article == ARTICLE_THE)
        good = true;
    else if (article == ARTICLE_A)
        good = full || held || parties;
    else if (article == ARTICLE_NONE)
        good = (headline && full) || (held && full) || (many && (held || parties));
    if (any && article != ARTICLE_THE)
        return 0;
    bool sure = article == ARTICLE_THE || (held && (article == ARTICLE_A || full));
    if (m.n == 1 && reading_is_one(r, i, weak) && !sure)
        return 0;
    bool agreement = strcmp(e->value, "agreement") == 0;
    if (!good || (agreement && article != ARTICLE_THE && !held))
        return 0;
    Span span = {.first = first,
                 .end = end,
                 .kind = MARK_EVENT,
                 .class = "nom",
                 .value = any ? "" : e->value,
                 .cert = full && article != ARTICLE_NONE ? CERT_HIGH : CERT_MEDIUM,
                 .rule = article == ARTICLE_THE ? "event-noun" : "event-noun-new"};
    for (uint32_t k = first; k < end; k++) {
        if (r->cover[k]) {
            uint32_t row = reading_add_inner(r, &span);
            reading_span(r, row)->other = ID_NONE;
            return end;
        }
    }
    reading_add(r, &span, false);
    return end;
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

/* --- "met", "agreed" ---------------------------------------------------------------------------------------------- */

static bool has_event(const Clause *c)
{
    for (guint i = 0; i < c->chunk->len; i++) {
        const Span *s = clause_span(c, clause_chunk(c, i));
        if (s->kind == MARK_EVENT && strcmp(s->value, "observance") != 0)
            return true;
    }
    return false;
}

static bool is_party(const Reading *r, const GArray *rows, uint32_t i)
{
    const Span *s = reading_span(r, g_array_index(rows, uint32_t, i));
    return s->targets.n > 0 && strcmp(s->class, "grp") != 0;
}

static bool two_parties(const Reading *r, const GArray *rows)
{
    unsigned n = 0;
    for (guint i = 0; i < rows->len; i++)
        n += is_party(r, rows, i);
    return n >= 2;
}

static void add_trigger(Reading *r, const Verb *v)
{
    Span span = {.first = v->first,
                 .end = v->first + 1,
                 .kind = MARK_EVENT,
                 .class = "trg",
                 .cert = CERT_MEDIUM,
                 .rule = "event-verb",
                 .value = strcmp(v->role, "signatory") == 0 ? "agreement" : "bilateral-meeting"};
    reading_add(r, &span, false);
}

static void triggers(Clause *c, GArray *left, GArray *right)
{
    for (uint32_t i = c->s.first; i < c->s.end; i++) {
        Verb v;
        if (!clause_verb(c, i, &v))
            continue;
        bool meet = strcmp(v.role, "meet") == 0 && !*v.form, agree = strcmp(v.role, "agree") == 0;
        if ((!meet && !agree) || clause_negated(c, i) || clause_planned(c, i))
            continue;
        g_array_set_size(left, 0);
        g_array_set_size(right, 0);
        clause_subject(c, i, left);
        if (meet)
            clause_list(c, v.end, clause_end(c, v.end), right);
        if (meet ? left->len && is_party(c->r, left, 0) && right->len && is_party(c->r, right, 0)
                 : two_parties(c->r, left))
            add_trigger(c->r, &v);
        i = v.end - 1;
    }
}

void rule_event_verbs(Reading *r)
{
    Clause c;
    clause_init(&c, r);
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
                      right = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (uint32_t i = 0; i < reading_n_sentences(r); i++) {
        clause_read(&c, reading_sentence(r, i));
        if (!c.s.junk && c.chunk->len > 1 && !has_event(&c))
            triggers(&c, left, right);
    }
    clause_clear(&c);
}
