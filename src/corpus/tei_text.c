/* tei_text.c - the structure of running text: divisions, scenes, speeches, paragraphs, sentences. */
#include "tei.h"

PassageId tei_paragraph(Tei *t)
{
    if (t->paragraph.open && passage_id_is_none(t->paragraph.passage))
        t->paragraph.passage = builder_add_passage(t->builder, PASSAGE_PARAGRAPH, t->document, t->paragraph.place);
    return t->paragraph.open ? t->paragraph.passage : passage_id_none();
}

PassageId tei_speech_passage(Tei *t)
{
    if (t->speech.open && passage_id_is_none(t->speech.passage))
        t->speech.passage = builder_add_passage(t->builder, PASSAGE_SPEECH, t->document, t->speech.place);
    return t->speech.open ? t->speech.passage : passage_id_none();
}

/* "ACT 1 | Scene 2": the heads of all divisions around. */
static const char *scene_label(const Tei *t)
{
    g_autoptr(GString) label = g_string_new(NULL);
    for (guint i = 0; i < t->div->len; i++) {
        const char *head = g_array_index(t->div, OpenDiv, i).head;
        if (head)
            g_string_append_printf(label, "%s%s", label->len ? " | " : "", head);
    }
    return label->len ? pool_intern(t->builder->pool, label->str, label->len) : NULL;
}

PassageId tei_scene(Tei *t, bool make)
{
    if (t->div->len == 0)
        return passage_id_none();
    OpenDiv *div = &g_array_index(t->div, OpenDiv, t->div->len - 1);
    if (make && passage_id_is_none(div->scene)) {
        div->scene = builder_add_passage(t->builder, PASSAGE_SCENE, t->document, div->place);
        g_array_index(t->builder->passage, Passage, div->scene.i).text = scene_label(t);
    }
    return div->scene;
}

static bool is_div(int element) { return element >= TEI_DIV && element <= TEI_DIV7; }

static bool is_zone(const Tei *t) { return tei_is(t, TEI_A_TYPE, "sidebar") || tei_is(t, TEI_A_TYPE, "boilerplate"); }

static void start_div(Tei *t, TeiElement element)
{
    OpenDiv div = {.place = xml_place(t->xml), .scene = passage_id_none()};
    XmlText type = xml_attribute(t->xml, TEI_A_TYPE), n = xml_attribute(t->xml, TEI_A_N);
    if (element != TEI_BODY && (type.n || n.n)) {
        g_autofree char *name =
            g_strdup_printf("%.*s%.*s", (int)type.n, type.n ? type.s : "", (int)n.n, n.n ? n.s : "");
        div.head = pool_string(t->builder->pool, name);
    }
    g_array_append_val(t->div, div);
    tei_frame(t)->undo |= UNDO_DIV | UNDO_BREAK;
    prose_break(&t->prose);
    kept_text_border(t->kept);
}

/* Is this the first head of a division? Its text is then the division's name. */
static bool is_div_head(const Tei *t)
{
    return t->div->len && is_div(tei_parent(t)) && !g_array_index(t->div, OpenDiv, t->div->len - 1).has_head;
}

static void end_div_head(Tei *t)
{
    OpenDiv *div = &g_array_index(t->div, OpenDiv, t->div->len - 1);
    if (div->has_head || t->prose.text->len == 0)
        return;
    div->head = pool_intern(t->builder->pool, t->prose.text->str, t->prose.text->len);
    div->has_head = true;
}

static void start_paragraph(Tei *t, TeiElement element)
{
    if (t->mention->len) { /* a name that spans paragraphs stays whole */
        prose_blank(&t->prose);
        kept_text_gap(t->kept);
        return;
    }
    prose_break(&t->prose);
    bool head = element == TEI_HEAD && (is_div(tei_parent(t)) || tei_parent(t) == TEI_BODY);
    kept_text_open(t->kept, head ? STRETCH_HEAD : STRETCH_PARAGRAPH,
                   t->kept && element == TEI_AB && !is_zone(t) ? tei_string(t, TEI_A_TYPE) : NULL);
    g_array_append_val(t->outer_paragraph, t->paragraph);
    t->paragraph = (OpenPassage){true, element == TEI_LG, xml_place(t->xml), passage_id_none()};
    tei_frame(t)->undo |= UNDO_PARAGRAPH;
}

/* A border of sentences outside paragraphs, of words inside. */
static void start_block(Tei *t)
{
    if (t->paragraph.open) {
        prose_blank(&t->prose);
        kept_text_gap(t->kept);
        return;
    }
    prose_break(&t->prose);
    kept_text_border(t->kept);
    tei_frame(t)->undo |= UNDO_BREAK;
}

static void start_sentence(Tei *t)
{
    if (t->mention->len)
        return;
    prose_break(&t->prose);
    t->prose.whole = true;
    kept_text_open(t->kept, STRETCH_SENTENCE, NULL);
    tei_frame(t)->undo |= UNDO_SENTENCE;
}

static void start_speech(Tei *t, TeiElement element)
{
    prose_break(&t->prose);
    kept_text_border(t->kept);
    tei_frame(t)->undo |= UNDO_BREAK;
    tei_start_speech(t, element);
}

/* Elements that make a paragraph of their own wherever they stand, and those that do so only here. */
static bool is_paragraph(const Tei *t, TeiElement element)
{
    switch (element) {
    case TEI_P:
    case TEI_AB:
    case TEI_HEAD:
    case TEI_LG:
    case TEI_ITEM:
    case TEI_CELL:
    case TEI_CAST_ITEM:
    case TEI_OPENER:
    case TEI_CLOSER:
    case TEI_DATELINE:
    case TEI_BYLINE:
    case TEI_TRAILER:
    case TEI_TITLE_PART:
    case TEI_SALUTE:
    case TEI_SIGNED:
        return true;
    case TEI_L: /* a stanza is the paragraph of its lines */
        return !t->paragraph.open || !t->paragraph.stanza;
    case TEI_SEG:
        return t->speech.open && !t->paragraph.open;
    case TEI_NOTE:
        return !t->paragraph.open;
    default:
        return false;
    }
}

void tei_start_text(Tei *t, TeiElement element)
{
    TeiFrame *frame = tei_frame(t);
    bool zone = element == TEI_CAST_LIST || ((is_div(element) || element == TEI_AB) && is_zone(t));
    if (zone) {
        t->zone++;
        frame->undo |= UNDO_ZONE;
        const char *type = t->kept ? tei_string(t, TEI_A_TYPE) : NULL;
        kept_text_open(t->kept, STRETCH_ZONE,
                       element == TEI_CAST_LIST ? pool_string(t->builder->pool, "castList") : type);
    }
    if (is_paragraph(t, element)) {
        start_paragraph(t, element);
        if (element == TEI_HEAD && is_div_head(t))
            frame->undo |= UNDO_HEAD;
        if (element == TEI_SEG)
            tei_start_mention(t, element);
    } else if (is_div(element) || element == TEI_BODY) {
        start_div(t, element);
    } else if (element == TEI_S) {
        start_sentence(t);
    } else if (element == TEI_SP || element == TEI_U) {
        start_speech(t, element);
    } else if (element == TEI_LB || element == TEI_PB || element == TEI_CB) {
        if (!tei_is(t, TEI_A_BREAK, "no")) {
            prose_blank(&t->prose);
            kept_text_gap(t->kept);
        }
    } else if (element == TEI_SPEAKER || element == TEI_STAGE || element == TEI_LIST || element == TEI_TABLE ||
               element == TEI_ROW || element == TEI_L || element == TEI_CAST_LIST || element == TEI_GROUP) {
        start_block(t);
    } else if (!tei_start_mention(t, element) && t->kept) {
        tei_start_remark(t, element);
    }
}

void tei_end_text(Tei *t, uint32_t undo)
{
    if (undo & UNDO_HEAD)
        end_div_head(t);
    if (undo & (UNDO_BREAK | UNDO_PARAGRAPH | UNDO_SENTENCE))
        prose_break(&t->prose);
    if (undo & UNDO_BREAK)
        kept_text_border(t->kept);
    if (undo & (UNDO_PARAGRAPH | UNDO_SENTENCE))
        kept_text_close(t->kept);
    if (undo & UNDO_SENTENCE)
        t->prose.whole = false;
    if (undo & UNDO_PARAGRAPH) {
        t->paragraph = g_array_index(t->outer_paragraph, OpenPassage, t->outer_paragraph->len - 1);
        g_array_set_size(t->outer_paragraph, t->outer_paragraph->len - 1);
    }
    if (undo & UNDO_SPEECH)
        t->speech.open = false;
    if (undo & UNDO_DIV)
        g_array_set_size(t->div, t->div->len - 1);
}
