/* lists.h - private to this room: the word lists by which running text is told from junk, read once. */
#ifndef ENTENTE_LISTS_H
#define ENTENTE_LISTS_H

#include "draft.h"

/* What a line that is only a stop phrase, or begins with one, says about itself and what follows it. */
typedef struct StopPhrase {
    const char *key; /* utf8_key of the phrase */
    BlockKind zone;  /* BLOCK_SIDEBAR or BLOCK_BOILERPLATE */
    bool start;      /* a line that begins so is meant, not only one that is just this */
    bool rest;       /* all that follows is junk too */
} StopPhrase;

typedef enum PageWeight { PAGE_GOOD, PAGE_STRONG, PAGE_BAD, PAGE_ALWAYS } PageWeight;
typedef struct PageWord { /* in class, id, role or itemprop of an element */
    const char *word;
    size_t n;
    PageWeight weight; /* PAGE_ALWAYS: junk even in the second, relaxed pass */
} PageWord;

typedef enum FieldMeaning { /* of a line "LABEL: …" in an article from a database */
                            FIELD_NONE,
                            FIELD_TITLE,
                            FIELD_DATE,
                            FIELD_OUTLET,
                            FIELD_LANGUAGE,
                            FIELD_URL,
                            FIELD_BYLINE,
                            FIELD_DATELINE,
                            FIELD_BODY,
                            FIELD_NOTICE,
                            FIELD_TAIL,
                            FIELD_OTHER,
} FieldMeaning;

/* Constant once made, so that threads share it. */
typedef struct Lists {
    Pool *pool;
    GHashTable *phrase;    /* key → StopPhrase *, of whole lines */
    GArray *start;         /* StopPhrase, of beginnings, by key */
    GArray *page_word;     /* PageWord */
    GHashTable *month;     /* utf8_key of a name → 1 … 12 */
    GHashTable *field;     /* label in lower case → FieldMeaning */
    GPtrArray *language;   /* const char *: code of each language with stop words */
    GHashTable *stop_word; /* word in lower case → bits of the languages that have it (guint64 *) */
    size_t longest_stop_word; /* bytes */
} Lists;

/* From data/ and, where folder is not NULL, from tables of the same name in it, whose rows are added; of a stop phrase,
 * month or label that stands in both the folder's counts. NULL and an error where a table is not as it should be. */
Lists *lists_new(const char *folder, GError **);
void lists_free(Lists *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lists, lists_free)

/* The stop phrase this line is or begins with, or NULL. Lines over 120 bytes are none. */
const StopPhrase *lists_stop_phrase(const Lists *, const char *line, size_t n);
/* Month by its name in any of the languages (n bytes), or 0. */
unsigned lists_month(const Lists *, const char *name, size_t n);
/* What the line's label means and where what it says begins; FIELD_NONE where it has none. Labels are at most 40 bytes,
 * followed by ':' or, for those of two capitals (Factiva), by two blanks. */
FieldMeaning lists_field(const Lists *, const char *line, size_t n, size_t *value);

#endif
