/* pipeline.c - the whole program in one function: read → resolve → affiliate → project → measure. */
#include "pipeline.h"
#include "country.h"
#include "reference.h"

/* What reading asks of a place's name. */
static bool is_country(const char *name, const char *language, bool people)
{
    CountryNameKind kind;
    if (!country_by_name(name, language, &kind))
        return false;
    return kind <= COUNTRY_FORMER || (people && kind == COUNTRY_DEMONYM);
}

Pipeline *pipeline_run(const Request *request, Stage last, Diagnostics *diagnostics, GError **error)
{
    g_autoptr(Pipeline) p = g_new0(Pipeline, 1);

    /* 1. annotated texts → documents, mentions, events, participations */
    ReadOptions read = request->read;
    read.is_country = is_country;
    p->corpus = corpus_read(request->input, request->n_inputs, &read, diagnostics, error);
    if (!p->corpus)
        return NULL;
    p->provenance.version = g_strdup(ENTENTE_VERSION);
    p->provenance.inputs = corpus_digest(p->corpus);
    p->provenance.n_documents = (unsigned)p->corpus->n_documents;
    p->provenance.seed = request->measure.seed;
    if (last == STAGE_CORPUS)
        return g_steal_pointer(&p);

    /* 2. references → actors, and to whom they belong */
    g_auto(GStrv) labels = cast_label_files(request->input, request->n_inputs);
    p->cast = cast_resolve(p->corpus, (const char *const *)labels, g_strv_length(labels), diagnostics, error);
    if (!p->cast)
        return NULL;
    cast_decide(p->corpus, p->cast, diagnostics);
    p->hierarchy = hierarchy_new(p->corpus, p->cast, diagnostics);

    /* 3.–5. */
    if (last > STAGE_CAST && !pipeline_select(p, request, last, diagnostics, error))
        return NULL;
    return g_steal_pointer(&p);
}

bool pipeline_select(Pipeline *p, const Request *request, Stage last, Diagnostics *diagnostics, GError **error)
{
    g_clear_pointer(&p->scores, scores_free);
    g_clear_pointer(&p->backbone, backbone_free);
    g_clear_pointer(&p->network, network_free);
    g_clear_pointer(&p->incidence, incidence_free);
    g_clear_pointer(&p->provenance.options, g_free);

    /* 3. who took part in what, at the level asked for */
    p->incidence = incidence_build(p->corpus, p->cast, p->hierarchy, &request->selection, diagnostics, error);
    if (!p->incidence)
        return false;
    g_autofree char *options = selection_options(&request->selection, p->incidence->level, p->corpus->unit);
    g_autofree char *words = reference_digest() ? g_strndup(reference_digest(), 8) : NULL;
    p->provenance.options = g_strconcat(options, words ? " --words sha256:" : "", words, NULL);
    if (last == STAGE_INCIDENCE)
        return true;

    /* 4. actors tied by the events they share, or by more of them than chance would give */
    p->network = backbone_project(p->incidence, &request->selection, request->measure.seed, request->n_threads,
                                  &p->backbone, error);
    if (!p->network || last == STAGE_NETWORK)
        return p->network;

    /* 5. numbers */
    p->scores = measure_network(p->network, request->measures, &request->measure, error);
    return p->scores;
}

Pipeline *pipeline_again(const Pipeline *first, const Request *request, Stage last, Diagnostics *diagnostics,
                         GError **error)
{
    g_autoptr(Pipeline) p = g_new0(Pipeline, 1);
    p->borrowed = true;
    p->corpus = first->corpus;
    p->cast = first->cast;
    p->hierarchy = first->hierarchy;
    p->provenance = first->provenance;
    p->provenance.version = g_strdup(first->provenance.version);
    p->provenance.inputs = g_strdup(first->provenance.inputs);
    p->provenance.options = NULL;
    if (last > STAGE_CAST && !pipeline_select(p, request, last, diagnostics, error))
        return NULL;
    return g_steal_pointer(&p);
}

void pipeline_free(Pipeline *p)
{
    if (!p)
        return;
    scores_free(p->scores);
    backbone_free(p->backbone);
    network_free(p->network);
    incidence_free(p->incidence);
    if (!p->borrowed) {
        hierarchy_free(p->hierarchy);
        cast_free(p->cast);
        corpus_free(p->corpus);
    }
    provenance_clear(&p->provenance);
    g_free(p);
}
