/* palette.c - inks of a light and a dark picture, and the colours of groups. */
#include "palette.h"
#include "picture.h"

/* Paul Tol's "bright" scheme (personal.sron.nl/~pault), blue red green yellow cyan purple; its grey is BBBBBB, here a
 * little darker so that small circles hold on white. On a dark page the darker ones are lifted to a contrast of 3:1 and
 * more. */
static const char *const group_light[] = {"#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377"};
static const char *const group_dark[] = {"#5b91c9", "#f0707f", "#39a04c", "#d3c24a", "#6fd0f0", "#c4519a"};
static const char *const other_groups[] = {"#a0a0a0", "#8a8f98"};

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
