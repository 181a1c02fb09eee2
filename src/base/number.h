/* number.h - numbers as text, the same in every locale. */
#ifndef ENTENTE_NUMBER_H
#define ENTENTE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_SIZE = 32 };

/* The shortest text that reads back to the same double ("0.1", "3", "1e-07"; minus zero is "0"); NaN and infinities
 * give "". Returns out. */
char *number_exact(double, char out[NUMBER_SIZE]);
/* At most 6 significant digits, for people ("0.333333", "12"); whole numbers below 1e15 keep all of theirs. */
char *number_short(double, char out[NUMBER_SIZE]);
/* Whole text must be a finite number with '.' as decimal point. */
bool number_parse(const char *s, double *);
bool number_parse_uint(const char *s, uint64_t *);
/* Rounded to this many significant digits: what decides whether two scores tie (model.md ruling 10: 12). */
double number_round(double, int significant);

#endif
