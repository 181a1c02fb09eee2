/* completion.c - completion for bash, zsh and fish, from the tables of verbs and options. */
#include "error.h"
#include "option.h"
#include <stdio.h>

static void print_choices(const Option *o, const char *separator)
{
    g_auto(GStrv) choice = option_choices(o);
    for (char **c = choice; c && *c; c++)
        printf("%s%s", c == choice ? "" : separator, *c);
}

static void print_bash(void)
{
    size_t n_verbs, n_options;
    const Verb *verb = verbs(&n_verbs);
    const Option *option = options(&n_options);
    printf("_entente() {\n    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n    case "
           "$before in\n");
    for (size_t i = 0; i < n_options; i++) {
        g_auto(GStrv) choice = option_choices(&option[i]);
        if (!choice)
            continue;
        printf("    --%s) COMPREPLY=($(compgen -W '", option[i].name);
        print_choices(&option[i], " ");
        printf("' -- \"$word\")); return ;;\n");
    }
    printf("    esac\n    if [ \"$COMP_CWORD\" = 1 ]; then COMPREPLY=($(compgen -W '");
    for (size_t i = 0; i < n_verbs; i++)
        printf("%s%s", i ? " " : "", verb[i].name);
    printf("' -- \"$word\")); return; fi\n    case $word in -*) case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; i < n_verbs; i++) {
        printf("    %s) COMPREPLY=($(compgen -W '", verb[i].name);
        for (size_t j = 0; j < n_options; j++)
            if (option_of_verb(&option[j], &verb[i]))
                printf("--%s ", option[j].name);
        printf("' -- \"$word\")) ;;\n");
    }
    printf("    esac; return ;; esac\n    COMPREPLY=($(compgen -f -- \"$word\"))\n}\ncomplete -o filenames -F _entente "
           "entente\n");
}

static void print_zsh(void)
{
    printf("#compdef entente\nautoload -U +X bashcompinit && bashcompinit\n");
    print_bash();
}

static void print_quoted(const char *s)
{
    for (; *s; s++)
        printf("%s%c", *s == '\'' ? "\\" : "", *s);
}

static void print_fish(void)
{
    size_t n_verbs, n_options;
    const Verb *verb = verbs(&n_verbs);
    const Option *option = options(&n_options);
    for (size_t i = 0; i < n_verbs; i++) {
        printf("complete -c entente -n __fish_use_subcommand -a %s -d '", verb[i].name);
        print_quoted(verb[i].what);
        printf("'\n");
    }
    for (size_t j = 0; j < n_options; j++) {
        printf("complete -c entente -n '__fish_seen_subcommand_from");
        for (size_t i = 0; i < n_verbs; i++)
            if (option_of_verb(&option[j], &verb[i]))
                printf(" %s", verb[i].name);
        printf("' -l %s", option[j].name);
        if (option[j].letter)
            printf(" -s %c", option[j].letter);
        if (option[j].value && !option_value_optional(&option[j]))
            printf(" -r");
        if (option[j].value && *option[j].value && g_strrstr(option[j].value, "|")) {
            printf(" -a '");
            print_choices(&option[j], " ");
            printf("'");
        }
        printf(" -d '");
        print_quoted(option[j].what);
        printf("'\n");
    }
}

int completion_run(Invocation *v, GError **error)
{
    const char *shell = v->operand->len ? v->operand->pdata[0] : "";
    if (g_str_equal(shell, "bash"))
        print_bash();
    else if (g_str_equal(shell, "zsh"))
        print_zsh();
    else if (g_str_equal(shell, "fish"))
        print_fish();
    else {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "completion for which shell? bash, zsh or fish");
        return -1;
    }
    return printed_all(error) ? 0 : -1;
}
