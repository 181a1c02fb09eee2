/* known.c - a register's names become words of the lexicon. */
#include "known.h"
#include "corpus.h"
#include "failure.h"
#include <string.h>

/* "Ada Roa": the words by which a rule knows a person's name. */
static void add_person(Lexicon *l, const char *name)
{
    const char *first = strchr(name, ' '), *last = strrchr(name, ' ');
    if (!first)
        return;
    g_autofree char *given = g_strndup(name, (gsize)(first - name));
    lexicon_add(l, given, WORD_GIVEN_NAME, "", "");
    lexicon_add(l, last + 1, WORD_FAMILY_NAME, "", "");
}

static void add_name(Lexicon *l, const Record *r, const char *name)
{
    MarkKind kind = r->type == ACTOR_AGENCY ? MARK_AGENCY : MARK_OFFICIAL;
    if (!name || !*name)
        return;
    if (kind == MARK_AGENCY)
        lexicon_add(l, name, WORD_ORGANISATION, r->subtype ? r->subtype : "", "");
    else
        add_person(l, name);
    lexicon_know(l, kind, name, r->id, r->label, r->subtype);
}

bool known_read(Lexicon *l, const char *path, Diagnostics *diagnostics, GError **error)
{
    ReadOptions options = {.unit = {UNIT_EVENT, 0}};
    g_autoptr(Corpus) c = corpus_read(&path, 1, &options, diagnostics, error);
    size_t n = 0;
    for (size_t i = 0; c && i < c->n_records; i++) {
        const Record *r = &c->record[i];
        if (r->type != ACTOR_AGENCY && r->type != ACTOR_OFFICIAL)
            continue;
        n++;
        add_name(l, r, r->label);
        for (uint32_t k = 0; k < r->variants.n; k++)
            add_name(l, r, c->variant[r->variants.first + k]);
    }
    if (c && !n)
        failure_set(error, ERROR_IO, (Place){g_intern_string(path), 0, 0}, "nobody-known",
                    "an authority file has <org xml:id> in <listOrg>, <person xml:id> in <listPerson>",
                    "the file registers no organisation and no person");
    return n > 0;
}
