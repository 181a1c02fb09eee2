/* fuzz_decisions.c - any bytes as decisions.tsv beside a text: refused, or a corpus that fits together. */
#include "reading.h"

/* Two people with one name, an event told twice, a part of it; nobody is named without an id, for that takes a table
 * of countries. */
static const char text[] =
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><standOff><listPerson><person xml:id=\"ada\"><persName>Ada Ek"
    "</persName></person><person xml:id=\"ida\"><persName>Ada Ek</persName></person><person "
    "xml:id=\"olu\"><persName>Olu Bo"
    "</persName></person></listPerson><listEvent><event xml:id=\"e1\" when=\"2020-05-01\"><label>Talks</label>"
    "<listRelation><relation type=\"participation\" name=\"host\" active=\"#ada\" passive=\"#e1\"/><relation "
    "type=\"participation\" active=\"#ida #olu\" passive=\"#e1\"/></listRelation></event><event xml:id=\"e2\" "
    "when=\"2020-05-02\"><label>Talks</label><listRelation><relation type=\"participation\" active=\"#ada #olu\" "
    "passive=\"#e2\"/></listRelation></event><event xml:id=\"e3\" subtype=\"subevent\" corresp=\"#e2\"><label>Lunch"
    "</label></event></listEvent></standOff><text><body><p><persName ref=\"#ada\">Ada</persName> met <persName "
    "ref=\"#ida\" corresp=\"#e3\">A. Ek</persName> and <persName ref=\"#olu\" corresp=\"#e1\" "
    "role=\"chair\">Bo</persName>.</p></body></text>"
    "</TEI>";

static char *folder, *text_path, *table_path;

static void remove_folder(void)
{
    g_remove(text_path);
    g_remove(table_path);
    g_rmdir(folder);
    g_free(folder);
    g_free(text_path);
    g_free(table_path);
}

static void make_folder(void)
{
    folder = g_strdup_printf("%s/entente-fuzz-%ld", g_access("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir(),
                             (long)getpid());
    text_path = g_build_filename(folder, "a.xml", NULL);
    table_path = g_build_filename(folder, "decisions.tsv", NULL);
    g_assert(g_mkdir(folder, 0700) == 0);
    g_assert(g_file_set_contents(text_path, text, -1, NULL));
    atexit(remove_folder);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    if (!folder)
        make_folder();
    FILE *file = fopen(table_path, "wb");
    g_assert(file && fwrite(bytes, 1, n, file) == n && fclose(file) == 0);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    ReadOptions options = {.keep_text = true};
    g_autoptr(Corpus) corpus = reading_of_file(folder, &options, diagnostics);
    if (!corpus)
        return 0;
    for (size_t i = 0; i < corpus->n_distinct; i++)
        g_assert(corpus->distinct[i].a.i <= corpus->distinct[i].b.i && corpus->distinct[i].b.i < corpus->n_events);
    reading_check_network(corpus, diagnostics);
    g_assert(corpus->n_decided <= corpus->n_decisions);
    return 0;
}
