/* parts.h - shared by tests of taking part: who takes part in what, by sentences of our own. */
#ifndef ENTENTE_TEST_PARTS_H
#define ENTENTE_TEST_PARTS_H

#include "events.h"
#include "grammar.h"
#include <string.h>

static Lexicon *lexicon;

static inline Draft *draft_of(const char *text)
{
    Draft *d = draft_new("test", text, strlen(text));
    d->language = "en";
    date_parse("2021-10-01", &d->date); /* a Friday */
    const char *line = text;
    for (const char *p = text;; p++) { /* a line is a block */
        if (*p != '\n' && *p != '\0')
            continue;
        if (p > line)
            draft_add_block(d, line == text && *p ? BLOCK_HEAD : BLOCK_PARAGRAPH, (size_t)(line - text),
                            (size_t)(p - text));
        line = p + 1;
        if (*p == '\0')
            break;
    }
    grammar_mark(d, lexicon);
    return d;
}

/* "e1 host PE; e1 attendee CL absent ?": event, role, actor, what is special; ? medium, ?? low, + expands, ~ partial,
 * & only named beside it. In order of actors within an event. */
static inline void expect(const char *text, const char *want)
{
    g_autoptr(Draft) d = draft_of(text);
    g_autoptr(GString) got = g_string_new("");
    for (guint i = 0; i < d->participation->len; i++) {
        const DraftParticipation *p = draft_row(d->participation, DraftParticipation, i);
        g_assert_cmpuint(p->event, <, d->event->len);
        g_assert_cmpuint(p->actor, <, d->actor->len);
        g_assert_nonnull(p->rule);
        for (uint32_t k = 0; k < p->evidence.n; k++)
            g_assert_cmpuint(draft_target(d, p->evidence.first + k), <, d->mark->len);
        g_string_append_printf(got, "%se%u %s %s%s%s%s%s%s", got->len ? "; " : "", p->event + 1, p->role,
                               draft_actor(d, p->actor)->id,
                               p->status == PART_ABSENT    ? " absent"
                               : p->status == PART_PLANNED ? " planned"
                                                           : "",
                               p->flags & PART_BLOC_EXPAND ? " +" : "", p->flags & PART_BLOC_PARTIAL ? " ~" : "",
                               p->flags & PART_COMENTION ? " &" : "",
                               p->cert == CERT_MEDIUM ? " ?"
                               : p->cert == CERT_LOW  ? " ??"
                                                      : "");
    }
    g_assert_cmpstr(got->str, ==, want);
}

/* Runs the tests that were added, with the lists of the program. */
static inline int run_with_lexicon(void)
{
    lexicon = lexicon_new(NULL, NULL);
    g_assert_nonnull(lexicon);
    int failed = g_test_run();
    lexicon_free(lexicon);
    return failed;
}

#endif
