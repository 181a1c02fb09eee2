/* linking.c - who is meant by each span of one text: equal names, acronyms, short forms, nouns. */
#include "reading.h"
#include "utf8.h"
#include <string.h>

enum { LONGEST_SLUG = 48 };

typedef struct Linking {
    Reading *r;
    GHashTable *by_id;  /* id → row of draft->actor + 1; looked up, never walked */
    GHashTable *by_key; /* key of a body, place or instrument → row + 1 */
    GArray *surface;    /* Surface */
    GArray *official;   /* uint32_t: spans of full names, in order */
} Linking;

typedef struct Surface { /* an actor under a name of the text */
    uint32_t actor;
    const char *text;
} Surface;

static const char *slug(Linking *l, const char *name)
{
    g_autofree char *key = utf8_key(name);
    size_t n = 0;
    for (char *p = key; *p; p++) {
        if (g_ascii_isalnum(*p))
            key[n++] = *p;
        else if (n && key[n - 1] != '-')
            key[n++] = '-';
    }
    if (n > LONGEST_SLUG) {
        n = LONGEST_SLUG;
        while (n > LONGEST_SLUG / 2 && key[n] != '-')
            n--;
    }
    while (n && key[n - 1] == '-')
        n--;
    return pool_intern(l->r->draft->pool, key, n);
}

/* An id nobody has: the slug, or with a number behind. */
static const char *free_id(Linking *l, const char *prefix, const char *name, const char *otherwise)
{
    const char *base = slug(l, name);
    bool plain = g_ascii_isalpha(*base) || (*base && *prefix);
    g_autofree char *id =
        g_strconcat(prefix, *prefix ? "-" : "", plain ? "" : otherwise, plain || !*base ? "" : "-", base, NULL);
    g_autofree char *lower = g_ascii_strdown(id, -1), *numbered = g_strdup(lower);
    for (unsigned k = 2; g_hash_table_contains(l->by_id, numbered); k++) {
        g_free(numbered);
        numbered = g_strdup_printf("%s-%u", lower, k);
    }
    return pool_string(l->r->draft->pool, numbered);
}

static uint32_t add_actor(Linking *l, DraftActor a)
{
    if (lexicon_known(l->r->lexicon, &a) && g_hash_table_contains(l->by_id, a.id))
        return GPOINTER_TO_UINT(g_hash_table_lookup(l->by_id, a.id)) - 1;
    g_array_append_val(l->r->draft->actor, a);
    g_hash_table_insert(l->by_id, (void *)(uintptr_t)a.id, GUINT_TO_POINTER(l->r->draft->actor->len));
    return l->r->draft->actor->len - 1;
}

static uint32_t actor_of_code(Linking *l, const char *code, MarkKind kind)
{
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(l->by_id, code));
    if (known)
        return known - 1;
    const char *label = lexicon_label(l->r->lexicon, code);
    Pool *pool = l->r->draft->pool;
    DraftActor a = {.id = pool_string(pool, code),
                    .kind = kind,
                    .label = pool_string(pool, label ? label : code),
                    .cert = CERT_HIGH,
                    .rule = kind == MARK_COUNTRY ? "country-name" : "bloc-name"};
    a.type = kind == MARK_COUNTRY ? ACTOR_COUNTRY : ACTOR_BLOC;
    if (kind == MARK_COUNTRY) {
        a.scheme = "ISO3166-1-alpha-2";
        a.identifier = a.id;
    }
    return add_actor(l, a);
}

static bool is_shouted(const char *name)
{
    for (; *name; name = g_utf8_next_char(name)) {
        if (g_unichar_islower(g_utf8_get_char(name)))
            return false;
    }
    return true;
}

static void means(Linking *l, Span *s, uint32_t actor)
{
    s->targets = draft_add_targets(l->r->draft, &actor, 1);
    bool named = strcmp(s->class, "nam") == 0 || strcmp(s->class, "acr") == 0 || strcmp(s->class, "short") == 0;
    if (!named || s->kind == MARK_ROLE)
        return;
    Surface f = {actor, reading_text(l->r, s->first, s->end)};
    g_array_append_val(l->surface, f);
    DraftActor *a = draft_actor(l->r->draft, actor); /* a headline in capitals says less than the text */
    if (is_shouted(a->label) && !is_shouted(f.text) && strlen(a->label) == strlen(f.text) &&
        strcmp(s->class, "nam") == 0)
        a->label = f.text;
}

/* --- people ------------------------------------------------------------------------------------------------------- */

/* One word, though a headline writes it in capitals: "LAM", "Lam". */
static bool same_word(const Reading *r, uint32_t i, uint32_t k)
{
    const DraftToken *a = &r->token[i], *b = &r->token[k];
    if (a->word == b->word)
        return true;
    if (!((a->flags ^ b->flags) & TOKEN_ALL_CAPS) || a->to - a->from != b->to - b->from)
        return false;
    g_autofree char *x = g_utf8_casefold(r->draft->text + a->from, a->to - a->from),
                    *y = g_utf8_casefold(r->draft->text + b->from, b->to - b->from);
    return strcmp(x, y) == 0;
}

/* Do the capitalised words of a stand in b in this order, the first and last being b's first or last? */
static bool is_short_of(const Reading *r, const Span *a, const Span *b)
{
    uint32_t k = b->first;
    bool end_fits = false;
    for (uint32_t i = a->first; i < a->end; i++) {
        while (k < b->end && !same_word(r, k, i))
            k++;
        if (k == b->end)
            return false;
        end_fits |= k == b->first || k + 1 == b->end;
        k++;
    }
    return end_fits;
}

static bool is_same(const Reading *r, const Span *a, const Span *b)
{
    if (a->end - a->first != b->end - b->first)
        return false;
    for (uint32_t i = 0; i < a->end - a->first; i++) {
        if (!same_word(r, a->first + i, b->first + i))
            return false;
    }
    return true;
}

/* The nearest earlier full name that this one is, or is short for. Two full names are two people. */
static uint32_t earlier_official(Linking *l, Span *s)
{
    const Reading *r = l->r;
    uint32_t low = l->official->len > READING_LOOK_BACK ? l->official->len - READING_LOOK_BACK : 0, found = ID_NONE;
    for (uint32_t k = l->official->len; k-- > low;) {
        const Span *full = reading_span(r, g_array_index(l->official, uint32_t, k));
        uint32_t last = full->end - 1;
        if (is_same(r, s, full))
            return reading_actor(r, full);
        bool longer = full->end - full->first > s->end - s->first;
        if (longer && found == ID_NONE && is_short_of(r, s, full))
            found = k;
        bool family = s->end - s->first == 1 && longer && same_word(r, last, s->first);
        if (family) { /* a last name before a first name */
            found = k;
            break;
        }
        bool fuller = s->end - s->first > full->end - full->first && full->end - full->first > 1 &&
                      is_short_of(r, full, s) && same_word(r, s->first, full->first);
        if (fuller && found == ID_NONE)
            found = k;
    }
    if (found == ID_NONE)
        return ID_NONE;
    const Span *full = reading_span(r, g_array_index(l->official, uint32_t, found));
    if (full->end - full->first > s->end - s->first)
        s->class = "short";
    return reading_actor(r, full);
}

static void link_official(Linking *l, uint32_t row)
{
    Span *s = reading_span(l->r, row);
    uint32_t actor = earlier_official(l, s);
    if (actor == ID_NONE) {
        const char *name = reading_text(l->r, s->first, s->end);
        actor = add_actor(l, (DraftActor){.id = free_id(l, "", name, "person"),
                                          .type = ACTOR_OFFICIAL,
                                          .kind = MARK_OFFICIAL,
                                          .label = name,
                                          .cert = s->cert,
                                          .rule = s->rule});
    }
    means(l, s, actor);
    if (strcmp(s->class, "short") != 0)
        g_array_append_val(l->official, row);
}

/* --- bodies, places, instruments ---------------------------------------------------------------------------------- */

static bool is_one_of(const char *kind, const char *const *kinds) { return g_strv_contains(kinds, kind); }

static bool is_of_government(const char *kind)
{
    return is_one_of(kind,
                     (const char *const[]){"ministry", "department", "authority", "cabinet", "parliament", "police",
                                           "armed-forces", "bureau", "commission", "committee", "agency", NULL});
}

const char *agency_country(const Reading *r, const Span *s)
{
    if (*s->extra)
        return s->extra;
    const Span *before = s->first > 0 ? reading_over(r, s->first - 1) : NULL;
    if (!before && s->first > 1 && reading_flags(r, s->first - 1) & TOKEN_POSSESSIVE)
        before = reading_over(r, s->first - 2);
    if (before && before->kind == MARK_COUNTRY && *before->value)
        return before->value;
    uint32_t k = s->end;
    if (reading_is(r, k, "(") && reading_is(r, k + 2, ")"))
        k += 3;
    if (!reading_is_one(r, k, (const char *const[]){",", "of", "under", "at", "within", NULL}))
        return NULL;
    bool below = !reading_is(r, k, ",");
    k++;
    while (k < r->n && reading_over(r, k) == NULL &&
           (reading_is(r, k, "the") || reading_flags(r, k) & TOKEN_POSSESSIVE))
        k++;
    const Span *behind = reading_over(r, k);
    if (below && behind && behind->kind == MARK_COUNTRY && reading_flags(r, behind->end) & TOKEN_POSSESSIVE)
        return *behind->value ? behind->value : NULL; /* under [Peru]'s [Ministry] */
    static const char *const units[] = {"department", "institute", "centre", "unit",
                                        "office",     "bureau",    "school", NULL};
    static const char *const wholes[] = {"ministry", "university", "authority", NULL};
    if (behind && behind->kind == MARK_AGENCY && behind->first == k && (below || is_one_of(s->value, units)) &&
        is_one_of(behind->value, wholes))
        return agency_country(r, behind); /* "Department of X, Ministry of Y, Peru": spans go rightward, so this ends */
    bool country = behind && behind->kind == MARK_COUNTRY && behind->first == k && *behind->value;
    return country && strcmp(behind->class, "dem") != 0 ? behind->value : NULL;
}

/* The name without "of Peru" behind it. */
static const char *bare_key(Linking *l, const Span *s)
{
    uint32_t end = s->end;
    for (uint32_t i = s->first + 1; i < s->end; i++) {
        uint32_t k = i + 1 + reading_is(l->r, i + 1, "the");
        if (*s->extra && reading_is(l->r, i, "of") && k < s->end) {
            LexiconMatch m;
            if (reading_match(l->r, k, s->end, WORD_COUNTRY | WORD_COUNTRY_ALIAS, &m) && k + m.n == s->end)
                end = i;
        }
    }
    g_autofree char *key = utf8_key(reading_text(l->r, s->first, end));
    return pool_string(l->r->draft->pool, key);
}

static uint32_t find_key(Linking *l, const char *key, const char *country)
{
    g_autofree char *full = g_strconcat(key, "|", country, NULL);
    return GPOINTER_TO_UINT(g_hash_table_lookup(l->by_key, full));
}

static void keep_key(Linking *l, const char *key, const char *country, uint32_t actor)
{
    g_autofree char *full = g_strconcat(key, "|", country, NULL);
    if (!g_hash_table_contains(l->by_key, full))
        g_hash_table_insert(l->by_key, g_steal_pointer(&full), GUINT_TO_POINTER(actor + 1));
}

static void link_agency(Linking *l, Span *s)
{
    if (s->targets.n)
        return;
    if (s->other != ID_NONE) { /* an acronym, "the ministry" */
        Span *long_form = reading_span(l->r, s->other);
        if (long_form->targets.n == 0 && long_form->other == ID_NONE && long_form->kind == MARK_AGENCY &&
            !long_form->dropped)
            link_agency(l, long_form); /* the acronym stands before it is defined */
        uint32_t actor = reading_actor(l->r, long_form);
        if (actor != ID_NONE) {
            means(l, s, actor);
            if (strcmp(s->class, "nom") != 0) { /* known by this name from here on */
                const char *key = bare_key(l, s);
                keep_key(l, key, agency_country(l->r, s), actor);
                keep_key(l, key, "*", actor);
            }
            return;
        }
    }
    const char *key = bare_key(l, s), *said = agency_country(l->r, s), *country = said;
    if (!country && is_of_government(s->value))
        country = l->r->host;
    uint32_t known = find_key(l, key, country);
    if (!known && (!said || strcmp(s->class, "acr") == 0)) /* the same name, wherever it belongs to */
        known = find_key(l, key, "*");
    if (!known) {
        const char *name = reading_text(l->r, s->first, s->end);
        const Span *acronym = reading_is(l->r, s->end, "(") ? reading_over(l->r, s->end + 1) : NULL;
        bool has = acronym && acronym->kind == MARK_AGENCY && acronym->other != ID_NONE &&
                   reading_span(l->r, acronym->other) == s;
        const char *short_name = has ? reading_text(l->r, acronym->first, acronym->end) : key;
        g_autofree char *prefix = country ? g_ascii_strdown(country, -1) : g_strdup("");
        uint32_t actor = add_actor(l, (DraftActor){.id = free_id(l, prefix, short_name, "body"),
                                                   .type = ACTOR_AGENCY,
                                                   .kind = MARK_AGENCY,
                                                   .label = name,
                                                   .subtype = *s->value ? s->value : NULL,
                                                   .cert = s->cert,
                                                   .rule = s->rule});
        known = actor + 1;
        keep_key(l, key, country, actor);
    }
    keep_key(l, key, "*", known - 1);
    means(l, s, known - 1);
}

static void link_other(Linking *l, Span *s)
{
    g_autofree char *key = utf8_key(reading_text(l->r, s->first, s->end));
    uint32_t known = find_key(l, key, s->kind == MARK_PLACE ? "place" : "instrument");
    if (!known) {
        const char *name = reading_text(l->r, s->first, s->end);
        uint32_t actor = add_actor(l, (DraftActor){.id = free_id(l, "", name, "name"),
                                                   .type = ACTOR_UNKNOWN,
                                                   .kind = s->kind,
                                                   .label = name,
                                                   .subtype = *s->value ? s->value : NULL,
                                                   .cert = s->cert,
                                                   .rule = s->rule});
        known = actor + 1;
        keep_key(l, key, s->kind == MARK_PLACE ? "place" : "instrument", actor);
    }
    means(l, s, known - 1);
}

/* --- sets and nouns ----------------------------------------------------------------------------------------------- */

static void link_set(Linking *l, Span *s)
{
    uint32_t row[NAMED_MAX], n = reading_is(l->r, s->first, "three") ? 3 : reading_is(l->r, s->first, "four") ? 4 : 2;
    if (named_together(l->r, s, s->kind, n, row) || (n == 2 && named_before(l->r, s, s->kind, n, row) == n))
        s->targets = draft_add_targets(l->r->draft, row, n);
}

/* "the country", "the government": of the country named before in the sentence, else of the text's own. */
static void link_country_noun(Linking *l, Span *s)
{
    const Reading *r = l->r;
    uint32_t k = reading_before(r, s->first), row;
    const Span *near = k ? reading_span(r, g_array_index(r->order, uint32_t, k - 1)) : NULL;
    while (near && k > 1 && near->kind != MARK_COUNTRY)
        near = reading_span(r, g_array_index(r->order, uint32_t, --k - 1));
    bool same_sentence = near && near->kind == MARK_COUNTRY && *near->value;
    for (uint32_t i = near ? near->end : 0; same_sentence && i <= s->first; i++) {
        if (i > near->end && reading_flags(r, i) & TOKEN_SENTENCE)
            same_sentence = false;
    }
    if (same_sentence)
        means(l, s, actor_of_code(l, near->value, MARK_COUNTRY));
    else if (r->host)
        means(l, s, actor_of_code(l, r->host, MARK_COUNTRY));
    else if (named_before(l->r, s, MARK_COUNTRY, 1, &row))
        means(l, s, row);
}

static void link_span(Linking *l, uint32_t row)
{
    Span *s = reading_span(l->r, row);
    bool set = s->class && strcmp(s->class, "grp") == 0;
    switch (s->kind) {
    case MARK_COUNTRY:
    case MARK_BLOC:
        if (*s->value)
            means(l, s, actor_of_code(l, s->value, s->kind));
        else if (set)
            link_set(l, s);
        else
            link_country_noun(l, s);
        break;
    case MARK_OFFICIAL:
        if (set)
            link_set(l, s);
        else if (s->other != ID_NONE && reading_actor(l->r, reading_span(l->r, s->other)) != ID_NONE)
            means(l, s, reading_actor(l->r, reading_span(l->r, s->other)));
        else if (s->other == ID_NONE)
            link_official(l, row);
        break;
    case MARK_AGENCY:
        if (set)
            link_set(l, s);
        else
            link_agency(l, s);
        break;
    case MARK_PLACE:
    case MARK_INSTRUMENT:
        if (!g_str_has_suffix(s->rule, "-other"))
            link_other(l, s);
        break;
    default:
        break; /* roles after those who hold them; events by whoever reads them */
    }
}

/* The country of the dateline's place, or the first one named. */
static const char *host_of(const Reading *r)
{
    const char *first = NULL;
    for (guint i = 0; i < r->order->len && i < 40; i++) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        Sentence head = reading_sentence(r, 0);
        bool dateline = s->kind == MARK_PLACE && *s->extra && reading_flags(r, s->first) & TOKEN_SENTENCE &&
                        reading_is_one(r, s->end, (const char *const[]){"(", "-", "–", "—", ",", NULL});
        if (dateline && s->first >= head.first)
            return s->extra;
        if (!first && s->kind == MARK_COUNTRY && *s->value)
            first = s->value;
    }
    return first;
}

/* The names under which each actor stands in the text, but its label, in order of their first use. */
static void keep_variants(Linking *l)
{
    Draft *d = l->r->draft;
    uint32_t n = d->actor->len;
    g_autofree uint32_t *first = g_new0(uint32_t, n + 2);
    g_autofree Surface *sorted = g_new(Surface, l->surface->len + 1);
    for (guint i = 0; i < l->surface->len; i++)
        first[g_array_index(l->surface, Surface, i).actor + 1]++;
    for (uint32_t a = 0; a < n; a++)
        first[a + 1] += first[a];
    g_autofree uint32_t *next = g_memdup2(first, sizeof *first * (n + 1));
    for (guint i = 0; i < l->surface->len; i++) {
        const Surface *f = &g_array_index(l->surface, Surface, i);
        sorted[next[f->actor]++] = *f;
    }
    for (uint32_t a = 0; a < n; a++) {
        DraftActor *actor = draft_actor(d, a);
        actor->variants.first = d->variant->len;
        for (uint32_t i = first[a]; i < first[a + 1]; i++) {
            bool known = strcmp(sorted[i].text, actor->label) == 0;
            for (uint32_t k = actor->variants.first; !known && k < d->variant->len; k++)
                known = g_array_index(d->variant, const char *, k) == sorted[i].text;
            if (!known)
                g_array_append_val(d->variant, sorted[i].text);
        }
        actor->variants.n = d->variant->len - actor->variants.first;
    }
}

void reading_link(Reading *r)
{
    Linking l = {.r = r};
    l.by_id = g_hash_table_new(g_str_hash, g_str_equal);
    l.by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    l.surface = g_array_new(FALSE, FALSE, sizeof(Surface));
    l.official = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    r->host = host_of(r);
    for (guint i = 0; i < r->order->len; i++)
        link_span(&l, g_array_index(r->order, uint32_t, i));
    for (guint i = 0; i < r->order->len; i++) {
        Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        uint32_t actor =
            s->kind == MARK_ROLE && s->other != ID_NONE ? reading_actor(r, reading_span(r, s->other)) : ID_NONE;
        if (actor != ID_NONE)
            s->targets = draft_add_targets(r->draft, &actor, 1);
    }
    keep_variants(&l);
    g_hash_table_unref(l.by_id);
    g_hash_table_unref(l.by_key);
    g_array_unref(l.surface);
    g_array_unref(l.official);
}
