/* test_part_story.c - taking part as told by stories, by sentences of our own. */
#include "parts.h"

static void test_stories(void)
{
    expect("Peru hosted the Quill Drill. Interpol relayed messages; Chile cleared the roads.",
           "e1 host PE; e1 attendee interpol ??; e1 attendee CL ??");
}

static void test_no_stories(void)
{
    expect("Interpol relayed messages.", "");
    expect("Peru hosted the Quill Drill. Interpol was not involved. Chile cancelled. Kenya announced a law.",
           "e1 host PE");
    expect("Peru hosted the Quill Drill. In May 2019 Chile cleared the roads.", "e1 host PE");
    expect("Peru hosted the Quill Drill. The 3rd Reed Forum was held in May. Chile cleared the roads.", "e1 host PE");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/part-story/stories", test_stories);
    g_test_add_func("/part-story/no-stories", test_no_stories);
    return run_with_lexicon();
}
