/* test_grammar.c - every rule by sentences of our own: what it finds, and what it leaves alone. */
#include "grammar.h"
#include <string.h>

static Lexicon *lexicon;

static Draft *draft_of(const char *text, const char *language)
{
    Draft *d = draft_new("test", text, strlen(text));
    d->language = language;
    grammar_mark(d, lexicon);
    return d;
}

static char letter_of(MarkKind kind) { return "CAOBEPIDR"[kind]; }

/* The marks of these kinds as "C VN Peru; A pe-ministry-of-health Ministry of Health": kind, whom it means, text. */
static void expect(const char *text, const char *kinds, const char *want)
{
    g_autoptr(Draft) d = draft_of(text, "en");
    g_autoptr(GString) got = g_string_new("");
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        g_assert_nonnull(m->rule);
        g_assert_cmpuint(m->from, <, m->to);
        if (!strchr(kinds, letter_of(m->kind)))
            continue;
        g_string_append_printf(got, "%s%c ", got->len ? "; " : "", letter_of(m->kind));
        for (uint32_t k = 0; k < m->targets.n && m->kind != MARK_EVENT; k++)
            g_string_append_printf(got, "%s ", draft_actor(d, draft_target(d, m->targets.first + k))->id);
        g_string_append_len(got, d->text + m->from, m->to - m->from);
    }
    g_assert_cmpstr(got->str, ==, want);
}

/* "ada-roa represents PE title; …" */
static void expect_affiliations(const char *text, const char *want)
{
    g_autoptr(Draft) d = draft_of(text, "en");
    g_autoptr(GString) got = g_string_new("");
    for (guint i = 0; i < d->affiliation->len; i++) {
        const DraftAffiliation *a = draft_row(d->affiliation, DraftAffiliation, i);
        g_string_append_printf(got, "%s%s %s %s", got->len ? "; " : "", draft_actor(d, a->active)->id,
                               affiliation_kind_name(a->kind), draft_actor(d, a->passive)->id);
    }
    g_assert_cmpstr(got->str, ==, want);
}

static Certainty cert_of(const char *text, const char *name)
{
    g_autoptr(Draft) d = draft_of(text, "en");
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        if (m->to - m->from == strlen(name) && memcmp(d->text + m->from, name, strlen(name)) == 0)
            return m->cert;
    }
    g_error("no mark %s", name);
}

static void test_countries(void)
{
    expect("", "C", "");
    expect("Talks with Peru, the United States and Lao PDR began in Chile.", "C",
           "C PE Peru; C US United States; C LA Lao PDR; C CL Chile");
    expect("the States and the Philippines met", "C", "C US States; C PH Philippines");
    expect("PERU AND CHILE SIGN PACT", "C", "C PE PERU; C CL CHILE");
    expect("The Peruvian envoy met Chileans.", "C", "C PE Peruvian; C CL Chileans");
    expect("It cost US$5 million; see www.example.us or mail a@b.fr, and tell us.", "C", "");
    expect("She spoke in French and the Spanish language.", "C", "");
    expect("Latin American poets of South America", "C", "");
    expect("Jordan Peterson met Michael Jordan in Jordan.", "C", "C JO Jordan");
    expect("Michael Jordan came. Jordan said so in Jordan.", "CO",
           "O michael-jordan Michael Jordan; O michael-jordan Jordan; C JO Jordan");
    expect("the People’s Republic of China and the People's Republic of China, not the Republic of China", "C",
           "C CN People’s Republic of China; C CN People's Republic of China; C TW Republic of China");
    expect("The Soviet Union's Guinea pigs left Guinea.", "CA", "C RU Soviet Union; C GN Guinea");
    expect("Turkey, Chad and Georgia agreed.", "C", "C TR Turkey; C TD Chad; C GE Georgia");
    expect("The Peru-Chile pact and US-led talks", "C", "C PE Peru; C CL Chile; C US US");
    expect("modern South Peruvian music", "CP", "P south-peruvian South Peruvian");
    expect("The Government of Peru and the Chilean government met; the government of hope did not.", "C",
           "C PE Government of Peru; C PE Peru; C CL Chilean government; C CL Chilean");
    expect("Peru met Chile. The two countries agreed, and both sides will meet.", "C",
           "C PE Peru; C CL Chile; C PE CL two countries; C PE CL both sides");
    expect("Peru is large. It is a country of hills, and the country is rich.", "C", "C PE Peru; C PE country");
}

static void test_inside_names(void)
{
    expect("He works for Cybersecurity Malaysia.", "CA", "A my-cybersecurity-malaysia Cybersecurity Malaysia");
    expect("They joined the Peru-Chile Cyber Drill.", "CE", "E Peru-Chile Cyber Drill");
    expect("They saw “The Glory of Peru” on stage.", "CI", "");
}

static void test_blocs(void)
{
    expect("Ten ASEAN countries met the EU.", "B", "B asean Ten ASEAN countries; B asean ASEAN; B eu EU");
    expect("Experts of some ASEAN countries and all EU member states came.", "B",
           "B asean some ASEAN countries; B asean ASEAN; B eu all EU member states; B eu EU");
    expect("ASEAN met. Its member states agreed, and the bloc grew.", "B",
           "B asean ASEAN; B asean member states; B asean bloc");
    expect("The member states of nothing met.", "B", "");
    expect("The member states of ASEAN and all ASEAN health ministers met.", "B",
           "B asean member states of ASEAN; B asean ASEAN; B asean all ASEAN health ministers; B asean ASEAN");
    expect("ASEAN met the EU. A European speaker came.", "B", "B asean ASEAN; B eu EU; B eu European");
    expect("ASEAN met. A European speaker came.", "B", "B asean ASEAN");
    expect("The Association of Southeast Asian Nations (ASEAN) met.", "B",
           "B asean Association of Southeast Asian Nations; B asean ASEAN");
}

static void test_agencies(void)
{
    expect("Peru’s Ministry of Health and Chile's Ministry of Posts and Telecommunications met.", "A",
           "A pe-ministry-of-health Ministry of Health; A cl-ministry-of-posts-and-telecommunications Ministry of "
           "Posts and Telecommunications");
    expect("the Ministry of Science, Technology and Innovation of Peru, and others", "A",
           "A pe-ministry-of-science-technology-and-innovation Ministry of Science, Technology and Innovation of Peru");
    expect("It was run by the Ministry of Defence and Deputy Prime Minister Ada Roa.", "A",
           "A ministry-of-defence Ministry of Defence");
    expect("The Department of Trade of the Ministry of Economy came.", "A",
           "A department-of-trade Department of Trade; A ministry-of-economy Ministry of Economy");
    expect("The Embassy of Peru in Chile hosted it.", "AC",
           "A pe-embassy-of-peru-in-chile Embassy of Peru in Chile; C PE Peru");
    expect("The Peruvian Embassy in Chile hosted it.", "AC",
           "A pe-peruvian-embassy-in-chile Peruvian Embassy in Chile");
    expect("the Chilean Academy of Sciences and the 65th Fighter Wing met.", "AC",
           "A cl-chilean-academy-of-sciences Chilean Academy of Sciences; A body-65th-fighter-wing 65th Fighter Wing");
    expect("the Quill College of Zorbicians and Quillologists met.", "A",
           "A quill-college-of-zorbicians-and-quillologists Quill College of Zorbicians and Quillologists");
    expect("The Peruvian Quill Management Agency and the Peruvian Navy met.", "AC",
           "C PE Peruvian; A pe-quill-management-agency Quill Management Agency; A pe-peruvian-navy Peruvian Navy");
    expect("Staff of UN-QUILL and of the UN came, and the QZXD programme ended.", "A", "A un-quill UN-QUILL; A un UN");
    expect("The Ministry of Trade of Peru met the Ministry of Trade of Fiji. Both ministries agreed.", "A",
           "A pe-ministry-of-trade Ministry of Trade of Peru; A fj-ministry-of-trade Ministry of Trade of Fiji; "
           "A pe-ministry-of-trade fj-ministry-of-trade Both ministries");
    expect("Teams of CERT Tonga and CERT NZ came.", "AC", "A to-cert-tonga CERT Tonga; A nz-cert-nz CERT NZ");
    expect("The Africa Centres for Zorb Control (Africa CDC) met. Africa CDC won.", "AP",
           "A africa-cdc Africa Centres for Zorb Control; A africa-cdc Africa CDC; A africa-cdc Africa CDC");
    expect("The Zorb Strategic Policy Institute and Quill Research Centre met.", "A",
           "A zorb-strategic-policy-institute Zorb Strategic Policy Institute; A quill-research-centre Quill Research "
           "Centre");
    expect("Speaking at the ministry, he praised the department and an institute.", "A", "");
    expect("Good practice and Team work matter. Local Government matters.", "A", "");
    expect("PeruCERT and QuillCERT answered.", "A", "");
    expect("PERUCERT answered.", "A", "A perucert PERUCERT");
    expect("Quill Holdings Ltd. and Zorb GmbH came.", "A",
           "A quill-holdings-ltd Quill Holdings Ltd.; A zorb-gmbh Zorb GmbH");
    expect("The Quill Science Institute opened. The institute will grow; an institute student left.", "A",
           "A quill-science-institute Quill Science Institute; A quill-science-institute institute");
    expect("Google Doodle marks the day at Google.", "A", "A us-google Google");
}

static void test_acronyms(void)
{
    expect("The Quill Data Agency (QDA) met. QDA won, and the ICT team lost.", "A",
           "A qda Quill Data Agency; A qda QDA; A qda QDA");
    expect("QDA won. The Quill Data Agency (QDA) is new.", "A", "A qda QDA; A qda Quill Data Agency; A qda QDA");
    expect("The Quill Data Institute (Quill) met Ada.", "A", "A quill Quill Data Institute; A quill Quill");
    expect("He is of QDSI – Quill Data Standard Institute.", "A",
           "A quill-data-standard-institute QDSI; A quill-data-standard-institute Quill Data Standard Institute");
    expect("the 5th Quill Cyber Week (QCW-5) begins", "E", "E 5th Quill Cyber Week; E QCW-5");
    expect("information and communications technology (ICT) matters", "A", "");
    expect("COVID-19 and VAT rose by 5G.", "A", "");
    g_assert_cmpint(cert_of("The GZQX met.", "GZQX"), ==, CERT_LOW);
}

static void test_officials(void)
{
    expect("Minister of Public Security Gen. To Lam spoke. Lam left.", "OR",
           "R to-lam Minister of Public Security; R to-lam Gen.; O to-lam To Lam; O to-lam Lam");
    expect("Dr. Ada Roa, Head of Research of Quill Data Institute, met Mr. Ismo.", "OR",
           "R ada-roa Dr.; O ada-roa Ada Roa; R ada-roa Head of Research; R ismo Mr.; O ismo Ismo");
    expect("Foreign Affairs Minister Vera Balan met his Peruvian counterpart Bui Thanh Son.", "OR",
           "R vera-balan Foreign Affairs Minister; O vera-balan Vera Balan; R bui-thanh-son counterpart; O "
           "bui-thanh-son Bui Thanh Son");
    expect("Peru's Minister of Health, Ada Roa, told reporters.", "OR",
           "R ada-roa Minister of Health; O ada-roa Ada Roa");
    expect("said Hoang Minh Tien, the Deputy Director of the Quill Data Institute.", "OR",
           "O hoang-minh-tien Hoang Minh Tien; R hoang-minh-tien Deputy Director");
    expect("Minister of Posts and Telecommunications Thansa Kommas spoke.", "O", "O thansa-kommas Thansa Kommas");
    expect("President of the Quill Peace Foundation Daniel Stauf chairs it.", "O", "O daniel-stauf Daniel Stauf");
    expect("Minister S. Iswar met Jean-Marc O'Hara and Omar al-Zorb.", "O",
           "O s-iswar S. Iswar; O jean-marc-o-hara Jean-Marc O'Hara; O omar-al-zorb Omar al-Zorb");
    expect("Director General and Private Sector met; General Assembly ended. Miss it.", "O", "");
    expect("Ada Roa met Bea Roa. Ada Roa spoke; Roa left.", "O",
           "O ada-roa Ada Roa; O bea-roa Bea Roa; O ada-roa Ada Roa; O ada-roa Roa");
    expect("Deputy Minister Ada Roa came. The Deputy Minister left. The director left.", "O",
           "O ada-roa Ada Roa; O ada-roa Deputy Minister");
    expect("Minister Ada Roa met Minister Pia Quist. Both ministers left.", "O",
           "O ada-roa Ada Roa; O pia-quist Pia Quist; O ada-roa pia-quist Both ministers");
    expect("They met Mr. ZORBATA Norihiro and Minister Koffi ZORBU MENSAH of Peru.", "O",
           "O zorbata-norihiro ZORBATA Norihiro; O koffi-zorbu-mensah Koffi ZORBU MENSAH");
    expect("It was founded by Dean Kamen.", "O", "O dean-kamen Dean Kamen");
    expect("There Will Middleton, a hydrologist, met Zorbo Quillan of Peru.", "O",
           "O will-middleton Will Middleton; O zorbo-quillan Zorbo Quillan");
}

static void test_places(void)
{
    expect("They met in Lam Dong Province and Ho Chi Minh City.", "PO",
           "P lam-dong-province Lam Dong Province; P ho-chi-minh-city Ho Chi Minh City");
    expect("They met in Zorbville, Peru, near the Quill River.", "P",
           "P zorbville Zorbville; P quill-river Quill River");
    expect("ZORBVILLE – Peru met Chile.", "P", "P zorbville ZORBVILLE");
    expect("the province of Quang Zorb", "P", "P quang-zorb Quang Zorb");
    expect("Sydney Roa came to Sydney.", "P", "P sydney Sydney");
    expect("the Director of Zorbstock, Peru, left", "P", "");
    expect("They met in The Hague and in Quillony-Anhalt.", "P",
           "P the-hague The Hague; P quillony-anhalt Quillony-Anhalt");
}

/* Names that no table has, told by the words beside them and found again. */
static void test_told_once(void)
{
    expect("The band Zorbix played. Zorbix, a Peruvian company, left; the newspaper Quillix said so.", "A",
           "A zorbix Zorbix; A zorbix Zorbix; A quillix Quillix");
    expect("Zorbham is a village in Peru. They left Zorbham, and the Zorbham Gang was caught.", "P",
           "P zorbham Zorbham; P zorbham Zorbham");
    expect("They went from Lima to Arequipa and Quillham.", "P",
           "P lima Lima; P arequipa Arequipa; P quillham Quillham");
    expect("Bea Zorb, an adviser at Quillco, met staff of Quillco.", "AP", "A quillco Quillco; A quillco Quillco");
    expect("Zorbix Ltd. won. The share of Zorbix rose.", "A", "A zorbix-ltd Zorbix Ltd.; A zorbix-ltd Zorbix");
    expect("Suddenly, the company closed. It is a company director.", "A", "");
    expect("They sailed the Gulf of Oman and the Bay of Quillham.", "PC",
           "P gulf-of-oman Gulf of Oman; P bay-of-quillham Bay of Quillham");
    g_assert_cmpint(cert_of("They went to Zorbham.", "Zorbham"), ==, CERT_LOW);
}

static void test_events(void)
{
    expect("They discussed the 15th ASEAN Defence Ministers’ Meeting and the Law on Data Security yesterday.", "EI",
           "E 15th ASEAN Defence Ministers’ Meeting; I law-on-data-security Law on Data Security");
    expect("The Meeting was long. A summit followed.", "EI", "E Meeting");
    expect("They discussed the 2018 Quill Master Plan 2016 – 2020 yesterday.", "I",
           "I name-2018-quill-master-plan-2016-2020 2018 Quill Master Plan 2016 – 2020");
    expect("Vietnam will host the ITU Digital World 2020.", "EA", "E ITU Digital World 2020");
    expect("a 'Workshop on Quill Policy for Small States' began", "E", "E Workshop on Quill Policy for Small States");
}

static void test_affiliations(void)
{
    expect_affiliations(
        "Peruvian Minister of Health Ada Roa left.",
        "ada-roa represents PE; pe-ministry-of-health agency_of PE; ada-roa member_of pe-ministry-of-health");
    expect_affiliations(
        "said Ada Roa, head of the Quill Data Institute, Peru.",
        "pe-quill-data-institute agency_of PE; ada-roa member_of pe-quill-data-institute; ada-roa represents PE");
    expect_affiliations(
        "The Quill Unit under the Ministry of Health of Peru met.",
        "pe-quill-unit agency_of PE; pe-quill-unit part_of pe-ministry-of-health; pe-ministry-of-health agency_of PE");
    expect_affiliations("Dr. Ada Roa from Peru came.", "ada-roa represents PE");
    expect_affiliations(
        "Peru's Ministry of Trade said Trade Minister Ada Roa met her Chilean counterpart Bea Zorb.",
        "pe-ministry-of-trade agency_of PE; bea-zorb represents CL; ada-roa member_of pe-ministry-of-trade; "
        "cl-ministry-of-trade agency_of CL; bea-zorb member_of cl-ministry-of-trade");
    expect_affiliations("Ada Roa met Bea Zorb.", "");
}

static void test_other_languages(void)
{
    g_autoptr(Draft) d = draft_of("Bộ trưởng Việt Nam gặp Minister Ada Roa ở Xinh-ga-po.", "vi");
    g_assert_true(d->set_aside);
    g_assert_cmpuint(d->mark->len, ==, 1);
    g_assert_cmpint(draft_mark(d, 0)->kind, ==, MARK_COUNTRY);
    g_autoptr(Draft) zh = draft_of("越南和老挝举行会议。", "zh");
    g_assert_cmpuint(zh->mark->len, ==, 2);
    g_assert_cmpstr(draft_actor(zh, 0)->id, ==, "VN");
}

/* Whatever comes in, marks lie in order and never cross. */
static void test_never_cross(void)
{
    static const char *const piece[] = {"Minister",  "of", "Peru", "(",          "QDA",       ")",   "Quill",
                                        "Institute", ",",  "the",  "ASEAN",      "countries", "Dr.", "Ada",
                                        "Roa",       "-",  "and",  "2020",       "Summit",    "’s",  ".",
                                        "\n\n",      "“",  "”",    "government", "both",      "Lam"};
    uint32_t state = 7;
    for (int round = 0; round < 300; round++) {
        g_autoptr(GString) text = g_string_new("");
        for (int i = 0; i < 60; i++) {
            state = state * 1664525 + 1013904223;
            g_string_append_printf(text, "%s%s", piece[(state >> 16) % G_N_ELEMENTS(piece)], state & 4096 ? " " : "");
        }
        g_autoptr(Draft) d = draft_of(text->str, "en");
        for (guint i = 1; i < d->mark->len; i++) {
            const Mark *a = draft_mark(d, i - 1), *b = draft_mark(d, i);
            g_assert_true(a->from < b->from || (a->from == b->from && a->to >= b->to));
            for (guint k = 0; k < i; k++) {
                a = draft_mark(d, k);
                g_assert_true(a->to <= b->from || a->to >= b->to);
            }
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    lexicon = lexicon_new(NULL, &error);
    g_assert_no_error(error);
    static const struct {
        const char *path;
        GTestFunc run;
    } tests[] = {{"countries", test_countries},
                 {"inside-names", test_inside_names},
                 {"blocs", test_blocs},
                 {"agencies", test_agencies},
                 {"acronyms", test_acronyms},
                 {"officials", test_officials},
                 {"places", test_places},
                 {"told-once", test_told_once},
                 {"events", test_events},
                 {"affiliations", test_affiliations},
                 {"other-languages", test_other_languages},
                 {"never-cross", test_never_cross}};
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strdup_printf("/grammar/%s", tests[i].path);
        g_test_add_func(path, tests[i].run);
    }
    int failed = g_test_run();
    lexicon_free(lexicon);
    return failed;
}
