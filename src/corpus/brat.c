/* brat.c - brat standoff: .ann beside .txt, with relations, events, attributes, normalisations and notes. */
#include "digest.h"
#include "failure.h"
#include "format.h"
#include "inflate.h"
#include "number.h"
#include "standoff.h"
#include "utf8.h"
#include <string.h>

enum { MOST_BYTES = 512 * 1024 * 1024, MOST_PIECES = 1000, MOST_ANCESTORS = 100 };

typedef struct Brat {
    Builder *builder;
    Standoff *s;
    const char *path; /* of the .ann */
    GString *ann;
    GHashTable *parent;     /* label → label above it in annotation.conf */
    const char *line, *end; /* the line that is read */
    uint32_t number;
    GString *id, *label, *claim; /* of the line, where it is a mark: most are, and worth no allocations */
} Brat;

static Place place_at(const Brat *b, const char *at)
{
    return (Place){b->path, b->number, (uint32_t)g_utf8_strlen(b->line, at - b->line) + 1};
}

static void report(const Brat *b, const char *at, const char *help, const char *what)
{
    diagnostics_add(b->builder->diagnostics, DIAGNOSTIC_BAD_LINE, place_at(b, at), help, "%s; the line is passed over",
                    what);
}

/* The text from *at to before any of the stops, which *at then is at. */
static void until_into(GString *into, const char **at, const char *end, const char *stops)
{
    const char *from = *at;
    while (*at < end && **at && **at != stops[0] && **at != stops[1] && (!stops[1] || **at != stops[2]))
        (*at)++;
    g_string_truncate(into, 0);
    g_string_append_len(into, from, *at - from);
}

static char *until(const char **at, const char *end, const char *stops)
{
    GString *text = g_string_new(NULL);
    until_into(text, at, end, stops);
    return g_string_free(text, FALSE);
}

static bool pass(const char **at, const char *end, char c)
{
    if (*at == end || **at != c)
        return false;
    (*at)++;
    return true;
}

static void pass_blanks(const char **at, const char *end)
{
    while (*at < end && (**at == ' ' || **at == '\t'))
        (*at)++;
}

static bool read_number(const char **at, const char *end, uint32_t *number)
{
    char digits[24];
    size_t n = strspn(*at, "0123456789");
    uint64_t value;
    if (*at >= end || n >= sizeof digits)
        return false;
    memcpy(digits, *at, n);
    digits[n] = '\0';
    if (!number_parse_uint(digits, &value))
        return false;
    *at += n;
    *number = (uint32_t)MIN(value, (uint64_t)UINT32_MAX);
    return true;
}

/* "0 5;16 23": the pieces of a mark, added to the Standoff's. */
static bool read_pieces(const Brat *b, const char **at, StandoffMark *m)
{
    uint32_t first = b->s->piece->len, n = 0;
    do {
        Span piece;
        pass_blanks(at, b->end);
        if (!read_number(at, b->end, &piece.begin) || !pass(at, b->end, ' ') || !read_number(at, b->end, &piece.end))
            return false;
        g_array_append_val(b->s->piece, piece);
        m->span = n ? (Span){m->span.begin, piece.end} : piece;
    } while (++n < MOST_PIECES && pass(at, b->end, ';'));
    m->pieces = (Slice){first, n};
    if (n == 1) {
        g_array_set_size(b->s->piece, first);
        m->pieces = (Slice){0, 0};
    }
    return true;
}

/* A label the table of labels does not know means what the one above it in annotation.conf does. */
static const char *known_label(const Brat *b, const char *label)
{
    const char *l = label;
    for (unsigned i = 0; l && i < MOST_ANCESTORS; i++) {
        if (label_map_find(b->builder->labels, LABEL_OF_MARK, l, NULL) != MEANING_UNKNOWN)
            return l;
        l = g_hash_table_lookup(b->parent, l);
    }
    return label;
}

/* T1 <TAB> Country 67 74 <TAB> Vietnam */
static void read_mark(const Brat *b, const char *at)
{
    StandoffMark m = {.id = b->id->str, .cert = CERT_UNSTATED, .place = place_at(b, at)};
    const char *label_at = at;
    until_into(b->label, &at, b->end, " \t");
    m.label = known_label(b, b->label->str);
    if (!b->label->len || !pass(&at, b->end, ' ')) {
        report(b, label_at, "T1<TAB>Label 0 5<TAB>text", "a mark has a label, then where it begins and ends");
        return;
    }
    const char *from = at;
    if (!read_pieces(b, &at, &m)) {
        report(b, from, "offsets are whole numbers: 0 5, or 0 5;16 23", "where the mark stands is not told in numbers");
        return;
    }
    if (at < b->end && *at != '\t') {
        report(b, at, "T1<TAB>Label 0 5<TAB>text", "a tab is missing before the text of the mark");
        return;
    }
    if (at < b->end) {
        g_string_truncate(b->claim, 0);
        g_string_append_len(b->claim, at + 1, b->end - at - 1);
        m.claim = b->claim->str;
    }
    standoff_add_mark(b->s, &m);
}

/* "Arg1:T1" in parts; the value is NULL where there is no colon. */
static char *read_argument(const char **at, const char *end, char **value)
{
    pass_blanks(at, end);
    char *name = until(at, end, ": \t");
    *value = pass(at, end, ':') ? until(at, end, " \t") : NULL;
    return name;
}

/* R1 <TAB> participates_in Arg1:T15 Arg2:T14 */
static void read_relation(const Brat *b, const char *id, const char *at)
{
    StandoffRelation r = {.id = id, .place = place_at(b, at)};
    g_autofree char *label = until(&at, b->end, " \t");
    g_autofree char *from = NULL, *to = NULL;
    g_autofree char *first = read_argument(&at, b->end, &from), *second = read_argument(&at, b->end, &to);
    if (!from || !to || !*from || !*to) {
        report(b, b->line, "R1<TAB>Label Arg1:T1 Arg2:T2", "a relation has two ends");
        return;
    }
    bool swapped = g_ascii_strcasecmp(first, "Arg2") == 0 && g_ascii_strcasecmp(second, "Arg1") == 0;
    r.label = label;
    r.from = anchor_id(swapped ? to : from);
    r.to = anchor_id(swapped ? from : to);
    standoff_add_relation(b->s, &r);
}

/* E1 <TAB> Meet:T3 Agent:T1 Agent2:T2 */
static void read_event(const Brat *b, const char *id, const char *at)
{
    g_autofree char *trigger = NULL;
    const char *begin = at;
    g_autofree char *label = read_argument(&at, b->end, &trigger);
    if (!trigger || !*trigger) {
        report(b, begin, "E1<TAB>Meet:T3 Agent:T1", "an event has a type and the mark that names it");
        return;
    }
    StandoffEvent e = {.id = id,
                       .label = label,
                       .trigger = anchor_id(trigger),
                       .status = EVENT_UNSTATED,
                       .first = DATE_UNKNOWN,
                       .last = DATE_UNKNOWN,
                       .place = place_at(b, begin)};
    uint32_t row = standoff_add_event(b->s, &e);
    for (pass_blanks(&at, b->end); at < b->end; pass_blanks(&at, b->end)) {
        const char *from = at;
        g_autofree char *filler = NULL, *role = read_argument(&at, b->end, &filler);
        if (!filler || !*filler) {
            report(b, from, "arguments are written as Role:T1", "an argument of the event has no filler");
            return;
        }
        StandoffArgument a = {
            .event = row, .role = role, .filler = anchor_id(filler), .cert = CERT_UNSTATED, .place = place_at(b, from)};
        standoff_add_argument(b->s, &a);
    }
}

/* A1 <TAB> Confidence E1 High   M1 <TAB> Negation E2 */
static void read_attribute(const Brat *b, const char *at)
{
    Place place = place_at(b, at);
    g_autofree char *name = until(&at, b->end, " \t");
    pass_blanks(&at, b->end);
    g_autofree char *target = until(&at, b->end, " \t");
    pass_blanks(&at, b->end);
    g_autofree char *value = g_strndup(at, (gsize)(b->end - at));
    if (!*name || !*target)
        report(b, b->line, "A1<TAB>Name T1 Value", "an attribute has a name and what it is of");
    else
        standoff_add_attribute(b->s, anchor_id(target), name, *value ? value : NULL, place);
}

/* N1 <TAB> Reference T1 GOLD:VN <TAB> Vietnam */
static void read_reference(const Brat *b, const char *at)
{
    Place place = place_at(b, at);
    g_autofree char *kind = until(&at, b->end, " \t");
    pass_blanks(&at, b->end);
    g_autofree char *target = until(&at, b->end, " \t");
    pass_blanks(&at, b->end);
    g_free(until(&at, b->end, ":\t")); /* the name of the base */
    g_autofree char *reference = pass(&at, b->end, ':') ? until(&at, b->end, "\t") : NULL;
    if (!*kind || !*target || !reference || !*reference)
        report(b, b->line, "N1<TAB>Reference T1 Base:id<TAB>name", "a normalisation has a mark, a base and an id");
    else
        standoff_add_reference(b->s, anchor_id(target), reference, place);
}

/* #1 <TAB> AnnotatorNotes R1 <TAB> role=speaker cert=medium: what is written as name=value is an attribute, the rest a
 * remark. */
static void read_note(const Brat *b, const char *at)
{
    Place place = place_at(b, at);
    g_autofree char *kind = until(&at, b->end, " \t");
    pass_blanks(&at, b->end);
    g_autofree char *target = until(&at, b->end, " \t");
    if (g_ascii_strcasecmp(kind, "AnnotatorNotes") != 0 || !*target)
        return; /* notes of tools: AnnotationError, Normalized … */
    for (pass_blanks(&at, b->end); at < b->end; pass_blanks(&at, b->end)) {
        g_autofree char *word = until(&at, b->end, " \t");
        char *equals = strchr(word, '=');
        if (!equals || equals == word)
            continue;
        *equals = '\0';
        standoff_add_attribute(b->s, anchor_id(target), word, equals + 1, place);
    }
}

/* * <TAB> Equiv T1 T2 T3: one and the same. */
static void read_equivalence(const Brat *b, const char *at)
{
    g_autofree char *label = until(&at, b->end, " \t"), *first = NULL;
    if (g_ascii_strcasecmp(label, "Equiv") != 0)
        return;
    Place place = place_at(b, at);
    for (pass_blanks(&at, b->end); at < b->end; pass_blanks(&at, b->end)) {
        char *id = until(&at, b->end, " \t");
        if (first)
            standoff_add_relation(
                b->s,
                &(StandoffRelation){.label = "Equiv", .from = anchor_id(first), .to = anchor_id(id), .place = place});
        g_free(first);
        first = id;
    }
}

static void read_line(const Brat *b)
{
    const char *at = b->line;
    until_into(b->id, &at, b->end, "\t ");
    const char *id = b->id->str;
    if (!*id)
        return;
    if (!pass(&at, b->end, '\t')) {
        if (*id != '#')
            report(b, at, "the id is followed by a tab", "an annotation begins with its id and a tab");
        return;
    }
    switch (*id) {
    case 'T':
        read_mark(b, at);
        break;
    case 'R':
        read_relation(b, id, at);
        break;
    case 'E':
        read_event(b, id, at);
        break;
    case 'A':
    case 'M':
        read_attribute(b, at);
        break;
    case 'N':
        read_reference(b, at);
        break;
    case '#':
        read_note(b, at);
        break;
    case '*':
        read_equivalence(b, at);
        break;
    case 'X': /* what brat writes of texts it could not read */
        break;
    default:
        report(b, b->line, "annotations begin with T, R, E, A, M, N, * or #", "this is no annotation brat knows");
    }
}

static bool read_lines(Brat *b, GError **error)
{
    const char *text = b->ann->str, *end = text + b->ann->len, *bad = utf8_find_invalid(text, b->ann->len);
    const char *nul = memchr(text, '\0', bad ? (size_t)(bad - text) : b->ann->len);
    if (nul || bad) {
        bad = nul ? nul : bad;
        Place place = {b->path, 1, 1};
        const char *line = text;
        for (const char *c = text; c < bad; c++) {
            place.line += *c == '\n';
            line = *c == '\n' ? c + 1 : line;
        }
        place.column = (uint32_t)g_utf8_strlen(line, bad - line) + 1;
        failure_set(error, ERROR_IO, place, "bad-encoding", "save the file as UTF-8", "byte 0x%02X is not UTF-8",
                    (unsigned char)*bad);
        return false;
    }
    if (g_str_has_prefix(text, "\xEF\xBB\xBF"))
        text += 3;
    for (b->line = text; b->line < end; b->line = b->end + 1) {
        b->number++;
        const char *stop = memchr(b->line, '\n', (size_t)(end - b->line));
        const char *next = stop ? stop : end;
        b->end = next > b->line && next[-1] == '\r' ? next - 1 : next;
        read_line(b);
        b->end = next;
    }
    return true;
}

/* The types of [entities] or [spans]: each stands under the one that is indented less. */
static void read_types(Brat *b, const char *conf)
{
    g_auto(GStrv) line = g_strsplit(conf, "\n", -1);
    g_autoptr(GPtrArray) above = g_ptr_array_new();
    bool wanted = false;
    for (char **l = line; *l; l++) {
        guint depth = (guint)strspn(*l, "\t");
        char *name = *l + depth;
        if (*name == '[') {
            wanted = g_str_has_prefix(name, "[entities]") || g_str_has_prefix(name, "[spans]");
            continue;
        }
        name += *name == '!';
        name[strcspn(name, " \t\r")] = '\0';
        if (!wanted || !*name || *name == '#' || *name == '<' || *name == '-')
            continue;
        depth = MIN(depth, above->len);
        g_ptr_array_set_size(above, (int)depth);
        if (depth && !g_hash_table_contains(b->parent, name))
            g_hash_table_insert(b->parent, g_strdup(name), g_strdup(above->pdata[depth - 1]));
        g_ptr_array_add(above, name);
    }
}

char *brat_configuration(const char *path, size_t i)
{
    static const char *const where[N_BRAT_CONFIGURATIONS] = {".", ".."};
    g_autofree char *folder = g_path_get_dirname(path);
    return g_build_filename(folder, where[i], "annotation.conf", NULL);
}

/* Once a folder: files come folder by folder. */
static void read_configuration(Brat *b)
{
    g_autofree char *folder = g_path_get_dirname(b->path);
    const char *known = g_intern_string(folder);
    BratTypes *types = &b->builder->brat;
    b->parent = types->parent;
    if (types->folder == known)
        return;
    types->folder = known;
    g_hash_table_remove_all(types->parent);
    for (size_t i = 0; i < N_BRAT_CONFIGURATIONS; i++) {
        g_autofree char *path = brat_configuration(b->path, i);
        g_autoptr(GString) conf = g_string_new(NULL);
        if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) || !source_read_beside(path, 1 << 20, conf, NULL))
            continue;
        if (g_utf8_validate(conf->str, (gssize)conf->len, NULL))
            read_types(b, conf->str);
        return;
    }
}

char *brat_text_beside(const char *path)
{
    size_t n = inflate_stem(path);
    bool named = n > 4 && g_ascii_strncasecmp(path + n - 4, ".ann", 4) == 0;
    g_autofree char *stem = g_strndup(path, named ? n - 4 : n);
    g_autofree char *text = g_strconcat(stem, ".txt", NULL), *compressed = g_strconcat(text, ".gz", NULL);
    bool unpacked = g_file_test(text, G_FILE_TEST_EXISTS) || !g_file_test(compressed, G_FILE_TEST_EXISTS);
    return unpacked ? g_steal_pointer(&text) : g_steal_pointer(&compressed);
}

static bool read_text(Brat *b, const char *path, GError **error)
{
    GError *failure = NULL;
    if (source_read_beside(path, MOST_BYTES, b->s->text, &failure))
        return true;
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_propagate_error(error, failure);
        return false;
    }
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *help = g_strdup_printf("put %s beside it: brat keeps text and annotation apart", name);
    g_error_free(failure);
    failure_set(error, ERROR_IO, (Place){b->path, 0, 0}, "missing-text", help,
                "the text it is the annotation of is not there");
    return false;
}

static bool read_document(Brat *b, const Source *source, GError **error)
{
    g_autofree char *text = brat_text_beside(source->path);
    Digest digest;
    char hex[DIGEST_SIZE];
    b->s->head.path = b->path;
    b->s->head.name = source->name;
    b->s->text_path = g_intern_string(text);
    if (!source_read_all(source, MOST_BYTES, b->ann, error) || !read_text(b, text, error))
        return false;
    digest_init(&digest);
    digest_add(&digest, b->ann->str, b->ann->len);
    digest_add(&digest, b->s->text->str, b->s->text->len);
    b->s->head.digest = digest_hex(&digest, hex);
    read_configuration(b);
    if (!read_lines(b, error) || !standoff_settle(b->s, OFFSET_CODE_POINT, error))
        return false;
    standoff_deliver(b->s, b->builder);
    b->builder->n_bytes += b->ann->len + b->s->text->len;
    return true;
}

bool brat_read(Builder *builder, const Source *source, GError **error)
{
    g_autoptr(Standoff) s = standoff_new(builder->pool, builder->diagnostics);
    g_autoptr(GString) ann = g_string_new(NULL);
    Brat brat = {.builder = builder,
                 .s = s,
                 .path = g_intern_string(source->path),
                 .ann = ann,
                 .id = g_string_new(NULL),
                 .label = g_string_new(NULL),
                 .claim = g_string_new(NULL)};
    bool done = read_document(&brat, source, error);
    g_string_free(brat.id, TRUE);
    g_string_free(brat.label, TRUE);
    g_string_free(brat.claim, TRUE);
    return done;
}
