/* resolve_page.c - pairs that may be one as a page to read and decide. */
#include "resolve_page.h"
#include "decisions.h"
#include "number.h"
#include "page_files.h"
#include "utf8.h"
#include <string.h>

/* Text of a page: what would be markup is escaped, what acts unseen is spelled. */
static void text(Output *out, const char *s)
{
    g_autofree char *visible = utf8_visible(s ? s : "");
    g_autofree char *escaped = g_markup_escape_text(visible, -1);
    output_text(out, escaped);
}

static void side(Output *out, const char *name, const char *word, const char *sentence, const char *source)
{
    output_text(out, "<td><b>");
    text(out, name);
    output_text(out, "</b> <small>");
    text(out, word);
    output_text(out, "</small>");
    if (sentence) {
        output_text(out, "<q>");
        text(out, sentence);
        output_text(out, "</q>");
    }
    output_text(out, "<br><small>");
    text(out, source);
    output_text(out, "</small></td>");
}

/* As it is, and not as one would see it: the table is to say the same. */
static void attribute(Output *out, const char *name, const char *value)
{
    g_autofree char *escaped = g_markup_escape_text(value ? value : "", -1);
    output_printf(out, " data-%s=\"%s\"", name, escaped);
}

static void row(Output *out, const Suggestion *s)
{
    char score[NUMBER_SIZE];
    output_text(out, "<tr");
    attribute(out, "kind", decision_kind_name(s->kind));
    attribute(out, "type", s->type);
    attribute(out, "a", s->a);
    attribute(out, "b", s->b);
    output_printf(out, "><td class=\"n\">%s</td><td>", number_short(number_round(s->score, 3), score));
    text(out, s->shown);
    output_text(out, "</td>");
    side(out, s->name_a, s->a, s->sentence_a, s->source_a);
    side(out, s->name_b, s->b, s->sentence_b, s->source_b);
    output_text(out, "<td>");
    text(out, s->evidence);
    output_printf(out, "</td><td><code>\t%s\t%s\t", decision_kind_name(s->kind), s->type);
    text(out, s->a);
    output_text(out, "\t");
    text(out, s->b);
    output_text(out, "</code></td></tr>\n");
}

void resolve_page(Output *out, const char *title, const Suggestion *suggestion, size_t n)
{
    const char *rest = page_file(deciding_files, "page")->text;
    for (const char *slot; (slot = strstr(rest, "{{")); rest = strstr(slot, "}}") + 2) {
        output_bytes(out, rest, (size_t)(slot - rest));
        if (g_str_has_prefix(slot, "{{policy")) {
            g_autofree char *policy = page_policy(deciding_files, "");
            output_text(out, policy);
        } else if (g_str_has_prefix(slot, "{{title"))
            text(out, title);
        else if (g_str_has_prefix(slot, "{{count"))
            output_printf(out, "%zu pair%s", n, n == 1 ? "" : "s");
        else if (g_str_has_prefix(slot, "{{rows"))
            for (size_t i = 0; i < n; i++)
                row(out, &suggestion[i]);
        else
            output_text(out, page_file(deciding_files, g_str_has_prefix(slot, "{{style") ? "style" : "script")->text);
    }
    output_text(out, rest);
}
