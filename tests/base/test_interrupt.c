/* test_interrupt.c - Ctrl-C leaves no temporary behind and ends with 130. */
#include "interrupt.h"
#include "output.h"
#include "support.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the program does in another process, ended by this signal; returns how that ended. */
static int end_with(int signal_number, void (*work)(const char *), const char *folder)
{
    pid_t child = fork();
    if (child == 0) {
        interrupt_install();
        work(folder);
        raise(signal_number);
        _exit(0); /* the signal was not noticed */
    }
    int status;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    return status;
}

static void write_two(const char *folder)
{
    g_autofree char *a = g_build_filename(folder, "a", NULL), *b = g_build_filename(folder, "b", NULL);
    Output *first = output_open(a, false, NULL), *second = output_open(b, false, NULL);
    output_text(first, "whole");
    if (!first || !second || !output_commit(first, NULL))
        _exit(99);
    output_text(second, "half");
}

static void test_signals(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < G_N_ELEMENTS(signals); i++) {
        char *folder = support_folder();
        int status = end_with(signals[i], write_two, folder);
        g_assert_true(WIFEXITED(status));
        g_assert_cmpint(WEXITSTATUS(status), ==, 130);
        g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
        g_assert_cmpstr(g_dir_read_name(dir), ==, "a"); /* what was finished stays */
        g_assert_null(g_dir_read_name(dir));
        support_remove_folder(folder);
    }
}

static void nothing(const char *folder) {}

static void test_pipe_signal_is_ignored(void)
{
    int status = end_with(SIGPIPE, nothing, NULL);
    g_assert_true(WIFEXITED(status));
    g_assert_cmpint(WEXITSTATUS(status), ==, 0);
}

static void ignore_before(const char *folder)
{
    signal(SIGHUP, SIG_IGN);
    interrupt_install();
}

static void test_nohup_is_respected(void)
{
    int status = end_with(SIGHUP, ignore_before, NULL);
    g_assert_true(WIFEXITED(status));
    g_assert_cmpint(WEXITSTATUS(status), ==, 0);
}

static void test_slots(void)
{
    int slot[64];
    for (int i = 0; i < 64; i++) {
        slot[i] = interrupt_register("x");
        g_assert_cmpint(slot[i], >=, 0);
    }
    g_assert_cmpint(interrupt_register("x"), ==, -1);
    interrupt_forget(slot[10]);
    g_assert_cmpint(interrupt_register("x"), ==, slot[10]);
    for (int i = 0; i < 64; i++)
        interrupt_forget(slot[i]);
    interrupt_forget(-1);
    g_autofree char *long_path = g_strnfill(5000, 'p');
    g_assert_cmpint(interrupt_register(long_path), ==, -1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/interrupt/signals", test_signals);
    g_test_add_func("/interrupt/pipe-signal-is-ignored", test_pipe_signal_is_ignored);
    g_test_add_func("/interrupt/nohup-is-respected", test_nohup_is_respected);
    g_test_add_func("/interrupt/slots", test_slots);
    return g_test_run();
}
