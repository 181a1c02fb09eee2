/* resolve_page.c - pairs that may be one as a page to read and decide. */
#include "resolve_page.h"
#include "decisions.h"
#include "number.h"
#include "utf8.h"

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<style>\n"
    ":root{color-scheme:light dark;font:15px/1.45 system-ui,sans-serif}\n"
    "body{margin:2rem auto;max-width:72rem;padding:0 1rem}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid #8885}\n"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}\n"
    "q{display:block;margin-top:.2rem}small{color:#767676}code{font-size:12px;white-space:pre-wrap;user-select:all}\n"
    "</style>\n";

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

static void row(Output *out, const Suggestion *s)
{
    char score[NUMBER_SIZE];
    output_printf(out, "<tr><td class=\"n\">%s</td><td>", number_short(number_round(s->score, 3), score));
    text(out, s->shown);
    output_text(out, "</td>");
    side(out, s->name_a, s->a, s->sentence_a, s->source_a);
    side(out, s->name_b, s->b, s->sentence_b, s->source_b);
    output_text(out, "<td>");
    text(out, s->evidence);
    output_text(out, "</td><td><code>same\t");
    output_printf(out, "%s\t%s\t", decision_kind_name(s->kind), s->type);
    text(out, s->a);
    output_text(out, "\t");
    text(out, s->b);
    output_text(out, "</code></td></tr>\n");
}

void resolve_page(Output *out, const char *title, const Suggestion *suggestion, size_t n)
{
    output_text(out, head);
    output_text(out, "<title>");
    text(out, title);
    output_text(out, "</title>\n</head>\n<body>\n<h1>");
    text(out, title);
    output_printf(out,
                  "</h1>\n<p>%zu pair%s that may be one, the likeliest first. Nothing here is merged until "
                  "decisions.tsv in the corpus folder says so: copy the row, write <i>same</i> or "
                  "<i>different</i> at its beginning, and below the header "
                  "<code>decision\tkind\ttype\ta\tb\twho\twhy</code> who says so and why.</p>\n",
                  n, n == 1 ? "" : "s");
    output_text(out, "<table>\n<thead><tr><th scope=\"col\">score</th><th scope=\"col\">what</th><th "
                     "scope=\"col\">perhaps</th><th scope=\"col\">is</th><th scope=\"col\">because</th><th "
                     "scope=\"col\">decision</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < n; i++)
        row(out, &suggestion[i]);
    output_text(out, "</tbody>\n</table>\n</body>\n</html>\n");
}
