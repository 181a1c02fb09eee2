/* digest.h - sha256 of the bytes of a file as they pass. */
#ifndef ENTENTE_DIGEST_H
#define ENTENTE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

enum { DIGEST_SIZE = 65 };

/* FIPS 180-4. With the SHA instructions of a processor that has them ten times as fast as GChecksum, which would take
 * half the time of reading a corpus; without them a plain loop. */
typedef struct Digest {
    uint32_t state[8];
    uint64_t n_bytes;
    unsigned char block[64]; /* the last n_bytes % 64 bytes */
} Digest;

void digest_init(Digest *);
void digest_add(Digest *, const void *, size_t);
/* Ends the sum: hex, NUL-terminated. Returns out. */
char *digest_hex(Digest *, char out[DIGEST_SIZE]);

#endif
