/* replace.c - whether the table that stands in the way of a new one is an earlier one of ours. */
#include "replace.h"
#include <glib.h>
#include <stdio.h>
#include <string.h>

enum { LOOKED_AT = 4096 };

/* How the header of each verb's table begins. */
static const char *const opening[] = {
    "rank\tactor\tid\ttype",
    "slice\tfrom\tto\tslice_events",
    "slice\tevent\tactor\ttype",
    "change\ta\ta_id\tb",
    "a\tb\ta_id\tb_id\tweight",
    "first\tlast\tevent\ttitle",
    "what\twhich\tvalue",
    "group\tactor\tid\ttype\tstability",
    "variation\toptions\tn_actors\tn_common",
    "date\tevent\tevent_title\thow",
    "event\tevent_title\tevent_date\tactor",
    "event\tactor\ttype\trole\tstatus\tevent_status\tcert\tdate\tdocument\tplace",
};

/* {"rank": 1, "actor": …: the keys in this order. */
static bool is_json_of(const char *head, char **name)
{
    const char *p = head + strspn(head, "[\n");
    for (size_t i = 0; name[i]; i++) {
        g_autofree char *key = g_strdup_printf("%s\"%s\": ", i ? ", " : "{", name[i]);
        const char *at = strstr(p, key);
        if (!at || (i == 0 && at != p))
            return false;
        p = at;
    }
    return true;
}

static bool is_table_of(const char *head, const char *columns)
{
    g_auto(GStrv) name = g_strsplit(columns, "\t", -1);
    g_autofree char *csv = g_strjoinv(",", name);
    return g_str_has_prefix(head, columns) || g_str_has_prefix(head, csv) || is_json_of(head, name);
}

bool replace_table(const char *path)
{
    char head[LOOKED_AT + 1];
    FILE *f = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? fopen(path, "rb") : NULL;
    if (!f)
        return false;
    head[fread(head, 1, LOOKED_AT, f)] = '\0';
    fclose(f);
    for (size_t i = 0; i < G_N_ELEMENTS(opening); i++)
        if (is_table_of(head, opening[i]))
            return true;
    head[strcspn(head, "\n")] = '\0';
    return strstr(head, " · level ") && strstr(head, ", weight "); /* the title of a table for people */
}
