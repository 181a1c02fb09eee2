/* test_deliver.c - drafts become a corpus: numbers, ids of one's own, stretches, the authority file. */
#include "deliver.h"
#include <string.h>

static Draft *draft_with(const char *id, const char *text)
{
    Draft *d = draft_new(id, text, strlen(text));
    d->id = pool_string(d->pool, id);
    d->digest = "00";
    d->title = "Talks";
    d->language = "en";
    d->date = DATE_UNKNOWN;
    draft_add_block(d, BLOCK_PARAGRAPH, 0, strlen(text));
    return d;
}

static uint32_t add_actor(Draft *d, const char *id, ActorType type, const char *label)
{
    DraftActor a = {.id = id, .type = type, .label = label, .cert = CERT_HIGH, .rule = "country-name"};
    g_array_append_val(d->actor, a);
    return d->actor->len - 1;
}

static void add_mark(Draft *d, uint32_t from, uint32_t to, MarkKind kind, uint32_t target)
{
    Mark m = {.from = from,
              .to = to,
              .kind = kind,
              .class = "nam",
              .cert = CERT_HIGH,
              .rule = "country-name",
              .first = DATE_UNKNOWN,
              .last = DATE_UNKNOWN,
              .targets = draft_add_targets(d, &target, 1)};
    g_array_append_val(d->mark, m);
}

/* "Peru met QDA.": both took part in talks; QDA is Peru's. */
static Draft *talks(const char *id, const char *qda_label)
{
    Draft *d = draft_with(id, "Peru met QDA.");
    uint32_t peru = add_actor(d, "PE", ACTOR_COUNTRY, "Peru"), qda = add_actor(d, "qda", ACTOR_AGENCY, qda_label);
    add_mark(d, 0, 4, MARK_COUNTRY, peru);
    add_mark(d, 9, 12, MARK_AGENCY, qda);
    DraftEvent e = {.label = "Talks",
                    .type = "meeting",
                    .parent = ID_NONE,
                    .first = DATE_UNKNOWN,
                    .last = DATE_UNKNOWN,
                    .cert = CERT_MEDIUM,
                    .rule = "event-verb"};
    g_array_append_val(d->event, e);
    add_mark(d, 5, 8, MARK_EVENT, 0);
    for (uint32_t i = 0; i < 2; i++) {
        DraftParticipation p = {.event = 0,
                                .actor = i,
                                .role = "attendee",
                                .cert = CERT_HIGH,
                                .rule = "met",
                                .evidence = draft_add_targets(d, &(uint32_t){i}, 1)};
        g_array_append_val(d->participation, p);
    }
    DraftAffiliation a = {.kind = AFFILIATION_AGENCY_OF,
                          .active = qda,
                          .passive = peru,
                          .from = DATE_UNKNOWN,
                          .to = DATE_UNKNOWN,
                          .cert = CERT_HIGH,
                          .rule = "agency-possessor"};
    g_array_append_val(d->affiliation, a);
    return d;
}

static GPtrArray *drafts_new(void) { return g_ptr_array_new_with_free_func((GDestroyNotify)draft_free); }

static const Record *record_of(const Corpus *c, const char *id)
{
    const Record *found = NULL;
    for (size_t i = 0; i < c->n_records; i++) {
        if (strcmp(c->record[i].id, id) != 0)
            continue;
        g_assert_null(found); /* once */
        found = &c->record[i];
    }
    return found;
}

static void test_numbers(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    g_ptr_array_add(drafts, talks("a", "QDA"));
    deliver_number(drafts);
    const Draft *d = drafts->pdata[0];
    g_assert_cmpstr(draft_mark(d, 0)->id, ==, "a-m1");
    g_assert_cmpstr(draft_mark(d, 2)->id, ==, "a-m3");
    g_assert_cmpstr(draft_event(d, 0)->id, ==, "a-e1");
    draft_mark(d, 1)->id = "mine";
    deliver_number(drafts); /* what has an id keeps it */
    g_assert_cmpstr(draft_mark(d, 1)->id, ==, "mine");
}

/* Two bodies under one id get ids of their own; one body spelled in two ways does not. */
static void test_ids(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    g_ptr_array_add(drafts, talks("a", "Quill Data Agency"));
    g_ptr_array_add(drafts, talks("b", "QUILL DATA AGENCY"));
    g_ptr_array_add(drafts, talks("c", "Queen's Drama Academy"));
    deliver_number(drafts);
    const char *id[3];
    for (int i = 0; i < 3; i++)
        id[i] = draft_actor(drafts->pdata[i], 1)->id;
    g_assert_cmpstr(id[0], ==, "qda");
    g_assert_cmpstr(id[1], ==, "qda");
    g_assert_cmpstr(id[2], !=, "qda");
    g_assert_cmpstr(draft_actor(drafts->pdata[1], 1)->label, ==, "Quill Data Agency");
    g_assert_cmpstr(draft_actor(drafts->pdata[2], 0)->id, ==, "PE");
}

static void test_corpus(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    g_ptr_array_add(drafts, talks("a", "QDA"));
    deliver_number(drafts);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = deliver_corpus(drafts, NULL, diagnostics);
    g_assert_cmpuint(c->n_documents, ==, 1);
    g_assert_cmpuint(c->document[0].n_text, ==, strlen("Peru met QDA."));
    g_assert_cmpuint(c->n_mentions, ==, 3);
    g_assert_cmpstr(c->mention[0].text, ==, "Peru");
    g_assert_cmpstr(c->marking[0].resp, ==, DELIVER_RESP "-country-name");
    g_assert_cmpuint(c->n_events, ==, 1);
    g_assert_cmpuint(c->n_participations, ==, 2);
    g_assert_cmpuint(c->n_affiliations, ==, 1);
    g_assert_cmpstr(record_of(c, "qda")->label, ==, "QDA");
    g_ptr_array_set_size(drafts, 0); /* the corpus has copied everything */
    g_assert_cmpstr(record_of(c, "PE")->label, ==, "Peru");
}

/* Countries and who occurs twice stand in the authority file, others with their text. */
static void test_authority(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    g_ptr_array_add(drafts, talks("a", "QDA"));
    g_ptr_array_add(drafts, talks("b", "QDA"));
    add_actor(drafts->pdata[1], "ada-roa", ACTOR_OFFICIAL, "Ada Roa");
    deliver_number(drafts);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = deliver_corpus(drafts, "authority", diagnostics);
    g_assert_cmpuint(c->n_documents, ==, 3);
    g_assert_true(c->document[0].authority);
    g_assert_cmpstr(c->document[0].id, ==, "authority");
    g_assert_cmpuint(record_of(c, "PE")->document.i, ==, 0);
    g_assert_cmpuint(record_of(c, "qda")->document.i, ==, 0);
    g_assert_cmpuint(record_of(c, "ada-roa")->document.i, ==, 2);
}

/* Junk lies in zones, neighbours of a kind in one; what stands between has none. */
static void test_zones(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    Draft *d = draft_with("a", "Menu. Share. Fiji met. More.");
    g_array_set_size(d->block, 0);
    draft_add_block(d, BLOCK_BOILERPLATE, 0, 5);
    draft_add_block(d, BLOCK_BOILERPLATE, 6, 12);
    draft_add_block(d, BLOCK_HEAD, 13, 22);
    draft_add_block(d, BLOCK_SIDEBAR, 23, 28);
    g_ptr_array_add(drafts, d);
    deliver_number(drafts);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = deliver_corpus(drafts, NULL, diagnostics);
    g_autoptr(GString) got = g_string_new(NULL);
    for (size_t i = 0; i < c->n_stretches; i++) {
        const Stretch *s = &c->stretch[i];
        if (s->to > s->from && s->kind != STRETCH_SENTENCE)
            g_string_append_printf(got, "%c%u-%u%s ",
                                   "ZHPS"[s->kind == STRETCH_ZONE   ? 0
                                          : s->kind == STRETCH_HEAD ? 1
                                                                    : 2],
                                   s -> from, s -> to, s -> type ? s -> type : "");
    }
    g_assert_cmpstr(got->str, ==, "Z0-12boilerplate P0-5 P6-12 H13-22 Z23-28sidebar P23-28 ");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deliver/numbers", test_numbers);
    g_test_add_func("/deliver/ids", test_ids);
    g_test_add_func("/deliver/corpus", test_corpus);
    g_test_add_func("/deliver/authority", test_authority);
    g_test_add_func("/deliver/zones", test_zones);
    return g_test_run();
}
