/* sentence.h - where sentences end, by rule: no model, no dictionary but abbreviations. */
#ifndef ENTENTE_SENTENCE_H
#define ENTENTE_SENTENCE_H

#include <glib.h>
#include <stddef.h>

/* Appends the end (exclusive, before the blank that follows) of every sentence of text to ends (size_t); the last is n.
 * text: valid UTF-8, white space collapsed, none at its ends. A sentence ends at . ! ? … and closing quotes or
 * brackets, before a blank and a capital, a digit or a letter without case; at 。！？ without a blank. Not after
 * abbreviations (Dr., Gen., No.), initials (S. Iswaran, U.S.) or inside numbers (3.5). O(n). */
void sentence_ends(const char *text, size_t n, GArray *ends);

#endif
