/* auditing.c - the same question asked in other ways, and which ranks survive. */
#include "auditing.h"
#include "audit.h"
#include "backbone.h"
#include "number.h"
#include <math.h>
#include <unistd.h>

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

/* --- what is printed --- */

static const char *label_of(const Auditing *a, uint32_t node) { return network_actor(a->p->network, node)->label; }

/* Who is first: the base's order where several are. */
static void print_first(Report *r, const Auditing *a, const Variation *v)
{
    const Ranking *ranking = a->audit->ranking;
    const char *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < ranking->n; i++)
        if (v->rank[ranking->node[i]] == 1 && n++ == 0)
            first = label_of(a, ranking->node[i]);
    report_printf(r, n > 1 ? "%s, %zu more" : "%s", first ? first : "", n - 1);
}

static void fill_variations(Report *r, const Auditing *a, size_t top)
{
    g_autofree char *heading = g_strdup_printf("ranks of the first %zu", top);
    report_column(r, "options", "asked otherwise", REPORT_TEXT, FOR_PEOPLE);
    report_column(r, "n_actors", "actors", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "n_ties", "ties", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "n_common", "in common", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "tau", "Kendall's tau", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "range", g_intern_string(heading), REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "first", "first", REPORT_TEXT, FOR_PEOPLE);
    for (size_t i = 0; i < a->audit->variation->len; i++) {
        const Variation *v = audit_variation(a->audit, i);
        uint32_t lo, hi;
        audit_top(a->audit, i, top, &lo, &hi);
        report_text(r, v->options);
        report_number(r, (double)v->n_actors);
        report_number(r, (double)v->n_ties);
        report_number(r, (double)v->n_common);
        report_number(r, number_round(v->tau, 3));
        report_printf(r, lo ? "%u – %u" : "", lo, hi);
        print_first(r, a, v);
    }
}

static void fill_actors(Report *r, const Auditing *a, size_t top)
{
    report_column(r, "rank", "#", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "actor", NULL, REPORT_TEXT, FOR_PEOPLE);
    report_column(r, "ranks", NULL, REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "same", "as now in", REPORT_NUMBER, FOR_PEOPLE);
    report_column(r, "most", "moved most by", REPORT_TEXT, FOR_PEOPLE);
    for (size_t i = 0; i < top; i++) {
        uint32_t node = a->audit->ranking->node[i];
        AuditRange range;
        char place[16];
        audit_range(a->audit, node, &range);
        report_number(r, a->audit->rank[node] ? a->audit->rank[node] : NAN);
        report_text(r, label_of(a, node));
        report_printf(r, range.lo == range.hi ? "%u" : "%u – %u", range.lo, range.hi);
        report_printf(r, "%zu of %zu", range.n_same, range.n_there);
        if (range.most == SIZE_MAX)
            report_text(r, "nothing");
        else
            report_printf(r, "%s: %s", audit_variation(a->audit, range.most)->options,
                          ordinal(audit_variation(a->audit, range.most)->rank[node], place));
    }
}

static char *join(const GPtrArray *list)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++)
        g_string_append_printf(all, "%s%s", i ? ", " : "", (const char *)list->pdata[i]);
    return g_string_free(g_steal_pointer(&all), FALSE);
}

/* "Tarvos is 1st in 14 of 16 variations" for all who are first now. */
static void say_firsts(Report *r, const Auditing *a)
{
    enum { SAID = 3 };
    const Ranking *ranking = a->audit->ranking;
    size_t n = a->audit->variation->len;
    for (size_t i = 0; n && i < MIN(ranking->n, SAID) && ranking->rank[i] == 1; i++) {
        AuditRange range;
        audit_range(a->audit, ranking->node[i], &range);
        g_autofree char *absent =
            range.n_there < n ? g_strdup_printf(", and not there in %zu", n - range.n_there) : g_strdup("");
        report_footer(r, "%s is 1st in %zu of %zu variations%s.", label_of(a, ranking->node[i]), range.n_first, n,
                      absent);
    }
}

static void say_rest(Report *r, const Auditing *a)
{
    g_autofree char *unchanged = join(a->audit->unchanged), *apart = join(a->audit->apart);
    say_firsts(r, a);
    report_footer(r,
                  "Ranks are those among the actors in common; tau-b: 1 where the order is the same, 0 where it is as "
                  "good as unrelated.");
    if (*unchanged)
        report_footer(r, "The same network, so not counted: %s.", unchanged);
    if (*apart)
        report_footer(r, "Nothing to compare, so not counted: %s.", apart);
}

/* One row a variation and actor; the ranking as asked for comes first. */
static void fill_for_programs(Report *r, const Auditing *a, size_t top)
{
    static const char *const name[] = {"variation", "options", "n_actors", "n_common", "n_ties", "tau",
                                       "actor",     "id",      "type",     "score",    "rank",   "rank_now"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        report_column(r, name[i], NULL, REPORT_TEXT, FOR_PROGRAMS);
    for (size_t i = 0; i < a->audit->variation->len; i++)
        for (size_t j = 0; j < top; j++) {
            const Variation *v = audit_variation(a->audit, i);
            uint32_t node = a->audit->ranking->node[j];
            const Actor *actor = network_actor(a->p->network, node);
            report_text(r, v->what);
            report_text(r, v->options);
            report_number(r, (double)v->n_actors);
            report_number(r, (double)v->n_common);
            report_number(r, (double)v->n_ties);
            report_number(r, number_round(v->tau, 12));
            report_text(r, actor->label);
            report_text(r, actor->id);
            report_text(r, actor_type_name(actor->type));
            report_number(r, v->score[node]);
            report_number(r, v->rank[node] ? v->rank[node] : NAN);
            report_number(r, a->audit->rank[node] ? a->audit->rank[node] : NAN);
        }
}

static bool print_for_people(const Auditing *a, size_t top, ReportFormat format, GError **error)
{
    g_autoptr(Output) out = invocation_output(a->v, error);
    g_autoptr(Report) variations = report_new(), actors = report_new();
    if (!out)
        return false;
    bool colour = format == REPORT_TABLE && colour_wanted(a->v->colour, STDOUT_FILENO);
    g_autofree char *heading = invocation_heading(a->v, a->p);
    g_autofree char *title = g_strdup_printf("%s · by %s", heading, measure_name(a->v->by));
    report_title(variations, title);
    fill_variations(variations, a, top);
    fill_actors(actors, a, top);
    say_rest(actors, a);
    if (report_n_rows(variations)) {
        report_print(variations, format, colour, out);
        output_text(out, "\n");
    }
    report_print(actors, format, colour, out);
    return output_commit(out, error);
}

int auditing_run(Invocation *v, const Pipeline *p, GError **error)
{
    enum { FOR_A_LOOK = 10 };
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

    ReportFormat format = report_format_for(v->format, v->output);
    bool people = format == REPORT_TABLE || format == REPORT_MD;
    size_t n = audit->ranking->n, top = v->top_given ? (v->top ? MIN(v->top, n) : n) : people ? MIN(FOR_A_LOOK, n) : n;
    if (people)
        return print_for_people(&a, top, format, error) ? 0 : -1;
    g_autoptr(Report) r = report_new();
    fill_for_programs(r, &a, top);
    return invocation_print(v, r, error) ? 0 : -1;
}
