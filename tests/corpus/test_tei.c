/* test_tei.c - what TEI elements and attributes become: documents, records, mentions, passages. One rule a test. */
#include "failure.h"
#include "told.h"

static const Record *record(const Corpus *c, const char *id)
{
    for (size_t i = 0; i < c->n_records; i++) {
        if (strcmp(c->record[i].id, id) == 0)
            return &c->record[i];
    }
    return NULL;
}

/* Every mention as "text|type|refs|sentence" … and the invariant that its offsets hold. */
static char *mentions(const Corpus *c)
{
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        PassageId s = m->passage[PASSAGE_SENTENCE];
        g_string_append_printf(list, "%s%s|%s|", i ? "\n" : "", m->text,
                               m->kind == MENTION_EVENT ? "event" : actor_type_name(m->type));
        for (uint32_t k = 0; k < m->refs.n; k++) {
            RefId ref = c->mention_ref[m->refs.first + k];
            g_string_append_printf(list, "%s%s%s", k ? " " : "", c->ref[ref.i].kind == REF_NAME ? "=" : "",
                                   c->ref[ref.i].text);
        }
        if (passage_id_is_none(s) || m->kind == MENTION_SPEAKER)
            continue;
        const char *text = c->passage[s.i].text;
        g_string_append_printf(list, "|%s", text);
        g_assert_cmpuint(m->end, <=, strlen(text));
        g_autofree char *cut = g_strndup(text + m->begin, m->end - m->begin);
        g_assert_cmpstr(cut, ==, m->text);
    }
    return g_string_free(list, FALSE);
}

static void assert_mentions(const char *body, const char *expected)
{
    g_autoptr(Told) t = told("", body);
    g_autofree char *list = mentions(t->corpus);
    g_assert_cmpstr(list, ==, expected);
}

static void test_elements(void)
{
    assert_mentions("<p><persName ref='#a'>A</persName> <orgName ref='#b'>B</orgName> <country ref='#c'>C</country> "
                    "<bloc ref='#d'>D</bloc></p>",
                    "A|official|a|A B C D\nB|agency|b|A B C D\nC|country|c|A B C D\nD|bloc|d|A B C D");
    assert_mentions(
        "<p><name type='person' ref='#a'>A</name> <rs type='organisation' ref='#b'>B</rs> <name type='programme' "
        "ref='#c'>C</name>"
        " <placeName ref='#d'>D</placeName> <placeName type='country' ref='#e'>E</placeName> <name>F</name></p>",
        "A|official|a|A B C D E F\nB|agency|b|A B C D E F\nE|country|e|A B C D E F");
    assert_mentions(
        "<p><rs ref='#x'>his</rs> <rs>her</rs> <seg type='person' ref='#y'>Y</seg> <seg type='x' ref='#y'>Z</seg></p>",
        "his|unknown|x|his her Y Z\nY|official|y|his her Y Z");
    assert_mentions("<p><eventName ref='#e'>E</eventName> <rs type='event' ref='#e'>it</rs> <roleName "
                    "ref='#r'>R</roleName> <date>D</date></p>",
                    "E|event||E it R D\nit|event||E it R D");
    assert_mentions("<p><orgName type='bloc' ref='#a'>A</orgName></p>", "A|bloc|a|A");
}

static void test_pointers(void)
{
    assert_mentions("<p><rs type='country' ref='#VN #SG'>two</rs> <persName key='k'>K</persName> <persName ref='#' "
                    "key='q'>Q</persName></p>",
                    "two|country|VN SG|two K Q\nK|official|k|two K Q\nQ|official|q|two K Q");
    assert_mentions("<p><persName>To  Lam</persName> <persName ref='#'>X</persName></p>",
                    "To Lam|official|=To Lam|To Lam X\nX|official|=X|To Lam X");
    assert_mentions("<p>a<persName ref='#e'/> b <persName/></p>", "|official|e|a b\n|official||a b");
}

static void test_text(void)
{
    assert_mentions(
        "<p>The <orgName ref='#a'>\n  Ministry\n of   <country ref='#b'> Public </country></orgName>,\tand.</p>",
        "Ministry of Public|agency|a|The Ministry of Public , and.\nPublic|country|b|The Ministry of Public , and.");
    assert_mentions("<p><rs type='bloc' ref='#a'>ten <bloc ref='#a'>ASEAN</bloc> states</rs></p>",
                    "ten ASEAN states|bloc|a|ten ASEAN states\nASEAN|bloc|a|ten ASEAN states");
    assert_mentions("<p><persName ref='#a'><w>Sir</w><c> </c><w>John</w><pc>,</pc></persName></p>",
                    "Sir John,|official|a|Sir John,");
    assert_mentions("<p>x<persName ref='#a'>A</persName>y</p>", "A|official|a|xAy");
    assert_mentions("<p>Viet<lb/>nam <persName ref='#a'>To<lb break='no'/>Lam<pb/>Jr</persName></p>",
                    "ToLam Jr|official|a|Viet nam ToLam Jr");
    assert_mentions("<p><persName ref='#a'><choice><sic>Tomm</sic><corr>Tom</corr></choice> "
                    "<choice><abbr>J.</abbr><expan>John</expan></choice>"
                    "</persName></p>",
                    "Tom J.|official|a|Tom J.");
    assert_mentions("<p>\xC2\xA0<persName ref='#a'>Nguyễn\xC2\xA0Văn</persName>\xE3\x80\x80x</p>",
                    "Nguyễn Văn|official|a|Nguyễn Văn x");
    assert_mentions("<p><persName ref='#a'>A &amp; B &#233;</persName></p>", "A & B é|official|a|A & B é");
}

static void test_sentences(void)
{
    assert_mentions("<p>One <persName ref='#a'>Ann</persName>. Two. Three <persName ref='#b'>Dr. B</persName>! "
                    "<persName ref='#c'>C</persName></p>",
                    "Ann|official|a|One Ann.\nDr. B|official|b|Three Dr. B!\nC|official|c|C");
    /* a name across a border extends its sentence */
    assert_mentions("<p>See <orgName ref='#a'>Yahoo! Inc</orgName> now. Next <persName ref='#b'>B</persName>.</p>",
                    "Yahoo! Inc|agency|a|See Yahoo! Inc now.\nB|official|b|Next B.");
    /* s elements decide, whatever stands in them */
    assert_mentions(
        "<p><s>One. Two <persName ref='#a'>A</persName></s> <s><persName ref='#b'>B</persName> three</s></p>",
        "A|official|a|One. Two A\nB|official|b|B three");
    assert_mentions("<p>No <persName ref='#a'>A</persName></p><p><persName ref='#b'>B</persName> no</p>",
                    "A|official|a|No A\nB|official|b|B no");
    /* paragraphs inside paragraphs cut, and the outer one goes on */
    assert_mentions(
        "<p>One <persName ref='#a'>A</persName><list><item>Two <persName ref='#b'>B</persName></item></list> three "
        "<persName ref='#c'>C</persName></p>",
        "A|official|a|One A\nB|official|b|Two B\nC|official|c|three C");
    assert_mentions("<persName ref='#a'><p>x</p><p>y</p></persName>", "x y|official|a|x y");
}

static void test_no_sentences(void)
{
    g_autofree char *tei = told_tei("", "<p>One <persName ref='#a'>A</persName>.</p>");
    const char *const file[] = {"d.xml", tei, NULL};
    ReadOptions options = {.no_sentences = true};
    g_autoptr(Told) t = told_with(&options, file);
    const Mention *m = &t->corpus->mention[0];
    g_assert_false(passage_id_is_none(m->passage[PASSAGE_SENTENCE]));
    g_assert_null(t->corpus->passage[m->passage[PASSAGE_SENTENCE].i].text);
}

static void test_paragraphs(void)
{
    g_autoptr(Told) t =
        told("", "<p>No names</p><p><persName ref='#a'>A</persName></p><lg><l><persName ref='#a'>A</persName></l>"
                 "<l><persName ref='#b'>B</persName></l></lg><l><persName ref='#a'>A</persName></l>"
                 "<u who='#x'><seg><persName ref='#a'>A</persName></seg><seg>none</seg></u>"
                 "<p>x<note><p><persName ref='#n'>N</persName></p></note><persName ref='#b'>B</persName></p><persName "
                 "ref='#z'>Z</persName>");
    const Corpus *c = t->corpus;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_mentions; i++) {
        PassageId p = c->mention[i].passage[PASSAGE_PARAGRAPH];
        uint32_t first = passage_id_is_none(p) ? 0 : c->passage[p.i].place.column;
        g_string_append_printf(list, "%s:%u ", c->mention[i].text, first);
    }
    g_auto(GStrv) part = g_strsplit(list->str, " ", -1);
    g_assert_cmpstr(part[0], !=, "A:0");
    g_assert_cmpstr(part[1] + 2, ==, part[2] + 2); /* one stanza */
    g_assert_cmpstr(part[2] + 2, !=, part[3] + 2); /* a line of its own */
    g_assert_cmpstr(part[4], ==, "x:0");           /* the speaker stands in no paragraph */
    g_assert_cmpstr(part[5], !=, "A:0");
    g_assert_cmpstr(part[6] + 2, !=, part[7] + 2);
    g_assert_cmpstr(part[8], ==, "Z:0");
}

static void test_zones(void)
{
    g_autofree char *tei = g_strdup(
        "<TEI><teiHeader><fileDesc><titleStmt><author><persName ref='#w'>W</persName></author></titleStmt></fileDesc>"
        "<profileDesc><correspDesc><persName ref='#s'>Sender</persName></correspDesc></profileDesc></teiHeader>"
        "<text><front><castList><castItem><persName ref='#f'>F</persName></castItem></castList><p><persName "
        "ref='#g'>G</persName></p></front>"
        "<body><div type='sidebar'><p><persName ref='#a'>A</persName></p></div><ab type='boilerplate'><persName "
        "ref='#b'>B</persName></ab>"
        "<p><persName ref='#c'>C</persName></p></body><back><p><persName "
        "ref='#d'>D</persName></p></back></text></TEI>");
    const char *const file[] = {"d.xml", tei, NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_mentions; i++)
        g_string_append_printf(list, "%s%s ", t->corpus->mention[i].text, t->corpus->mention[i].in_zone ? "-" : "+");
    g_assert_cmpstr(list->str, ==, "Sender- F- G+ A- B- C+ D- ");
    g_assert_true(passage_id_is_none(t->corpus->mention[0].passage[PASSAGE_SENTENCE]));
    told_assert_participations(t->corpus, "d-paragraph-2 g present; d-paragraph-5 c present");
}

static void test_document(void)
{
    g_autofree char *tei =
        g_strdup("<?xml version='1.0'?><?pi before?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='vi' "
                 "xml:id='i'><teiHeader><fileDesc>"
                 "<titleStmt><title>The  <hi>title</hi></title><title "
                 "type='sub'>Sub</title></titleStmt><sourceDesc><bibl><title>Source</title><publisher>VNA</publisher>"
                 "<date when='2020-09-30'>x</date><ref "
                 "target='http://x.org/a'>here</ref></bibl><bibl><publisher>Other</publisher><date "
                 "when='1999'/></bibl></sourceDesc>"
                 "</fileDesc><profileDesc><langUsage><language ident='en'/><language "
                 "ident='fr'/></langUsage></profileDesc></teiHeader>"
                 "<text><body><p>One two, three.</p><p>four</p></body></text></TEI>");
    const char *const file[] = {"d.xml", tei, "e.xml",
                                "<TEI xml:lang='vi'><teiHeader/><text><body><p/></body></text></TEI>", NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    const Document *d = &t->corpus->document[0];
    char date[DATE_SIZE];
    g_assert_cmpstr(d->id, ==, "i");
    g_assert_cmpstr(d->name, ==, "d.xml");
    g_assert_cmpstr(d->title, ==, "The title");
    g_assert_cmpstr(d->outlet, ==, "VNA");
    g_assert_cmpstr(d->url, ==, "http://x.org/a");
    g_assert_cmpstr(d->language, ==, "en");
    g_assert_cmpstr(date_format(d->date, date), ==, "2020-09-30");
    g_assert_cmpuint(d->n_words, ==, 4);
    g_assert_false(d->authority);
    g_assert_cmpuint(strlen(d->digest), ==, 64);
    g_assert_cmpstr(t->corpus->document[1].id, ==, "e");
    g_assert_cmpstr(t->corpus->document[1].language, ==, "vi");
    g_assert_null(t->corpus->document[1].title);
}

static void test_records(void)
{
    g_autoptr(Told) t =
        told("<listPerson><person xml:id='p' role='official'><persName "
             "type='short'>TL</persName><persName><forename>To</forename><surname>Lam</surname></persName>"
             "<persName>General Lam</persName><persName>To Lam</persName><idno "
             "type='wikidata'>Q1</idno><idno>7</idno><birth><placeName>Hanoi</placeName></birth></person>"
             "<personGrp "
             "xml:id='g'><name>Witches</name></personGrp><person><persName>Nobody</persName></person></listPerson>"
             "<listOrg><org xml:id='o' type='agency' subtype='ministry'><orgName>Ministry</orgName><orgName "
             "type='acronym'>MPS</orgName></org>"
             "<org xml:id='o2' type='company'/><org xml:id='b' "
             "type='bloc'><orgName>ASEAN</orgName></org></listOrg><listOrg type='blocs'><org xml:id='b2'/></listOrg>"
             "<listPlace><place xml:id='VN' type='country'><placeName>Viet Nam</placeName><country "
             "type='variant'>Vietnam</country></place>"
             "<place xml:id='LA'><country>Laos</country></place><place "
             "xml:id='hanoi'><placeName>Hanoi</placeName><country ref='#VN'>x</country></place>"
             "<place xml:id='dn' type='city'><country>Vietnam</country></place></listPlace>",
             NULL);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->n_records, ==, 8);
    const Record *p = record(c, "p");
    g_assert_cmpstr(p->label, ==, "To Lam");
    g_assert_cmpint(p->type, ==, ACTOR_OFFICIAL);
    g_assert_cmpuint(p->variants.n, ==, 2);
    g_assert_cmpstr(c->variant[p->variants.first], ==, "TL");
    g_assert_cmpstr(c->variant[p->variants.first + 1], ==, "General Lam");
    g_assert_cmpuint(p->identifiers.n, ==, 2);
    g_assert_cmpstr(c->identifier[p->identifiers.first].scheme, ==, "wikidata");
    g_assert_cmpstr(record(c, "g")->label, ==, "Witches");
    g_assert_cmpstr(record(c, "o")->subtype, ==, "ministry");
    g_assert_cmpstr(c->variant[record(c, "o")->variants.first], ==, "MPS");
    g_assert_cmpstr(record(c, "o2")->subtype, ==, "company");
    g_assert_cmpstr(record(c, "o2")->label, ==, "o2");
    g_assert_cmpint(record(c, "b")->type, ==, ACTOR_BLOC);
    g_assert_cmpint(record(c, "b2")->type, ==, ACTOR_BLOC);
    g_assert_cmpint(record(c, "VN")->type, ==, ACTOR_COUNTRY);
    g_assert_cmpstr(record(c, "VN")->label, ==, "Viet Nam");
    g_assert_cmpstr(record(c, "LA")->label, ==, "Laos");
    g_assert_null(record(c, "hanoi"));
    g_assert_null(record(c, "dn"));
    g_assert_true(c->document[0].authority);
    g_assert_cmpuint(c->n_mentions, ==, 0);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_ATTRIBUTE), ==, 1); /* the person without id */
}

static void test_affiliations(void)
{
    g_autoptr(Told) t =
        told("<listPerson><person xml:id='p'><affiliation type='agency' ref='#o' from='2020-01-01' "
             "to='2021'/><affiliation type='country' ref='#VN'/><affiliation>text</affiliation></person></listPerson>"
             "<listOrg><org xml:id='o'><country ref='#VN'>Viet Nam</country></org></listOrg>"
             "<listRelation type='affiliation'><relation name='represents' active='#p' passive='#VN'/><relation "
             "type='affiliation' name='part_of' active='#o #o3' passive='#o2 #o4'/>"
             "<relation name='friend_of' active='#p' passive='#q'/><relation name='member_of' active='#p'/><relation "
             "name='succeeds' active='#n' passive='#o' from='2025-03-01' to='2024'/></listRelation>"
             "<listRelation type='membership'><relation name='member' active='#VN' passive='#asean' "
             "notBefore='1995-07-28'/></listRelation>"
             "<listRelation><relation name='wikidata' active='#a' passive='#b'/></listRelation>",
             NULL);
    const Corpus *c = t->corpus;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_affiliations; i++) {
        const Affiliation *a = &c->affiliation[i];
        char from[DATE_SIZE], to[DATE_SIZE];
        g_string_append_printf(list, "%s %s %s %s %s;", told_ref(c, a->active), affiliation_kind_name(a->kind),
                               told_ref(c, a->passive), date_format(a->from, from), date_format(a->to, to));
    }
    g_assert_cmpstr(list->str, ==,
                    "p member_of o 2020-01-01 2021;p represents VN  ;o agency_of VN  ;o part_of o2  ;o part_of o4  ;o3 "
                    "part_of o2  ;o3 part_of o4  ;"
                    "n succeeds o  ;VN member asean 1995-07-28 ;");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_ATTRIBUTE), ==, 2);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_REVERSED_DATES), ==, 1);
}

static void test_duplicate_ids(void)
{
    g_autoptr(Told) t =
        told("<listPerson><person xml:id='a'/><person xml:id='a'><persName>Second</persName></person></listPerson>",
             "<p xml:id='p'><persName xml:id='m' ref='#a'>A</persName><persName xml:id='m' ref='#a'>B</persName></p><p "
             "xml:id='p'/>");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_DUPLICATE_ID), ==, 2);
    g_assert_cmpuint(t->corpus->n_records, ==, 1);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 2);
    g_assert_null(t->corpus->mention[1].id);
}

static void test_corpus_file(void)
{
    const char *const file[] = {
        "c.xml",
        "<teiCorpus><teiHeader><profileDesc><particDesc><listPerson><person "
        "xml:id='a'/></listPerson></particDesc></profileDesc></teiHeader>"
        "<TEI xml:id='one'><teiHeader/><text><body><p>x</p></body></text></TEI><TEI><teiHeader/><text><body><p>y "
        "<persName ref='#a'>A</persName></p></body></text></TEI></teiCorpus>",
        NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->n_documents, ==, 3);
    g_assert_true(c->document[0].authority && !c->document[1].authority && !c->document[2].authority);
    g_assert_cmpstr(c->document[1].id, ==, "one");
    g_assert_cmpstr(c->document[2].id, ==, "c-3");
    g_assert_cmpuint(c->document[2].n_words, ==, 2);
    g_assert_cmpstr(c->document[0].digest, ==, c->document[2].digest);
    g_assert_cmpuint(c->mention[0].document.i, ==, 2);
}

static void test_drama(void)
{
    g_autoptr(Told) t =
        told_unit(UNIT_SCENE, "",
                  "<div type='act'><head>ACT 1</head><div type='scene'><head>Scene <stage>one</stage></head><stage "
                  "who='#z'>Z enters</stage><sp who='#a #b'><speaker>A</speaker><l>Hm</l></sp>"
                  "<sp who='#a'><p>I</p></sp></div><div type='scene' n='2'><sp><p>nobody</p></sp></div><div><sp "
                  "who='#'/><sp who='#c'/></div></div><div type='epilogue'><sp who='#b'/></div>");
    told_assert_participations(t->corpus,
                               "d-scene-1 a present; d-scene-1 b present; d-scene-3 c present; d-scene-4 b present");
    g_assert_cmpstr(t->corpus->event[0].label, ==, "ACT 1 | Scene one");
    g_assert_cmpstr(t->corpus->event[1].label, ==, "ACT 1");
    g_assert_cmpstr(t->corpus->event[2].label, ==, "epilogue");
    g_assert_cmpuint(t->corpus->participation[0].evidence.n, ==, 2);
}

static void test_sp_outside_body(void)
{
    const char *const file[] = {"d.xml",
                                "<TEI><text><front><sp who='#p'/><sp who='#p'/></front><body><sp "
                                "who='#a'/></body><back><sp who='#z'/></back></text></TEI>",
                                NULL};
    ReadOptions options = {.unit = {UNIT_SCENE, 0}};
    g_autoptr(Told) t = told_with(&options, file);
    told_assert_participations(t->corpus, "d-scene-1 a present");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_SP_OUTSIDE_BODY), ==, 1);
    g_assert_cmpstr(t->corpus->event[0].label, ==, "scene 1 of d");
}

static void test_not_tei(void)
{
    const char *const file[] = {"a.xml", "<html><persName ref='#x'>X</persName></html>", "b.xml",
                                "<TEI><text><body/></text></TEI>", NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_cmpuint(t->corpus->n_documents, ==, 1);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 0);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_FORMAT), ==, 1);
    g_autofree char *path = g_build_filename(t->folder, "a.xml", NULL);
    const char *input[] = {path};
    g_autoptr(GError) error = NULL;
    g_assert_null(corpus_read(input, 1, &options, t->diagnostics, &error));
    g_assert_nonnull(strstr(error->message, "[unknown-format]"));
}

/* Another namespace is not ours, and a name of a megabyte is none. */
static void test_foreign_and_long(void)
{
    assert_mentions("<p><x:persName xmlns:x='urn:x' ref='#a'>A</x:persName> <persName ref='#b'>B</persName></p>",
                    "B|official|b|A B");
    g_autofree char *million = g_strnfill(1000000, 'n');
    g_autofree char *body = g_strdup_printf("<p>\n <persName ref='#a'>%s</persName></p>", million),
                    *tei = told_tei("", body);
    const char *const file[] = {"d.xml", tei, NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_cmpstr(failure_of(t->error).code, ==, "too-long");
    g_assert_cmpuint(failure_of(t->error).place.line, ==, 5);
    g_assert_cmpuint(failure_of(t->error).place.column, ==, 2);
    g_autofree char *list =
        g_strdup_printf("<listPerson><person xml:id='a'><persName>%s</persName></person></listPerson>", million);
    g_autofree char *authority = told_tei(list, NULL);
    const char *const other[] = {"d.xml", authority, NULL};
    g_autoptr(Told) u = told_with(&options, other);
    g_assert_nonnull(strstr(u->error->message, "[too-long]"));
}

/* A paragraph beyond all bounds is cut, and names in it keep their places in the text. */
static void test_long_paragraph(void)
{
    g_autoptr(GString) body = g_string_new("<p>");
    for (int i = 0; i < 60000; i++)
        g_string_append(body, i % 20000 ? "word without end " : "<persName ref='#a'>A B</persName> ");
    g_string_append(body, "</p>");
    g_autoptr(Told) t = told("", body->str);
    g_free(mentions(t->corpus)); /* checks the offsets */
    g_assert_cmpuint(t->corpus->n_mentions, ==, 3);
    g_assert_cmpuint(t->corpus->document[0].n_words, ==, 3 * 59997 + 6);
    g_assert_cmpuint(t->corpus->mention[1].word, ==, 3 * 19999 + 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tei/elements", test_elements);
    g_test_add_func("/tei/pointers", test_pointers);
    g_test_add_func("/tei/text", test_text);
    g_test_add_func("/tei/sentences", test_sentences);
    g_test_add_func("/tei/no-sentences", test_no_sentences);
    g_test_add_func("/tei/paragraphs", test_paragraphs);
    g_test_add_func("/tei/zones", test_zones);
    g_test_add_func("/tei/document", test_document);
    g_test_add_func("/tei/records", test_records);
    g_test_add_func("/tei/affiliations", test_affiliations);
    g_test_add_func("/tei/duplicate-ids", test_duplicate_ids);
    g_test_add_func("/tei/corpus-file", test_corpus_file);
    g_test_add_func("/tei/drama", test_drama);
    g_test_add_func("/tei/sp-outside-body", test_sp_outside_body);
    g_test_add_func("/tei/not-tei", test_not_tei);
    g_test_add_func("/tei/foreign-and-long", test_foreign_and_long);
    g_test_add_func("/tei/long-paragraph", test_long_paragraph);
    return g_test_run();
}
