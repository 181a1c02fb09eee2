/* test_gzip.c - gzip: pieces of any size, members, padding, every kind of damage, bombs; whole corpora compressed. */
#include "excerpt.h"
#include "inflate.h"

#include "failure.h"
#include "told.h"
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

/* One member. */
static GString *packed(const char *text, size_t n)
{
    z_stream z = {0};
    g_assert_cmpint(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
    GString *out = g_string_new(NULL);
    g_string_set_size(out, deflateBound(&z, n));
    z.next_in = (Bytef *)text;
    z.avail_in = (uInt)n;
    z.next_out = (Bytef *)out->str;
    z.avail_out = (uInt)out->len;
    g_assert_cmpint(deflate(&z, Z_FINISH), ==, Z_STREAM_END);
    g_string_set_size(out, out->len - z.avail_out);
    deflateEnd(&z);
    return out;
}

/* What comes out, read most bytes at a time; NULL with the error. */
static GString *unpacked(const GString *bytes, size_t most, GError **error)
{
    g_autoptr(Inflate) i = inflate_new("d.gz", -1, bytes->str, bytes->len);
    GString *out = g_string_new(NULL);
    g_autofree char *chunk = g_malloc(most);
    ssize_t n;
    while ((n = inflate_read(i, chunk, most, error)) > 0)
        g_string_append_len(out, chunk, n);
    if (n == 0)
        return out;
    g_assert_cmpint(inflate_read(i, chunk, most, NULL), ==, -1); /* it stays so */
    g_string_free(out, TRUE);
    return NULL;
}

static void assert_text(const GString *bytes, const char *text)
{
    static const size_t most[] = {1, 7, 4096};
    for (size_t i = 0; i < G_N_ELEMENTS(most); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) out = unpacked(bytes, most[i], &error);
        g_assert_no_error(error);
        g_assert_cmpstr(out->str, ==, text);
        g_assert_cmpuint(out->len, ==, strlen(text));
    }
}

static void assert_failure(const GString *bytes, const char *code, const char *says)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = unpacked(bytes, 4096, &error);
    g_assert_null(out);
    g_assert_nonnull(error);
    g_assert_cmpstr(failure_of(error).code, ==, code);
    g_assert_nonnull(failure_of(error).help);
    if (!strstr(error->message, says))
        g_error("%s: no \"%s\"", error->message, says);
}

static void test_members(void)
{
    g_autoptr(GString) one = packed("Laos met Vietnam. ", 18), two = packed("Ánna spoke.", 12), none = packed("", 0);
    assert_text(one, "Laos met Vietnam. ");
    assert_text(none, "");
    g_string_append_len(one, none->str, (gssize)none->len);
    g_string_append_len(one, two->str, (gssize)two->len);
    assert_text(one, "Laos met Vietnam. Ánna spoke.");
    g_string_append_len(one, "\0\0\0\0\0", 5); /* of a tape */
    assert_text(one, "Laos met Vietnam. Ánna spoke.");
    g_string_append(one, "x");
    assert_failure(one, "malformed", "not gzip stands behind");
    g_assert_cmpuint(inflate_stem("a.xml.gz"), ==, 5);
    g_assert_cmpuint(inflate_stem("a.xml.GZ"), ==, 5);
    g_assert_cmpuint(inflate_stem("a.xml"), ==, 5);
    g_assert_cmpuint(inflate_stem(".gz"), ==, 3);
    g_assert_false(inflate_is_gzip("\x1F\x8B", 2));
}

static void test_damage(void)
{
    g_autofree char *text = g_strnfill(50000, 'a');
    for (size_t i = 0; i < 50000; i++)
        text[i] = (char)('a' + (i * i / 7) % 23);
    g_autoptr(GString) whole = packed(text, 50000);
    for (size_t n = 3; n < whole->len; n += n < 30 ? 1 : 997) { /* cut anywhere */
        g_autoptr(GString) cut = g_string_new_len(whole->str, (gssize)n);
        assert_failure(cut, "truncated", "of the compressed file");
    }
    g_autoptr(GString) bad = g_string_new_len(whole->str, (gssize)whole->len);
    bad->str[bad->len - 6] ^= 1;
    assert_failure(bad, "malformed", "incorrect data check");
    bad->str[bad->len - 6] ^= 1;
    bad->str[bad->len - 1] ^= 1;
    assert_failure(bad, "malformed", "incorrect length check");
    bad->str[bad->len - 1] ^= 1;
    memset(bad->str + 100, 0xFF, 200);
    assert_failure(bad, "malformed", "damaged");
}

static void test_bomb(void)
{
    size_t n = (size_t)INFLATE_FREE + 100000;
    g_autofree char *nothing = g_malloc0(n);
    g_autoptr(GString) bomb = packed(nothing, n);
    assert_failure(bomb, "gzip-bomb", "more than 200 times");
}

static void write_packed(const char *folder, const char *name, const char *text)
{
    g_autoptr(GString) bytes = packed(text, strlen(text));
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, bytes->str, (gssize)bytes->len, NULL));
}

/* Plain and packed give the same digest, id and name. */
static void test_corpus(void)
{
    static const char *const file[][2] = {
        {"a.tei.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>\n<persName>Ann</persName> met "
                      "<persName>Bo</persName></p></body></text></TEI>"},
        {"b.jsonl", "{\"text\": \"Ann met Bo\", \"label\": [[0, 3, \"PERSON\"], [8, 10, \"PERSON\"]]}\n"},
        {"c.csv", "actor,event\nAnn,e\nBo,e\n"},
        {"d.ann", "T1\tPerson 0 3\tAnn\n"},
        {"d.txt", "Ann met Bo"},
    };
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    char *plain = support_folder(), *small = support_folder();
    for (size_t i = 0; i < G_N_ELEMENTS(file); i++) {
        g_autofree char *name = g_strconcat(file[i][0], ".gz", NULL);
        g_free(support_file(plain, file[i][0], file[i][1]));
        write_packed(small, name, file[i][1]);
    }
    ReadOptions options = {0};
    const char *one[] = {plain}, *other[] = {small};
    g_autoptr(Corpus) a = corpus_read(one, 1, &options, diagnostics, NULL);
    g_autoptr(Corpus) b = corpus_read(other, 1, &options, diagnostics, NULL);
    g_assert_nonnull(a);
    g_assert_nonnull(b);
    g_assert_cmpuint(a->n_documents, ==, 4);
    g_assert_cmpuint(b->n_documents, ==, 4);
    for (size_t i = 0; i < 4; i++) {
        g_assert_cmpstr(a->document[i].id, ==, b->document[i].id);
        g_assert_cmpstr(a->document[i].name, ==, b->document[i].name);
        g_assert_cmpstr(a->document[i].digest, ==, b->document[i].digest);
        g_assert_true(g_str_has_suffix(b->document[i].path, ".gz"));
    }
    g_assert_cmpuint(a->n_mentions, ==, b->n_mentions);
    g_assert_cmpuint(b->n_mentions, >=, 5);
    g_assert_cmpuint(diagnostics_size(diagnostics), ==, 0);
    support_remove_folder(plain);
    support_remove_folder(small);
}

/* The caret stands under the text, not under the bytes of the file; any name will do. */
static void test_excerpt(void)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    char *folder = support_folder();
    write_packed(folder, "d", "<TEI>\n<text>\n<p>Ann</text>\n</TEI>\n");
    g_autofree char *path = g_build_filename(folder, "d", NULL);
    const char *input[] = {path};
    ReadOptions options = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(Corpus) corpus = corpus_read(input, 1, &options, diagnostics, &error);
    g_assert_null(corpus);
    g_assert_cmpuint(failure_of(error).place.line, ==, 3);
    g_assert_nonnull(strstr(error->message, "<p>Ann</text>\n    |       ^"));
    support_remove_folder(folder);
}

static void test_empty(void)
{
    char *folder = support_folder();
    write_packed(folder, "d.xml.gz", "");
    write_packed(folder, "e.db.gz", "SQLite format 3");
    static const char *const name[] = {"d.xml.gz", "e.db.gz"}, *const says[] = {"the file is empty", "unpack it"};
    for (size_t i = 0; i < 2; i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autofree char *path = g_build_filename(folder, name[i], NULL);
        const char *input[] = {path};
        ReadOptions options = {0};
        g_autoptr(GError) error = NULL;
        g_assert_null(corpus_read(input, 1, &options, diagnostics, &error));
        if (!strstr(error->message, says[i]))
            g_error("%s", error->message);
    }
    support_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gzip/members", test_members);
    g_test_add_func("/gzip/damage", test_damage);
    g_test_add_func("/gzip/bomb", test_bomb);
    g_test_add_func("/gzip/corpus", test_corpus);
    g_test_add_func("/gzip/excerpt", test_excerpt);
    g_test_add_func("/gzip/empty", test_empty);
    return g_test_run();
}
