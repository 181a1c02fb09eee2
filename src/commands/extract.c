/* extract.c - one row a participation: the seam to any other engine. */
#include "invocation.h"
#include "participations.h"

int extract_run(Invocation *v, GError **error)
{
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_INCIDENCE, error);
    if (!p)
        return -1;
    g_autoptr(Output) out = invocation_output(v, error);
    if (!out)
        return -1;
    DelimitedKind kind = report_format_for(v->format, v->output) == REPORT_CSV ? DELIMITED_CSV : DELIMITED_TSV;
    return participations_write(p->incidence, kind, out, error) && output_commit(out, error) ? 0 : -1;
}
