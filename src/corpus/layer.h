/* layer.h - what the layers and features of WebAnno, INCEpTION and UIMA mean here. */
#ifndef ENTENTE_LAYER_H
#define ENTENTE_LAYER_H

#include <stdbool.h>
#include <stddef.h>

/* Layers are types of UIMA: "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "webanno.custom.Event". */

/* "NamedEntity": what stands after the last dot; points into the name. It is the label of a mark without another. */
const char *layer_short_name(const char *layer);
/* Says the layer something of words as words (part of speech, lemma, morphology, syntax, surface form)? Then it marks
 * nobody, and relations on it are none between marks. */
bool layer_is_of_words(const char *layer);

typedef enum FeatureUse {
    FEATURE_ATTRIBUTE,
    FEATURE_LABEL,     /* "value", "label", "type", "entity", "category" … */
    FEATURE_REFERENCE, /* "identifier": an id or the address of one */
    FEATURE_NAME,      /* "identity": a name, as Wikipedia's titles are */
} FeatureUse;
FeatureUse feature_use(const char *feature);
/* Which of the features is the label: the first of the best known, else -1. */
int layer_label_feature(const char *const *feature, size_t n);
/* The id in the address of a concept ("http://www.wikidata.org/entity/Q76" → "Q76"), else the text itself. */
const char *feature_reference(const char *text);

#endif
