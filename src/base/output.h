/* output.h - files that appear whole or not at all. */
#ifndef ENTENTE_OUTPUT_H
#define ENTENTE_OUTPUT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Buffered bytes to a temporary file beside the target, which replaces it at output_commit (fsync, rename), or to
 * standard output for "-"; devices and pipes are written directly. An Output that is freed without commit leaves
 * nothing behind. Write errors are remembered and reported once, by commit; between, writes are ignored. Ctrl-C removes
 * the temporary (interrupt.h); what a run that was killed has left is removed by the next one on the same machine whose
 * first file goes to the same folder. */
typedef struct Output Output;

/* Refuses to replace an existing file that this program did not write (ours.h says how that is known), unless force; a
 * file that is replaced keeps its mode. NULL and ERROR_IO (with the path, the reason and what to do) when the folder
 * cannot be written. Parent folders are not made (see output_make_folder). */
Output *output_open(const char *path, bool force, GError **);
void output_free(Output *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Output, output_free)

void output_bytes(Output *, const void *, size_t);
void output_text(Output *, const char *);
void output_printf(Output *, const char *format, ...) G_GNUC_PRINTF(2, 3); /* no %f: use number.h */
const char *output_path(const Output *);
bool output_failed(const Output *);
/* The temporary file, for a library that writes files itself (and nothing is written by output_bytes); NULL where the
 * target is standard output, a device or a pipe. What stands there when it is committed becomes the file. */
const char *output_temporary(const Output *);
/* Flush, check, fsync, rename. On failure nothing is left and the error says which path and why; where the reader of a
 * pipe has gone (head has seen enough) the failure is ERROR_IO with an empty message: there is nobody to tell. */
bool output_commit(Output *, GError **);

/* mkdir -p. */
bool output_make_folder(const char *path, GError **);

#endif
