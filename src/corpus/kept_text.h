/* kept_text.h - the whole text of a document as it is walked, its white space and borders by one rule.
 *
 * For ReadOptions.keep_text. Every function takes NULL and then does nothing, so that a reader need not ask.
 *
 * The text is what the elements hold, character for character, where xml:space="preserve" says so. Elsewhere files are
 * indented for people, and:
 *   - inside a paragraph white space without a line end stays as it is; with a line end it is one blank, and nothing at
 *     either end of the paragraph;
 *   - between paragraphs line ends stay, blanks go; where two paragraphs touch without a line end there is one;
 *   - before the first character there is nothing.
 * White space is blank, tab, CR and LF. So the text of a file whose paragraphs are one line each, without indentation,
 * is its content character for character. */
#ifndef ENTENTE_KEPT_TEXT_H
#define ENTENTE_KEPT_TEXT_H

#include "builder.h"

enum { KEPT_TEXT_LONGEST = 1 << 30 };
typedef struct KeptText KeptText;

KeptText *kept_text_new(Builder *); /* NULL unless the builder's options keep the text */
void kept_text_free(KeptText *);

/* Begins a document; forgets the one before. */
void kept_text_start(KeptText *, DocumentId);
/* Hands text and stretches to the builder. */
void kept_text_finish(KeptText *);
/* From here on (not). */
void kept_text_set_verbatim(KeptText *, bool verbatim);
bool kept_text_is_verbatim(const KeptText *);
/* false when the text is longer than KEPT_TEXT_LONGEST. */
bool kept_text_add(KeptText *, const char *s, size_t n);
/* A border of lines; of words. */
void kept_text_border(KeptText *);
void kept_text_gap(KeptText *);
/* Stretches nest. type is interned or NULL. */
void kept_text_open(KeptText *, StretchKind, const char *type);
void kept_text_close(KeptText *);
/* The byte at which the next character will stand. */
uint32_t kept_text_begin(KeptText *);
/* The byte after the last one of what began at *from; white space at both ends is left outside. */
uint32_t kept_text_end(const KeptText *, uint32_t *from);

#endif
