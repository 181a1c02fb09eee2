/* ink.c - the characters of two texts that are not blank, and which of one answers which of the other. */
#include "ink.h"
#include <stdbool.h>
#include <string.h>

enum { GRAM = 16 };

Ink *ink_new(const char *text, size_t n)
{
    Ink *ink = g_new0(Ink, 1);
    ink->character = g_new(uint32_t, n + 1);
    ink->before = g_new(uint32_t, n + 1);
    ink->n_bytes = n;
    for (size_t i = 0; i < n;) {
        gunichar c = g_utf8_get_char(text + i);
        size_t next = (size_t)(g_utf8_next_char(text + i) - text);
        for (; i < next && i < n; i++)
            ink->before[i] = ink->n;
        if (!g_unichar_isspace(c) && c != 0x200B && c != 0xFEFF)
            ink->character[ink->n++] = c;
    }
    ink->before[n] = ink->n;
    return ink;
}

void ink_free(Ink *ink)
{
    if (!ink)
        return;
    g_free(ink->character);
    g_free(ink->before);
    g_free(ink);
}

static uint32_t gram_hash(const uint32_t *character)
{
    uint32_t hash = 2166136261u;
    for (int i = 0; i < GRAM; i++)
        hash = (hash ^ character[i]) * 16777619u;
    return hash;
}

/* Where every gram of a text begins: chains by hash, each in ascending order. */
typedef struct Grams {
    uint32_t *first, *next;
    uint32_t mask;
} Grams;

static void grams_init(Grams *g, const Ink *ink)
{
    uint32_t size = 1024;
    while (size < ink->n && size < 1u << 24)
        size *= 2;
    g->mask = size - 1;
    g->first = g_new(uint32_t, size);
    g->next = g_new(uint32_t, (size_t)ink->n + 1);
    for (uint32_t i = 0; i < size; i++)
        g->first[i] = UINT32_MAX;
    for (uint32_t i = ink->n >= GRAM ? ink->n - GRAM + 1 : 0; i-- > 0;) {
        uint32_t slot = gram_hash(ink->character + i) & g->mask;
        g->next[i] = g->first[slot];
        g->first[slot] = i;
    }
}

static void grams_clear(Grams *g)
{
    g_free(g->first);
    g_free(g->next);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Grams, grams_clear)

/* The first place in a, from there on, of the gram of b at j; UINT32_MAX when there is none near the head of its chain:
 * what repeats so often joins nothing. */
static uint32_t find_gram(const Grams *g, const Ink *a, uint32_t from, const Ink *b, uint32_t j)
{
    unsigned steps = 0, near = 0;
    for (uint32_t i = g->first[gram_hash(b->character + j) & g->mask]; i != UINT32_MAX && steps < 4096 && near < 64;
         i = g->next[i], steps++) {
        near += i >= from;
        if (i >= from && memcmp(a->character + i, b->character + j, GRAM * sizeof *a->character) == 0)
            return i;
    }
    return UINT32_MAX;
}

uint32_t *ink_align(const Ink *a, const Ink *b)
{
    g_auto(Grams) grams = {0};
    uint32_t *answer = g_new(uint32_t, (size_t)b->n + 1), i = 0, j = 0;
    for (uint32_t k = 0; k <= b->n; k++)
        answer[k] = UINT32_MAX;
    while (j < b->n) {
        for (; i < a->n && j < b->n && a->character[i] == b->character[j]; i++, j++)
            answer[j] = i;
        if (j == b->n || i == a->n)
            break;
        if (!grams.first)
            grams_init(&grams, a);
        uint32_t to = UINT32_MAX, k = j;
        for (; k + GRAM <= b->n && to == UINT32_MAX; k += to == UINT32_MAX)
            to = find_gram(&grams, a, i, b, k);
        if (to == UINT32_MAX) { /* nothing joins any more: the ends may still be alike */
            to = a->n;
            for (k = b->n; to > i && k > j && a->character[to - 1] == b->character[k - 1];)
                answer[--k] = --to;
        }
        if (to - i == k - j)
            for (uint32_t l = 0; l < k - j; l++)
                answer[j + l] = i + l;
        if (answer[k] != UINT32_MAX) /* the ends were */
            break;
        i = to;
        j = k;
    }
    return answer;
}
