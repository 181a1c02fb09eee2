/* fuzz_conllu.c - any bytes as CoNLL-U: read or refused; every mention that is kept stands in its text. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    reading_check(".conllu", bytes, n);
    return 0;
}
