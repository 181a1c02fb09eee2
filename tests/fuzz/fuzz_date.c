/* fuzz_date.c - any text as a date: what is read is a real range, and what is written of it is read as the same. */
#include "date.h"
#include <glib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    g_autofree char *text = g_strndup((const char *)bytes, n);
    Date date;
    if (!date_parse(text, &date))
        return 0;
    g_assert(date.earliest <= date.latest);
    g_assert(date.latest - date.earliest < 366);
    char written[DATE_SIZE];
    date_format(date, written);
    Date again;
    g_assert(date_parse(written, &again));
    g_assert(again.earliest == date.earliest && again.latest == date.latest);
    g_assert(date_within(date, date, date) != DATE_WITHIN_NO);
    g_assert(date_within(date, DATE_UNKNOWN, DATE_UNKNOWN) == DATE_WITHIN_YES);
    DateOrder order = date_compare(date, date);
    g_assert(order == (date.earliest == date.latest ? DATE_SAME : DATE_INDETERMINATE));
    return 0;
}
