/* name_key.h - what is left of a name when case, marks, titles, legal forms and the order of its words say nothing. */
#ifndef ENTENTE_NAME_KEY_H
#define ENTENTE_NAME_KEY_H

#include "corpus.h"

/* The words that belong to no name: data/titles.tsv, legal-suffixes.tsv, abbreviations.tsv. */
typedef struct NameWords NameWords;
NameWords *name_words_new(void);
void name_words_free(NameWords *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NameWords, name_words_free)

/* The normal form: utf8_key (case, marks, ø ł đ æ ß, punctuation), without a leading "the", a final 's, and a final
 * "(ACRONYM)"; of an official without titles before and behind ("Gen.", "H.E. Mr", "Jr"); of an agency or bloc without
 * legal forms ("Ltd", "PT") and "and", abbreviations spelled out ("U.S. Dept" is "united states department"). At least
 * one word stays. "" only for a name without letters or digits. Heap. O(length). */
char *name_key(const NameWords *, const char *name, ActorType);
/* The key under which names of two documents mean one actor: of an official the words of the normal form in order of
 * their bytes, since family names stand first or last ("Nguyen Thanh Hung" and "Hung Nguyen Thanh"); else the normal
 * form: "Ministry of Information and Communications" is not the Ministry of Communications and Information. Heap. */
char *name_fingerprint(const NameWords *, const char *name, ActorType);

/* Is it written like an acronym: one word of 2 to 12 letters or digits, two capitals at least, more capitals than
 * others ("MIC", "CERT-In", "VNCERT/CC")? */
bool name_is_acronym(const char *name);
/* The acronym that a name defines for itself, "MPS" of "Ministry of Public Security (MPS)"; NULL without. Heap. */
char *name_own_acronym(const char *name);
/* Its letters and digits as one key without blanks: "vncertcc". Heap. */
char *name_letters(const char *acronym);
/* May the letters of an acronym stand for the name of this utf8_key: they occur in it in this order, the first at the
 * start of the first word (Schwartz & Hearst 2003)? */
bool name_acronym_fits(const char *letters, const char *key);
/* The initials of a name's words as a key, those in small letters (of, and, the, for) left out, and all: "mic" and
 * "moiac" of "Ministry of Information and Communications". Heap. */
void name_initials(const char *name, char **capitals, char **all);

#endif
