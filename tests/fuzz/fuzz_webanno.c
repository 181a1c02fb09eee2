/* fuzz_webanno.c - any bytes as WebAnno TSV: every mark lies between characters, every row refers to a row. */
#include "reading.h"
#include "webanno.h"

static void check_span(const Standoff *s, Span span)
{
    g_assert(span.begin <= span.end && span.end <= s->text->len);
    g_assert(((unsigned char)s->text->str[span.begin] & 0xC0) != 0x80);
    g_assert(((unsigned char)s->text->str[span.end] & 0xC0) != 0x80);
}

static void check_anchor(const Standoff *s, Anchor a)
{
    g_assert(a.kind == ANCHOR_NONE || (a.kind == ANCHOR_MARK && a.row < s->mark->len));
}

static void check_standoff(const Standoff *s)
{
    uint32_t last = 0;
    for (guint i = 0; i < s->mark->len; i++) {
        if (!standoff_mark(s, i)->dropped)
            check_span(s, standoff_mark(s, i)->span);
    }
    for (guint i = 0; i < s->sentence->len; i++) {
        Span span = g_array_index(s->sentence, Span, i);
        check_span(s, span);
        g_assert(span.begin >= last);
        last = span.end;
    }
    for (guint i = 0; i < s->relation->len; i++) {
        check_anchor(s, g_array_index(s->relation, StandoffRelation, i).from);
        check_anchor(s, g_array_index(s->relation, StandoffRelation, i).to);
    }
    for (guint i = 0; i < s->argument->len; i++) {
        check_anchor(s, g_array_index(s->argument, StandoffArgument, i).filler);
        g_assert(g_array_index(s->argument, StandoffArgument, i).event < s->event->len);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) builder = builder_new(&options, diagnostics);
    g_autoptr(Standoff) s = standoff_new(builder->pool, diagnostics);
    Source source = {.path = "d.tsv", .name = "d.tsv", .fd = -1, .head = (const char *)bytes, .n_head = n};
    if (webanno_fill(s, builder, &source, NULL))
        check_standoff(s);
    if (webanno_is((const char *)bytes, n) || webanno_two_is((const char *)bytes, n))
        reading_check(".tsv", bytes, n);
    return 0;
}
