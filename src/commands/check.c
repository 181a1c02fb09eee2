/* check.c - problems with file:line:column, a caret and a way out. */
#include "error.h"
#include "invocation.h"
#include <stdio.h>
#include <unistd.h>

int check_run(Invocation *v, GError **error)
{
    bool quiet = v->quiet;
    v->quiet = true;                          /* the problems are the result here: they go to standard output, once */
    v->request.selection.expand_blocs = true; /* so that memberships are looked at too */
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_INCIDENCE, error);
    DiagnosticFormat format =
        v->format == REPORT_JSONL || v->format == REPORT_JSON ? DIAGNOSTIC_JSONL : v->diagnostic_format;
    diagnostics_print(v->diagnostics, stdout, SEVERITY_NOTE, format, colour_wanted(v->colour, STDOUT_FILENO));
    if (!p)
        return -1;
    size_t all = diagnostics_count(v->diagnostics, SEVERITY_NOTE),
           errors = diagnostics_count(v->diagnostics, SEVERITY_ERROR),
           problems = diagnostics_count(v->diagnostics, SEVERITY_WARNING);
    if (format == DIAGNOSTIC_TEXT && !quiet)
        printf("%zu document%s: %zu error%s, %zu warning%s, %zu note%s\n", p->corpus->n_documents,
               p->corpus->n_documents == 1 ? "" : "s", errors, errors == 1 ? "" : "s", problems - errors,
               problems - errors == 1 ? "" : "s", all - problems, all - problems == 1 ? "" : "s");
    if (!printed_all(error))
        return -1;
    return problems ? ERROR_NO : 0;
}
