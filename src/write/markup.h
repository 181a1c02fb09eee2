/* markup.h - text as XML holds it, in elements and in attributes, so that every reader gets it back as it was. */
#ifndef ENTENTE_MARKUP_H
#define ENTENTE_MARKUP_H

#include "line.h"
#include <stdbool.h>

/* What stands for a character between tags or, more of them, between double quotes; NULL: itself. */
const char *markup_reference(char, bool attribute);

/* Both append checked text (utf8_is_xml_text), as an Escape of phrase.h. libxml2's xmlTextWriter does not check its
 * input either, and took twice the time (124–153 MB/s against 330 on ties with all their columns). */

/* Between tags. A carriage return is a reference, else it is read back as a line feed. Blanks between two references
 * are lost in the parser of the JDK (Gephi), not inside CDATA. */
void markup_text(Line *, const char *text, size_t length);
/* Between double quotes. Tabs and line ends are references, else they are read back as blanks. */
void markup_attribute(Line *, const char *text, size_t length);

#endif
