/* reading.h - private to this room: one text while the rules read it, and the spans they have found so far. */
#ifndef ENTENTE_READING_H
#define ENTENTE_READING_H

#include "token.h"

/* What a rule found: tokens first … end-1. Spans of the outer layer never overlap; inner ones lie within an outer one
 * (the country in "Bank of Peru") and take no part in the rules. */
typedef struct Span {
    uint32_t first, end;
    MarkKind kind;
    Certainty cert;
    const char *class; /* nam, acr, short, dem, nom, grp; of a role office, rank, honorific */
    const char *rule;
    const char *value; /* code of a country, id of a bloc, kind of an organisation or event; "" */
    const char *extra; /* code of the country an organisation or place belongs to; "" */
    uint32_t other;    /* of a role the span of who holds it, of an acronym that of the long form; ID_NONE */
    Slice targets; /* rows of draft->target: whom it means, once reading_link has run (events: rows of draft->event) */
    uint32_t mark; /* row of draft->mark, once all is marked */
    bool inner, dropped;
} Span;

typedef struct DateRange {
    Date first, last; /* last: DATE_UNKNOWN of a single day, month or year */
} DateRange;

typedef uint8_t Answer; /* to a question that is asked again and again */
enum { ANSWER_NONE, ANSWER_NO, ANSWER_YES };

typedef struct Reading {
    Draft *draft;
    const Lexicon *lexicon;
    Vocabulary words;
    const DraftToken *token;
    uint32_t n;
    GArray *span;
    uint32_t *cover;       /* by token: row of its outer span + 1, or 0 */
    Answer *everyday;      /* by token, once asked: reading_everyday */
    GArray *order;         /* uint32_t: rows of spans in order of the text, longer first; see reading_sort */
    GArray *date;          /* DateRange: spans of dates point here by other */
    Date today;            /* what relative dates are counted from: the text's date, or the best guess */
    bool has_eu, has_bloc; /* the EU and another bloc have been named so far */
    const char *host;      /* code of the country the text is from, by its dateline or headline, or NULL */
} Reading;

void reading_init(Reading *, Draft *, const Lexicon *);
void reading_clear(Reading *);

static inline Span *reading_span(const Reading *r, uint32_t i) { return &g_array_index(r->span, Span, i); }
/* The outer span over a token, or NULL. */
static inline Span *reading_over(const Reading *r, uint32_t i)
{
    return i < r->n && r->cover[i] ? reading_span(r, r->cover[i] - 1) : NULL;
}
/* Adds a span of the outer layer. Where others lie: with replace they make way, those of countries and blocs that stand
 * after an "of" within it as inner ones; without it nothing is added. The row, or ID_NONE. */
uint32_t reading_add(Reading *, const Span *, bool replace);
void reading_drop(Reading *, Span *);
/* Adds a span outside the layers, around or within others. */
uint32_t reading_add_inner(Reading *, const Span *);

/* Fills order anew: what was found so far, without what was dropped. */
void reading_sort(Reading *);
/* How many spans of order begin before this token. O(log spans). */
uint32_t reading_before(const Reading *, uint32_t token);
enum { READING_LOOK_BACK = 300 }; /* spans a rule looks back over, at most */

bool reading_is_curly(const char *text, size_t n, const char *word); /* "’s" for "'s" */
/* Does the token read so, byte for byte (’ as ')? False outside the text. Asked most of all, so it stands here. */
static inline bool reading_is(const Reading *r, uint32_t i, const char *word)
{
    if (i >= r->n)
        return false;
    const DraftToken *t = &r->token[i];
    const char *text = r->draft->text + t->from;
    if (*text == *word) { /* words are short: calls of strlen and memcmp would take longer */
        uint32_t n = t->to - t->from, k = 1;
        while (k < n && text[k] == word[k])
            k++;
        return k == n && word[k] == '\0';
    }
    return *word == '\'' && reading_is_curly(text, t->to - t->from, word);
}
bool reading_is_one(const Reading *, uint32_t i, const char *const *words); /* NULL-terminated */
/* The text of tokens first … end-1, in the draft's pool. */
const char *reading_text(const Reading *, uint32_t first, uint32_t end);

static inline WordKinds reading_kinds(const Reading *r, uint32_t i) { return i < r->n ? r->token[i].kinds : 0; }
static inline uint32_t reading_flags(const Reading *r, uint32_t i) { return i < r->n ? r->token[i].flags : 0; }
/* A word with a capital. */
static inline bool reading_capital(const Reading *r, uint32_t i)
{
    return (reading_flags(r, i) & (TOKEN_UPPER | TOKEN_HANDLE | TOKEN_UNSPACED)) == TOKEN_UPPER;
}
/* A capital that says little: the first word of a sentence or a word of a headline, that is an everyday word. */
bool reading_idle_capital(const Reading *, uint32_t i);
/* An everyday word, by the lists, by its ending, or because it also stands here in small letters. */
bool reading_everyday(const Reading *, uint32_t i);
/* A word that may be a name and nothing else. */
bool reading_unknown(const Reading *, uint32_t i);
/* The phrase of these kinds at token i, before `end`. */
bool reading_match(const Reading *, uint32_t i, uint32_t end, WordKinds, LexiconMatch *);

typedef struct Sentence {
    uint32_t first, end; /* tokens */
    bool junk;           /* in a sidebar or boilerplate */
} Sentence;
uint32_t reading_n_sentences(const Reading *);
Sentence reading_sentence(const Reading *, uint32_t i);

/* named_before.c: whom a set means. The n actors of this kind last named before the span, in order of the text; how
 * many there are. */
uint32_t named_before(const Reading *, const Span *, MarkKind, uint32_t n, uint32_t *row);
/* The n (at most NAMED_MAX) actors of the last list of just n of this kind: "A, B and C". False where there is none. */
bool named_together(const Reading *, const Span *, MarkKind, uint32_t n, uint32_t *row);
enum { NAMED_MAX = 4 };

/* The rules, in the order in which grammar.c calls them. Each reads one sentence. */
void rule_names(Reading *, Sentence);       /* rule_names.c: what the tables know */
void rule_agencies(Reading *, Sentence);    /* rule_agency.c */
void rule_acronyms(Reading *, Sentence);    /* rule_acronym.c: "Long Name (LN)" */
void rule_event_names(Reading *, Sentence); /* rule_event_name.c: events and instruments with a name of their own */
void rule_titles(Reading *, Sentence);      /* rule_title.c: titles and whom they announce */
void rule_persons(Reading *, Sentence);     /* rule_person.c: names without a title */
void rule_place_words(Reading *, Sentence); /* rule_place.c: "Province", "River" */
void rule_places(Reading *, Sentence);      /* rule_place.c: by what stands around them */
void rule_apposition(Reading *, Sentence);  /* rule_apposition.c: "the band X", "X, a company" */
void rule_nominals(Reading *, Sentence);    /* rule_nominal.c: "the ministry", "both countries" */
void rule_event_nouns(Reading *, Sentence); /* rule_event_noun.c: "the drill", "a workshop on water" */
/* Those that read the whole text. */
void rule_dates(Reading *);          /* rule_date.c */
void rule_event_verbs(Reading *);    /* rule_event_verb.c: "met", "agreed"; after reading_link */
void rule_short_names(Reading *);    /* rule_person.c: "Lam" after "To Lam" */
void rule_known_acronyms(Reading *); /* rule_acronym.c */
void rule_names_again(Reading *);    /* rule_again.c: after rule_short_names, which people come first in */

/* Lowers the certainty of names that seem to go on where their mark ends ("French | Open"). doubt.c */
void reading_doubt(Reading *);
/* After the rules: who is meant by each span (linking.c), and who belongs to whom (belonging.c). Both fill the draft.
 */
void reading_link(Reading *);
void reading_affiliate(Reading *);
/* The one actor a span means, or ID_NONE. */
static inline uint32_t reading_actor(const Reading *r, const Span *s)
{
    return s->targets.n == 1 ? draft_target(r->draft, s->targets.first) : ID_NONE;
}
/* The country a body belongs to as the words around its span say it: a possessor, "of Peru", "…, Peru"; or NULL. */
const char *agency_country(const Reading *, const Span *);

/* Shared by rules. The end of the complement of an agency or office that begins at i ("Posts and Telecommunications"),
 * after of, for …; i where none does. office: it may be followed by a person's name without a comma. */
uint32_t complement_end(const Reading *, uint32_t i, uint32_t end, bool office);
/* "on the sidelines of the summit": the summit is not what is told of. */
bool event_is_occasion(const Reading *, const Span *);
/* Behind "met" (which ends there) nobody is named: "met in Lima". */
bool event_verb_is_bare(const Reading *, uint32_t end);
/* Where an event's name begins with its edition: "5th edition of | Name". */
uint32_t event_edition_start(const Reading *, uint32_t first, Sentence);
/* The end of a person's name that begins at i, or i. */
uint32_t person_name_end(const Reading *, uint32_t i, uint32_t end);
/* A title at a token: an honorific, a rank, or an office with its modifiers and its field ("Deputy Minister of
 * Health"). A body that is marked already stays outside ("Director | of the [Institute]"). */
typedef struct Title {
    uint32_t end;      /* of the title itself */
    uint32_t after;    /* where the name may begin, behind "of the [Institute]" */
    const char *class; /* honorific, rank, office */
    bool capital;
} Title;
bool title_at(const Reading *, uint32_t i, uint32_t end, Title *);
/* Adds an official and the roles that announce it. The row of the official, or ID_NONE. */
uint32_t add_official(Reading *, uint32_t first, uint32_t end, Certainty, const char *rule);
void add_role(Reading *, uint32_t first, uint32_t end, const char *class, uint32_t person, const char *rule);

#endif
