/* fuzz_gate.c - any bytes as GATE XML, whole and in pieces: read or refused alike; mentions stand in their texts. */
#include "pieces.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    pieces_check(bytes, n, gate_read);
    return 0;
}
