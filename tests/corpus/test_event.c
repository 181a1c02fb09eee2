/* test_event.c - events: their dates, one told in several documents, clashes, sameAs, subevents. */
#include "told.h"

static const Event *event(const Corpus *c, const char *id)
{
    for (size_t i = 0; i < c->n_events; i++) {
        if (strcmp(c->event[i].id, id) == 0)
            return &c->event[i];
    }
    return NULL;
}

static char *dates(const Event *e)
{
    char first[DATE_SIZE], last[DATE_SIZE];
    return g_strdup_printf("%s|%s", date_format(e->first, first), date_format(e->last, last));
}

static void assert_dates(const char *attributes, const char *expected, DiagnosticCode code, size_t n)
{
    g_autofree char *list = g_strdup_printf("<listEvent><event xml:id='e' %s/></listEvent>", attributes);
    g_autoptr(Told) t = told(list, "<p/>");
    g_autoptr(Told) asked = told_unit(UNIT_EVENT, list, "<p/>");
    g_assert_cmpuint(t->corpus->n_events, ==, 0); /* nothing is annotated: paragraphs are asked for */
    g_autofree char *found = dates(event(asked->corpus, "e"));
    g_assert_cmpstr(found, ==, expected);
    g_assert_cmpuint(told_count(asked, code), ==, n);
}

static void test_dates(void)
{
    assert_dates("when='2021-06'", "2021-06|2021-06", DIAGNOSTIC_BAD_DATE, 0);
    assert_dates("from='2021-06-01' to='2021-06-03'", "2021-06-01|2021-06-03", DIAGNOSTIC_BAD_DATE, 0);
    assert_dates("notBefore='2021-06-03' notAfter='2021-06-15'", "2021-06-03/2021-06-15|2021-06-03/2021-06-15",
                 DIAGNOSTIC_BAD_DATE, 0);
    assert_dates("from='2021-06-01'", "2021-06-01|2021-06-01/..", DIAGNOSTIC_BAD_DATE, 0);
    assert_dates("to='2021-06-01'", "../2021-06-01|2021-06-01", DIAGNOSTIC_BAD_DATE, 0);
    assert_dates("", "|", DIAGNOSTIC_BAD_DATE, 0);
    assert_dates("when='2021-02-30'", "|", DIAGNOSTIC_BAD_DATE, 1);
    assert_dates("when='24 June'", "|", DIAGNOSTIC_BAD_DATE, 1);
    assert_dates("from='2021-06-05' to='2021-06-03'", "|", DIAGNOSTIC_REVERSED_DATES, 1);
    assert_dates("notBefore='2022' notAfter='2021'", "|", DIAGNOSTIC_REVERSED_DATES, 1);
    assert_dates("from='2021-06' to='2021-06-03'", "2021-06|2021-06-03", DIAGNOSTIC_REVERSED_DATES, 0);
}

static void test_fields(void)
{
    g_autoptr(Told) t = told_unit(
        UNIT_EVENT,
        "<listPlace><place xml:id='hn'><placeName>Hanoi</placeName></place><place xml:id='VN' "
        "type='country'><country>Viet Nam</country></place></listPlace>"
        "<listEvent><event xml:id='a' type='drill' subtype='focal' where='#hn'><label>Label</label><eventName>The  "
        "drill</eventName><idno type='series'>s</idno><idno>x</idno>"
        "<desc><persName ref='#x'>X</persName></desc></event>"
        "<event xml:id='b' where='#VN'><label>B</label></event><event xml:id='c' "
        "subtype='grand'><placeName>Here</placeName></event><event when='1600'><desc/></event></listEvent>",
        "<p/>");
    const Event *a = event(t->corpus, "a");
    g_assert_cmpuint(t->corpus->n_events, ==, 3);
    g_assert_cmpstr(a->label, ==, "The drill");
    g_assert_cmpstr(a->type, ==, "drill");
    g_assert_cmpstr(a->series, ==, "s");
    g_assert_cmpstr(a->where, ==, "Hanoi");
    g_assert_cmpint(a->status, ==, EVENT_FOCAL);
    g_assert_cmpuint(a->documents.n, ==, 1);
    g_assert_cmpstr(event(t->corpus, "b")->label, ==, "B");
    g_assert_cmpstr(event(t->corpus, "b")->where, ==, "Viet Nam");
    g_assert_cmpstr(event(t->corpus, "c")->label, ==, "c");
    g_assert_cmpstr(event(t->corpus, "c")->where, ==, "Here");
    g_assert_cmpstr(event(t->corpus, "c")->type, ==, "event");
    g_assert_cmpint(event(t->corpus, "c")->status, ==, EVENT_UNSTATED);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_ATTRIBUTE), ==, 1);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 0);
}

static char *document(const char *id, const char *events, const char *body)
{
    return g_strdup_printf("<TEI xml:id='%s'><standOff><listEvent>%s</listEvent></standOff>%s%s%s</TEI>", id, events,
                           body ? "<text><body>" : "", body ? body : "", body ? "</body></text>" : "");
}

static Told *two(const char *a, const char *body_a, const char *b, const char *body_b)
{
    g_autofree char *first = document("da", a, body_a), *second = document("db", b, body_b);
    const char *const file[] = {"a.xml", first, "b.xml", second, NULL};
    ReadOptions options = {.unit = {UNIT_EVENT, 0}};
    Told *t = told_with(&options, file);
    g_assert_no_error(t->error);
    return t;
}

#define PART(who, what) "<relation type='participation' name='host' active='#" who "' passive='#" what "'/>"

static void test_same_event(void)
{
    g_autoptr(Told) t = two(
        "<event xml:id='e' type='drill' subtype='scheduled'><eventName>D</eventName>" PART("x", "e") "</event>", "",
        "<event xml:id='e' type='drill' subtype='focal' when='2021'><eventName>D</eventName>" PART("y", "e") "</event>",
        "");
    g_assert_cmpuint(t->corpus->n_events, ==, 1);
    g_assert_cmpuint(t->corpus->event[0].documents.n, ==, 2);
    g_assert_cmpint(t->corpus->event[0].status, ==, EVENT_FOCAL);
    g_assert_false(date_is_unknown(t->corpus->event[0].first));
    told_assert_participations(t->corpus, "e x host; e y host");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_ID_CLASH), ==, 0);
}

static void test_clash(void)
{
    g_autoptr(Told) t = two(
        "<event xml:id='e' type='drill'><eventName>D</eventName>" PART("x", "e") "</event><event xml:id='f'/>", "",
        "<event xml:id='e' type='drill'><eventName>Other</eventName>" PART("y", "e") "</event><event xml:id='f'/>", "");
    g_assert_cmpuint(t->corpus->n_events, ==, 4);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_ID_CLASH), ==, 2);
    g_assert_cmpuint(t->corpus->participation[1].event.i, !=, t->corpus->participation[0].event.i);
    g_autoptr(Told) u = two("<event xml:id='e' type='drill' when='2021'><eventName>D</eventName></event>", "",
                            "<event xml:id='e' type='drill' when='2022'><eventName>D</eventName></event>", "");
    g_assert_cmpuint(u->corpus->n_events, ==, 1);
    g_assert_cmpuint(told_count(u, DIAGNOSTIC_ID_CLASH), ==, 1);
}

static void test_same_as(void)
{
    g_autoptr(Told) t =
        two("<event xml:id='e' subtype='scheduled' sameAs='b.xml#other' when='2020'><eventName>Plan</eventName>" PART(
                "x", "e") "</event>",
            "", "<event xml:id='other' subtype='focal'><eventName>Held</eventName>" PART("y", "other") "</event>", "");
    g_assert_cmpuint(t->corpus->n_events, ==, 1);
    const Event *e = &t->corpus->event[0];
    g_assert_cmpstr(e->label, ==, "Held");
    g_assert_cmpint(e->status, ==, EVENT_FOCAL);
    g_assert_false(date_is_unknown(e->first));
    g_assert_cmpuint(e->documents.n, ==, 2);
    told_assert_participations(t->corpus, "other x host; other y host");
    /* a target that is not part of the run is nobody's mistake; one that is not there is */
    g_autoptr(Told) u = two("<event xml:id='e' sameAs='../elsewhere/c.xml#o'/><event xml:id='f' sameAs='b.xml#nope'/>",
                            "", "<event xml:id='g' sameAs='a.xml#e'/>", "");
    g_assert_cmpuint(u->corpus->n_events, ==, 2);
    g_assert_cmpuint(told_count(u, DIAGNOSTIC_UNKNOWN_EVENT), ==, 1);
    /* a circle is one event */
    g_autoptr(Told) v = two("<event xml:id='e' sameAs='b.xml#f'/>", "",
                            "<event xml:id='f' sameAs='a.xml#e'/><event xml:id='g' sameAs='#g'/>", "");
    g_assert_cmpuint(v->corpus->n_events, ==, 2);
}

static void test_authority(void)
{
    g_autoptr(Told) t = two("<event xml:id='e'><eventName>D</eventName></event>", NULL, "",
                            "<p><persName ref='#x' corresp='#e' role='host'>X</persName><persName ref='#y' "
                            "corresp='a.xml#e'>Y</persName></p>");
    told_assert_participations(t->corpus, "e x host; e y attendee");
    g_assert_cmpuint(t->corpus->event[0].documents.n, ==, 1);
    g_assert_cmpstr(t->corpus->document[t->corpus->event_document[0].i].id, ==, "db");
    /* without authority an id is local to its file */
    g_autoptr(Told) u = two("<event xml:id='e'><eventName>D</eventName></event>", "", "",
                            "<p><persName ref='#x' corresp='#e' role='host'>X</persName></p>");
    g_assert_cmpuint(u->corpus->n_participations, ==, 0);
    g_assert_cmpuint(told_count(u, DIAGNOSTIC_UNKNOWN_EVENT), ==, 1);
}

static void test_subevents(void)
{
    g_autoptr(Told) t = told(
        "<listEvent><event xml:id='e' subtype='focal'>" PART("x", "e") "<event xml:id='s' subtype='subevent'>" PART(
            "y",
            "s") "<listEvent><event xml:id='ss'>" PART("z",
                                                       "ss") "</event></listEvent></event></event>"
                                                             "<event xml:id='c' subtype='subevent' corresp='#e'>" PART(
                                                                 "x",
                                                                 "c") "</event>"
                                                                      "<event xml:id='lost' subtype='subevent'/><event "
                                                                      "xml:id='r1' subtype='subevent' "
                                                                      "corresp='#r2'>" PART(
                                                                          "x",
                                                                          "r1") "</event>"
                                                                                "<event xml:id='r2' subtype='subevent' "
                                                                                "corresp='#r1'/></listEvent>",
        "<p/>");
    const Corpus *c = t->corpus;
    told_assert_participations(c, "e x host; e y host; e z host; e x host; r1 x host");
    g_assert_cmpstr(c->event[c->participation[1].said_of.i].id, ==, "s");
    g_assert_cmpstr(c->event[c->participation[2].said_of.i].id, ==, "ss");
    g_assert_cmpstr(c->event[event(c, "ss")->parent.i].id, ==, "s");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_EVENT), ==, 2); /* the lost one, and one of the circle */
}

static void test_unknown(void)
{
    g_autoptr(Told) t =
        told("<listPerson><person xml:id='p'/></listPerson><listRelation type='participation'>" PART(
                 "x", "nope") "<relation name='host' active='#x'/></listRelation>",
             "<p><persName ref='#x' corresp='#gone'>X</persName><persName ref='#y' corresp='#p'>Y</persName></p>");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_EVENT), ==, 3);
    g_assert_cmpint(t->corpus->unit.kind, ==, UNIT_PARAGRAPH);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/event/dates", test_dates);
    g_test_add_func("/event/fields", test_fields);
    g_test_add_func("/event/same-event", test_same_event);
    g_test_add_func("/event/clash", test_clash);
    g_test_add_func("/event/same-as", test_same_as);
    g_test_add_func("/event/authority", test_authority);
    g_test_add_func("/event/subevents", test_subevents);
    g_test_add_func("/event/unknown", test_unknown);
    return g_test_run();
}
