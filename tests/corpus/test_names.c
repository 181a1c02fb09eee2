/* test_names.c - words of types, statuses, certainties, units: there and back. */
#include "corpus.h"

static void test_round_trip(void)
{
    for (int i = 0; i <= N_ACTOR_TYPES; i++) {
        ActorType type;
        g_assert_true(actor_type_by_name(actor_type_name((ActorType)i), &type));
        g_assert_cmpint(type, ==, i);
    }
    for (int i = 0; i < N_EVENT_STATUSES; i++) {
        EventStatus status;
        g_assert_true(event_status_by_name(event_status_name((EventStatus)i), &status));
        g_assert_cmpint(status, ==, i);
    }
    for (int i = 0; i < N_PARTICIPATION_STATUSES; i++) {
        ParticipationStatus status;
        g_assert_true(participation_status_by_name(participation_status_name((ParticipationStatus)i), &status));
        g_assert_cmpint(status, ==, i);
    }
    for (int i = AFFILIATION_MEMBER_OF; i <= AFFILIATION_BLOC_MEMBER; i++) {
        AffiliationKind kind;
        g_assert_true(affiliation_kind_by_name(affiliation_kind_name((AffiliationKind)i), &kind));
        g_assert_cmpint(kind, ==, i);
    }
}

static void test_words(void)
{
    ActorType type;
    Certainty cert;
    g_assert_true(actor_type_by_name("Organisation", &type) && type == ACTOR_AGENCY);
    g_assert_true(actor_type_by_name("organization", &type) && type == ACTOR_AGENCY);
    g_assert_true(actor_type_by_name("person", &type) && type == ACTOR_OFFICIAL);
    g_assert_false(actor_type_by_name("place", &type));
    g_assert_false(actor_type_by_name("", &type));
    g_assert_true(certainty_by_name("", &cert) && cert == CERT_UNSTATED);
    g_assert_true(certainty_by_name("HIGH", &cert) && cert == CERT_HIGH);
    g_assert_false(certainty_by_name("sure", &cert));
    g_assert_cmpstr(certainty_name(CERT_UNSTATED), ==, "");
}

static void test_unit(void)
{
    static const char *const wrong[] = {"",         "window",  "window:", "window:0", "window:-1",
                                        "window:x", "scene:2", "act",     "default"};
    Unit unit;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(unit_parse(wrong[i], &unit));
    static const char *const right[] = {"event", "document", "paragraph", "sentence", "scene", "speech", "window:50"};
    for (size_t i = 0; i < G_N_ELEMENTS(right); i++) {
        g_assert_true(unit_parse(right[i], &unit));
        g_autofree char *name = unit_name(unit);
        g_assert_cmpstr(name, ==, right[i]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/names/round-trip", test_round_trip);
    g_test_add_func("/names/words", test_words);
    g_test_add_func("/names/unit", test_unit);
    return g_test_run();
}
