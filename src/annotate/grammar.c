/* grammar.c - the rules in their order, and what they found as marks of the draft. */
#include "grammar.h"
#include "events.h"
#include <string.h>

typedef void (*Rule)(Reading *, Sentence);

static void each_sentence(Reading *r, Rule rule)
{
    for (uint32_t i = 0; i < reading_n_sentences(r); i++)
        rule(r, reading_sentence(r, i));
}

static bool has_grammar(const char *language)
{
    return !language || strcmp(language, "und") == 0 || strcmp(language, "en") == 0 || strncmp(language, "en-", 3) == 0;
}

static bool is_shown(const Span *s) { return !s->dropped && !g_str_has_suffix(s->rule, "-other"); }

static void emit(Reading *r)
{
    for (guint i = 0; i < r->order->len; i++) {
        Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        if (!is_shown(s))
            continue;
        s->mark = r->draft->mark->len;
        Mark m = {.from = r->token[s->first].from,
                  .to = r->token[s->end - 1].to,
                  .kind = s->kind,
                  .class = s->class,
                  .targets = s->targets,
                  .first = DATE_UNKNOWN,
                  .last = DATE_UNKNOWN,
                  .cert = s->cert,
                  .rule = s->rule};
        if (s->kind == MARK_DATE && s->other != ID_NONE) {
            m.first = g_array_index(r->date, DateRange, s->other).first;
            m.last = g_array_index(r->date, DateRange, s->other).last;
        }
        g_array_append_val(r->draft->mark, m);
    }
}

void grammar_mark(Draft *d, const Lexicon *lexicon)
{
    Reading r;
    reading_init(&r, d, lexicon);
    if (has_grammar(d->language)) {
        static const Rule names[] = {rule_names,  rule_agencies,   rule_acronyms, rule_event_names, rule_place_words,
                                     rule_titles, rule_apposition, rule_persons,  rule_places};
        for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
            each_sentence(&r, names[i]);
        rule_known_acronyms(&r);
        rule_short_names(&r);
        rule_names_again(&r);
        rule_dates(&r);
        reading_sort(&r);
        each_sentence(&r, rule_nominals);
        each_sentence(&r, rule_event_nouns);
    } else {
        d->set_aside = true;
        each_sentence(&r, rule_names);
        for (guint i = 0; i < r.span->len; i++) {
            if (reading_span(&r, i)->kind != MARK_COUNTRY && reading_span(&r, i)->kind != MARK_BLOC)
                reading_drop(&r, reading_span(&r, i));
        }
    }
    reading_doubt(&r);
    reading_sort(&r);
    reading_link(&r);
    reading_affiliate(&r);
    if (!d->set_aside) {
        rule_event_verbs(&r);
        reading_sort(&r);
        reading_link_events(&r);
    }
    emit(&r);
    if (!d->set_aside)
        reading_participate(&r);
    reading_clear(&r);
}
