/* country_rows.h - the tables that scripts/country_rows.c makes from data/ when the program is built; only country.c
 * reads them. */
#ifndef ENTENTE_COUNTRY_ROWS_H
#define ENTENTE_COUNTRY_ROWS_H

#include <stddef.h>
#include <stdint.h>

/* Texts are offsets in country_text: no row holds a pointer that the loader would have to set at every start. */
typedef struct CountryRow {
    uint32_t key, name, languages;
    uint16_t code;
    uint8_t kind, capitals;
} CountryRow;
extern const CountryRow country_rows[]; /* by key, kind, code, name */
extern const size_t n_country_rows;

/* The English name of each code: the shortest. */
typedef struct CountryLabel {
    uint32_t code, label;
} CountryLabel;
extern const CountryLabel country_labels[]; /* by code */
extern const size_t n_country_labels;

extern const char country_text[];

#endif
