/* offset.h - offsets in the units that programs count in, as bytes of UTF-8 and back. */
#ifndef ENTENTE_OFFSET_H
#define ENTENTE_OFFSET_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a format counts in. Code points: brat, doccano, Prodigy, spaCy, Hugging Face, Flair, GLiNER, Stanza. UTF-16
 * units: WebAnno TSV, UIMA XMI, CoreNLP, GATE. Bytes: our own annotator. */
typedef enum OffsetUnit { OFFSET_BYTE, OFFSET_CODE_POINT, OFFSET_UTF16 } OffsetUnit;
enum { N_OFFSET_UNITS = 3 };
const char *offset_unit_name(OffsetUnit); /* "bytes", "characters", "UTF-16 units" */

typedef enum OffsetFit { OFFSET_FITS, OFFSET_BEYOND, OFFSET_INSIDE } OffsetFit; /* inside a character */

/* How many units stand before every 256th byte: made in O(n), asked in O(log n) both ways, n/64 bytes of memory. */
typedef struct OffsetIndex OffsetIndex;

/* The text must be valid UTF-8, shorter than 2^32, and outlive the index. */
OffsetIndex *offset_index_new(const char *text, size_t n, OffsetUnit);
void offset_index_free(OffsetIndex *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OffsetIndex, offset_index_free)
/* The byte where the unit begins; the end of the text is one past its last unit. *byte is set only when it fits. */
OffsetFit offset_to_byte(const OffsetIndex *, uint32_t unit, uint32_t *byte);
/* The number of units before a byte, at most n; the byte must be at a border of characters. */
uint32_t offset_of_byte(const OffsetIndex *, uint32_t byte);
/* Units in the whole text. */
uint32_t offset_index_size(const OffsetIndex *);

#endif
