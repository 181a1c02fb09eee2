/* layer.c - what the layers and features of WebAnno, INCEpTION and UIMA mean here. */
#include "layer.h"
#include <glib.h>
#include <string.h>

/* Best first. */
static const char *const label_feature[] = {"value", "label", "entity",        "type",     "category",
                                            "kind",  "class", "referenceType", "relation", "semanticType"};

const char *layer_short_name(const char *layer)
{
    const char *dot = strrchr(layer, '.');
    return dot && dot[1] ? dot + 1 : layer;
}

bool layer_is_of_words(const char *layer)
{
    static const char *const room[] = {".lexmorph.", ".segmentation.", ".syntax.", ".transform.", ".metadata."};
    for (size_t i = 0; i < G_N_ELEMENTS(room); i++) {
        if (strstr(layer, room[i]))
            return true;
    }
    return false;
}

static size_t label_rank(const char *feature)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(label_feature) && g_ascii_strcasecmp(feature, label_feature[i]) != 0)
        i++;
    return i;
}

FeatureUse feature_use(const char *feature)
{
    if (g_ascii_strcasecmp(feature, "identifier") == 0 || g_ascii_strcasecmp(feature, "concept") == 0)
        return FEATURE_REFERENCE;
    if (g_ascii_strcasecmp(feature, "identity") == 0)
        return FEATURE_NAME;
    return label_rank(feature) < G_N_ELEMENTS(label_feature) ? FEATURE_LABEL : FEATURE_ATTRIBUTE;
}

int layer_label_feature(const char *const *feature, size_t n)
{
    int best = -1;
    size_t rank = G_N_ELEMENTS(label_feature);
    for (size_t i = 0; i < n; i++) {
        size_t r = label_rank(feature[i]);
        if (r < rank) {
            rank = r;
            best = (int)i;
        }
    }
    return best;
}

const char *feature_reference(const char *text)
{
    const char *end = strstr(text, "://") ? strpbrk(strrchr(text, '/'), "#") : NULL;
    const char *slash = strstr(text, "://") ? strrchr(text, '/') : NULL;
    const char *id = end ? end + 1 : slash ? slash + 1 : text;
    return *id ? id : text;
}
