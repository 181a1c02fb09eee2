/* test_snapshot.c - tests corpus/snapshot*.c: what comes back is what was read, and damaged bytes are refused. */
#include "error.h"
#include "format.h"
#include "snapshot.h"
#include "source.h"
#include "support.h"
#include <string.h>

static const char text[] =
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><standOff><listPerson><person xml:id=\"ada\"><persName>Ada</persName>"
    "</person></listPerson><listEvent><event xml:id=\"e\" when=\"2020-05\" subtype=\"focal\"><label>Talks</label>"
    "<listRelation><relation type=\"participation\" name=\"host\" active=\"#ada\" passive=\"#e\" corresp=\"#m\"/>"
    "</listRelation></event><event xml:id=\"s\" subtype=\"subevent\" corresp=\"#e\"><label>Lunch</label></event>"
    "</listEvent></standOff><text><body><p>Then <persName xml:id=\"m\" ref=\"#ada\" cert=\"low\" resp=\"#r\">Ada "
    "Nguyễn</persName> spoke on <date when=\"2020-05-04\">Monday</date>. <persName ref=\"#nobody\">He</persName> "
    "left.</p></body></text></TEI>";

static Builder *read_text(const ReadOptions *options, Diagnostics *diagnostics, GByteArray **bytes)
{
    GError *error = NULL;
    Builder *b = builder_new(options, diagnostics);
    Source source = {.path = "a.xml", .name = "a.xml", .fd = -1, .head = text, .n_head = strlen(text)};
    BuilderMark mark = builder_mark(b);
    bool alone = false;
    g_assert_true(tei_read(b, &source, &error));
    g_assert_no_error(error);
    if (bytes) {
        *bytes = snapshot_new(b, &mark, b->n_bytes, diagnostics, &alone);
        g_assert_true(alone);
    }
    return b;
}

static const ReadOptions keeping = {.keep_text = true};

/* A snapshot of what a snapshot gave is the same snapshot: no member is lost on the way. */
static void test_round(void)
{
    g_autoptr(Diagnostics) told = diagnostics_new();
    g_autoptr(GByteArray) bytes = NULL, again = NULL;
    g_autoptr(Builder) b = read_text(&keeping, told, &bytes);
    g_autoptr(Diagnostics) other = diagnostics_new();
    g_autoptr(Builder) c = builder_new(&keeping, other);
    GError *error = NULL;
    bool alone;
    /* something stands there already, so that rows move */
    builder_add_document(c, "x", "x");
    builder_add_passage(c, PASSAGE_PARAGRAPH, document_id_of(0), (Place){0});
    BuilderMark mark = builder_mark(c);
    g_assert_true(snapshot_read(c, bytes->data, bytes->len, &error));
    g_assert_no_error(error);
    again = snapshot_new(c, &mark, b->n_bytes, other, &alone);
    g_assert_cmpmem(bytes->data, bytes->len, again->data, again->len);
    g_assert_cmpuint(c->mention->len, ==, b->mention->len);
    g_assert_cmpuint(c->mention->len, ==, 2);
    g_assert_cmpuint(c->event->len, ==, 2);
    g_assert_cmpstr(builder_document(c, document_id_of(1))->text, ==, builder_document(b, document_id_of(0))->text);
    g_assert_cmpuint(diagnostics_size(other), ==, diagnostics_size(told));
}

/* Who keeps no text gets none. */
static void test_without_text(void)
{
    g_autoptr(Diagnostics) told = diagnostics_new();
    g_autoptr(GByteArray) bytes = NULL;
    g_autoptr(Builder) b = read_text(&keeping, told, &bytes);
    static const ReadOptions plain = {0};
    g_autoptr(Builder) c = builder_new(&plain, told);
    g_assert_true(snapshot_read(c, bytes->data, bytes->len, NULL));
    g_assert_null(builder_document(c, document_id_of(0))->text);
    g_assert_cmpuint(c->marking->len + c->remark->len + c->stretch->len, ==, 0);
    g_assert_cmpuint(c->mention->len, ==, b->mention->len);
}

/* Cut anywhere, or with any byte changed: refused with the builder as it was, or read as something that fits together.
 */
static void test_damaged(void)
{
    g_autoptr(Diagnostics) told = diagnostics_new();
    g_autoptr(GByteArray) bytes = NULL;
    builder_free(read_text(&keeping, told, &bytes));
    g_autoptr(Builder) c = builder_new(&keeping, told);
    g_assert_false(snapshot_read(c, NULL, 0, NULL));
    for (guint n = 0; n < bytes->len; n++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(snapshot_read(c, bytes->data, n, &error));
        g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
        g_assert_cmpuint(c->document->len + c->mention->len + c->target->len, ==, 0);
    }
    for (guint i = 0; i < bytes->len; i++)
        for (unsigned bit = 0; bit < 8; bit++) {
            g_autoptr(Diagnostics) noise = diagnostics_new();
            g_autoptr(Builder) d = builder_new(&keeping, noise);
            bytes->data[i] ^= (guint8)(1u << bit);
            if (snapshot_read(d, bytes->data, bytes->len, NULL))
                corpus_free(builder_finish(d));
            else
                g_assert_cmpuint(d->mention->len, ==, 0);
            bytes->data[i] ^= (guint8)(1u << bit);
        }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/snapshot/round", test_round);
    g_test_add_func("/snapshot/without-text", test_without_text);
    g_test_add_func("/snapshot/damaged", test_damaged);
    return g_test_run();
}
