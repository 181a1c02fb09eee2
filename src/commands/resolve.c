/* resolve.c - who and what may be one, with what speaks for it: the table of decisions with the decision left open. */
#include "cluster.h"
#include "decisions.h"
#include "invocation.h"
#include "lookalike.h"
#include "resolve_page.h"
#include <math.h>
#include <string.h>

/* The events' word in a decision: its id, or PATH#id where another has it, too. Heap. */
static char *event_word(const Corpus *c, EventId event)
{
    const Event *e = &c->event[event.i];
    for (uint32_t i = 0; i < c->n_events; i++)
        if (i != event.i && strcmp(c->event[i].id, e->id) == 0)
            return g_strdup_printf("%s#%s", c->document[e->document.i].path, e->id);
    return g_strdup(e->id);
}

static void fill_mention(const Pipeline *p, ActorId actor, MentionId mention, const char **sentence, char **source)
{
    *sentence = NULL;
    if (mention_id_is_none(mention)) {
        Place place = p->cast->actor[actor.i].place;
        *source = place.path ? g_strdup_printf("%s:%u:%u", place.path, place.line, place.column) : g_strdup("");
        return;
    }
    const Mention *m = &p->corpus->mention[mention.i];
    PassageId passage = m->passage[PASSAGE_SENTENCE];
    *sentence = passage_id_is_none(passage) ? NULL : p->corpus->passage[passage.i].text;
    *source = g_strdup_printf("%s:%u:%u", m->place.path, m->place.line, m->place.column);
}

static void add_actors(GArray *suggestion, const Pipeline *p)
{
    size_t n;
    g_autofree Lookalike *found = lookalikes_find(p->corpus, p->cast, p->hierarchy, &n);
    g_autofree MentionId *mention = lookalike_mentions(p->corpus, p->cast);
    for (size_t i = 0; i < n; i++) {
        const Lookalike *l = &found[i];
        const Actor *a = &p->cast->actor[l->a.i], *b = &p->cast->actor[l->b.i];
        Suggestion s = {.kind = DECISION_ACTOR,
                        .type = actor_type_name(a->type),
                        .shown = type_on_screen(a->type),
                        .a = lookalike_word(p->cast, l->a),
                        .b = lookalike_word(p->cast, l->b),
                        .name_a = a->label,
                        .name_b = b->label,
                        .score = l->score};
        bool labels = l->name_a == a->label && l->name_b == b->label;
        g_autofree char *names = labels ? g_strdup("") : g_strdup_printf(" (%s, %s)", l->name_a, l->name_b);
        g_autofree char *partners =
            l->n_partners ? g_strdup_printf("; %u shared partner%s", l->n_partners, l->n_partners == 1 ? "" : "s")
                          : g_strdup("");
        s.evidence = g_strconcat(resemblance_name(l->how), names, partners, NULL);
        fill_mention(p, l->a, mention[l->a.i], &s.sentence_a, &s.source_a);
        fill_mention(p, l->b, mention[l->b.i], &s.sentence_b, &s.source_b);
        g_array_append_val(suggestion, s);
    }
}

static char *told_by(const Corpus *c, const Event *e)
{
    GString *all = g_string_new(NULL);
    for (uint32_t i = 0; i < e->documents.n; i++)
        g_string_append_printf(all, "%s%s", i ? "; " : "",
                               c->document[c->event_document[e->documents.first + i].i].path);
    return g_string_free(all, FALSE);
}

static void add_events(GArray *suggestion, const Pipeline *p)
{
    size_t n;
    const Incidence *in = p->incidence;
    g_autofree EventTwins *twins = cluster_twins(in, &n);
    for (size_t i = 0; i < n; i++) {
        const EventTwins *t = &twins[i];
        const Event *a = &p->corpus->event[in->event[t->a].i], *b = &p->corpus->event[in->event[t->b].i];
        char day_a[DATE_SIZE], day_b[DATE_SIZE];
        Suggestion s = {.kind = DECISION_EVENT,
                        .type = "",
                        .shown = "event",
                        .a = event_word(p->corpus, in->event[t->a]),
                        .b = event_word(p->corpus, in->event[t->b]),
                        .name_a = a->label,
                        .name_b = b->label};
        s.score = fmin(1, (double)t->both / t->either + (t->series ? 0.2 : 0) + (t->name ? 0.2 : 0));
        s.evidence =
            g_strdup_printf("%u of %u participants; %s and %s%s%s%s", t->both, t->either, date_format(a->first, day_a),
                            date_format(b->first, day_b), t->series ? "; same series" : "",
                            t->name ? "; same name" : "", t->suspected ? "; counted as one" : "");
        s.source_a = told_by(p->corpus, a);
        s.source_b = told_by(p->corpus, b);
        g_array_append_val(suggestion, s);
    }
}

static void clear_suggestion(void *suggestion)
{
    Suggestion *s = suggestion;
    g_free(s->a);
    g_free(s->b);
    g_free(s->evidence);
    g_free(s->source_a);
    g_free(s->source_b);
}

static int by_score(const void *a, const void *b)
{
    const Suggestion *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return 0; /* the sort is stable */
}

static void add_row(Report *r, const char *verdict, const char *kind, const Suggestion *s, const Decision *d)
{
    report_text(r, verdict);
    report_text(r, kind);
    report_text(r, s ? s->type : d->type == ACTOR_UNKNOWN ? "" : actor_type_name(d->type));
    report_text(r, s ? s->a : d->a);
    report_text(r, s ? s->b : d->b);
    report_text(r, d ? d->role : "");
    report_text(r, d ? d->document : "");
    report_text(r, d ? d->who : "");
    report_text(r, d ? d->why : "");
    report_number(r, s ? round(s->score * 1000) / 1000 : NAN);
    report_text(r, s ? s->shown : "");
    report_text(r, s ? s->name_a : "");
    report_text(r, s ? s->name_b : "");
    report_text(r, s ? s->evidence : "");
    report_text(r, s ? s->sentence_a : "");
    report_text(r, s ? s->source_a : "");
    report_text(r, s ? s->sentence_b : "");
    report_text(r, s ? s->source_b : "");
}

static void add_columns(Report *r)
{
    static const char *const program[] = {"decision", "kind", "type", "a", "b", "role", "document", "who", "why"};
    for (size_t i = 0; i < G_N_ELEMENTS(program); i++)
        report_column(r, program[i], NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "score", NULL, REPORT_NUMBER, FOR_ALL);
    report_column(r, "what", "", REPORT_TEXT, FOR_PEOPLE);
    report_column(r, "a_name", "perhaps", REPORT_TEXT, FOR_ALL);
    report_column(r, "b_name", "is", REPORT_TEXT, FOR_ALL);
    report_column(r, "evidence", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "a_sentence", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "a_source", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "b_sentence", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "b_source", NULL, REPORT_TEXT, FOR_PROGRAMS);
}

static void add_decisions(Report *r, const Corpus *c)
{
    for (size_t i = 0; i < c->n_decisions; i++) {
        g_autofree char *verdict = decision_verdict(&c->decision[i]);
        add_row(r, verdict, decision_kind_name(c->decision[i].kind), NULL, &c->decision[i]);
    }
}

int resolve_run(Invocation *v, GError **error)
{
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_INCIDENCE, error);
    if (!p)
        return -1;
    g_autoptr(GArray) suggestion = g_array_new(FALSE, FALSE, sizeof(Suggestion));
    g_array_set_clear_func(suggestion, clear_suggestion);
    add_events(suggestion, p);
    add_actors(suggestion, p);
    g_array_sort(suggestion, by_score);
    const Suggestion *row = (const Suggestion *)(void *)suggestion->data;
    g_autofree char *title = invocation_title(v, p->corpus);
    if (g_str_has_suffix(v->output, ".html")) {
        g_autoptr(Output) out = invocation_output(v, error);
        if (!out)
            return -1;
        resolve_page(out, title, row, v->top_given && v->top ? MIN(v->top, suggestion->len) : suggestion->len);
        return output_commit(out, error) ? 0 : -1;
    }
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    size_t n = v->top && (v->top_given || people) ? MIN(v->top, suggestion->len) : suggestion->len;
    g_autoptr(Report) r = report_new();
    size_t in_force = p->corpus->n_decided + p->cast->n_decided;
    g_autofree char *heading =
        g_strdup_printf("%s · %u pair%s that may be one · %zu decision%s in force", title, suggestion->len,
                        suggestion->len == 1 ? "" : "s", in_force, in_force == 1 ? "" : "s");
    report_title(r, heading);
    add_columns(r);
    if (!people)
        add_decisions(r, p->corpus);
    for (size_t i = 0; i < n; i++)
        add_row(r, "", decision_kind_name(row[i].kind), &row[i], NULL);
    if (n < suggestion->len)
        report_footer(r, "… and %zu more: -n 0 shows all.", suggestion->len - n);
    report_footer(r, "To decide: --format tsv -o decisions.tsv, write same or different, put the file into the "
                     "corpus folder.");
    return invocation_print(v, r, error) ? 0 : -1;
}
