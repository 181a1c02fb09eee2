/* raw_text.h - a file of any kind → its articles as drafts: text, blocks, title, date, outlet, language. */
#ifndef ENTENTE_RAW_TEXT_H
#define ENTENTE_RAW_TEXT_H

#include "lists.h"

/* Appends the articles (Draft *, freed by whoever frees the array) of a file to drafts: plain text, Markdown, a web
 * page or XHTML, told by content and then by name; one out of several hundred that newspaper databases put into a file
 * (split.h). "-" is standard input. Their ids are the file's name without extension, with -1, -2 … where there are
 * several.
 * The text of a draft is the file's, character for character, but for what encoding_decode says; of a web page it is
 * the text that html_read extracts. Every character that is not white space stands in a block. false and ERROR_IO:
 * unreadable, larger than DRAFT_MAX_TEXT, empty of text, or no text at all (PDF, Word, a picture, TEI, which is
 * annotated already). Nothing is appended then. Thread-safe: lists are only read. */
bool raw_text_read(const char *path, const Lists *, GPtrArray *drafts, Diagnostics *, GError **);

/* Does the file begin as TEI does? false for standard input, and where it cannot be read. */
bool raw_text_is_annotated(const char *path);

#endif
