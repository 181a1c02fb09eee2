/* label_table.c - labels.tsv: display names that beat the records'. */
#include "label_table.h"
#include "delimited.h"
#include "error.h"
#include <string.h>

bool label_table_read(const char *path, Register *reg, const Pool *ids, GError **error)
{
    g_autoptr(Delimited) table = delimited_open(path, error);
    g_autoptr(GError) failure = NULL;
    size_t n_fields;
    if (!table)
        return false;
    int id_column = delimited_find(table, (const char *const[]){"id", NULL});
    int label_column = delimited_find(table, (const char *const[]){"label", "name", NULL});
    int type_column = delimited_find(table, (const char *const[]){"type", NULL});
    if (id_column < 0 || label_column < 0) {
        g_set_error(error, ENTENTE_ERROR, ERROR_IO, "%s: the header needs the columns id and label", path);
        return false;
    }
    while (delimited_next(table, &n_fields, &failure)) {
        const char *text = delimited_field(table, id_column), *label = delimited_field(table, label_column);
        const char *id = pool_find(ids, text, strlen(text));
        if (!id)
            id = pool_find(reg->pool, text, strlen(text)); /* of a country that no text gives an id */
        ActorType type;
        bool typed = actor_type_by_name(delimited_field(table, type_column), &type);
        for (uint32_t at = id && *label ? register_by_id(reg, id) : ID_NONE; at != ID_NONE;) {
            Candidate *c = register_candidate(reg, at);
            if (!typed || c->type == type)
                c->label = pool_string(reg->pool, label);
            at = c->next;
        }
    }
    if (!failure)
        return true;
    g_propagate_error(error, g_steal_pointer(&failure));
    return false;
}

char **cast_label_files(const char *const *inputs, size_t n_inputs)
{
    GPtrArray *found = g_ptr_array_new();
    for (size_t i = 0; i < n_inputs; i++) {
        g_autofree char *path = g_build_filename(inputs[i], "labels.tsv", NULL);
        delimited_add_offered(found, inputs[i], "labels"); /* of a database */
        if (g_file_test(inputs[i], G_FILE_TEST_IS_DIR) && g_file_test(path, G_FILE_TEST_EXISTS))
            g_ptr_array_add(found, g_steal_pointer(&path));
    }
    g_ptr_array_add(found, NULL);
    return (char **)g_ptr_array_free(found, false);
}
