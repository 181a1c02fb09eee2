/* provenance.h - what made a file: program version, normalised options, seed, digests of the inputs; never a date. */
#ifndef ENTENTE_PROVENANCE_H
#define ENTENTE_PROVENANCE_H

#include <glib.h>

#define ENTENTE_VERSION "0.1.0"

/* options: those that shape the result, normalised and sorted ("--level country --weight newman"), no paths, no -o, no
 * -j (model.md ruling 16). inputs: sha256 over the sorted sha256s of all documents. SOURCE_DATE_EPOCH is honoured by
 * having no date at all. */
typedef struct Provenance {
    char *version, *options, *inputs;
    unsigned n_documents;
    unsigned long seed;
} Provenance;

void provenance_clear(Provenance *);
/* One line: "entente 0.1.0 · --level country … · seed 42 · 5 documents sha256:ab12…" (16 digits).
 * Heap. */
char *provenance_line(const Provenance *);

#endif
