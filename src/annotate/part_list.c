/* part_list.c - taking part as lists tell it: "The trainers:", and below it a line for each of them. */
#include "taking_part.h"
#include <string.h>

enum { MARKER = 4, HEADING = 4 };

typedef struct Opener {
    const char *word, *role;
} Opener;

/* What a word says of those below it, without regard to its first letter. */
static const char *opener_role(const Meeting *m, uint32_t i)
{
    static const Opener words[] = {
        {"trainers", "speaker"},       {"instructors", "speaker"},   {"speakers", "speaker"},
        {"lecturers", "speaker"},      {"panellists", "speaker"},    {"panelists", "speaker"},
        {"presenters", "speaker"},     {"tutors", "speaker"},        {"chairs", "chair"},
        {"co-chairs", "chair"},        {"moderators", "chair"},      {"organisers", "organiser"},
        {"organizers", "organiser"},   {"sponsors", "supporter"},    {"participants", "attendee"},
        {"participating", "attendee"}, {"participated", "attendee"}, {"attended", "attendee"},
        {"attendees", "attendee"},     {"attendance", "attendee"},   {"attending", "attendee"},
        {"present", "attendee"},       {"represented", "attendee"},  {"delegation", "attendee"},
        {"delegations", "attendee"},   {"delegates", "attendee"},    {"observers", "attendee"},
        {"signatories", "signatory"},
    };
    const DraftToken *t = &m->r->token[i];
    const char *text = m->r->draft->text + t->from;
    for (size_t k = 0; !m->c.at[i] && k < G_N_ELEMENTS(words); k++) {
        if (strlen(words[k].word) == t->to - t->from && g_ascii_tolower(*text) == *words[k].word &&
            memcmp(text + 1, words[k].word + 1, t->to - t->from - 1) == 0)
            return words[k].role;
    }
    return NULL;
}

/* "The following ministers attended the forum:", "Participants": the role of whom the next lines name, or NULL. */
static const char *opens(const Meeting *m)
{
    static const char *const no[] = {"not",  "will", "absent", "next",   "invited", "apologies",
                                     "said", "told", "agenda", "topics", NULL};
    const Sentence *s = &m->c.s;
    bool colon = s->end > s->first && reading_is(m->r, s->end - 1, ":"),
         heading = s->end - s->first <= HEADING && reading_block_kind(m->r, s->first) == BLOCK_HEAD;
    const char *role = NULL;
    if (!colon && !heading)
        return NULL;
    for (uint32_t i = s->first; i < s->end; i++) {
        const char *here = opener_role(m, i);
        if (reading_is_one(m->r, i, no))
            return NULL;
        role = role && (!here || strcmp(here, "attendee") == 0) ? role : here;
    }
    return role;
}

/* Behind "-", "2.", "(a)" and the like: where what is named in this line begins. */
static uint32_t behind_marker(const Meeting *m)
{
    uint32_t i = m->c.s.first;
    while (i < m->c.s.end && i < m->c.s.first + MARKER && !m->c.at[i] &&
           (!(reading_flags(m->r, i) & TOKEN_WORD) || m->r->token[i].to - m->r->token[i].from == 1))
        i++;
    return i + (!m->c.at[i] && reading_is_one(m->r, i, (const char *const[]){"the", "The", NULL}));
}

/* Who is named in a line of the list; false where it is none. */
static bool read_line(Meeting *m)
{
    uint32_t from = behind_marker(m);
    const Chunk *first = clause_over(&m->c, from);
    MarkKind kind = first ? clause_span(&m->c, first)->kind : MARK_DATE;
    if (kind > MARK_BLOC && kind != MARK_ROLE)
        return false;
    g_array_set_size(m->list, 0);
    uint32_t end = clause_list(&m->c, from, m->c.s.end, m->list);
    if (m->list->len == 0 || (end < m->c.s.end && clause_is_verb(&m->c, end)) || clause_is_verb(&m->c, first->end))
        return false;
    Claim claim = {.event = m->open_event, .role = m->open_role, .rule = "list", .cert = CERT_MEDIUM};
    claim.status = PART_STATED;
    bool person = reading_span(m->r, g_array_index(m->list, uint32_t, 0))->kind == MARK_OFFICIAL;
    if (person || strcmp(claim.role, "speaker") == 0 || strcmp(claim.role, "chair") == 0)
        meeting_list_officials(m); /* and not those whom they stand for */
    meeting_claim_list(m, claim);
    return true;
}

void meeting_read_list(Meeting *m)
{
    uint32_t block = reading_block(m->r, m->c.s.first);
    if (m->open_role && block == m->open_block)
        return; /* a second sentence of a line */
    if (m->open_role && block == m->open_block + 1 && read_line(m)) {
        m->open_block = block;
        return;
    }
    m->open_role = opens(m);
    if (!m->open_role)
        return;
    uint32_t event = meeting_in_sentence(m);
    m->open_event = event != ID_NONE                             ? event
                    : m->lone != ID_NONE && m->recent == m->lone ? m->lone
                                                                 : meeting_here(m, 2);
    m->open_block = block;
    if (m->open_event == ID_NONE || !meeting_is_gathering(m, m->open_event))
        m->open_role = NULL;
}
