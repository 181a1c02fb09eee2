/* tei_remark.c - places, dates, roles and other names in running text, and xml:space: for those who keep the text. */
#include "tei.h"

void tei_start_space(Tei *t)
{
    XmlText space = xml_attribute(t->xml, TEI_XML_SPACE);
    bool verbatim = tei_is(t, TEI_XML_SPACE, "preserve");
    if (!space.n || verbatim == kept_text_is_verbatim(t->kept))
        return;
    kept_text_set_verbatim(t->kept, verbatim);
    tei_frame(t)->undo |= UNDO_SPACE;
}

static bool classify(const Tei *t, TeiElement element, RemarkKind *kind)
{
    switch (element) {
    case TEI_PLACE_NAME:
    case TEI_SETTLEMENT:
    case TEI_REGION:
        *kind = REMARK_PLACE;
        return true;
    case TEI_DATE:
        *kind = REMARK_DATE;
        return true;
    case TEI_ROLE_NAME:
        *kind = REMARK_ROLE;
        return true;
    case TEI_NAME:
    case TEI_RS:
        *kind = tei_is(t, TEI_A_TYPE, "place") ? REMARK_PLACE : REMARK_NAME;
        return true;
    default:
        return false;
    }
}

/* One id, without what points. */
static const char *target_of(Tei *t, TeiAttribute attribute)
{
    XmlText value = xml_attribute(t->xml, attribute);
    return value.n ? builder_target(t->builder, t->document, value.s, value.n).text : NULL;
}

void tei_start_remark(Tei *t, TeiElement element)
{
    Remark r = {.document = t->document};
    bool repeated;
    if (!tei_in_text(t) || !classify(t, element, &r.kind))
        return;
    const char *id = tei_id(t, &repeated);
    r.id = repeated ? NULL : id;
    r.type = tei_string(t, TEI_A_TYPE);
    r.target = target_of(t, r.kind == REMARK_ROLE ? TEI_A_CORRESP : TEI_A_REF);
    r.when = tei_string(t, TEI_A_WHEN);
    r.cert = tei_cert(t);
    r.resp = tei_string(t, TEI_A_RESP);
    r.from = kept_text_begin(t->kept);
    g_array_append_val(t->remark, r);
    tei_frame(t)->undo |= UNDO_REMARK;
}

void tei_end_remark(Tei *t)
{
    Remark r = g_array_index(t->remark, Remark, t->remark->len - 1);
    g_array_set_size(t->remark, t->remark->len - 1);
    r.to = kept_text_end(t->kept, &r.from);
    if (r.from < r.to)
        builder_add_remark(t->builder, r);
}
