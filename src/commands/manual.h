/* manual.h - the manual page, made from the tables of verbs and options. */
#ifndef ENTENTE_MANUAL_H
#define ENTENTE_MANUAL_H

/* entente(1) in man macros on standard output. */
void manual_print(void);

#endif
