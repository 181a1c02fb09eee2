/* json_table.c - a JSON value as a flat table: every value in the order of the text, all that is in it behind it. */
#include "json_table.h"
#include <errno.h>
#include <glib.h>
#include <math.h>

enum { FEW_KEYS = 32, PLAIN_DIGITS = 18, PLAIN_REAL = 200 };

struct JsonTable {
    GArray *row; /* Json */
    char *text;  /* what is unescaped: never longer than it was written */
    size_t room;
};

typedef struct Reading {
    GArray *row;
    const char *at, *end;
    char *out;
    unsigned depth;
} Reading;

JsonTable *json_table_new(void)
{
    JsonTable *t = g_new0(JsonTable, 1);
    t->row = g_array_new(FALSE, FALSE, sizeof(Json));
    return t;
}

void json_table_free(JsonTable *t)
{
    if (!t)
        return;
    g_array_free(t->row, TRUE);
    g_free(t->text);
    g_free(t);
}

static void pass_blanks(Reading *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t' || *r->at == '\r'))
        r->at++;
}

static bool pass(Reading *r, char c)
{
    bool there = r->at < r->end && *r->at == c;
    r->at += there;
    return there;
}

/* Eight bytes that stand for themselves: ASCII, no control, quote or backslash. */
static bool is_plain(uint64_t w)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';
    return ((w | (w - ones * ' ') | ((quote - ones) & ~quote) | ((slash - ones) & ~slash)) & high) == 0;
}

size_t json_plain_length(const char *s, size_t n)
{
    size_t i = 0;
    for (uint64_t w; i + 8 <= n; i += 8) {
        memcpy(&w, s + i, 8);
        if (!is_plain(w))
            break;
    }
    return i;
}

static bool read_hex(Reading *r, gunichar *c)
{
    if (r->end - r->at < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        int digit = g_ascii_xdigit_value(*r->at++);
        if (digit < 0)
            return false;
        *c = *c << 4 | (gunichar)digit;
    }
    return true;
}

/* What stands behind \u: one character, or a pair of surrogates. */
static bool read_code(Reading *r)
{
    gunichar c = 0, low = 0;
    if (!read_hex(r, &c) || c == 0 || (c >= 0xDC00 && c <= 0xDFFF))
        return false;
    if (c >= 0xD800 && c <= 0xDBFF) {
        if (!pass(r, '\\') || !pass(r, 'u') || !read_hex(r, &low) || low < 0xDC00 || low > 0xDFFF)
            return false;
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    r->out += g_unichar_to_utf8(c, r->out);
    return true;
}

static bool read_escape(Reading *r)
{
    static const char written[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    if (r->at == r->end)
        return false;
    char c = *r->at++;
    const char *known = c ? strchr(written, c) : NULL;
    if (!known)
        return c == 'u' && read_code(r);
    *r->out++ = meant[known - written];
    return true;
}

/* A character beyond ASCII. */
static bool read_character(Reading *r)
{
    gunichar c = g_utf8_get_char_validated(r->at, r->end - r->at);
    if (c >= (gunichar)-2)
        return false;
    for (const char *next = g_utf8_next_char(r->at); r->at < next;)
        *r->out++ = *r->at++;
    return true;
}

/* From behind its quote to behind its quote. */
static bool read_text(Reading *r, const char **text, uint32_t *n)
{
    unsigned patience = 0;
    *text = r->out;
    for (;;) {
        if (patience-- == 0) { /* what is not plain stands in the eight bytes behind */
            size_t plain = json_plain_length(r->at, (size_t)(r->end - r->at));
            memcpy(r->out, r->at, plain);
            r->at += plain;
            r->out += plain;
            patience = 7;
        }
        if (r->at == r->end)
            return false;
        unsigned char c = (unsigned char)*r->at;
        if (c == '"')
            break;
        if (c < ' ' || (c >= 0x80 && !read_character(r)))
            return false;
        if (c >= 0x80)
            continue;
        r->at++;
        if (c != '\\')
            *r->out++ = (char)c;
        else if (!read_escape(r))
            return false;
    }
    *n = (uint32_t)(r->out - *text);
    r->at++;
    *r->out++ = '\0';
    return true;
}

static size_t pass_digits(Reading *r)
{
    const char *from = r->at;
    while (r->at < r->end && g_ascii_isdigit(*r->at))
        r->at++;
    return (size_t)(r->at - from);
}

/* A whole number of many digits; false: beyond 64 bits. */
static bool read_long(const char *from, size_t n, int64_t *whole)
{
    g_autofree char *number = g_strndup(from, n);
    errno = 0;
    *whole = g_ascii_strtoll(number, NULL, 10);
    return errno != ERANGE;
}

static bool fits_double(const char *from, size_t n)
{
    g_autofree char *number = g_strndup(from, n);
    return isfinite(g_ascii_strtod(number, NULL));
}

static bool read_number(Reading *r, Json *v)
{
    const char *from = r->at;
    bool minus = pass(r, '-'), zero = r->at < r->end && *r->at == '0', exponent = false;
    size_t n = pass_digits(r);
    if (n == 0 || (zero && n > 1))
        return false;
    v->kind = VALUE_WHOLE;
    if (pass(r, '.')) {
        v->kind = VALUE_REAL;
        if (pass_digits(r) == 0)
            return false;
    }
    if (pass(r, 'e') || pass(r, 'E')) {
        v->kind = VALUE_REAL;
        exponent = true;
        if (!pass(r, '+'))
            pass(r, '-');
        if (pass_digits(r) == 0)
            return false;
    }
    size_t length = (size_t)(r->at - from);
    if (v->kind == VALUE_REAL)
        return (!exponent && length < PLAIN_REAL) || fits_double(from, length);
    if (n > PLAIN_DIGITS)
        return read_long(from, length, &v->whole);
    int64_t whole = 0;
    for (const char *c = from + minus; c < r->at; c++)
        whole = whole * 10 + (*c - '0');
    v->whole = minus ? -whole : whole;
    return true;
}

static bool read_word(Reading *r, const char *word)
{
    size_t n = strlen(word);
    if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0)
        return false;
    r->at += n;
    return true;
}

static Json *row_at(const Reading *r, guint i) { return &g_array_index(r->row, Json, i); }

/* Is the last member of the object the only one of its key? */
static bool is_new_key(const Reading *r, guint object, guint member, GHashTable **many)
{
    const Json *own = row_at(r, member);
    if (row_at(r, object)->n < FEW_KEYS) {
        for (guint i = object + 1; i < member; i += row_at(r, i)->size) {
            const Json *other = row_at(r, i);
            if (other->n_key == own->n_key && memcmp(other->key, own->key, own->n_key) == 0)
                return false;
        }
        return true;
    }
    if (!*many) {
        *many = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = object + 1; i < member; i += row_at(r, i)->size)
            g_hash_table_add(*many, (char *)row_at(r, i)->key);
    }
    return g_hash_table_add(*many, (char *)own->key);
}

static bool read_value(Reading *r, const char *key, uint32_t n_key);

static bool read_members(Reading *r, guint object)
{
    g_autoptr(GHashTable) many = NULL;
    pass_blanks(r);
    if (pass(r, '}'))
        return true;
    do {
        const char *key;
        uint32_t n_key;
        guint member = r->row->len;
        pass_blanks(r);
        if (!pass(r, '"') || !read_text(r, &key, &n_key))
            return false;
        pass_blanks(r);
        if (!pass(r, ':') || !read_value(r, key, n_key) || !is_new_key(r, object, member, &many))
            return false;
        row_at(r, object)->n++;
        pass_blanks(r);
    } while (pass(r, ','));
    return pass(r, '}');
}

static bool read_elements(Reading *r, guint list)
{
    pass_blanks(r);
    if (pass(r, ']'))
        return true;
    do {
        if (!read_value(r, NULL, 0))
            return false;
        row_at(r, list)->n++;
        pass_blanks(r);
    } while (pass(r, ','));
    return pass(r, ']');
}

static bool read_value(Reading *r, const char *key, uint32_t n_key)
{
    guint row = r->row->len;
    Json v = {.kind = VALUE_BOOLEAN, .size = 1, .key = key, .n_key = n_key};
    pass_blanks(r);
    char c = r->at < r->end ? *r->at : '\0';
    bool done = true, within = c == '{' || c == '[';
    if (within) {
        v.kind = c == '{' ? VALUE_OBJECT : VALUE_LIST;
        r->at++;
    } else if (c == '"') {
        v.kind = VALUE_TEXT;
        r->at++;
        done = read_text(r, &v.text, &v.n);
    } else if (c == 'n') {
        v.kind = VALUE_NULL;
        done = read_word(r, "null");
    } else if (c == 't' || c == 'f') {
        done = read_word(r, c == 't' ? "true" : "false");
    } else {
        done = read_number(r, &v);
    }
    g_array_append_val(r->row, v);
    if (!within)
        return done;
    done = ++r->depth <= JSON_DEEPEST && (c == '{' ? read_members(r, row) : read_elements(r, row));
    r->depth--;
    row_at(r, row)->size = r->row->len - row;
    return done;
}

const Json *json_table_read(JsonTable *t, const char *text, size_t n)
{
    if (t->room < n + 16) {
        t->room = n + n / 2 + 16;
        g_free(t->text);
        t->text = g_malloc(t->room);
    }
    g_array_set_size(t->row, 0);
    Reading r = {.row = t->row, .at = text, .end = text + n, .out = t->text};
    bool done = read_value(&r, NULL, 0);
    pass_blanks(&r);
    return done && r.at == r.end ? &g_array_index(t->row, Json, 0) : NULL;
}
