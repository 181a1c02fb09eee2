/* test_part_who.c - taking part as told by those "he", "they" and a colon mean, by sentences of our own. */
#include "parts.h"

static void test_pronouns(void)
{
    expect("The Quill Forum opened in Lima. Ada Roa, Minister of Health, came. She was speaking at the Quill Forum.",
           "e1 attendee ada-roa ?; e1 speaker ada-roa");
    expect("Peruvian President Ada Roa met Chilean President Juan Lopez in Lima. They signed an agreement on water.",
           "e1 attendee ada-roa; e1 attendee juan-lopez; e2 signatory ada-roa; e2 signatory juan-lopez");
    expect("They signed an agreement on water.", "");
    expect("The Quill Forum was held in May. Peru, which has no seat, sat in as an observer, as did Chile.",
           "e1 attendee PE ?; e1 attendee CL ?");
}

static void test_colon(void)
{
    expect("Two ministers spoke at the Quill Forum: Ada Roa and Juan Lopez.",
           "e1 speaker ada-roa; e1 speaker juan-lopez");
    expect("Two ministers spoke at the Quill Forum: it rained.", "");
}

static void test_absolute(void)
{
    expect("The Quill Forum began, with Ada Roa, then the minister, speaking at the Quill Forum.",
           "e1 speaker ada-roa");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/part-who/pronouns", test_pronouns);
    g_test_add_func("/part-who/colon", test_colon);
    g_test_add_func("/part-who/absolute", test_absolute);
    return run_with_lexicon();
}
