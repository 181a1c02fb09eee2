/* jsonl.h - private to reading JSON lines: one file on its way, and what its parts share. */
#ifndef ENTENTE_JSONL_H
#define ENTENTE_JSONL_H

#include "json_values.h"
#include "source.h"
#include "standoff.h"

typedef struct JsonReader {
    Builder *builder;
    const Source *source;
    Standoff *s;
    JsonValues *values;
    GArray *document;  /* DocumentId: delivered */
    uint64_t n_values; /* objects met, accepted or not */
} JsonReader;

extern const char *const json_text_keys[];
/* The value of the first of these keys that the object has and that is not null; *key (may be NULL) tells which. */
const Json *json_first(const Json *object, const char *const *keys, const char **key);
/* The same if it is a text with something in it, else NULL. */
const char *json_first_text(const Json *object, const char *const *keys);
void jsonl_report(const JsonReader *, Place, const char *help, const char *what);

/* jsonl_marks.c: offsets in a text. */
void jsonl_read_marks(JsonReader *, const Json *object);
void jsonl_read_relations(JsonReader *, const Json *object);
/* jsonl_tokens.c: words and a tag or a range of words each; false where the object has none. */
bool jsonl_read_tokens(JsonReader *, const Json *object);

#endif
