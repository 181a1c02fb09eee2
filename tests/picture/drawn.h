/* drawn.h - a small network with its scores, layout, scene and SVG, for the tests of the pictures. */
#ifndef ENTENTE_TESTS_DRAWN_H
#define ENTENTE_TESTS_DRAWN_H

#include "scene.h"
#include "support.h"

#include <string.h>

typedef struct Drawn {
    Made *made;
    Network *network;
    Scores *scores;
    Sociogram *sociogram;
    PictureOptions options;
    bool two_mode;
    Layout *layout;
    Scene *scene;
    char *svg;
} Drawn;

static inline char *drawn_bytes(const Scene *scene, const char *name, gsize *n)
{
    char *folder = support_folder();
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) output = output_open(path, false, &error);
    g_assert_no_error(error);
    bool fine = g_str_has_suffix(name, "svg")   ? scene_svg(scene, output, &error)
                : g_str_has_suffix(name, "png") ? scene_png(scene, 1, output, &error)
                                                : scene_pdf(scene, output, &error);
    g_assert_no_error(error);
    g_assert_true(fine);
    g_assert_true(output_commit(output, &error));
    char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, n, NULL));
    support_remove_folder(folder);
    return bytes;
}

/* Everything again from the actors and events that are there. */
static inline void drawn_draw(Drawn *drawn)
{
    g_autoptr(GError) error = NULL;
    Selection selection;
    selection_init(&selection);
    g_clear_pointer(&drawn->svg, g_free);
    g_clear_pointer(&drawn->scene, scene_free);
    g_clear_pointer(&drawn->layout, layout_free);
    g_clear_pointer(&drawn->sociogram, sociogram_free);
    g_clear_pointer(&drawn->scores, scores_free);
    g_clear_pointer(&drawn->network, network_free);
    drawn->network = network_project(drawn->made->incidence, &selection, &error);
    g_assert_no_error(error);
    drawn->scores = measure_network(drawn->network,
                                    MEASURE_BIT(MEASURE_EVENTS) | MEASURE_BIT(MEASURE_STRENGTH) |
                                        MEASURE_BIT(MEASURE_DEGREE) | MEASURE_BIT(MEASURE_COMMUNITY),
                                    &(MeasureOptions){.seed = 42}, &error);
    g_assert_no_error(error);
    drawn->sociogram = drawn->two_mode ? sociogram_two_mode(drawn->network, drawn->scores, &drawn->options)
                                       : sociogram_network(drawn->network, drawn->scores, &drawn->options);
    drawn->layout = layout_sociogram(drawn->sociogram, &drawn->options, &error);
    g_assert_no_error(error);
    drawn->scene = scene_sociogram(drawn->sociogram, drawn->layout, &drawn->options);
    drawn->svg = drawn_bytes(drawn->scene, "network.svg", NULL);
}

/* pairs: as made_new. */
static inline Drawn *drawn_new(const char *const *pairs)
{
    Drawn *drawn = g_new0(Drawn, 1);
    drawn->made = made_new(pairs);
    drawn->options = (PictureOptions){
        .title = "Who meets whom", .caption = "entente 0.0.0 · seed 42", .size_by = MEASURE_EVENTS, .seed = 42};
    drawn_draw(drawn);
    return drawn;
}

static inline void drawn_free(Drawn *drawn)
{
    g_free(drawn->svg);
    scene_free(drawn->scene);
    layout_free(drawn->layout);
    sociogram_free(drawn->sociogram);
    scores_free(drawn->scores);
    network_free(drawn->network);
    made_free(drawn->made);
    g_free(drawn);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Drawn, drawn_free)

static inline Shape *drawn_shape(const Drawn *drawn, unsigned i)
{
    return &g_array_index(drawn->scene->shape, Shape, i);
}

/* Pairs of n actors with long and short names in n_events events of 2 to 4 drawn by a fixed generator; shift turns the
 * list of pairs. NULL-terminated, heap (g_strfreev). */
static inline char **drawn_pairs(unsigned n, unsigned n_events, unsigned shift)
{
    static const char *const name[] = {
        "Bộ Công an Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Viet Nam",
        "Ministry of Foreign Affairs of Japan",
        "Lê Đức Thọ",
        "ASEAN–Japan Cybersecurity Capacity Building Centre",
        "Nguyễn Thị Phương Thảo",
        "Thụy Điển",
        "EU",
    };
    GPtrArray *pair = g_ptr_array_new();
    uint32_t state = 12345;
    for (unsigned i = 0; i < n; i++) /* everybody is in one with the next by eights, so that there are groups */
        g_ptr_array_add(pair, g_strdup_printf("%s %u own%u", name[i % G_N_ELEMENTS(name)], i, i / 8));
    for (unsigned event = 0; event < n_events; event++) {
        unsigned first = (state = state * 1664525u + 1013904223u) >> 8;
        for (unsigned k = 0; k < 2 + event % 3; k++) {
            unsigned i = (first + k * (k + 1 + event % 5)) % n;
            g_ptr_array_add(pair, g_strdup_printf("%s %u e%u", name[i % G_N_ELEMENTS(name)], i, event));
        }
    }
    char **out = g_new0(char *, pair->len + 1);
    for (unsigned i = 0; i < pair->len; i++)
        out[(i + shift) % pair->len] = pair->pdata[i];
    g_ptr_array_free(pair, TRUE);
    return out;
}

#endif
