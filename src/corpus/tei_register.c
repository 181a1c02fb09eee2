/* tei_register.c - registers and authority files: persons, organisations, places, and to whom they belong. */
#include "tei.h"

static OpenRecord *present(const Tei *t)
{
    return &g_array_index(t->record, OpenRecord, t->record->len - 1);
}

static ActorType type_of(const Tei *t, TeiElement element)
{
    ActorType type;
    switch (element) {
    case TEI_PLACE:
        return ACTOR_COUNTRY;
    case TEI_ORG:
        type = t->list_of_blocs ? ACTOR_BLOC : ACTOR_AGENCY;
        if (tei_is(t, TEI_A_TYPE, "bloc"))
            return ACTOR_BLOC;
        return xml_attribute(t->xml, TEI_A_TYPE).n ? ACTOR_AGENCY : type;
    default:
        return ACTOR_OFFICIAL;
    }
}

/* The kind of an organisation: @subtype, else a @type that does not merely say that it is one. */
static const char *subtype_of(Tei *t, TeiElement element)
{
    const char *subtype = tei_string(t, TEI_A_SUBTYPE), *type = tei_string(t, TEI_A_TYPE);
    ActorType actor;
    if (subtype || element != TEI_ORG || !type || actor_type_by_name(type, &actor))
        return subtype;
    return type;
}

void tei_start_record(Tei *t, TeiElement element)
{
    bool repeated;
    Place place = xml_place(t->xml);
    OpenRecord open = {.row = UINT32_MAX,
                       .depth = xml_depth(t->xml),
                       .element = element,
                       .id = tei_id(t, &repeated),
                       .typed = xml_attribute(t->xml, TEI_A_TYPE).n > 0,
                       .is_country = tei_is(t, TEI_A_TYPE, "country"),
                       .variant = g_ptr_array_new(),
                       .identifier = g_array_new(FALSE, FALSE, sizeof(Identifier))};
    if (open.id && !repeated) {
        Record record = {.id = open.id,
                         .type = type_of(t, element),
                         .subtype = subtype_of(t, element),
                         .document = t->document,
                         .place = place};
        open.row = t->builder->record->len;
        g_array_append_val(t->builder->record, record);
    } else if (!open.id && element != TEI_PLACE) {
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, place, "give it an xml:id",
                        "a <%s> without xml:id: nothing can point to it, so it is left out", xml_name(t->xml));
    }
    tei_frame(t)->undo |= UNDO_RECORD;
    g_array_append_val(t->record, open);
}

/* Only countries are actors among places; the rest are known so that a name that points there is no actor. */
static void end_place(Tei *t, const OpenRecord *open, Record *record)
{
    OtherId other = {t->document, open->id, record->label, open->is_country};
    g_array_append_val(t->builder->other, other);
    if (!open->is_country)
        record->id = NULL;
}

void tei_end_record(Tei *t)
{
    Builder *b = t->builder;
    OpenRecord *open = present(t);
    if (open->row != UINT32_MAX) {
        Record *record = &g_array_index(b->record, Record, open->row);
        const char *first = open->variant->len ? g_ptr_array_index(open->variant, 0) : record->id;
        record->label = open->label ? open->label : first;
        record->variants.first = b->variant->len;
        for (guint i = 0; i < open->variant->len; i++) {
            const char *name = g_ptr_array_index(open->variant, i);
            if (name != record->label && !g_ptr_array_find(open->variant, name, NULL))
                continue;
            if (name != record->label)
                g_array_append_val(b->variant, name);
        }
        record->variants.n = b->variant->len - record->variants.first;
        record->identifiers = (Slice){b->identifier->len, open->identifier->len};
        if (open->identifier->len)
            g_array_append_vals(b->identifier, open->identifier->data, open->identifier->len);
        if (open->element == TEI_PLACE)
            end_place(t, open, record);
    }
    g_ptr_array_free(open->variant, TRUE);
    g_array_free(open->identifier, TRUE);
    g_array_set_size(t->record, t->record->len - 1);
}

/* Validity of an affiliation: first and last day, unknown = open. */
static void read_validity(Tei *t, Date *from, Date *to)
{
    static const TeiAttribute begin[] = {TEI_A_FROM, TEI_A_NOT_BEFORE, TEI_A_WHEN},
                              end[] = {TEI_A_TO, TEI_A_NOT_AFTER, TEI_A_WHEN};
    Date *const out[] = {from, to};
    const TeiAttribute *const from_any[] = {begin, end};
    for (size_t side = 0; side < 2; side++) {
        *out[side] = DATE_UNKNOWN;
        for (size_t i = 0; i < G_N_ELEMENTS(begin) && date_is_unknown(*out[side]); i++) {
            XmlText value = xml_attribute(t->xml, from_any[side][i]);
            if (value.n)
                *out[side] = builder_date(t->builder, value.s, value.n, xml_place(t->xml));
        }
    }
    if (date_is_unknown(*from) || date_is_unknown(*to) || date_compare(*from, *to) != DATE_AFTER)
        return;
    diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_REVERSED_DATES, xml_place(t->xml), NULL,
                    "the affiliation ends before it begins; its dates are not used");
    *from = *to = DATE_UNKNOWN;
}

/* Every active with every passive. */
static void add_affiliations(Tei *t, AffiliationKind kind, Slice active, Slice passive)
{
    AffiliationDraft draft = {.row = {.kind = kind, .document = t->document, .place = xml_place(t->xml),
                                      .resp = tei_string(t, TEI_A_RESP)}};
    if (!tei_may_pair(t, active.n, passive.n))
        return;
    read_validity(t, &draft.row.from, &draft.row.to);
    for (uint32_t i = 0; i < active.n; i++) {
        for (uint32_t k = 0; k < passive.n; k++) {
            draft.active = g_array_index(t->builder->target, Target, active.first + i);
            draft.passive = g_array_index(t->builder->target, Target, passive.first + k);
            g_array_append_val(t->builder->affiliation, draft);
        }
    }
}

static Slice targets_of(Tei *t, TeiAttribute attribute)
{
    XmlText value = xml_attribute(t->xml, attribute);
    return value.n ? builder_add_targets(t->builder, t->document, value.s, value.n) : (Slice){0, 0};
}

/* person/affiliation[@ref] and org/country[@ref]: the record itself is the active side. */
static void affiliate_record(Tei *t, AffiliationKind kind)
{
    const OpenRecord *open = present(t);
    Slice passive = targets_of(t, TEI_A_REF);
    if (!open->id || passive.n == 0)
        return;
    Target self = {REF_ID, open->id, NULL};
    Slice active = {t->builder->target->len, 1};
    g_array_append_val(t->builder->target, self);
    add_affiliations(t, kind, active, passive);
}

void tei_affiliation_relation(Tei *t, RelationType type)
{
    AffiliationKind kind = AFFILIATION_BLOC_MEMBER;
    const char *name = tei_string(t, TEI_A_NAME);
    bool known = type == RELATION_MEMBERSHIP || (name && affiliation_kind_by_name(name, &kind));
    Slice active = targets_of(t, TEI_A_ACTIVE), passive = targets_of(t, TEI_A_PASSIVE);
    if (!known)
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, xml_place(t->xml),
                        "name is member_of, represents, agency_of, part_of or succeeds",
                        "an affiliation named \"%s\" is not known; it is left out", name ? name : "");
    else if (active.n == 0 || passive.n == 0)
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, xml_place(t->xml),
                        "give @active and @passive", "the relation names nobody in @%s; it is left out",
                        active.n ? "passive" : "active");
    else
        add_affiliations(t, kind, active, passive);
}

static bool is_variant(const Tei *t)
{
    static const char *const type[] = {"variant", "acronym", "short", "abbreviation", "alternative", "alt", "former"};
    for (size_t i = 0; i < G_N_ELEMENTS(type); i++) {
        if (tei_is(t, TEI_A_TYPE, type[i]))
            return true;
    }
    return false;
}

static void capture_name(Tei *t)
{
    tei_capture(t, is_variant(t) ? CAPTURE_VARIANT : CAPTURE_NAME);
}

/* A country inside a place: its name if the place is a country, else where it lies. */
static void start_country(Tei *t)
{
    OpenRecord *open = present(t);
    if (open->element == TEI_ORG) {
        affiliate_record(t, AFFILIATION_AGENCY_OF);
    } else if (open->element == TEI_PLACE && !xml_attribute(t->xml, TEI_A_REF).n) {
        open->is_country = open->is_country || (!open->typed && !open->has_other_name);
        if (open->is_country)
            capture_name(t);
    }
}

static void start_place_name(Tei *t)
{
    OpenRecord *open = present(t);
    open->has_other_name = true;
    open->is_country = open->is_country && open->typed;
    capture_name(t);
}

void tei_start_in_record(Tei *t, TeiElement element)
{
    const OpenRecord *open = present(t);
    bool person = open->element == TEI_PERSON || open->element == TEI_PERSON_GRP;
    switch (element) {
    case TEI_COUNTRY:
        start_country(t);
        break;
    case TEI_PERS_NAME:
        if (person)
            capture_name(t);
        break;
    case TEI_ORG_NAME:
    case TEI_BLOC:
        if (open->element != TEI_PLACE)
            capture_name(t);
        break;
    case TEI_NAME:
        capture_name(t);
        break;
    case TEI_PLACE_NAME:
    case TEI_SETTLEMENT:
    case TEI_REGION:
        if (open->element == TEI_PLACE)
            start_place_name(t);
        break;
    case TEI_IDNO:
        t->scheme = tei_string(t, TEI_A_TYPE);
        tei_capture(t, CAPTURE_IDNO);
        break;
    case TEI_AFFILIATION:
        if (person)
            affiliate_record(t, tei_is(t, TEI_A_TYPE, "country") ? AFFILIATION_REPRESENTS : AFFILIATION_MEMBER_OF);
        break;
    default:
        break;
    }
}

void tei_captured_in_record(Tei *t, CaptureFor what, const char *text)
{
    OpenRecord *open = present(t);
    if (*text == '\0')
        return;
    const char *value = pool_string(t->builder->pool, text);
    if (what == CAPTURE_IDNO) {
        Identifier identifier = {t->scheme ? t->scheme : pool_string(t->builder->pool, "id"), value};
        g_array_append_val(open->identifier, identifier);
    } else if (what == CAPTURE_NAME && !open->label) {
        open->label = value;
    } else if (!g_ptr_array_find(open->variant, value, NULL)) {
        g_ptr_array_add(open->variant, (void *)value);
    }
}
