/* fuzz_jsonl.c - any bytes as JSON lines, whole and in pieces: read or refused alike; mentions stand in their texts. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    reading_check_pieces(bytes, n, jsonl_read);
    return 0;
}
