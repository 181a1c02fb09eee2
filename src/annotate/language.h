/* language.h - private to this room: in which language a text is, by its script and its commonest words. */
#ifndef ENTENTE_LANGUAGE_H
#define ENTENTE_LANGUAGE_H

#include "lists.h"

/* The language of n bytes, as an ISO 639 code ("en"). declared: what the file says ("en-US"), or NULL. Scripts that one
 * language writes decide at once; else the language whose stop words (data/stop-words.tsv) make up most of the first
 * 4,000 words, where they are at least 12 in 100. The words beat the declaration only where hardly a word is of the
 * declared language (pages often declare what their template was written in). *basis: "words", "script", "declared",
 * "none"; "und" with "none". O(n). */
const char *language_of(const Lists *, const char *text, size_t n, const char *declared, const char **basis);

#endif
