/* likeness.c - Jaro–Winkler, and names compared word by word. */
#include "likeness.h"
#include <string.h>

enum { LONGEST = 100, MOST_WORDS = 16 };

const char *resemblance_name(Resemblance r)
{
    static const char *const names[N_RESEMBLANCES] = {"",        "spelling", "initials",  "part", "other order",
                                                      "acronym", "country",  "same words"};
    return names[r];
}

static size_t characters(const char *text, gunichar out[LONGEST])
{
    size_t n = 0;
    for (const char *p = text; *p && n < LONGEST; p = g_utf8_next_char(p))
        out[n++] = g_utf8_get_char(p);
    return n;
}

/* Characters that agree within half the longer length, and how many of them stand in another order. */
static double jaro(const gunichar *a, size_t n_a, const gunichar *b, size_t n_b)
{
    bool taken_a[LONGEST] = {false}, taken_b[LONGEST] = {false};
    size_t reach = MAX(n_a, n_b) / 2, common = 0, swapped = 0;
    reach = reach ? reach - 1 : 0;
    for (size_t i = 0; i < n_a; i++)
        for (size_t j = i > reach ? i - reach : 0; j < n_b && j <= i + reach; j++)
            if (!taken_b[j] && a[i] == b[j]) {
                taken_a[i] = taken_b[j] = true;
                common++;
                break;
            }
    if (!common)
        return 0;
    for (size_t i = 0, j = 0; i < n_a; i++) {
        if (!taken_a[i])
            continue;
        while (!taken_b[j])
            j++;
        swapped += a[i] != b[j++];
    }
    double m = (double)common;
    return (m / (double)n_a + m / (double)n_b + (m - (double)swapped / 2) / m) / 3;
}

double likeness_of_words(const char *a, const char *b)
{
    gunichar x[LONGEST], y[LONGEST];
    size_t n_x = characters(a, x), n_y = characters(b, y), prefix = 0;
    if (n_x == 0 && n_y == 0)
        return 1;
    double score = jaro(x, n_x, y, n_y);
    while (prefix < 4 && prefix < n_x && prefix < n_y && x[prefix] == y[prefix])
        prefix++;
    return score + (double)prefix * 0.1 * (1 - score);
}

/* --- word by word --- */

typedef struct Words {
    char *copy, *word[MOST_WORDS];
    size_t n;
} Words;

static void words_init(Words *w, const char *text)
{
    w->copy = g_strdup(text);
    w->n = 0;
    for (char *p = w->copy; p && *p && w->n < MOST_WORDS;) {
        w->word[w->n++] = p;
        p = strchr(p, ' ');
        if (p)
            *p++ = '\0';
    }
}

static bool is_initial(const char *letter, const char *word)
{
    size_t n = (size_t)(g_utf8_next_char(letter) - letter);
    return letter[n] == '\0' && strncmp(letter, word, n) == 0;
}

/* 1 for the same word, 0.8 for its first letter, likeness where it is near enough, else 0. */
static double of_pair(const char *a, const char *b, bool *initial)
{
    *initial = false;
    if (strcmp(a, b) == 0)
        return 1;
    if (is_initial(a, b) || is_initial(b, a)) {
        *initial = true;
        return 0.8;
    }
    double score = strlen(a) > 2 && strlen(b) > 2 ? likeness_of_words(a, b) : 0;
    return score >= 0.88 ? score : 0;
}

typedef struct Match {
    double sum;
    size_t n, initials, same, in_place;
} Match;

/* Each word of the shorter name gets the most alike that is free of the longer one, equal words first. */
static Match match(const Words *few, const Words *many)
{
    Match m = {0};
    bool taken[MOST_WORDS] = {false}, done[MOST_WORDS] = {false};
    for (int equal = 1; equal >= 0; equal--)
        for (size_t i = 0; i < few->n; i++) {
            size_t best = MOST_WORDS;
            double most = 0;
            bool initial = false, is = false;
            for (size_t j = 0; !done[i] && j < many->n; j++) {
                double score = taken[j] ? 0 : of_pair(few->word[i], many->word[j], &initial);
                if (score > most && (!equal || score == 1)) {
                    most = score;
                    best = j;
                    is = initial;
                }
            }
            if (best == MOST_WORDS)
                continue;
            taken[best] = done[i] = true;
            m.sum += most;
            m.n++;
            m.initials += is;
            m.same += most == 1;
            m.in_place += best == i;
        }
    return m;
}

static Resemblance judge(const Words *few, const Words *many, ActorType type, double *score)
{
    Match m = match(few, many);
    size_t missing = many->n - few->n;
    *score = 0;
    if (!few->n || m.n < few->n || !m.same)
        if (!(few->n == 1 && many->n == 1 && m.n == 1 && !m.initials)) /* one word against one, spelled otherwise */
            return RESEMBLE_NOT;
    if (missing && type != ACTOR_OFFICIAL && (missing > 1 || few->n < 3))
        return RESEMBLE_NOT;
    if (missing && m.initials)
        return RESEMBLE_NOT;
    *score = m.sum / (double)few->n * (1 - 0.08 * (double)MIN(missing, 4));
    if (missing)
        return RESEMBLE_PART;
    if (m.initials)
        return RESEMBLE_INITIALS;
    if (m.same < few->n)
        return RESEMBLE_SPELLING;
    if (m.in_place < few->n)
        *score = type == ACTOR_OFFICIAL ? 0.99 : 0.9;
    return m.in_place < few->n ? RESEMBLE_WORDS : RESEMBLE_KEY;
}

Resemblance likeness_of_names(const char *a, const char *b, ActorType type, double *score)
{
    Words x, y;
    words_init(&x, a);
    words_init(&y, b);
    Resemblance found = x.n <= y.n ? judge(&x, &y, type, score) : judge(&y, &x, type, score);
    g_free(x.copy);
    g_free(y.copy);
    return found;
}
