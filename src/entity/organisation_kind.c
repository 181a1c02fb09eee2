/* organisation_kind.c - which kinds of organisation speak for their country: data/organisation-kinds.tsv. */
#include "delimited.h"
#include "reference.h"
#include "relation.h"
#include <string.h>

void organisation_kind_build(Hierarchy *h)
{
    size_t n, n_fields;
    const char *text = reference_table("organisation-kinds", &n);
    h->kind = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(Delimited) table = text ? delimited_memory("organisation-kinds.tsv", text, n, NULL) : NULL;
    if (!table)
        return;
    int kind = delimited_find(table, (const char *const[]){"kind", NULL});
    int state = delimited_find(table, (const char *const[]){"state", NULL});
    while (delimited_next(table, &n_fields, NULL))
        g_hash_table_insert(h->kind, g_strdup(delimited_field(table, kind)), g_strdup(delimited_field(table, state)));
}

bool hierarchy_is_state_body(const Hierarchy *h, ActorId agency, bool *known)
{
    const char *subtype = h->cast->actor[agency.i].subtype;
    const char *state = subtype ? g_hash_table_lookup(h->kind, subtype) : NULL;
    *known = state != NULL;
    return !state || strcmp(state, "yes") == 0;
}
