/* explain.c - why two actors are tied, or why one ranks where it does. */
#include "explain.h"
#include "conditions.h"
#include "error.h"
#include <string.h>
#include <unistd.h>

/* Operands are inputs as long as they exist and a name is left; the rest are names. */
bool explain_operands(Invocation *v, const char *name[2], size_t *n_names, GError **error)
{
    size_t n_inputs = 0;
    while (n_inputs < v->operand->len &&
           (n_inputs == 0 || g_file_test(v->operand->pdata[n_inputs], G_FILE_TEST_EXISTS)))
        n_inputs++;
    if (n_inputs == v->operand->len && n_inputs > 1)
        n_inputs--;
    *n_names = v->operand->len - n_inputs;
    if (*n_names < 1 || *n_names > 2) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "explain wants an input and one or two names\n"
                    "help: entente explain corpus/ \"Viet Nam\" Singapore");
        return false;
    }
    static const char *const measuring[] = {"by", "weighted-paths", NULL};
    if (*n_names == 2 && !conditions_refuse(v, measuring, "a tie has no rank; one name has", error))
        return false;
    for (size_t i = 0; i < *n_names; i++)
        name[i] = v->operand->pdata[n_inputs + i];
    g_ptr_array_set_size(v->operand, (int)n_inputs);
    return true;
}

bool explain_colour(const Invocation *v)
{
    return g_str_equal(v->output, "-") && colour_wanted(v->colour, STDOUT_FILENO);
}

static void add_claim(GString *all, const Pipeline *p, const Claim *claim)
{
    const Participation *part = &p->corpus->participation[claim->participation.i];
    g_autoptr(GString) one = g_string_new(NULL);
    if (claim->via.n) {
        ActorId source = p->cast->ref_actor[part->actor.i];
        g_string_append_printf(one, "through %s", p->cast->actor[source.i].label);
        for (uint32_t i = 0; i < claim->via.n; i++) {
            ActorId step = p->incidence->via[claim->via.first + i].actor;
            if (!actor_id_equal(step, source))
                g_string_append_printf(one, " → %s", p->cast->actor[step.i].label);
        }
        g_string_append_printf(one, " (%s)", part->role);
    } else
        g_string_append(one, part->role);
    if (part->cert == CERT_LOW || part->cert == CERT_MEDIUM)
        g_string_append_printf(one, ", certainty %s", certainty_name(part->cert));
    g_auto(GStrv) have = g_strsplit(all->str, "; ", -1);
    if (!g_strv_contains((const char *const *)have, one->str))
        g_string_append_printf(all, "%s%s", all->len ? "; " : "", one->str);
}

char *explain_claims(const Pipeline *p, uint32_t cell)
{
    const Incidence *in = p->incidence;
    GString *all = g_string_new(NULL);
    bool stated = false;
    for (uint32_t c = in->claim_first[cell]; c < in->claim_first[cell + 1]; c++)
        stated |= !in->claim[c].via.n;
    for (uint32_t c = in->claim_first[cell]; c < in->claim_first[cell + 1]; c++)
        if (!stated || !in->claim[c].via.n) /* what is stated needs no inference beside it */
            add_claim(all, p, &in->claim[c]);
    return g_string_free(all, FALSE);
}

void explain_quote(const Pipeline *p, const Quote *q, bool colour, Output *out)
{
    const Document *d = &p->corpus->document[q->document.i];
    if (q->text) {
        output_text(out, "     “");
        uint32_t done = 0;
        for (size_t i = 0; i < q->n_marks; i++) {
            output_bytes(out, q->text + done, q->mark[i].begin - done);
            output_text(out, colour ? "\033[1;4m" : "");
            output_bytes(out, q->text + q->mark[i].begin, q->mark[i].end - q->mark[i].begin);
            output_text(out, colour ? "\033[0m" : "");
            done = q->mark[i].end;
        }
        output_printf(out, "%s”\n", q->text + done);
    }
    char day[DATE_SIZE];
    date_format(d->date, day);
    output_text(out, "     ");
    output_text(out, d->outlet ? d->outlet : "");
    output_printf(out, "%s%s", d->outlet && *day ? ", " : "", day);
    output_printf(out, "%s%s", d->outlet || *day ? " · " : "", d->url ? d->url : "");
    output_printf(out, "%s%s:%u:%u\n", d->url ? " · " : "", q->place.path, q->place.line, q->place.column);
}

char *explain_absence(const Pipeline *p, ActorId actor)
{
    const Actor *a = &p->cast->actor[actor.i];
    g_autoptr(GString) left_out = g_string_new(NULL);
    size_t n = 0;
    for (size_t i = 0; i < p->corpus->n_participations; i++) {
        const Participation *part = &p->corpus->participation[i];
        if (!actor_id_equal(p->cast->ref_actor[part->actor.i], actor))
            continue;
        const Event *e = &p->corpus->event[part->event.i];
        if (n++ < 5)
            g_string_append_printf(left_out, "%s%s%s%s%s", left_out->len ? "; " : "", e->label,
                                   *event_status_name(e->status) ? " (" : "", event_status_name(e->status),
                                   *event_status_name(e->status) ? ")" : "");
    }
    if (!n)
        return g_strdup_printf("%s is named in the texts but takes part in no event", a->label);
    return g_strdup_printf("%s (%s) is not counted at level %s under this selection; it takes part in: %s", a->label,
                           type_on_screen(a->type), level_name(p->incidence->level), left_out->str);
}

int explain_run(Invocation *v, GError **error)
{
    const char *name[2] = {NULL, NULL};
    size_t n_names = 0;
    if (!explain_operands(v, name, &n_names, error))
        return -1;
    v->request.measures = MEASURE_BIT(v->by) | MEASURE_BIT(MEASURE_STRENGTH);
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_SCORES, error);
    if (!p)
        return -1;
    ActorId actor[2];
    for (size_t i = 0; i < n_names; i++)
        if (actor_id_is_none(actor[i] = cast_find_one(p->cast, NULL, name[i], error)))
            return -1;
    g_autoptr(Output) out = invocation_output(v, error);
    if (!out)
        return -1;
    int status = n_names == 2 ? explain_tie(v, p, actor[0], actor[1], out) : explain_actor(v, p, actor[0], out, error);
    return status >= 0 && output_commit(out, error) ? status : -1;
}
