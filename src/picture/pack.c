/* pack.c - parts of a picture set side by side without waste. */
#include "pack.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>

/* The lower rim of what is placed: from x on, down to y, as far as the next step. */
typedef struct Step {
    double x, y;
} Step;

/* How far down a part of this width must go when its left side stands at step i; the last step reaches to the page's
 * end. */
static double resting_y(const GArray *rim, size_t i, double width)
{
    double right = g_array_index(rim, Step, i).x + width, y = 0;
    for (size_t k = i; k < rim->len && g_array_index(rim, Step, k).x < right - 1e-9; k++)
        y = fmax(y, g_array_index(rim, Step, k).y);
    return y;
}

static void cover(GArray *rim, size_t i, double width, double y)
{
    double left = g_array_index(rim, Step, i).x, right = left + width, beyond = 0;
    size_t k = i;
    for (; k < rim->len && g_array_index(rim, Step, k).x < right - 1e-9; k++)
        beyond = g_array_index(rim, Step, k).y;
    bool step_at_right = k < rim->len && g_array_index(rim, Step, k).x < right + 1e-9;
    g_array_remove_range(rim, (unsigned)i, (unsigned)(k - i));
    if (!step_at_right)
        g_array_insert_val(rim, (unsigned)i, ((Step){right, beyond}));
    g_array_insert_val(rim, (unsigned)i, ((Step){left, y}));
}

static void place_within(Part *part, size_t n, double gap, double page, double *width, double *height)
{
    g_autoptr(GArray) rim = g_array_new(FALSE, FALSE, sizeof(Step));
    g_array_append_val(rim, ((Step){0, 0}));
    *width = *height = 0;
    for (size_t p = 0; p < n; p++) {
        double room = part[p].width + gap, best = INFINITY;
        size_t at = 0;
        for (size_t i = 0; i < rim->len; i++) {
            double x = g_array_index(rim, Step, i).x, y = resting_y(rim, i, room);
            if (y < best - 1e-9 && (x + part[p].width <= page + 1e-9 || x == 0)) {
                best = y;
                at = i;
            }
        }
        part[p].left = g_array_index(rim, Step, at).x;
        part[p].top = best;
        cover(rim, at, room, best + part[p].height + gap);
        *width = fmax(*width, part[p].left + part[p].width);
        *height = fmax(*height, part[p].top + part[p].height);
    }
}

void pack_parts(Part *part, size_t n, double gap, double aspect, double *width, double *height)
{
    double widest = 0, area = 0, best_page = 0, best_cost = INFINITY;
    for (size_t i = 0; i < n; i++) {
        widest = fmax(widest, part[i].width);
        area += (part[i].width + gap) * (part[i].height + gap);
    }
    double ideal = sqrt(area * aspect);
    if (n > 0 && area < 1.15 * (part[0].width + gap) * (part[0].height + gap))
        ideal = 0; /* little besides the first part: below it, not beside it */
    for (size_t i = 0; i < 24; i++) {
        double page = fmax(widest, ideal * (.7 + .06 * (double)i));
        place_within(part, n, gap, page, width, height);
        double w = fmax(*width, 1), h = fmax(*height, 1), cost = w * h * (1 + .6 * fabs(log(w / h / aspect)));
        if (cost < best_cost * (1 - 1e-9)) {
            best_cost = cost;
            best_page = page;
        }
    }
    place_within(part, n, gap, best_page, width, height);
}

void pack_columns(const double *widths, size_t n, double gap, double max_width, size_t *columns, double *column_width)
{
    for (*columns = MIN(n, 1 + (size_t)(max_width / gap)); *columns > 1; (*columns)--) {
        double total = gap * (double)(*columns - 1);
        for (size_t c = 0; c < *columns; c++)
            column_width[c] = 0;
        for (size_t i = 0; i < n; i++)
            column_width[i % *columns] = fmax(column_width[i % *columns], widths[i]);
        for (size_t c = 0; c < *columns; c++)
            total += column_width[c];
        if (total <= max_width)
            return;
    }
    column_width[0] = 0;
    for (size_t i = 0; i < n; i++)
        column_width[0] = fmax(column_width[0], widths[i]);
}
