/* palette.c - inks of a light and a dark picture, and the colours of groups. */
#include "palette.h"
#include "picture.h"

/* Paul Tol's "bright" scheme (personal.sron.nl/~pault), blue red green yellow cyan purple; its grey is BBBBBB, here a
 * little darker so that small circles hold on white. On a dark page the darker ones are lifted to a contrast of 3:1 and
 * more. */
static const char *const group_light[] = {"#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377"};
static const char *const group_dark[] = {"#5b91c9", "#f0707f", "#39a04c", "#d3c24a", "#6fd0f0", "#c4519a"};
static const char *const other_groups[] = {"#a0a0a0", "#8a8f98"};

/* The same hues, darker and then lighter than the page would have them: told apart by lightness, too, so that eyes that
 * see few hues can tell them. */
static const char *const steps_light[] = {"#25415e", "#833841", "#134b1c", "#706725", "#387083", "#5e1c41",
                                          "#a2bbd4", "#f6b2bb", "#90c499", "#e6dda2", "#b2e6f6", "#d499bb"};
static const char *const steps_dark[] = {"#adc8e4", "#f8b8bf", "#9cd0a6", "#e9e0a4", "#b7e8f8", "#e2a8cc",
                                         "#3f6185", "#984d59", "#2a6a3a", "#877e39", "#4b869c", "#7e3a69"};

const char *palette_group_of_many(uint32_t group, bool dark)
{
    if (group < N_GROUP_COLOURS || group >= N_GROUP_STEPS)
        return palette_group(group, dark);
    return (dark ? steps_dark : steps_light)[group - N_GROUP_COLOURS];
}

const char *palette_group(uint32_t group, bool dark)
{
    if (group >= N_GROUP_COLOURS)
        return other_groups[dark];
    return dark ? group_dark[group] : group_light[group];
}

const char *picture_group_colour(uint32_t group) { return palette_group(group, false); }

const Inks *palette_inks(bool dark)
{
    static const Inks light = {.page = "#ffffff", .text = "#1d2430", .muted = "#5b6573", .between = "#7c8896"};
    static const Inks night = {.page = "#14181f", .text = "#eef1f5", .muted = "#9aa6b5", .between = "#8fa0b5"};
    return dark ? &night : &light;
}
