/* drafting.h - private to annotate: files → drafts, read and annotated by several threads. */
#ifndef ENTENTE_DRAFTING_H
#define ENTENTE_DRAFTING_H

#include "draft.h"
#include "invocation.h"
#include "lexicon.h"

/* Id of the authority file beside the drafts: no draft has it. */
#define DRAFTING_AUTHORITY "authority"

/* The drafts (Draft *) of all operands, in their order, with ids that are unique and hold across all of them; what was
 * dirty is added to v->diagnostics in the order of the files. NULL on failure: with --keep-going a file that cannot be
 * read is a diagnostic (unreadable) instead, unless nothing is left. *known gets the lexicon, whose strings the drafts
 * use: free it after them. */
GPtrArray *drafting_run(Invocation *, Lexicon **known, GError **);

#endif
