/* test_part_list.c - taking part as told by lists of lines, by sentences of our own. */
#include "parts.h"

static void test_lists(void)
{
    expect(
        "Peru hosted the Quill Workshop in Lima.\nThe trainers:\n- Ana Roa (Chile): logs\n- Dr Ben Okafor (Kenya): law",
        "e1 host PE; e1 speaker ana-roa ?; e1 speaker ben-okafor ?");
    expect("1. Peru hosted the Quill Meeting in Lima.\n2. The following ministers attended the Meeting:\n"
           "H.E. Ana Roa, Minister of Trade of Chile;\nMr. Ben Okafor, Minister of Trade of Kenya.",
           "e1 host PE; e1 attendee ana-roa ?; e1 attendee ben-okafor ?");
    expect("Peru hosted the Quill Workshop in Lima.\nParticipating countries:\n- Chile\n- Kenya\nBrazil is near.",
           "e1 host PE; e1 attendee CL ?; e1 attendee KE ?");
}

static void test_no_lists(void)
{
    expect("Peru hosted the Quill Workshop in Lima.\nThe following did not attend:\n- Chile\n- Kenya", "e1 host PE");
    expect("Peru hosted the Quill Workshop in Lima.\nMore on this:\n- Chile\n- Kenya", "e1 host PE");
    expect("The trainers:\n- Ana Roa (Chile): logs", "");
}

/* "the Peru-Chile Consultations": both, where they are named elsewhere too. */
static void test_pairs(void)
{
    expect("The 4th Peru-Chile Consultations were held in Lima. Peru and Chile were satisfied.",
           "e1 attendee PE ?; e1 attendee CL ?");
}

static void test_verbs_alone(void)
{
    expect("The Minister of Trade, Ana Roa, this morning received her Peruvian counterpart, Ben Okafor, in Quito.",
           "e1 host ana-roa; e1 attendee ben-okafor");
    expect("A Chilean delegation visited the Quill Institute in Lima.", "e1 attendee CL ?; e1 host quill-institute ?");
    expect("Tourists visited the Quill Institute in Lima.", "");
    expect("Chile and Kenya sailed together off Lima.", "e1 attendee CL ?; e1 attendee KE ?");
    expect("Chile and Kenya will have sailed together off Lima.", "");
}

/* "the four countries" are those of a list of four, and not the four named last. */
static void test_sets(void)
{
    expect("Ships of Peru, Chile, Kenya and Togo were at sea. Brazil and Spain paid for fuel. "
           "The Quill Forum was attended by officers of the four countries.",
           "e1 attendee PE ?; e1 attendee CL ?; e1 attendee KE ?; e1 attendee TG ?");
    expect("Ships of Peru and Chile were at sea. Kenya, Togo and Brazil were not. "
           "The Quill Forum was attended by officers of the four countries.",
           "");
}

static void test_leaders(void)
{
    expect("A Chilean delegation led by Dr Ana Roa visited the Quill Institute in Lima.",
           "e1 attendee ana-roa ?; e1 attendee CL ?; e1 host quill-institute ?");
    expect("Peru and Chile signed an action plan on fish in Lima.", "e1 signatory PE; e1 signatory CL");
}

static void test_teaching(void)
{
    expect("Peru hosted the Quill Workshop. Remarks were also made by Dr Ana Roa and Dr Ben Okafor of Kenya.",
           "e1 host PE; e1 speaker ana-roa ?; e1 speaker ben-okafor ?");
    expect("Peru hosted the Quill Workshop. A decision made by Dr Ana Roa is near.", "e1 host PE");
    expect("Peru inaugurated the Quill Workshop thanks to a contribution from Chile.",
           "e1 organiser PE; e1 supporter CL");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/part-list/lists", test_lists);
    g_test_add_func("/part-list/no-lists", test_no_lists);
    g_test_add_func("/part-list/pairs", test_pairs);
    g_test_add_func("/part-list/verbs-alone", test_verbs_alone);
    g_test_add_func("/part-list/sets", test_sets);
    g_test_add_func("/part-list/leaders", test_leaders);
    g_test_add_func("/part-list/teaching", test_teaching);
    return run_with_lexicon();
}
