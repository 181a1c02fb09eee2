/* draft.c - one article on its way to annotated text: its rows, kept and freed together. */
#include "draft.h"
#include <string.h>

Draft *draft_new(const char *path, const char *text, size_t n)
{
    g_return_val_if_fail(n <= DRAFT_MAX_TEXT, NULL);
    Draft *d = g_new0(Draft, 1);
    d->pool = pool_new();
    d->path = pool_string(d->pool, path);
    d->text = pool_intern(d->pool, text, n);
    d->n_text = (uint32_t)n;
    d->language = d->language_basis = NULL;
    d->date = DATE_UNKNOWN;
    d->block = g_array_new(FALSE, FALSE, sizeof(Block));
    d->token = g_array_new(FALSE, FALSE, sizeof(DraftToken));
    d->sentence = g_array_new(FALSE, FALSE, sizeof(DraftSentence));
    d->mark = g_array_new(FALSE, FALSE, sizeof(Mark));
    d->target = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    d->actor = g_array_new(FALSE, FALSE, sizeof(DraftActor));
    d->variant = g_array_new(FALSE, FALSE, sizeof(const char *));
    d->affiliation = g_array_new(FALSE, FALSE, sizeof(DraftAffiliation));
    d->event = g_array_new(FALSE, FALSE, sizeof(DraftEvent));
    d->participation = g_array_new(FALSE, FALSE, sizeof(DraftParticipation));
    return d;
}

void draft_free(Draft *d)
{
    if (!d)
        return;
    GArray *rows[] = {d->block, d->token,   d->sentence,    d->mark,  d->target,
                      d->actor, d->variant, d->affiliation, d->event, d->participation};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_array_unref(rows[i]);
    pool_free(d->pool);
    g_free(d);
}

void draft_add_block(Draft *d, BlockKind kind, size_t from, size_t to)
{
    Block b = {kind, (uint32_t)from, (uint32_t)to};
    g_array_append_val(d->block, b);
}

Slice draft_add_targets(Draft *d, const uint32_t *row, size_t n)
{
    Slice s = {d->target->len, (uint32_t)n};
    if (n)
        g_array_append_vals(d->target, row, (guint)n);
    return s;
}

uint32_t draft_block_at(const Draft *d, size_t at)
{
    uint32_t low = 0, high = d->block->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (draft_block(d, middle)->to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
