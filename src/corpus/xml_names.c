/* xml_names.c - a small cache from the address of a name to its number. */
#include "xml_names.h"
#include <string.h>

/* Real vocabularies have a few hundred names; a hostile file's other names are compared as text every time. */
enum { N_SLOTS = 512, MOST_USED = N_SLOTS / 2, MOST_ATTRIBUTES = 64 };

typedef struct Slot {
    const char *name, *space;
    int code;
} Slot;

typedef struct Cache {
    Slot slot[N_SLOTS];
    int n_used;
} Cache;

struct XmlNames {
    const XmlVocabulary *vocabulary;
    Cache element, attribute;
    uint32_t tag;                      /* serial number of the present tag */
    uint32_t seen_in[MOST_ATTRIBUTES]; /* tag that had it last */
    int at[MOST_ATTRIBUTES];
};

XmlNames *xml_names_new(const XmlVocabulary *vocabulary)
{
    XmlNames *names = g_new0(XmlNames, 1);
    names->vocabulary = vocabulary;
    return names;
}

void xml_names_free(XmlNames *names)
{
    g_free(names);
}

static int index_of(const char *const *list, const char *name)
{
    for (int i = 0; list[i]; i++) {
        if (*list[i] == *name && strcmp(list[i], name) == 0)
            return i;
    }
    return XML_OTHER;
}

static Slot *find_slot(Cache *cache, const char *name, const char *space)
{
    uint64_t h = ((uintptr_t)name + 31 * (uintptr_t)space) * UINT64_C(0x9E3779B97F4A7C15);
    size_t i = (size_t)(h >> 40) % N_SLOTS;
    while (cache->slot[i].name && (cache->slot[i].name != name || cache->slot[i].space != space))
        i = (i + 1) % N_SLOTS;
    return &cache->slot[i];
}

static int remember(Cache *cache, Slot *slot, const char *name, const char *space, int code)
{
    if (cache->n_used < MOST_USED) {
        *slot = (Slot){name, space, code};
        cache->n_used++;
    }
    return code;
}

int xml_names_element(XmlNames *names, const char *name, const char *space)
{
    Slot *slot = find_slot(&names->element, name, space);
    if (slot->name)
        return slot->code;
    bool ours = !space || index_of(names->vocabulary->space, space) != XML_OTHER;
    return remember(&names->element, slot, name, space, ours ? index_of(names->vocabulary->element, name) : XML_OTHER);
}

static int attribute_code(XmlNames *names, const char *name, const char *space)
{
    Slot *slot = find_slot(&names->attribute, name, space);
    if (slot->name)
        return slot->code;
    int code = XML_OTHER;
    char full[32] = "xml:";
    if (!space)
        code = index_of(names->vocabulary->attribute, name);
    else if (strcmp(space, "http://www.w3.org/XML/1998/namespace") == 0 &&
             g_strlcat(full, name, sizeof full) < sizeof full)
        code = index_of(names->vocabulary->attribute, full);
    return remember(&names->attribute, slot, name, space, code < MOST_ATTRIBUTES ? code : XML_OTHER);
}

void xml_names_find_attributes(XmlNames *names, const char *const *attribute, int n)
{
    names->tag++;
    for (int i = 0; i < n; i++) {
        int code = attribute_code(names, attribute[5 * i], attribute[5 * i + 2]);
        if (code >= 0) {
            names->seen_in[code] = names->tag;
            names->at[code] = i;
        }
    }
}

int xml_names_found(const XmlNames *names, int attribute)
{
    return names->seen_in[attribute] == names->tag ? names->at[attribute] : -1;
}
