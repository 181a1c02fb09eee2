/* fuzz_conll.c - any bytes as CoNLL columns: read or refused; every mention that is kept stands in its text. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    reading_check(".iob", bytes, n);
    return 0;
}
