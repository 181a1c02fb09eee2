/* json_values.c - one JSON value after another: lines, values one below the other, or the elements of one array. */
#include "json_values.h"
#include "digest.h"
#include "failure.h"
#include <jansson.h>
#include <string.h>

enum { CHUNK = 1 << 16 };

/* Where a key of the present value stands, and which elements its array has; bytes of the value. */
typedef struct Key {
    uint32_t begin, end; /* between its quotes */
    Slice elements;
} Key;

struct JsonValues {
    const char *path; /* of its places */
    const Source *source;
    size_t chunk;
    GString *buffer;
    size_t at, start; /* what is read next, where the present value begins */
    bool ended, in_array;
    uint32_t line, column; /* of at */
    Place place;           /* of start */
    uint32_t cursor;       /* a byte of the value that was asked for, and its place: the next one is mostly behind it */
    Place cursor_place;
    guint last_key;  /* that was asked for */
    GArray *key;     /* Key */
    GArray *element; /* uint32_t */
    Digest digest;
    uint64_t n_bytes;
    char hex[DIGEST_SIZE];
    JsonTable *table;
};

static void take(JsonValues *v, const char *bytes, size_t n)
{
    digest_add(&v->digest, bytes, n);
    v->n_bytes += n;
}

JsonValues *json_values_new(const Source *source)
{
    JsonValues *v = g_new0(JsonValues, 1);
    v->path = g_intern_string(source->path);
    v->source = source;
    v->chunk = source->chunk ? source->chunk : CHUNK;
    v->buffer = g_string_new_len(source->head, (gssize)source->n_head);
    v->line = v->column = 1;
    v->key = g_array_new(FALSE, FALSE, sizeof(Key));
    v->element = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    v->table = json_table_new();
    digest_init(&v->digest);
    take(v, source->head, source->n_head);
    v->ended = source->fd < 0;
    return v;
}

void json_values_free(JsonValues *v)
{
    if (!v)
        return;
    g_string_free(v->buffer, TRUE);
    g_array_free(v->key, TRUE);
    g_array_free(v->element, TRUE);
    json_table_free(v->table);
    g_free(v);
}

/* More bytes behind those there are; what stands before the present value goes. false at the end or on failure. */
static bool fill(JsonValues *v, GError **error)
{
    if (v->ended)
        return false;
    if (v->start > v->buffer->len / 2) {
        g_string_erase(v->buffer, 0, (gssize)v->start);
        v->at -= v->start;
        v->start = 0;
    }
    size_t before = v->buffer->len;
    g_string_set_size(v->buffer, before + v->chunk);
    ssize_t n = source_read(v->source, v->buffer->str + before, v->chunk, error);
    g_string_set_size(v->buffer, before + (n > 0 ? (size_t)n : 0));
    if (n > 0)
        take(v, v->buffer->str + before, (size_t)n);
    v->ended = n <= 0;
    return n > 0;
}

/* The next byte without passing it; -1 at the end or on failure. */
static int peek(JsonValues *v, GError **error)
{
    if (v->at >= v->buffer->len && !fill(v, error))
        return -1;
    return (unsigned char)v->buffer->str[v->at];
}

static void pass(JsonValues *v)
{
    unsigned char c = (unsigned char)v->buffer->str[v->at++];
    if (c == '\n') {
        v->line++;
        v->column = 1;
    } else if ((c & 0xC0) != 0x80) {
        v->column++;
    }
}

static bool is_blank(int c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static void fail(const JsonValues *v, Place place, const char *code, const char *help, const char *text, GError **error)
{
    failure_set(error, ERROR_IO, place, code, help, "%s", text);
}

static Place here(const JsonValues *v) { return (Place){v->path, v->line, v->column}; }

/* A byte order mark is no character of the first line. */
static bool pass_bom(JsonValues *v, GError **error)
{
    if (v->line != 1 || v->column != 1)
        return false;
    while (v->buffer->len - v->at < 3 && fill(v, error))
        ;
    if (v->buffer->len - v->at < 3 || memcmp(v->buffer->str + v->at, "\xEF\xBB\xBF", 3) != 0)
        return false;
    v->at += 3;
    return true;
}

/* Passes what stands between values; true where one begins. */
static bool find_value(JsonValues *v, GError **error)
{
    for (;;) {
        v->start = v->at;
        int c = peek(v, error);
        if (c < 0)
            return false;
        if (is_blank(c) || (c == ',' && v->in_array)) {
            pass(v);
        } else if (c == '[' && !v->in_array) {
            v->in_array = true;
            pass(v);
        } else if (c == ']' && v->in_array) {
            v->in_array = false;
            pass(v);
        } else if (c != 0xEF || !pass_bom(v, error)) {
            return !*error;
        }
    }
}

/* How far into the present value one is. */
typedef struct Scan {
    uint32_t depth;
    bool object;       /* the value is one: it has keys */
    bool key_next;     /* a string at depth 1 is a key */
    bool is_key;       /* the string that is read */
    bool element_next; /* at depth 2: what comes is an element of a key's array */
    bool in_key_array;
} Scan;

static uint32_t offset(const JsonValues *v) { return (uint32_t)(v->at - v->start); }

/* Passes a string, from its quote to its quote. */
static bool pass_string(JsonValues *v, Scan *scan, GError **error)
{
    Place begin = here(v);
    pass(v);
    Key key = {offset(v), 0, {v->element->len, 0}};
    unsigned patience = 0;
    for (int c; (c = peek(v, error)) >= 0;) {
        if (c == '\n') {
            fail(v, here(v), "malformed", "end the text with \", or write a line end in it as \\n",
                 "a line ends inside a text", error);
            return false;
        }
        if (offset(v) > JSON_LONGEST)
            break;
        if (patience-- == 0) { /* what is not plain stands in the eight bytes behind */
            size_t plain = json_plain_length(v->buffer->str + v->at, v->buffer->len - v->at);
            v->at += plain;
            v->column += (uint32_t)plain;
            patience = 8;
            if (plain)
                continue;
        }
        pass(v);
        if (c == '\\' && peek(v, error) >= 0) {
            pass(v);
        } else if (c == '"') {
            key.end = offset(v) - 1;
            if (scan->is_key)
                g_array_append_val(v->key, key);
            return true;
        }
    }
    if (!*error && offset(v) <= JSON_LONGEST)
        fail(v, begin, "truncated", "the file is cut off: get the whole of it", "the text that begins here has no end",
             error);
    return !*error; /* too long is told by the caller */
}

/* What a bracket or comma does to where one is. */
static void pass_mark(JsonValues *v, Scan *scan, int c)
{
    pass(v);
    if (c == '{' || c == '[') {
        scan->depth++;
        scan->key_next = scan->depth == 1 && c == '{';
        scan->object = scan->object || scan->key_next;
        if (scan->depth == 2)
            scan->element_next = scan->in_key_array = c == '[' && scan->object && v->key->len;
    } else if (c == '}' || c == ']') {
        scan->depth--;
        scan->element_next = false;
    } else if (c == ',') {
        scan->key_next = scan->depth == 1 && scan->object;
        scan->element_next = scan->depth == 2 && scan->in_key_array;
    }
}

static void note_element(JsonValues *v, Scan *scan)
{
    if (!scan->element_next || scan->depth != 2)
        return;
    uint32_t begin = offset(v);
    g_array_append_val(v->element, begin);
    g_array_index(v->key, Key, v->key->len - 1).elements.n++;
    scan->element_next = false;
}

static bool is_mark(int c) { return c == ',' || c == ':' || c == '[' || c == ']' || c == '{' || c == '}'; }

/* A number or a word, as long as it goes on. */
static void pass_scalar(JsonValues *v, GError **error)
{
    int c;
    do
        pass(v);
    while ((c = peek(v, error)) > 0 && !is_blank(c) && c != '"' && !is_mark(c));
}

static bool pass_value(JsonValues *v, GError **error)
{
    Scan scan = {0};
    for (int c; (c = peek(v, error)) >= 0;) {
        if (offset(v) > JSON_LONGEST) {
            fail(v, v->place, "too-long", "look for a quote or bracket that is missing", "a value of more than 256 MB",
                 error);
            return false;
        }
        if (!is_blank(c) && c != ']' && c != ',')
            note_element(v, &scan);
        if (c == '"') {
            scan.is_key = scan.depth == 1 && scan.key_next;
            scan.key_next = false;
            if (!pass_string(v, &scan, error))
                return false;
        } else if (is_mark(c)) {
            if (scan.depth == 0 && c != '{' && c != '[') {
                fail(v, here(v), "malformed", "look for a bracket too many", "a value does not begin like this", error);
                return false;
            }
            pass_mark(v, &scan, c);
        } else if (is_blank(c)) {
            pass(v);
        } else {
            pass_scalar(v, error);
        }
        if (scan.depth > JSON_DEEPEST) {
            fail(v, here(v), "too-deep", "annotations have no such depth: look for brackets that are missing",
                 "brackets nested more than 200 deep", error);
            return false;
        }
        if (scan.depth == 0)
            return true;
    }
    if (!*error)
        fail(v, v->place, "truncated", "the file is cut off: get the whole of it",
             "the value that begins here has no end", error);
    return false;
}

const char *json_values_next(JsonValues *v, size_t *n, GError **error)
{
    GError *failure = NULL;
    g_array_set_size(v->key, 0);
    g_array_set_size(v->element, 0);
    bool there = find_value(v, &failure);
    v->place = v->cursor_place = here(v);
    v->cursor = 0;
    if (there)
        there = pass_value(v, &failure);
    else if (!failure && v->in_array)
        fail(v, here(v), "truncated", "the file is cut off: get the whole of it", "the array has no end", &failure);
    if (failure)
        g_propagate_error(error, failure);
    *n = there ? offset(v) : 0;
    return there ? v->buffer->str + v->start : NULL;
}

/* How many bytes, by eights, are columns of one line: ASCII without a line end. */
static size_t line_length(const char *s, size_t n)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t w;
        memcpy(&w, s + i, sizeof w);
        uint64_t end = w ^ ones * '\n';
        if ((w | ((end - ones) & ~end)) & high)
            break;
    }
    return i;
}

Place json_values_place(JsonValues *v, size_t byte)
{
    if (byte < v->cursor) {
        v->cursor = 0;
        v->cursor_place = v->place;
    }
    const char *at = v->buffer->str + v->start + v->cursor, *begin = at;
    const char *end = v->buffer->str + v->start + MIN(byte, (size_t)offset(v));
    while (at < end) {
        size_t n = line_length(at, (size_t)(end - at));
        at += n;
        v->cursor_place.column += (uint32_t)n;
        for (const char *stop = at + MIN(8, end - at); at < stop; at++) {
            if (*at == '\n') {
                v->cursor_place.line++;
                v->cursor_place.column = 1;
            } else if (((unsigned char)*at & 0xC0) != 0x80) {
                v->cursor_place.column++;
            }
        }
    }
    v->cursor += (uint32_t)(at - begin);
    return v->cursor_place;
}

/* The byte a caret belongs under: jansson tells the end of what it could not take, and quotes it. */
static size_t wrong_byte(const json_error_t *wrong, const char *value, size_t n)
{
    size_t end = wrong->position > 0 ? MIN((size_t)wrong->position, n) : 0;
    const char *near = strstr(wrong->text, "near '"), *stop = near ? strrchr(near, '\'') : NULL;
    size_t length = stop && stop >= near + 6 ? (size_t)(stop - near - 6) : 0;
    size_t at = end ? end - 1 : 0;
    if (length && length <= end && memcmp(value + end - length, near + 6, length) == 0)
        at = end - length;
    while (at > 0 && ((unsigned char)value[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* What our own parser refuses jansson is asked to word. */
static void tell_wrong(JsonValues *v, const char *value, size_t n, GError **error)
{
    json_error_t wrong = {.text = "a NUL stands in it"};
    json_t *loaded = json_loadb(value, n, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &wrong);
    json_decref(loaded);
    size_t at = loaded ? 0 : wrong_byte(&wrong, value, n);
    bool encoding = !loaded && json_error_code(&wrong) == json_error_invalid_utf8;
    g_autofree char *text = g_strdelimit(g_strdup(wrong.text), "\n\r", ' ');
    failure_set(error, ERROR_IO, json_values_place(v, at), encoding ? "bad-encoding" : "malformed",
                encoding ? "save the file as UTF-8" : "mend it there; python3 -m json.tool shows the same place",
                "this is not JSON: %s", text);
}

const Json *json_values_load(JsonValues *v, const char *value, size_t n, GError **error)
{
    const Json *loaded = json_table_read(v->table, value, n);
    if (!loaded)
        tell_wrong(v, value, n, error);
    return loaded;
}

static bool is_key(const JsonValues *v, guint i, const char *name, size_t n)
{
    const Key *k = &g_array_index(v->key, Key, i);
    return k->end - k->begin == n && memcmp(v->buffer->str + v->start + k->begin, name, n) == 0;
}

Place json_values_element(JsonValues *v, const char *key, size_t element)
{
    size_t n = strlen(key);
    if (v->last_key >= v->key->len || !is_key(v, v->last_key, key, n)) {
        for (v->last_key = 0; v->last_key < v->key->len && !is_key(v, v->last_key, key, n);)
            v->last_key++;
    }
    if (v->last_key >= v->key->len)
        return v->place;
    const Key *k = &g_array_index(v->key, Key, v->last_key);
    if (element >= k->elements.n)
        return json_values_place(v, k->begin - 1);
    return json_values_place(v, g_array_index(v->element, uint32_t, k->elements.first + element));
}

const char *json_values_digest(JsonValues *v)
{
    Digest copy = v->digest;
    return digest_hex(&copy, v->hex);
}

uint64_t json_values_n_bytes(const JsonValues *v) { return v->n_bytes; }
