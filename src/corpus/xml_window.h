/* xml_window.h - the bytes of an XML file as valid UTF-8, and the line and column of any of them. */
#ifndef ENTENTE_XML_WINDOW_H
#define ENTENTE_XML_WINDOW_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Raw bytes go in, in pieces of any size; valid UTF-8 without byte order mark comes out, whatever the encoding was
 * (byte order mark, else the shape of the first bytes, else the XML declaration). What a parser has passed is
 * forgotten, so memory is bounded by what it has not. */
typedef struct XmlWindow {
    GByteArray *raw;  /* not decoded yet: before the encoding is known, or an incomplete character */
    GByteArray *text; /* decoded */
    uint64_t offset;  /* of text's first byte in the decoded file */
    size_t n_valid;   /* bytes of text that were checked */
    GIConv converter; /* (GIConv)-1 for UTF-8 */
    bool decided;
    uint64_t at; /* offset whose line and column are known */
    uint32_t line, column;
} XmlWindow;

typedef enum XmlFault {
    XML_FAULT_NONE,
    XML_FAULT_UNKNOWN_ENCODING, /* the declared one is not known */
    XML_FAULT_BAD_BYTES,        /* not valid in the encoding; the first stands at offset + n_valid */
    XML_FAULT_CONTROL,          /* a character that XML forbids stands there */
} XmlFault;

void xml_window_init(XmlWindow *);
void xml_window_clear(XmlWindow *);
/* Adds n bytes; last: there are no more. What is valid before a fault can still be used. */
XmlFault xml_window_add(XmlWindow *, const char *bytes, size_t n, bool last);
/* The encoding that the declaration names, or NULL. Heap. Only while nothing is forgotten. */
char *xml_window_declared(const XmlWindow *);
/* Moves the known place to an offset, which never lies before one asked for earlier; an earlier one gives that place.
 */
void xml_window_locate(XmlWindow *, uint64_t offset);
/* Forgets all text before the known place. */
void xml_window_forget(XmlWindow *);

#endif
