/* test_jsonl.c - JSON lines of every dialect say the same; every kind of damage; counts of other people's files. */
#include "failure.h"
#include "told.h"
#include <jansson.h>

static Told *jsonl(const char *name, const char *text)
{
    const char *const file[] = {name, text, NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

/* "document: text type; …" */
static char *mentions(const Corpus *c)
{
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_mentions; i++)
        g_string_append_printf(list, "%s%s: %s %s", i ? "; " : "", c->document[c->mention[i].document.i].id,
                               c->mention[i].text, actor_type_name(c->mention[i].type));
    return g_string_free(list, FALSE);
}

static void test_dialects(void)
{
    static const char *const told[] = {
        /* doccano, sequence labelling; older and newer names of the text */
        "{\"text\": \"Ánna saw Big Org\", \"label\": [[0, 4, \"PER\"], [9, 16, \"ORG\"]]}",
        "{\"id\": 7, \"data\": \"Ánna saw Big Org\", \"labels\": [[0, 4, \"PER\"], [9, 16, \"ORG\"]], \"cats\": [1]}",
        /* doccano, relations */
        "{\"text\": \"Ánna saw Big Org\", \"entities\": [{\"id\": 3, \"start_offset\": 0, \"end_offset\": 4, "
        "\"label\": "
        "\"PER\"}, {\"id\": 4, \"start_offset\": 9, \"end_offset\": 16, \"label\": \"ORG\"}], \"relations\": []}",
        /* Prodigy */
        "{\"text\": \"Ánna saw Big Org\", \"tokens\": [{\"text\": \"Ánna\", \"start\": 0, \"end\": 4, \"id\": 0}], "
        "\"spans\": "
        "[{\"start\": 0, \"end\": 4, \"label\": \"PER\"}, {\"start\": 9, \"end\": 16, \"label\": \"ORG\"}], "
        "\"answer\": "
        "\"accept\"}\n{\"text\": \"No\", \"spans\": [{\"start\": 0, \"end\": 2, \"label\": \"PER\"}], \"answer\": "
        "\"reject\"}",
        /* spaCy */
        "{\"text\": \"Ánna saw Big Org\", \"ents\": [{\"start\": 0, \"end\": 4, \"label\": \"PERSON\"}, {\"start\": 9, "
        "\"end\": "
        "16, \"label\": \"ORG\"}], \"sents\": [{\"start\": 0, \"end\": 16}], \"tokens\": [{\"id\": 0, \"start\": 0}]}",
        /* Hugging Face: a data set, a pipeline that puts words together, one that does not */
        "{\"tokens\": [\"Ánna\", \"saw\", \"Big\", \"Org\"], \"ner_tags\": [\"B-PER\", \"O\", \"B-ORG\", \"I-ORG\"]}",
        "{\"text\": \"Ánna saw Big Org\", \"entities\": [{\"entity_group\": \"PER\", \"score\": 0.9, \"word\": "
        "\"anna\", "
        "\"start\": 0, \"end\": 4}, {\"entity_group\": \"ORG\", \"score\": 0.9, \"word\": \"big org\", \"start\": 9, "
        "\"end\": 16}]}",
        "{\"text\": \"Ánna saw Big Org\", \"entities\": [{\"entity\": \"B-PER\", \"word\": \"Án\", \"start\": 0, "
        "\"end\": 2}, "
        "{\"entity\": \"I-PER\", \"word\": \"##na\", \"start\": 2, \"end\": 4}, {\"entity\": \"B-ORG\", \"start\": 9, "
        "\"end\": "
        "12}, {\"entity\": \"I-ORG\", \"start\": 13, \"end\": 16}]}",
        /* Flair */
        "{\"text\": \"Ánna saw Big Org\", \"labels\": [{\"value\": \"NEWS\", \"confidence\": 1}], \"entities\": "
        "[{\"text\": "
        "\"Ánna\", \"start_pos\": 0, \"end_pos\": 4, \"labels\": [{\"value\": \"PER\", \"confidence\": 0.9}]}, "
        "{\"text\": \"Big "
        "Org\", \"start_pos\": 9, \"end_pos\": 16, \"labels\": [{\"value\": \"ORG\"}]}]}",
        /* GLiNER: training data, predictions */
        "{\"tokenized_text\": [\"Ánna\", \"saw\", \"Big\", \"Org\"], \"ner\": [[0, 0, \"person\"], [2, 3, "
        "\"organization\"]]}",
        "{\"text\": \"Ánna saw Big Org\", \"entities\": [{\"start\": 0, \"end\": 4, \"text\": \"Ánna\", \"label\": "
        "\"person\", "
        "\"score\": 0.9}, {\"start\": 9, \"end\": 16, \"text\": \"Big Org\", \"label\": \"company\"}]}",
        /* an array, laid out by hand */
        "[\n  {\n    \"text\": \"Ánna saw Big Org\",\n    \"label\": [\n [0, 4, \"PER\"], [9, 16, \"ORG\"]]\n  }\n]\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Told) t = jsonl("d.jsonl", told[i]);
        g_assert_no_error(t->error);
        g_autofree char *list = mentions(t->corpus);
        g_assert_cmpstr(list, ==, "d-1: Ánna official; d-1: Big Org agency");
        g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
        g_assert_cmpstr(t->corpus->document[0].text, ==, "Ánna saw Big Org");
        g_assert_cmpuint(t->corpus->marking[1].from, ==, 10);
    }
}

static void test_relations(void)
{
    static const char *const told[] = {
        "\"relations\": [{\"from_id\": 3, \"to_id\": 4, \"type\": \"works_for\"}]",
        "\"relations\": [{\"to_id\": \"3\", \"from_id\": \"4\", \"type\": \"employs\"}]",
        "\"relations\": [{\"head_span\": {\"start\": 0, \"end\": 4}, \"child_span\": {\"start\": 9, \"end\": 16}, "
        "\"head\": 0, "
        "\"child\": 2, \"label\": \"works_for\"}]",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autofree char *text = g_strdup_printf(
            "{\"text\": \"Ánna saw Big Org\", \"entities\": [{\"id\": 3, \"start\": 0, \"end\": 4, \"label\": \"PER\", "
            "\"kb_id\": "
            "\"Q1\"}, {\"id\": 4, \"start\": 9, \"end\": 16, \"label\": \"ORG\", \"kb_id\": \"NIL\"}], %s}",
            told[i]);
        g_autoptr(Told) t = jsonl("d.json", text);
        g_assert_no_error(t->error);
        g_assert_cmpuint(t->corpus->n_affiliations, ==, 1);
        g_assert_cmpint(t->corpus->affiliation[0].kind, ==, AFFILIATION_MEMBER_OF);
        g_assert_cmpstr(told_ref(t->corpus, t->corpus->affiliation[0].active), ==, "Q1");
        g_assert_cmpstr(told_ref(t->corpus, t->corpus->affiliation[0].passive), ==, "Big Org");
        g_assert_cmpstr(t->corpus->document[0].id, ==, "d"); /* the only one of a .json */
    }
}

static void test_documents(void)
{
    g_autoptr(Told) t =
        jsonl("n.jsonl", "{\"text\": \"Ann\", \"label\": [[0, 3, \"PER\"]], \"meta\": {\"title\": \"One\", "
                         "\"date\": \"2021-06-24\", \"url\": \"u\"}}\n"
                         "\n{\"id\": \"second\", \"text\": \"Bob\", \"label\": [[0, 3, \"PER\"]]}\r\n"
                         "{\"text\": \"\"}\n");
    g_assert_no_error(t->error);
    g_autofree char *list = mentions(t->corpus);
    g_assert_cmpstr(list, ==, "n-1: Ann official; second: Bob official");
    g_assert_cmpuint(t->corpus->n_documents, ==, 3);
    g_assert_cmpstr(t->corpus->document[0].title, ==, "One");
    g_assert_false(date_is_unknown(t->corpus->document[0].date));
    g_assert_null(t->corpus->document[1].title);
    g_assert_cmpuint(t->corpus->mention[1].place.line, ==, 3);
    g_assert_cmpuint(t->corpus->mention[1].place.column, ==, 43);
    g_assert_cmpuint(strlen(t->corpus->document[2].digest), ==, 64);
}

static void test_damage(void)
{
    static const struct {
        const char *text;
        DiagnosticCode code;
        unsigned column;
    } told[] = {
        {"{\"text\": \"Ann\", \"label\": [[0, 9, \"PER\"]]}", DIAGNOSTIC_BAD_OFFSET, 27},
        {"{\"text\": \"Ann\", \"label\": [[2, 1, \"PER\"]]}", DIAGNOSTIC_BAD_OFFSET, 27},
        {"{\"text\": \"Ann\", \"label\": [[0, 3, \"PER\"], [0, 3, \"PER\", \"Bob\"]]}", DIAGNOSTIC_BAD_OFFSET, 42},
        {"{\"text\": \"Ann\", \"label\": [[0, 3]]}", DIAGNOSTIC_BAD_LINE, 27},
        {"{\"text\": \"Ann\", \"label\": [[-1, 3, \"PER\"]]}", DIAGNOSTIC_BAD_LINE, 27},
        {"{\"text\": \"Ann\", \"label\": [[0.5, 3, \"PER\"]]}", DIAGNOSTIC_BAD_LINE, 27},
        {"{\"text\": \"Ann\", \"label\": [[\"0\", 3, \"PER\"]]}", DIAGNOSTIC_BAD_LINE, 27},
        {"{\"text\": \"Ann\", \"spans\": [{\"start\": 0, \"label\": \"PER\"}]}", DIAGNOSTIC_BAD_LINE, 27},
        {"{\"text\": 12}", DIAGNOSTIC_BAD_LINE, 1},
        {"{\"label\": [[0, 1, \"PER\"]]}", DIAGNOSTIC_BAD_LINE, 1},
        {"[0, 1]", DIAGNOSTIC_BAD_LINE, 2},
        {"\"Ann\"", DIAGNOSTIC_BAD_LINE, 1},
        {"{\"text\": \"Ann\", \"label\": [[0, 3, \"Protein\"]]}", DIAGNOSTIC_UNKNOWN_LABEL, 27},
        {"{\"text\": \"Ann\", \"relations\": [{\"from_id\": 1, \"to_id\": 2}]}", DIAGNOSTIC_BAD_LINE, 31},
        {"{\"text\": \"Ann\", \"relations\": [{\"from_id\": 1, \"to_id\": 1, \"type\": \"works_for\"}]}",
         DIAGNOSTIC_UNKNOWN_ID, 31},
        {"{\"text\": \"Ann\", \"entities\": [{\"id\": 1, \"start\": 0, \"end\": 3, \"label\": \"PER\"}, {\"id\": 1, "
         "\"start\": 0, "
         "\"end\": 3, \"label\": \"PER\"}]}",
         DIAGNOSTIC_DUPLICATE_ID, 79},
        {"{\"tokens\": [\"Ann\", 1], \"ner_tags\": [\"O\", \"O\"]}", DIAGNOSTIC_BAD_LINE, 20},
        {"{\"tokens\": [\"Ann\"], \"ner_tags\": [1]}", DIAGNOSTIC_BAD_LINE, 34},
        {"{\"tokens\": [\"Ann\"], \"ner_tags\": [\"O\", \"O\"]}", DIAGNOSTIC_BAD_LINE, 21},
        {"{\"tokenized_text\": [\"Ann\"], \"ner\": [[0, 1, \"person\"]]}", DIAGNOSTIC_BAD_OFFSET, 37},
        {"{\"text\": \"Ann\", \"date\": \"soon\"}", DIAGNOSTIC_BAD_DATE, 1},
        {"{\"text\": \"A\\u0007nn\"}", DIAGNOSTIC_CONTROL_CHARACTER, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autofree char *text = g_strconcat("{\"text\": \"ok\"}\n", told[i].text, NULL);
        g_autoptr(Told) t = jsonl("d.jsonl", text);
        g_assert_no_error(t->error);
        g_test_message("%s", told[i].text);
        g_assert_cmpuint(told_count(t, told[i].code), >=, 1);
        const Diagnostic *d = diagnostics_get(t->diagnostics, 0);
        g_assert_cmpint(d->code, ==, told[i].code);
        g_assert_cmpuint(d->place.line, ==, told[i].column ? 2 : 0);
        g_assert_cmpuint(d->place.column, ==, told[i].column);
    }
}

static void test_failures(void)
{
    static const struct {
        const char *text, *code;
        unsigned line, column;
    } told[] = {{"{\"text\": \"Ann\"}\n{\"text\": \"Bob\"", "truncated", 2, 1},
                {"{\"text\": \"Ann\"}\n{\"text\": \"Bob\n\"}", "malformed", 2, 14},
                {"{\"text\": \"Ann\",}", "malformed", 1, 16},
                {"{\"text\": Ann}", "malformed", 1, 10},
                {"{\"text\": \"\xFF\"}", "bad-encoding", 1, 10},
                {"{\"text\": \"a\", \"text\": \"b\"}", "malformed", 1, 15},
                {"[{\"text\": \"a\"}", "truncated", 1, 15}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Told) t = jsonl("d.jsonl", told[i].text);
        g_assert_nonnull(t->error);
        Failure f = failure_of(t->error);
        g_test_message("%s: %s", told[i].text, t->error->message);
        g_assert_cmpstr(f.code, ==, told[i].code);
        g_assert_cmpuint(f.place.line, ==, told[i].line);
        g_assert_cmpuint(f.place.column, ==, told[i].column);
    }
    const char *const file[] = {"a.json", "{\"a\": 1}", "d.jsonl", "{\"text\": \"Ann\"}", NULL};
    ReadOptions options = {0};
    g_autoptr(Told) other = told_with(&options, file); /* JSON of something else is passed over in a folder */
    g_assert_no_error(other->error);
    g_assert_cmpuint(told_count(other, DIAGNOSTIC_UNKNOWN_FORMAT), ==, 1);
    g_assert_cmpuint(other->corpus->n_documents, ==, 1);
}

/* Accepted marks of actors that stand where they say, counted by another parser. */
static void test_prodigy(void)
{
    g_autofree char *path = support_shared("jsonl/prodigy_first120.jsonl"), *text = NULL;
    if (!path)
        return;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) line = g_strsplit(text, "\n", -1);
    size_t n_documents = 0, n_actors = 0, n_wrong = 0;
    for (char **l = line; *l && **l; l++) {
        json_t *object = json_loads(*l, 0, NULL), *span;
        const char *whole = json_string_value(json_object_get(object, "text"));
        bool accepted = g_str_equal(json_string_value(json_object_get(object, "answer")), "accept");
        size_t i;
        n_documents += accepted;
        json_array_foreach(json_object_get(object, "spans"), i, span)
        {
            const char *label = json_string_value(json_object_get(span, "label"));
            const char *claim = json_string_value(json_object_get(span, "text"));
            g_autofree char *there = g_utf8_substring(whole, json_integer_value(json_object_get(span, "start")),
                                                      json_integer_value(json_object_get(span, "end")));
            bool wrong = claim && strcmp(claim, there) != 0;
            n_wrong += accepted && wrong;
            n_actors += accepted && !wrong && (g_str_equal(label, "PER") || g_str_equal(label, "ORG"));
        }
        json_decref(object);
    }
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *input[] = {path};
    ReadOptions options = {0};
    g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, NULL);
    g_assert_cmpuint(c->n_documents, ==, n_documents);
    g_assert_cmpuint(c->n_mentions, ==, n_actors);
    g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_BAD_OFFSET), ==, n_wrong);
    g_assert_cmpuint(n_wrong, ==, 8); /* the file's own: a word of it was edited after it was marked */
}

static void test_doccano(void)
{
    static const struct {
        const char *name;
        size_t n_documents, n_mentions;
    } told[] = {{"example.jsonl", 2, 0},
                {"example_overlapping.jsonl", 1, 0},
                {"export_relation_extraction.jsonl", 1, 3},
                {"import_relation_extraction.jsonl", 1, 3},
                {"export_sequence_labeling.jsonl", 3, 3},
                {"import_sequence_labeling.jsonl", 3, 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autofree char *name = g_strconcat("jsonl/doccano/", told[i].name, NULL), *path = support_shared(name);
        if (!path)
            return;
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        const char *input[] = {path};
        ReadOptions options = {0};
        g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, NULL);
        g_assert_cmpuint(c->n_documents, ==, told[i].n_documents);
        g_assert_cmpuint(c->n_mentions, ==, told[i].n_mentions);
        g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_BAD_OFFSET), ==, 0);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/jsonl/dialects", test_dialects);
    g_test_add_func("/jsonl/relations", test_relations);
    g_test_add_func("/jsonl/documents", test_documents);
    g_test_add_func("/jsonl/damage", test_damage);
    g_test_add_func("/jsonl/failures", test_failures);
    g_test_add_func("/jsonl/prodigy", test_prodigy);
    g_test_add_func("/jsonl/doccano", test_doccano);
    return g_test_run();
}
