/* belonging.c - who belongs to whom: official → agency → parent → country, by what stands around their names. */
#include "reading.h"
#include "utf8.h"
#include <string.h>

typedef struct Belonging {
    Reading *r;
    GHashTable *known; /* key of what is stated already */
    GHashTable *first; /* key without the passive → the first passive + 1 */
    GHashTable *row;   /* id → row of draft->actor + 1, as far as they are counted */
    uint32_t n_rows;
} Belonging;

enum { ACTOR_BITS = 30 }; /* a text has at most 64 MB */

/* Who belongs to whom in which way, as one number. */
static gint64 key_of(AffiliationKind kind, uint32_t active, uint32_t passive)
{
    return (gint64)kind << 2 * ACTOR_BITS | (gint64)active << ACTOR_BITS | passive;
}

static void state(Belonging *b, AffiliationKind kind, uint32_t active, uint32_t passive, const char *basis,
                  Certainty cert, const char *rule)
{
    if (active == ID_NONE || passive == ID_NONE || active == passive)
        return;
    gint64 key = key_of(kind, active, passive), either = key_of(kind, active, 0);
    if (g_hash_table_contains(b->known, &key))
        return;
    g_hash_table_add(b->known, g_memdup2(&key, sizeof key));
    if (!g_hash_table_contains(b->first, &either))
        g_hash_table_insert(b->first, g_memdup2(&either, sizeof either), GUINT_TO_POINTER(passive + 1));
    DraftAffiliation a = {.kind = kind,
                          .active = active,
                          .passive = passive,
                          .from = DATE_UNKNOWN,
                          .to = DATE_UNKNOWN,
                          .basis = basis,
                          .cert = cert,
                          .rule = rule};
    g_array_append_val(b->r->draft->affiliation, a);
}

/* Whom an actor belongs to in this way, as stated first, or ID_NONE. */
static uint32_t belongs_to(const Belonging *b, uint32_t active, AffiliationKind kind)
{
    gint64 key = key_of(kind, active, 0);
    uint32_t row = GPOINTER_TO_UINT(g_hash_table_lookup(b->first, &key));
    return row ? row - 1 : ID_NONE;
}

static bool states(const Belonging *b, AffiliationKind kind, uint32_t active)
{
    return belongs_to(b, active, kind) != ID_NONE;
}

/* The actor with this id, or ID_NONE. */
static uint32_t row_of(Belonging *b, const char *id)
{
    const Draft *d = b->r->draft;
    for (; b->n_rows < d->actor->len; b->n_rows++)
        g_hash_table_insert(b->row, (void *)(uintptr_t)draft_actor(d, b->n_rows)->id, GUINT_TO_POINTER(b->n_rows + 1));
    uint32_t row = GPOINTER_TO_UINT(g_hash_table_lookup(b->row, id));
    return row ? row - 1 : ID_NONE;
}

/* The country of a code; one that the text does not name is added. */
static uint32_t country_row(Belonging *b, const char *code)
{
    const Draft *d = b->r->draft;
    if (!code || !lexicon_label(b->r->lexicon, code))
        return ID_NONE;
    if (row_of(b, code) != ID_NONE)
        return row_of(b, code);
    DraftActor a = {.id = pool_string(d->pool, code),
                    .type = ACTOR_COUNTRY,
                    .kind = MARK_COUNTRY,
                    .label = pool_string(d->pool, lexicon_label(b->r->lexicon, code)),
                    .scheme = "ISO3166-1-alpha-2",
                    .identifier = pool_string(d->pool, code),
                    .cert = CERT_MEDIUM,
                    .rule = "country-of-agency"};
    g_array_append_val(d->actor, a);
    return d->actor->len - 1;
}

/* --- bodies ------------------------------------------------------------------------------------------------------- */

static bool is_kind(const Span *s, const char *const *kinds)
{
    for (; *kinds; kinds++) {
        if (strcmp(s->value, *kinds) == 0)
            return true;
    }
    return false;
}

static const char *const of_state[] = {"ministry",     "department", "authority",  "cabinet", "parliament", "police",
                                       "armed-forces", "bureau",     "commission", "agency",  "court",      NULL};
static const char *const units[] = {"department", "institute", "centre",    "unit", "office",    "bureau",
                                    "school",     "agency",    "authority", "cert", "committee", NULL};

static const char *const wholes[] = {"ministry",     "department",    "university",  "academy",
                                     "organisation", "international", "secretariat", "authority",
                                     "council",      "commission",    NULL};

static void affiliate_body(Belonging *b, const Span *s)
{
    const Reading *r = b->r;
    uint32_t actor = reading_actor(r, s);
    if (actor == ID_NONE || strcmp(s->value, "international") == 0)
        return;
    const char *country = agency_country(r, s);
    if (country)
        state(b, AFFILIATION_AGENCY_OF, actor, country_row(b, country), NULL, CERT_HIGH, "agency-possessor");
}

/* Bodies of a state whose country nothing says: that of their parent, else the text's own. */
static void affiliate_to_host(Belonging *b, const Span *s)
{
    const Reading *r = b->r;
    uint32_t actor = reading_actor(r, s);
    if (actor == ID_NONE || !is_kind(s, of_state) || strcmp(s->class, "nam") != 0 ||
        states(b, AFFILIATION_AGENCY_OF, actor))
        return;
    uint32_t parent = actor, country = ID_NONE;
    for (unsigned steps = 0; steps < 4 && parent != ID_NONE && country == ID_NONE; steps++) {
        parent = belongs_to(b, parent, AFFILIATION_PART_OF);
        country = parent == ID_NONE ? ID_NONE : belongs_to(b, parent, AFFILIATION_AGENCY_OF);
    }
    if (country != ID_NONE)
        state(b, AFFILIATION_AGENCY_OF, actor, country, NULL, CERT_MEDIUM, "agency-parent");
    else if (r->host)
        state(b, AFFILIATION_AGENCY_OF, actor, country_row(b, r->host), NULL, CERT_MEDIUM, "agency-host");
}

/* "[Unit] of the [Body]", "[Unit], [Body]", "[Unit] (ABC), under the [Body]". */
static void affiliate_unit(Belonging *b, const Span *s)
{
    const Reading *r = b->r;
    uint32_t k = s->end;
    if (reading_is(r, k, "(") && reading_over(r, k + 1) && reading_is(r, reading_over(r, k + 1)->end, ")"))
        k = reading_over(r, k + 1)->end + 1;
    bool comma = reading_is(r, k, ",");
    k += comma;
    bool of = reading_is_one(r, k, (const char *const[]){"of", "under", "at", "within", "in", NULL});
    k += of;
    k += reading_is(r, k, "the");
    const Span *parent = reading_over(r, k);
    if (!parent || parent->first != k || parent->kind != MARK_AGENCY || (!comma && !of) || parent == s)
        return;
    if (comma && !of && (!is_kind(s, units) || strcmp(parent->value, s->value) == 0 || !is_kind(parent, wholes)))
        return;
    state(b, AFFILIATION_PART_OF, reading_actor(r, s), reading_actor(r, parent), "text",
          comma && !of ? CERT_MEDIUM : CERT_HIGH, "agency-part-of");
}

/* --- people ------------------------------------------------------------------------------------------------------- */

/* What stands behind a name: its role, bodies and country, to the end of the apposition. */
static void affiliate_behind(Belonging *b, const Span *s, uint32_t person)
{
    const Reading *r = b->r;
    uint32_t k = s->end;
    bool from = reading_is(r, k, "from") || reading_is(r, k, "of"), comma = reading_is(r, k, ",");
    if (!from && !comma)
        return;
    k++;
    bool body = false;
    for (unsigned steps = 0; steps < 12 && k < r->n; steps++) {
        const Span *x = reading_over(r, k);
        if (reading_flags(r, k) & TOKEN_SENTENCE)
            return;
        if (x && x->kind == MARK_ROLE && x->other != ID_NONE && reading_actor(r, x) == person) {
            k = x->end;
        } else if (x && x->kind == MARK_AGENCY) {
            if (!body)
                state(b, AFFILIATION_MEMBER_OF, person, reading_actor(r, x), "text", CERT_HIGH, "official-apposition");
            body = true;
            k = x->end;
        } else if (x && x->kind == MARK_COUNTRY && strcmp(x->class, "dem") != 0) {
            bool closes = !reading_flags(r, x->end) || !(reading_flags(r, x->end) & TOKEN_POSSESSIVE);
            if (closes)
                state(b, AFFILIATION_REPRESENTS, person, reading_actor(r, x), "text", from ? CERT_HIGH : CERT_MEDIUM,
                      "official-country");
            return;
        } else if (reading_is_one(r, k,
                                  (const char *const[]){",", "of", "at", "the", "for", "from", "with", "in", "under",
                                                        "(", ")", NULL})) {
            if (reading_is(r, k, ",") && body && !reading_over(r, k + 1))
                return;
            k++;
        } else {
            return;
        }
    }
}

static bool is_role_of(const Reading *r, uint32_t i, uint32_t person)
{
    const Span *x = reading_over(r, i);
    return x && x->kind == MARK_ROLE && reading_actor(r, x) == person;
}

/* What stands before the first title of a name: "[Peruvian] Minister …", "[Ministry]'s spokesman …". */
static void affiliate_before(Belonging *b, const Span *s, uint32_t person)
{
    const Reading *r = b->r;
    uint32_t k = s->first;
    while (k > 0) {
        const Span *x = reading_over(r, k - 1);
        if (x && x->kind == MARK_ROLE && reading_actor(r, x) == person) {
            k = x->first;
        } else if (x && x->kind == MARK_AGENCY && k < s->first) {
            state(b, AFFILIATION_MEMBER_OF, person, reading_actor(r, x), "text", CERT_HIGH, "official-of-body");
            return;
        } else if (x && x->kind == MARK_AGENCY &&
                   (reading_is(r, x->first - 1, "the") || reading_is(r, x->first - 1, "of"))) {
            uint32_t j = x->first - 1; /* President of the [Body] | Name */
            j -= j > 0 && reading_is(r, j, "the");
            const Span *role = reading_is(r, j, "of") && j > 0 ? reading_over(r, j - 1) : NULL;
            if (role && role->kind == MARK_ROLE && reading_actor(r, role) == person)
                state(b, AFFILIATION_MEMBER_OF, person, reading_actor(r, x), "text", CERT_HIGH, "official-of-body");
            return;
        } else if (x && x->kind == MARK_COUNTRY && k < s->first && *x->value) {
            state(b, AFFILIATION_REPRESENTS, person, reading_actor(r, x), "title", CERT_HIGH, "official-possessor");
            return;
        } else if (k < s->first ? (reading_flags(r, k - 1) & TOKEN_POSSESSIVE) != 0
                                : reading_is(r, k - 1, ",") && is_role_of(r, k - 2, person)) {
            k--;
        } else {
            return;
        }
    }
}

/* The field of a minister: "Public Security" of "Minister of Public Security", "Foreign" of "Foreign Minister"; NULL.
 */
static char *field_of(const char *role)
{
    const char *of = strstr(role, "inister of "), *after = strstr(role, "inister for ");
    if (strstr(role, "Prime"))
        return NULL;
    if (of || after)
        return g_strdup(of ? of + strlen("inister of ") : after + strlen("inister for "));
    const char *minister = strstr(role, " Minister");
    if (!minister || minister[strlen(" Minister")] || g_str_has_prefix(role, "Deputy Minister") ||
        g_str_has_prefix(role, "Vice Minister"))
        return NULL;
    const char *from = g_str_has_prefix(role, "Deputy ") ? role + strlen("Deputy ")
                       : g_str_has_prefix(role, "Vice ") ? role + strlen("Vice ")
                                                         : role;
    return from < minister ? g_strndup(from, (gsize)(minister - from)) : NULL;
}

/* The ministry of this field and country, named in the text or implied by the title. */
static uint32_t ministry_of(Belonging *b, const char *field, uint32_t country)
{
    const Draft *d = b->r->draft;
    g_autofree char *wanted = utf8_key(field);
    for (uint32_t i = 0; i < d->actor->len; i++) {
        const DraftActor *a = draft_actor(d, i);
        if (a->type != ACTOR_AGENCY || !a->subtype || strcmp(a->subtype, "ministry") != 0)
            continue;
        g_autofree char *key = utf8_key(a->label);
        uint32_t its = belongs_to(b, i, AFFILIATION_AGENCY_OF);
        if (strstr(key, wanted) && (its == country || its == ID_NONE || country == ID_NONE))
            return i;
    }
    if (country == ID_NONE)
        return ID_NONE;
    g_autofree char *slug = g_strdelimit(g_strdup(wanted), " ", '-'),
                    *code = g_ascii_strdown(draft_actor(d, country)->id, -1);
    g_autofree char *id = g_strdup_printf("%s-ministry-of-%s", code, slug),
                    *label = g_strdup_printf("Ministry of %s", field);
    if (row_of(b, id) != ID_NONE)
        return row_of(b, id);
    DraftActor a = {.id = pool_string(d->pool, id),
                    .type = ACTOR_AGENCY,
                    .kind = MARK_AGENCY,
                    .label = pool_string(d->pool, label),
                    .subtype = "ministry",
                    .cert = CERT_MEDIUM,
                    .rule = "agency-by-title"};
    g_array_append_val(d->actor, a);
    uint32_t row = d->actor->len - 1;
    state(b, AFFILIATION_AGENCY_OF, row, country, NULL, CERT_MEDIUM, "agency-by-title");
    return row;
}

/* "[Singapore]'s [Ministry of Foreign Affairs] said Foreign Affairs Minister …": the ministry of the same sentence. */
static void affiliate_to_ministry_before(Belonging *b, const Span *role, const char *field, uint32_t person)
{
    const Reading *r = b->r;
    g_autofree char *wanted = utf8_key(field);
    uint32_t k = reading_before(r, role->first), low = k > 10 ? k - 10 : 0;
    while (k-- > low && !states(b, AFFILIATION_MEMBER_OF, person)) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, k));
        for (uint32_t i = s->end; i <= role->first; i++) {
            if (reading_flags(r, i) & TOKEN_SENTENCE)
                return;
        }
        uint32_t actor = s->kind == MARK_AGENCY && strcmp(s->value, "ministry") == 0 ? reading_actor(r, s) : ID_NONE;
        g_autofree char *key = actor == ID_NONE ? NULL : utf8_key(draft_actor(r->draft, actor)->label);
        if (key && strstr(key, wanted))
            state(b, AFFILIATION_MEMBER_OF, person, actor, "title", CERT_MEDIUM, "official-title");
    }
}

/* The country an office of state is most likely of: the one named last before it in the sentence, else the text's own.
 * A family name tells whether that can be. */
static const char *country_by_context(const Reading *r, const Span *role, Certainty *cert)
{
    const Span *person = reading_span(r, role->other);
    const LexiconEntry *family = lexicon_word_entry(r->lexicon, r->token[person->first].word, WORD_FAMILY_FIRST);
    uint32_t k = reading_before(r, role->first), low = k > 10 ? k - 10 : 0;
    while (k-- > low) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, k));
        for (uint32_t i = s->end; i <= role->first; i++) {
            if (reading_flags(r, i) & TOKEN_SENTENCE)
                k = low; /* another sentence */
        }
        if (k > low && s->kind == MARK_COUNTRY && *s->value && strcmp(s->class, "dem") != 0)
            return s->value;
    }
    if (family && r->host && strcmp(family->value, r->host) != 0)
        return NULL;
    *cert = family ? CERT_MEDIUM : CERT_LOW;
    return r->host;
}

/* Ministers belong to their ministry, and to the text's own country where no other is named. */
static void affiliate_by_title(Belonging *b, const Span *role)
{
    const Reading *r = b->r;
    uint32_t person = reading_actor(r, role);
    if (person == ID_NONE || strcmp(role->class, "office") != 0)
        return;
    const char *text = reading_text(r, role->first, role->end);
    g_autofree char *field = field_of(text);
    bool of_a_state = strstr(text, "Minister") || strstr(text, "President") || strstr(text, "Premier");
    uint32_t country = belongs_to(b, person, AFFILIATION_REPRESENTS);
    if (field && country == ID_NONE)
        affiliate_to_ministry_before(b, role, field, person);
    if (of_a_state && country == ID_NONE && !states(b, AFFILIATION_MEMBER_OF, person)) {
        Certainty cert = CERT_LOW;
        const char *code = country_by_context(r, role, &cert);
        country = country_row(b, code);
        state(b, AFFILIATION_REPRESENTS, person, country, "title", cert,
              code == r->host ? "official-host" : "official-sentence");
    }
    if (field && !states(b, AFFILIATION_MEMBER_OF, person))
        state(b, AFFILIATION_MEMBER_OF, person, ministry_of(b, field, country), "title", CERT_MEDIUM, "official-title");
}

/* "his Peruvian counterpart Ms Roa": the same ministry of the other country. */
static void affiliate_counterpart(Belonging *b, const Span *role, uint32_t at)
{
    const Reading *r = b->r;
    uint32_t person = reading_actor(r, role),
             country = person == ID_NONE ? ID_NONE : belongs_to(b, person, AFFILIATION_REPRESENTS);
    if (country == ID_NONE || !reading_is(r, role->first, "counterpart") || states(b, AFFILIATION_MEMBER_OF, person))
        return;
    for (uint32_t k = at; k-- > 0 && at - k < 12;) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, k));
        uint32_t actor = s->kind == MARK_ROLE ? reading_actor(r, s) : ID_NONE;
        g_autofree char *field =
            actor != ID_NONE && actor != person ? field_of(reading_text(r, s->first, s->end)) : NULL;
        if (field) {
            state(b, AFFILIATION_MEMBER_OF, person, ministry_of(b, field, country), "counterpart", CERT_MEDIUM,
                  "official-counterpart");
            return;
        }
    }
}

void reading_affiliate(Reading *r)
{
    Belonging b = {.r = r};
    b.known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    b.first = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    b.row = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < r->order->len; i++) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        if (s->kind == MARK_AGENCY && !s->inner) {
            affiliate_body(&b, s);
            affiliate_unit(&b, s);
        }
    }
    for (guint i = 0; i < r->order->len; i++) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        if (s->kind == MARK_AGENCY && !s->inner)
            affiliate_to_host(&b, s);
    }
    for (guint i = 0; i < r->order->len; i++) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        uint32_t person = s->kind == MARK_OFFICIAL && s->class[0] != 'g' ? reading_actor(r, s) : ID_NONE;
        if (person != ID_NONE) {
            affiliate_before(&b, s, person);
            affiliate_behind(&b, s, person);
        }
    }
    for (guint i = 0; i < r->order->len; i++) {
        const Span *s = reading_span(r, g_array_index(r->order, uint32_t, i));
        if (s->kind == MARK_ROLE) {
            affiliate_by_title(&b, s);
            affiliate_counterpart(&b, s, i);
        }
    }
    g_hash_table_unref(b.known);
    g_hash_table_unref(b.first);
    g_hash_table_unref(b.row);
}
