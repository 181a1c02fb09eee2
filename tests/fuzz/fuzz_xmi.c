/* fuzz_xmi.c - any bytes as UIMA XMI, whole and in pieces: read or refused alike; mentions stand in their texts. */
#include "pieces.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    pieces_check(bytes, n, xmi_read);
    return 0;
}
