/* json_values.h - one JSON value after another: lines, values one below the other, or the elements of one array. */
#ifndef ENTENTE_JSON_VALUES_H
#define ENTENTE_JSON_VALUES_H

#include "id.h"
#include "json_table.h"
#include "place.h"
#include "source.h"
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JSON_LONGEST = 256 * 1024 * 1024 };

/* Cuts a source into values without reading more of it than one at a time. What is in a value is for a parser of JSON;
 * here only strings and brackets count. */
typedef struct JsonValues JsonValues;

/* The source must outlive it. */
JsonValues *json_values_new(const Source *);
void json_values_free(JsonValues *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JsonValues, json_values_free)
/* The next value, valid until the next call; NULL at the end, or with ERROR_IO: cut off, a bracket without partner, a
 * line end inside a string, deeper or longer than the bounds, unreadable. */
const char *json_values_next(JsonValues *, size_t *n, GError **);
/* The present value, valid until the next is loaded; NULL and ERROR_IO with the place: not JSON. */
const Json *json_values_load(JsonValues *, const char *value, size_t n, GError **);
/* Where a byte of the present value stands; 0 is where it begins. Asked in order all of them cost one pass. */
Place json_values_place(JsonValues *, size_t byte);
/* Where an element of an object's array stands: {"key": [element, element …]}; SIZE_MAX = the key itself. The value's
 * beginning when it has no such thing. Asked in order all of them cost one pass. */
Place json_values_element(JsonValues *, const char *key, size_t element);
/* sha256 of the bytes read so far, hex; and their number. */
const char *json_values_digest(JsonValues *);
uint64_t json_values_n_bytes(const JsonValues *);

#endif
