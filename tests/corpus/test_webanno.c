/* test_webanno.c - WebAnno TSV 3: every kind of layer and escape, damage, and 73 documents that are also told as XMI.
 */
#include "failure.h"
#include "layer.h"
#include "told.h"
#include "utf8.h"
#include "webanno.h"

#define HEAD "#FORMAT=WebAnno TSV 3.3\n"
#define NE "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
#define SPAN HEAD "#T_SP=" NE "|value\n\n\n"

static Told *webanno(const char *text)
{
    const char *const file[] = {"d.tsv", text, NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

static char *mentions(const Told *t)
{
    g_assert_no_error(t->error);
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_mentions; i++)
        g_string_append_printf(all, "%s%s", i ? "; " : "", t->corpus->mention[i].text);
    return g_string_free(all, FALSE);
}

/* One file as a settled Standoff. */
typedef struct Filled {
    Diagnostics *diagnostics;
    Builder *builder;
    Standoff *s;
} Filled;

static void filled_free(Filled *f)
{
    standoff_free(f->s);
    builder_free(f->builder);
    diagnostics_free(f->diagnostics);
    g_free(f);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filled, filled_free)

static Filled *fill(const char *text, size_t n)
{
    static const ReadOptions options = {0};
    Filled *f = g_new0(Filled, 1);
    f->diagnostics = diagnostics_new();
    f->builder = builder_new(&options, f->diagnostics);
    f->s = standoff_new(f->builder->pool, f->diagnostics);
    Source source = {.path = "d.tsv", .name = "d.tsv", .fd = -1, .head = text, .n_head = n};
    g_autoptr(GError) error = NULL;
    g_assert_true(webanno_fill(f->s, f->builder, &source, &error));
    g_assert_no_error(error);
    return f;
}

static void test_spans(void)
{
    g_autoptr(Told) t =
        webanno(SPAN "#Text=  Anna 😊 of the\\tRed\n#Text=Cross.\n1-1\t2-6\tAnna\tPER\t\n1-2\t7-9\t😊\t_\t\n"
                     "1-3\t10-12\tof\t_\t\n1-4\t13-16\tthe\tORG[1]\t\n1-5\t17-20\tRed\tORG[1]|LOC[2]\t\n"
                     "1-6\t21-26\tCross\tORG[1]\t\n1-6.1\t21-23\tCr\tPER\t\n1-6.2\t26-26\t\tORG\t\n"
                     "1-7\t26-27\t.\t_\t\n\n#Text=Bo\n2-1\t29-31\tBo\tPER\t\n");
    g_autofree char *found = mentions(t);
    g_assert_cmpstr(found, ==, "Anna; the Red Cross; Cr; Bo");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
    g_assert_cmpstr(t->corpus->document[0].text, ==, "  Anna 😊 of the\tRed\nCross.\n\nBo");
    g_assert_cmpuint(t->corpus->mention[0].place.line, ==, 7);
    g_assert_cmpuint(t->corpus->mention[0].place.column, ==, 14);
}

static void test_values(void)
{
    static const struct {
        const char *cell, *label;
    } told[] = {
        {"\\*", "*"},     {"\\_", "_"},         {"a\\|b", "a|b"},   {"x\\[0\\]", "x[0]"}, {"a\\;b\\->c", "a;b->c"},
        {"a\\\\", "a\\"}, {"*", "NamedEntity"}, {"B-PER", "B-PER"}, {"NE 0[3]", "NE 0"}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autofree char *text = g_strconcat(SPAN "#Text=Anna\n1-1\t0-4\tAnna\t", told[i].cell, "\t\n", NULL);
        g_autoptr(Filled) f = fill(text, strlen(text));
        g_assert_cmpuint(f->s->mark->len, ==, 1);
        g_assert_cmpstr(standoff_mark(f->s, 0)->label, ==, told[i].label);
    }
    /* a text without #Text=, an id and an address of one, a name */
    g_autoptr(Told) t = webanno(HEAD "#T_SP=" NE "|identifier|value\n#T_SP=my.Referent|entity|identity\n\n"
                                     "1-1\t0-4\tAnna\thttp://www.wikidata.org/entity/Q1\tPER\t_\t_\t\n"
                                     "1-2\t5-9\tKiss\t_\t_\torganization\tRed%20Cross_%2DX\t\n");
    g_assert_no_error(t->error);
    const Corpus *c = t->corpus;
    g_assert_cmpstr(c->document[0].text, ==, "Anna Kiss");
    g_assert_cmpstr(c->ref[c->mention_ref[c->mention[0].refs.first].i].text, ==, "Q1");
    g_assert_cmpstr(c->ref[c->mention_ref[c->mention[1].refs.first].i].text, ==, "Red Cross -X");
}

/* Relations go from what the cell names to the row; with the ids where marks are stacked. */
static void test_relations(void)
{
    g_autoptr(Told) t =
        webanno(HEAD "#T_SP=" NE "|value\n#T_RL=my.Relation|kind|cert|BT_" NE "\n"
                     "#T_SP=x.lexmorph.type.pos.POS|PosValue\n#T_RL=x.Dep|type|BT_x.lexmorph.type.pos.POS\n\n"
                     "#Text=Anna Kiss Laos\n1-1\t0-4\tAnna\tPER[1]\t_\t_\t_\tN\tnsubj\t1-2\t\n"
                     "1-2\t5-9\tKiss\tPER[1]|ORG[2]\t_\t_\t_\tN\t_\t_\t\n"
                     "1-3\t10-14\tLaos\tORG\tworks\\_for|coref\tlow|*\t1-1[1_0]|1-2[2_0]\tN\t_\t_\t\n");
    g_assert_no_error(t->error);
    g_assert_cmpuint(t->corpus->n_affiliations, ==, 1);
    g_assert_cmpstr(t->corpus->ref[t->corpus->affiliation[0].active.i].text, ==, "Anna Kiss");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

/* A mark with filled slots is an event. */
static void test_slots(void)
{
    g_autoptr(Told) t =
        webanno(HEAD "#T_SP=" NE "|value\n#T_SP=my.Event|ROLE_my.Event:who_my.Link|" NE "|kind\n\n"
                     "#Text=Anna met Bo Li .\n1-1\t0-4\tAnna\tPER\t_\t_\t_\t\n"
                     "1-2\t5-8\tmet\t_\thost;*\t1-1;1-3[1]\tmeeting\t\n1-3\t9-11\tBo\tPER[1]\t_\t_\t_\t\n"
                     "1-4\t12-14\tLi\tPER[1]\t_\t_\t_\t\n1-5\t15-16\t.\t_\t_\t_\t_\t\n");
    g_assert_no_error(t->error);
    g_autofree char *all = told_participations(t->corpus);
    g_assert_nonnull(strstr(all, " Anna host"));
    g_assert_nonnull(strstr(all, " Bo Li "));
    g_assert_cmpuint(t->corpus->n_events, ==, 1);
    g_assert_cmpstr(t->corpus->event[0].type, ==, "meeting");
}

/* A chain is laid on the names that stand in it. */
static void test_chains(void)
{
    g_autoptr(Told) t =
        webanno(HEAD "#T_SP=" NE "|value\n#T_CH=x.coref.type.Coreference|referenceRelation|referenceType\n\n"
                     "#Text=Anna Kiss ran , she won\n1-1\t0-4\tAnna\tPER[1]\t*->1-1\tnam[1]\t\n"
                     "1-2\t5-9\tKiss\tPER[1]\t*->1-1\t*[1]\t\n1-3\t10-13\tran\t_\t_\t_\t\n"
                     "1-4\t14-15\t,\t_\t_\t_\t\n1-5\t16-19\tshe\t_\t*->1-2\t*[1]\t\n1-6\t20-23\twon\t_\t_\t_\t\n");
    static const char stacked[] = HEAD "#T_CH=x.Link|a|b\n\n#Text=A B\n1-1\t0-1\tA\t*->1-1|*->2-2\t*[1]|t[2]\t\n"
                                       "1-2\t2-3\tB\t*->1-2|*->2-1\t*[1]|*[2]\t\n";
    g_autoptr(Filled) f = fill(stacked, strlen(stacked));
    g_assert_cmpuint(f->s->mark->len, ==, 4);
    g_assert_cmpstr(standoff_mark(f->s, 1)->label, ==, "t");
    g_assert_true(standoff_mark(f->s, 0)->chain == standoff_mark(f->s, 2)->chain);
    g_assert_false(standoff_mark(f->s, 0)->chain == standoff_mark(f->s, 1)->chain);
    g_autofree char *found = mentions(t);
    g_test_message("%s", found);
    g_assert_nonnull(strstr(found, "Anna Kiss"));
}

static void test_damage(void)
{
    static const struct {
        const char *text;
        DiagnosticCode code;
        unsigned line, column;
    } told[] = {
        {SPAN "#Text=Anna Bo\n1-1\t0-4\tAnna\tPER\t\n1-2\t6-8\tBo\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 7, 5},
        {SPAN "#Text=😊 Bo\n1-1\t0-2\t😊\t_\t\n1-2\t2-4\tBo\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 7, 5}, /* code points */
        {SPAN "#Text=Anna\n1-1\t0-4\tAnne\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 6, 5},
        {SPAN "#Text=Anna\n1-1\t0-99\tAnna\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 6, 5},
        {SPAN "#Text=Anna\n1-1\t4-0\tAnna\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 6, 5},
        {SPAN "#Text=Anna\n1-1\t0\tAnna\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 6, 5},
        {SPAN "#Text=Anna\n1-1\t900000-900004\tAnna\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 6, 5},
        {SPAN "#Text=Anna\n1-1\t0-4\tAnna\tPER\t\n\n#Text=Bo\n2-1\t3-5\tBo\tPER\t\n", DIAGNOSTIC_BAD_OFFSET, 9, 5},
        {SPAN "#Text=Anna\n1-x\t0-4\tAnna\tPER\t\n", DIAGNOSTIC_BAD_ROW, 6, 1},
        {SPAN "#Text=Anna\n1-1\t0-4\tAnna\n", DIAGNOSTIC_BAD_ROW, 6, 13},
        {SPAN "#Text=Anna\n1-1\t0-4", DIAGNOSTIC_BAD_ROW, 6, 8},
        {SPAN "#Text=Anna\n1-1\t0-4\tAnna\tPER\tPER\t\n", DIAGNOSTIC_BAD_ROW, 6, 22},
        {SPAN "#Text=Anna\n1-1\t0-4\tAnna\tPER\t\n#T_SP=late.Layer|x\n", DIAGNOSTIC_BAD_LINE, 7, 1},
        {HEAD "#T_SP=|x\n\n#Text=Anna\n1-1\t0-4\tAnna\t\n", DIAGNOSTIC_BAD_LINE, 2, 7},
        {HEAD "#T_SP=" NE "|value\n#T_RL=r.R|BT_" NE "\n\n#Text=A B\n1-1\t0-1\tA\tPER\t1-9\t\n", DIAGNOSTIC_UNKNOWN_ID,
         6, 15},
        {HEAD "#T_SP=" NE "|value\n#T_RL=r.R|BT_" NE "\n\n#Text=A B\n1-1\t0-1\tA\tPER\t1-1[7_0]\t\n",
         DIAGNOSTIC_UNKNOWN_ID, 6, 15},
        {HEAD "#T_SP=" NE "|value\n#T_RL=r.R|BT_" NE "\n\n#Text=A B\n1-1\t0-1\tA\tPER\tx\t\n", DIAGNOSTIC_BAD_LINE, 6,
         15},
        {HEAD "#T_SP=" NE "|value|ROLE_e:w_L|" NE "\n\n#Text=A\n1-1\t0-1\tA\tPER\ta\tb\t\n", DIAGNOSTIC_BAD_LINE, 5,
         17},
        {HEAD "#T_CH=c.C|a|b\n\n#Text=A\n1-1\t0-1\tA\t*->x\t*\t\n", DIAGNOSTIC_BAD_LINE, 5, 11},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Told) t = webanno(told[i].text);
        g_test_message("%zu: %s", i, told[i].text);
        g_assert_no_error(t->error);
        g_assert_cmpuint(told_count(t, told[i].code), ==, 1);
        g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 1);
        const Diagnostic *d = diagnostics_get(t->diagnostics, 0);
        g_assert_cmpuint(d->place.line, ==, told[i].line);
        g_assert_cmpuint(d->place.column, ==, told[i].column);
        g_assert_true(d->help || diagnostic_code_help(d->code));
    }
    g_autoptr(Told) t = webanno(SPAN "#Text=\xC3\n");
    g_assert_cmpstr(failure_of(t->error).code, ==, "bad-encoding");
}

static void test_layers(void)
{
    g_assert_cmpstr(layer_short_name(NE), ==, "NamedEntity");
    g_assert_cmpstr(layer_short_name("x."), ==, "x.");
    g_assert_false(layer_is_of_words(NE));
    g_assert_true(layer_is_of_words("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"));
    static const char *const names[] = {"status", "type", "value"};
    g_assert_cmpint(layer_label_feature(names, 3), ==, 2);
    g_assert_cmpint(layer_label_feature(names, 2), ==, 1);
    g_assert_cmpint(layer_label_feature(names, 1), ==, -1);
    g_assert_cmpstr(feature_reference("http://x.org/a#b"), ==, "b");
    g_assert_cmpstr(feature_reference("http://x.org/a/"), ==, "http://x.org/a/");
    g_assert_cmpstr(feature_reference("Q1"), ==, "Q1");
}

/* What an XMI tells, read by a parser of its own: the text, "begin-end label" of marks, "a>b label" of relations. */
typedef struct Xmi {
    char *text;
    GHashTable *mark; /* xmi:id → "begin-end" in UTF-16 units */
    GPtrArray *told, *relation;
} Xmi;

static void start_element(GMarkupParseContext *context, const char *element, const char **name, const char **value,
                          void *x, GError **error)
{
    Xmi *xmi = x;
    const char *begin = NULL, *end = NULL, *id = NULL, *label = NULL, *from = NULL, *to = NULL;
    for (; *name; name++, value++) {
        if (strcmp(*name, "sofaString") == 0)
            xmi->text = g_strdup(*value);
        begin = strcmp(*name, "begin") == 0 ? *value : begin;
        end = strcmp(*name, "end") == 0 ? *value : end;
        id = strcmp(*name, "xmi:id") == 0 ? *value : id;
        label = strcmp(*name, "value") == 0 ? *value : label;
        from = strcmp(*name, "Governor") == 0 ? *value : from;
        to = strcmp(*name, "Dependent") == 0 ? *value : to;
    }
    bool ours = g_str_has_prefix(element, "custom:") || strstr(element, ":NamedEntity");
    if (!ours || !begin)
        return;
    if (from) {
        g_ptr_array_add(xmi->relation, g_strdup_printf("%s %s %s", from, to, label ? label : ""));
        return;
    }
    g_hash_table_insert(xmi->mark, g_strdup(id), g_strdup_printf("%s-%s", begin, end));
    g_ptr_array_add(xmi->told, g_strdup_printf("%s-%s %s", begin, end, label ? label : ""));
}

static int compare_strings(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static char *join_sorted(GPtrArray *list)
{
    g_ptr_array_sort(list, compare_strings);
    g_ptr_array_add(list, NULL);
    char *all = g_strjoinv("\n", (char **)list->pdata);
    g_ptr_array_set_size(list, (int)list->len - 1);
    return all;
}

static char *span_of(const Standoff *s, const OffsetIndex *index, uint32_t mark)
{
    Span span = standoff_mark(s, mark)->span;
    return g_strdup_printf("%u-%u", offset_of_byte(index, span.begin), offset_of_byte(index, span.end));
}

/* The same of the TSV; a label that is the layer's name is none of the file's. */
static char *list_marks(const Standoff *s, const OffsetIndex *index)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    static const char *const layers[] = {
        "Span", "NamedEntity", "SimpleSpan", "SimpleLinkHost", "ComplexLinkHost", "FlexLinkHost", "SimpleSlotHost"};
    for (guint i = 0; i < s->mark->len; i++) {
        const char *label = standoff_mark(s, i)->label;
        for (size_t k = 0; label && k < G_N_ELEMENTS(layers); k++)
            label = strcmp(label, layers[k]) == 0 ? NULL : label;
        g_autofree char *span = span_of(s, index, i);
        g_ptr_array_add(list, g_strdup_printf("%s %s", span, label ? label : ""));
    }
    return join_sorted(list);
}

static char *list_relations(const Standoff *s, const OffsetIndex *index)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < s->relation->len; i++) {
        const StandoffRelation *r = &g_array_index(s->relation, StandoffRelation, i);
        g_autofree char *from = span_of(s, index, r->from.row), *to = span_of(s, index, r->to.row);
        bool named = strcmp(r->label, "Relation") != 0 && strcmp(r->label, "SimpleRelation") != 0;
        g_ptr_array_add(list, g_strdup_printf("%s>%s %s", from, to, named ? r->label : ""));
    }
    return join_sorted(list);
}

static char *list_xmi_relations(const Xmi *xmi)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < xmi->relation->len; i++) {
        g_auto(GStrv) part = g_strsplit(xmi->relation->pdata[i], " ", 3);
        const char *from = g_hash_table_lookup(xmi->mark, part[0]), *to = g_hash_table_lookup(xmi->mark, part[1]);
        if (from && to) /* else between words */
            g_ptr_array_add(list, g_strdup_printf("%s>%s %s", from, to, part[2]));
    }
    return join_sorted(list);
}

static void compare_with_xmi(const char *folder, const char *name)
{
    static const GMarkupParser parser = {.start_element = start_element};
    g_autofree char *tsv_path = g_build_filename(folder, name, "reference.tsv", NULL), *tsv = NULL, *xmi_text = NULL;
    g_autofree char *xmi_path = g_build_filename(folder, name, "reference.xmi", NULL);
    size_t n, n_xmi;
    g_assert_true(g_file_get_contents(tsv_path, &tsv, &n, NULL));
    g_assert_true(g_file_get_contents(xmi_path, &xmi_text, &n_xmi, NULL));
    g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) relation = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) mark = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Xmi xmi = {.mark = mark, .told = told, .relation = relation};
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, &xmi, NULL);
    g_autoptr(GError) error = NULL;
    g_markup_parse_context_parse(context, xmi_text, (gssize)n_xmi, &error);
    g_assert_no_error(error);
    g_autoptr(Filled) f = fill(tsv, n);
    g_assert_cmpuint(diagnostics_count(f->diagnostics, SEVERITY_ERROR), ==, 0);
    g_autofree char *here = g_strstrip(utf8_collapse(f->s->text->str, f->s->text->len));
    g_autofree char *there = g_strstrip(utf8_collapse(xmi.text, strlen(xmi.text)));
    g_assert_cmpstr(here, ==, there);
    g_autoptr(OffsetIndex) index = offset_index_new(f->s->text->str, f->s->text->len, OFFSET_UTF16);
    g_autofree char *marks = list_marks(f->s, index), *xmi_marks = join_sorted(told);
    g_autofree char *relations = list_relations(f->s, index), *xmi_relations = list_xmi_relations(&xmi);
    g_test_message("%s", name);
    /* the writer of TSV moves what begins or ends in white space to the words; the XMI has it where it was */
    bool moved = strstr(name, "Whitespace") || strstr(name, "ZeroWidthAnnotation");
    g_assert_cmpstr(relations, ==, xmi_relations);
    if (moved)
        g_assert_cmpuint(f->s->mark->len, ==, told->len);
    else
        g_assert_cmpstr(marks, ==, xmi_marks);
    g_free(xmi.text);
}

static void test_suite(void)
{
    g_autofree char *folder = support_shared("webanno/tsv3-suite");
    if (!folder)
        return;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    size_t n = 0;
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *xmi = g_build_filename(folder, name, "reference.xmi", NULL);
        bool skip = !g_file_test(xmi, G_FILE_TEST_EXISTS);
        if (skip)
            continue;
        compare_with_xmi(folder, name);
        n++;
    }
    g_test_message("%zu documents", n);
    g_assert_cmpuint(n, ==, 73);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/webanno/spans", test_spans);
    g_test_add_func("/webanno/values", test_values);
    g_test_add_func("/webanno/relations", test_relations);
    g_test_add_func("/webanno/slots", test_slots);
    g_test_add_func("/webanno/chains", test_chains);
    g_test_add_func("/webanno/damage", test_damage);
    g_test_add_func("/webanno/layers", test_layers);
    g_test_add_func("/webanno/suite", test_suite);
    return g_test_run();
}
