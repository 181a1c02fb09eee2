/* eval.c - an annotation held against a better one of the same texts: scores, or the list of what is wrong. */
#include "assessment.h"
#include "error.h"
#include "invocation.h"
#include "number.h"
#include <math.h>
#include <string.h>

typedef struct Eval {
    const Invocation *v;
    Pipeline *side[N_SIDES];
    Assessment *a;
    AssessmentCount ties;
} Eval;

static void eval_clear(Eval *e)
{
    assessment_free(e->a);
    for (int side = GOLD; side < N_SIDES; side++)
        pipeline_free(e->side[side]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Eval, eval_clear)

static Pipeline *read_side(const Invocation *v, char *input, Level level, GError **error)
{
    Invocation one = *v;
    g_autoptr(GPtrArray) operand = g_ptr_array_new();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_ptr_array_add(operand, input);
    one.operand = operand;
    one.diagnostics = diagnostics;
    one.quiet = true;
    one.request.read.keep_text = true;
    one.request.read.unit.kind = UNIT_EVENT; /* events nobody annotated would be neither right nor wrong */
    one.request.selection.level = level;
    return invocation_pipeline(&one, STAGE_NETWORK, error);
}

static bool eval_init(Eval *e, const Invocation *v, GError **error)
{
    AssessmentSide side[N_SIDES];
    *e = (Eval){.v = v};
    if (v->operand->len != 2) {
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_USAGE,
                            "eval wants two inputs: the annotation that is right, and the one to score\n"
                            "help: entente eval gold/ drafted/");
        return false;
    }
    for (int i = GOLD; i < N_SIDES; i++) {
        Level level = i == GOLD ? v->request.selection.level : e->side[GOLD]->incidence->level;
        e->side[i] = read_side(v, v->operand->pdata[i], level, error);
        if (!e->side[i])
            return false;
        side[i] = (AssessmentSide){e->side[i]->corpus, e->side[i]->cast};
    }
    e->a = assessment_new(&side[GOLD], &side[SYSTEM], error);
    if (e->a)
        e->ties = assessment_ties(e->a, e->side[GOLD]->network, e->side[SYSTEM]->network, NULL, NULL);
    return e->a != NULL;
}

/* --- scores --- */

static void print_ratio(Report *r, double value) { report_number(r, number_round(value, 4)); }

static void print_count(Report *r, const AssessmentCount *c)
{
    print_ratio(r, count_precision(c));
    print_ratio(r, count_recall(c));
    print_ratio(r, count_f1(c));
}

/* overlap NULL: there is only one way to be right. */
static void print_row(Report *r, const char *what, const AssessmentCount *exact, const AssessmentCount *overlap)
{
    report_text(r, what);
    report_number(r, (double)exact->n_gold);
    report_number(r, (double)exact->n_system);
    print_count(r, exact);
    for (int i = 0; i < 3 && !overlap; i++)
        report_number(r, NAN);
    if (overlap)
        print_count(r, overlap);
}

static const char *const certainty_row[] = {"low", "medium", "high", "unstated"};

/* How often the system is right where it says how sure it is: is what it calls high high? */
static void print_certainty(Report *r, const Eval *e, Certainty cert)
{
    AssessmentCount exact = {0}, overlap = {0}, taking = {0};
    const Corpus *corpus = e->a->side[SYSTEM].corpus;
    for (size_t i = 0; i < e->a->n_spans[SYSTEM]; i++) {
        const AgreedSpan *s = &e->a->span[SYSTEM][i];
        if (!span_counts(s->class) || corpus->marking[s->mention.i].cert != cert)
            continue;
        exact.n_system++;
        exact.n_match += s->exact != ASSESSMENT_NONE;
        overlap.n_match += s->overlap != ASSESSMENT_NONE;
    }
    overlap.n_system = exact.n_system;
    for (size_t i = 0; i < e->a->n_participations[SYSTEM]; i++) {
        const AgreedParticipation *p = &e->a->participation[SYSTEM][i];
        if (corpus->participation[p->participation.i].cert != cert)
            continue;
        taking.n_system++;
        taking.n_match += p->other != ASSESSMENT_NONE;
    }
    const AssessmentCount *both[] = {&exact, &taking};
    static const char *const what[] = {"spans, certainty", "participations, certainty"};
    for (int i = 0; i < 2; i++) {
        if (!both[i]->n_system)
            continue;
        report_printf(r, "%s %s", what[i], certainty_row[cert]);
        report_number(r, NAN);
        report_number(r, (double)both[i]->n_system);
        print_ratio(r, count_precision(both[i]));
        report_number(r, NAN);
        report_number(r, NAN);
        print_ratio(r, i == 0 ? count_precision(&overlap) : NAN);
        report_number(r, NAN);
        report_number(r, NAN);
    }
}

static void print_links(Report *r, const LinkScore *l)
{
    const double value[2][3] = {{l->b3_precision, l->b3_recall, l->b3_f1},
                                {l->ceaf_precision, l->ceaf_recall, l->ceaf_f1}};
    static const char *const name[] = {"links, B³", "links, CEAFe"};
    for (int i = 0; i < 2 && l->n_mentions; i++) {
        report_text(r, name[i]);
        report_number(r, (double)l->n_mentions);
        report_number(r, (double)l->n_mentions);
        for (int k = 0; k < 3; k++)
            print_ratio(r, value[i][k]);
        for (int k = 0; k < 3; k++)
            report_number(r, NAN);
    }
}

static void print_scores(Report *r, const Eval *e)
{
    static const char *const name[] = {"gold",           "system",    "precision", "recall", "f1", "overlap_precision",
                                       "overlap_recall", "overlap_f1"};
    static const char *const heading[] = {NULL, NULL, "P", "R", "F1", "overlap P", "overlap R", "overlap F1"};
    report_column(r, "what", NULL, REPORT_TEXT, FOR_ALL);
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        report_column(r, name[i], heading[i], REPORT_NUMBER, FOR_ALL);
    for (SpanClass c = 0; c < N_SPAN_CLASSES; c++)
        if (e->a->exact[c].n_gold || e->a->exact[c].n_system)
            print_row(r, c == SPAN_ALL ? "all actors and events" : span_class_name(c), &e->a->exact[c],
                      &e->a->overlap[c]);
    if (e->a->n_nested) {
        AssessmentCount exact = e->a->exact[SPAN_ALL], overlap = e->a->overlap[SPAN_ALL];
        exact.n_system -= e->a->n_nested;
        overlap.n_system -= e->a->n_nested;
        print_row(r, "all but nested ones", &exact, &overlap);
    }
    print_links(r, &e->a->links);
    if (e->a->events.n_gold || e->a->events.n_system) {
        AssessmentCount roles = e->a->participations;
        g_autofree char *ties = g_strdup_printf("ties, level %s", level_name(e->side[GOLD]->incidence->level));
        roles.n_match = e->a->n_same_role;
        print_row(r, "events with participants", &e->a->events, NULL);
        print_row(r, "participations", &e->a->participations, NULL);
        print_row(r, "participations with role", &roles, NULL);
        print_row(r, ties, &e->ties, NULL);
    }
    for (int cert = CERT_HIGH; cert >= CERT_LOW; cert--)
        print_certainty(r, e, (Certainty)cert);
    print_certainty(r, e, CERT_UNSTATED);
}

/* --- what is wrong --- */

static const char *text_of(const Assessment *a, int side, const AgreedSpan *s)
{
    const Corpus *corpus = a->side[side].corpus;
    return mention_id_is_none(s->mention) ? NULL : corpus->mention[s->mention.i].text;
}

/* The words a span covers; a remark has none of its own. Heap. */
static char *words_of(const Assessment *a, int side, const AgreedSpan *s)
{
    if (text_of(a, side, s))
        return g_strdup(text_of(a, side, s));
    const Remark *m = &a->side[side].corpus->remark[s->remark];
    return g_strndup(a->side[side].corpus->document[m->document.i].text + m->from, m->to - m->from);
}

static void print_place(Report *r, const Place *place)
{
    if (place && place->line)
        report_printf(r, "%s:%u:%u", place->path, place->line, place->column);
    else
        report_text(r, place ? place->path : NULL);
}

static const char *rule_of(const Assessment *a, const AgreedSpan *s)
{
    const Corpus *corpus = a->side[SYSTEM].corpus;
    return mention_id_is_none(s->mention) ? corpus->remark[s->remark].resp : corpus->marking[s->mention.i].resp;
}

static Certainty cert_of(const Assessment *a, const AgreedSpan *s)
{
    const Corpus *corpus = a->side[SYSTEM].corpus;
    return mention_id_is_none(s->mention) ? corpus->remark[s->remark].cert : corpus->marking[s->mention.i].cert;
}

/* "#country-name" points to the rule's description in the header: its name is enough. */
static void print_rule(Report *r, const char *rule) { report_text(r, rule && *rule == '#' ? rule + 1 : rule); }

/* A span that has no exact partner: where it stands, and what the other side has there. */
static void print_span(Report *r, const Eval *e, int side, const AgreedSpan *s)
{
    const Assessment *a = e->a;
    bool overlaps = s->overlap != ASSESSMENT_NONE, nested = s->around != ASSESSMENT_NONE;
    bool other = s->other != ASSESSMENT_NONE;
    const AgreedSpan *partner = overlaps ? &a->span[!side][s->overlap]
                                : nested ? &a->span[!side][s->around]
                                : other  ? &a->span[!side][s->other]
                                         : NULL;
    const AgreedSpan *drafted = side == SYSTEM ? s : partner;
    g_autofree char *words = words_of(a, side, s), *theirs = partner ? words_of(a, !side, partner) : NULL;
    if (side == SYSTEM && overlaps) /* told from the gold's side */
        return;
    report_text(r, overlaps                ? "boundary"
                   : nested                ? "nested"
                   : other && side == GOLD ? "type"
                   : side == GOLD          ? "missed"
                                           : "false alarm");
    report_text(r, span_class_name(s->class));
    report_text(r, words);
    report_text(r, partner ? span_class_name(partner->class) : NULL);
    report_text(r, theirs);
    print_rule(r, drafted ? rule_of(a, drafted) : NULL);
    report_text(r, drafted ? certainty_name(cert_of(a, drafted)) : NULL);
    print_place(r, mention_id_is_none(s->mention) ? NULL : &a->side[side].corpus->mention[s->mention.i].place);
}

static void print_participation(Report *r, const Eval *e, int side, const AgreedParticipation *p)
{
    const Corpus *corpus = e->a->side[side].corpus;
    const Participation *row = &corpus->participation[p->participation.i];
    const Actor *actor = &e->a->side[side].cast->actor[e->a->side[side].cast->ref_actor[row->actor.i].i];
    const char *first = row->evidence.n ? corpus->marking[corpus->evidence[row->evidence.first].i].resp : NULL;
    bool role = p->other != ASSESSMENT_NONE;
    if (role && (p->same_role || side == SYSTEM))
        return;
    report_text(r, role ? "role" : side == GOLD ? "missed" : "false alarm");
    report_text(r, "participation");
    report_printf(r, "%s in %s as %s", actor->label, corpus->event[row->event.i].label, row->role);
    report_text(r, NULL);
    if (role) {
        const Participation *other =
            &e->a->side[SYSTEM].corpus->participation[e->a->participation[SYSTEM][p->other].participation.i];
        report_text(r, other->role);
    } else {
        report_text(r, NULL);
    }
    print_rule(r, side == SYSTEM ? first : NULL);
    report_text(r, side == SYSTEM ? certainty_name(row->cert) : NULL);
    print_place(r, &row->place);
}

static void print_errors(Report *r, const Eval *e)
{
    static const char *const name[] = {"error", "class", "text", "other_class", "other_text", "rule", "cert", "place"};
    static const char *const heading[] = {NULL, NULL, NULL, "instead", "reads", NULL, NULL, NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        report_column(r, name[i], heading[i], REPORT_TEXT, FOR_ALL);
    for (int side = GOLD; side < N_SIDES; side++)
        for (size_t i = 0; i < e->a->n_spans[side]; i++)
            if (e->a->span[side][i].exact == ASSESSMENT_NONE)
                print_span(r, e, side, &e->a->span[side][i]);
    for (int side = GOLD; side < N_SIDES; side++)
        for (size_t i = 0; i < e->a->n_participations[side]; i++)
            print_participation(r, e, side, &e->a->participation[side][i]);
}

/* --- both --- */

/* Heap. */
static char *list_ids(const GPtrArray *ids)
{
    enum { SHOWN = 5 };
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < MIN(ids->len, SHOWN); i++)
        g_string_append_printf(list, "%s%s", i ? ", " : "", (const char *)g_ptr_array_index(ids, i));
    if (ids->len > SHOWN)
        g_string_append_printf(list, " and %u more", ids->len - SHOWN);
    return g_string_free(g_steal_pointer(&list), FALSE);
}

static void note_differences(const Eval *e)
{
    static const char *const name[] = {"gold", "system"};
    for (int side = GOLD; side < N_SIDES; side++) {
        g_autofree char *ids = list_ids(e->a->alone[side]);
        if (e->a->alone[side]->len)
            invocation_note(e->v, "not scored, because only the %s has them: %s", name[side], ids);
    }
    for (size_t i = 0; i < e->a->n_documents; i++)
        if (e->a->document[i].n_apart)
            invocation_note(e->v,
                            "%s: %zu characters of the system's text are not in the gold's; what is marked in "
                            "them is a false alarm",
                            e->a->side[GOLD].corpus->document[e->a->document[i].id[GOLD].i].id,
                            e->a->document[i].n_apart);
}

int eval_run(Invocation *v, GError **error)
{
    g_auto(Eval) e = {0};
    if (!eval_init(&e, v, error))
        return -1;
    note_differences(&e);
    g_autoptr(Report) r = report_new();
    g_autofree char *title =
        g_strdup_printf("%s against %s · %zu document%s", (char *)v->operand->pdata[SYSTEM],
                        (char *)v->operand->pdata[GOLD], e.a->n_documents, e.a->n_documents == 1 ? "" : "s");
    report_title(r, title);
    if (v->errors) {
        print_errors(r, &e);
    } else {
        print_scores(r, &e);
        report_footer(r,
                      "Spans: same place and type; overlap: at least a character of it. Links: over the %zu mentions "
                      "that both have.",
                      e.a->links.n_mentions);
        if (e.a->n_nested)
            report_footer(r,
                          "Nested: %zu of the system, inside longer ones that both have (Peru in “Bank of Peru”); "
                          "wrong where the gold marks names inside names, unknown where it does not.",
                          e.a->n_nested);
        report_footer(r, "entente eval … --errors lists what is missed, what is a false alarm, and by which rule.");
    }
    return invocation_print(v, r, error) ? 0 : -1;
}
