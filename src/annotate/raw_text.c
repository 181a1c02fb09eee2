/* raw_text.c - what kind of file it is, and from there to labelled blocks. */
#include "raw_text.h"
#include "article.h"
#include "digest.h"
#include "encoding.h"
#include "failure.h"
#include "html.h"
#include "language.h"
#include "plain.h"
#include "published.h"
#include "split.h"
#include "utf8.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { HEAD_BYTES = 2048 };

static bool fail(GError **error, const char *path, const char *code, const char *help, const char *text)
{
    failure_set(error, ERROR_IO, (Place){g_intern_string(path), 0, 0}, code, help, "%s", text);
    return false;
}

static GByteArray *read_bytes(const char *path, GError **error)
{
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    ssize_t n = fd < 0 ? -1 : 0;
    if (fd >= 0) {
        guint8 *chunk = g_malloc(1 << 16);
        while ((n = read(fd, chunk, 1 << 16)) > 0 && bytes->len <= DRAFT_MAX_TEXT)
            g_byte_array_append(bytes, chunk, (guint)n);
        g_free(chunk);
    }
    int why = errno;
    if (fd >= 0 && !is_stdin)
        close(fd);
    if (n < 0) {
        fail(error, path, "unreadable", "look at the name and at who may read it", g_strerror(why));
        return NULL;
    }
    if (bytes->len > DRAFT_MAX_TEXT) {
        fail(error, path, "too-large", "split it into several files", "the file is larger than 64 MB");
        return NULL;
    }
    return g_steal_pointer(&bytes);
}

/* What cannot be text, by its first bytes, and what to do about it. */
static bool refuse(const char *path, const char *s, size_t n, GError **error)
{
    static const struct {
        const char *magic, *text, *help;
        size_t n;
    } kinds[] = {
        {"%PDF-", "this is a PDF, not text", "convert it first: pdftotext -layout FILE.pdf FILE.txt", 5},
        {"PK\x03\x04", "this is a Word document or another archive, not text", "save it as plain text or HTML", 4},
        {"\xD0\xCF\x11\xE0", "this is an old Word document, not text", "save it as plain text or HTML", 4},
        {"{\\rtf", "this is rich text (RTF)", "save it as plain text or HTML", 5},
        {"\x1F\x8B", "the file is compressed", "uncompress it first", 2},
        {"\x89PNG", "this is a picture, not text", "have its text recognised first (OCR)", 4},
        {"\xFF\xD8\xFF", "this is a picture, not text", "have its text recognised first (OCR)", 3},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (n >= kinds[i].n && memcmp(s, kinds[i].magic, kinds[i].n) == 0)
            return fail(error, path, "not-text", kinds[i].help, kinds[i].text);
    }
    return true;
}

static const char *extension(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    return dot ? dot + 1 : "";
}

static bool is_tei(const char *bytes, size_t n)
{
    const char *tei = g_strstr_len(bytes, (gssize)MIN(n, HEAD_BYTES), "<TEI");
    return tei || g_strstr_len(bytes, (gssize)MIN(n, HEAD_BYTES), "<teiCorpus") ||
           g_strstr_len(bytes, (gssize)MIN(n, HEAD_BYTES), "http://www.tei-c.org/ns/1.0");
}

static bool is_html(const char *path, const char *bytes, size_t n)
{
    g_autofree char *head = g_ascii_strdown(bytes, (gssize)MIN(n, HEAD_BYTES));
    const char *at = head, *name = extension(path);
    if (g_str_has_prefix(at, "\xEF\xBB\xBF"))
        at += 3;
    at += strspn(at, " \t\r\n");
    if (g_str_has_prefix(at, "<!doctype html") || g_str_has_prefix(at, "<html") || g_str_has_prefix(at, "<head"))
        return true;
    if (!g_ascii_strcasecmp(name, "html") || !g_ascii_strcasecmp(name, "htm") || !g_ascii_strcasecmp(name, "xhtml"))
        return true;
    return *at == '<' && (strstr(at, "<html") || strstr(at, "<body") || strstr(at, "<p>") || strstr(at, "<div"));
}

/* An XML name made from the file's name. Heap. */
static char *id_of(const char *path)
{
    if (strcmp(path, "-") == 0)
        return g_strdup("text");
    g_autofree char *base = g_path_get_basename(path);
    char *dot = strrchr(base, '.');
    if (dot && dot != base)
        *dot = '\0';
    for (char *p = base; *p; p++) {
        if (!g_ascii_isalnum(*p) && *p != '_' && *p != '-' && *p != '.')
            *p = '-';
    }
    return g_ascii_isalpha(*base) || *base == '_' ? g_steal_pointer(&base) : g_strconcat("d", base, NULL);
}

/* "---", fields, "---" at the very beginning. Returns the byte after it, or 0. */
static size_t front_matter(Draft *d, const Lists *lists)
{
    size_t at = 0, from, to, value, n_lines = 0;
    while (plain_line(d->text, d->n_text, &at, &from, &to) && n_lines < 100) {
        bool rule = to - from == 3 && !memcmp(d->text + from, "---", 3);
        if (n_lines++ == 0 ? !rule : rule)
            break;
    }
    if (n_lines < 2 || n_lines == 100 || at == 0 || to - from != 3 || memcmp(d->text + from, "---", 3) != 0)
        return 0;
    size_t end = at;
    for (at = 0; at < end && plain_line(d->text, end, &at, &from, &to);) {
        if (to == from)
            continue;
        draft_add_block(d, BLOCK_BOILERPLATE, from, to);
        FieldMeaning meaning = lists_field(lists, d->text + from, to - from, &value);
        g_autofree char *text = NULL;
        if (meaning != FIELD_NONE && from + value < to)
            text = utf8_collapse(d->text + from + value, to - from - value);
        if (!text)
            continue;
        g_autofree char *plain = g_strndup(text, strlen(text));
        if (*plain == '"' || *plain == '\'') /* YAML may quote */
            g_strlcpy(plain, text + 1, strlen(text) - (strlen(text) > 1 && text[strlen(text) - 1] == *text ? 1 : 0));
        const char *kept = pool_string(d->pool, plain);
        d->title = meaning == FIELD_TITLE && !d->title ? kept : d->title;
        d->outlet = meaning == FIELD_OUTLET && !d->outlet ? kept : d->outlet;
        d->url = meaning == FIELD_URL && !d->url && strstr(kept, "://") ? kept : d->url;
        d->language = meaning == FIELD_LANGUAGE ? kept : d->language;
        if (meaning == FIELD_DATE && date_is_unknown(d->date))
            (void)published_find(lists, kept, strlen(kept), &d->date, NULL, NULL);
    }
    return end;
}

/* The part of a file that is one article: text and, of a page, blocks. */
static Draft *part_of(const Draft *whole, Slice part)
{
    Draft *d = draft_new(whole->path, whole->text + part.first, part.n);
    d->source = whole->source;
    d->language = whole->language ? pool_string(d->pool, whole->language) : NULL;
    for (guint i = 0; i < whole->block->len; i++) {
        const Block *b = draft_block(whole, i);
        if (b->from >= part.first && b->to <= part.first + part.n)
            draft_add_block(d, b->kind, b->from - part.first, b->to - part.first);
    }
    return d;
}

static void label(Draft *d, const Lists *lists, bool exported)
{
    if (d->source == DRAFT_TEXT)
        plain_blocks(d, front_matter(d, lists));
    else if (exported) { /* a database's page is all articles: its own fields tell more than its looks */
        for (guint i = 0; i < d->block->len; i++)
            draft_block(d, i)->kind = BLOCK_PARAGRAPH;
    }
    if (exported || d->source == DRAFT_TEXT)
        (void)clipping_label(d, lists);
    article_label(d, lists);
    const char *basis;
    g_autoptr(GString) prose = g_string_new(NULL);
    for (guint i = 0; i < d->block->len; i++) {
        const Block *b = draft_block(d, i);
        if (!block_is_junk(b->kind))
            g_string_append_c(g_string_append_len(prose, d->text + b->from, b->to - b->from), '\n');
    }
    d->language = pool_string(d->pool, language_of(lists, prose->str, prose->len, d->language, &basis));
    d->language_basis = basis;
}

static bool has_text(const Draft *d)
{
    size_t at = 0, from, to;
    while (plain_line(d->text, d->n_text, &at, &from, &to)) {
        if (to > from)
            return true;
    }
    return false;
}

/* Whole file → articles; takes the draft. */
static void add_articles(Draft *whole, const char *digest, const Lists *lists, GPtrArray *drafts)
{
    g_autoptr(GArray) part = g_array_new(FALSE, FALSE, sizeof(Slice));
    split_articles(whole->text, whole->n_text, part);
    g_autofree char *id = id_of(whole->path);
    uint32_t line = 1, counted = 0;
    for (guint i = 0; i < part->len; i++) {
        Slice s = g_array_index(part, Slice, i);
        Draft *d = part->len == 1 ? whole : part_of(whole, s);
        for (; counted < s.first; counted++)
            line += whole->text[counted] == '\n';
        d->line = d->source == DRAFT_TEXT ? line : 0;
        g_autofree char *numbered = part->len == 1 ? g_strdup(id) : g_strdup_printf("%s-%u", id, i + 1);
        d->id = pool_string(d->pool, numbered);
        d->digest = pool_string(d->pool, digest);
        label(d, lists, part->len > 1);
        g_ptr_array_add(drafts, d);
    }
    if (part->len > 1)
        draft_free(whole);
}

bool raw_text_read(const char *path, const Lists *lists, GPtrArray *drafts, Diagnostics *diagnostics, GError **error)
{
    g_autoptr(GByteArray) bytes = read_bytes(path, error);
    const char *s = bytes && bytes->len ? (const char *)bytes->data : ""; /* an empty array has no data */
    if (!bytes || !refuse(path, s, bytes->len, error))
        return false;
    if (is_tei(s, bytes->len))
        return fail(error, path, "annotated", "give it to check, info or run", "this is TEI: it is annotated already");
    bool html = is_html(path, s, bytes->len);
    g_autofree char *declared = html ? encoding_of_page(s, bytes->len) : NULL;
    size_t n = 0;
    g_autofree char *text = encoding_decode(path, s, bytes->len, declared, &n, diagnostics);
    if (n > DRAFT_MAX_TEXT)
        return fail(error, path, "too-large", "split it into several files", "the text is larger than 64 MB");
    g_autoptr(Draft) whole = html ? html_read(path, text, n, lists, diagnostics) : draft_new(path, text, n);
    if (!has_text(whole))
        return fail(error, path, "empty", "give a file with an article in it", "there is no text in the file");
    Digest sum;
    char digest[DIGEST_SIZE];
    digest_init(&sum);
    digest_add(&sum, s, bytes->len);
    add_articles(g_steal_pointer(&whole), digest_hex(&sum, digest), lists, drafts);
    return true;
}

bool raw_text_is_annotated(const char *path)
{
    int fd = strcmp(path, "-") == 0 ? -1 : open(path, O_RDONLY | O_CLOEXEC);
    char head[HEAD_BYTES];
    ssize_t n = fd < 0 ? 0 : read(fd, head, sizeof head);
    if (fd >= 0)
        close(fd);
    return n > 0 && is_tei(head, (size_t)n);
}
