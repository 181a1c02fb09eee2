/* test_known.c - registers of the user's, as TEI or as a table: whom they name is found, under their ids. */
#include "grammar.h"
#include "known.h"
#include "support.h"
#include <string.h>

/* Who is found: "qdc Quill Data Corps; vb Vera Balan". */
static char *found(const Lexicon *l, const char *text)
{
    g_autoptr(Draft) d = draft_new("a", text, strlen(text));
    GString *got = g_string_new(NULL);
    d->language = "en";
    grammar_mark(d, l);
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        if (m->kind != MARK_AGENCY && m->kind != MARK_OFFICIAL)
            continue;
        g_string_append_printf(got, "%s%s %.*s", got->len ? "; " : "",
                               draft_actor(d, draft_target(d, m->targets.first))->id, (int)(m->to - m->from),
                               d->text + m->from);
    }
    return g_string_free(got, FALSE);
}

static void expect(const char *name, const char *register_, const char *text, const char *want)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, name, register_);
    g_autoptr(GError) error = NULL;
    g_autoptr(Lexicon) l = lexicon_new(NULL, &error);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    bool known = known_read(l, path, diagnostics, &error);
    if (want) {
        g_assert_no_error(error);
        g_assert_true(known);
        g_autofree char *got = found(l, text);
        g_assert_cmpstr(got, ==, want);
    } else {
        g_assert_false(known);
        g_assert_nonnull(error);
    }
    support_remove_folder(folder);
}

static const char text[] = "The Quill met Vera Balan at noon.";

static void test_tei(void)
{
    static const char tei[] =
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><standOff><listOrg><org xml:id=\"q\" type=\"agency\">"
        "<orgName>Quill Data Corps</orgName><orgName type=\"variant\">Quill</orgName></org></listOrg><listPerson>"
        "<person xml:id=\"vb\"><persName>Vera Balan</persName></person></listPerson></standOff></TEI>";
    expect("r.xml", tei, text, "q Quill; vb Vera Balan");
}

static void test_table(void)
{
    expect("r.csv", "actor,id,type,event\nQuill,q,agency,Talks\nVera Balan,vb,official,Talks\n", text,
           "q Quill; vb Vera Balan");
    expect("r.tsv", "actor\tid\ttype\tevent\nQuill\tq\tagency\tTalks\n", text, "q Quill; vera-balan Vera Balan");
}

static void test_nobody(void)
{
    expect("r.csv", "actor,type,event\nPeru,country,Talks\n", text, NULL);
    expect("r.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/></TEI>", text, NULL);
    expect("r.tsv", "id\tlabel\nq\tQuill\n", text, NULL); /* does not say what they are */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/known/tei", test_tei);
    g_test_add_func("/known/table", test_table);
    g_test_add_func("/known/nobody", test_nobody);
    return g_test_run();
}
