/* fuzz_xmi.c - any bytes as UIMA XMI, whole and in pieces: read or refused alike; mentions stand in their texts. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    reading_check_pieces(bytes, n, xmi_read);
    return 0;
}
