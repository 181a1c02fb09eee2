/* known.h - organisations and people that a user's register names: found by these names, under its ids. */
#ifndef ENTENTE_KNOWN_H
#define ENTENTE_KNOWN_H

#include "lexicon.h"

/* Reads a TEI file (or several in a folder, or a table with actor, id, type and event) and adds every organisation and
 * person of its registers to the lexicon: each of their names is then found as one of data/organisations.tsv is, a
 * person's by its first and last word, and who bears it gets id, label and kind of the register. Of two actors of one
 * name the first counts. Countries and blocs are left to the tables. false: as corpus_read, and where the file
 * registers nobody. Not while threads read. */
bool known_read(Lexicon *, const char *path, Diagnostics *, GError **);

#endif
