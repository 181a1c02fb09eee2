/* inference.c - inferred participations that a file carries, held against ours. */
#include "inference.h"

void inference_compare(const Corpus *corpus, const Cast *cast, const Hierarchy *hierarchy, Diagnostics *diagnostics)
{
    (void)corpus, (void)cast, (void)hierarchy, (void)diagnostics;
}
