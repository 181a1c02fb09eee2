/* test_taking_part.c - who takes part in what, by sentences of our own: each rule, and what is no participation. */
#include "parts.h"

static const char *status_name(EventStatus s) { return event_status_name(s); }

/* "drill focal 2021-09-29 [5th Harbour Drill]; …" */
static void expect_events(const char *text, const char *want)
{
    g_autoptr(Draft) d = draft_of(text);
    g_autoptr(GString) got = g_string_new("");
    for (guint i = 0; i < d->event->len; i++) {
        const DraftEvent *e = draft_event(d, i);
        char from[DATE_SIZE], to[DATE_SIZE];
        date_format(e->first, from);
        date_format(e->last, to);
        g_string_append_printf(got, "%s%s %s %s%s%s [%s]", got->len ? "; " : "", e->type, status_name(e->status), from,
                               *to ? "–" : "", to, e->label);
    }
    g_assert_cmpstr(got->str, ==, want);
}

static void test_passive(void)
{
    expect("The Harbour Drill was organised by the Ministry of Defence of Peru and the Quill Institute in Lima.",
           "e1 organiser pe-ministry-of-defence; e1 organiser quill-institute");
    expect("The Quill Congress was attended by representatives of Peru, the Ministry of Health of Chile and Interpol.",
           "e1 attendee PE; e1 attendee cl-ministry-of-health; e1 attendee interpol");
    expect("The summit was co-chaired by Ada Roa and Juan Lopez.", "e1 chair ada-roa; e1 chair juan-lopez");
    expect("The forum, hosted by Kenya at the University of Nairobi, ended.", "e1 host KE");
    expect("The Quill Forum opened. It was hosted by Peru.", "e1 host PE ?");
    expect("The seminar was opened by the Ambassador of Japan to Kenya, Ryo Hori, and closed.",
           "e1 speaker ryo-hori; e1 attendee JP & ??");
    expect("The law was drafted by Peru.", "");
}

static void test_active(void)
{
    expect("Kenya, Uganda and Tanzania attended the East Africa Summit.",
           "e1 attendee KE; e1 attendee UG; e1 attendee TZ");
    expect("Delegates from Peru, Chile and Bolivia took part in the Andes Forum in Lima yesterday.",
           "e1 attendee PE; e1 attendee CL; e1 attendee BO");
    expect("Chile's Ministry of Health hosted a regional workshop on water safety in Santiago.",
           "e1 host cl-ministry-of-health");
    expect("Peru held the Andes Forum in Lima.", "e1 organiser PE");
    expect("Peru and Chile organised the Andes Forum.", "e1 co-organiser PE; e1 co-organiser CL");
    expect("Canada sponsored the Andes Forum.", "e1 supporter CA");
    expect("Kenya's delegation, led by Ada Roa, attended the 12th Quill Congress.",
           "e1 attendee ada-roa ?; e1 attendee KE");
    expect("A delegation from Kenya visited Ghana to attend a workshop on evidence.",
           "e1 attendee KE ?; e1 attendee GH & ??");
    expect("Peru attended a funeral.", "");
}

static void test_lists(void)
{
    expect("The Ministry of Justice of Ghana, in partnership with UNODC, organised a workshop on digital evidence in "
           "Accra.",
           "e1 co-organiser unodc; e1 organiser gh-ministry-of-justice");
    expect("The seminar was held with support from Japan and the World Bank.",
           "e1 supporter JP; e1 supporter world-bank");
    expect("Attending the meeting were Ada Roa, Minister of Health of Peru, and Juan Lopez.",
           "e1 attendee ada-roa; e1 attendee juan-lopez; e1 attendee PE & ??");
    expect("The workshop on cyber norms, chaired by Ada Roa, brought together experts from Kenya, Ghana and Togo.",
           "e1 chair ada-roa; e1 attendee KE; e1 attendee GH; e1 attendee TG");
    expect("The Andes Forum began. There were experts from Kenya and Ghana.", "e1 attendee KE ?; e1 attendee GH ?");
    expect("Experts from Russia warn of attacks on Ukraine.", "");
}

static void test_encounters(void)
{
    expect("Peruvian Defence Minister Ada Roa met her Chilean counterpart Juan Lopez in Lima.",
           "e1 attendee ada-roa; e1 attendee juan-lopez");
    expect("French President Emmanuel Macron held talks with German Chancellor Angela Merkel in Paris.",
           "e1 attendee emmanuel-macron; e1 attendee angela-merkel");
    expect("Norway and Sweden agreed to share data.", "e1 signatory NO; e1 signatory SE");
    expect("Norway did not agree. Norway agreed that Sweden is near.", "");
    expect("Peru and Chile signed a memorandum of understanding on water.", "e1 signatory PE; e1 signatory CL");
    expect("France signed an agreement with Kenya and Uganda.", "e1 signatory FR; e1 signatory KE; e1 signatory UG");
    expect("Talks between Egypt, Sudan and Ethiopia on the dam resumed.",
           "e1 attendee EG; e1 attendee SD; e1 attendee ET");
    expect("Bilateral talks were held between Minister Ada Roa and Vice Minister Li Wei in Beijing.",
           "e1 attendee ada-roa; e1 attendee li-wei");
    expect("Laos and Fiji signed an MoU on trade.", "e1 signatory LA; e1 signatory FJ");
    expect("Germany supports Ukraine against Russia.", "");
    expect("Minister Ada Roa received Ambassador Li Wei in Lima.", "e1 host ada-roa; e1 attendee li-wei");
    expect("Minister Ada Roa received a prize from China.", "");
    expect("The Quill Dialogue began. Peru and Chile met there on Monday.", "e1 attendee PE; e1 attendee CL");
    expect("The annual meeting of Peru and Chile was held in Lima.", "e1 attendee PE ?; e1 attendee CL ?");
    expect("The forum was hosted by Peru and opened by Ada Roa.", "e1 host PE; e1 speaker ada-roa");
    expect("The forum, which Peru hosted with Chile, ended.", "e1 host PE; e1 host CL");
}

static void test_speakers(void)
{
    expect("Ada Roa, Director of the Quill Institute, delivered a speech at the Andes Forum.",
           "e1 speaker ada-roa; e1 attendee quill-institute & ??");
    expect("Speaking at the Andes Forum, Ada Roa said trade had fallen.", "e1 speaker ada-roa");
    expect("Peru hosted the Andes Forum.\nTrade has fallen, said Ada Roa.", "e1 host PE; e1 speaker ada-roa ?");
    expect("Trade has fallen, said Ada Roa.", "");
}

static void test_not_so(void)
{
    expect("Kenya did not attend the Quill Forum.", "e1 attendee KE absent");
    expect("Iran boycotted the summit.", "e1 attendee IR absent");
    expect("Kenya will attend the Quill Forum in Nairobi.", "e1 attendee KE planned");
    expect("India withdrew from the drill.", "e1 attendee IN absent");
    expect("More than 200 delegates from China and Russia are expected to attend the congress.",
           "e1 attendee CN planned ?; e1 attendee RU planned ?");
    expect("Members of ASEAN are Brunei, Cambodia and Laos.", "");
    expect("Ministers from Peru and Chile discussed the war in Syria at the Andes Forum.",
           "e1 attendee PE ?; e1 attendee CL ?");
}

/* A sentence that only lists who was there, behind the one that names the event. */
static void test_presence(void)
{
    expect("The Quill Drill was held in May. The participating economies were Peru, Chile and Kenya.",
           "e1 attendee PE; e1 attendee CL; e1 attendee KE");
    expect("The Quill Drill was held in May.\nThe visitors came from Peru, Chile and Kenya.",
           "e1 attendee PE; e1 attendee CL; e1 attendee KE");
    expect("The Quill Drill was held in May. Colleagues came from Peru, Chile and Kenya.",
           "e1 attendee PE ?; e1 attendee CL ?; e1 attendee KE ?");
    expect("The Quill Drill was held in May. Three neighbours were there: Peru, Chile and Kenya.",
           "e1 attendee PE; e1 attendee CL; e1 attendee KE");
    expect("The Quill Drill was held in May. Present were Peru and Chile.", "e1 attendee PE; e1 attendee CL");
    expect("The Quill Drill was held in May. Kenya took part together with Peru and Chile.",
           "e1 attendee KE; e1 attendee PE; e1 attendee CL");
    expect("The Quill Drill was held in May. Teams of Peru, Chile and Kenya joined.",
           "e1 attendee PE ?; e1 attendee CL ?; e1 attendee KE ?");
    expect("The Quill Drill was held in May. Besides Togo, the drill brought in Peru and Chile.",
           "e1 attendee TG; e1 attendee PE; e1 attendee CL");
    expect("The Quill Forum was held in May. It had two chairs: Ada Roa, Minister of Health, and Juan Lopez.",
           "e1 chair ada-roa; e1 chair juan-lopez");
    expect("The Quill Drill was held in May.\nIt rained.\nKenya took part, and so did Peru and Chile.",
           "e1 attendee KE; e1 attendee PE; e1 attendee CL");
    expect("The Quill Drill was held in May. Kenya and Togo were joined at the drill by Peru.",
           "e1 attendee KE; e1 attendee TG; e1 attendee PE");
    expect("The Quill Drill was held in May. Teams of Kenya and Togo worked with counterparts from Peru.",
           "e1 attendee KE ?; e1 attendee TG ?; e1 attendee PE ?");
    expect("The Quill Drill was held in May. Kenya had company from Togo and Peru.",
           "e1 attendee KE ?; e1 attendee TG ?; e1 attendee PE ?");
    expect("The Quill Drill was held in May. Kenya once more exercised with Togo and Peru.",
           "e1 attendee KE ?; e1 attendee TG ?; e1 attendee PE ?");
    expect("The Quill Drill was held in May. Ada Roa, Minister of Health, was among the guests.",
           "e1 attendee ada-roa");
}

static void test_no_presence(void)
{
    expect("The Quill Drill was held in May. Kenya and Togo worked with Peru on maps.", "");
    expect("The Quill Drill was held in May. Kenya exercised with Togo.", "");
    expect("The Quill Drill was held in May. Kenya had a company from Togo and Peru.", "");
    expect("The Quill Drill was held in May. Kenya and Togo will have exercised with Peru.", "");

    expect("The Quill Drill was held in May. The members of the group are Peru, Chile and Kenya.", "");
    expect("The Quill Drill was held in May. Peru and Chile joined.", "");
    expect("The Quill Drill was held in May. Peru, Chile and Kenya joined a customs union.", "");
    expect("The Quill Drill was held in May. Unlike last time, Peru, Chile and Kenya came.", "");
    expect("The Quill Drill was held in May. The goods came from Peru, Chile and Kenya.", "");
    expect("The Quill Drill was held in May. It rained.\nIt snowed.\nIt thawed.\nPeru, Chile and Kenya came.", "");
    expect("Peru, Chile and Kenya were present.", "");
    expect("The Quill Drill was held in May. The 3rd Reed Forum was held in 2015. Peru, Chile and Kenya came.", "");
    expect("The Quill Drill was held in May. The visitors saw maps of Peru, Chile and Kenya.", "");
}

static void test_blocs(void)
{
    expect("Ten ASEAN countries joined the Mekong Drill.", "e1 attendee asean +");
    expect("Some EU countries joined the Mekong Drill.", "e1 attendee eu ~");
    expect("ASEAN experts and Japan joined the Mekong Drill.", "e1 attendee asean ~; e1 attendee JP");
    expect("ASEAN is large. The 15th ASEAN Summit was held on 9 September 2021.", "e1 attendee asean + ?");
}

static void test_events(void)
{
    expect_events(
        "The Harbour Drill took place on 29 September. The drill was long, and the exercise and the event went well.",
        "drill focal 2021-09-29 [Harbour Drill]");
    expect_events("Peru joins Harbour Drill\nPeru joined the 5th Harbour Cyber Drill on Monday.",
                  "drill focal 2021-09-27 [5th Harbour Cyber Drill]");
    expect_events("Peru held the 5th Quill Forum in Lima. The 4th Quill Forum was held in May 2019.",
                  "forum focal  [5th Quill Forum]; forum background 2019-05 [4th Quill Forum]");
    expect_events("Kenya will host the Quill Forum in Nairobi on 3 November.",
                  "forum scheduled 2021-11-03 [Quill Forum]");
    expect_events("Peru and Chile held a two-day workshop on water from 2 to 3 September 2021.",
                  "workshop focal 2021-09-02–2021-09-03 [two-day workshop on water]");
    expect_events("Peru and Chile held their third round of talks on Monday.",
                  "meeting focal 2021-09-27 [third round of talks]");
    expect_events("Peru hosted a two-day forum and drill.", "forum focal  [two-day forum and drill]");
    expect_events("Peru began Operation Quiet Reed. The operation ended.", "operation focal  [Operation Quiet Reed]");
    expect_events("Ships gathered for Reed Light 2021, the largest exercise of the year. The drill ended.",
                  "drill focal 2021 [Reed Light 2021]");
    expect_events("Peru hosted the Quill Forum. Last year's forum was shorter.",
                  "forum focal  [Quill Forum]; forum background  [forum]");
    expect_events("Peru and Chile met on the sidelines of the Quill Forum.",
                  "bilateral-meeting focal  [Peru – Chile]; forum background  [Quill Forum]");
    expect_events("The Quill Forum began. Ada Roa spoke at the opening ceremony.",
                  "forum focal  [Quill Forum]; meeting subevent  [opening ceremony]");
    expect_events("He held a joint press conference.", "");
    expect_events("Meetings are long, and workshops cost money.", "");
    expect_events("He gave meeting rooms to workshop participants in the event of rain.", "");
}

/* The dates of the marks, as ISO. */
static void expect_dates(const char *text, const char *want)
{
    g_autoptr(Draft) d = draft_of(text);
    g_autoptr(GString) got = g_string_new("");
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        char from[DATE_SIZE], to[DATE_SIZE];
        if (m->kind != MARK_DATE)
            continue;
        date_format(m->first, from);
        date_format(m->last, to);
        g_string_append_printf(got, "%s%.*s=%s%s%s", got->len ? "; " : "", (int)(m->to - m->from), d->text + m->from,
                               from, *to ? "–" : "", to);
    }
    g_assert_cmpstr(got->str, ==, want);
}

static void test_dates(void)
{
    expect_dates("On 29 September 2021 and September 30, 2021 and Sept. 28 and 27th of September it rained.",
                 "29 September 2021=2021-09-29; September 30, 2021=2021-09-30; Sept. 28=2021-09-28; "
                 "27th of September=2021-09-27");
    expect_dates("It lasted from 2 to 3 December 2015, 2-3 November, and October 5 to 9.",
                 "2 to 3 December 2015=2015-12-02–2015-12-03; 2-3 November=2021-11-02–2021-11-03; "
                 "October 5 to 9=2021-10-05–2021-10-09");
    expect_dates("It ran from 30 December to 2 January 2016.", "30 December to 2 January 2016=2015-12-30–2016-01-02");
    expect_dates("On 29/9/2021 and 2021-09-30, not on 4/5/2021.", "29/9/2021=2021-09-29; 2021-09-30=2021-09-30");
    expect_dates("On 31 June 2021 nothing was.", "June 2021=2021-06");
    expect_dates("It rained yesterday, on Tuesday and last month.",
                 "yesterday=2021-09-30; Tuesday=2021-09-28; last month=2021-09");
    expect_dates("It rained last week, in May 2020 and in 2019.",
                 "last week=2021-09-20/2021-09-26; May 2020=2020-05; 2019=2019");
    expect_dates("By 2030 he may march 5 miles; the 2016-2020 plan cost 2021 dollars.", "");
    expect_dates("In March it fell; Peru met Chile on 3 March.", "March=2021-03; 3 March=2021-03-03");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *path;
        void (*run)(void);
    } tests[] = {{"passive", test_passive},   {"active", test_active},
                 {"lists", test_lists},       {"encounters", test_encounters},
                 {"speakers", test_speakers}, {"not-so", test_not_so},
                 {"blocs", test_blocs},       {"events", test_events},
                 {"presence", test_presence}, {"no-presence", test_no_presence},
                 {"dates", test_dates}};
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strdup_printf("/taking-part/%s", tests[i].path);
        g_test_add_func(path, tests[i].run);
    }
    return run_with_lexicon();
}
