/* words.h - a text put together from words in rows: documents, paragraphs, sentences, and what comments say of them. */
#ifndef ENTENTE_WORDS_H
#define ENTENTE_WORDS_H

#include "rows.h"
#include "standoff.h"

/* CoNLL and CoNLL-U hold words, not a text. It is put together again: words of a sentence are joined by a blank unless
 * "# text" or SpaceAfter=No say otherwise, sentences by a blank, paragraphs by a line end. Offsets are bytes. A file
 * holds one document or many; each is delivered when the next begins. */
typedef struct Words {
    Builder *builder;
    const Rows *rows;
    const char *name; /* of the source */
    Standoff *s;
    char *id;         /* of the document, or NULL */
    uint32_t n_begun; /* documents of the file so far, empty ones too */
    uint32_t n_delivered;
    bool several;           /* the file holds more than one: those without an id are numbered */
    bool no_sentences;      /* nothing tells where they end: the text is split by rule */
    uint32_t sentence;      /* where the one that is read begins, or STANDOFF_NONE */
    uint32_t paragraph;     /* likewise, and only where they are marked */
    bool space;             /* before the next word */
    Cell given;             /* "# text": what of it is still to come; at NULL: there is none, or it differs */
    Place given_place;      /* of its first character */
    const char *given_line; /* its first byte */
} Words;

void words_init(Words *, Builder *, const Rows *, const Source *);
void words_clear(Words *);

/* A document begins: the one before is delivered if it has words. id n = 0: none. false and ERROR_IO: as
 * standoff_settle. Whatever is open (tags, brackets) must have been ended. */
bool words_begin_document(Words *, Cell id, GError **);
/* The same at the end of the file. */
bool words_finish(Words *, GError **);
/* The word at the end of the text, and where it stands there. */
Span words_add(Words *, Cell form, bool space_after);
void words_end_sentence(Words *);
void words_begin_paragraph(Words *);
/* The "# text" of the sentence that begins: words are held against it, and where they agree it tells where blanks are;
 * where not, text-differs is reported once. */
void words_expect(Words *, Cell text);
/* "# name = value" about text, paragraph or document ("text", "newpar", "meta::title", "meta::sourceURL" …). false: it
 * is about something else. */
bool words_read_comment(Words *, Cell name, Cell value);
/* "# name = value" in parts, blanks trimmed; a value of n = 0 where there is none. The line begins with #. */
void words_split_comment(const Rows *, Cell *name, Cell *value);

#endif
