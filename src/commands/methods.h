/* methods.h - private to info: what a paper would have to say of a network, from the run itself. */
#ifndef ENTENTE_METHODS_H
#define ENTENTE_METHODS_H

#include "invocation.h"

/* The stage and the measures that methods_print wants. */
void methods_ask(Invocation *);
/* Paragraphs, each "Heading. Sentences."; NULL-terminated, heap (g_strfreev). */
char **methods_paragraphs(const Invocation *, const Pipeline *, GError **);
/* The same in plain text, wrapped, the same for the same inputs and options: what the Guidelines for Reporting About
 * Network Data (GRAND; Neal and others, grand-statement.org) ask for. Says nothing that the run does not know. */
bool methods_print(const Invocation *, const Pipeline *, GError **);

#endif
