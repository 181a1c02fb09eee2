/* test_part_office.c - taking part as told by nouns of office, by sentences of our own. */
#include "parts.h"

static void test_offices(void)
{
    expect("The Quill Forum was held in May, with Ada Roa in the chair.", "e1 chair ada-roa");
    expect("The Quill Forum was held in May with Peru and Chile as its hosts.", "e1 host PE; e1 host CL");
    expect("Peru and Chile were joint hosts of the Quill Forum.", "e1 host PE; e1 host CL");
    expect("The Quill Forum was held in May. Ada Roa was in the chair.", "e1 chair ada-roa ?");
    expect("Peru and Chile shared the chair of the Quill Forum.", "e1 chair PE; e1 chair CL");
    expect("The Quill Forum was held in May under the auspices of Interpol.", "e1 organiser interpol");
    expect("The Quill Forum was held in May. Peru followed it as an observer.", "e1 attendee PE ?");
}

static void test_no_offices(void)
{
    expect("Peru is the host of many birds.", "");
    expect("The Quill Forum was held in May. Peru will be the host.", "");
    expect("The Quill Forum was held in May. Chile is a partner country of the bank.", "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/part-office/offices", test_offices);
    g_test_add_func("/part-office/no-offices", test_no_offices);
    return run_with_lexicon();
}
