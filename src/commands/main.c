/* main.c - the front door: one verb runs, and the one failure it may have is told here. */
#include "failure.h"
#include "interrupt.h"
#include "reference.h"
#include "sliced.h"
#include <stdio.h>

/* The failure, with every line after the first as it is (candidates, help). One without words is nobody's concern: the
 * reader of a pipe has seen enough. */
static int report_failure(const GError *error)
{
    bool placed = failure_of(error).code != NULL;
    if (*error->message)
        fprintf(stderr, "%s%s\n", placed ? "" : "entente: ", error->message);
    return error->domain == ENTENTE_ERROR ? error->code : ERROR_IO;
}

int main(int argc, char **argv)
{
    interrupt_install();
    Invocation v;
    invocation_init(&v);
    g_autoptr(GError) error = NULL;
    int status = ERROR_USAGE;
    if (!invocation_parse(&v, argc, argv, &error))
        status = report_failure(error);
    else {
        if (v.version)
            v.verb = NULL;
        bool front = v.help || v.version || !v.verb;
        bool ready = front || !v.words || reference_extend(v.words, &error);
        status = !ready          ? ERROR_IO
                 : front         ? help_run(&v, &error)
                 : v.slices.unit ? sliced_run(&v, &error)
                                 : v.verb->run(&v, &error);
        if (error)
            status = report_failure(error);
    }
    invocation_clear(&v);
    return status;
}
