/* stature.c - how large each actor or event is drawn, and whether it has a label. */
#include "stature.h"
#include "boxes.h"

#include <math.h>

const double *size_column(const Scores *scores, const PictureOptions *options, Measure *which)
{
    Measure wanted[] = {options->size_by, MEASURE_STRENGTH};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        if (wanted[i] < N_MEASURES && scores->value[wanted[i]]) {
            *which = wanted[i];
            return scores->value[wanted[i]];
        }
    return NULL;
}

void column_range(const double *column, size_t n, double *smallest, double *largest)
{
    *smallest = INFINITY;
    *largest = -INFINITY;
    for (size_t i = 0; column && i < n; i++)
        if (isfinite(column[i])) {
            *smallest = fmin(*smallest, column[i]);
            *largest = fmax(*largest, column[i]);
        }
    if (*smallest > *largest)
        *smallest = *largest = 0;
}

static int compare_scores(const void *a, const void *b, void *user)
{
    const Glyph *glyph = user;
    double p = steady(glyph[*(const uint32_t *)a].score), q = steady(glyph[*(const uint32_t *)b].score);
    if (isnan(p) || isnan(q))
        return isnan(p) - isnan(q);
    return (p < q) - (p > q);
}

static void size_glyph(Layout *layout, const Sociogram *sociogram, uint32_t at, bool labelled)
{
    const Glyph *glyph = &sociogram->glyph[at];
    bool event = glyph->sign == SIGN_EVENT;
    double share = event              ? size_share(glyph->score, 0, sociogram->most)
                   : sociogram->sized ? size_share(glyph->score, sociogram->smallest, sociogram->largest)
                                      : .5;
    layout->radius[at] = event ? EVENT_RADIUS_MIN + (EVENT_RADIUS_MAX - EVENT_RADIUS_MIN) * share : radius_of(share);
    layout->font[at] = !labelled ? 0
                       : event   ? EVENT_FONT_MIN + (EVENT_FONT_MAX - EVENT_FONT_MIN) * share
                                 : font_of(share);
}

void stature_sizes(Layout *layout, const Sociogram *sociogram, const uint32_t *node)
{
    for (int events = 0; events < 2; events++) {
        g_autofree uint32_t *strongest = g_new(uint32_t, sociogram->n_glyphs + 1);
        size_t n = 0;
        for (size_t i = 0; i < sociogram->n_glyphs; i++)
            if ((sociogram->glyph[node[i]].sign == SIGN_EVENT) == events)
                strongest[n++] = node[i];
        if (n > 0) /* stable: equal scores stay in the order of their names */
            g_qsort_with_data(strongest, (int)n, sizeof *strongest, compare_scores, sociogram->glyph);
        size_t n_labelled = n > ALL_LABELLED_UP_TO ? LABELLED_ABOVE : n;
        for (size_t i = 0; i < n; i++)
            size_glyph(layout, sociogram, strongest[i], i < n_labelled);
    }
}
