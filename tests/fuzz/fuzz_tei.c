/* fuzz_tei.c - any bytes as a document: it is read or refused, and what was read can be resolved and projected. */
#include "incidence.h"
#include "utf8.h"
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static char *path;

static void remove_file(void)
{
    g_remove(path);
}

/* One file for the whole run: in memory where there is such a place, for fuzzing is fast. */
static void write_input(const unsigned char *bytes, size_t n)
{
    if (!path) {
        const char *folder = g_access("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir();
        path = g_strdup_printf("%s/entente-fuzz-%ld.xml", folder, (long)getpid());
        atexit(remove_file);
    }
    g_assert(g_file_set_contents_full(path, (const char *)bytes, (gssize)n, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void check_corpus(const Corpus *corpus)
{
    for (size_t i = 0; i < corpus->n_participations; i++) {
        const Participation *participation = &corpus->participation[i];
        g_assert(participation->event.i < corpus->n_events);
        g_assert(participation->actor.i < corpus->n_refs);
        g_assert(participation->evidence.first + participation->evidence.n <= corpus->n_evidence);
    }
    for (size_t i = 0; i < corpus->n_mentions; i++) {
        const Mention *mention = &corpus->mention[i];
        g_assert(utf8_is_xml_text(mention->text, strlen(mention->text)));
        g_assert(mention->refs.first + mention->refs.n <= corpus->n_mention_refs);
        PassageId sentence = mention->passage[PASSAGE_SENTENCE];
        if (!passage_id_is_none(sentence) && corpus->passage[sentence.i].text) {
            g_assert(mention->begin <= mention->end);
            g_assert(mention->end <= strlen(corpus->passage[sentence.i].text));
        }
    }
}

static void check_network(const Corpus *corpus, Diagnostics *diagnostics)
{
    g_autoptr(Cast) cast = cast_resolve(corpus, NULL, 0, diagnostics, NULL);
    g_assert(cast);
    g_autoptr(Hierarchy) hierarchy = hierarchy_new(corpus, cast, diagnostics);
    Selection selection;
    selection_init(&selection);
    selection.level = LEVEL_ALL;
    g_autoptr(Incidence) incidence = incidence_build(corpus, cast, hierarchy, &selection, diagnostics, NULL);
    g_assert(incidence);
    for (size_t i = 0; i < incidence->n_cells; i++)
        g_assert(incidence->cell_actor[i] < incidence->n_actors);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    static const UnitKind units[] = {UNIT_DEFAULT, UNIT_SENTENCE, UNIT_SCENE};
    write_input(bytes, n);
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        const char *inputs[] = {path};
        ReadOptions options = {.unit = {.kind = units[i]}};
        g_autoptr(Corpus) corpus = corpus_read(inputs, 1, &options, diagnostics, &error);
        g_assert(!corpus == !!error);
        if (!corpus)
            break;
        check_corpus(corpus);
        check_network(corpus, diagnostics);
    }
    return 0;
}
