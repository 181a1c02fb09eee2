/* interrupt.c - Ctrl-C removes what is half written and ends the program. */
#include "interrupt.h"
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { N_SLOTS = 64, PATH_SIZE = 4096, EXIT_INTERRUPTED = 130 };

/* A slot is read by the handler only while its flag is up, and its path is written only while the flag is down. */
static char path_of[N_SLOTS][PATH_SIZE];
static atomic_int in_use[N_SLOTS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void on_signal(int signal_number)
{
    for (int i = 0; i < N_SLOTS; i++) {
        if (atomic_load(&in_use[i]))
            unlink(path_of[i]);
    }
    _exit(EXIT_INTERRUPTED);
}

void interrupt_install(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = on_signal};
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction before;
        /* a signal that whoever started us had switched off (nohup, a background job) stays off */
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
}

int interrupt_register(const char *path)
{
    size_t n = strlen(path);
    if (n >= PATH_SIZE)
        return -1;
    int slot = -1;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < N_SLOTS && slot < 0; i++) {
        if (atomic_load(&in_use[i]))
            continue;
        memcpy(path_of[i], path, n + 1);
        atomic_store(&in_use[i], 1);
        slot = i;
    }
    pthread_mutex_unlock(&lock);
    return slot;
}

void interrupt_forget(int slot)
{
    if (slot >= 0 && slot < N_SLOTS)
        atomic_store(&in_use[slot], 0);
}
