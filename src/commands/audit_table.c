/* audit_table.c - which ranks survive, as two tables for people and one for programs. */
#include "audit_table.h"
#include "number.h"
#include <math.h>
#include <unistd.h>

typedef struct AuditTable {
    const Invocation *v;
    const Pipeline *p;
    const Audit *audit;
} AuditTable;

static const char *label_of(const AuditTable *a, uint32_t node) { return network_actor(a->p->network, node)->label; }

/* Who is first: the base's order where several are. */
static void print_first(Report *r, const AuditTable *a, const Variation *v)
{
    const Ranking *ranking = a->audit->ranking;
    const char *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < ranking->n; i++)
        if (v->rank[ranking->node[i]] == 1 && n++ == 0)
            first = label_of(a, ranking->node[i]);
    report_printf(r, n > 1 ? "%s, %zu more" : "%s", first ? first : "", n - 1);
}

static void fill_variations(Report *r, const AuditTable *a, size_t top)
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
        if (lo)
            report_printf(r, "%u – %u", lo, hi);
        else
            report_text(r, "");
        print_first(r, a, v);
    }
}

static void fill_actors(Report *r, const AuditTable *a, size_t top)
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
static void say_firsts(Report *r, const AuditTable *a)
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

static void say_rest(Report *r, const AuditTable *a)
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
static void fill_for_programs(Report *r, const AuditTable *a, size_t top)
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

static bool print_for_people(const AuditTable *a, size_t top, ReportFormat format, GError **error)
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

bool audit_table_print(Invocation *v, const Pipeline *p, const Audit *audit, GError **error)
{
    enum { FOR_A_LOOK = 10 };
    AuditTable a = {v, p, audit};
    ReportFormat format = report_format_for(v->format, v->output);
    bool people = format == REPORT_TABLE || format == REPORT_MD;
    size_t n = audit->ranking->n, top = v->top_given ? (v->top ? MIN(v->top, n) : n) : people ? MIN(FOR_A_LOOK, n) : n;
    if (people)
        return print_for_people(&a, top, format, error);
    g_autoptr(Report) r = report_new();
    fill_for_programs(r, &a, top);
    return invocation_print(v, r, error);
}
