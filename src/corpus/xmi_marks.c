/* xmi_marks.c - what feature structures mean: named spans, relations, chains of coreference, slots; others by their
 * type. */
#include "coreference.h"
#include "layer.h"
#include "xmi.h"
#include <string.h>

enum { PASSED_OVER = STANDOFF_NONE - 1 };

static XmiStructure *structure_at(const Xmi *x, uint32_t i) { return &g_array_index(x->structure, XmiStructure, i); }

/* What an id means, or NULL: nothing has it (reported), or something that does not matter. */
static XmiStructure *find(Xmi *x, const char *id, Place place)
{
    uint32_t row = lookup_get(x->id, 0, id);
    if (row == UINT32_MAX)
        diagnostics_add(x->builder->diagnostics, DIAGNOSTIC_UNKNOWN_ID, place, NULL, "nothing has the xmi:id \"%s\"",
                        id);
    return row == UINT32_MAX || row == PASSED_OVER ? NULL : structure_at(x, row);
}

static bool is_of(const XmiStructure *s, const XmiSofa *sofa)
{
    return s->placed && s->sofa && sofa->id && strcmp(s->sofa, sofa->id) == 0;
}

/* The value of the best feature that tells what it is, else the type's name. */
static const char *find_label(const Xmi *x, const XmiStructure *s, int *feature)
{
    g_autofree const char **name = g_new(const char *, s->features.n + 1);
    g_autofree uint32_t *row = g_new(uint32_t, s->features.n + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < s->features.n; i++) {
        const XmiFeature *f = &g_array_index(x->feature, XmiFeature, s->features.first + i);
        name[n] = f->name;
        row[n] = s->features.first + i;
        n += *f->value != '\0';
    }
    int best = layer_label_feature(name, n);
    *feature = best < 0 ? -1 : (int)row[best];
    return best < 0 ? s->name : g_array_index(x->feature, XmiFeature, row[best]).value;
}

/* What is said of its place in the CAS, not of what is meant. */
static bool is_structural(const char *name)
{
    static const char *const structural[] = {"Governor", "Dependent", "next", "first", "target", "links", "arguments"};
    for (size_t i = 0; i < G_N_ELEMENTS(structural); i++) {
        if (strcmp(name, structural[i]) == 0)
            return true;
    }
    return false;
}

/* All features but the label. A name ("identity") is known of marks only. */
static void add_features(const Xmi *x, const XmiStructure *s, Standoff *into, Anchor target, int label)
{
    for (uint32_t i = 0; i < s->features.n; i++) {
        const XmiFeature *f = &g_array_index(x->feature, XmiFeature, s->features.first + i);
        FeatureUse use = feature_use(f->name);
        if (!*f->value || is_structural(f->name) || (int)(s->features.first + i) == label)
            continue;
        if (use == FEATURE_REFERENCE && target.kind == ANCHOR_MARK && g_ascii_strcasecmp(f->value, "NIL") != 0)
            standoff_add_reference(into, target, feature_reference(f->value), s->place);
        else if (use == FEATURE_NAME && target.kind == ANCHOR_MARK)
            standoff_mark(into, target.row)->name = pool_string(into->pool, f->value);
        else
            standoff_add_attribute(into, target, f->name, f->value, s->place);
    }
}

static bool is_relation(const Xmi *x, const XmiStructure *s)
{
    return xmi_feature(x, s, "Governor") && xmi_feature(x, s, "Dependent");
}

static bool is_apart(const XmiStructure *s) /* no mark: it tells of the text */
{
    return strcmp(s->name, "DocumentMetaData") == 0 || strcmp(s->name, "DocumentAnnotation") == 0;
}

static int compare_spans(const void *a, const void *b)
{
    const Span *x = a, *y = b;
    return x->begin != y->begin ? (x->begin < y->begin ? -1 : 1) : (x->end > y->end) - (x->end < y->end);
}

/* Links of chains: only how they refer ("nam") may be told; what they are the marks of the same words say. */
static bool is_link(const Xmi *x, const XmiStructure *s)
{
    return xmi_feature(x, s, "next") || g_str_has_suffix(s->name, "Link");
}

static void add_mark(Xmi *x, XmiStructure *s, Standoff *into)
{
    int label;
    StandoffMark m = {
        .id = s->id, .label = find_label(x, s, &label), .span = s->span, .cert = CERT_UNSTATED, .place = s->place};
    if (is_link(x, s) && label < 0)
        m.label = NULL;
    s->row = standoff_add_mark(into, &m);
    add_features(x, s, into, anchor_mark(s->row), label);
}

static void read_spans(Xmi *x, const XmiSofa *sofa, Standoff *into)
{
    for (uint32_t i = 0; i < x->structure->len; i++) {
        XmiStructure *s = structure_at(x, i);
        if (!is_of(s, sofa) || is_apart(s) || is_relation(x, s))
            continue;
        if (strcmp(s->name, "Sentence") == 0)
            g_array_append_val(into->sentence, s->span);
        else if (strcmp(s->name, "Paragraph") == 0)
            g_array_append_val(into->paragraph, s->span);
        else
            add_mark(x, s, into);
    }
    g_array_sort(into->sentence, compare_spans);
    g_array_sort(into->paragraph, compare_spans);
}

static void read_relations(Xmi *x, const XmiSofa *sofa, Standoff *into)
{
    for (uint32_t i = 0; i < x->structure->len; i++) {
        const XmiStructure *s = structure_at(x, i);
        if (!is_of(s, sofa) || !is_relation(x, s))
            continue;
        const XmiStructure *from = find(x, xmi_feature(x, s, "Governor"), s->place);
        const XmiStructure *to = find(x, xmi_feature(x, s, "Dependent"), s->place);
        if (!from || !to || from->row == STANDOFF_NONE || to->row == STANDOFF_NONE)
            continue; /* between words */
        int label;
        StandoffRelation r = {.id = s->id,
                              .label = find_label(x, s, &label),
                              .from = anchor_mark(from->row),
                              .to = anchor_mark(to->row),
                              .place = s->place};
        uint32_t row = standoff_add_relation(into, &r);
        add_features(x, s, into, (Anchor){ANCHOR_RELATION, row, NULL}, label);
    }
}

/* Marks of one chain share its name. */
static void read_chains(Xmi *x, const XmiSofa *sofa, Standoff *into)
{
    for (uint32_t i = 0; i < x->structure->len; i++) {
        const XmiStructure *chain = structure_at(x, i);
        const char *next = xmi_feature(x, chain, "first");
        g_autofree char *name = next ? g_strdup_printf("%s-%s", chain->name, chain->id ? chain->id : "") : NULL;
        while (next) {
            const XmiStructure *link = find(x, next, chain->place);
            StandoffMark *m =
                link && is_of(link, sofa) && link->row != STANDOFF_NONE ? standoff_mark(into, link->row) : NULL;
            if (!m || m->chain)
                break; /* of another text, a circle, or in two chains */
            m->chain = pool_string(into->pool, name);
            next = xmi_feature(x, link, "next");
        }
    }
}

/* What fills a slot, or NULL: it is empty, or filled by a word. */
static const XmiStructure *find_filler(Xmi *x, const char *id, Place place, const XmiStructure **slot)
{
    *slot = find(x, id, place);
    const char *target = *slot ? xmi_feature(x, *slot, "target") : NULL;
    const XmiStructure *filler = target ? find(x, target, (*slot)->place) : NULL;
    return filler && filler->row != STANDOFF_NONE ? filler : NULL;
}

/* Does the value list slots? "76 79", each a structure with a target. */
static bool lists_slots(const Xmi *x, const char *value)
{
    const char *first = pool_find(x->pool, value, strcspn(value, " "));
    uint32_t row = first ? lookup_get(x->id, 0, first) : UINT32_MAX;
    if (row == UINT32_MAX || row == PASSED_OVER)
        return false;
    const XmiStructure *s = structure_at(x, row);
    return !s->placed && (xmi_feature(x, s, "target") || xmi_feature(x, s, "role"));
}

/* A mark with filled slots is an event: they say who took part. */
static void read_slots(Xmi *x, const XmiStructure *s, const char *value, uint32_t *event, Standoff *into)
{
    g_auto(GStrv) id = g_strsplit(value, " ", -1);
    for (char **one = id; *one; one++) {
        const XmiStructure *slot;
        const XmiStructure *filler = **one ? find_filler(x, pool_string(x->pool, *one), s->place, &slot) : NULL;
        if (!filler)
            continue;
        StandoffEvent e = {.label = standoff_mark(into, s->row)->label,
                           .trigger = anchor_mark(s->row),
                           .status = EVENT_UNSTATED,
                           .first = DATE_UNKNOWN,
                           .last = DATE_UNKNOWN,
                           .place = s->place};
        *event = *event == STANDOFF_NONE ? standoff_add_event(into, &e) : *event;
        StandoffArgument a = {.event = *event,
                              .role = xmi_feature(x, slot, "role"),
                              .filler = anchor_mark(filler->row),
                              .cert = CERT_UNSTATED,
                              .place = slot->place};
        standoff_add_argument(into, &a);
    }
}

static void read_events(Xmi *x, const XmiSofa *sofa, Standoff *into)
{
    for (uint32_t i = 0; i < x->structure->len; i++) {
        const XmiStructure *s = structure_at(x, i);
        uint32_t event = STANDOFF_NONE;
        for (uint32_t k = 0; is_of(s, sofa) && s->row != STANDOFF_NONE && k < s->features.n; k++) {
            const char *value = g_array_index(x->feature, XmiFeature, s->features.first + k).value;
            if (lists_slots(x, value))
                read_slots(x, s, value, &event, into);
        }
    }
}

void xmi_read_marks(Xmi *x, const XmiSofa *sofa, Standoff *into)
{
    read_spans(x, sofa, into);
    read_relations(x, sofa, into);
    read_chains(x, sofa, into);
    read_events(x, sofa, into);
    coreference_join(into);
}
