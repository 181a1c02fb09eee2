/* tei_header.c - title, outlet, date, link and language of a document, as its teiHeader gives them. */
#include "tei.h"

static Document *document(const Tei *t)
{
    return builder_document(t->builder, t->document);
}

static bool is_link(const Tei *t)
{
    static const char *const link[] = {"url", "URL", "uri", "URI", "link"};
    for (size_t i = 0; i < G_N_ELEMENTS(link); i++) {
        if (tei_is(t, TEI_A_TYPE, link[i]))
            return true;
    }
    return false;
}

/* In the first bibl of sourceDesc: where the text comes from. */
static void start_in_source(Tei *t, TeiElement element)
{
    Document *d = document(t);
    if (element == TEI_PUBLISHER && !d->outlet) {
        tei_capture(t, CAPTURE_OUTLET);
    } else if (element == TEI_DATE && date_is_unknown(d->date)) {
        Date last;
        tei_dates(t, "the source's date", &d->date, &last);
        if (date_is_unknown(d->date))
            tei_capture(t, CAPTURE_DATE);
    } else if ((element == TEI_REF || element == TEI_PTR) && !d->url) {
        d->url = tei_string(t, TEI_A_TARGET);
    } else if (element == TEI_IDNO && !d->url && is_link(t)) {
        tei_capture(t, CAPTURE_URL);
    }
}

void tei_start_in_header(Tei *t, TeiElement element)
{
    unsigned depth = xml_depth(t->xml);
    switch (element) {
    case TEI_FILE_DESC:
        t->file_desc = depth;
        break;
    case TEI_SOURCE_DESC:
        t->source_desc = depth;
        break;
    case TEI_BIBL:
    case TEI_BIBL_FULL:
    case TEI_BIBL_STRUCT:
        if (t->source_desc && !t->bibl && !t->bibl_done)
            t->bibl = depth;
        break;
    case TEI_TITLE:
        if (tei_parent(t) == TEI_TITLE_STMT && !t->source_desc && !document(t)->title)
            tei_capture(t, CAPTURE_TITLE);
        break;
    case TEI_LANGUAGE:
        if (tei_parent(t) == TEI_LANG_USAGE && !t->has_language) {
            const char *ident = tei_string(t, TEI_A_IDENT);
            t->has_language = ident != NULL;
            document(t)->language = ident ? ident : document(t)->language;
        }
        break;
    default:
        if (t->bibl)
            start_in_source(t, element);
        else
            tei_start_mention(t, element);
    }
}

void tei_end_in_header(Tei *t, unsigned depth)
{
    if (depth == t->file_desc)
        t->file_desc = 0;
    if (depth == t->source_desc)
        t->source_desc = 0;
    if (depth == t->bibl) {
        t->bibl = 0;
        t->bibl_done = true;
    }
}

void tei_captured_in_header(Tei *t, CaptureFor what, const char *text)
{
    Document *d = document(t);
    const char *value = *text ? pool_string(t->builder->pool, text) : NULL;
    if (what == CAPTURE_TITLE)
        d->title = value;
    else if (what == CAPTURE_OUTLET)
        d->outlet = value;
    else if (what == CAPTURE_URL)
        d->url = value;
    else if (!date_parse(text, &d->date)) /* "February, 2017" is prose, not a wrong date */
        d->date = DATE_UNKNOWN;
}
