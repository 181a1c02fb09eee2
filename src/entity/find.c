/* find.c - the actors that a person's words may mean. */
#include "cast.h"
#include "error.h"
#include "utf8.h"
#include <string.h>

typedef struct Finder {
    const Cast *cast;
    ActorId *out;
    size_t max, n;
} Finder;

static void found(Finder *f, size_t actor)
{
    if (f->n < f->max)
        f->out[f->n] = actor_id_of((uint32_t)actor);
    f->n++;
}

static void find_id(Finder *f, const char *words)
{
    for (size_t i = 0; i < f->cast->n_actors; i++)
        if (strcmp(f->cast->actor[i].id, words) == 0)
            found(f, i);
}

static bool contains_all(const char *key, char **word)
{
    for (; *word; word++) {
        size_t n = strlen(*word);
        bool here = false;
        for (const char *at = key; (at = strstr(at, *word)) && !here; at += n)
            here = (at == key || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0');
        if (!here)
            return false;
    }
    return true;
}

/* By key: equal to a name, else to an id. */
static void find_key(Finder *f, char **keys, const char *key)
{
    for (size_t i = 0; i < f->cast->n_actors; i++) {
        Slice names = f->cast->actor[i].names;
        for (uint32_t j = 0; j < names.n; j++)
            if (strcmp(keys[names.first + j], key) == 0) {
                found(f, i);
                break;
            }
    }
    for (size_t i = 0; i < f->cast->n_actors && f->n == 0; i++) {
        g_autofree char *id = utf8_key(f->cast->actor[i].id);
        if (strcmp(id, key) == 0)
            found(f, i);
    }
}

static void find_words(Finder *f, char **keys, const char *key)
{
    g_auto(GStrv) word = g_strsplit(key, " ", -1);
    for (size_t i = 0; i < f->cast->n_actors; i++) {
        Slice names = f->cast->actor[i].names;
        for (uint32_t j = 0; j < names.n; j++)
            if (contains_all(keys[names.first + j], word)) {
                found(f, i);
                break;
            }
    }
}

size_t cast_find(const Cast *cast, const char *words, ActorId *out, size_t max)
{
    Finder f = {cast, out, max, 0};
    find_id(&f, words);
    if (f.n)
        return f.n;
    g_autofree char *key = utf8_key(words);
    g_strstrip(key);
    if (!*key)
        return 0;
    g_auto(GStrv) keys = g_new0(char *, cast->n_names + 1);
    for (size_t i = 0; i < cast->n_names; i++)
        keys[i] = g_strstrip(utf8_key(cast->name[i]));
    find_key(&f, keys, key);
    if (f.n == 0)
        find_words(&f, keys, key);
    return f.n;
}

static void set_nobody(const Cast *cast, const char *option, const char *words, GError **error)
{
    g_autofree const char **known = g_new(const char *, cast->n_names + cast->n_actors + 1);
    size_t n = 0;
    for (size_t i = 0; i < cast->n_names; i++)
        known[n++] = cast->name[i];
    for (size_t i = 0; i < cast->n_actors; i++)
        known[n++] = cast->actor[i].id;
    const char *near = utf8_nearest(words, known, n);
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "%s%snobody here is called \"%s\"%s%s%s", option ? option : "",
                option ? ": " : "", words, near ? ": did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

ActorId cast_find_one(const Cast *cast, const char *option, const char *words, GError **error)
{
    enum { SHOWN = 8 };
    ActorId meant[SHOWN];
    size_t n = cast_find(cast, words, meant, SHOWN);
    if (n == 1)
        return meant[0];
    if (n == 0) {
        set_nobody(cast, option, words, error);
        return actor_id_none();
    }
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < MIN(n, SHOWN); i++) {
        const Actor *a = &cast->actor[meant[i].i];
        g_string_append_printf(list, "\n  %s (%s, %s)", a->label, a->id, actor_type_name(a->type));
    }
    if (n > SHOWN)
        g_string_append_printf(list, "\n  … and %zu more", n - SHOWN);
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "%s%s\"%s\" may be %zu actors; say which, by id if need be:%s",
                option ? option : "", option ? ": " : "", words, n, list->str);
    return actor_id_none();
}
