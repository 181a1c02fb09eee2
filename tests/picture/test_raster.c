/* test_raster.c - PNG and PDF: ours by name, of the right size, the same again; or an error that says what to do. */
#include "drawn.h"
#include "error.h"

static Drawn *small(void)
{
    static const char *const pairs[] = {"Việt Nam 1", "Singapore 1", "Japan 2", "Việt Nam 2", NULL};
    return drawn_new(pairs);
}

/* false, and skipped aloud, where the program has no cairo or the machine no fonts. */
static bool can_draw(const Drawn *drawn)
{
    char *folder = support_folder();
    g_autofree char *path = g_build_filename(folder, "x.png", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) output = output_open(path, false, NULL);
    bool fine = scene_png(drawn->scene, 1, output, &error);
    if (!fine) {
        g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
        g_assert_nonnull(strstr(error->message, "SVG"));
        g_test_skip(error->message);
    }
    g_clear_pointer(&output, output_free);
    support_remove_folder(folder);
    return fine;
}

static uint32_t be32(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static void test_png(void)
{
    g_autoptr(Drawn) drawn = small();
    if (!can_draw(drawn))
        return;
    gsize n, n_again;
    g_autofree char *png = drawn_bytes(drawn->scene, "a.png", &n),
                    *again = drawn_bytes(drawn->scene, "b.png", &n_again);
    g_assert_cmpmem(png, n, again, n_again);
    g_assert_cmpmem(png, 8, "\x89PNG\r\n\x1a\n", 8);
    g_assert_cmpuint(be32(png + 16), ==, (uint32_t)drawn->scene->width);
    g_assert_cmpuint(be32(png + 20), ==, (uint32_t)drawn->scene->height);
    g_assert_cmpmem(png + 37, 12, "tEXtSoftware", 12);
    g_assert_cmpmem(png + 50, 7, "entente", 7);
    size_t at = 8; /* chunk by chunk to the end */
    while (at + 12 <= n && memcmp(png + at + 4, "IEND", 4) != 0)
        at += be32(png + at) + 12;
    g_assert_cmpuint(at + 12, ==, n);
}

static void test_pdf(void)
{
    g_autoptr(Drawn) drawn = small();
    if (!can_draw(drawn))
        return;
    gsize n, n_again;
    g_autofree char *pdf = drawn_bytes(drawn->scene, "a.pdf", &n);
    g_usleep(1100000); /* a date in it would differ now */
    g_autofree char *again = drawn_bytes(drawn->scene, "b.pdf", &n_again);
    g_assert_cmpmem(pdf, n, again, n_again);
    g_assert_cmpmem(pdf, 5, "%PDF-", 5);
    bool named = false; /* in the last 4 kB, where output.h looks for it */
    for (size_t at = n > 4096 ? n - 4096 : 0; at + 7 <= n; at++)
        named |= memcmp(pdf + at, "entente", 7) == 0;
    g_assert_true(named);
}

static void test_replaces_its_own(void)
{
    static const char *const name[] = {"a.png", "a.pdf", "a.svg"};
    g_autoptr(Drawn) drawn = small();
    if (!can_draw(drawn))
        return;
    char *folder = support_folder();
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
            g_autofree char *path = g_build_filename(folder, name[i], NULL);
            g_autoptr(GError) error = NULL;
            g_autoptr(Output) output = output_open(path, false, &error);
            g_assert_no_error(error);
            g_assert_true(i == 0   ? scene_png(drawn->scene, 1, output, &error)
                          : i == 1 ? scene_pdf(drawn->scene, output, &error)
                                   : scene_svg(drawn->scene, output, &error));
            g_assert_true(output_commit(output, &error));
        }
    support_remove_folder(folder);
}

static void test_too_large(void)
{
    g_autoptr(Drawn) drawn = small();
    if (!can_draw(drawn))
        return;
    static const double scale[] = {1000, 0, -1};
    for (size_t i = 0; i < G_N_ELEMENTS(scale); i++) {
        char *folder = support_folder();
        g_autofree char *path = g_build_filename(folder, "x.png", NULL);
        g_autoptr(GError) error = NULL;
        g_autoptr(Output) output = output_open(path, false, NULL);
        g_assert_false(scene_png(drawn->scene, scale[i], output, &error));
        g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
        g_clear_pointer(&output, output_free);
        support_remove_folder(folder);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/raster/png", test_png);
    g_test_add_func("/raster/pdf", test_pdf);
    g_test_add_func("/raster/own", test_replaces_its_own);
    g_test_add_func("/raster/too-large", test_too_large);
    return g_test_run();
}
