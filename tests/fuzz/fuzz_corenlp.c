/* fuzz_corenlp.c - any bytes as CoreNLP's XML or JSON: read or refused alike; mentions stand in their texts. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    reading_check_pieces(bytes, n, n && *bytes == '{' ? corenlp_json_read : corenlp_xml_read);
    return 0;
}
