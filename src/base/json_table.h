/* json_table.h - a JSON value as a flat table: every value in the order of the text, all that is in it behind it. */
#ifndef ENTENTE_JSON_TABLE_H
#define ENTENTE_JSON_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef enum ValueKind {
    VALUE_NULL,
    VALUE_BOOLEAN,
    VALUE_REAL, /* its number is not kept */
    VALUE_WHOLE,
    VALUE_TEXT,
    VALUE_LIST,
    VALUE_OBJECT
} ValueKind;

/* One row. What is in a list or object are the rows behind it, each with its own behind it. */
typedef struct Json {
    ValueKind kind;
    uint32_t n;      /* elements, members, bytes of the text */
    uint32_t size;   /* rows: it and all that is in it */
    uint32_t n_key;  /* bytes of the key */
    const char *key; /* of a member of an object, ended by NUL; else NULL */
    union {
        const char *text; /* unescaped UTF-8, ended by NUL, none inside */
        int64_t whole;
    };
} Json;

/* Its buffers are used again from text to text. */
typedef struct JsonTable JsonTable;
enum { JSON_DEEPEST = 200 };

JsonTable *json_table_new(void);
void json_table_free(JsonTable *);
/* The text's one value, valid until the next is read; NULL: it is no JSON (RFC 8259) or is refused: a key twice in one
 * object, U+0000 in a text, a number beyond 64 bits or a double, brackets nested deeper than JSON_DEEPEST. What is
 * wrong, and where, is for another parser to say. O(n). n < 2^32. */
const Json *json_table_read(JsonTable *, const char *text, size_t n);
/* How many bytes, by eights, stand for themselves inside a text: ASCII, no control, quote or backslash. */
size_t json_plain_length(const char *s, size_t n);

/* All of these take NULL and values of any kind. */
static inline bool json_has_kind(const Json *v, ValueKind kind) { return v && v->kind == kind; }
/* The text, or NULL where it is none. */
static inline const char *json_text(const Json *v) { return json_has_kind(v, VALUE_TEXT) ? v->text : NULL; }
/* How many elements a list has; 0: none, or no list. */
static inline uint32_t json_count(const Json *v) { return json_has_kind(v, VALUE_LIST) ? v->n : 0; }
/* for (const Json *one = json_begin(v), *end = json_end(v); one < end; one = json_next(one)): what is in it, with i
 * what is in a list. */
static inline const Json *json_begin(const Json *v) { return v ? v + 1 : NULL; }
static inline const Json *json_end(const Json *v) { return v ? v + v->size : NULL; }
static inline const Json *json_next(const Json *v) { return v + v->size; }
#define JSON_EACH(list, i, one) for (i = 0, one = json_begin(list); i < json_count(list); i++, one = json_next(one))
/* The member of this key, or NULL. O(members). */
static inline const Json *json_member(const Json *object, const char *key)
{
    if (!json_has_kind(object, VALUE_OBJECT))
        return NULL;
    for (const Json *one = json_begin(object), *end = json_end(object); one < end; one = json_next(one)) {
        if (one->n_key == strlen(key) && memcmp(one->key, key, one->n_key) == 0)
            return one;
    }
    return NULL;
}
/* The i-th element, or NULL. O(i). */
static inline const Json *json_element(const Json *list, uint32_t i)
{
    if (i >= json_count(list))
        return NULL;
    const Json *one = json_begin(list);
    while (i-- > 0)
        one = json_next(one);
    return one;
}

#endif
