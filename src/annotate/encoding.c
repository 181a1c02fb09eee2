/* encoding.c - byte order marks, declarations, and a guess that is told. */
#include "encoding.h"
#include "utf8.h"
#include <string.h>

/* 0x80 … 0x9F of windows-1252; 0 where it has no character. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static GString *from_windows(const char *bytes, size_t n)
{
    GString *text = g_string_sized_new(n + n / 8);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c < 0x80)
            g_string_append_c(text, (char)c);
        else
            g_string_append_unichar(text, c >= 0xA0 ? c : windows[c - 0x80] ? windows[c - 0x80] : 0xFFFD);
    }
    return text;
}

/* What browsers mean by the names that pages use; NULL: the name itself. */
static const char *meant(const char *name)
{
    static const char *const pair[][2] = {
        {"iso-8859-1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"latin-1", "windows-1252"},
        {"ascii", "windows-1252"},
        {"us-ascii", "windows-1252"},
        {"cp1252", "windows-1252"},
        {"x-cp1252", "windows-1252"},
        {"utf8", "utf-8"},
        {"unicode-1-1-utf-8", "utf-8"},
        {"gb2312", "GB18030"},
        {"gbk", "GB18030"},
        {"gb_2312-80", "GB18030"},
        {"shift_jis", "CP932"},
        {"shift-jis", "CP932"},
        {"sjis", "CP932"},
        {"x-sjis", "CP932"},
        {"euc-kr", "CP949"},
        {"ks_c_5601-1987", "CP949"},
        {"tis-620", "CP874"},
        {"iso-8859-11", "CP874"},
        {"windows-874", "CP874"},
        {"iso-8859-9", "CP1254"},
        {"utf-16", "UTF-16LE"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pair); i++) {
        if (!g_ascii_strcasecmp(name, pair[i][0]))
            return pair[i][1];
    }
    return name;
}

static bool is_utf8(const char *bytes, size_t n)
{
    const char *end = bytes;
    while (n && !g_utf8_validate_len(bytes, n, &end) &&
           *end == 0) { /* a NUL is a forbidden character, not an encoding */
        n -= (size_t)(end + 1 - bytes);
        bytes = end + 1;
    }
    return n == 0 || g_utf8_validate_len(bytes, n, NULL);
}

/* NULL where the bytes are not valid in it, or it is not known. */
static GString *from_named(const char *name, const char *bytes, size_t n)
{
    name = meant(name);
    if (!g_ascii_strcasecmp(name, "windows-1252"))
        return from_windows(bytes, n);
    if (!g_ascii_strcasecmp(name, "utf-8"))
        return is_utf8(bytes, n) ? g_string_new_len(bytes, (gssize)n) : NULL;
    gsize n_out = 0;
    g_autofree char *out = g_convert(bytes, (gssize)n, "UTF-8", name, NULL, &n_out, NULL);
    return out ? g_string_new_len(out, (gssize)n_out) : NULL;
}

/* UTF-16 without a mark: text of Latin letters has its zeros at every other byte. */
static const char *by_zeros(const char *bytes, size_t n)
{
    size_t look = MIN(n, 4096) & ~(size_t)1, even = 0, odd = 0;
    for (size_t i = 0; i < look; i++)
        *(i % 2 ? &odd : &even) += bytes[i] == 0;
    if (look < 4)
        return NULL;
    if (odd > look / 4 && even <= look / 32)
        return "UTF-16LE";
    return even > look / 4 && odd <= look / 32 ? "UTF-16BE" : NULL;
}

static void G_GNUC_PRINTF(3, 4) tell(Diagnostics *diagnostics, const char *path, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    diagnostics_add(diagnostics, DIAGNOSTIC_GUESSED_ENCODING, (Place){g_intern_string(path), 0, 0}, NULL, "%s", text);
}

static GString *decode(const char *path, const char *bytes, size_t n, const char *declared, Diagnostics *diagnostics)
{
    static const struct {
        const char *mark, *name;
        size_t n;
    } marks[] = {{"\xEF\xBB\xBF", "UTF-8", 3}, {"\xFF\xFE", "UTF-16LE", 2}, {"\xFE\xFF", "UTF-16BE", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (n < marks[i].n || memcmp(bytes, marks[i].mark, marks[i].n) != 0)
            continue;
        size_t rest = n - marks[i].n;
        GString *text = from_named(marks[i].name, bytes + marks[i].n, i == 0 ? rest : rest & ~(size_t)1);
        if (text)
            return text;
        tell(diagnostics, path, "the byte order mark says %s but the bytes are not; read as windows-1252",
             marks[i].name);
        return from_windows(bytes + marks[i].n, n - marks[i].n);
    }
    const char *zeros = by_zeros(bytes, n);
    GString *text = zeros ? from_named(zeros, bytes, n & ~(gsize)1) : NULL;
    if (text)
        return text;
    bool utf8 = is_utf8(bytes, n);
    if (declared && *declared && !(utf8 && !g_ascii_strcasecmp(meant(declared), "utf-8"))) {
        text = from_named(declared, bytes, n);
        if (text)
            return text;
        tell(diagnostics, path, "\"%s\" is declared but the bytes are not; read as %s", declared,
             utf8 ? "UTF-8" : "windows-1252");
    } else if (!utf8) {
        tell(diagnostics, path, "no encoding is declared and the bytes are not UTF-8; read as windows-1252");
    }
    return utf8 ? g_string_new_len(bytes, (gssize)n) : from_windows(bytes, n);
}

/* Line ends and forbidden characters, in place. Returns how many were forbidden. */
static size_t mend(GString *text)
{
    g_autoptr(GString) out = g_string_sized_new(text->len + 1);
    size_t n_bad = 0, from = 0;
    for (size_t i = 0; i < text->len; i++) {
        unsigned char c = (unsigned char)text->str[i];
        bool nonchar = c == 0xEF && i + 2 < text->len && (unsigned char)text->str[i + 1] == 0xBF &&
                       (unsigned char)text->str[i + 2] >= 0xBE;
        if (c != '\r' && (c >= 0x20 || c == '\t' || c == '\n') && !nonchar)
            continue;
        g_string_append_len(out, text->str + from, (gssize)(i - from));
        if (c == '\r') {
            if (i + 1 == text->len || text->str[i + 1] != '\n')
                g_string_append_c(out, '\n');
        } else {
            g_string_append(out, "\xEF\xBF\xBD");
            n_bad++;
        }
        i += nonchar ? 2 : 0;
        from = i + 1;
    }
    g_string_append_len(out, text->str + from, (gssize)(text->len - from));
    g_string_truncate(text, 0);
    g_string_append_len(text, out->str, (gssize)out->len);
    return n_bad;
}

char *encoding_decode(const char *path, const char *bytes, size_t n, const char *declared, size_t *n_text,
                      Diagnostics *diagnostics)
{
    GString *text = decode(path, bytes, n, declared, diagnostics);
    size_t n_bad = mend(text);
    if (n_bad)
        diagnostics_add(diagnostics, DIAGNOSTIC_BAD_CHARACTER, (Place){g_intern_string(path), 0, 0}, NULL,
                        "%zu character%s that XML forbids %s replaced by U+FFFD", n_bad, n_bad == 1 ? "" : "s",
                        n_bad == 1 ? "is" : "are");
    *n_text = text->len;
    return g_string_free(text, FALSE);
}

char *encoding_of_page(const char *bytes, size_t n)
{
    g_autofree char *head = g_ascii_strdown(bytes, (gssize)MIN(n, 4096));
    static const char *const key[] = {"charset", "encoding"};
    for (size_t k = 0; k < G_N_ELEMENTS(key); k++) {
        /* the words count only inside <meta …> and <?xml …?> */
        for (const char *at = strstr(head, key[k]); at; at = strstr(at + 1, key[k])) {
            const char *open = g_strrstr_len(head, at - head, "<");
            if (!open || !g_str_has_prefix(open, k == 0 ? "<meta" : "<?xml"))
                continue;
            const char *p = at + strlen(key[k]);
            p += strspn(p, " \t\n");
            if (*p != '=')
                continue;
            p += 1 + strspn(p + 1, " \t\n\"'");
            size_t length = strspn(p, "abcdefghijklmnopqrstuvwxyz0123456789-_.:");
            if (length && length < 40)
                return g_strndup(p, length);
        }
    }
    return NULL;
}
