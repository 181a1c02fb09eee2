/* pack.h - parts of a picture set side by side without waste. */
#ifndef ENTENTE_PACK_H
#define ENTENTE_PACK_H

#include <stddef.h>

/* One rectangle; pack_parts fills left and top. */
typedef struct Part {
    double width, height;
    double left, top;
} Part;

/* Sets the parts beside and below one another, gap apart, from 0, 0: each as high up, then as far left as it fits
 * (bottom-left on a skyline, Chazelle 1983, upside down), in the order given, within the width that gives the page
 * nearest to aspect (width / height) with the least waste. O(n² · 24). Returns through *width and *height the page. */
void pack_parts(Part *, size_t n, double gap, double aspect, double *width, double *height);

/* Rows and columns for cells that must line up: cell i stands in row i / columns, column i % columns; columns is the
 * largest number that keeps the table within max_width (at least 1). widths: of the cells. Fills column_width
 * (n long; only the first *columns are used). */
void pack_columns(const double *widths, size_t n, double gap, double max_width, size_t *columns, double *column_width);

#endif
