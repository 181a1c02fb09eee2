/* rule_nominal.c - those named by a noun: "the ministry", "both countries", "ten ASEAN countries", "the government". */
#include "reading.h"
#include <string.h>

static uint32_t add(Reading *r, uint32_t first, uint32_t end, MarkKind kind, const char *class, const char *rule,
                    Certainty cert)
{
    Span span = {.first = first, .end = end, .kind = kind, .cert = cert, .class = class, .rule = rule};
    for (uint32_t i = first; i < end; i++) {
        if (r->cover[i])
            return reading_add_inner(r, &span); /* around what is marked */
    }
    return reading_add(r, &span, false);
}

/* A definite noun that stands for itself, not for what follows: "the ministry said", not "the ministry official". */
static bool stands_alone(const Reading *r, uint32_t end, Sentence s)
{
    if (end >= s.end || !(reading_flags(r, end) & TOKEN_WORD))
        return !(reading_flags(r, end) & TOKEN_JOINED && reading_is(r, end, "-"));
    if (reading_is(r, end, "of") || reading_is(r, end, "for"))
        return false;
    WordKinds k = reading_kinds(r, end);
    if (reading_capital(r, end))
        return false;
    if (k & (WORD_SAY | WORD_ACT | WORD_FUNCTION | WORD_PREPOSITION))
        return true;
    return !(k & (WORD_COMMON | WORD_PERSON_NOUN | WORD_OFFICE | WORD_EVENT | WORD_MEMBER_NOUN | WORD_SIDE_NOUN));
}

static bool is_definite(const Reading *r, uint32_t i)
{
    return reading_is_one(r, i, (const char *const[]){"the", "The", "this", "This", NULL});
}

/* --- sets of countries -------------------------------------------------------------------------------------------- */

/* ten ASEAN countries, all EU member states, some BRICS members. */
static bool take_bloc_members(Reading *r, uint32_t i, Sentence s, uint32_t *next)
{
    const Span *bloc = reading_over(r, i);
    LexiconMatch m;
    if (!bloc || bloc->kind != MARK_BLOC || bloc->first != i ||
        !reading_match(r, bloc->end, s.end, WORD_MEMBER_NOUN, &m) || reading_capital(r, bloc->end))
        return false;
    uint32_t first = i, end = bloc->end + m.n;
    if (reading_match(r, end, s.end, WORD_MEMBER_NOUN, &m) && !reading_capital(r, end))
        end += m.n;
    bool all = false, some = false;
    for (uint32_t k = first; k > s.first && k + 4 > i; k--) {
        WordKinds q = reading_kinds(r, k - 1);
        if (q & WORD_SOME)
            some = true;
        else if (q & (WORD_ALL | WORD_NUMBER) ||
                 (reading_flags(r, k - 1) & TOKEN_NUMBER && r->token[k - 1].to - r->token[k - 1].from < 3))
            all = true;
        else
            break;
        first = k - 1;
    }
    const char *value = bloc->value;
    *next = end;
    uint32_t row = add(r, first, end, MARK_BLOC, "grp",
                       some  ? "bloc-some"
                       : all ? "bloc-all"
                             : "bloc-members",
                       CERT_HIGH);
    reading_span(r, row)->value = value;
    return true;
}

/* all ASEAN ministers, all ASEAN ICT Ministers. */
static bool take_bloc_ministers(Reading *r, uint32_t i, Sentence s, uint32_t *next)
{
    static const char *const who[] = {"ministers", "Ministers", "leaders", "Leaders", NULL};
    const Span *bloc = reading_over(r, i);
    if (!bloc || bloc->kind != MARK_BLOC || bloc->first != i || i == s.first ||
        !(reading_kinds(r, i - 1) & (WORD_ALL | WORD_NUMBER)))
        return false;
    uint32_t end = bloc->end;
    while (end < s.end && end < bloc->end + 3 && !reading_over(r, end) && !reading_is_one(r, end, who) &&
           (reading_kinds(r, end) & (WORD_PORTFOLIO | WORD_NO_ORGANISATION) || reading_capital(r, end)))
        end++;
    if (end >= s.end || !reading_is_one(r, end, who) || reading_over(r, end))
        return false;
    const char *value = bloc->value;
    uint32_t first = i - 1;
    first -= first > s.first && reading_kinds(r, first - 1) & WORD_ALL; /* all ten */
    uint32_t row = add(r, first, end + 1, MARK_BLOC, "grp", "bloc-all", CERT_MEDIUM);
    reading_span(r, row)->value = value;
    *next = end + 1;
    return true;
}

/* The bloc last named before token i, or NULL. */
static const Span *last_bloc(const Reading *r, uint32_t i)
{
    uint32_t k = reading_before(r, i), low = k > READING_LOOK_BACK ? k - READING_LOOK_BACK : 0;
    while (k-- > low) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, k));
        if (s->kind == MARK_BLOC && s->end <= i && *s->value)
            return s;
    }
    return NULL;
}

static bool take_members(Reading *r, uint32_t i, Sentence s)
{
    static const char *const phrases[] = {"member", NULL};
    static const char *const nouns[] = {"countries", "states", "nations", "economies", NULL};
    static const char *const groups[] = {"grouping", "bloc", NULL};
    bool members = reading_is_one(r, i, phrases) && reading_is_one(r, i + 1, nouns);
    bool group =
        reading_is_one(r, i, groups) && i > s.first &&
        (is_definite(r, i - 1) || (reading_is(r, i - 1, "regional") && i > s.first + 1 && is_definite(r, i - 2)));
    uint32_t of = i + 3 + reading_is(r, i + 3, "the");
    const Span *said = members && reading_is(r, i + 2, "of") && of < s.end ? reading_over(r, of) : NULL;
    bool whole = said && said->kind == MARK_BLOC && said->first == of; /* member states of ASEAN */
    const Span *bloc = whole ? said : members || group ? last_bloc(r, i) : NULL;
    if (!bloc || reading_over(r, i))
        return false;
    const char *value = bloc->value;
    if (whole) {
        uint32_t row = add(r, i, said->end, MARK_BLOC, "grp", "bloc-members", CERT_HIGH);
        reading_span(r, row)->value = value;
        return true;
    }
    uint32_t first = group && reading_is(r, i - 1, "regional") ? i - 1 : i;
    uint32_t row = add(r, first, i + 1 + members, MARK_BLOC, members ? "grp" : "nom", "bloc-nominal", CERT_MEDIUM);
    reading_span(r, row)->value = value;
    return true;
}

/* two countries, both sides, each country; the country. */
static bool take_countries(Reading *r, uint32_t i, Sentence s)
{
    static const char *const many[] = {"countries", "sides", "nations", "states", "governments", NULL};
    static const char *const sets[] = {"two", "both", "Both", "three", "four", NULL};
    if (reading_over(r, i))
        return false;
    if (reading_is_one(r, i, sets) && reading_is_one(r, i + 1, many)) {
        bool after_the = i > s.first && (is_definite(r, i - 1) || reading_is(r, i - 1, "these"));
        bool both = reading_is(r, i, "both") || reading_is(r, i, "Both");
        if (!after_the && !both &&
            !reading_is_one(r, i - (i > s.first), (const char *const[]){"between", "our", "their", NULL}))
            return false;
        add(r, i, i + 2, MARK_COUNTRY, "grp", "country-set", CERT_MEDIUM);
        return true;
    }
    static const char *const bodies[] = {"ministries", "agencies", "institutions", "companies", "universities", NULL};
    if (reading_is_one(r, i, (const char *const[]){"both", "Both", NULL}) && reading_is_one(r, i + 1, bodies)) {
        add(r, i, i + 2, MARK_AGENCY, "grp", "agency-set", CERT_MEDIUM);
        return true;
    }
    if (reading_is_one(r, i, (const char *const[]){"each", "Each", NULL}) &&
        reading_is_one(r, i + 1, (const char *const[]){"country", "side", NULL})) {
        add(r, i, i + 2, MARK_COUNTRY, "grp", "country-set", CERT_LOW);
        return true;
    }
    if (reading_is(r, i, "country") && i > s.first && is_definite(r, i - 1) &&
        (stands_alone(r, i + 1, s) || reading_is(r, i + 1, "for") || reading_flags(r, i + 1) & TOKEN_POSSESSIVE)) {
        add(r, i, i + 1, MARK_COUNTRY, "nom", "country-nominal", CERT_MEDIUM);
        return true;
    }
    return false;
}

/* Government of Peru, the Peruvian government, the government. */
static bool take_government(Reading *r, uint32_t i, Sentence s)
{
    bool capital = reading_is(r, i, "Government");
    if ((!capital && !reading_is(r, i, "government")) || reading_over(r, i))
        return false;
    const Span *before = i > s.first ? reading_over(r, i - 1) : NULL;
    uint32_t k = i + 2 + reading_is(r, i + 2, "the");
    const Span *behind = reading_is(r, i + 1, "of") ? reading_over(r, k) : NULL;
    if (before && before->kind == MARK_COUNTRY && stands_alone(r, i + 1, s)) {
        const char *value = before->value;
        uint32_t row = add(r, before->first, i + 1, MARK_COUNTRY, "nom", "country-government", CERT_HIGH);
        reading_span(r, row)->value = value;
    } else if (behind && behind->kind == MARK_COUNTRY && behind->first == k) {
        const char *value = behind->value;
        uint32_t row = add(r, i, behind->end, MARK_COUNTRY, "nom", "country-government", CERT_HIGH);
        reading_span(r, row)->value = value;
    } else if (i > s.first && is_definite(r, i - 1) && stands_alone(r, i + 1, s)) {
        add(r, i, i + 1, MARK_COUNTRY, "nom", "country-nominal", CERT_MEDIUM);
    } else {
        return false;
    }
    return true;
}

/* --- bodies and people -------------------------------------------------------------------------------------------- */

static bool same_letters(const Reading *r, uint32_t a, uint32_t b)
{
    size_t n = r->token[a].to - r->token[a].from;
    return n == r->token[b].to - r->token[b].from &&
           g_ascii_strncasecmp(r->draft->text + r->token[a].from, r->draft->text + r->token[b].from, n) == 0;
}

/* The last span before token i of this kind that contains the word at i. */
static uint32_t last_with_word(const Reading *r, uint32_t i, MarkKind kind)
{
    uint32_t k = reading_before(r, i), low = k > READING_LOOK_BACK ? k - READING_LOOK_BACK : 0;
    while (k-- > low) {
        uint32_t row = g_array_index(r->order, uint32_t, k);
        const Span *s = reading_span(r, row);
        for (uint32_t w = s->first; s->kind == kind && s->end <= i && w < s->end; w++) {
            if (same_letters(r, w, i))
                return row;
        }
    }
    return ID_NONE;
}

static bool take_body(Reading *r, uint32_t i, Sentence s)
{
    if (!(reading_kinds(r, i) & (WORD_AGENCY_OF | WORD_AGENCY_END)) || reading_over(r, i) || i == s.first ||
        !is_definite(r, i - 1) || !(stands_alone(r, i + 1, s) || reading_flags(r, i + 1) & TOKEN_POSSESSIVE))
        return false;
    uint32_t named = last_with_word(r, i, MARK_AGENCY);
    bool event = reading_kinds(r, i) & WORD_EVENT;
    if (named == ID_NONE || event)
        return false;
    const char *value = reading_span(r, named)->value, *extra = reading_span(r, named)->extra;
    uint32_t row = add(r, i, i + 1, MARK_AGENCY, "nom", "agency-nominal", CERT_LOW);
    Span *span = reading_span(r, row);
    span->other = named;
    span->value = value;
    span->extra = extra;
    return true;
}

/* "the Deputy Minister", "both ministers". */
static bool take_person(Reading *r, uint32_t i, Sentence s)
{
    static const char *const many[] = {"ministers", "leaders", "officials", "presidents", "ambassadors", "secretaries",
                                       "diplomats", "men",     "women",     "generals",   NULL};
    if (reading_over(r, i))
        return false;
    bool both = reading_is(r, i, "both") || reading_is(r, i, "Both");
    bool two = reading_is(r, i, "two") && i > s.first && is_definite(r, i - 1);
    if ((both || two) && reading_is_one(r, i + 1, many)) {
        add(r, i, i + 2, MARK_OFFICIAL, "grp", "official-set", CERT_MEDIUM);
        return true;
    }
    Title t;
    if (i == s.first || !is_definite(r, i - 1) || !title_at(r, i, s.end, &t) || t.class[0] != 'o' || t.after != t.end ||
        !(stands_alone(r, t.end, s) || reading_flags(r, t.end) & TOKEN_POSSESSIVE) || reading_is(r, t.end, ","))
        return false;
    uint32_t role = last_with_word(r, t.end - 1, MARK_ROLE);
    uint32_t person = role == ID_NONE ? ID_NONE : reading_span(r, role)->other;
    if (person == ID_NONE)
        return false;
    uint32_t row = add(r, i, t.end, MARK_OFFICIAL, "nom", "official-nominal", CERT_MEDIUM);
    reading_span(r, row)->other = person;
    return true;
}

void rule_nominals(Reading *r, Sentence s)
{
    if (s.junk)
        return;
    for (uint32_t i = s.first, next; i < s.end; i = next) {
        next = i + 1;
        if (take_bloc_members(r, i, s, &next) || take_bloc_ministers(r, i, s, &next) || take_members(r, i, s) ||
            take_countries(r, i, s) || take_government(r, i, s) || take_body(r, i, s) || take_person(r, i, s)) {
        }
    }
}
