/* support.h - what the unit tests share: temporary files, data that may not be here, small networks made in place. */
#ifndef ENTENTE_SUPPORT_H
#define ENTENTE_SUPPORT_H

#include "incidence.h"
#include <glib.h>

/* A fresh folder, removed with all in it by support_remove_folder. Heap. */
char *support_folder(void);
void support_remove_folder(char *path);
/* Writes text to folder/name and returns the path. Heap. */
char *support_file(const char *folder, const char *name, const char *text);
/* Path of a file of the shared test data (ENTENTE_SHARED or ../shared/data beside the source), or NULL after
 * marking the test as skipped, loudly. Heap. */
char *support_shared(const char *name);

/* Corpus, cast, hierarchy and incidence of a small table: "actor event" pairs, NULL-terminated, all officials, undated.
 * Built directly, without any reader. */
typedef struct Made {
    Corpus *corpus;
    Cast *cast;
    Hierarchy *hierarchy;
    Incidence *incidence;
} Made;
Made *made_new(const char *const *pairs);
void made_free(Made *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Made, made_free)

#endif
