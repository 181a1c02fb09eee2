/* snapshot.h - what a reader added to the builder for one file, as bytes, and back again without reading the file.
 *
 * A snapshot holds drafts, nothing linked: what is made of them, units, selections, resolution, is decided when they
 * are used. The bytes are the same on every machine. */
#ifndef ENTENTE_SNAPSHOT_H
#define ENTENTE_SNAPSHOT_H

#include "builder.h"

enum { SNAPSHOT_VERSION = 2 }; /* another number with every change of the tables */

/* All rows since the mark, n_bytes read by the file, and what was told of it. For a builder that keeps texts and
 * sentences. *alone: it refers to no document that another file made, so that it may be used beside others than now. */
GByteArray *snapshot_new(const Builder *, const BuilderMark *since, uint64_t n_bytes, Diagnostics *told, bool *alone);

/* Appends the rows to the builder (texts and marks only where it keeps them) and tells again what was told. false and
 * ERROR_IO where the bytes are no snapshot of this version or refer to what is not there, with the builder as it was.
 */
bool snapshot_read(Builder *, const uint8_t *bytes, size_t n, GError **);

#endif
