/* option.c - the one table of options: it makes the parser, --help, the manual and shell completion. */
#include "option.h"
#include "backbone.h"
#include "number.h"
#include <string.h>

static bool set_level(Invocation *v, const char *s) { return level_by_name(s, &v->request.selection.level); }
static bool set_weight(Invocation *v, const char *s) { return weight_by_name(s, &v->request.selection.weight); }
static bool set_unit(Invocation *v, const char *s) { return unit_parse(s, &v->request.read.unit); }
static bool set_label_map(Invocation *v, const char *s) { return *(v->request.read.labels = s) != '\0'; }
static bool set_keep_going(Invocation *v, const char *s) { return (v->request.read.keep_going = true); }
static bool set_expand(Invocation *v, const char *s) { return (v->request.selection.expand_blocs = true); }
static bool set_no_kin(Invocation *v, const char *s) { return (v->request.selection.no_kin = true); }
static bool set_comention(Invocation *v, const char *s) { return (v->request.selection.comention = true); }
static bool set_resample(Invocation *v, const char *s) { return resample_by_by_name(s, &v->resample); }
static bool set_largest(Invocation *v, const char *s) { return (v->request.selection.largest_component = true); }
static bool set_no_isolates(Invocation *v, const char *s) { return (v->request.selection.drop_isolates = true); }
static bool set_from(Invocation *v, const char *s) { return date_parse(s, &v->request.selection.from); }
static bool set_to(Invocation *v, const char *s) { return date_parse(s, &v->request.selection.to); }
static bool set_surely(Invocation *v, const char *s) { return (v->request.selection.surely = true); }
static bool set_slices(Invocation *v, const char *s) { return slice_rule_parse(s, &v->slices); }
static bool set_min_cert(Invocation *v, const char *s) { return certainty_by_name(s, &v->request.selection.min_cert); }
static bool set_by(Invocation *v, const char *s) { return measure_by_name(s, &v->by); }
static bool set_all_measures(Invocation *v, const char *s) { return (v->all_measures = true); }
static bool set_weighted_paths(Invocation *v, const char *s) { return (v->request.measure.weighted_paths = true); }
static bool set_why(Invocation *v, const char *s) { return (v->why = true); }
static bool set_review(Invocation *v, const char *s) { return (v->review = true); }
static bool set_words(Invocation *v, const char *s) { return *(v->words = s) != '\0'; }
static bool set_authority(Invocation *v, const char *s) { return *(v->authority = s) != '\0'; }
static bool set_audit(Invocation *v, const char *s) { return (v->audit = true); }
static bool set_errors(Invocation *v, const char *s) { return (v->errors = true); }
static bool set_methods(Invocation *v, const char *s) { return (v->methods = true); }
static bool set_force(Invocation *v, const char *s) { return (v->force = true); }
static bool set_two_mode(Invocation *v, const char *s) { return (v->two_mode = true); }
static bool set_bare(Invocation *v, const char *s) { return (v->bare = true); }
static bool set_layout(Invocation *v, const char *s) { return (v->layout = true); }
static bool set_dark(Invocation *v, const char *s) { return (v->dark = true); }
static bool set_transparent(Invocation *v, const char *s) { return (v->transparent = true); }
static bool set_quiet(Invocation *v, const char *s) { return (v->quiet = true); }
static bool set_help(Invocation *v, const char *s) { return (v->help = true); }
static bool set_version(Invocation *v, const char *s) { return (v->version = true); }
static bool set_output(Invocation *v, const char *s) { return *(v->output = s) != '\0'; }
static bool set_title(Invocation *v, const char *s) { return (v->title = s) != NULL; }

static bool set_backbone(Invocation *v, const char *s)
{
    double *alpha = &v->request.selection.backbone_alpha;
    v->request.selection.backbone = true;
    return !s || (number_parse(s, alpha) && *alpha > 0 && *alpha <= 1);
}

static bool set_backbone_method(Invocation *v, const char *s)
{
    return backbone_method_by_name(s, &v->request.selection.backbone_method);
}

static bool set_backbone_draws(Invocation *v, const char *s)
{
    uint64_t n;
    return number_parse_uint(s, &n) && n >= 100 && n <= BACKBONE_MAX_DRAWS && (v->request.selection.backbone_draws = n);
}

static bool set_backbone_strata(Invocation *v, const char *s)
{
    v->request.selection.backbone_by_year = g_str_equal(s, "year");
    return g_str_equal(s, "year") || g_str_equal(s, "none");
}

static bool set_null_model(Invocation *v, const char *s) { return (v->null_model = g_str_equal(s, "fdsm")); }

static bool set_roll_up(Invocation *v, const char *s)
{
    v->request.selection.roll_up = g_str_equal(s, "any") ? ROLL_UP_ANY : ROLL_UP_STATE;
    return g_str_equal(s, "any") || g_str_equal(s, "state");
}

/* A period or a level. */
static bool is_side(const char *s)
{
    Level level;
    Date from, to;
    return level_by_name(s, &level) || slice_period_parse(s, &from, &to);
}

static bool set_between(Invocation *v, const char *s) { return is_side(v->between = s); }
static bool set_and(Invocation *v, const char *s) { return is_side(v->and_between = s); }

static bool set_min_weight(Invocation *v, const char *s)
{
    return number_parse(s, &v->request.selection.min_weight) && v->request.selection.min_weight >= 0;
}

static bool set_seed(Invocation *v, const char *s)
{
    uint64_t n;
    return number_parse_uint(s, &n) && (v->request.measure.seed = n) <= UINT32_MAX;
}

static bool set_top(Invocation *v, const char *s)
{
    uint64_t n;
    v->top_given = true;
    return number_parse_uint(s, &n) && (v->top = n) < UINT32_MAX;
}

/* 0, or at least 100: fewer say nothing about a tail. */
static bool set_resamples(Invocation *v, const char *s)
{
    uint64_t n;
    v->resamples_given = true;
    return number_parse_uint(s, &n) && (n == 0 || n >= 100) && n <= 100000 && ((v->n_resamples = (unsigned)n), true);
}

static bool set_jobs(Invocation *v, const char *s)
{
    uint64_t n;
    return number_parse_uint(s, &n) && n <= 64 && ((v->n_threads = (unsigned)n), true);
}

static bool set_scale(Invocation *v, const char *s)
{
    return number_parse(s, &v->scale) && v->scale > 0 && v->scale <= 16;
}

static bool set_size_by(Invocation *v, const char *s)
{
    v->size_by_given = true;
    return measure_by_name(s, &v->size_by);
}

/* Every word of "host,speaker". An actor's name may hold a comma, so --exclude is not split. */
static bool add_words(GPtrArray *list, const char *s)
{
    g_auto(GStrv) word = g_strsplit(s, ",", -1);
    for (char **w = word; *w; w++)
        if (*g_strstrip(*w))
            g_ptr_array_add(list, g_strdup(*w));
    return *word && **word;
}

static bool set_role(Invocation *v, const char *s) { return add_words(v->role, s); }

static bool set_status(Invocation *v, const char *s)
{
    guint first = v->status->len;
    ParticipationStatus status;
    if (!add_words(v->status, s))
        return false;
    for (guint i = first; i < v->status->len; i++)
        if (!participation_status_by_name(v->status->pdata[i], &status))
            return false;
    return true;
}

static bool set_event_status(Invocation *v, const char *s)
{
    guint first = v->event_status->len;
    EventStatus status;
    if (!add_words(v->event_status, s))
        return false;
    for (guint i = first; i < v->event_status->len; i++)
        if (!g_str_equal(v->event_status->pdata[i], "unstated") &&
            !event_status_by_name(v->event_status->pdata[i], &status))
            return false;
    return true;
}

static bool set_exclude(Invocation *v, const char *s)
{
    g_ptr_array_add(v->exclude, g_strdup(s));
    return *s;
}

/* NAME or NAME:2. */
static bool set_ego(Invocation *v, const char *s)
{
    size_t n = strlen(s);
    v->request.selection.ego = s;
    v->request.selection.ego_radius = n > 2 && g_str_has_suffix(s, ":2") ? 2 : 1;
    if (n > 2 && (g_str_has_suffix(s, ":2") || g_str_has_suffix(s, ":1"))) {
        g_autofree char *name = g_strndup(s, n - 2);
        v->request.selection.ego = g_intern_string(name);
    }
    return *s;
}

/* "degree,strength", "all", "none". */
static bool set_measures(Invocation *v, const char *s)
{
    v->measures_given = true;
    v->measures = g_str_equal(s, "all") ? MEASURE_SET_ALL : 0;
    if (v->measures || g_str_equal(s, "none"))
        return true;
    g_auto(GStrv) word = g_strsplit(s, ",", -1);
    for (char **w = word; *w; w++) {
        Measure m;
        if (!measure_by_name(g_strstrip(*w), &m))
            return false;
        v->measures |= MEASURE_BIT(m);
    }
    return v->measures;
}

static bool set_format(Invocation *v, const char *s)
{
    static const char *const name[] = {"table", "tsv", "csv", "json", "jsonl", "md"};
    for (unsigned i = 0; i < G_N_ELEMENTS(name); i++)
        if (g_str_equal(s, name[i])) {
            v->format = REPORT_TABLE + i;
            return true;
        }
    return false;
}

static bool set_as(Invocation *v, const char *s)
{
    v->as = s;
    return true; /* the verb knows its formats */
}

static bool set_plot(Invocation *v, const char *s)
{
    static const char *const name[] = {"ranking", "matrix", "degrees", "timeline"};
    for (unsigned i = 0; i < G_N_ELEMENTS(name); i++)
        if (g_str_equal(s, name[i])) {
            v->plot = PLOT_RANKING + i;
            return true;
        }
    return false;
}

static bool set_positions(Invocation *v, const char *s) { return *(v->positions = s) != '\0'; }

static bool set_colour_by(Invocation *v, const char *s)
{
    static const char *const name[] = {"group", "bloc", "type"};
    for (unsigned i = 0; i < G_N_ELEMENTS(name); i++)
        if (g_str_equal(s, name[i])) {
            v->colour_by = COLOUR_BY_GROUP + i;
            return true;
        }
    return false;
}

static bool set_codes(Invocation *v, const char *s) { return (v->codes = true); }

static bool set_gexf(Invocation *v, const char *s)
{
    v->gexf_1_2 = g_str_equal(s, "1.2");
    return v->gexf_1_2 || g_str_equal(s, "1.3");
}

static bool set_colour(Invocation *v, const char *s)
{
    v->colour = g_str_equal(s, "always") ? COLOUR_ALWAYS : g_str_equal(s, "never") ? COLOUR_NEVER : COLOUR_AUTO;
    return v->colour != COLOUR_AUTO || g_str_equal(s, "auto");
}

static bool set_diagnostics(Invocation *v, const char *s)
{
    v->diagnostic_format = g_str_equal(s, "jsonl") ? DIAGNOSTIC_JSONL : DIAGNOSTIC_TEXT;
    return g_str_equal(s, "jsonl") || g_str_equal(s, "text");
}

#define X(symbol, name, heading, definition) "|" name
#define MEASURE_CHOICES MEASURES(X)

static const Option table[] = {
    {"unit", 'u', "event|document|paragraph|sentence|scene|speech|window:N",
     "what stands for an event where none is annotated", OPTIONS_UNIT, set_unit},
    {"labels", 0, "FILE", "a table that says what labels of annotation mean (of, label, meaning, word)",
     OPTIONS_READING, set_label_map},
    {"words", 0, "FOLDER", "word lists that add to those built in: titles, legal forms, abbreviations …",
     OPTIONS_READING | OPTIONS_ANNOTATE, set_words},
    {"keep-going", 'k', NULL, "read the rest when a document cannot be read, and say so",
     OPTIONS_READING | OPTIONS_ANNOTATE, set_keep_going},

    {"level", 'l', "country|agency|official|all", "which actors are ranked and drawn", OPTIONS_SELECTION, set_level},
    {"roll-up", 0, "state|any", "which organisations bring in their country", OPTIONS_SELECTION, set_roll_up},
    {"expand-blocs", 0, NULL, "a bloc that took part as a whole brings in its members", OPTIONS_SELECTION, set_expand},
    {"no-kin", 0, NULL, "no ties between an actor and its own ministry or country; delegations count as one",
     OPTIONS_TIES, set_no_kin},
    {"weight", 'w', "newman|count|binary|fractional|jaccard|cosine|association",
     "how shared events become the weight of a tie", OPTIONS_TIES, set_weight},
    {"from", 0, "DATE", "only events that may lie on or after this day, month or year", OPTIONS_SELECTION, set_from},
    {"to", 0, "DATE", "only events that may lie on or before it", OPTIONS_SELECTION, set_to},
    {"surely", 0, NULL, "with --from or --to: only events that surely lie inside", OPTIONS_SELECTION, set_surely},
    {"role", 0, "ROLE,…", "only participations in these roles", OPTIONS_SELECTION, set_role},
    {"status", 0, "stated|inferred-affiliation|inferred-expansion,…", "only participations of these statuses",
     OPTIONS_SELECTION, set_status},
    {"event-status", 0, "focal|related|unstated|background|scheduled|sidebar,…",
     "events of these statuses instead of focal, related and unstated", OPTIONS_SELECTION, set_event_status},
    {"min-cert", 0, "low|medium|high", "only participations at least this certain", OPTIONS_SELECTION, set_min_cert},
    {"comention", 0, NULL, "count participations that rest on a common mention only", OPTIONS_SELECTION, set_comention},
    {"exclude", 'x', "NAME", "leave this actor out before anything is counted; may be repeated", OPTIONS_SELECTION,
     set_exclude},
    {"backbone", 0, "[=ALPHA]", "only ties that beat chance, at this false discovery rate (0.05)", OPTIONS_NARROWING,
     set_backbone},
    {"backbone-method", 0, "sdsm|fdsm|fixedrow|disparity", "what chance keeps of the actors' and events' sizes (sdsm)",
     OPTIONS_NARROWING, set_backbone_method},
    {"backbone-draws", 0, "DRAWS", "random matrices of fdsm, at least 100", OPTIONS_NARROWING, set_backbone_draws},
    {"backbone-strata", 0, "none|year", "chance over all events, or within each calendar year (none)",
     OPTIONS_NARROWING, set_backbone_strata},
    {"min-weight", 0, "W", "drop ties lighter than this", OPTIONS_NARROWING, set_min_weight},
    {"ego", 0, "NAME[:2]", "only this actor and its partners, or also theirs", OPTIONS_NARROWING, set_ego},
    {"largest-component", 0, NULL, "only the largest connected part", OPTIONS_NARROWING, set_largest},
    {"drop-isolates", 0, NULL, "leave out actors without ties", OPTIONS_NARROWING, set_no_isolates},

    {"by", 'b', MEASURE_CHOICES, "the measure to rank by", OPTIONS_BY, set_by},
    {"all-measures", 0, NULL, "every measure as a column", OPTIONS_COLUMNS, set_all_measures},
    {"weighted-paths", 0, NULL, "a tie's length is 1/weight instead of 1", OPTIONS_PATHS, set_weighted_paths},
    {"resample", 0, "event|series|document|source",
     "what counts as independent: by default series and suspected duplicates", OPTIONS_RESAMPLING, set_resample},
    {"resamples", 0, "N", "resamples behind an interval: 0 for none, else at least 100 (1000)", OPTIONS_RESAMPLING,
     set_resamples},
    {"jobs", 'j', "N", "threads; 0 for one a processor; the result does not depend on it", OPTIONS_JOBS, set_jobs},
    {"seed", 0, "N", "seed of groups and layout (42)", OPTIONS_SEED, set_seed},

    {"slices", 0, "SLICES", "year, quarter, month, N equal parts, or windows: rolling:3years, rolling:12months",
     OPTIONS_TIME, set_slices},
    {"between", 0, "SIDE", "one side: a period such as 2013..2018, or a level", OPTIONS_SIDES, set_between},
    {"and", 0, "SIDE", "the other side", OPTIONS_SIDES, set_and},

    {"null-model", 0, "fdsm", "with rank: what chance alone would give, actors and events keeping their sizes",
     OPTIONS_AUDIT, set_null_model},
    {"audit", 0, NULL, "which ranks survive other levels, units, weights, roles, certainties and sources",
     OPTIONS_AUDIT, set_audit},
    {"methods", 0, NULL, "a methods paragraph for a paper instead, from this very selection", OPTIONS_METHODS,
     set_methods},
    {"why", 0, NULL, "every mark with the rule that made it", OPTIONS_ANNOTATE, set_why},
    {"report", 0, NULL, "what to look through: the least certain first", OPTIONS_ANNOTATE, set_review},
    {"authority", 0, "FILE", "register (TEI, or a table) of organisations and people to be found, with their ids",
     OPTIONS_ANNOTATE, set_authority},
    {"errors", 0, NULL, "what is missed, what is a false alarm, and by which rule, instead of scores", OPTIONS_EVAL,
     set_errors},

    {"top", 'n', "N", "show this many rows; 0 for all", OPTIONS_ROWS, set_top},
    {"format", 'f', "table|tsv|csv|json|jsonl|md", "how to print; a table on a terminal, TSV in a pipe", OPTIONS_FORMAT,
     set_format},

    {"output", 'o', "FILE", "where to write; - is standard output", OPTIONS_FILE, set_output},
    {"force", 0, NULL, "replace a file that entente did not write", OPTIONS_FILE, set_force},

    {"title", 0, "TEXT", "title of the picture or file", OPTIONS_PICTURE, set_title},
    {"size-by", 0, MEASURE_CHOICES, "the measure that sizes the circles (events)", OPTIONS_PICTURE, set_size_by},
    {"dark", 0, NULL, "light on dark", OPTIONS_INK, set_dark},
    {"transparent", 0, NULL, "no background", OPTIONS_IMAGE, set_transparent},
    {"scale", 0, "FACTOR", "size of a PNG (2)", OPTIONS_IMAGE, set_scale},

    {"plot", 0, "ranking|matrix|degrees|timeline", "numbers as a plot instead of the network", OPTIONS_DRAW, set_plot},

    {"colour-by", 0, "group|bloc|type", "what colour shows (group)", OPTIONS_DRAW, set_colour_by},
    {"codes", 0, NULL, "countries by ISO code, where the texts have one", OPTIONS_DRAW, set_codes},
    {"positions", 0, "FILE", "keep actors where this SVG, GraphML or GEXF has them; only new ones find a place",
     OPTIONS_DRAW, set_positions},

    {"as", 0, "FORMAT", "format where the extension of -o does not tell", OPTIONS_MODES, set_as},
    {"two-mode", 0, NULL, "actors and events instead of actors and ties", OPTIONS_MODES, set_two_mode},

    {"measures", 0, "|all|none" MEASURE_CHOICES ",…", "which measures the file carries: a list, all or none (all)",
     OPTIONS_EXPORT, set_measures},
    {"bare", 0, NULL, "ties with weight and number of events only: small files for programs that compute",
     OPTIONS_EXPORT, set_bare},
    {"layout", 0, NULL, "positions and colours also above 500 actors, or beside --measures", OPTIONS_EXPORT,
     set_layout},
    {"gexf", 0, "1.3|1.2", "version of GEXF (1.3); 1.2 is for NetworkX up to 3.5", OPTIONS_EXPORT, set_gexf},

    {"color", 0, "auto|always|never", "colour on the terminal", OPTIONS_GENERAL, set_colour},
    {"diagnostics", 0, "text|jsonl", "how problems are printed", OPTIONS_GENERAL, set_diagnostics},
    {"quiet", 'q', NULL, "say nothing but results and failures", OPTIONS_GENERAL, set_quiet},
    {"help", 'h', NULL, "what this verb does", OPTIONS_GENERAL, set_help},
    {"version", 'V', NULL, "version of entente", OPTIONS_GENERAL, set_version},
};

const Option *options(size_t *n)
{
    *n = G_N_ELEMENTS(table);
    return table;
}

/* What is special to a verb comes first, what all have last. */
static const struct {
    const char *title;
    unsigned groups;
} heading[] = {{"Annotation", OPTIONS_ANNOTATE},
               {"Errors", OPTIONS_EVAL},
               {"Methods", OPTIONS_METHODS},
               {"Audit", OPTIONS_AUDIT},
               {"Sides", OPTIONS_SIDES},
               {"Time", OPTIONS_TIME},
               {"Output", OPTIONS_MODES},
               {"Export", OPTIONS_EXPORT},
               {"Drawing", OPTIONS_DRAW},
               {"Picture", OPTIONS_PICTURE | OPTIONS_INK | OPTIONS_IMAGE},
               {"Files", OPTIONS_FILE},
               {"Printing", OPTIONS_ROWS | OPTIONS_FORMAT},
               {"Measures", OPTIONS_BY | OPTIONS_COLUMNS | OPTIONS_PATHS | OPTIONS_RESAMPLING},
               {"Ties", OPTIONS_TIES | OPTIONS_NARROWING},
               {"Selection", OPTIONS_SELECTION},
               {"Reading", OPTIONS_READING | OPTIONS_UNIT},
               {"Computing", OPTIONS_JOBS | OPTIONS_SEED},
               {"General", OPTIONS_GENERAL}};

const char *option_heading_at(size_t i) { return i < G_N_ELEMENTS(heading) ? heading[i].title : NULL; }

const char *option_heading(const Option *o)
{
    const char *last = NULL; /* of several the more general one */
    for (size_t i = 0; i < G_N_ELEMENTS(heading); i++)
        if (o->group & heading[i].groups)
            last = heading[i].title;
    return last;
}

char *option_verbs(const Option *o)
{
    size_t n;
    const Verb *verb = verbs(&n);
    g_autoptr(GPtrArray) name = g_ptr_array_new();
    for (size_t i = 0; i < n; i++)
        if (option_of_verb(o, &verb[i]))
            g_ptr_array_add(name, (gpointer)verb[i].name);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < name->len; i++)
        g_string_append_printf(all, "%s%s", !i ? "" : i + 1 == name->len ? " and " : ", ", (char *)name->pdata[i]);
    return g_string_free(g_steal_pointer(&all), FALSE);
}

bool option_of_verb(const Option *o, const Verb *verb)
{
    return o->group == OPTIONS_GENERAL || (verb && (verb->options & o->group));
}

#define LIST ",…"

bool option_value_optional(const Option *o) { return o->value && *o->value == '['; }

bool option_is_list(const Option *o) { return o->value && g_str_has_suffix(o->value, LIST); }

char **option_choices(const Option *o)
{
    if (!o->value || !strchr(o->value, '|'))
        return NULL;
    const char *first = o->value + (*o->value == '|');
    g_autofree char *all = g_strndup(first, strlen(first) - (option_is_list(o) ? strlen(LIST) : 0));
    return g_strsplit(all, "|", -1);
}

char *option_usage(const Option *o)
{
    const char *value = option_value_name(o);
    return g_strdup_printf("--%s%s%s", o->name, *value && *value != '[' ? " " : "", value);
}

const char *option_value_name(const Option *o)
{
    return !o->value ? "" : *o->value != '|' ? o->value : option_is_list(o) ? "MEASURE,…" : "MEASURE";
}
