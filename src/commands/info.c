/* info.c - what is in a corpus: counts, period, levels, provenance; or the provenance of a file of ours. */
#include "error.h"
#include "invocation.h"
#include "methods.h"
#include "repetition.h"
#include "utf8.h"
#include <stdio.h>
#include <string.h>

static void add(Report *r, const char *what, const char *which, double n)
{
    report_text(r, what);
    report_text(r, which);
    report_number(r, n);
}

static void add_text(Report *r, const char *what, const char *which, const char *text)
{
    report_text(r, what);
    report_text(r, which);
    report_text(r, text);
}

static void count_texts(Report *r, const Corpus *c)
{
    size_t authorities = 0, words = 0, actors = 0, zones = 0;
    for (size_t i = 0; i < c->n_documents; i++) {
        authorities += c->document[i].authority;
        words += c->document[i].n_words;
    }
    for (size_t i = 0; i < c->n_mentions; i++) {
        actors += c->mention[i].kind != MENTION_EVENT;
        zones += c->mention[i].in_zone;
    }
    add(r, "documents", "texts", (double)(c->n_documents - authorities));
    add(r, "documents", "authority files", (double)authorities);
    add(r, "words", "", (double)words);
    add(r, "mentions", "of actors", (double)actors);
    add(r, "mentions", "of events", (double)(c->n_mentions - actors));
    add(r, "mentions", "in zones that do not count", (double)zones);
    add(r, "authority records", "", (double)c->n_records);
    add(r, "affiliations", "", (double)c->n_affiliations);
}

static void count_actors_by_type(Report *r, const Cast *cast)
{
    for (ActorType t = 0; t <= ACTOR_UNKNOWN; t++) {
        size_t n = 0;
        for (size_t i = 0; i < cast->n_actors; i++)
            n += cast->actor[i].type == t;
        if (n)
            add(r, "actors", actor_type_name(t), (double)n);
    }
}

/* How many mentions became their actor by which evidence. */
static void count_evidence(Report *r, const Corpus *c, const Cast *cast)
{
    size_t n[N_IDENTIFIED_BY] = {0};
    bool named = false;
    for (size_t i = 0; i < c->n_mentions; i++)
        for (uint32_t k = 0; c->mention[i].kind != MENTION_EVENT && k < c->mention[i].refs.n; k++)
            n[cast->ref_by[c->mention_ref[c->mention[i].refs.first + k].i]]++;
    for (int by = 0; by < N_IDENTIFIED_BY; by++)
        named |= n[by] && by != IDENTIFIED_BY_ID;
    for (int by = 0; by < N_IDENTIFIED_BY && named; by++) /* ids alone say nothing */
        if (n[by])
            add(r, "mentions identified by", identified_by_name((IdentifiedBy)by), (double)n[by]);
    if (c->n_decisions) {
        add(r, "decisions", "in force", (double)(c->n_decided + cast->n_decided));
        add(r, "decisions", "without effect", (double)(c->n_decisions - c->n_decided - cast->n_decided));
    }
}

static void count_events(Report *r, const Corpus *c)
{
    for (int s = 0; s < N_EVENT_STATUSES; s++) {
        size_t n = 0;
        for (size_t i = 0; i < c->n_events; i++)
            n += (int)c->event[i].status == s;
        if (n)
            add(r, "events", *event_status_name(s) ? event_status_name(s) : "unstated", (double)n);
    }
    for (int s = 0; s < N_PARTICIPATION_STATUSES; s++) {
        size_t n = 0;
        for (size_t i = 0; i < c->n_participations; i++)
            n += (int)c->participation[i].status == s;
        if (n)
            add(r, "participations", participation_status_name(s), (double)n);
    }
}

static void tell_period(Report *r, const Corpus *c)
{
    Date first = DATE_UNKNOWN, last = DATE_UNKNOWN;
    size_t undated = 0;
    for (size_t i = 0; i < c->n_events; i++) {
        Date d = c->event[i].first;
        if (date_is_unknown(d)) {
            undated++;
            continue;
        }
        if (date_is_unknown(first) || d.earliest < first.earliest)
            first = d;
        if (date_is_unknown(last) || d.latest > last.latest)
            last = d;
    }
    char day[DATE_SIZE];
    if (!date_is_unknown(first)) {
        add_text(r, "period", "first event", date_format(first, day));
        add_text(r, "period", "last event", date_format(last, day));
    }
    if (undated)
        add(r, "period", "undated events", (double)undated);
}

/* Every level where what is asked for can be: chosen is the one that must. */
static bool count_levels(Report *r, Invocation *v, Pipeline *p, Level chosen, GError **error)
{
    static const Level all[] = {LEVEL_COUNTRY, LEVEL_AGENCY, LEVEL_OFFICIAL, LEVEL_ALL};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autoptr(Diagnostics) repeated = diagnostics_new();
        g_autoptr(GError) failure = NULL;
        v->request.selection.level = all[i];
        if (!pipeline_select(p, &v->request, STAGE_NETWORK, repeated, &failure)) {
            bool elsewhere = v->request.selection.ego && g_error_matches(failure, ENTENTE_ERROR, ERROR_USAGE);
            if (elsewhere && all[i] != chosen) /* the ego of one level need not be at another */
                continue;
            g_propagate_error(error, g_steal_pointer(&failure));
            return false;
        }
        report_printf(r, "level %s", level_name(all[i]));
        report_text(r, "actors, ties, events");
        report_printf(r, "%zu, %zu, %zu", p->network->n_nodes, p->network->n_ties, p->incidence->n_events);
    }
    return true;
}

/* The provenance line that every file of ours carries in its first 4 kB: true when it was found and printed. */
static bool print_provenance_of_file(const char *path)
{
    char head[4097];
    FILE *f = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? fopen(path, "rb") : NULL;
    if (!f)
        return false;
    size_t n = fread(head, 1, sizeof head - 1, f);
    fclose(f);
    head[n] = '\0';
    char *line = strstr(head, "entente " ENTENTE_VERSION " ·");
    if (!line)
        return false;
    line[strcspn(line, "\n\"<*")] = '\0';
    printf("%s\n", line);
    return true;
}

int info_run(Invocation *v, GError **error)
{
    if (v->operand->len == 1 && print_provenance_of_file(v->operand->pdata[0]))
        return 0;
    if (v->methods)
        methods_ask(v);
    g_autoptr(Pipeline) p = invocation_pipeline(v, v->methods ? STAGE_SCORES : STAGE_INCIDENCE, error);
    if (!p)
        return -1;
    if (v->methods)
        return methods_print(v, p, error) ? 0 : -1;
    Level chosen = p->incidence->level;
    g_autoptr(Report) r = report_new();
    g_autofree char *title = invocation_title(v, p->corpus);
    g_autofree char *unit = unit_name(p->corpus->unit);
    report_title(r, title);
    report_column(r, "what", "", REPORT_TEXT, FOR_ALL);
    report_column(r, "which", "", REPORT_TEXT, FOR_ALL);
    report_column(r, "value", "", REPORT_NUMBER, FOR_ALL);
    count_texts(r, p->corpus);
    count_actors_by_type(r, p->cast);
    count_evidence(r, p->corpus, p->cast);
    count_events(r, p->corpus);
    tell_period(r, p->corpus);
    add_text(r, "unit", p->corpus->unit_was_default ? "by default" : "as asked", unit);
    add_text(r, "level", p->incidence->level_was_default ? "by default" : "as asked", level_name(chosen));
    g_autofree char *repetition = repetition_sentence(p->incidence, &v->request.selection);
    if (repetition)
        add_text(r, "repetition", level_name(chosen), repetition);
    if (!count_levels(r, v, p, chosen, error))
        return -1;
    add(r, "problems", "errors", (double)diagnostics_count(v->diagnostics, SEVERITY_ERROR));
    add(r, "problems", "warnings",
        (double)(diagnostics_count(v->diagnostics, SEVERITY_WARNING) -
                 diagnostics_count(v->diagnostics, SEVERITY_ERROR)));
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    g_autofree char *digest = people ? utf8_cut(p->provenance.inputs, 13) : g_strdup(p->provenance.inputs);
    add_text(r, "input", "sha256", digest);
    add_text(r, "entente", "version", ENTENTE_VERSION);
    return invocation_print(v, r, error) ? 0 : -1;
}
