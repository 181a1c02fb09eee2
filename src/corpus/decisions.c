/* decisions.c - decisions.tsv: rows read with their places, and held against each other. */
#include "decisions.h"
#include "delimited.h"
#include "disjoint.h"
#include "failure.h"
#include <stdlib.h>
#include <string.h>

enum { VERDICT, KIND, TYPE, A, B, ROLE, DOCUMENT, WHO, WHY, EVENT, ACTOR_ID, ACTOR_NAME, N_COLUMNS };

static const char *const alias[N_COLUMNS][3] = {
    [VERDICT] = {"decision"}, [KIND] = {"kind"},         [TYPE] = {"type"}, [A] = {"a"},     [B] = {"b"},
    [ROLE] = {"role"},        [DOCUMENT] = {"document"}, [WHO] = {"who"},   [WHY] = {"why"}, [EVENT] = {"event"},
    [ACTOR_ID] = {"id"},      [ACTOR_NAME] = {"actor"},
};

static const char *const kinds[] = {"actor", "event", "participation"};
static const char *const verdicts[] = {"same", "different", "keep", "drop", "role:"};

const char *decision_kind_name(DecisionKind kind) { return kinds[kind]; }

char *decision_verdict(const Decision *d)
{
    return g_strconcat(verdicts[d->verdict], d->verdict == VERDICT_ROLE ? d->new_role : "", NULL);
}

typedef struct Sheet {
    Corpus *corpus;
    Delimited *rows;
    Diagnostics *diagnostics;
    GArray *decision;
    int column[N_COLUMNS];
} Sheet;

static const char *cell(const Sheet *s, int column)
{
    const char *text = delimited_field(s->rows, s->column[column]);
    return *text ? pool_string(s->corpus->pool, text) : NULL;
}

static bool read_verdict(const char *text, Decision *d, Pool *pool)
{
    for (size_t i = 0; i < G_N_ELEMENTS(verdicts); i++) {
        if (i == VERDICT_ROLE ? !g_str_has_prefix(text, verdicts[i]) : strcmp(text, verdicts[i]) != 0)
            continue;
        d->verdict = (Verdict)i;
        if (i != VERDICT_ROLE)
            return true;
        g_autofree char *role = g_strstrip(g_strdup(text + strlen(verdicts[i])));
        d->new_role = pool_string(pool, role);
        return *role;
    }
    return false;
}

static bool read_kind(const char *text, DecisionKind *kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(text, kinds[i]) == 0) {
            *kind = (DecisionKind)i;
            return true;
        }
    return false;
}

/* Why a row says nothing, or NULL. */
static const char *read_row(const Sheet *s, Decision *d, const char *verdict)
{
    const char *kind = cell(s, KIND), *type = cell(s, TYPE);
    bool extracted = !kind && s->column[EVENT] >= 0; /* a row of extract */
    d->kind = extracted ? DECISION_PARTICIPATION : DECISION_ACTOR;
    if (kind && !read_kind(kind, &d->kind))
        return "the kind is none";
    if (!read_verdict(verdict, d, s->corpus->pool))
        return "the decision is none";
    if ((d->verdict > VERDICT_DIFFERENT) != (d->kind == DECISION_PARTICIPATION))
        return "the decision is of another kind";
    if (!type || !actor_type_by_name(type, &d->type))
        d->type = ACTOR_UNKNOWN;
    d->a = extracted ? cell(s, EVENT) : cell(s, A);
    d->b = extracted ? cell(s, ACTOR_ID) : cell(s, B);
    if (extracted && !d->b)
        d->b = cell(s, ACTOR_NAME);
    d->role = cell(s, ROLE);
    d->document = cell(s, DOCUMENT);
    d->who = cell(s, WHO);
    d->why = cell(s, WHY);
    return d->a && d->b ? NULL : "a or b is empty";
}

static bool read_file(Corpus *corpus, const char *path, GArray *decision, GChecksum *sum, Diagnostics *diagnostics,
                      GError **error)
{
    g_autoptr(Delimited) rows = delimited_open(path, error);
    GError *failure = NULL;
    if (!rows)
        return false;
    Sheet s = {.corpus = corpus, .rows = rows, .diagnostics = diagnostics, .decision = decision};
    for (size_t c = 0; c < N_COLUMNS; c++)
        s.column[c] = delimited_find(rows, alias[c]);
    bool pairs = s.column[A] >= 0 && s.column[B] >= 0, extracted = s.column[EVENT] >= 0 && s.column[ACTOR_NAME] >= 0;
    if (s.column[VERDICT] < 0 || (!pairs && !extracted)) {
        failure_set(error, ERROR_IO, (Place){g_intern_string(path), 1, 1}, "not-a-table",
                    "the columns are decision, kind, type, a, b, role, document, who, why; entente resolve prints them",
                    "no column says what was decided, or of whom");
        return false;
    }
    while (delimited_next(rows, NULL, &failure)) {
        const char *verdict = delimited_field(rows, s.column[VERDICT]), *wrong;
        Decision d = {.place = delimited_place(rows, s.column[VERDICT])};
        if (!*verdict)
            continue;
        if (!(wrong = read_row(&s, &d, verdict)))
            g_array_append_val(decision, d);
        else
            diagnostics_add(diagnostics, DIAGNOSTIC_BAD_DECISION, d.place, NULL, "%s: \"%s\"", wrong, verdict);
    }
    g_checksum_update(sum, (const guchar *)delimited_digest(rows), -1);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **decisions_files(const char *const *input, size_t n_inputs)
{
    GPtrArray *file = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < n_inputs; i++) {
        g_autoptr(GDir) folder = g_dir_open(input[i], 0, NULL);
        delimited_add_offered(file, input[i], "decisions"); /* of a database */
        for (const char *name; folder && (name = g_dir_read_name(folder));) {
            bool named = strcmp(name, "decisions.tsv") == 0 ||
                         (g_str_has_prefix(name, "decisions-") && g_str_has_suffix(name, ".tsv"));
            g_autofree char *path = g_build_filename(input[i], name, NULL);
            if (named && g_hash_table_add(seen, g_canonicalize_filename(path, NULL)))
                g_ptr_array_add(file, g_steal_pointer(&path));
        }
    }
    g_ptr_array_sort(file, by_text);
    g_ptr_array_add(file, NULL);
    return (char **)g_ptr_array_free(file, FALSE);
}

bool decisions_read(Corpus *corpus, const char *const *input, size_t n_inputs, Diagnostics *diagnostics, GError **error)
{
    g_auto(GStrv) file = decisions_files(input, n_inputs);
    g_autoptr(GArray) decision = g_array_new(FALSE, FALSE, sizeof(Decision));
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; file[i]; i++)
        if (!read_file(corpus, file[i], decision, sum, diagnostics, error))
            return false;
    if (*file)
        corpus->decisions_digest = g_strdup(g_checksum_get_string(sum));
    corpus->n_decisions = decision->len;
    corpus->decision = (Decision *)(void *)g_array_free(g_steal_pointer(&decision), FALSE);
    return true;
}

/* --- contradictions --- */

/* "line 3 and line 7 say …": the rows of the circle that a contradiction closes, as many as help. */
static void report_conflict(const Corpus *corpus, const GArray *row, Diagnostics *diagnostics)
{
    g_autoptr(GString) said = g_string_new(NULL);
    for (guint i = 0; i < row->len && i < 8; i++) {
        const Decision *d = &corpus->decision[g_array_index(row, uint32_t, i)];
        g_string_append_printf(said, "%s%s %s %s (line %u)", i ? ", " : "", d->a,
                               d->verdict == VERDICT_SAME ? "is the same as" : "is different from", d->b,
                               d->place.line);
    }
    if (row->len > 8)
        g_string_append(said, ", …");
    diagnostics_add(diagnostics, DIAGNOSTIC_DECISION_CONFLICT, corpus->decision[g_array_index(row, uint32_t, 0)].place,
                    NULL, "%s: none of them is applied", said->str);
}

void decisions_unite(const Corpus *corpus, DecisionKind kind, uint32_t (*thing)[2], size_t n, uint32_t *parent,
                     bool *void_row, Diagnostics *diagnostics)
{
    for (uint32_t i = 0; i < n; i++)
        parent[i] = i;
    for (size_t r = 0; r < corpus->n_decisions; r++)
        if (corpus->decision[r].kind == kind && corpus->decision[r].verdict == VERDICT_SAME &&
            thing[r][0] != UINT32_MAX && thing[r][1] != UINT32_MAX)
            disjoint_unite(parent, thing[r][0], thing[r][1]);
    g_autofree bool *torn = g_new0(bool, n + 1); /* one a set, at its root */
    bool any = false;
    for (size_t r = 0; r < corpus->n_decisions; r++) {
        const Decision *d = &corpus->decision[r];
        if (d->kind != kind || d->verdict != VERDICT_DIFFERENT || thing[r][0] == UINT32_MAX ||
            thing[r][1] == UINT32_MAX)
            continue;
        uint32_t root = disjoint_root(parent, thing[r][0]);
        any |= root == disjoint_root(parent, thing[r][1]) && (torn[root] = true);
    }
    if (!any)
        return;
    for (uint32_t set = 0; set < n; set++) {
        g_autoptr(GArray) row = g_array_new(FALSE, FALSE, sizeof(uint32_t));
        for (uint32_t r = 0; torn[set] && r < corpus->n_decisions; r++)
            if (corpus->decision[r].kind == kind && thing[r][0] != UINT32_MAX && thing[r][1] != UINT32_MAX &&
                disjoint_root(parent, thing[r][0]) == set && disjoint_root(parent, thing[r][1]) == set) {
                g_array_append_val(row, r);
                void_row[r] = true;
            }
        if (row->len)
            report_conflict(corpus, row, diagnostics);
    }
    for (uint32_t i = 0; i < n; i++)
        parent[i] = i;
    for (size_t r = 0; r < corpus->n_decisions; r++)
        if (corpus->decision[r].kind == kind && corpus->decision[r].verdict == VERDICT_SAME && !void_row[r] &&
            thing[r][0] != UINT32_MAX && thing[r][1] != UINT32_MAX)
            disjoint_unite(parent, thing[r][0], thing[r][1]);
}
