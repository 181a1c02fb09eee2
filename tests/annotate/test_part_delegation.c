/* test_part_delegation.c - taking part as told by delegations, by sentences of our own. */
#include "parts.h"

static void test_delegations(void)
{
    expect("The Quill Forum was held in May. Ada Roa headed the Peruvian delegation.",
           "e1 attendee ada-roa ?; e1 attendee PE ?");
    expect("The Quill Forum was held in May. The Kenyan side was led by Ada Roa.",
           "e1 attendee ada-roa ?; e1 attendee KE ?");
    expect("The Quill Forum was held in May. Ada Roa represented Peru.", "e1 attendee ada-roa ?");
    expect("The Quill Forum was held in May. The delegation included Ada Roa and Juan Lopez.",
           "e1 attendee ada-roa ?; e1 attendee juan-lopez ?");
}

static void test_no_delegations(void)
{
    expect("Ada Roa headed the Peruvian delegation.", "");
    expect("The Quill Forum was held in May. Ada Roa will head the Peruvian delegation.", "");
    expect("The Quill Forum was held in May. Ada Roa led a choir from Peru.", "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/part-delegation/delegations", test_delegations);
    g_test_add_func("/part-delegation/no-delegations", test_no_delegations);
    return run_with_lexicon();
}
