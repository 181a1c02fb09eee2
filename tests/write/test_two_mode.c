/* test_two_mode.c - the two-mode network of a file: who stands in it, in which order, tied how often. */
#include "sample.h"
#include "two_mode.h"

static const char *name_of(const Sample *s, const TwoModeNode *n)
{
    return actor_id_is_none(n->actor) ? s->made->corpus->event[n->event.i].id : s->made->cast->actor[n->actor.i].id;
}

/* "A B | talk drill | A-talk …" */
static char *sketch(const Sample *s, const TwoMode *view)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < view->n_nodes; i++) {
        if (i == view->n_actors || i == view->n_actors + view->n_blocs)
            g_string_append(text, "| ");
        g_string_append_printf(text, "%s:%u ", name_of(s, &view->node[i]), view->node[i].degree);
    }
    g_string_append(text, ";");
    for (size_t i = 0; i < view->n_ties; i++)
        g_string_append_printf(text, " %s-%s:%zu", name_of(s, &view->node[view->tie[i].actor]),
                               name_of(s, &view->node[view->tie[i].event]), view->tie[i].n_claims);
    return g_string_free(text, FALSE);
}

static void test_cells(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_autofree char *text = sketch(s, view);
    g_assert_cmpstr(text, ==,
                    "A:2 B:2 C:1 D:1 | talk:2 drill:3 dinner:1 ; A-talk:1 A-drill:1 B-talk:1 B-drill:1 C-drill:1 "
                    "D-dinner:1");
    for (size_t i = 0; i < view->n_actors; i++)
        g_assert_cmpuint(view->node[i].node, ==, i);
}

static void test_blocs(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_extra_event(s, "summit");
    sample_bloc(s, "ZBLOC", "talk", "host");
    sample_bloc(s, "ABLOC", "summit", "attendee");
    sample_bloc(s, "ZBLOC", "summit", "chair");
    sample_bloc(s, "ZBLOC", "talk", "speaker"); /* a second claim, not a second tie */
    sample_project(s, 0, false);
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_autofree char *text = sketch(s, view);
    g_assert_cmpstr(text, ==,
                    "A:2 B:2 C:1 D:1 | ZBLOC:2 ABLOC:1 | talk:3 drill:3 dinner:1 summit:2 ; A-talk:1 A-drill:1 "
                    "B-talk:1 B-drill:1 C-drill:1 D-dinner:1 ZBLOC-talk:2 ZBLOC-summit:1 ABLOC-summit:1");
    g_assert_cmpuint(view->node[view->n_nodes - 1].column, ==, UINT32_MAX);
}

/* An ego network shows its own events, and no summit of strangers. */
static void test_selected(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_extra_event(s, "summit");
    sample_bloc(s, "ABLOC", "summit", "attendee");
    sample_bloc(s, "ABLOC", "dinner", "attendee");
    s->selection.ego = "A";
    s->selection.ego_radius = 1;
    sample_project(s, 0, false);
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_autofree char *text = sketch(s, view);
    g_assert_cmpstr(text, ==, "A:2 B:2 C:1 | talk:2 drill:3 ; A-talk:1 A-drill:1 B-talk:1 B-drill:1 C-drill:1");
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    sample_project(s, 0, false);
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_assert_cmpuint(view->n_nodes + view->n_ties, ==, 0);
    two_mode_free(NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/two_mode/cells", test_cells);
    g_test_add_func("/write/two_mode/blocs", test_blocs);
    g_test_add_func("/write/two_mode/selected", test_selected);
    g_test_add_func("/write/two_mode/empty", test_empty);
    return g_test_run();
}
