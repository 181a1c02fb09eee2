/* test_sociogram.c - actors and events as one picture, and what colour shows. */
#include "boxes.h"
#include "drawn.h"

static const char *const pairs[] = {"A ball", "B ball", "A hunt", "C hunt", "A ride", NULL};

static void test_two_mode(void)
{
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_assert_false(sociogram_is_two_mode(drawn->sociogram));
    drawn->two_mode = true;
    drawn_draw(drawn);
    const Sociogram *s = drawn->sociogram;
    g_assert_cmpuint(s->n_actors, ==, 3);
    g_assert_cmpuint(s->n_glyphs, ==, 6);
    g_assert_cmpuint(s->n_ties, ==, 5);
    g_assert_cmpfloat(s->most, ==, 2);
    for (size_t i = 0; i < s->n_glyphs; i++)
        g_assert_true((s->glyph[i].sign == SIGN_EVENT) == (i >= 3));
    for (size_t i = 0; i < s->n_ties; i++)
        g_assert_true(s->glyph[s->tie[i].a].sign != SIGN_EVENT && s->glyph[s->tie[i].b].sign == SIGN_EVENT);
    g_autofree char *text = sociogram_tie_text(s, &s->tie[0]);
    g_assert_cmpstr(text, ==, "A — ball: attendee");
    g_assert_nonnull(strstr(drawn->svg, "ball (event): 2 participants"));
    g_assert_nonnull(strstr(drawn->svg, ">event</text>")); /* the legend says what the sign is */
    g_assert_nonnull(strstr(drawn->svg, "(size: participants, up to 2)"));
    g_assert_null(strstr(drawn->svg, "Width:"));
    g_assert_cmpstr(drawn->scene->description, ==,
                    "3 actors, 3 events, 5 participations. Largest by events: A (3), B (1), C (1).");
}

/* Without events, or without anybody, there is nothing to fall over. */
static void test_two_mode_none(void)
{
    static const char *const none[] = {NULL};
    g_autoptr(Drawn) drawn = drawn_new(none);
    drawn->two_mode = true;
    drawn_draw(drawn);
    g_assert_cmpuint(drawn->sociogram->n_glyphs, ==, 0);
    g_assert_nonnull(strstr(drawn->svg, "No actors in this selection."));
}

/* Events between many actors: no label or sign on another, and both kinds thinned for themselves. */
static void test_two_mode_overlaps(void)
{
    static const unsigned size[] = {5, 15, 40, 81, 150};
    for (size_t i = 0; i < G_N_ELEMENTS(size); i++) {
        g_auto(GStrv) many = drawn_pairs(size[i], size[i], 0);
        g_autoptr(Drawn) drawn = drawn_new((const char *const *)many);
        drawn->two_mode = true;
        drawn_draw(drawn);
        g_assert_cmpuint(layout_overlaps(drawn->layout, drawn->sociogram), ==, 0);
        size_t n_labels = 0, n_actors = drawn->sociogram->n_actors;
        for (size_t k = 0; k < n_actors; k++)
            n_labels += drawn->layout->font[k] > 0;
        g_assert_cmpuint(n_labels, ==, n_actors > 80 ? 60 : n_actors);
    }
}

static void test_colour_by_type(void)
{
    static const ActorType type[] = {ACTOR_COUNTRY, ACTOR_AGENCY, ACTOR_OFFICIAL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    for (size_t i = 0; i < 3; i++)
        drawn->made->cast->actor[i].type = type[i];
    drawn->options.colour_by = COLOUR_BY_TYPE;
    drawn_draw(drawn);
    g_assert_cmpuint(drawn->sociogram->n_groups, ==, 3);
    for (size_t i = 0; i < 3; i++)
        g_assert_cmpuint(drawn->sociogram->glyph[i].group, ==, i);
    g_assert_nonnull(strstr(drawn->svg, "Colour and shape: kind of actor"));
    g_assert_null(strstr(drawn->svg, "Colour: group"));
}

/* Nobody is in a bloc: no colour, and nothing that explains one. */
static void test_no_bloc(void)
{
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    drawn->options.colour_by = COLOUR_BY_BLOC;
    drawn_draw(drawn);
    g_assert_cmpuint(drawn->layout->n_groups, ==, 0);
    g_assert_null(strstr(drawn->svg, "Colour:"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sociogram/two-mode", test_two_mode);
    g_test_add_func("/sociogram/two-mode-none", test_two_mode_none);
    g_test_add_func("/sociogram/two-mode-overlaps", test_two_mode_overlaps);
    g_test_add_func("/sociogram/colour-by-type", test_colour_by_type);
    g_test_add_func("/sociogram/no-bloc", test_no_bloc);
    return g_test_run();
}
