/* tei_file.c - a TEI file under construction: escaping, ids, pointers, dates. */
#include "tei_file.h"
#include "markup.h"
#include <string.h>

enum { FLUSH_BYTES = 1 << 16 };

void tei_file_init(TeiFile *t, const Annotation *w, DocumentId document, Output *out)
{
    *t = (TeiFile){.w = w,
                   .corpus = w->annotated->corpus,
                   .document = document,
                   .out = out,
                   .taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                   .mention_id = g_hash_table_new_full(NULL, NULL, NULL, g_free),
                   .place = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free)};
}

static void flush(TeiFile *t)
{
    if (t->line.n)
        output_bytes(t->out, t->line.text, t->line.n);
    line_clear(&t->line);
}

void tei_file_clear(TeiFile *t)
{
    g_hash_table_unref(t->taken);
    g_hash_table_unref(t->mention_id);
    g_hash_table_unref(t->place);
    flush(t);
    line_free(&t->line);
}

/* Does XML 1.0 have this character? s is valid UTF-8. */
static bool is_xml(const char *s)
{
    unsigned char b = (unsigned char)*s;
    if (b < ' ')
        return b == '\t' || b == '\n' || b == '\r';
    return b != 0xEF || (unsigned char)s[1] != 0xBF || ((unsigned char)s[2] & 0xFE) != 0xBE; /* U+FFFE, U+FFFF */
}

/* Most characters do not; of wide ones only U+FFFE and U+FFFF. */
static inline bool may_need_escape(char c)
{
    unsigned char b = (unsigned char)c;
    return b < ' ' || b == '"' || b == '&' || b == '<' || b == '>' || b == 0xEF;
}

static void write_escaped(TeiFile *t, const char *s, size_t n, bool attribute)
{
    size_t from = 0;
    for (size_t i = 0; i < n; i++) {
        if (!may_need_escape(s[i]))
            continue;
        bool foreign = !is_xml(s + i);
        const char *escape = foreign ? "\xEF\xBF\xBD" : markup_reference(s[i], attribute);
        if (!escape)
            continue;
        line_bytes(&t->line, s + from, i - from);
        line_text(&t->line, escape);
        if (foreign && (unsigned char)s[i] >= ' ')
            i += 2;
        from = i + 1;
        losses_add(t->w->losses, "control characters, which XML has none of", foreign);
    }
    line_bytes(&t->line, s + from, n - from);
}

void tei_text(TeiFile *t, const char *s, size_t n) { write_escaped(t, s, n, false); }

void tei_attribute(TeiFile *t, const char *name, const char *value)
{
    if (!value || *value == '\0')
        return;
    line_text(&t->line, " ");
    line_text(&t->line, name);
    line_text(&t->line, "=\"");
    write_escaped(t, value, strlen(value), true);
    line_text(&t->line, "\"");
}

void tei_begin(TeiFile *t, const char *name)
{
    if (t->line.n >= FLUSH_BYTES)
        flush(t);
    line_text(&t->line, "<");
    line_text(&t->line, name);
}

void tei_end(TeiFile *t, const char *name)
{
    line_text(&t->line, "</");
    line_text(&t->line, name);
    line_text(&t->line, ">");
}

void tei_word(TeiFile *t, const char *name, const char *value)
{
    if (!value || !value[strcspn(value, " \t\n\f\r")]) {
        tei_attribute(t, name, value);
        return;
    }
    g_autofree char *word = g_strdelimit(g_strdup(value), " \t\n\f\r", '-');
    losses_add(t->w->losses, "blanks in types, roles and series of identifiers, now hyphens", 1);
    tei_attribute(t, name, word);
}

void tei_cert_attribute(TeiFile *t, Certainty cert) { tei_attribute(t, "cert", certainty_name(cert)); }

void tei_element(TeiFile *t, const char *name, const char *type, const char *content)
{
    tei_begin(t, name);
    tei_word(t, "type", type);
    line_text(&t->line, ">");
    tei_text(t, content, strlen(content));
    tei_end(t, name);
}

/* Is it one day, month or year, so that one attribute says it? */
static bool is_simple(Date d, char text[DATE_SIZE])
{
    date_format(d, text);
    return *text && !strchr(text, '/');
}

static void write_bounds(TeiFile *t, int32_t earliest, int32_t latest)
{
    char day[DATE_SIZE];
    if (earliest != INT32_MIN)
        tei_attribute(t, "notBefore", date_format_day(earliest, day));
    if (latest != INT32_MAX)
        tei_attribute(t, "notAfter", date_format_day(latest, day));
}

void tei_period(TeiFile *t, Date first, Date last)
{
    char from[DATE_SIZE], to[DATE_SIZE];
    bool simple_from = is_simple(first, from), simple_to = is_simple(last, to);
    bool same = first.earliest == last.earliest && first.latest == last.latest;
    if (same && simple_from) {
        tei_attribute(t, "when", from);
    } else if (same) {
        write_bounds(t, first.earliest, first.latest);
    } else if (simple_from || simple_to) { /* an end that is not simple is what the reader makes of its bounds */
        tei_attribute(t, "from", simple_from ? from : NULL);
        tei_attribute(t, "to", simple_to ? to : NULL);
        if (!simple_from)
            write_bounds(t, first.earliest, INT32_MAX);
        if (!simple_to)
            write_bounds(t, INT32_MIN, last.latest);
        bool exact = (simple_from || first.latest == last.latest) && (simple_to || last.earliest == first.earliest);
        losses_add(t->w->losses, "dates that are known only roughly", !exact);
    } else {
        write_bounds(t, first.earliest, last.latest);
        losses_add(t->w->losses, "dates that are known only roughly", 1);
    }
}

void tei_validity(TeiFile *t, Date from, Date to)
{
    char text[DATE_SIZE];
    const struct {
        const char *name;
        Date date;
        int32_t day;
    } end[] = {{"from", from, from.earliest}, {"to", to, to.latest}};
    for (size_t i = 0; i < G_N_ELEMENTS(end); i++) {
        if (date_is_unknown(end[i].date))
            continue;
        bool simple = is_simple(end[i].date, text);
        if (!simple)
            date_format_day(end[i].day, text);
        tei_attribute(t, end[i].name, text);
        losses_add(t->w->losses, "dates that are known only roughly", !simple);
    }
}

/* Names: XML 1.0, fifth edition, without the colon. */
static bool may_begin_name(gunichar c)
{
    static const gunichar range[][2] = {{'A', 'Z'},       {'_', '_'},       {'a', 'z'},        {0xC0, 0xD6},
                                        {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},    {0x37F, 0x1FFF},
                                        {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},  {0x3001, 0xD7FF},
                                        {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
    for (size_t i = 0; i < G_N_ELEMENTS(range); i++) {
        if (c >= range[i][0] && c <= range[i][1])
            return true;
    }
    return false;
}

static bool may_be_in_name(gunichar c)
{
    return may_begin_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7 ||
           (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

/* How many bytes of the id are a name as they are. */
static size_t plain_name(const char *id)
{
    size_t n = 0;
    if (!g_ascii_isalpha(*id) && *id != '_')
        return 0;
    while (g_ascii_isalnum(id[n]) || id[n] == '_' || id[n] == '-' || id[n] == '.')
        n++;
    return n;
}

static void add_name(GString *name, const char *id)
{
    size_t plain = plain_name(id);
    g_string_append_len(name, id, (gssize)plain);
    for (const char *p = id + plain; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (p == id && !may_begin_name(c) && may_be_in_name(c))
            g_string_append_c(name, '_');
        if (may_be_in_name(c))
            g_string_append_unichar(name, c);
        else
            g_string_append_printf(name, "_x%X_", (unsigned)c);
    }
}

char *tei_name(const char *id)
{
    if (!id[plain_name(id)])
        return g_strdup(id);
    GString *name = g_string_new(NULL);
    add_name(name, id);
    return g_string_free(name, FALSE);
}

/* Where another file of this run lies, seen from this one. */
static void add_file(const TeiFile *t, GString *pointers, const char *file)
{
    guint row = GPOINTER_TO_UINT(g_hash_table_lookup(t->w->annotated->document_of, file));
    if (row == 0) {
        g_string_append(pointers, file);
        return;
    }
    const char *own = t->w->name[t->document.i];
    for (const char *slash = strchr(own, '/'); slash; slash = strchr(slash + 1, '/'))
        g_string_append(pointers, "../");
    g_string_append(pointers, t->w->name[row - 1]);
    g_string_append(pointers, ".xml");
}

void tei_point(TeiFile *t, GString *pointers, const char *id, const char *file)
{
    if (pointers->len)
        g_string_append_c(pointers, ' ');
    if (strstr(id, "://")) {
        g_string_append(pointers, id);
        return;
    }
    if (file && !document_id_is_none(t->document))
        add_file(t, pointers, file);
    g_string_append_c(pointers, '#');
    add_name(pointers, id);
}

void tei_point_ref(TeiFile *t, GString *pointers, RefId ref)
{
    const char *id = ref_id_is_none(ref) ? NULL : annotated_id(t->w->annotated, ref);
    if (id)
        tei_point(t, pointers, id, t->corpus->ref[ref.i].file);
}

void tei_point_mention(TeiFile *t, GString *pointers, MentionId mention)
{
    const char *id = g_hash_table_lookup(t->mention_id, GUINT_TO_POINTER(mention.i + 1));
    if (!id)
        return;
    g_string_append(pointers, pointers->len ? " #" : "#");
    g_string_append(pointers, id);
}
