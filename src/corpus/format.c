/* format.c - the table of readers: every input format is one entry. */
#include "format.h"
#include "conll.h"
#include "database.h"
#include "inflate.h"
#include "webanno.h"
#include <string.h>

typedef struct Format {
    const char *name;
    const char *extension[8];                       /* ends with NULL */
    bool (*recognises)(const char *head, size_t n); /* NULL: by its extension alone */
    Reader *read;
} Format;

/* '<' after a byte order mark and white space, in UTF-8 or UTF-16. */
static bool looks_like_xml(const char *head, size_t n)
{
    const char *end = head + n;
    if (n >= 2 && (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0))
        return true;
    if (n >= 2 && (memcmp(head, "<\0", 2) == 0 || memcmp(head, "\0<", 2) == 0))
        return true;
    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
        head += 3;
    while (head < end && g_ascii_isspace(*head))
        head++;
    return head < end && *head == '<';
}

bool format_xml_has(const char *head, size_t n, const char *what)
{
    if (!looks_like_xml(head, n))
        return false;
    const char *nul = memchr(head, '\0', n), *end = nul ? nul : head + n;
    size_t length = strlen(what);
    for (const char *at = head; (at = memchr(at, *what, (size_t)(end - at))); at++) {
        if ((size_t)(end - at) >= length && memcmp(at, what, length) == 0)
            return true;
    }
    return false;
}

/* A first line with a separator and without NUL. */
static bool looks_like_table(const char *head, size_t n)
{
    const char *end = memchr(head, '\n', n);
    size_t line = end ? (size_t)(end - head) : n;
    if (memchr(head, '\0', line))
        return false;
    return memchr(head, '\t', line) || memchr(head, ',', line) || memchr(head, ';', line);
}

/* An object or an array. */
static bool looks_like_json(const char *head, size_t n)
{
    const char *end = head + n;
    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
        head += 3;
    while (head < end && g_ascii_isspace(*head))
        head++;
    if (head == end || (*head != '{' && *head != '['))
        return false;
    for (head++; head < end && g_ascii_isspace(*head);)
        head++;
    return head < end && strchr("{[\"}]", *head);
}

/* What shares an extension is told apart by content, and what has none is known by content alone: the first that
 * recognises its own has it, so that the special stand before the general (every XML before TEI, every JSON before JSON
 * lines, every kind of columns before tables). What nobody recognises goes to the last with its extension. */
static const Format format[] = {
    {"database", {".db"}, database_is, database_read},
    {"brat", {".ann"}, NULL, brat_read},
    {"UIMA XMI", {".xmi", ".xml"}, xmi_is, xmi_read},
    {"UIMA types", {".xml"}, typesystem_is, typesystem_read},
    {"GATE", {".xml"}, gate_is, gate_read},
    {"CoreNLP XML", {".xml"}, corenlp_xml_is, corenlp_xml_read},
    {"CoreNLP JSON", {".json"}, corenlp_json_is, corenlp_json_read},
    {"JSON lines", {".jsonl", ".ndjson", ".json"}, looks_like_json, jsonl_read},
    {"TEI", {".xml", ".tei"}, looks_like_xml, tei_read},
    {"WebAnno TSV", {".tsv"}, webanno_is, webanno_read},
    {"WebAnno TSV 2", {".tsv"}, webanno_two_is, webanno_two_read},
    {"CoNLL-U", {".conllu", ".conll"}, conllu_is, conllu_read},
    {"CoNLL", {".conll", ".iob", ".iob2", ".bio", ".tsv", ".conll.txt"}, conll_is, conll_read},
    {"table", {".csv", ".tsv"}, looks_like_table, table_read},
};

/* What people want to know of each: one row a format, found by its name. */
static const struct {
    const char *name, *taken, *left;
} about[] = {
    {"database", "what entente build made: everything", "nothing"},
    {"brat",
     "marks of one or several pieces, relations, events with arguments, attributes, normalisations, notes that say "
     "name=value, Equiv, labels under labels of annotation.conf; the text stands beside it in NAME.txt",
     "other notes; arities and colours of annotation.conf"},
    {"UIMA XMI",
     "INCEpTION's and other types by their names: layers, identifiers, relations, chains, slots, several sofas",
     "relations between tokens; arrays written as elements"},
    {"UIMA types", "nothing: it stands beside an XMI and is passed over", "everything"},
    {"GATE", "annotation sets: marks with features, sentences, chains (matches); any encoding it declares",
     "features of whole documents"},
    {"CoreNLP XML", "sentences, named entities, coreference, docDate; the text is rebuilt", "syntax"},
    {"CoreNLP JSON", "the same: sentences, entitymentions, corefs, docDate", "syntax"},
    {"JSON lines",
     "doccano (label, entities, relations), Prodigy (spans, relations; only what was accepted), spaCy (ents, sents), "
     "Hugging Face (entities, or tokens and ner_tags), Flair, GLiNER; a document a line, or an array of them; what "
     "entente export writes as jsonl, with its events and participations",
     "confidences, categories of whole texts"},
    {"TEI", "names, registers, events and who took part, as docs/how-to-annotate.md has it",
     "what no network is made of"},
    {"WebAnno TSV", "version 3: spans, stacked marks, relations, slots, chains, identifiers; offsets in UTF-16 units",
     "layers whose labels nobody knows"},
    {"WebAnno TSV 2", "the older one: spans, stacked marks, relations; the layers stand in the first line",
     "version 1, which is read as CoNLL; layers whose labels nobody knows"},
    {"CoNLL-U", "MISC: ner=, Entity= with brackets (GUM), coreference; newdoc, sent_id, text, SpaceAfter",
     "syntax; empty nodes"},
    {"CoNLL", "words and tags in columns: IOB1, IOB2, BIOES, BILOU, IO; brackets of CoNLL-2012", "other columns"},
    {"table", "who took part in what, a row each: actor, event, type, role, date … (entente extract writes one)",
     "columns of other names"},
};

static bool has_extension(const Format *f, const char *name)
{
    for (const char *const *e = f->extension; *e; e++) {
        size_t n = strlen(*e), length = strlen(name);
        if (length > n && g_ascii_strcasecmp(name + length - n, *e) == 0)
            return true;
    }
    return false;
}

static bool recognises(const Format *f, const char *head, size_t n) { return f->recognises && f->recognises(head, n); }

Reader *format_reader(const char *path, const char *head, size_t n_head)
{
    Reader *by_name = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(format); i++) {
        if (!has_extension(&format[i], path))
            continue;
        if (recognises(&format[i], head, n_head))
            return format[i].read;
        by_name = format[i].read;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(format) && !by_name; i++) {
        if (recognises(&format[i], head, n_head))
            return format[i].read;
    }
    return by_name;
}

bool format_is_candidate(const char *name)
{
    static const char *const apart[] = {"documents.tsv", "labels.tsv", "decisions.tsv"};
    for (size_t i = 0; i < G_N_ELEMENTS(apart); i++) {
        if (g_ascii_strcasecmp(name, apart[i]) == 0)
            return false;
    }
    if (g_str_has_prefix(name, "decisions-") || g_str_has_suffix(name, ".db")) /* made of what stands beside it */
        return false;
    g_autofree char *stem = g_strndup(name, inflate_stem(name));
    for (size_t i = 0; i < G_N_ELEMENTS(format); i++) {
        if (*name != '.' && has_extension(&format[i], stem))
            return true;
    }
    return false;
}

bool format_tell(size_t i, FormatText *text)
{
    if (i >= G_N_ELEMENTS(format))
        return false;
    *text = (FormatText){format[i].name, format[i].extension, NULL, NULL};
    for (size_t k = 0; k < G_N_ELEMENTS(about); k++) {
        if (strcmp(about[k].name, text->name) == 0) {
            text->taken = about[k].taken;
            text->left = about[k].left;
        }
    }
    return true;
}
