/* fuzz_gate.c - any bytes as GATE XML, whole and in pieces: read or refused alike; mentions stand in their texts. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    reading_check_pieces(bytes, n, gate_read);
    return 0;
}
