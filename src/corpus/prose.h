/* prose.h - running text as it is read: white space collapsed, words counted, mentions placed in their sentences.
 *
 * Only the text since the last border is kept; at a border it is split into sentences, of which those with mentions are
 * stored. Every reader of annotated text uses this, so that offsets mean the same whatever the format. */
#ifndef ENTENTE_PROSE_H
#define ENTENTE_PROSE_H

#include "builder.h"

enum { PROSE_LONGEST_NAME = 64 * 1024, PROSE_LONGEST = 256 * 1024 };

typedef struct Prose {
    Builder *builder;
    DocumentId document;
    GString *text; /* since the last border */
    bool blank;    /* white space was seen since the last character */
    bool whole;    /* the text is one sentence: not to be split */
    bool counting; /* words count */
    uint32_t n_words;
    GArray *pending; /* MentionId: begun since the last border, offsets in text */
    GArray *open;    /* MentionId: not ended yet */
    GArray *ends;    /* scratch */
} Prose;

void prose_init(Prose *, Builder *);
void prose_clear(Prose *);
/* Begins a document: no text, no words. */
void prose_start(Prose *, DocumentId);
/* Adds valid UTF-8. false when the outermost open mention grows beyond PROSE_LONGEST_NAME. */
bool prose_add(Prose *, const char *s, size_t n);
/* A border of words: what follows is not joined to what stands before. */
void prose_blank(Prose *);
/* A border of sentences; none while a mention is open, then only of words. */
void prose_break(Prose *);
/* A mention that was just appended to the builder begins or ends here; its word, begin, end and text are set. Sentences
 * are found at the next border. */
void prose_begin_mention(Prose *, MentionId);
void prose_end_mention(Prose *, MentionId);
/* Forgets the text since the last border; its mentions stay without a sentence. */
void prose_drop(Prose *);

#endif
