/* test_corpus_gold.c - two real reports: every participation and affiliation, as a plain reading of their TEI has them.
 */
#include "delimited.h"
#include "told.h"

static Corpus *read_gold(Diagnostics *diagnostics)
{
    g_autofree char *a = support_shared("gold/001.tei.xml"), *b = support_shared("gold/003.tei.xml");
    const char *input[] = {a, b};
    ReadOptions options = {0};
    return a && b ? corpus_read(input, 2, &options, diagnostics, NULL) : NULL;
}

static size_t count_matches(const char *text, const char *pattern)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    size_t n = 0;
    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
        n++;
    return n;
}

static char *text_of(const char *name)
{
    g_autofree char *path = support_shared(name);
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void test_counts(void)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = read_gold(diagnostics);
    if (!c)
        return;
    g_autofree char *a = text_of("gold/001.tei.xml"), *b = text_of("gold/003.tei.xml"), *both = g_strconcat(a, b, NULL);
    g_assert_cmpuint(diagnostics_size(diagnostics), ==, 0); /* both forms agree everywhere */
    g_assert_cmpuint(c->n_events, ==, count_matches(both, "<event "));
    g_assert_cmpuint(c->n_participations, ==, count_matches(both, "<relation type=\"participation\""));
    g_assert_cmpuint(c->n_records, ==, count_matches(both, "<(person |org |place [^>]*type=\"country\")"));
    g_assert_cmpuint(c->n_mentions, ==,
                     count_matches(both, "<(persName|orgName|country|bloc|eventName|rs|name|placeName) "
                                         "xml:id=\"m[^>]*type=\"(official|agency|country|bloc|event)\""));
    size_t n_stated = 0, n_both = 0, n_short = count_matches(both, "<[a-zA-Z]+ xml:id=\"m[^>]*corresp=\"#e[^>]*role=");
    for (size_t i = 0; i < c->n_participations; i++) {
        n_stated += c->participation[i].status == PART_STATED;
        n_both += (c->participation[i].flags & PART_SHORT_FORM) && (c->participation[i].flags & PART_LONG_FORM);
    }
    g_assert_cmpuint(n_stated, ==, count_matches(both, "subtype=\"stated\""));
    g_assert_cmpuint(n_both, ==, n_stated); /* each is said by a mention too */
    g_assert_cmpuint(n_short, >, 0);
    for (size_t i = 0; i < c->n_affiliations; i++) /* element and relation form are one row */
        g_assert_cmpuint(c->affiliation[i].active.i, !=, c->affiliation[i].passive.i);
    g_assert_cmpuint(c->n_affiliations, ==, count_matches(both, "<relation type=\"(affiliation|membership)\""));
}

/* Stated actors of events that make ties, held against the table of the level that takes them as they are. */
static void test_incidence(void)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = read_gold(diagnostics);
    g_autofree char *path = support_shared("gold/expected_incidence.tsv");
    if (!c || !path)
        return;
    g_autoptr(GHashTable) ours = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < c->n_participations; i++) {
        const Participation *p = &c->participation[i];
        const Event *e = &c->event[p->event.i];
        if (p->status == PART_STATED && e->status <= EVENT_UNSTATED && c->ref[p->actor.i].hint != ACTOR_BLOC)
            g_hash_table_add(ours, g_strconcat(e->id, " ", told_ref(c, p->actor), NULL));
    }
    g_autoptr(Delimited) expected = delimited_open(path, NULL);
    size_t n = 0;
    for (size_t fields; delimited_next(expected, &fields, NULL);) {
        if (strcmp(delimited_field(expected, 0), "all") != 0)
            continue;
        g_autofree char *pair = g_strconcat(delimited_field(expected, 1), " ", delimited_field(expected, 2), NULL);
        g_assert_true(g_hash_table_contains(ours, pair));
        n++;
    }
    g_assert_cmpuint(n, ==, g_hash_table_size(ours));
}

/* Without the relations the mentions alone give the same stated rows. */
static void test_short_form_alone(void)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = read_gold(diagnostics);
    if (!c)
        return;
    g_autofree char *a = text_of("gold/001.tei.xml"), *b = text_of("gold/003.tei.xml");
    g_autoptr(GRegex) regex = g_regex_new("<relation type=\"participation\"[^>]*>", 0, 0, NULL);
    g_autofree char *a_short = g_regex_replace_literal(regex, a, -1, 0, "", 0, NULL),
                    *b_short = g_regex_replace_literal(regex, b, -1, 0, "", 0, NULL);
    const char *const file[] = {"001.tei.xml", a_short, "003.tei.xml", b_short, NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    size_t n = 0;
    for (size_t i = 0; i < c->n_participations; i++) {
        const Participation *p = &c->participation[i];
        bool found = p->status != PART_STATED;
        n += !found;
        for (size_t k = 0; k < t->corpus->n_participations && !found; k++) {
            const Participation *q = &t->corpus->participation[k];
            found = strcmp(c->event[p->event.i].id, t->corpus->event[q->event.i].id) == 0 &&
                    strcmp(p->role, q->role) == 0 &&
                    strcmp(told_ref(c, p->actor), told_ref(t->corpus, q->actor)) == 0 && p->cert == q->cert &&
                    p->evidence.n == q->evidence.n;
        }
        if (!found)
            g_error("not in the mentions: %s is %s of %s", told_ref(c, p->actor), p->role, c->event[p->event.i].id);
    }
    g_assert_cmpuint(n, ==, t->corpus->n_participations);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/corpus-gold/counts", test_counts);
    g_test_add_func("/corpus-gold/incidence", test_incidence);
    g_test_add_func("/corpus-gold/short-form-alone", test_short_form_alone);
    return g_test_run();
}
