/* test_digest.c - sha256: the published examples, every length around a block, any pieces, as GChecksum has it. */
#include "digest.h"
#include <glib.h>
#include <string.h>

static void assert_digest(const char *text, const char *expected)
{
    Digest d;
    char hex[DIGEST_SIZE];
    digest_init(&d);
    digest_add(&d, text, strlen(text));
    g_assert_cmpstr(digest_hex(&d, hex), ==, expected);
}

static void test_published(void) /* FIPS 180-4, examples of NIST */
{
    assert_digest("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_digest("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void test_pieces(void)
{
    g_autoptr(GRand) dice = g_rand_new_with_seed(7);
    guchar bytes[700];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (guchar)g_rand_int(dice);
    for (size_t n = 0; n <= sizeof bytes; n++) {
        Digest d;
        char hex[DIGEST_SIZE];
        g_autofree char *expected = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, n);
        digest_init(&d);
        for (size_t from = 0, part; from < n; from += part) {
            size_t wanted = (size_t)g_rand_int_range(dice, 0, 150);
            part = MIN(n - from, wanted);
            digest_add(&d, bytes + from, part);
        }
        g_assert_cmpstr(digest_hex(&d, hex), ==, expected);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/digest/published", test_published);
    g_test_add_func("/digest/pieces", test_pieces);
    return g_test_run();
}
