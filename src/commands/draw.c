/* draw.c - the network as a picture. */
#include "error.h"
#include "files.h"
#include "plotting.h"
#include <unistd.h>

int draw_run(Invocation *v, GError **error)
{
    if (g_str_equal(v->output, "-") && isatty(STDOUT_FILENO)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "where should the picture go?\nhelp: -o network.svg (or .png, .pdf, .dot)");
        return -1;
    }
    if (v->plot)
        return plotting_run(v, error);
    if (!files_picture(v->output, v->as, error))
        return -1;
    v->request.measures = PICTURE_MEASURES | MEASURE_BIT(v->size_by);
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_SCORES, error);
    if (!p)
        return -1;
    if (!p->network->n_nodes) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "there is nothing to draw: no actor takes part in an event at level %s",
                    level_name(p->incidence->level));
        return -1;
    }
    Files f;
    bool done = files_init(&f, v, p, true, error) && files_draw(&f, v, v->output, v->as, error);
    files_clear(&f);
    return done ? 0 : -1;
}
