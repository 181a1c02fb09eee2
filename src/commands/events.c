/* events.c - what happened, and who took part. */
#include "invocation.h"

static void add_row(Report *r, const Pipeline *p, uint32_t column)
{
    const Incidence *in = p->incidence;
    const Event *e = &p->corpus->event[in->event[column].i];
    char first[DATE_SIZE], last[DATE_SIZE];
    g_autoptr(GString) who = g_string_new(NULL);
    for (uint32_t c = in->event_first[column]; c < in->event_first[column + 1]; c++)
        g_string_append_printf(who, "%s%s", who->len ? "; " : "", p->cast->actor[in->actor[in->cell_actor[c]].i].label);
    report_text(r, date_format(e->first, first));
    report_text(r, date_format(e->last, last));
    report_text(r, e->id);
    report_text(r, e->label);
    report_text(r, e->type);
    report_text(r, event_status_name(e->status));
    report_text(r, e->series);
    report_text(r, e->where);
    report_number(r, in->event_first[column + 1] - in->event_first[column]);
    report_number(r, e->documents.n);
    report_text(r, who->str);
}

int events_run(Invocation *v, GError **error)
{
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_NETWORK, error);
    if (!p)
        return -1;
    g_autoptr(Report) r = report_new();
    g_autofree char *heading = invocation_heading(v, p);
    report_title(r, heading);
    report_column(r, "first", "date", REPORT_TEXT, FOR_ALL);
    report_column(r, "last", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "event", "id", REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "title", "event", REPORT_TEXT, FOR_ALL);
    report_column(r, "type", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "status", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "series", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "place", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "participants", "n", REPORT_NUMBER, FOR_ALL);
    report_column(r, "documents", NULL, REPORT_NUMBER, FOR_PROGRAMS);
    report_column(r, "actors", "who took part", REPORT_TEXT, FOR_ALL);
    size_t n_events = p->incidence->n_events;
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    size_t n = v->top && (v->top_given || people) ? MIN(v->top, n_events) : n_events;
    for (uint32_t e = 0; e < n; e++)
        add_row(r, p, e);
    if (n < n_events)
        report_footer(r, "… and %zu more: -n 0 shows all.", n_events - n);
    for (int s = 0; s < N_EVENT_STATUSES; s++)
        if (p->incidence->n_not_counted[s])
            report_footer(r, "%zu %s event%s not counted: --event-status asks for them.",
                          p->incidence->n_not_counted[s], *event_status_name(s) ? event_status_name(s) : "unstated",
                          p->incidence->n_not_counted[s] == 1 ? "" : "s");
    return invocation_print(v, r, error) ? 0 : -1;
}
