/* fuzz_brat.c - any bytes as .ann and .txt: read or refused; every mention that is kept stands in its text. */
#include "reading.h"

/* The annotation, then a line "==", then the text. */
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    size_t cut = 0;
    while (cut + 4 <= n && memcmp(bytes + cut, "\n==\n", 4) != 0)
        cut++;
    bool both = cut + 4 <= n;
    reading_file(".txt", both ? bytes + cut + 4 : bytes, both ? n - cut - 4 : 0);
    reading_check(".ann", bytes, both ? cut + 1 : n);
    return 0;
}
