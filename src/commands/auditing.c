/* auditing.c - the same question asked in other ways, and which ranks survive. */
#include "auditing.h"
#include "audit.h"
#include "audit_table.h"
#include "backbone.h"

typedef struct Auditing {
    Invocation *v;
    const Pipeline *p;
    Audit *audit;
    Diagnostics *repeated; /* told once already */
} Auditing;

/* --- one way each --- */

/* What cannot be asked (an actor of --ego that another level does not have) is no variation. */
static void try_request(Auditing *a, const char *what, const char *options, const Request *request)
{
    g_autoptr(Pipeline) again = pipeline_again(a->p, request, STAGE_SCORES, a->repeated, NULL);
    if (again)
        audit_add(a->audit, what, options, again->scores);
    else
        g_ptr_array_add(a->audit->apart, g_strdup(options));
}

static void try_selection(Auditing *a, const char *what, const char *options, const Selection *s)
{
    Request request = a->v->request;
    request.selection = *s;
    try_request(a, what, options, &request);
}

static void try_incidence(Auditing *a, const char *what, const char *options, const Incidence *in)
{
    g_autoptr(Network) network =
        backbone_project(in, &a->v->request.selection, a->v->request.measure.seed, a->v->n_threads, NULL, NULL);
    g_autoptr(Scores) scores =
        network ? measure_network(network, MEASURE_BIT(a->v->by), &a->v->request.measure, NULL) : NULL;
    if (scores)
        audit_add(a->audit, what, options, scores);
}

static void try_levels(Auditing *a)
{
    static const Level all[] = {LEVEL_COUNTRY, LEVEL_AGENCY, LEVEL_OFFICIAL, LEVEL_ALL};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        Selection s = a->v->request.selection;
        g_autofree char *options = g_strdup_printf("--level %s", level_name(all[i]));
        s.level = all[i];
        if (all[i] != a->p->incidence->level)
            try_selection(a, "level", options, &s);
    }
}

static bool reads_texts(const Corpus *c)
{
    for (size_t i = 0; i < c->n_mentions; i++)
        if (c->mention[i].kind != MENTION_EVENT)
            return true;
    return false;
}

/* Texts have to be read anew, which standard input cannot be. */
static void try_units(Auditing *a)
{
    static const UnitKind all[] = {UNIT_DOCUMENT, UNIT_SENTENCE, UNIT_PARAGRAPH, UNIT_SCENE, UNIT_SPEECH};
    Unit now = a->p->corpus->unit;
    for (size_t i = 0; i < a->v->request.n_inputs; i++)
        if (g_str_equal(a->v->request.input[i], "-"))
            return;
    size_t n = now.kind == UNIT_EVENT ? 2 : G_N_ELEMENTS(all);
    for (size_t i = 0; reads_texts(a->p->corpus) && i < n; i++) {
        Request request = a->v->request;
        request.read.unit = (Unit){all[i], 0};
        if (all[i] == now.kind)
            continue;
        g_autofree char *name = unit_name(request.read.unit);
        g_autofree char *options = g_strdup_printf("--unit %s", name);
        g_autoptr(Pipeline) other = pipeline_run(&request, STAGE_SCORES, a->repeated, NULL);
        if (other)
            audit_add(a->audit, "unit", options, other->scores);
    }
}

static bool depends_on_weights(const Invocation *v)
{
    switch (v->by) {
    case MEASURE_STRENGTH:
    case MEASURE_EIGENVECTOR:
    case MEASURE_PAGERANK:
    case MEASURE_CONSTRAINT:
        return true;
    case MEASURE_BETWEENNESS:
    case MEASURE_BETWEENNESS_RAW:
    case MEASURE_CLOSENESS:
    case MEASURE_HARMONIC:
    case MEASURE_HARMONIC_NORM:
        return v->request.measure.weighted_paths;
    default:
        return false;
    }
}

/* Summed to a strength, jaccard, cosine and association put actors of one event first: no fair comparison. */
static void try_weights(Auditing *a)
{
    for (int w = 0; depends_on_weights(a->v) && w < N_WEIGHTS; w++) {
        Selection s = a->v->request.selection;
        bool relative = w == WEIGHT_JACCARD || w == WEIGHT_COSINE || w == WEIGHT_ASSOCIATION;
        if ((Weight)w == s.weight || (relative && a->v->by == MEASURE_STRENGTH))
            continue;
        s.weight = (Weight)w;
        g_autofree char *options = g_strdup_printf("--weight %s", weight_name(s.weight));
        try_selection(a, "weight", options, &s);
    }
}

static void try_switches(Auditing *a)
{
    const Selection now = a->v->request.selection;
    Selection s = now;
    s.roll_up = now.roll_up == ROLL_UP_ANY ? ROLL_UP_STATE : ROLL_UP_ANY;
    try_selection(a, "roll-up", s.roll_up == ROLL_UP_ANY ? "--roll-up any" : "--roll-up state", &s);
    s = now;
    s.expand_blocs = !now.expand_blocs;
    try_selection(a, "blocs", now.expand_blocs ? "without --expand-blocs" : "--expand-blocs", &s);
    s = now;
    s.no_kin = !now.no_kin;
    try_selection(a, "kin", now.no_kin ? "without --no-kin" : "--no-kin", &s);
    s = now;
    s.comention = !now.comention;
    try_selection(a, "co-mention", now.comention ? "without --comention" : "--comention", &s);
}

/* Every role of the corpus but these. */
static void try_roles(Auditing *a, const char *options, const char *const *without)
{
    const Corpus *c = a->p->corpus;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) role = g_ptr_array_new();
    for (size_t i = 0; i < c->n_participations; i++) {
        const char *name = c->participation[i].role;
        if (g_hash_table_add(seen, (gpointer)name) && !g_strv_contains(without, name))
            g_ptr_array_add(role, (gpointer)name);
    }
    if (!role->len || g_hash_table_size(seen) == role->len)
        return;
    g_ptr_array_add(role, NULL);
    Selection s = a->v->request.selection;
    s.role = (const char *const *)role->pdata;
    try_selection(a, "role", options, &s);
}

static void try_participations(Auditing *a)
{
    static const char *const attendee[] = {"attendee", NULL};
    static const char *const supporter[] = {"supporter", "sponsor", "funder", NULL};
    const Selection now = a->v->request.selection;
    if (!now.role) {
        try_roles(a, "without attendees", attendee);
        try_roles(a, "without supporters", supporter);
    }
    for (Certainty least = CERT_MEDIUM; least <= CERT_HIGH; least++) {
        Selection s = now;
        g_autofree char *options = g_strdup_printf("--min-cert %s", certainty_name(least));
        s.min_cert = least;
        if (least > now.min_cert)
            try_selection(a, "certainty", options, &s);
    }
}

static void try_largest_event(Auditing *a)
{
    const Incidence *in = a->p->incidence;
    uint32_t largest = 0;
    for (uint32_t e = 1; e < in->n_events; e++)
        if (in->event_k[e] > in->event_k[largest])
            largest = e;
    if (!in->n_events || in->event_k[largest] < 2)
        return;
    const char *label = a->p->corpus->event[in->event[largest].i].label;
    g_autofree char *without = g_strdup_printf("without %s (%u took part)", label, in->event_k[largest]);
    g_autofree char *twice = g_strdup_printf("%s held twice", label);
    g_autoptr(Incidence) less = incidence_repeating(in, largest, 0), more = incidence_repeating(in, largest, 2);
    try_incidence(a, "event", without, less);
    try_incidence(a, "event", twice, more);
}

/* Is this event told by a document of another outlet, or of none? */
static bool told_elsewhere(const Corpus *c, const Event *e, const char *outlet)
{
    for (uint32_t i = 0; i < e->documents.n; i++)
        if (c->document[c->event_document[e->documents.first + i].i].outlet != outlet)
            return true;
    return e->documents.n == 0;
}

static size_t count_told(const Auditing *a, const char *outlet, bool *keep)
{
    const Incidence *in = a->p->incidence;
    size_t n = 0;
    for (size_t e = 0; e < in->n_events; e++) {
        keep[e] = told_elsewhere(a->p->corpus, &a->p->corpus->event[in->event[e].i], outlet);
        n += !keep[e];
    }
    return n;
}

static void try_sources(Auditing *a)
{
    enum { TRIED = 5 };
    const Corpus *c = a->p->corpus;
    const Incidence *in = a->p->incidence;
    g_autoptr(GHashTable) done = g_hash_table_new(g_direct_hash, g_direct_equal); /* interned */
    g_autofree bool *keep = g_new(bool, in->n_events + 1);
    for (unsigned tried = 0; tried < TRIED; tried++) {
        const char *largest = NULL;
        size_t most = 0;
        g_autoptr(GHashTable) counted = g_hash_table_new(g_direct_hash, g_direct_equal);
        for (size_t d = 0; d < c->n_documents; d++) {
            const char *outlet = c->document[d].outlet;
            if (!outlet || g_hash_table_contains(done, outlet) || !g_hash_table_add(counted, (gpointer)outlet))
                continue;
            size_t n = count_told(a, outlet, keep);
            if (n > most && n < in->n_events) {
                most = n;
                largest = outlet;
            }
        }
        if (!largest)
            return;
        g_hash_table_add(done, (gpointer)largest);
        count_told(a, largest, keep);
        g_autofree char *options = g_strdup_printf("without %s (%zu of %zu events)", largest, most, in->n_events);
        g_autoptr(Incidence) rest = incidence_subset(in, keep);
        try_incidence(a, "source", options, rest);
    }
}

static void try_backbone(Auditing *a)
{
    Selection s = a->v->request.selection;
    if (s.backbone) {
        s.backbone = false;
        try_selection(a, "backbone", "without --backbone", &s);
        return;
    }
    s.backbone = true;
    g_autoptr(Network) network =
        backbone_project(a->p->incidence, &s, a->v->request.measure.seed, a->v->n_threads, NULL, NULL);
    g_autoptr(Scores) scores =
        network ? measure_network(network, MEASURE_BIT(a->v->by), &a->v->request.measure, NULL) : NULL;
    if (scores && network->n_ties)
        audit_add(a->audit, "backbone", "--backbone", scores);
    else if (scores)
        g_ptr_array_add(a->audit->apart, g_strdup("--backbone (no tie beats chance)"));
}

int auditing_run(Invocation *v, const Pipeline *p, GError **error)
{
    g_autoptr(Audit) audit = audit_new(p->scores, v->by);
    g_autoptr(Diagnostics) repeated = diagnostics_new();
    Auditing a = {v, p, audit, repeated};
    v->request.selection.level = p->incidence->level;
    v->request.read.unit = p->corpus->unit;
    try_levels(&a);
    try_units(&a);
    try_weights(&a);
    try_switches(&a);
    try_participations(&a);
    try_largest_event(&a);
    try_sources(&a);
    try_backbone(&a);
    return audit_table_print(v, p, audit, error) ? 0 : -1;
}
