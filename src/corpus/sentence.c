/* sentence.c - sentence ends by rule. */
#include "sentence.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Words after which a full stop does not end a sentence, without the stop, in byte order. */
static const char *const abbreviation[] = {
    "Adm",  "Apr",   "Art",  "Arts", "Assoc",    "Ave",  "Bd",   "Brig", "Capt",   "Cdr",  "Cf",   "Cmdr", "Co",
    "Col",  "Comdr", "Corp", "Cpl",  "Dec",      "Dep",  "Dept", "Dir",  "Dr",     "Drs",  "Ed",   "Eds",  "Eng",
    "Est",  "Feb",   "Fig",  "Figs", "Fr",       "Gen",  "Gov",  "Hon",  "Inc",    "Ing",  "Insp", "Jan",  "Jr",
    "Jul",  "Jun",   "Lt",   "Ltd",  "M",        "MM",   "Maj",  "Mar",  "Messrs", "Min",  "Mlle", "Mme",  "Mr",
    "Mrs",  "Ms",    "Mt",   "No",   "Nos",      "Nov",  "Nr",   "Oct",  "Op",     "Ph",   "Pp",   "Pres", "Prof",
    "Pte",  "Pvt",   "Rep",  "Reps", "Rev",      "Sec",  "Sen",  "Sens", "Sep",    "Sept", "Sgt",  "Sr",   "St",
    "Ste",  "Supt",  "Tel",  "Univ", "Vice-Adm", "Vol",  "Vols", "al",   "approx", "bzw",  "ca",   "cf",   "ch",
    "dept", "ed",    "eds",  "fig",  "figs",     "incl", "no",   "nos",  "nr",     "op",   "p",    "par",  "pp",
    "resp", "sec",   "usw",  "v",    "viz",      "vol",  "vols", "vs"};

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_abbreviation(const char *word, size_t n)
{
    char copy[16];
    const char *key = copy;
    if (n >= sizeof copy)
        return false;
    memcpy(copy, word, n);
    copy[n] = '\0';
    return bsearch(&key, abbreviation, G_N_ELEMENTS(abbreviation), sizeof *abbreviation, compare_words) != NULL;
}

/* The word before a full stop: back to a blank or an opening mark. */
static const char *word_before(const char *text, const char *stop)
{
    const char *p = stop;
    while (p > text && p[-1] != ' ' && p[-1] != '(' && p[-1] != '[' && p[-1] != '"' && p[-1] != '/')
        p--;
    while (p < stop && (unsigned char)*p >= 0x80) { /* “ ‘ « and their like */
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c))
            break;
        p = g_utf8_next_char(p);
    }
    return p;
}

/* "S.", "U.S.", "Ph.D.", "e.g.", "Dr.": the stop belongs to the word. */
static bool stop_belongs_to_word(const char *text, const char *stop)
{
    const char *word = word_before(text, stop);
    size_t n = (size_t)(stop - word);
    if (n == 0)
        return false;
    const char *dot = memchr(word, '.', n);
    if (dot) /* short parts with stops between them */
        return (size_t)(dot - word) <= 3 && n <= 8 && g_unichar_isalpha(g_utf8_get_char(word));
    gunichar first = g_utf8_get_char(word);
    bool one_letter = g_utf8_next_char(word) == stop && g_unichar_isupper(first);
    return (one_letter && first != 'I') || is_abbreviation(word, n);
}

static bool is_closing(gunichar c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x00BB || c == 0x300D ||
           c == 0x300F;
}

static bool is_opening(gunichar c)
{
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0x201E || c == 0x00AB ||
           c == 0x00BF || c == 0x00A1 || c == 0x2014 || c == 0x2013 || c == '-';
}

/* Can a sentence begin here, after the blank? */
static bool can_begin(const char *p, const char *end)
{
    while (p < end && is_opening(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    while (p < end && *p == ' ') /* an opening dash may stand alone */
        p++;
    if (p >= end)
        return false;
    gunichar c = g_utf8_get_char(p);
    return g_unichar_isdigit(c) || (g_unichar_isalpha(c) && !g_unichar_islower(c));
}

static const char *skip_closing(const char *p, const char *end)
{
    while (p < end && is_closing(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

void sentence_ends(const char *text, size_t n, GArray *ends)
{
    const char *end = text + n;
    for (const char *p = text; p < end;) {
        unsigned char b = (unsigned char)*p;
        if (b != '.' && b != '!' && b != '?' && b != 0xE2 && b != 0xE3 && b != 0xEF) {
            p++;
            continue;
        }
        gunichar c = g_utf8_get_char(p);
        const char *next = g_utf8_next_char(p);
        bool wide = c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
        if (c == '.' || c == '!' || c == '?' || c == 0x2026 || wide) {
            const char *after = skip_closing(next, end);
            bool stop = wide ? after < end : after < end && *after == ' ' && can_begin(after + 1, end);
            if (stop && c == '.' && after == next && stop_belongs_to_word(text, p))
                stop = false;
            if (stop) {
                size_t offset = (size_t)(after - text);
                g_array_append_val(ends, offset);
            }
        }
        p = next;
    }
    if (n > 0)
        g_array_append_val(ends, n);
}
