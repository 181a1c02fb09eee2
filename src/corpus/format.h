/* format.h - which reader a file wants, by its content and its name. */
#ifndef ENTENTE_FORMAT_H
#define ENTENTE_FORMAT_H

#include "builder.h"
#include "source.h"

/* By their first bytes: what shares an extension. */
typedef bool Recognises(const char *head, size_t n);
Recognises xmi_is, typesystem_is, gate_is, corenlp_xml_is, corenlp_json_is;

/* Reads one file into the builder; false and ERROR_IO when it cannot be read or is not what it seems. */
typedef bool Reader(Builder *, const Source *, GError **);
Reader tei_read, table_read, brat_read, jsonl_read, conll_read, conllu_read, webanno_read, webanno_two_read,
    database_read, xmi_read, typesystem_read, gate_read, corenlp_xml_read, corenlp_json_read;

/* Does the beginning of a file look like XML and have this in it? For telling apart what is XML. */
bool format_xml_has(const char *head, size_t n, const char *what);
/* brat's text of an .ann (or .ann.gz): the .txt beside it, or the .txt.gz where only that is there. Heap. */
char *brat_text_beside(const char *path);
/* Where the annotation.conf of an .ann may be, the nearest first: beside it, in the folder above. Heap. */
enum { N_BRAT_CONFIGURATIONS = 2 };
char *brat_configuration(const char *path, size_t i);

enum { FORMAT_HEAD = 4096 };

/* The reader for a file, or NULL when neither its first bytes nor its extension are known. Content decides among
 * formats that share the extension, and where the extension is not known. */
Reader *format_reader(const char *path, const char *head, size_t n_head);
/* Is this a name that is read when it is found in a folder? ".gz" behind it does not count. */
bool format_is_candidate(const char *name);
/* For messages. */
#define FORMAT_HELP "entente help formats lists what can be read"

/* The table for people: what of the i-th format is read, and what is passed over. false: there are no more. */
typedef struct FormatText {
    const char *name;
    const char *const *extension; /* ends with NULL */
    const char *taken, *left;
} FormatText;
bool format_tell(size_t i, FormatText *);

#endif
