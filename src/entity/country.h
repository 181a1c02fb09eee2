/* country.h - countries by their names in many languages, by what else they are called, by their people and capitals.
 */
#ifndef ENTENTE_COUNTRY_H
#define ENTENTE_COUNTRY_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* How a word names a country, the surest first. */
typedef enum CountryNameKind {
    COUNTRY_NAME,    /* data/countries.tsv: "Laos", "寮國", "Лаос" */
    COUNTRY_ALIAS,   /* data/country-aliases.tsv, in English: "Lao PDR", "the States", "England" */
    COUNTRY_FORMER,  /* "Burma" is an alias, "Ceylon" and "USSR" are former: the state that succeeded is meant */
    COUNTRY_DEMONYM, /* "Laotian", "Swiss": of the country, not always the country itself */
    COUNTRY_CAPITAL, /* "Vientiane": a place in it, sometimes its government */
} CountryNameKind;
enum { N_COUNTRY_NAME_KINDS = 5 };
const char *country_name_kind_name(CountryNameKind); /* "name", "alias", "former", "demonym", "capital" */

/* One row of both tables: 15,000 rows, sorted and given their keys when the program is built (country_rows.h), so that
 * nothing is read or made when it runs. Strings are static; equal codes are equal pointers. */
typedef struct CountryName {
    const char *code;      /* ISO 3166-1 alpha-2, or XK */
    const char *name;      /* as it is written */
    const char *languages; /* CLDR codes between blanks: "de en lb"; "en" for rows of country-aliases.tsv */
    const char *key;       /* utf8_key of the name */
    CountryNameKind kind;
    bool capitals; /* an abbreviation: "US" is a country, "us" is not */
} CountryName;

/* The i-th of the countries_size() rows in order of key, kind, code, name. */
size_t countries_size(void);
CountryName country_name(size_t i);
/* The number of the first of the *n rows that bear this name, without regard to case (but of abbreviations), marks, a
 * leading "the" or a final 's; they stand in a row. *n is 0 where there is none. O(log rows). */
size_t countries_find(const char *name, size_t *n);

/* The country meant, or NULL where nobody or more than one is: the words of the language (NULL: not known) come before
 * English, English before all others; in a language names come before aliases, then former names, demonyms,
 * capitals. "Congo" and "Dominican" are two countries': NULL, like "Korea". kind (may be NULL) tells how it is meant;
 * a demonym or capital is no name of the country, and is for the caller to take or leave. */
const char *country_by_name(const char *name, const char *language, CountryNameKind *kind);
/* The English name of a code, or NULL: "Laos". O(log codes). */
const char *country_label(const char *code);

#endif
