/* legend.c - the key beside the drawing: colours, shapes, sizes, widths. */
#include "legend.h"
#include "advance.h"
#include "boxes.h"
#include "drawn_ties.h"
#include "number.h"

#include <math.h>

#define ROW 20.0
#define FONT 12.0
#define SMALL 11.0
#define WIDEST 17.0 /* em of a text */

double tie_share(double weight, double smallest, double largest)
{
    if (!(weight > 0) || steady(smallest) == steady(largest))
        return .25;
    return sqrt(steady(weight) / steady(largest));
}

double tie_width(double share) { return .5 + 5 * share; }

typedef struct Legend {
    const LegendOptions *from;
    const Inks *ink;
    Scene *scene;
    double scale; /* of text and signs; circles and lines that stand for sizes and widths are as in the drawing */
    double y;
} Legend;

static void take(Scene *scene, double right, double bottom)
{
    scene->width = fmax(scene->width, right);
    scene->height = fmax(scene->height, bottom);
}

static void heading(Legend *legend, const char *text)
{
    double font = SMALL * legend->scale;
    legend->y += legend->y > 0 ? ROW * legend->scale * .9 : 0;
    Shape *shape = scene_text(legend->scene, LAYER_LEGEND, 0, legend->y + font, font, true, legend->ink->muted, text);
    take(legend->scene, shape->width, legend->y + font);
    legend->y += ROW * legend->scale;
}

/* "Name" and, in a quieter ink, "(25)", beside a sign that the caller has drawn. */
static void entry(Legend *legend, const char *text, const char *count)
{
    double font = FONT * legend->scale, y = legend->y + ROW * legend->scale / 2 + font * .36;
    Shape *shape = scene_text(legend->scene, LAYER_LEGEND, 20 * legend->scale, y, font, false, legend->ink->text, text);
    double right = shape->x + shape->width;
    if (count) {
        shape = scene_text(legend->scene, LAYER_LEGEND, right + 5 * legend->scale, y, font, false, legend->ink->muted,
                           count);
        right = shape->x + shape->width;
    }
    legend->y += ROW * legend->scale;
    take(legend->scene, right, legend->y);
}

static Shape *sign(Legend *legend, Sign which)
{
    double r = 6 * legend->scale;
    return scene_sign(legend->scene, LAYER_LEGEND, which, r, legend->y + ROW * legend->scale / 2,
                      which == SIGN_EVENT ? r / EVENT_WIDER : r);
}

/* ---- colour ---- */

/* The two strongest members of a group, then by name. */
static void strongest_two(const Sociogram *sociogram, const uint32_t *node, uint32_t group, uint32_t best[2])
{
    best[0] = best[1] = UINT32_MAX;
    for (size_t i = 0; i < sociogram->n_glyphs; i++) {
        const Glyph *glyph = sociogram->glyph;
        uint32_t at = node[i];
        if (glyph[at].group != group)
            continue;
        if (best[0] == UINT32_MAX || steady(glyph[at].strength) > steady(glyph[best[0]].strength)) {
            best[1] = best[0];
            best[0] = at;
        } else if (best[1] == UINT32_MAX || steady(glyph[at].strength) > steady(glyph[best[1]].strength)) {
            best[1] = at;
        }
    }
}

/* "Valjean, Marius (25)", on two lines where one does not hold it. */
static void group_entry(Legend *legend, const uint32_t *node, uint32_t group, size_t size)
{
    uint32_t best[2];
    char *name[2] = {NULL, NULL};
    strongest_two(legend->from->sociogram, node, group, best);
    for (size_t k = 0; k < 2 && best[k] != UINT32_MAX; k++) {
        g_autofree char *label = label_clean(legend->from->sociogram->glyph[best[k]].name, 60);
        name[k] = label_fit(label, WIDEST, false);
    }
    g_autofree char *count = g_strdup_printf("(%zu)", size);
    g_autofree char *both = name[1] ? g_strconcat(name[0], ", ", name[1], NULL) : g_strdup(name[0]);
    sign(legend, SIGN_COUNTRY)->fill = palette_group(group, legend->from->options->dark);
    if (advance_width(both, false) <= WIDEST) {
        entry(legend, both, count);
    } else {
        g_autofree char *first = g_strconcat(name[0], ",", NULL);
        entry(legend, first, NULL);
        legend->y -= ROW * legend->scale * .22;
        entry(legend, name[1], count);
    }
    g_free(name[0]);
    g_free(name[1]);
}

/* "ASEAN (7 of 11)": so many wear its colour, of all its members; "in none of them (4)". */
static void named_entry(Legend *legend, const char *words, uint32_t group, size_t size)
{
    const Sociogram *sociogram = legend->from->sociogram;
    bool bloc = sociogram->group_whole && group < N_GROUP_COLOURS && group < sociogram->n_groups;
    g_autofree char *label = label_clean(words, 80), *name = label_fit(label, WIDEST, false);
    g_autofree char *count = bloc && sociogram->group_whole[group] > size
                                 ? g_strdup_printf("(%zu of %u)", size, sociogram->group_whole[group])
                                 : g_strdup_printf("(%zu)", size);
    sign(legend, SIGN_COUNTRY)->fill = palette_group(group, legend->from->options->dark);
    entry(legend, name, count);
}

/* Names of blocs whose members all wear another, small, on as many lines as they need. */
static void left_out(Legend *legend)
{
    double font = SMALL * legend->scale;
    g_autofree char *names = label_clean(legend->from->sociogram->blocs_left_out->str, 300);
    g_autofree char *text = g_strdup_printf("All in smaller ones: %s", names);
    g_auto(GStrv) line = label_wrap(text, WIDEST + 2, false);
    for (size_t i = 0; line[i]; i++) {
        Shape *shape = scene_text(legend->scene, LAYER_LEGEND, 0, legend->y + font * 1.2, font, false,
                                  legend->ink->muted, line[i]);
        legend->y += font * 1.35;
        take(legend->scene, shape->width, legend->y);
    }
}

static void colours(Legend *legend)
{
    const LegendOptions *from = legend->from;
    const Sociogram *sociogram = from->sociogram;
    bool blocs = sociogram->colour_by == COLOUR_BY_BLOC;
    size_t n_groups = sociogram->n_groups, n_none = 0, n_others = 0;
    g_autofree size_t *size = g_new0(size_t, n_groups + 1);
    for (size_t i = 0; i < sociogram->n_actors; i++)
        if (sociogram->glyph[i].group < n_groups)
            size[sociogram->glyph[i].group]++;
        else
            n_none++;
    if (n_groups + (n_none > 0) < 2 || sociogram->colour_by == COLOUR_BY_TYPE)
        return;
    g_autofree uint32_t *node = glyphs_by_name(sociogram);
    heading(legend, blocs ? "Colour: smallest bloc of each" : "Colour: group (members)");
    for (uint32_t g = 0; g < n_groups && g < N_GROUP_COLOURS; g++)
        if (sociogram->group_name)
            named_entry(legend, sociogram->group_name[g], g, size[g]);
        else
            group_entry(legend, node, g, size[g]);
    for (size_t g = N_GROUP_COLOURS; g < n_groups; g++)
        n_others += size[g];
    if (n_groups > N_GROUP_COLOURS) {
        size_t n = n_groups - N_GROUP_COLOURS;
        g_autofree char *text = g_strdup_printf("%zu smaller %s%s", n, blocs ? "bloc" : "group", n == 1 ? "" : "s");
        named_entry(legend, text, N_GROUP_COLOURS, n_others);
    }
    if (n_none > 0 && n_groups > 0)
        named_entry(legend, blocs ? "in none of them" : "without ties", UINT32_MAX, n_none);
    if (sociogram->blocs_left_out)
        left_out(legend);
}

/* ---- shape ---- */

/* Where colour shows the type too, one list for both. */
static void types(Legend *legend)
{
    static const char *const name[N_SIGNS] = {"country", "organisation", "person", "other", "event"};
    const Sociogram *sociogram = legend->from->sociogram;
    bool two_mode = sociogram_is_two_mode(sociogram), coloured = sociogram->colour_by == COLOUR_BY_TYPE;
    size_t n[N_SIGNS] = {0};
    uint32_t group[N_SIGNS] = {0};
    if (!legend->from->show_types && !two_mode)
        return;
    for (size_t i = 0; i < sociogram->n_glyphs; i++) {
        n[sociogram->glyph[i].sign]++;
        group[sociogram->glyph[i].sign] = sociogram->glyph[i].group;
    }
    heading(legend, coloured ? "Colour and shape: kind of actor" : two_mode ? "Shape" : "Shape: kind of actor");
    for (Sign k = 0; k < SIGN_EVENT; k++) {
        if (!n[k])
            continue;
        Shape *shape = sign(legend, legend->from->show_types ? k : SIGN_COUNTRY);
        shape->fill = coloured ? palette_group(group[k], legend->from->options->dark) : legend->ink->muted;
        entry(legend, name[k], NULL);
    }
    if (!two_mode)
        return;
    g_autofree char *most = g_strdup_printf("(size: participants, up to %.0f)", sociogram->most);
    Shape *event = sign(legend, SIGN_EVENT);
    event->stroke = legend->ink->muted;
    event->stroke_width = 1.4;
    entry(legend, name[SIGN_EVENT], most);
}

/* ---- size and width ---- */

/* The largest of 1, 2, 5, 10, 20 … (or .5, .2 …) not above a value. */
static double nice_below(double value)
{
    double power = pow(10, floor(log10(value)));
    double digit = value / power;
    return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/* At most three values from small to the largest itself, ascending; returns how many: none where all are one. */
static size_t examples(double smallest, double largest, double out[3])
{
    size_t n = 0;
    if (!(largest > 0))
        return 0;
    static const double share[] = {.12, .45};
    if (steady(smallest) == steady(largest))
        return 0;
    for (size_t i = 0; i < 2; i++) {
        double value = nice_below(largest * share[i]);
        if (value < smallest)
            value = smallest;
        if (value > 0 && value < largest * .8 && (n == 0 || value > out[n - 1] * 1.2))
            out[n++] = value;
    }
    out[n++] = largest;
    return n;
}

static void sizes(Legend *legend)
{
    const LegendOptions *from = legend->from;
    Measure which = from->sociogram->sized_by;
    double smallest = from->sociogram->smallest, largest = from->sociogram->largest, value[3];
    size_t n = from->sociogram->sized ? examples(smallest, largest, value) : 0;
    if (n == 0)
        return;
    const char *what =
        which == MEASURE_STRENGTH ? weight_meaning(from->sociogram->network->weight) : measure_heading(which);
    g_autofree char *text = g_strdup_printf("Size: %s", what), *fitted = label_fit(text, WIDEST, true);
    heading(legend, fitted);
    double font = SMALL * legend->scale, x = 0, ground = legend->y + 2;
    for (size_t i = 0; i < n; i++)
        ground = fmax(ground, legend->y + 2 + 2 * from->reduced * radius_of(size_share(value[i], smallest, largest)));
    for (size_t i = 0; i < n; i++) { /* standing on one line */
        char number[NUMBER_SIZE];
        number_short(number_round(value[i], 3), number);
        double radius = from->reduced * radius_of(size_share(value[i], smallest, largest));
        double half = fmax(radius, font * advance_width(number, false) / 2);
        x += half;
        Shape *circle = scene_sign(legend->scene, LAYER_LEGEND, SIGN_COUNTRY, x, ground - radius, radius);
        circle->stroke = legend->ink->muted;
        circle->stroke_width = 1.2;
        scene_text(legend->scene, LAYER_LEGEND, x, ground + 1.4 * font, font, false, legend->ink->muted, number)
            ->anchor = ANCHOR_MIDDLE;
        x += half + 16;
    }
    legend->y = ground + 1.7 * font;
    take(legend->scene, x - 16, legend->y);
}

static void widths(Legend *legend)
{
    const LegendOptions *from = legend->from;
    double value[3], font = SMALL * legend->scale;
    size_t n = sociogram_is_two_mode(from->sociogram) ? 0 : examples(from->lightest, from->heaviest, value);
    Weight weight = from->sociogram->network->weight;
    if (n == 0)
        return;
    g_autofree char *text = g_strdup_printf("Width: tie weight (%s)", weight_name(weight));
    heading(legend, weight == WEIGHT_COUNT ? "Width: shared events" : text);
    for (size_t i = 0; i < n; i++) {
        char number[NUMBER_SIZE];
        double y = legend->y + ROW * legend->scale / 2, right = 44 * legend->scale;
        Shape *line = scene_add(legend->scene, LAYER_LEGEND, SHAPE_CURVE);
        line->x = 3;
        line->y = y;
        line->end = (Point){right, y};
        line->control = (Point){(right + 3) / 2, y};
        line->stroke = legend->ink->between;
        line->stroke_width = from->reduced * tie_width(tie_share(value[i], from->lightest, from->heaviest));
        Shape *label = scene_text(legend->scene, LAYER_LEGEND, right + 10, y + font * .36, font, false,
                                  legend->ink->muted, number_short(number_round(value[i], 3), number));
        legend->y += ROW * legend->scale;
        take(legend->scene, label->x + label->width, legend->y);
    }
}

Scene *legend_new(const LegendOptions *from)
{
    Legend legend = {
        .from = from, .ink = palette_inks(from->options->dark), .scene = scene_new(), .scale = from->scale};
    colours(&legend);
    types(&legend);
    sizes(&legend);
    widths(&legend);
    return legend.scene;
}
