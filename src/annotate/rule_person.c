/* rule_person.c - people named without a title before their name, and the short forms of those named before. */
#include "reading.h"
#include <string.h>

/* Points, in halves, by which a name is one of a person. */
enum { POINTS_LOW = 4, POINTS_MEDIUM = 5, POINTS_HIGH = 8 };

static bool after_quote(const Reading *r, uint32_t i)
{
    return i > 0 && reading_is_one(r, i - 1, (const char *const[]){"”", "\"", "'", "’", ",", NULL});
}

/* hydrologist, technician */
static bool is_profession(const Reading *r, uint32_t i)
{
    if (reading_capital(r, i) || reading_over(r, i) || !(reading_flags(r, i) & TOKEN_WORD))
        return false;
    const char *word = reading_text(r, i, i + 1);
    return g_str_has_suffix(word, "ologist") || g_str_has_suffix(word, "ician") || g_str_has_suffix(word, "ographer") ||
           g_str_has_suffix(word, "onomist");
}

/* ", the Deputy Director of …", ", 14, ", ", who" behind a name. */
static int points_of_apposition(const Reading *r, uint32_t i, Sentence s)
{
    if (!reading_is(r, i, ",") || i + 1 >= s.end)
        return 0;
    uint32_t k = i + 1;
    if (reading_is(r, k, "who") || reading_is(r, k, "whose") || reading_is(r, k, "aged"))
        return 4;
    bool age = reading_flags(r, k) & TOKEN_NUMBER && reading_is(r, k + 1, ",");
    if (age)
        return 3;
    k += reading_is_one(r, k, (const char *const[]){"the", "a", "an", "one", "its", "their", NULL});
    if (reading_flags(r, k) & TOKEN_NUMBER && reading_is(r, k + 1, "-"))
        return 3; /* a 14-year-old */
    Title t;
    for (uint32_t j = k; j < s.end && j < k + 5; j++) {
        if (title_at(r, j, s.end, &t))
            return t.class[0] == 'o' ? 4 : 2;
        if (reading_kinds(r, j) & WORD_PERSON_NOUN || is_profession(r, j))
            return 3;
        bool on = reading_over(r, j) || reading_kinds(r, j) & (WORD_COMMON | WORD_OFFICE_MODIFIER | WORD_PORTFOLIO) ||
                  reading_flags(r, j) & TOKEN_POSSESSIVE;
        if (!on)
            return 0;
    }
    return 0;
}

/* "is a Peruvian lawyer", "was the Deputy Director of", "(born 1950)" behind a name. */
static int points_of_verb(const Reading *r, uint32_t i, Sentence s)
{
    if (reading_is(r, i, "(") && reading_is_one(r, i + 1, (const char *const[]){"born", "b", NULL}))
        return 4;
    if (!reading_is_one(r, i, (const char *const[]){"is", "was", NULL}) ||
        !reading_is_one(r, i + 1, (const char *const[]){"a", "an", "the", NULL}))
        return reading_is(r, i, "was") && reading_is(r, i + 1, "born") ? 4 : 0;
    Title t;
    for (uint32_t j = i + 2; j < s.end && j < i + 7; j++) {
        if (reading_kinds(r, j) & WORD_PERSON_NOUN || (title_at(r, j, s.end, &t) && t.class[0] == 'o'))
            return 3;
        if (!(reading_flags(r, j) & TOKEN_WORD || reading_is(r, j, "-")) || reading_kinds(r, j) & WORD_PREPOSITION)
            return 0;
    }
    return 0;
}

static int points_of_words(const Reading *r, uint32_t first, uint32_t end)
{
    int points = 0;
    uint32_t n = 0, unknown = 0, everyday = 0, initials = 0;
    for (uint32_t i = first; i < end; i++) {
        if (!(reading_flags(r, i) & TOKEN_WORD) || !reading_capital(r, i))
            continue;
        n++;
        everyday += reading_everyday(r, i);
        unknown += reading_unknown(r, i) && !reading_everyday(r, i);
        initials += (reading_flags(r, i) & TOKEN_INITIAL) != 0;
    }
    WordKinds k = reading_kinds(r, first);
    bool last_common = reading_everyday(r, end - 1);
    if (k & WORD_GIVEN_NAME)
        points += n > 1 ? (last_common ? 4 : 5) : 2;
    else if (k & WORD_GIVEN_NAME_WEAK)
        points += n > 1 ? 2 + reading_unknown(r, end - 1) : 0;
    bool family_first = k & WORD_FAMILY_FIRST && n > 1 && n < 5 && everyday <= (k & WORD_FUNCTION ? 1U : 0U);
    if (family_first)
        points += n > 2 ? 5 : 3;
    if (n > 1 && reading_kinds(r, end - 1) & (WORD_FAMILY_NAME | WORD_GIVEN_NAME))
        points += 2;
    if (n > 1 && n < 4 && unknown == n)
        points += 3;
    if (initials && n > initials)
        points += 3;
    if (n == 1 && k & WORD_FAMILY_NAME)
        points += 1;
    if (n > 1 && everyday == n)
        points -= 3;
    return points;
}

/* Where the title of "[Peru]'s Minister of Health, | Ada Roa, …" begins; first where there is none. */
static uint32_t title_before_comma(const Reading *r, uint32_t first, Sentence s)
{
    if (first < s.first + 2 || !reading_is(r, first - 1, ","))
        return first;
    for (uint32_t j = first - 2; j >= s.first && j + 12 > first; j--) {
        Title t;
        bool starts =
            reading_kinds(r, j) & (WORD_OFFICE | WORD_OFFICE_MODIFIER | WORD_PORTFOLIO) && reading_capital(r, j);
        bool led = j > s.first && (reading_over(r, j - 1) || reading_flags(r, j - 1) & TOKEN_POSSESSIVE ||
                                   reading_is(r, j - 1, "the"));
        if (starts && led && title_at(r, j, s.end, &t) && t.after == first - 1 && t.class[0] == 'o')
            return j;
        if (j == 0 || reading_is(r, j, ","))
            break;
    }
    return first;
}

static int points_of_context(const Reading *r, uint32_t first, uint32_t end, Sentence s)
{
    int points = 0;
    WordKinds before = first > s.first ? reading_kinds(r, first - 1) : 0,
              after = end < s.end ? reading_kinds(r, end) : 0;
    bool small_before = first > s.first && !reading_capital(r, first - 1);
    if (before & (WORD_PERSON_NOUN | WORD_OFFICE) && small_before)
        points += 4;
    if (reading_flags(r, first - (first > s.first)) & TOKEN_POSSESSIVE)
        points -= 1;
    points += points_of_apposition(r, end, s);
    points += end > first + 1 ? points_of_verb(r, end, s) : 0;
    bool byline = first > s.first && reading_is_one(r, first - 1, (const char *const[]){"by", "By", NULL});
    if (byline && end > first + 1 &&
        (end == s.end ||
         memchr(r->draft->text + r->token[end - 1].to, '\n', r->token[end].from - r->token[end - 1].to)))
        points += 2; /* Posted by Ada Roa */
    static const char *const leads[] = {",", "and", "by", "with", "including", "between", "like", ":", NULL};
    points += first > s.first && reading_is_one(r, first - 1, leads);
    points += title_before_comma(r, first, s) < first ? 4 : 0;
    if (after & WORD_SAY && !reading_capital(r, end))
        points += 3 + after_quote(r, first);
    else if (after & WORD_ACT && !reading_capital(r, end))
        points += 1;
    if (before & WORD_SAY && small_before)
        points += reading_over(r, first) ? 0 : 3;
    else if (before & WORD_ACT && small_before)
        points += 1;
    if (before & WORD_PREPOSITION &&
        reading_is_one(r, first - 1, (const char *const[]){"in", "at", "near", "from", "to", NULL}))
        points -= 3;
    if (reading_is(r, end, "(") && reading_flags(r, end + 1) & TOKEN_NUMBER)
        points += 1;
    const Span *home = reading_is(r, end, "of") ? reading_over(r, end + 1) : NULL;
    if (home && home->kind == MARK_COUNTRY && end > first + 1)
        points += 3; /* Ada Roa of Peru */
    if (reading_flags(r, first) & TOKEN_SENTENCE && reading_everyday(r, first))
        points -= 2;
    if (first > s.first && (reading_is(r, first - 1, "the") || reading_is(r, first - 1, "The")))
        points -= 4;
    if (reading_flags(r, first) & TOKEN_HEADLINE)
        points -= 1;
    return points;
}

/* The office in apposition behind a name: "…, Head of Research", "…, the Deputy Director of the [Institute]". */
static void mark_role_after(Reading *r, uint32_t person, uint32_t end, Sentence s)
{
    if (!reading_is(r, end, ","))
        return;
    uint32_t k = end + 1;
    k += reading_is_one(r, k, (const char *const[]){"the", "a", "an", "its", NULL});
    Title t;
    if (k < s.end && title_at(r, k, s.end, &t) && t.class[0] == 'o') {
        if (person_name_end(r, t.after, s.end) == t.after)
            add_role(r, k, t.end, t.class, person, "role-after");
        return;
    }
    /* "…, [Peru]'s Prime Minister": the title stands behind a marked name */
    const Span *over = reading_over(r, k);
    if (over && over->kind != MARK_OFFICIAL) {
        uint32_t j = over->end + (reading_flags(r, over->end) & TOKEN_POSSESSIVE ? 1 : 0);
        if (j < s.end && title_at(r, j, s.end, &t) && t.class[0] == 'o' &&
            person_name_end(r, t.after, s.end) == t.after)
            add_role(r, j, t.end, t.class, person, "role-after");
    }
}

/* "Coroner | Ada Roa": where a given name begins inside a run whose first word is none; i elsewhere. */
static uint32_t at_given_name(const Reading *r, uint32_t i, uint32_t end)
{
    const WordKinds people =
        WORD_GIVEN_NAME | WORD_GIVEN_NAME_WEAK | WORD_FAMILY_FIRST | WORD_FAMILY_NAME | WORD_NAME_PARTICLE;
    if (reading_kinds(r, i) & people || reading_flags(r, i) & TOKEN_INITIAL || end < i + 3)
        return i;
    bool bare = reading_kinds(r, i + 1) & WORD_GIVEN_NAME && !(reading_flags(r, i + 1) & TOKEN_JOINED);
    return bare && end == i + 3 && reading_kinds(r, i + 2) & WORD_FAMILY_NAME ? i + 1 : i;
}

static uint32_t take_person(Reading *r, uint32_t i, Sentence s)
{
    uint32_t end = person_name_end(r, i, s.end);
    if (end == i)
        return 0;
    i = at_given_name(r, i, end);
    int words = points_of_words(r, i, end), points = words + points_of_context(r, i, end, s);
    uint32_t capitals = 0;
    for (uint32_t k = i; k < end; k++)
        capitals += reading_capital(r, k);
    bool single = capitals == 1;
    bool everyday = single && reading_everyday(r, i);
    if (everyday || points < POINTS_LOW || (single && reading_flags(r, i) & TOKEN_ALL_CAPS))
        return end;
    bool torn = i > s.first && reading_capital(r, i - 1) && !reading_over(r, i - 1);
    if (single && (!reading_unknown(r, i) || torn))
        return end;
    Certainty cert = points >= POINTS_HIGH && !single ? CERT_HIGH : points >= POINTS_MEDIUM ? CERT_MEDIUM : CERT_LOW;
    const char *rule = words >= 4 ? "official-name" : "official-context";
    uint32_t person = add_official(r, i, end, cert, rule);
    if (person == ID_NONE)
        return end;
    uint32_t title = title_before_comma(r, i, s);
    Title t;
    if (title < i && title_at(r, title, s.end, &t))
        add_role(r, title, t.end, t.class, person, "role-before");
    mark_role_after(r, person, end, s);
    return end;
}

void rule_persons(Reading *r, Sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        const Span *over = reading_over(r, i);
        if (over && over->kind == MARK_OFFICIAL) {
            uint32_t row = r->cover[i] - 1, end = over->end;
            mark_role_after(r, row, end, s);
            i = end - 1;
            continue;
        }
        bool particle = reading_kinds(r, i) & WORD_NAME_PARTICLE && reading_is(r, i + 1, "-");
        if ((!reading_capital(r, i) && !particle) || (over && over->kind != MARK_PLACE) ||
            (over && over->end - over->first > 1))
            continue;
        uint32_t end = take_person(r, i, s);
        if (end)
            i = end - 1;
    }
}

/* --- short forms -------------------------------------------------------------------------------------------------- */

static int by_word(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return x[0] != y[0] ? (x[0] > y[0]) - (x[0] < y[0]) : (x[1] > y[1]) - (x[1] < y[1]);
}

/* The words by which a full name may be called later: its first and its last. */
static GArray *parts_of_names(const Reading *r)
{
    GArray *part = g_array_new(FALSE, FALSE, sizeof(uint32_t[2]));
    for (guint i = 0; i < r->span->len; i++) {
        const Span *s = reading_span(r, i);
        if (s->dropped || s->kind != MARK_OFFICIAL || (s->cert == CERT_LOW && s->end - s->first == 1))
            continue;
        uint32_t last = s->end - 1;
        while (last > s->first && reading_kinds(r, last) & WORD_NAME_SUFFIX)
            last--;
        uint32_t ends[] = {s->first, last};
        for (size_t k = 0; k < 2; k++) {
            if (reading_flags(r, ends[k]) & TOKEN_INITIAL || r->token[ends[k]].to - r->token[ends[k]].from < 2)
                continue;
            uint32_t row[2] = {r->token[ends[k]].word, i};
            g_array_append_val(part, row);
        }
    }
    if (part->len)
        qsort(part->data, part->len, sizeof(uint32_t[2]), by_word);
    return part;
}

static bool is_part(const GArray *part, uint32_t word, uint32_t *span)
{
    size_t low = 0, high = part->len;
    const uint32_t(*row)[2] = (const uint32_t(*)[2])(const void *)part->data;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (row[middle][0] < word)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == part->len || row[low][0] != word)
        return false;
    *span = row[low][1];
    return true;
}

/* Does the full name of that span stand here, too? */
static bool stands_in_full(const Reading *r, uint32_t i, const Span *s)
{
    for (uint32_t k = s->first; k < s->end; k++) {
        if (i + k - s->first >= r->n || r->token[i + k - s->first].word != r->token[k].word)
            return false;
    }
    return true;
}

/* "Jordan said": a country's name that is also one of people, where nothing tells of a place. */
static bool is_person_or_country(const Reading *r, const Span *over, uint32_t i)
{
    if (over->kind != MARK_COUNTRY || over->end - over->first > 1 || over->cert != CERT_MEDIUM ||
        !(reading_kinds(r, i) & (WORD_GIVEN_NAME | WORD_GIVEN_NAME_WEAK)))
        return false;
    WordKinds before = i > 0 ? reading_kinds(r, i - 1) : 0;
    return !(before & WORD_PREPOSITION) && !reading_is(r, i + 1, ",") && !(i > 0 && reading_is(r, i - 1, "and"));
}

void rule_short_names(Reading *r)
{
    g_autoptr(GArray) part = parts_of_names(r);
    for (uint32_t i = 0; part->len && i < r->n; i++) {
        uint32_t row;
        const Span *over = reading_over(r, i);
        bool loose = !over || (over->kind == MARK_PLACE && over->end - over->first == 1 && over->cert != CERT_HIGH) ||
                     (over->kind == MARK_AGENCY && over->end - over->first == 1 && over->cert == CERT_LOW) ||
                     is_person_or_country(r, over, i);
        if (!loose || !reading_capital(r, i) || !is_part(part, r->token[i].word, &row))
            continue;
        const Span *full = reading_span(r, row);
        if (over && over->kind == MARK_COUNTRY && full->end > i)
            continue; /* named in full only later */
        bool longer = full->end - full->first == 1 && reading_capital(r, i + 1) && !reading_over(r, i + 1) &&
                      !(reading_flags(r, i + 1) & (TOKEN_JOINED | TOKEN_SENTENCE)); /* the Stanley | Cup */
        if (!longer && stands_in_full(r, i, full)) {
            uint32_t n = full->end - full->first;
            add_official(r, i, i + n, full->cert, "official-again");
            i += n - 1;
            continue;
        }
        uint32_t end = i + 1;
        bool alone = !(reading_capital(r, end) && !reading_over(r, end) && !(reading_flags(r, end) & TOKEN_JOINED) &&
                       !reading_everyday(r, end)) &&
                     !(i > 0 && reading_capital(r, i - 1) && !reading_over(r, i - 1) && !reading_everyday(r, i - 1) &&
                       !(reading_flags(r, i) & TOKEN_SENTENCE));
        bool everyday = reading_everyday(r, i) && (reading_flags(r, i) & (TOKEN_SENTENCE | TOKEN_HEADLINE));
        bool acts = reading_kinds(r, end) & (WORD_SAY | WORD_ACT) || reading_flags(r, end) & TOKEN_POSSESSIVE;
        if (!alone || (everyday && !acts) || (reading_kinds(r, i) & WORD_FUNCTION && !acts))
            continue;
        uint32_t person = add_official(r, i, end, full->cert, "official-short");
        if (person != ID_NONE)
            reading_span(r, person)->class = "short";
    }
}
