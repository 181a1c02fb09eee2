/* xml_names.h - names of elements and attributes as the numbers of a vocabulary, found by pointer. */
#ifndef ENTENTE_XML_NAMES_H
#define ENTENTE_XML_NAMES_H

#include "xml.h"

/* libxml2 keeps one copy of each name of a file, so that after its first use a name is known by its address. */
typedef struct XmlNames XmlNames;

XmlNames *xml_names_new(const XmlVocabulary *);
void xml_names_free(XmlNames *);
/* Index in the vocabulary, or XML_OTHER. space NULL = none. */
int xml_names_element(XmlNames *, const char *name, const char *space);
/* Notes which attributes of the vocabulary a tag has; five pointers each, as SAX2 gives them. */
void xml_names_find_attributes(XmlNames *, const char *const *attribute, int n);
/* The tag's attribute of this index, or -1. */
int xml_names_found(const XmlNames *, int attribute);

#endif
