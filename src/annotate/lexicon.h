/* lexicon.h - the words and names the grammar knows, from the tables of data/ and a user's own, as one automaton. */
#ifndef ENTENTE_LEXICON_H
#define ENTENTE_LEXICON_H

#include "draft.h"

/* What a word or phrase can be: one bit each. X(SYMBOL, "name in the column kind"). */
#define WORD_KINDS(X)                                                                                                  \
    /* names: countries.tsv, country-aliases.tsv, blocs.tsv, places.tsv, organisations.tsv, given-, family-names.tsv   \
     */                                                                                                                \
    X(COUNTRY, "name")                                                                                                 \
    X(COUNTRY_ALIAS, "alias")                                                                                          \
    X(COUNTRY_FORMER, "former")                                                                                        \
    X(DEMONYM, "demonym")                                                                                              \
    X(CAPITAL, "capital") X(BLOC, "bloc") X(PLACE, "place") X(PLACE_WEAK, "place-weak")                                \
        X(ORGANISATION, "organisation") X(GIVEN_NAME, "given-name") X(GIVEN_NAME_WEAK, "given-name-weak")              \
            X(FAMILY_FIRST, "family-first") X(FAMILY_NAME, "family-name") X(NAME_PARTICLE, "name-particle")            \
                X(NAME_SUFFIX, "suffix-name") X(GROUP_ADJECTIVE, "gpe-adjective") /* persons: person-words.tsv */      \
        X(HONORIFIC, "honorific") X(RANK, "rank") X(OFFICE, "office") X(OFFICE_MODIFIER, "office-modifier")            \
            X(PERSON_NOUN, "person-noun") /* organisations: agency-words.tsv */                                        \
        X(AGENCY_OF, "agency-of") X(AGENCY_END, "agency-end") X(AGENCY_WEAK, "agency-weak")                            \
            X(COMPANY_SUFFIX, "company-suffix") X(GOVERNMENT, "government") X(PORTFOLIO, "portfolio")                  \
                X(NO_ORGANISATION, "not-organisation") /* what happens and what is agreed: event-words.tsv */          \
        X(EVENT, "event") X(INSTRUMENT, "instrument")                                                                  \
            X(EVENT_ANY, "any-event") /* who does what at events: participation-words.tsv */                           \
        X(PARTICIPATION, "participation") X(DELEGATE, "delegate")                                                      \
            X(EVENT_AIM, "event-aim") /* places: place-words.tsv */                                                    \
        X(PLACE_SUFFIX, "place-suffix") X(PLACE_PREFIX, "place-prefix")                                                \
            X(DIRECTION, "direction") /* the words between: grammar-words.tsv, common-words.tsv */                     \
        X(MONTH, "month") X(WEEKDAY, "weekday") X(NUMBER, "number") X(ORDINAL, "ordinal") X(ALL, "all")                \
            X(SOME, "some") X(MEMBER_NOUN, "member-noun") X(SIDE_NOUN, "side-noun") X(SAY, "say") X(ACT, "act")        \
                X(PREPOSITION, "preposition") X(CURRENCY, "currency") X(ABBREVIATION, "abbreviation")                  \
                    X(FUNCTION, "function") X(COMMON, "common") X(NO_NAME, "not-name") X(AGENCY_NOUN, "agency-noun")   \
                        X(PLACE_NOUN, "place-noun")

enum {
#define X(symbol, name) WORD_BIT_##symbol,
    WORD_KINDS(X)
#undef X
        N_WORD_KINDS
};
typedef uint64_t WordKinds;
#define X(symbol, name) static const WordKinds WORD_##symbol = UINT64_C(1) << WORD_BIT_##symbol;
WORD_KINDS(X)
#undef X
bool word_kind_by_name(const char *name, WordKinds *bit);

/* One row of a table. value: a country's or bloc's code, an organisation's kind, a month's number …; extra: the
 * languages of a country's name, the country of a place or organisation. "" where the table has none. */
typedef struct LexiconEntry {
    WordKinds kind; /* one bit */
    const char *value, *extra;
    const char *name; /* the preferred name, of blocs; "" */
    uint32_t next;    /* row of the next entry of the same phrase; LEXICON_NONE */
} LexiconEntry;

#define LEXICON_NONE UINT32_MAX

/* Constant once made, so that threads share it. Words are numbered 0 … n-1; words of a text that are in no table get
 * numbers from n on (token.h). */
typedef struct Lexicon Lexicon;

/* From the tables built in and, where folder is not NULL, from tables of the same name in it: their rows are added, so
 * that people extend the lists without compiling. A table without the columns it needs, or a kind nobody knows, is an
 * error with its place, and so is a table in the folder that nobody reads. About 30 ms. */
Lexicon *lexicon_new(const char *folder, GError **);
void lexicon_free(Lexicon *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lexicon, lexicon_free)

/* Adds one phrase, cut as texts are (token.h); for the organisations of authority files and for tests. Not while
 * threads read. A phrase in lower case is also known with capitals ("prime minister", "Prime Minister"). */
void lexicon_add(Lexicon *, const char *phrase, WordKinds kind, const char *value, const char *extra);

/* An actor of the user's, by one of its names (without regard to case and marks); see known.h. */
void lexicon_know(Lexicon *, MarkKind, const char *name, const char *id, const char *label, const char *subtype);
/* Gives an actor id, label and subtype of the one that is known under its kind and label. false: nobody is. */
bool lexicon_known(const Lexicon *, DraftActor *);

/* The preferred name of a country or bloc, by its code: "Vietnam" of VN, as country_label has it, "ASEAN" of asean;
 * NULL. */
const char *lexicon_label(const Lexicon *, const char *code);

/* Is the language among these codes between blanks ("de en lb")? */
bool lexicon_has_language(const char *languages, const char *language);

uint32_t lexicon_n_words(const Lexicon *);
/* The number of a word as it is written (n bytes; hash of token.h), or LEXICON_NONE; its kinds as a phrase of its own.
 */
uint32_t lexicon_word(const Lexicon *, const char *word, size_t n, uint32_t hash);
WordKinds lexicon_kinds(const Lexicon *, uint32_t word);
WordKinds lexicon_starts(const Lexicon *, uint32_t word); /* of all phrases that begin with it */

/* The longest phrase of these kinds that begins at token[0] and takes at most n tokens. O(its length). */
typedef struct LexiconMatch {
    uint32_t n;      /* tokens */
    WordKinds kinds; /* all it can be */
    uint32_t entry;  /* first row; see lexicon_entry */
} LexiconMatch;
bool lexicon_match(const Lexicon *, const DraftToken *token, size_t n, WordKinds wanted, LexiconMatch *);
/* The first entry of these kinds, or NULL; after: the entry before it, or NULL. */
const LexiconEntry *lexicon_entry(const Lexicon *, const LexiconMatch *, WordKinds, const LexiconEntry *after);
/* The entry of a one-word phrase, or NULL. */
const LexiconEntry *lexicon_word_entry(const Lexicon *, uint32_t word, WordKinds);

#endif
