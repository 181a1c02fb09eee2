/* test_part_setting.c - taking part as told by settings, by sentences of our own. */
#include "parts.h"

static void test_settings(void)
{
    expect("At the Quill Forum in Lima, Peru and Chile called for clean rivers.", "e1 attendee PE ?; e1 attendee CL ?");
    expect("Soldiers of Peru and Chile built a bridge during the Quill Drill.", "e1 attendee PE ?; e1 attendee CL ?");
    expect("They spoke of the Quill Drill, in which Peru and Chile rehearse a rescue.",
           "e1 attendee PE ?; e1 attendee CL ?");
    expect("Ada Roa was also at the Quill Forum.", "e1 attendee ada-roa ?");
    expect("Ada Roa flew to Lima for the Quill Forum.", "e1 attendee ada-roa ?");
}

static void test_no_settings(void)
{
    expect("At the Quill Forum, Peru was praised.", "e1 attendee PE & ??");
    expect("Peru praised the Quill Forum.", "e1 attendee PE & ??");
    expect("Peru left before the Quill Forum.", "e1 attendee PE & ??");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/part-setting/settings", test_settings);
    g_test_add_func("/part-setting/no-settings", test_no_settings);
    return run_with_lexicon();
}
