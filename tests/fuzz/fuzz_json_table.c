/* fuzz_json_table.c - any bytes as JSON: taken or refused as jansson does, the same number of values in it. */
#include "json_table.h"
#include <glib.h>
#include <jansson.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static size_t count(const json_t *j)
{
    size_t n = 1, i;
    const char *key;
    json_t *value;
    json_array_foreach(j, i, value) { n += count(value); }
    json_object_foreach((json_t *)j, key, value) { n += count(value); }
    return n;
}

static unsigned depth(const json_t *j)
{
    unsigned most = 0;
    size_t i;
    const char *key;
    json_t *value;
    json_array_foreach(j, i, value) { most = MAX(most, depth(value)); }
    json_object_foreach((json_t *)j, key, value) { most = MAX(most, depth(value)); }
    return most + (json_is_array(j) || json_is_object(j));
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    if (memchr(bytes, '\0', n)) /* jansson does not see a NUL behind a number */
        return 0;
    JsonTable *t = json_table_new();
    json_t *j = json_loadb((const char *)bytes, n, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, NULL);
    const Json *v = json_table_read(t, (const char *)bytes, n);
    g_assert(!v == (!j || depth(j) > JSON_DEEPEST));
    g_assert(!v || v->size == count(j));
    json_decref(j);
    json_table_free(t);
    return 0;
}
