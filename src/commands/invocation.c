/* invocation.c - one command line, understood: parsing with did-you-mean, and what every verb shares. */
#include "invocation.h"
#include "conditions.h"
#include "error.h"
#include "option.h"
#include "replace.h"
#include "sliced.h"
#include "uncertainty.h"
#include "utf8.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void invocation_init(Invocation *v)
{
    *v = (Invocation){.by = MEASURE_STRENGTH, .size_by = MEASURE_EVENTS, .top = 20, .scale = 2, .output = "-"};
    v->operand = g_ptr_array_new();
    v->given = g_ptr_array_new();
    v->estimate = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)uncertainty_free);
    v->role = g_ptr_array_new_with_free_func(g_free);
    v->status = g_ptr_array_new_with_free_func(g_free);
    v->event_status = g_ptr_array_new_with_free_func(g_free);
    v->exclude = g_ptr_array_new_with_free_func(g_free);
    v->diagnostics = diagnostics_new();
    selection_init(&v->request.selection);
    v->request.measure.seed = 42;
}

void invocation_clear(Invocation *v)
{
    g_ptr_array_unref(v->operand);
    g_ptr_array_unref(v->given);
    g_hash_table_unref(v->estimate);
    g_ptr_array_unref(v->role);
    g_ptr_array_unref(v->status);
    g_ptr_array_unref(v->event_status);
    g_ptr_array_unref(v->exclude);
    diagnostics_free(v->diagnostics);
}

static const Option *find_option(const char *name, size_t length, char letter)
{
    size_t n;
    const Option *table = options(&n);
    for (size_t i = 0; i < n; i++)
        if (letter ? table[i].letter == letter
                   : strlen(table[i].name) == length && !strncmp(table[i].name, name, length))
            return &table[i];
    return NULL;
}

static bool unknown_option(const Invocation *v, const char *word, GError **error)
{
    size_t n;
    const Option *table = options(&n);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < n; i++)
        if (option_of_verb(&table[i], v->verb))
            g_ptr_array_add(names, (gpointer)table[i].name);
    g_autofree char *bare = g_strndup(word + strspn(word, "-"), strcspn(word + strspn(word, "-"), "="));
    const char *near = utf8_nearest(bare, (const char *const *)names->pdata, names->len);
    g_autofree char *guess = near ? g_strdup_printf(": did you mean --%s?", near) : g_strdup("");
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "there is no option %s%s%s%s", word, v->verb ? " for " : "",
                v->verb ? v->verb->name : "", guess);
    return false;
}

/* One of another verb: the verbs that have it are better advice than a name like it. */
static bool option_of_others(const Invocation *v, const Option *o, GError **error)
{
    g_autofree char *others = option_verbs(o);
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "%s has no option --%s\nhelp: it is for %s", v->verb->name, o->name,
                others);
    return false;
}

bool invocation_given(const Invocation *v, const char *option)
{
    for (guint i = 0; i < v->given->len; i++)
        if (g_str_equal(((const Option *)v->given->pdata[i])->name, option))
            return true;
    return false;
}

/* What is allowed where there is no list to choose from. */
static const char *free_value(const Option *o)
{
    static const char *const said[][2] = {{"top", "a whole number below 4,294,967,295; 0 shows all"},
                                          {"resamples", "0, or a whole number from 100 to 100,000"},
                                          {"jobs", "a whole number up to 64; 0 is one a processor"},
                                          {"seed", "a whole number up to 4,294,967,295"},
                                          {"W", "a number such as 0.5"},
                                          {"[=ALPHA]", "a number such as 0.05, at most 1, which keeps every tie and "
                                                       "shows its p and q"},
                                          {"DRAWS", "a whole number from 100 to 10,000,000"},
                                          {"FACTOR", "a number above 0, at most 16"},
                                          {"DATE", "a day, month or year: 2021-06-24, 2021-06, 2021"},
                                          {"SLICES", "year, quarter, month, a number of equal parts, or windows: "
                                                     "rolling:3years, rolling:4quarters, rolling:12months"},
                                          {"SIDE", "a period such as 2013..2018 or 2019.., or a level"}};
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        if (g_str_equal(o->name, said[i][0]) || g_str_equal(o->value, said[i][0]))
            return said[i][1];
    return o->value;
}

/* The first word of "stated,imagined" that is no choice, or all of it. Heap. */
static char *wrong_word(const Option *o, char **choice, const char *value)
{
    g_auto(GStrv) word = g_strsplit(value, ",", -1);
    for (char **w = word; choice && option_is_list(o) && *w; w++)
        if (*g_strstrip(*w) && !g_strv_contains((const char *const *)choice, *w))
            return g_strdup(*w);
    return g_strdup(value);
}

static bool bad_value(const Option *o, const char *value, GError **error)
{
    g_auto(GStrv) choice = option_choices(o);
    g_autofree char *wrong = wrong_word(o, choice, value);
    const char *near = choice ? utf8_nearest(wrong, (const char *const *)choice, g_strv_length(choice)) : NULL;
    bool pattern = near && g_str_has_suffix(near, ":N"); /* nothing that one could type */
    g_autofree char *guess = near && !pattern ? g_strdup_printf(": did you mean %s?", near) : g_strdup("");
    g_autofree char *all = choice ? g_strjoinv(", ", choice) : g_strdup(free_value(o));
    const char *how = !choice ? "it wants" : option_is_list(o) ? "choose some of" : "choose one of";
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--%s cannot be \"%s\"%s\nhelp: %s %s%s", o->name, wrong, guess, how,
                all, choice && g_str_has_suffix(all, ":N") ? " with N a whole number of words, 1 or more" : "");
    return false;
}

/* One option at argv[*i]; moves *i over a separate value. */
static bool parse_option(Invocation *v, int argc, char **argv, int *i, GError **error)
{
    char *word = argv[*i];
    bool is_long = word[1] == '-';
    char *equals = is_long ? strchr(word, '=') : NULL;
    size_t length = equals ? (size_t)(equals - word - 2) : strlen(word) - 1 - is_long;
    const Option *o = find_option(word + 2, length, is_long ? 0 : word[1]);
    if (o && v->verb && v->verb->options && !option_of_verb(o, v->verb))
        return option_of_others(v, o, error);
    if (!o || !option_of_verb(o, v->verb))
        return unknown_option(v, word, error);
    g_ptr_array_add(v->given, (gpointer)o);
    const char *value = equals ? equals + 1 : !is_long && word[2] ? word + 2 : NULL;
    if (option_value_optional(o) && !value)
        return o->set(v, NULL);
    if (!o->value) {
        if (value && is_long) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--%s takes no value", o->name);
            return false;
        }
        o->set(v, NULL);
        if (value) { /* -qk */
            word[1] = '-';
            argv[*i] = word + 1;
            return parse_option(v, argc, argv, i, error);
        }
        return true;
    }
    if (!value) {
        if (*i + 1 >= argc) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "%s wants a value: %s", word, option_value_name(o));
            return false;
        }
        value = argv[++*i];
    }
    return o->set(v, value) || bad_value(o, value, error);
}

static bool unknown_verb(const char *word, GError **error)
{
    size_t n;
    const Verb *verb = verbs(&n);
    g_autofree const char **name = g_new(const char *, n);
    for (size_t i = 0; i < n; i++)
        name[i] = verb[i].name;
    const char *near = utf8_nearest(word, name, n);
    g_autofree char *guess = near ? g_strdup_printf(": did you mean %s?", near) : g_strdup("");
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "there is no verb %s%s\nhelp: entente help lists them", word, guess);
    return false;
}

static const char *const *list_or_null(GPtrArray *list)
{
    if (!list->len)
        return NULL;
    g_ptr_array_add(list, NULL);
    return (const char *const *)list->pdata;
}

bool invocation_parse(Invocation *v, int argc, char **argv, GError **error)
{
    bool only_operands = false;
    for (int i = 1; i < argc; i++) {
        char *word = argv[i];
        if (!g_utf8_validate(word, -1, NULL)) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "word %d of the command line is not UTF-8", i);
            return false;
        }
        if (!only_operands && g_str_equal(word, "--"))
            only_operands = true;
        else if (!only_operands && word[0] == '-' && word[1]) {
            if (!parse_option(v, argc, argv, &i, error))
                return false;
        } else if (!v->verb && !only_operands) {
            if (!(v->verb = verb_by_name(word)))
                return unknown_verb(word, error);
        } else
            g_ptr_array_add(v->operand, word);
    }
    Selection *s = &v->request.selection;
    s->role = list_or_null(v->role);
    s->status = list_or_null(v->status);
    s->event_status = list_or_null(v->event_status);
    s->exclude = list_or_null(v->exclude);
    v->request.n_threads = v->n_threads;
    if (date_compare(s->to, s->from) == DATE_BEFORE) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--to lies before --from");
        return false;
    }
    return v->help || v->version || conditions_hold(v, error);
}

/* What the program chose by itself; a table says it in its title, info in its rows. */
static void note_defaults(const Invocation *v, const Pipeline *p)
{
    if (report_format_for(v->format, v->output) == REPORT_TABLE || v->verb->run == info_run)
        return;
    bool level = p->incidence && p->incidence->level_was_default;
    bool unit = p->corpus->unit_was_default && p->corpus->unit.kind != UNIT_EVENT;
    g_autofree char *name = unit_name(p->corpus->unit);
    if (level || unit)
        invocation_note(v, "by default%s%s%s%s%s", level ? " level " : "", level ? level_name(p->incidence->level) : "",
                        level && unit ? "," : "", unit ? " unit " : "", unit ? name : "");
}

#define UNCERTAIN "counted too: %zu event%s may lie inside the period or outside (--surely leaves them out)"

/* A backbone is never empty, or doubtful, in silence. */
static void note_backbone(const Invocation *v, const Pipeline *p)
{
    if (p->backbone && p->backbone->why_not)
        invocation_note(v, "no tie is left: %s", p->backbone->why_not);
    if (p->backbone && p->backbone->warning)
        invocation_note(v, "%s", p->backbone->warning);
}

/* In a table it is a footer. */
static void note_uncertain(Invocation *v, const Pipeline *p)
{
    const Selection *s = &v->request.selection;
    bool period = !date_is_unknown(s->from) || !date_is_unknown(s->to);
    v->n_uncertain = p->incidence && period ? slice_n_uncertain(p->incidence, s) : 0;
    if (v->n_uncertain && report_format_for(v->format, v->output) != REPORT_TABLE)
        invocation_note(v, UNCERTAIN, v->n_uncertain, v->n_uncertain == 1 ? " that" : "s that");
}

Pipeline *invocation_pipeline(Invocation *v, Stage last, GError **error)
{
    if (!v->operand->len) {
        if (isatty(STDIN_FILENO)) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                        "%s wants an input: a folder of annotated texts, a file, or -\n"
                        "help: entente help %s",
                        v->verb->name, v->verb->name);
            return NULL;
        }
        g_ptr_array_add(v->operand, (gpointer) "-");
    }
    if (v->slicing)
        return sliced_pipeline(v, last, error);
    v->request.input = (const char *const *)v->operand->pdata;
    v->request.n_inputs = v->operand->len;
    v->request.read.no_sentences = !v->verb->quotes || v->bare;
    Pipeline *p = v->read ? pipeline_again(v->read, &v->request, last, v->diagnostics, error)
                          : pipeline_run(&v->request, last, v->diagnostics, error);
    invocation_tell(v);
    if (!p)
        return NULL;
    note_defaults(v, p);
    if (!v->slices.unit) /* slices have their own say on that */
        note_uncertain(v, p);
    note_backbone(v, p);
    if (v->request.selection.expand_blocs && p->incidence &&
        (p->incidence->level == LEVEL_OFFICIAL || p->incidence->level == LEVEL_AGENCY))
        invocation_note(v, "--expand-blocs brings in countries: at level %s it changes nothing",
                        level_name(p->incidence->level));
    if (p->incidence && !p->incidence->n_events)
        invocation_note(v,
                        "no event has a participant at level %s under this selection: entente info tells what there is",
                        level_name(p->incidence->level));
    return p;
}

void invocation_tell(Invocation *v)
{
    if (v->quiet || !diagnostics_size(v->diagnostics))
        return;
    if (v->diagnostic_format == DIAGNOSTIC_JSONL) {
        diagnostics_print(v->diagnostics, stderr, SEVERITY_NOTE, DIAGNOSTIC_JSONL, false);
        return;
    }
    diagnostics_print(v->diagnostics, stderr, SEVERITY_ERROR, DIAGNOSTIC_TEXT, colour_wanted(v->colour, STDERR_FILENO));
    size_t errors = diagnostics_count(v->diagnostics, SEVERITY_ERROR);
    size_t warnings = diagnostics_count(v->diagnostics, SEVERITY_WARNING) - errors;
    if (errors + warnings)
        fprintf(stderr, "%zu error%s, %zu warning%s: entente check shows them all\n", errors, errors == 1 ? "" : "s",
                warnings, warnings == 1 ? "" : "s");
}

void invocation_note(const Invocation *v, const char *format, ...)
{
    if (v->quiet)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fprintf(stderr, "note: %s\n", text);
}

bool printed_all(GError **error)
{
    errno = 0;
    if (!fflush(stdout) && !ferror(stdout))
        return true;
    if (errno == EPIPE)
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_IO, "");
    else
        g_set_error(error, ENTENTE_ERROR, ERROR_IO, "cannot write to standard output%s%s", errno ? ": " : "",
                    errno ? g_strerror(errno) : "");
    return false;
}

Output *invocation_output(const Invocation *v, GError **error)
{
    return output_open(v->output, v->force || replace_table(v->output), error);
}

bool invocation_print(Invocation *v, Report *report, GError **error)
{
    if (v->slicing && sliced_print(v, report))
        return true;
    if (v->n_uncertain && report_format_for(v->format, v->output) == REPORT_TABLE)
        report_footer(report, UNCERTAIN ".", v->n_uncertain, v->n_uncertain == 1 ? " that" : "s that");
    g_autoptr(Output) out = invocation_output(v, error);
    if (!out)
        return false;
    ReportFormat format = report_format_for(v->format, v->output);
    report_print(report, format, format == REPORT_TABLE && colour_wanted(v->colour, STDOUT_FILENO), out);
    return output_commit(out, error);
}

char *invocation_title(const Invocation *v, const Corpus *corpus)
{
    if (v->title)
        return g_strdup(v->title);
    for (size_t i = 0; i < corpus->n_documents; i++)
        if (corpus->document[i].authority && corpus->document[i].title)
            return g_strdup(corpus->document[i].title);
    if (v->operand->len == 1 && corpus->n_documents == 1 && corpus->document[0].title)
        return g_strdup(corpus->document[0].title);
    const char *first = v->operand->len ? v->operand->pdata[0] : "-";
    if (v->operand->len == 1 && corpus->title)
        return g_strdup(corpus->title);
    return g_str_equal(first, "-") ? g_strdup("standard input") : g_path_get_basename(first);
}

const char *type_on_screen(ActorType type)
{
    return type == ACTOR_OFFICIAL ? "person" : type == ACTOR_AGENCY ? "organisation" : actor_type_name(type);
}

const char *invocation_measured(const Invocation *v, Measure m)
{
    const Selection *s = &v->request.selection;
    bool newman = m == MEASURE_STRENGTH && s->weight == WEIGHT_NEWMAN && !s->backbone;
    return newman ? weight_meaning(WEIGHT_NEWMAN) : measure_heading(m);
}

char *count_actors(Level level, size_t n)
{
    static const char *const one[] = {"actor", "actor", "person", "organisation", "country"};
    static const char *const many[] = {"actors", "actors", "people", "organisations", "countries"};
    return g_strdup_printf("%zu %s", n, n == 1 ? one[level] : many[level]);
}

char *invocation_heading(const Invocation *v, const Pipeline *p)
{
    g_autofree char *title = invocation_title(v, p->corpus);
    g_autofree char *actors =
        count_actors(p->incidence->level, p->network ? p->network->n_nodes : p->incidence->n_actors);
    g_autofree char *unit = unit_name(p->corpus->unit);
    g_autofree char *by_unit = p->corpus->unit.kind == UNIT_EVENT ? g_strdup("") : g_strdup_printf(", unit %s", unit);
    size_t ties = p->network ? p->network->n_ties : 0, events = p->incidence->n_events;
    Weight weight = v->request.selection.weight;
    g_autofree char *backbone = p->backbone ? backbone_title(p->backbone) : NULL;
    return g_strdup_printf("%s · %s, %zu tie%s, %zu event%s · level %s%s, weight %s (%s)%s%s", title, actors, ties,
                           ties == 1 ? "" : "s", events, events == 1 ? "" : "s", level_name(p->incidence->level),
                           by_unit, weight_name(weight), weight_meaning(weight), backbone ? " · " : "",
                           backbone ? backbone : "");
}

const char *ordinal(uint32_t n, char out[16])
{
    const char *end = n % 100 / 10 == 1 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    g_snprintf(out, 16, "%u%s", n, end);
    return out;
}
