/* xml_window.c - decoding and checking the bytes of an XML file, and counting its lines and columns. */
#include "xml_window.h"
#include <errno.h>
#include <string.h>

enum { DECLARATION_BYTES = 1024, LONGEST_NAME = 40 };

void xml_window_init(XmlWindow *w)
{
    *w = (XmlWindow){
        .raw = g_byte_array_new(), .text = g_byte_array_new(), .converter = (GIConv)-1, .line = 1, .column = 1};
}

void xml_window_clear(XmlWindow *w)
{
    g_byte_array_free(w->raw, TRUE);
    g_byte_array_free(w->text, TRUE);
    if (w->converter != (GIConv)-1)
        g_iconv_close(w->converter);
}

/* Eight bytes that are all 0x20 … 0x7F. */
static bool is_plain(const guint8 *p)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t w;
    memcpy(&w, p, sizeof w);
    return ((w | (w - ones * 0x20)) & high) == 0;
}

/* Length of the character at p, 0 where it is not valid, or more than there is where it may be cut off. */
static size_t character_length(const guint8 *p, size_t left)
{
    size_t n = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;
    for (size_t i = 1; i < n && i < left; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    }
    if (n >= 3 && left >= 2) { /* overlong forms, surrogates, beyond U+10FFFF */
        bool bad = (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] >= 0xA0) || (p[0] == 0xF0 && p[1] < 0x90) ||
                   (p[0] == 0xF4 && p[1] >= 0x90);
        return bad ? 0 : n;
    }
    return n;
}

static bool is_forbidden(const guint8 *p, size_t n)
{
    if (n == 1)
        return p[0] < 0x20 && p[0] != '\t' && p[0] != '\n' && p[0] != '\r';
    return n == 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE; /* U+FFFE, U+FFFF */
}

static XmlFault check(XmlWindow *w, bool last)
{
    if (w->text->len == 0) /* then data may be NULL */
        return XML_FAULT_NONE;
    const guint8 *from = w->text->data, *p = from + w->n_valid, *end = from + w->text->len;
    XmlFault fault = XML_FAULT_NONE;
    while (p < end && fault == XML_FAULT_NONE) {
        if (end - p >= 8 && is_plain(p)) {
            p += 8;
            continue;
        }
        size_t n = character_length(p, (size_t)(end - p));
        if (n > (size_t)(end - p) && !last)
            break;
        if (n == 0 || n > (size_t)(end - p))
            fault = XML_FAULT_BAD_BYTES;
        else if (is_forbidden(p, n))
            fault = XML_FAULT_CONTROL;
        else
            p += n;
    }
    w->n_valid = (size_t)(p - from);
    return fault;
}

static bool begins_with(const GByteArray *bytes, const char *prefix, size_t n)
{
    return bytes->len >= n && memcmp(bytes->data, prefix, n) == 0;
}

/* The name in encoding="…" of the first bytes, or NULL. */
static char *declared_encoding(const GByteArray *bytes)
{
    g_autofree char *head = g_strndup((const char *)bytes->data, MIN(bytes->len, DECLARATION_BYTES));
    char *end = strstr(head, "?>");
    if (!end || !g_str_has_prefix(head, "<?xml") || !g_ascii_isspace(head[5]))
        return NULL;
    *end = '\0';
    const char *at = strstr(head, "encoding");
    if (!at)
        return NULL;
    at += strlen("encoding");
    at += strspn(at, " \t\r\n");
    if (*at++ != '=')
        return NULL;
    at += strspn(at, " \t\r\n");
    const char *close = *at == '"' || *at == '\'' ? strchr(at + 1, *at) : NULL;
    return close ? g_strndup(at + 1, (gsize)(close - at - 1)) : NULL;
}

char *xml_window_declared(const XmlWindow *w)
{
    char *name = declared_encoding(w->raw);
    return name ? name : declared_encoding(w->text);
}

static XmlFault open_converter(XmlWindow *w, const char *encoding)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    if (strlen(encoding) <= LONGEST_NAME && encoding[strspn(encoding, letters)] == '\0')
        w->converter = g_iconv_open("UTF-8", encoding);
    return w->converter == (GIConv)-1 ? XML_FAULT_UNKNOWN_ENCODING : XML_FAULT_NONE;
}

/* Takes the encoding from the first bytes; false while there are too few of them. */
static bool decide(XmlWindow *w, bool last, XmlFault *fault)
{
    const GByteArray *raw = w->raw;
    *fault = XML_FAULT_NONE;
    if (raw->len < 5 && !last)
        return false;
    if (begins_with(raw, "\xEF\xBB\xBF", 3))
        g_byte_array_remove_range(w->raw, 0, 3);
    else if (begins_with(raw, "\xFF\xFE", 2) || begins_with(raw, "\xFE\xFF", 2)) {
        *fault = open_converter(w, raw->data[0] == 0xFF ? "UTF-16LE" : "UTF-16BE");
        g_byte_array_remove_range(w->raw, 0, 2);
    } else if (begins_with(raw, "<\0", 2) || begins_with(raw, "\0<", 2))
        *fault = open_converter(w, raw->data[0] == '<' ? "UTF-16LE" : "UTF-16BE");
    else if (begins_with(raw, "<?xml", 5)) {
        bool whole = g_strstr_len((const char *)raw->data, raw->len, "?>") != NULL;
        if (!whole && !last && raw->len < DECLARATION_BYTES)
            return false;
        g_autofree char *name = declared_encoding(raw);
        static const char *const as_is[] = {"UTF-8", "UTF8", "US-ASCII", "ASCII", "UTF-16", "UTF-16LE", "UTF-16BE"};
        bool utf8 = !name;
        for (size_t i = 0; i < G_N_ELEMENTS(as_is) && !utf8; i++)
            utf8 = g_ascii_strcasecmp(name, as_is[i]) == 0;
        if (!utf8)
            *fault = open_converter(w, name);
    }
    return true;
}

/* Converts what is there; an incomplete character at the end waits for more. */
static XmlFault convert(XmlWindow *w, bool last)
{
    char *in = (char *)w->raw->data;
    gsize left = w->raw->len;
    XmlFault fault = XML_FAULT_NONE;
    while (left > 0 && fault == XML_FAULT_NONE) {
        guint before = w->text->len;
        gsize room = left * 2 + 16;
        g_byte_array_set_size(w->text, (guint)(before + room));
        char *out = (char *)w->text->data + before;
        gsize done = g_iconv(w->converter, &in, &left, &out, &room);
        int why = errno;
        g_byte_array_set_size(w->text, (guint)((guint8 *)out - w->text->data));
        if (done == (gsize)-1 && why == EINVAL && !last)
            break;
        if (done == (gsize)-1 && why != E2BIG)
            fault = XML_FAULT_BAD_BYTES;
    }
    g_byte_array_remove_range(w->raw, 0, (guint)(w->raw->len - left));
    return fault;
}

XmlFault xml_window_add(XmlWindow *w, const char *bytes, size_t n, bool last)
{
    XmlFault fault = XML_FAULT_NONE;
    if (w->decided && w->converter == (GIConv)-1) {
        g_byte_array_append(w->text, (const guint8 *)bytes, (guint)n);
        return check(w, last);
    }
    g_byte_array_append(w->raw, (const guint8 *)bytes, (guint)n);
    if (!w->decided) {
        w->decided = decide(w, last, &fault);
        if (fault != XML_FAULT_NONE || !w->decided)
            return fault;
    }
    if (w->converter == (GIConv)-1) {
        g_byte_array_append(w->text, w->raw->data, w->raw->len);
        g_byte_array_set_size(w->raw, 0);
        return check(w, last);
    }
    fault = convert(w, last);
    XmlFault in_text = check(w, last && fault == XML_FAULT_NONE);
    return in_text != XML_FAULT_NONE ? in_text : fault;
}

void xml_window_locate(XmlWindow *w, uint64_t offset)
{
    const uint64_t most = w->offset + w->text->len;
    offset = MIN(offset, most);
    if (offset <= w->at)
        return;
    const guint8 *p = w->text->data + (w->at - w->offset), *end = w->text->data + (offset - w->offset);
    for (const guint8 *feed; (feed = memchr(p, '\n', (size_t)(end - p))); p = feed + 1) {
        w->line++;
        w->column = 1;
    }
    uint32_t column = w->column;
    for (; p < end; p++)
        column += (*p & 0xC0) != 0x80;
    w->column = column;
    w->at = offset;
}

void xml_window_forget(XmlWindow *w)
{
    size_t n = (size_t)(w->at - w->offset);
    if (n == 0)
        return;
    g_byte_array_remove_range(w->text, 0, (guint)n);
    w->n_valid -= n;
    w->offset += n;
}
