/* corenlp.h - private to reading CoreNLP: what its XML and its JSON both say, put together into one Standoff.
 *
 * Words come with offsets in UTF-16 units of a text that neither need hold. It is made again: each word where it stood,
 * and between two words what "after" of the first or "before" of the second says, else as many blanks as fit (a line
 * end and an empty line where a sentence ends and room is). So offsets hold as they are. Where they overlap or go back,
 * the words stand one behind the other, and marks by their words. */
#ifndef ENTENTE_CORENLP_H
#define ENTENTE_CORENLP_H

#include "builder.h"
#include "source.h"
#include "standoff.h"

enum { CORENLP_MOST_WORDS = 50000000 };

typedef struct CoreNlpWord {
    Span span;       /* in the text that is made, bytes */
    const char *ner; /* "O": none */
} CoreNlpWord;

typedef struct CoreNlp {
    Builder *builder;
    const Source *source;
    Standoff *s;
    GArray *word;     /* CoreNlpWord */
    GArray *sentence; /* Slice of words */
    uint64_t n_units; /* UTF-16 units of the text so far */
    bool mentions;    /* it lists mentions: tags of words are then not read */
    bool has_offsets;
} CoreNlp;

/* One word as the file has it. NULL: not said. */
typedef struct CoreNlpToken {
    const char *word, *original, *before, *after, *ner;
    bool placed;
    uint64_t begin, end; /* UTF-16 units */
    Place place;
} CoreNlpToken;

void corenlp_init(CoreNlp *, Builder *, const Source *, Standoff *);
void corenlp_clear(CoreNlp *);
void corenlp_start_sentence(CoreNlp *);
void corenlp_add_word(CoreNlp *, const CoreNlpToken *);
/* Words first … last of a sentence (from 0, last excluded) as bytes; false and a diagnostic: it has no such words. */
bool corenlp_words(CoreNlp *, uint64_t sentence, uint64_t first, uint64_t last, Span *, Place);
/* A mark over them; NULL for claim and chain where not said. */
void corenlp_add_mark(CoreNlp *, Span, const char *label, const char *claim, const char *chain, const char *reference,
                      Place);
/* Tags become marks where no mentions were listed; settles and delivers. */
bool corenlp_deliver(CoreNlp *, const char *digest, GError **);

#endif
