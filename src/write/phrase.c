/* phrase.c - texts of a corpus as one format writes them: checked and escaped once, found again by where they lie. */
#include "phrase.h"
#include "utf8.h"
#include <stdbool.h>

enum { BITS = 13, N_PHRASES = 1 << BITS };

typedef struct Phrase {
    const char *text; /* NULL: free */
    Line ready;
} Phrase;

struct Phrases {
    Escape escape;
    Phrase phrase[N_PHRASES];
};

Phrases *phrases_new(Escape escape)
{
    Phrases *phrases = g_new0(Phrases, 1);
    phrases->escape = escape ? escape : line_bytes;
    return phrases;
}

void phrases_free(Phrases *phrases)
{
    if (!phrases)
        return;
    for (size_t i = 0; i < N_PHRASES; i++)
        line_free(&phrases->phrase[i].ready);
    g_free(phrases);
}

static void make_ready(const Phrases *phrases, Line *ready, const char *text)
{
    size_t length = strlen(text);
    line_clear(ready);
    if (utf8_is_xml_text(text, length)) {
        phrases->escape(ready, text, length);
    } else {
        g_autofree char *clean = utf8_clean(text, length);
        phrases->escape(ready, clean, strlen(clean));
    }
}

void phrases_append(Phrases *phrases, Line *line, const char *text)
{
    Phrase *phrase = &phrases->phrase[(uint64_t)(uintptr_t)text * UINT64_C(0x9E3779B97F4A7C15) >> (64 - BITS)];
    if (phrase->text != text) {
        make_ready(phrases, &phrase->ready, text);
        phrase->text = text;
    }
    line_bytes(line, phrase->ready.text, phrase->ready.n);
}
