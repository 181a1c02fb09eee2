/* corenlp_xml.c - CoreNLP's XML: tokens with tags, sentences, chains of mentions by their words. */
#include "corenlp.h"
#include "failure.h"
#include "format.h"
#include "number.h"
#include "xml.h"
#include <string.h>

enum { LONGEST_VALUE = 64 * 1024 };

typedef enum Element {
    ROOT,
    DOCUMENT,
    SENTENCES,
    SENTENCE,
    TOKENS,
    TOKEN,
    COREFERENCE,
    MENTION,
    /* with a value */
    WORD,
    ORIGINAL,
    BEFORE,
    AFTER,
    BEGIN,
    END,
    NER,
    START,
    STOP,
    TEXT,
    DATE,
    N_ELEMENTS
} Element;
static const char *const elements[] = {"root",
                                       "document",
                                       "sentences",
                                       "sentence",
                                       "tokens",
                                       "token",
                                       "coreference",
                                       "mention",
                                       "word",
                                       "originalText",
                                       "before",
                                       "after",
                                       "CharacterOffsetBegin",
                                       "CharacterOffsetEnd",
                                       "NER",
                                       "start",
                                       "end",
                                       "text",
                                       "docDate",
                                       NULL};

typedef struct CoreNlpXml {
    CoreNlp *c;
    GString *value[N_ELEMENTS]; /* of the token or mention that is open */
    GString *into;
    bool had[N_ELEMENTS];
    bool in_token, in_mention, had_sentences;
    unsigned n_chains, chain_depth;
    Place place; /* of the token or mention */
} CoreNlpXml;

static const char *value_of(const CoreNlpXml *x, Element e) { return x->had[e] ? x->value[e]->str : NULL; }

static bool number_of(const CoreNlpXml *x, Element e, uint64_t *number)
{
    return x->had[e] && number_parse_uint(g_strstrip(x->value[e]->str), number);
}

static void forget(CoreNlpXml *x)
{
    memset(x->had, 0, sizeof x->had);
    for (size_t i = 0; i < N_ELEMENTS; i++)
        g_string_truncate(x->value[i], 0);
}

static void begin_sentence(CoreNlpXml *x, Xml *xml)
{
    if (x->in_mention || x->chain_depth)
        return;
    corenlp_start_sentence(x->c);
    if (x->c->sentence->len > CORENLP_MOST_WORDS)
        xml_fail(xml, xml_place(xml), "too-long", "split it into its documents", "more than %d sentences",
                 CORENLP_MOST_WORDS);
}

static void on_start(Xml *xml, int element, void *user)
{
    CoreNlpXml *x = user;
    x->into = NULL;
    if (xml_depth(xml) == 1 && element != ROOT)
        xml_fail(xml, xml_place(xml), "unknown-format", "run CoreNLP with -outputFormat xml",
                 "the root is <%s>, not CoreNLP's <root>", xml_name(xml));
    if (element == TOKEN || element == MENTION) {
        forget(x);
        x->place = xml_place(xml);
        x->in_token = element == TOKEN;
        x->in_mention = element == MENTION;
    } else if (element == SENTENCE && !x->in_mention) {
        begin_sentence(x, xml);
    } else if (element == COREFERENCE) {
        x->chain_depth++;
        x->n_chains++;
    } else if (element >= WORD || (element == SENTENCE && x->in_mention)) {
        bool wanted = x->in_token || x->in_mention || element == DATE;
        x->into = wanted ? g_string_truncate(x->value[element], 0) : NULL;
        x->had[element] = wanted;
    }
}

static void add_token(CoreNlpXml *x, Xml *xml)
{
    CoreNlpToken t = {.word = value_of(x, WORD),
                      .original = value_of(x, ORIGINAL),
                      .before = value_of(x, BEFORE),
                      .after = value_of(x, AFTER),
                      .ner = x->had[NER] ? g_strstrip(x->value[NER]->str) : NULL,
                      .place = x->place};
    bool begin = number_of(x, BEGIN, &t.begin), end = number_of(x, END, &t.end);
    t.placed = begin && end;
    if ((x->had[BEGIN] && !begin) || (x->had[END] && !end))
        diagnostics_add(x->c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, x->place, "offsets are whole numbers from 0",
                        "an offset of the word is no number; it is put behind the one before");
    if (x->c->word->len >= CORENLP_MOST_WORDS)
        xml_fail(xml, x->place, "too-long", "split it into its documents", "more than %d words", CORENLP_MOST_WORDS);
    else
        corenlp_add_word(x->c, &t);
}

static void add_mention(CoreNlpXml *x)
{
    uint64_t sentence, first, last;
    Span span;
    if (!number_of(x, SENTENCE, &sentence) || !number_of(x, START, &first) || !number_of(x, STOP, &last) || !sentence ||
        !first || !last) {
        diagnostics_add(x->c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, x->place,
                        "sentence, start and end are whole numbers from 1", "the mention does not say where it stands");
        return;
    }
    g_autofree char *chain = g_strdup_printf("%u", x->n_chains);
    if (corenlp_words(x->c, sentence - 1, first - 1, last - 1, &span, x->place))
        corenlp_add_mark(x->c, span, NULL, value_of(x, TEXT), chain, NULL, x->place);
}

static void on_end(Xml *xml, int element, void *user)
{
    CoreNlpXml *x = user;
    x->into = NULL;
    if (element == TOKEN && x->in_token) {
        add_token(x, xml);
        x->in_token = false;
    } else if (element == MENTION && x->in_mention) {
        add_mention(x);
        x->in_mention = false;
    } else if (element == COREFERENCE && x->chain_depth) {
        x->chain_depth--;
    } else if (element == DATE && date_is_unknown(x->c->s->head.date)) {
        const char *date = g_strstrip(x->value[DATE]->str);
        x->c->s->head.date = builder_date(x->c->builder, date, strlen(date), xml_place(xml));
    }
}

static void on_text(Xml *xml, const char *s, size_t n, void *user)
{
    CoreNlpXml *x = user;
    if (x->into && x->into->len + n > LONGEST_VALUE)
        xml_fail(xml, x->place, "too-long", "look for a tag that is not closed", "a word of more than %d bytes",
                 LONGEST_VALUE);
    else if (x->into)
        g_string_append_len(x->into, s, (gssize)n);
}

bool corenlp_xml_is(const char *head, size_t n)
{
    return format_xml_has(head, n, "CoreNLP-to-HTML") ||
           (format_xml_has(head, n, "<root") && format_xml_has(head, n, "<sentences"));
}

bool corenlp_xml_read(Builder *builder, const Source *source, GError **error)
{
    static const char *const none[] = {NULL};
    const XmlVocabulary vocabulary = {elements, none, none, 0};
    const XmlHandler handler = {on_start, on_end, on_text};
    g_autoptr(Standoff) s = standoff_new(builder->pool, builder->diagnostics);
    CoreNlp c;
    CoreNlpXml x = {.c = &c};
    XmlTotals totals;
    corenlp_init(&c, builder, source, s);
    for (size_t i = 0; i < N_ELEMENTS; i++)
        x.value[i] = g_string_new(NULL);
    bool done = xml_read(source, &vocabulary, &handler, &x, &totals, error);
    if (done)
        builder->n_bytes += totals.n_bytes;
    done = done && corenlp_deliver(&c, totals.digest, error);
    for (size_t i = 0; i < N_ELEMENTS; i++)
        g_string_free(x.value[i], TRUE);
    corenlp_clear(&c);
    return done;
}
