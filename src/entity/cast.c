/* cast.c - who is who: references become actors. */
#include "cast.h"

void cast_free(Cast *cast)
{
    if (!cast)
        return;
    g_free(cast->actor);
    g_free(cast->name);
    g_free(cast->ref_actor);
    if (cast->pool)
        pool_free(cast->pool);
    g_free(cast);
}
