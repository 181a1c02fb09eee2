/* help.c - help of the program, of a verb, of a topic; all from the tables that also drive it. */
#include "backbone.h"
#include "error.h"
#include "format.h"
#include "manual.h"
#include "method.h"
#include "option.h"
#include "utf8.h"
#include <stdio.h>
#include <string.h>

/* Words wrapped at 80 columns, every line indented. */
static void print_wrapped(const char *text, int indent)
{
    int column = 0;
    g_auto(GStrv) word = g_strsplit(text, " ", -1);
    for (char **w = word; *w; w++) {
        int width = (int)utf8_width(*w);
        if (column && column + 1 + width > 80) {
            printf("\n");
            column = 0;
        }
        column += column ? printf(" ") : printf("%*s", indent, "");
        printf("%s", *w);
        column += width;
    }
    printf("\n");
}

static void print_option(const Option *o)
{
    g_autofree char *usage = option_usage(o);
    g_autofree char *name = o->letter ? g_strdup_printf("-%c, %s", o->letter, usage) : g_strdup_printf("    %s", usage);
    if (utf8_width(name) < 26)
        printf("  %s%*s", name, 28 - (int)utf8_width(name), "");
    else
        printf("  %s\n%30s", name, "");
    printf("%s\n", o->what);
}

static void print_options(const Verb *verb)
{
    size_t n;
    const Option *option = options(&n);
    const char *heading;
    for (size_t h = 0; (heading = option_heading_at(h)); h++) {
        bool first = true;
        for (size_t i = 0; i < n; i++) {
            if (!option_of_verb(&option[i], verb) || !g_str_equal(option_heading(&option[i]), heading))
                continue;
            if (first)
                printf("\n%s\n", heading);
            print_option(&option[i]);
            first = false;
        }
    }
}

static void print_verb(const Verb *verb)
{
    printf("entente %s %s\n\n", verb->name, verb->operands);
    g_autofree char *what = g_strdup_printf("%c%s.", g_ascii_toupper(verb->what[0]), verb->what + 1);
    print_wrapped(what, 0);
    if (verb->about) {
        printf("\n");
        print_wrapped(verb->about, 0);
    }
    if (verb->examples) {
        printf("\nExamples\n");
        g_auto(GStrv) line = g_strsplit(verb->examples, "\n", -1);
        for (char **l = line; **l; l++)
            printf("  %s\n", *l);
    }
    print_options(verb);
}

static void print_overview(void)
{
    size_t n;
    const Verb *verb = verbs(&n);
    const char *group = "";
    printf("entente - from annotated texts to relationship networks\n\nentente VERB [INPUT…] [OPTION…]\n\n"
           "INPUT is a folder of annotated texts (TEI), a file, a table of participations (CSV, TSV), or -.\n");
    for (size_t i = 0; i < n; i++) {
        if (!g_str_equal(group, verb[i].group))
            printf("\n%s\n", verb[i].group);
        group = verb[i].group;
        printf("  %-12s%s\n", verb[i].name, verb[i].what);
    }
    printf("\nentente help VERB tells more; entente help measures, weights, methods, diagnostics, formats define the "
           "words.\n"
           "Exit status: 0 done, 1 the answer is \"problems\" or \"no\", 2 usage, 3 cannot read or write, 130 "
           "interrupted.\n");
}

static void print_measures(void)
{
    for (Measure m = 0; m < N_MEASURES; m++) {
        printf("%s\n", measure_name(m));
        print_wrapped(measure_definition(m), 4);
    }
}

static void print_weights(void)
{
    for (int w = 0; w < N_WEIGHTS; w++)
        printf("%-14s%s\n", weight_name(w), weight_meaning(w));
}

static void print_method(const char *name, const char *what, const char *formula, const char *paper, const char *cost)
{
    g_autofree char *said = g_strdup_printf("%s%s%s%s", what, paper ? " (" : "", paper ? paper : "", paper ? ")" : "");
    printf("  %s\n", name);
    print_wrapped(said, 6);
    if (formula)
        print_wrapped(formula, 6);
    if (cost)
        printf("      cost: %s\n", cost);
}

static void print_methods(void)
{
    size_t n;
    const Method *m = methods(&n);
    printf("measures\n");
    for (Measure measure = 0; measure < N_MEASURES; measure++)
        print_method(measure_name(measure), measure_definition(measure), NULL, NULL, method_cost(measure));
    for (size_t i = 0; i < n; i++) {
        if (!i || !g_str_equal(m[i].group, m[i - 1].group))
            printf("\n%s\n", m[i].group);
        print_method(m[i].name, m[i].what, m[i].formula, m[i].paper, m[i].cost);
    }
    const BackboneMethodText *backbone = backbone_methods(&n);
    printf("\nbackbones\n");
    for (size_t i = 0; i < n; i++)
        print_method(backbone[i].name, backbone[i].what, NULL, backbone[i].paper, NULL);
}

static void print_diagnostics(void)
{
    static const char *const severity[] = {"note", "warning", "error"};
    for (DiagnosticCode c = 0; c < DIAGNOSTIC_N_CODES; c++) {
        printf("%s (%s)\n", diagnostic_code_name(c), severity[diagnostic_code_severity(c)]);
        print_wrapped(diagnostic_code_help(c), 4);
    }
}

static void print_formats(void)
{
    FormatText f;
    for (size_t i = 0; format_tell(i, &f); i++) {
        g_autofree char *extensions = g_strjoinv(" ", (char **)f.extension);
        printf("%s (%s)\n", f.name, extensions);
        if (f.taken)
            print_wrapped(f.taken, 4);
        g_autofree char *left = f.left ? g_strconcat("not: ", f.left, NULL) : NULL;
        if (left)
            print_wrapped(left, 4);
    }
    printf("\n");
    print_wrapped(
        "Content decides where formats share an extension. What labels mean (PER, GPE, works_for …) is told by a "
        "table that --labels FILE adds to: of, label, meaning, word; docs/formats.md has more.",
        0);
}

static const struct Topic {
    const char *name;
    void (*print)(void);
} topic[] = {{"measures", print_measures},       {"weights", print_weights}, {"methods", print_methods},
             {"diagnostics", print_diagnostics}, {"formats", print_formats}, {"manual", manual_print}};

static int unknown_topic(const char *word, GError **error)
{
    size_t n;
    const Verb *verb = verbs(&n);
    g_autofree const char **name = g_new(const char *, n + G_N_ELEMENTS(topic));
    for (size_t i = 0; i < n; i++)
        name[i] = verb[i].name;
    for (size_t i = 0; i < G_N_ELEMENTS(topic); i++)
        name[n++] = topic[i].name;
    const char *near = utf8_nearest(word, name, n);
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "there is no help on %s%s%s%s", word, near ? ": did you mean " : "",
                near ? near : "", near ? "?" : "");
    return -1;
}

/* A topic or verb by its name; false where there is none. */
static bool print_topic(const char *word)
{
    const Verb *verb = verb_by_name(word);
    if (verb) {
        print_verb(verb);
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(topic); i++)
        if (g_str_equal(topic[i].name, word)) {
            topic[i].print();
            return true;
        }
    return false;
}

int help_run(Invocation *v, GError **error)
{
    bool of_help = v->verb && v->verb->run == help_run;
    if (v->version)
        printf("entente " ENTENTE_VERSION "\n");
    else if (v->verb && !of_help)
        print_verb(v->verb);
    else if (of_help && v->operand->len) {
        if (!print_topic(v->operand->pdata[0]))
            return unknown_topic(v->operand->pdata[0], error);
    } else
        print_overview();
    if (!printed_all(error))
        return -1;
    return v->verb || v->help || v->version ? 0 : ERROR_USAGE;
}
