/* label.h - names as a picture shows them: cleaned, broken into two lines, shortened. */
#ifndef ENTENTE_LABEL_H
#define ENTENTE_LABEL_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* A name under its circle. */
typedef struct Label {
    char *line[2];
    size_t n_lines;  /* 0 where nothing visible is left of the name */
    double width[2]; /* em, see advance.h */
} Label;

/* A line when that is short, else the two that are most alike in width; what then is longer than 24 characters is cut
 * and ends in "…". */
void label_init(Label *, const char *name, bool bold);
void label_clear(Label *);

/* Valid UTF-8 in NFC without control characters or bidirectional overrides, white space runs to one blank, at most
 * max characters ("…" where something was cut). Heap. */
char *label_clean(const char *text, size_t max);
/* Heap copy cut to this many em, with "…" where something was cut. */
char *label_fit(const char *text, double em, bool bold);
/* Breaks a clean text at blanks into lines of at most em; NULL-terminated, heap (g_strfreev). */
char **label_wrap(const char *text, double em, bool bold);

#endif
