/* plain.h - private to this room: where the paragraphs of plain text begin and end. */
#ifndef ENTENTE_PLAIN_H
#define ENTENTE_PLAIN_H

#include "draft.h"

/* Adds a BLOCK_PARAGRAPH for every paragraph from byte `begin` on. In a text of long lines each line that is not blank
 * is one; in a text whose lines were broken at some width, a run of lines is: blank lines, lines much shorter than the
 * width, and lines that begin with a bullet, a heading's # or more indented than the one above end it. O(n). */
void plain_blocks(Draft *, size_t begin);

/* The next line of text at *at, without line end and without white space (also no-break) at its ends: from and to are
 * set and *at moves on. false at the end. */
bool plain_line(const char *text, size_t n, size_t *at, size_t *from, size_t *to);

#endif
