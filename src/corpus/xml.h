/* xml.h - the one way to read XML: a SAX2 push walk that knows where everything stands and trusts nothing.
 *
 * Nothing is loaded from elsewhere: no DTD, no external entity, no XInclude, no network. Bounds: XML_DEEPEST levels,
 * attributes of XML_LONGEST bytes, text that entities may blow up to ten times the file. Whatever is not
 * well-formed UTF-8 XML (or another declared encoding, converted) ends the walk with an ERROR_IO that tells
 * its place and a way out (failure.h). Codes: malformed, truncated, bad-encoding, control-character, external-entity,
 * entity-bomb, too-deep, too-long, unreadable. */
#ifndef ENTENTE_XML_H
#define ENTENTE_XML_H

#include "digest.h"
#include "place.h"
#include "source.h"
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { XML_DEEPEST = 1000, XML_LONGEST = 256 * 1024 };
enum { XML_OTHER = -1 }; /* an element that the vocabulary does not have, or of another namespace */

/* Names that a reader knows; their indexes are what it sees. Elements count in no namespace and in those of space;
 * attributes in no namespace, and "xml:id", "xml:lang" by these names. All lists end with NULL. */
typedef struct XmlVocabulary {
    const char *const *element, *const *attribute, *const *space;
    size_t longest; /* bytes of an attribute; 0 = XML_LONGEST. libxml2 takes ten million */
} XmlVocabulary;

typedef struct Xml Xml;

typedef struct XmlHandler {
    void (*start)(Xml *, int element, void *user);
    void (*end)(Xml *, int element, void *user);
    void (*text)(Xml *, const char *s, size_t n, void *user); /* whole characters, in pieces of any length */
} XmlHandler;

/* A stretch of bytes, not ended by NUL, valid during the call-back. s NULL = not there. */
typedef struct XmlText {
    const char *s;
    size_t n;
} XmlText;

typedef struct XmlTotals {
    uint64_t n_bytes;
    char digest[DIGEST_SIZE]; /* sha256, hex */
} XmlTotals;

/* Walks the source from begin to end; false with ERROR_IO. The call-backs may stop it with xml_fail.
 * Memory: a few chunks, whatever the size of the file. */
bool xml_read(const Source *, const XmlVocabulary *, const XmlHandler *, void *user, XmlTotals *, GError **);

/* The library that parses: "libxml2 2.9.14". */
const char *xml_library(void);

/* In start: value of an attribute of the vocabulary. */
XmlText xml_attribute(const Xml *, int attribute);
/* In start: the tag's attribute number i, as it stands there, whatever its name; *space NULL = none. s NULL: it has
 * fewer. */
XmlText xml_attribute_at(const Xml *, int i, const char **name, const char **space);
/* In start: local name of the element, also of one that the vocabulary does not have. */
const char *xml_name(const Xml *);
/* In start: its namespace, or NULL. */
const char *xml_space(const Xml *);
/* In start: where its '<' stands, in a replaced entity where the reference stands. Elsewhere: the last place known. */
Place xml_place(Xml *);
/* In start: bytes of the file before its '<'. */
uint64_t xml_offset(Xml *);
/* Elements open, the present one included. */
unsigned xml_depth(const Xml *);
/* Ends the walk with an error of this form. */
void xml_fail(Xml *, Place, const char *code, const char *help, const char *format, ...) G_GNUC_PRINTF(5, 6);

#endif
