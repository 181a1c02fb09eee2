/* reference.c - the reference tables of data/, looked up by name. */
#include "reference.h"
#include "reference_data.h"
#include <string.h>

const char *reference_table(const char *name, size_t *n)
{
    for (const ReferenceData *table = reference_data; table->name; table++) {
        if (strcmp(table->name, name) == 0) {
            *n = table->n;
            return table->text;
        }
    }
    *n = 0;
    return NULL;
}
