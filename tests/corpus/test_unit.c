/* test_unit.c - co-presence in every unit, the default unit, and the scenes of ten plays. */
#include "delimited.h"
#include "told.h"

static const char body[] =
    "<div><head>Head <persName ref='#h'>H</persName></head><p>One <persName ref='#a'>Ann</persName> and <persName "
    "ref='#b'>Bob</persName>. "
    "Two <persName ref='#a'>Ann</persName>, the <eventName ref='#e'>day</eventName>.</p></div>"
    "<div><sp who='#s #t'><p>I see <persName ref='#c'>Cid</persName>.</p></sp><sp who='#s'><l>Yes</l></sp></div>"
    "<div type='sidebar'><p><persName ref='#z'>Z</persName></p></div>";

static void assert_unit(UnitKind kind, const char *expected)
{
    g_autoptr(Told) t = told_unit(kind, "", body);
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_events; i++) {
        const Event *e = &t->corpus->event[i];
        g_assert_cmpint(e->kind, ==, EVENT_UNIT);
        g_assert_cmpuint(e->documents.n, ==, 1);
        g_string_append_printf(list, "%s%s:", i ? " " : "", e->id + strlen("d-"));
        for (size_t k = 0; k < t->corpus->n_participations; k++) {
            const Participation *p = &t->corpus->participation[k];
            if (p->event.i == i)
                g_string_append_printf(list, "%s%u", told_ref(t->corpus, p->actor), p->evidence.n);
            g_assert_cmpstr(p->role, ==, "present");
            g_assert_cmpuint(p->flags, ==, PART_UNIT);
        }
    }
    g_assert_cmpstr(list->str, ==, expected);
    g_assert_false(t->corpus->unit_was_default);
}

static void test_kinds(void)
{
    assert_unit(UNIT_DOCUMENT, "document:h1a2b1s2t1c1");
    assert_unit(UNIT_PARAGRAPH, "paragraph-1:h1 paragraph-2:a2b1 paragraph-3:c1");
    assert_unit(UNIT_SENTENCE, "sentence-1:h1 sentence-2:a1b1 sentence-3:a1 sentence-4:c1");
    assert_unit(UNIT_SCENE, "scene-1:s2t1");
    assert_unit(UNIT_SPEECH, "speech-1:s1t1c1 speech-2:s1");
}

static void assert_window(uint32_t window, const char *expected)
{
    g_autofree char *tei = told_tei("", "<p>one <persName ref='#a'>two three</persName> four</p><p>five <persName "
                                        "ref='#b'>six</persName> (<persName ref='#c'>seven</persName>)</p>");
    const char *const file[] = {"d.xml", tei, NULL};
    ReadOptions options = {.unit = {UNIT_WINDOW, window}};
    g_autoptr(Told) t = told_with(&options, file);
    told_assert_participations(t->corpus, expected);
}

static void test_window(void)
{
    assert_window(1, "d-window-2 a present; d-window-6 b present; d-window-7 c present");
    assert_window(3, "d-window-1 a present; d-window-2 b present; d-window-3 c present");
    assert_window(7, "d-window-1 a present; d-window-1 b present; d-window-1 c present");
}

static void test_labels(void)
{
    g_autoptr(Told) t = told_unit(UNIT_PARAGRAPH, "",
                                  "<p><persName ref='#a'>A</persName></p><p/><p><persName ref='#a'>A</persName></p>");
    g_assert_cmpstr(t->corpus->event[1].label, ==, "paragraph 2 of The title");
    g_assert_cmpstr(t->corpus->event[1].type, ==, "paragraph");
    g_autoptr(Told) u = told_unit(UNIT_DOCUMENT, "", "<p><persName ref='#a'>A</persName></p>");
    g_assert_cmpstr(u->corpus->event[0].label, ==, "The title");
}

static void test_default(void)
{
    g_autoptr(Told) scenes = told("", body);
    g_assert_cmpint(scenes->corpus->unit.kind, ==, UNIT_SCENE);
    g_assert_true(scenes->corpus->unit_was_default);
    g_autoptr(Told) paragraphs =
        told("<listEvent><event xml:id='e'/></listEvent>", "<p><persName ref='#a'>A</persName></p>");
    g_assert_cmpint(paragraphs->corpus->unit.kind, ==, UNIT_PARAGRAPH);
    g_assert_cmpuint(paragraphs->corpus->n_events, ==, 1);
    static const char annotated[] =
        "<listEvent><event xml:id='e'><relation type='participation' name='host' active='#q'/></event></listEvent>";
    g_autoptr(Told) events = told(annotated, body);
    g_assert_cmpint(events->corpus->unit.kind, ==, UNIT_EVENT);
    told_assert_participations(events->corpus, "e q host");
    /* a unit that is asked for takes the place of what is annotated */
    g_autoptr(Told) asked = told_unit(UNIT_SCENE, annotated, body);
    told_assert_participations(asked->corpus, "d-scene-1 s present; d-scene-1 t present");
    g_autoptr(Told) nothing = told("", "<p>nobody</p>");
    g_assert_cmpuint(nothing->corpus->n_events + nothing->corpus->n_participations, ==, 0);
}

/* Numbers, heads and distinct speakers of all scenes of ten plays. */
static void test_plays(void)
{
    g_autofree char *path = support_shared("drama/expected_segments.tsv"), *plays = support_shared("drama/tei");
    if (!path || !plays)
        return;
    const char *input[] = {plays};
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, NULL);
    g_autoptr(Delimited) expected = delimited_open(path, NULL);
    size_t n = 0, n_speakers = 0;
    for (size_t fields; delimited_next(expected, &fields, NULL); n++) {
        g_autofree char *file = g_strconcat(delimited_field(expected, 0), ".xml", NULL);
        const Event *e = NULL;
        size_t number = 0;
        for (size_t i = 0; i < c->n_events && !e; i++) { /* events stand in order of play and scene */
            bool here = strcmp(c->document[c->event[i].document.i].name, file) == 0;
            number += here;
            e = here && number == (size_t)g_ascii_strtoull(delimited_field(expected, 1), NULL, 10) ? &c->event[i]
                                                                                                   : NULL;
        }
        g_assert_nonnull(e);
        g_assert_cmpstr(e->label, ==, delimited_field(expected, 2));
        g_autoptr(GString) speakers = g_string_new(NULL);
        for (size_t k = 0; k < c->n_participations; k++) {
            if (&c->event[c->participation[k].event.i] == e)
                g_string_append_printf(speakers, "%s%s", speakers->len ? " " : "",
                                       told_ref(c, c->participation[k].actor));
        }
        g_auto(GStrv) ours = g_strsplit(speakers->str, " ", -1),
                      theirs = g_strsplit(delimited_field(expected, 3), " ", -1);
        g_assert_cmpuint(g_strv_length(ours), ==, g_strv_length(theirs));
        for (char **p = theirs; *p; p++)
            g_assert_true(g_strv_contains((const char *const *)ours, *p));
        n_speakers += g_strv_length(ours);
    }
    g_assert_cmpuint(n, ==, 223);
    g_assert_cmpuint(n, ==, c->n_events);
    g_assert_cmpuint(n_speakers, ==, c->n_participations);
    g_assert_cmpuint(c->n_records, >, 400);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/unit/kinds", test_kinds);
    g_test_add_func("/unit/window", test_window);
    g_test_add_func("/unit/labels", test_labels);
    g_test_add_func("/unit/default", test_default);
    g_test_add_func("/unit/plays", test_plays);
    return g_test_run();
}
