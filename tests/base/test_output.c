/* test_output.c - files appear whole or not at all, and nobody else's file is lost. */
#include "error.h"
#include "output.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Fixture {
    char *folder, *path;
} Fixture;

static void set_up(Fixture *f, gconstpointer unused)
{
    f->folder = support_folder();
    f->path = g_build_filename(f->folder, "out.txt", NULL);
}

static void tear_down(Fixture *f, gconstpointer unused)
{
    support_remove_folder(f->folder);
    g_free(f->path);
}

static unsigned count_files(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    unsigned n = 0;
    while (g_dir_read_name(dir))
        n++;
    return n;
}

static void write_text(const char *path, bool force, const char *text)
{
    GError *error = NULL;
    g_autoptr(Output) output = output_open(path, force, &error);
    g_assert_no_error(error);
    output_text(output, text);
    g_assert_true(output_commit(output, &error));
    g_assert_no_error(error);
}

static void assert_holds(const char *path, const char *expected)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, expected);
}

static void test_appears_at_commit(Fixture *f, gconstpointer unused)
{
    GError *error = NULL;
    g_autoptr(Output) output = output_open(f->path, false, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(output_path(output), ==, f->path);
    output_text(output, "Tô Lâm ");
    output_printf(output, "%d %s", 7, "events");
    output_bytes(output, "\0", 1);
    g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
    g_assert_true(output_commit(output, &error));
    g_assert_false(output_failed(output));
    g_autofree char *text = NULL;
    gsize n;
    g_assert_true(g_file_get_contents(f->path, &text, &n, NULL));
    g_assert_cmpmem(text, n, "Tô Lâm 7 events\0", 18);
    g_assert_cmpuint(count_files(f->folder), ==, 1);
}

static void test_free_without_commit(Fixture *f, gconstpointer unused)
{
    Output *output = output_open(f->path, false, NULL);
    output_text(output, "half");
    g_assert_cmpuint(count_files(f->folder), ==, 1);
    output_free(output);
    g_assert_cmpuint(count_files(f->folder), ==, 0);
    output_free(NULL);
}

static void test_more_than_the_buffer(Fixture *f, gconstpointer unused)
{
    g_autoptr(GString) expected = g_string_new(NULL);
    g_autofree char *large = g_strnfill(200000, 'x');
    g_autoptr(Output) output = output_open(f->path, false, NULL);
    for (int i = 0; i < 3000; i++) {
        g_string_append_printf(expected, "line %d of a text that is longer than its buffer\n", i);
        output_printf(output, "line %d of a text that is longer than its buffer\n", i);
    }
    output_printf(output, "%s", large);
    output_text(output, large);
    output_text(output, "end");
    g_string_append(expected, large);
    g_string_append(expected, large);
    g_string_append(expected, "end");
    g_assert_true(output_commit(output, NULL));
    assert_holds(f->path, expected->str);
}

static void assert_refused(const char *path, bool force, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) output = output_open(path, force, &error);
    g_assert_null(output);
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_test_message("%s", error->message);
    g_assert_nonnull(strstr(error->message, expected));
}

static void test_foreign_file_wants_force(Fixture *f, gconstpointer unused)
{
    g_assert_true(g_file_set_contents(f->path, "my thesis", -1, NULL));
    assert_refused(f->path, false, "--force");
    assert_holds(f->path, "my thesis");
    write_text(f->path, true, "made by entente");
    write_text(f->path, false, "no such word"); /* what we wrote we replace */
    assert_refused(f->path, false, "--force");
    g_assert_true(g_file_set_contents(f->path, "", 0, NULL));
    write_text(f->path, false, "in an empty file");
}

static void test_mode(Fixture *f, gconstpointer unused)
{
    struct stat there;
    mode_t before = umask(027);
    write_text(f->path, false, "entente");
    g_assert_cmpint(stat(f->path, &there), ==, 0);
    g_assert_cmpuint(there.st_mode & 07777, ==, 0640);
    umask(before);
    g_assert_cmpint(chmod(f->path, 0600), ==, 0);
    write_text(f->path, false, "entente");
    g_assert_cmpint(stat(f->path, &there), ==, 0);
    g_assert_cmpuint(there.st_mode & 07777, ==, 0600); /* a private file stays private */
}

static void test_link_is_followed(Fixture *f, gconstpointer unused)
{
    g_autofree char *link = g_build_filename(f->folder, "link", NULL);
    write_text(f->path, false, "entente 1");
    g_assert_cmpint(symlink("out.txt", link), ==, 0);
    write_text(link, false, "entente 2");
    g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    assert_holds(f->path, "entente 2");
}

static void test_bad_places(Fixture *f, gconstpointer unused)
{
    g_autofree char *no_folder = g_build_filename(f->folder, "no", "out.txt", NULL);
    g_autofree char *through_file = g_build_filename(f->path, "out.txt", NULL);
    g_autofree char *name = g_strnfill(300, 'n');
    g_autofree char *too_long = g_build_filename(f->folder, name, NULL);
    write_text(f->path, false, "entente");
    assert_refused(no_folder, true, "No such file");
    assert_refused(through_file, true, "Not a directory");
    assert_refused(f->folder, true, "it is a folder");
    assert_refused("", true, "without a name");
    g_autoptr(Output) output = output_open(too_long, true, NULL);
    g_autoptr(GError) error = NULL;
    if (output) { /* the temporary's name is short: the failure shows at the rename */
        g_assert_false(output_commit(output, &error));
        g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    }
    g_assert_cmpuint(count_files(f->folder), ==, 1);
}

static void test_device_is_written_directly(Fixture *f, gconstpointer unused)
{
    write_text("/dev/null", false, "nothing");
    g_assert_false(g_file_test("/dev/null", G_FILE_TEST_IS_REGULAR));
}

static void test_full_disk(Fixture *f, gconstpointer unused)
{
    if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
        g_test_skip("no /dev/full here");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) output = output_open("/dev/full", false, &error);
    g_assert_no_error(error);
    output_text(output, "does not fit");
    g_assert_false(output_commit(output, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_assert_true(output_failed(output));
    g_assert_nonnull(strstr(error->message, "/dev/full"));
    g_assert_nonnull(strstr(error->message, "No space"));
}

/* A write that fails half-way leaves the old file as it was and nothing beside it. */
static void test_failing_write_leaves_old_file(Fixture *f, gconstpointer unused)
{
    write_text(f->path, false, "entente, the old one");
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before, small = {.rlim_cur = 1000};
    g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
    small.rlim_max = before.rlim_max;
    g_autofree char *large = g_strnfill(100000, 'x');
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) output = output_open(f->path, false, NULL);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
    output_text(output, large);
    bool failed_early = output_failed(output), committed = output_commit(output, &error);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
    g_assert_true(failed_early);
    g_assert_false(committed);
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    assert_holds(f->path, "entente, the old one");
    g_assert_cmpuint(count_files(f->folder), ==, 1);
}

/* The reader of a pipe may leave early; that is a failure nobody wants to read about. */
static void test_closed_pipe_is_quiet(Fixture *f, gconstpointer unused)
{
    g_autofree char *fifo = g_build_filename(f->folder, "fifo", NULL);
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
    signal(SIGPIPE, SIG_IGN);
    int reader = open(fifo, O_RDONLY | O_NONBLOCK);
    g_assert_cmpint(reader, >=, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) output = output_open(fifo, false, &error);
    g_assert_no_error(error);
    close(reader);
    output_text(output, "to nobody");
    g_assert_false(output_commit(output, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_assert_cmpstr(error->message, ==, "");
    g_assert_true(g_file_test(fifo, G_FILE_TEST_EXISTS));
}

static void test_make_folder(Fixture *f, gconstpointer unused)
{
    GError *error = NULL;
    g_autofree char *deep = g_build_filename(f->folder, "a", "b", "c", NULL);
    g_assert_true(output_make_folder(deep, &error));
    g_assert_true(output_make_folder(deep, &error));
    g_assert_true(g_file_test(deep, G_FILE_TEST_IS_DIR));
    write_text(f->path, false, "entente");
    g_autofree char *below_file = g_build_filename(f->path, "d", NULL);
    g_assert_false(output_make_folder(below_file, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_clear_error(&error);
}

/* Run as a program of its own: what "-" writes is standard output. */
static void test_standard_output(Fixture *f, gconstpointer unused)
{
    if (g_test_subprocess()) {
        write_text("-", false, "to standard output");
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_passed();
    g_test_trap_assert_stdout("*to standard output*");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/output/" name, Fixture, NULL, set_up, function, tear_down)
    ADD("appears-at-commit", test_appears_at_commit);
    ADD("free-without-commit", test_free_without_commit);
    ADD("more-than-the-buffer", test_more_than_the_buffer);
    ADD("foreign-file-wants-force", test_foreign_file_wants_force);
    ADD("mode", test_mode);
    ADD("link-is-followed", test_link_is_followed);
    ADD("bad-places", test_bad_places);
    ADD("device-is-written-directly", test_device_is_written_directly);
    ADD("full-disk", test_full_disk);
    ADD("failing-write-leaves-old-file", test_failing_write_leaves_old_file);
    ADD("closed-pipe-is-quiet", test_closed_pipe_is_quiet);
    ADD("make-folder", test_make_folder);
    ADD("standard-output", test_standard_output);
    return g_test_run();
}
