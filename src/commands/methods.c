/* methods.c - what a paper would have to say of a network, from the run itself. */
#include "methods.h"
#include "backbone.h"
#include "interval.h"
#include "method.h"
#include "number.h"
#include "picture.h"
#include "utf8.h"
#include "xml.h"
#include <math.h>
#include <stdlib.h>

/* One paragraph after the other, each "Heading. Sentences." */
typedef struct Paper {
    const Invocation *v;
    const Pipeline *p;
    GString *text; /* of the present paragraph */
    GPtrArray *paragraph;
} Paper;

static void say(Paper *, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void say(Paper *paper, const char *format, ...)
{
    va_list arguments;
    if (paper->text->len)
        g_string_append_c(paper->text, ' ');
    va_start(arguments, format);
    g_string_append_vprintf(paper->text, format, arguments);
    va_end(arguments);
}

static void end_paragraph(Paper *paper)
{
    g_ptr_array_add(paper->paragraph, g_strdup(paper->text->str));
    g_string_truncate(paper->text, 0);
}

/* Lines of at most 80 columns. */
static void print_paragraph(const char *text, Output *out)
{
    g_auto(GStrv) word = g_strsplit(text, " ", -1);
    size_t column = 0;
    for (char **w = word; *w; w++) {
        size_t width = utf8_width(*w);
        bool fits = column && column + 1 + width <= 80;
        output_printf(out, "%s%s", fits ? " " : column ? "\n" : "", *w);
        column = fits ? column + 1 + width : width;
    }
    output_text(out, "\n");
}

/* "1 event", "7 events". Heap. */
static char *count(size_t n, const char *one) { return g_strdup_printf("%zu %s%s", n, one, n == 1 ? "" : "s"); }

static const char *spelled(double value, char number[NUMBER_SIZE])
{
    return isnan(value) ? "undefined" : number_short(number_round(value, 3), number);
}

/* --- sources --- */

typedef struct Outlet {
    const char *name; /* interned; NULL: not told */
    size_t n;
} Outlet;

static int by_number(const void *a, const void *b)
{
    const Outlet *x = a, *y = b;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    return utf8_compare(x->name ? x->name : "", y->name ? y->name : "");
}

static char *name_outlets(const Corpus *c)
{
    enum { NAMED = 12 };
    g_autoptr(GArray) outlet = g_array_new(FALSE, FALSE, sizeof(Outlet));
    for (size_t d = 0; d < c->n_documents; d++) {
        guint i = 0;
        if (c->document[d].authority)
            continue;
        while (i < outlet->len && g_array_index(outlet, Outlet, i).name != c->document[d].outlet)
            i++;
        if (i == outlet->len) {
            Outlet new = {c->document[d].outlet, 0};
            g_array_append_val(outlet, new);
        }
        g_array_index(outlet, Outlet, i).n++;
    }
    g_array_sort(outlet, by_number);
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < MIN(outlet->len, NAMED); i++) {
        const Outlet *o = &g_array_index(outlet, Outlet, i);
        g_string_append_printf(names, "%s%s %zu", i ? ", " : "", o->name ? o->name : "source not stated", o->n);
    }
    if (outlet->len > NAMED)
        g_string_append_printf(names, " and %u more outlets", outlet->len - NAMED);
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static void widen(Date *first, Date *last, Date day)
{
    if (date_is_unknown(day))
        return;
    if (date_is_unknown(*first) || day.earliest < first->earliest)
        *first = day;
    if (date_is_unknown(*last) || day.latest > last->latest)
        *last = day;
}

static void say_sources(Paper *paper)
{
    const Corpus *c = paper->p->corpus;
    size_t authorities = 0, words = 0, undated = 0;
    Date first = DATE_UNKNOWN, last = DATE_UNKNOWN;
    for (size_t d = 0; d < c->n_documents; d++) {
        authorities += c->document[d].authority;
        words += c->document[d].authority ? 0 : c->document[d].n_words;
        undated += !c->document[d].authority && date_is_unknown(c->document[d].date);
        if (!c->document[d].authority)
            widen(&first, &last, c->document[d].date);
    }
    g_autofree char *documents = count(c->n_documents - authorities, "document"), *outlets = name_outlets(c);
    g_autofree char *records = count(c->n_records, "authority record");
    char from[DATE_SIZE], to[DATE_SIZE];
    say(paper, "Sources. %s (%s), %zu words", documents, outlets, words);
    if (!date_is_unknown(first))
        g_string_append_printf(paper->text, ", dated %s to %s", date_format(first, from), date_format(last, to));
    if (undated)
        g_string_append_printf(paper->text, ", %zu undated", undated);
    g_string_append_c(paper->text, '.');
    if (c->n_mentions)
        say(paper,
            "Actors, events and participations were annotated in the texts (%zu mentions) and resolved by id, else by "
            "exact name, against %s.",
            c->n_mentions, records);
    else
        say(paper, "Participations were read from tables, actors known by id, else by exact name.");
    end_paragraph(paper);
}

/* --- boundary --- */

static const char *level_meaning(const Paper *paper)
{
    bool any = paper->v->request.selection.roll_up == ROLL_UP_ANY;
    switch (paper->p->incidence->level) {
    case LEVEL_OFFICIAL:
        return "Actors are people who took part by name";
    case LEVEL_AGENCY:
        return "Actors are organisations that took part themselves or through people affiliated with them on the day";
    case LEVEL_COUNTRY:
        return any ? "Actors are countries that took part themselves or through people and organisations of any kind "
                     "affiliated with them on the day"
                   : "Actors are countries that took part themselves or through officials and state bodies affiliated "
                     "with "
                     "them on the day; companies and other organisations do not bring in their country";
    default:
        return "Actors are people, organisations and countries, each where it is named as taking part itself or "
               "through "
               "those affiliated with it on the day";
    }
}

static void say_events(Paper *paper)
{
    const Corpus *c = paper->p->corpus;
    const Incidence *in = paper->p->incidence;
    g_autoptr(GString) left = g_string_new(NULL);
    for (int s = 0; s < N_EVENT_STATUSES; s++)
        if (in->n_not_counted[s])
            g_string_append_printf(left, "%s%zu %s", left->len ? ", " : "", in->n_not_counted[s],
                                   *event_status_name(s) ? event_status_name(s) : "unstated");
    Date first = DATE_UNKNOWN, last = DATE_UNKNOWN;
    for (size_t e = 0; e < in->n_events; e++)
        widen(&first, &last, c->event[in->event[e].i].first);
    char from[DATE_SIZE], to[DATE_SIZE];
    g_autofree char *events = count(in->n_events, "event"), *unit = unit_name(c->unit);
    if (c->unit.kind == UNIT_EVENT)
        say(paper, "Boundary. %s of %zu in the texts count", events, c->n_events);
    else
        say(paper, "Boundary. No events are annotated: %s (unit %s) stand for them, and who is named in one takes part",
            events, unit);
    if (!date_is_unknown(first))
        g_string_append_printf(paper->text, ", %s to %s", date_format(first, from), date_format(last, to));
    if (left->len)
        g_string_append_printf(paper->text, "; left out by their status: %s", left->str);
    g_string_append_c(paper->text, '.');
}

/* Only what was asked for beyond the defaults. */
static void say_selection(Paper *paper)
{
    const Selection *s = &paper->v->request.selection;
    char from[DATE_SIZE], to[DATE_SIZE], number[NUMBER_SIZE];
    if (!date_is_unknown(s->from) || !date_is_unknown(s->to))
        say(paper, "Selected were events that %s have begun in the period from %s to %s.", s->surely ? "surely" : "may",
            date_is_unknown(s->from) ? "the first" : date_format(s->from, from),
            date_is_unknown(s->to) ? "the last" : date_format(s->to, to));
    if (s->role || s->status || s->event_status || s->exclude)
        say(paper, "Participations, events or actors were restricted as the options below say.");
    if (s->min_cert != CERT_LOW && s->min_cert != CERT_UNSTATED)
        say(paper, "Participations of a certainty below %s were left out.", certainty_name(s->min_cert));
    say(paper, s->expand_blocs ? "A bloc that took part as a whole stands for its members on that day."
                               : "A bloc that took part as a whole does not stand for its members.");
    if (s->no_kin)
        say(paper, "Actors of one chain of affiliation form one delegation and have no tie.");
    if (s->comention)
        say(paper, "Participations that rest on a common mention only were counted.");
    if (s->min_weight > 0)
        say(paper, "Ties lighter than %s were dropped.", number_short(s->min_weight, number));
    if (s->ego)
        say(paper, "The network is the ego network of %s, radius %u.", s->ego, s->ego_radius);
    if (s->largest_component)
        say(paper, "Only the largest component is kept.");
    if (s->drop_isolates)
        say(paper, "Actors without ties are left out.");
}

static void say_boundary(Paper *paper)
{
    say_events(paper);
    say(paper, "%s (level %s%s).", level_meaning(paper), level_name(paper->p->incidence->level),
        paper->p->incidence->level_was_default ? ", by default" : "");
    say_selection(paper);
    end_paragraph(paper);
}

/* --- ties --- */

static void say_ties(Paper *paper)
{
    Weight w = paper->v->request.selection.weight;
    const Method *m = method_find("weights", weight_name(w));
    say(paper,
        "Ties. Undirected: two actors are tied when they took part in the same event (one-mode projection of actors × "
        "events). Weight %s: %s, %s%s%s%s.",
        weight_name(w), m->what, m->formula, m->paper ? " (" : "", m->paper ? m->paper : "", m->paper ? ")" : "");
    const Selection *s = &paper->v->request.selection;
    size_t n;
    char number[NUMBER_SIZE];
    const BackboneMethodText *backbone = backbone_methods(&n);
    if (s->backbone)
        say(paper, "Of these the backbone is kept: method %s (%s), α %s over all pairs of actors%s.",
            backbone[s->backbone_method].title, backbone[s->backbone_method].paper,
            number_short(s->backbone_alpha, number), s->backbone_by_year ? ", chance taken within each year" : "");
    end_paragraph(paper);
}

static bool say_network(Paper *paper, GError **error)
{
    const Pipeline *p = paper->p;
    Structure s;
    char density[NUMBER_SIZE], degree[NUMBER_SIZE], path[NUMBER_SIZE], transitivity[NUMBER_SIZE];
    if (!measure_structure(p->network, &paper->v->request.measure, &s, error))
        return false;
    g_autofree char *actors = count_actors(p->incidence->level, s.n_actors), *ties = count(s.n_ties, "tie");
    g_autofree char *events = count(s.n_events, "event"), *components = count(s.n_components, "component");
    g_autofree char *isolates = count(s.n_isolates, "isolate");
    say(paper,
        "Network. %s, %s, from %zu participations in %s; %s (the largest of %zu), %s; density %s, mean degree %s, "
        "mean path %s, transitivity %s.",
        actors, ties, p->incidence->n_cells, events, components, s.largest_component, isolates,
        spelled(s.density, density), spelled(s.mean_degree, degree), spelled(s.mean_path, path),
        spelled(s.transitivity, transitivity));
    end_paragraph(paper);
    return true;
}

/* --- what is missing --- */

static void say_certainties(Paper *paper)
{
    const Corpus *c = paper->p->corpus;
    size_t n_cert[CERT_UNSTATED + 1] = {0}, n_status[N_PARTICIPATION_STATUSES] = {0}, comention = 0;
    for (size_t i = 0; i < c->n_participations; i++) {
        n_cert[c->participation[i].cert]++;
        n_status[c->participation[i].status]++;
        comention += (c->participation[i].flags & PART_COMENTION) != 0;
    }
    say(paper,
        "Participations in the texts: %zu, of which low in certainty %zu, medium %zu, stating an absence %zu or a "
        "plan %zu, which make no tie, resting on a common mention only %zu%s.",
        c->n_participations, n_cert[CERT_LOW], n_cert[CERT_MEDIUM], n_status[PART_ABSENT], n_status[PART_PLANNED],
        comention, comention && !paper->v->request.selection.comention ? ", not counted" : "");
}

static void say_missing(Paper *paper)
{
    const Incidence *in = paper->p->incidence;
    const Diagnostics *d = paper->v->diagnostics;
    size_t undated = 0, alone = 0;
    for (size_t e = 0; e < in->n_events; e++) {
        undated += date_is_unknown(in->corpus->event[in->event[e].i].first);
        alone += in->event_k[e] < 2;
    }
    g_autoptr(Clusters) clusters = clusters_new(in, RESAMPLE_DEFAULT);
    say(paper,
        "Missing and uncertain. Undated events: %zu of %zu; events with one participant at this level, which "
        "make no tie: %zu.",
        undated, in->n_events, alone);
    say_certainties(paper);
    say(paper, "Names that could not be resolved: %zu; references to nobody known: %zu.",
        diagnostics_count_code(d, DIAGNOSTIC_UNRESOLVED_MENTION), diagnostics_count_code(d, DIAGNOSTIC_UNKNOWN_REF));
    say(paper, "Pairs of reports suspected to tell one event, and not merged: %zu.", clusters->n_duplicates);
    say(paper, "Whether a report names all who took part is not recorded; lists are taken as they stand.");
    end_paragraph(paper);
}

/* --- measures and how sure they are --- */

static void say_measures(Paper *paper)
{
    say(paper, "Measures.");
    for (Measure m = 0; m < N_MEASURES; m++)
        if (paper->v->all_measures || m == paper->v->by)
            say(paper, "%c%s: %s.", g_ascii_toupper(measure_name(m)[0]), measure_name(m) + 1, measure_definition(m));
    say(paper, paper->v->request.measure.weighted_paths ? "Paths have lengths 1/weight."
                                                        : "Paths are counted in ties, whatever their weight.");
    say(paper, "Equal scores share a rank.");
    end_paragraph(paper);
}

static void say_uncertainty(Paper *paper)
{
    const Uncertainty *u = interval_estimate(paper->v, paper->p->scores);
    const Method *clusters = method_find("clusters", resample_by_name(u->by));
    say(paper, "Uncertainty of %s. Independent units: %s; %zu of them, %zu with company.", measure_name(paper->v->by),
        clusters->what, u->n_clusters, u->n_tie_making);
    if (u->method == UNCERTAINTY_NONE) {
        say(paper, "%c%s.", g_ascii_toupper(u->why_not[0]), u->why_not + 1);
        say(paper, "What the ranking hangs on was found by leaving out one event at a time.");
    } else {
        const Method *m = method_find("uncertainty", u->method == UNCERTAINTY_HALVES ? "half-samples" : "bootstrap");
        const Method *sets = method_find("uncertainty", "rank sets");
        say(paper, "95 %% intervals: %s (%s); %u resamples, seed %lu.", m->what, m->paper, u->n_resamples,
            paper->v->request.measure.seed);
        say(paper, "Simultaneous 95 %% rank sets: %s (%s).", sets->what, sets->paper);
        say(paper, "Estimated is the score if as many events of this kind had been reported again.");
    }
    end_paragraph(paper);
}

static void say_software(Paper *paper)
{
    const Pipeline *p = paper->p;
    say(paper, "Software. entente %s with %s, %s and %s (pictures). Options: %s; seed %lu.", p->provenance.version,
        network_library(), xml_library(), layout_library(), p->provenance.options, p->provenance.seed);
    say(paper, "Inputs: sha256 over the sorted digests of %u files: %s.", p->provenance.n_documents,
        p->provenance.inputs);
    say(paper, "The same inputs, options and versions give the same bytes.");
    end_paragraph(paper);
    say(paper, "Reported after the Guidelines for Reporting About Network Data (GRAND; Neal and others, "
               "grand-statement.org).");
    end_paragraph(paper);
}

void methods_ask(Invocation *v) { v->request.measures = MEASURE_BIT(v->by) | MEASURE_BIT(MEASURE_STRENGTH); }

char **methods_paragraphs(const Invocation *v, const Pipeline *p, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) paragraph = g_ptr_array_new_with_free_func(g_free);
    Paper paper = {.v = v, .p = p, .text = text, .paragraph = paragraph};
    say_sources(&paper);
    say_boundary(&paper);
    say_ties(&paper);
    if (!say_network(&paper, error))
        return NULL;
    say_missing(&paper);
    say_measures(&paper);
    say_uncertainty(&paper);
    say_software(&paper);
    g_ptr_array_add(paragraph, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&paragraph), FALSE);
}

bool methods_print(const Invocation *v, const Pipeline *p, GError **error)
{
    g_autoptr(Output) out = invocation_output(v, error);
    g_auto(GStrv) paragraph = out ? methods_paragraphs(v, p, error) : NULL;
    if (!paragraph)
        return false;
    for (char **text = paragraph; *text; text++) {
        output_text(out, text > paragraph ? "\n" : "");
        print_paragraph(*text, out);
    }
    return output_commit(out, error);
}
