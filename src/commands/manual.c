/* manual.c - the manual page, made from the tables of verbs and options. */
#include "manual.h"
#include "option.h"
#include <stdio.h>
#include <string.h>

/* Text for roff: backslashes, leading dots and hyphens that must stay hyphens. */
static void print_roff(const char *s)
{
    if (*s == '.' || *s == '\'')
        printf("\\&");
    for (; *s; s++) {
        if (*s == '\\')
            printf("\\e");
        else if (*s == '-')
            printf("\\-");
        else
            putchar(*s);
    }
}

static void print_options_of(const char *heading)
{
    size_t n;
    const Option *o = options(&n);
    printf(".SS %s\n", heading);
    for (size_t i = 0; i < n; i++) {
        if (!g_str_equal(option_heading(&o[i]), heading))
            continue;
        printf(".TP\n");
        if (o[i].letter)
            printf("\\fB\\-%c\\fR, ", o[i].letter);
        printf("\\fB\\-\\-");
        print_roff(o[i].name);
        printf("\\fR");
        if (o[i].value) {
            printf(option_value_optional(&o[i]) ? "\\fI" : " \\fI");
            print_roff(option_value_name(&o[i]));
            printf("\\fR");
        }
        printf("\n");
        print_roff(o[i].what);
        printf(".\n");
    }
}

/* What it takes beside the options of every verb. */
static void print_names(const Verb *verb)
{
    size_t n;
    const Option *o = options(&n);
    printf(".PP\nOptions:");
    for (size_t i = 0; i < n; i++)
        if (o[i].group != OPTIONS_GENERAL && option_of_verb(&o[i], verb)) {
            printf(" \\-\\-");
            print_roff(o[i].name);
            printf(",");
        }
    printf(" and those of every verb.\n");
}

static void print_verb_of(const Verb *verb)
{
    printf(".SS entente %s ", verb->name);
    print_roff(verb->operands);
    printf("\n");
    print_roff(verb->what);
    printf(".\n");
    if (verb->about) {
        printf(".PP\n");
        print_roff(verb->about);
        printf("\n");
    }
    print_names(verb);
    g_auto(GStrv) line = g_strsplit(verb->examples, "\n", -1);
    for (char **l = line; **l; l++) {
        printf(".PP\n.RS\n.nf\n");
        print_roff(*l);
        printf("\n.fi\n.RE\n");
    }
}

void manual_print(void)
{
    size_t n;
    const Verb *verb = verbs(&n);
    printf(".TH ENTENTE 1 \"\" \"entente " ENTENTE_VERSION
           "\" \"User Commands\"\n.SH NAME\nentente \\- from annotated texts to relationship "
           "networks\n.SH SYNOPSIS\n.B entente\n.I VERB\n[\\fIINPUT\\fR…] [\\fIOPTION\\fR…]\n.SH DESCRIPTION\n"
           "Reads texts in which actors and events are marked, works out who took part in what together, ranks the "
           "actors, draws the network "
           "and writes it for other programs. \\fIINPUT\\fR is a folder of annotated texts (TEI), a file, a table of "
           "participations (CSV, "
           "TSV), or \\- for standard input. Results go to standard output, everything else to standard error.\n.SH "
           "VERBS\n");
    for (size_t i = 0; i < n; i++)
        print_verb_of(&verb[i]);
    printf(".SH OPTIONS\n");
    const char *heading;
    for (size_t h = 0; (heading = option_heading_at(h)); h++)
        print_options_of(heading);
    printf(".SH MEASURES\n");
    for (Measure m = 0; m < N_MEASURES; m++) {
        printf(".TP\n\\fB%s\\fR\n", measure_name(m));
        print_roff(measure_definition(m));
        printf(".\n");
    }
    printf(".SH EXIT STATUS\n.TP\n0\ndone.\n.TP\n1\nfinished, but the answer is \"problems\" or "
           "\"no\".\n.TP\n2\nusage.\n.TP\n3\ncannot read or "
           "write.\n.TP\n130\ninterrupted.\n.SH ENVIRONMENT\n.TP\n\\fBNO_COLOR\\fR, \\fBTERM\\fR=dumb\nno colour.\n");
}
