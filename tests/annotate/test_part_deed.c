/* test_part_deed.c - taking part as told by deeds for an event, by sentences of our own. */
#include "parts.h"

static void test_deeds(void)
{
    expect("The Quill Drill was held in May. Peru paid for the tents, and Chile sent observers.",
           "e1 supporter PE ?; e1 attendee CL ?");
    expect("The Quill Drill was held in May. Interpol seconded two analysts, and Chile met the costs.",
           "e1 supporter interpol ?; e1 supporter CL ?");
    expect("The Quill Drill was held in May. Ada Roa told the crews that it was late.", "e1 speaker ada-roa ?");
    expect("Peru, together with Chile, brought experts to Lima for the Quill Forum.",
           "e1 co-organiser PE ?; e1 co-organiser CL ?");
    expect("The Quill Operation was run by Kenya. It worked hand in hand with Peru and Interpol.",
           "e1 organiser KE; e1 attendee PE ?; e1 attendee interpol ?");
}

static void test_no_deeds(void)
{
    expect("Peru paid for the tents.", "");
    expect("The Quill Drill was held in May. Peru did not send observers.", "");
    expect("The Quill Drill was held in May. Peru will pay for it. Chile sent letters.", "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/part-deed/deeds", test_deeds);
    g_test_add_func("/part-deed/no-deeds", test_no_deeds);
    return run_with_lexicon();
}
