/* interrupt.h - Ctrl-C: temporary files are removed, and the program ends with 130. */
#ifndef ENTENTE_INTERRUPT_H
#define ENTENTE_INTERRUPT_H

/* Installs handlers for SIGINT, SIGTERM, SIGHUP that unlink every registered temporary (async-signal-safe) and
 * _exit(130). A signal that was ignored at the start (nohup) stays ignored. So are SIGPIPE and SIGXFSZ: writers see
 * EPIPE and EFBIG. */
void interrupt_install(void);
/* At most 64 at once; path is copied. Returns a slot, or -1 when all are taken. */
int interrupt_register(const char *path);
void interrupt_forget(int slot);

#endif
