/* tie_columns.c - the columns of ties, and of the participations that tie actors to events. */
#include "column.h"
#include "participations.h"
#include <string.h>

enum { QUOTES_TRIED = 8 }; /* events looked at for a sentence that names both: keeps hubs cheap */

static const Corpus *corpus_of(const Sheet *sheet) { return sheet->export->network->incidence->corpus; }
static const Tie *tie_at(const Sheet *sheet) { return &sheet->export->network->tie[sheet->row]; }

/* A sentence that names both if one of the first shared events has it, else the first sentence there is. */
static void find_quote(Sheet *sheet)
{
    const Network *network = sheet->export->network;
    const Tie *tie = tie_at(sheet);
    sheet->quoted = mention_id_none();
    for (size_t i = 0; i < sheet->support.n_events && i < QUOTES_TRIED; i++) {
        MentionId mention;
        bool names_both;
        uint32_t column = sheet->event_column[sheet->support.event[i].i];
        if (column == UINT32_MAX || !evidence_sentence(network->incidence, column, network->row[tie->a],
                                                       network->row[tie->b], &mention, &names_both))
            continue;
        if (mention_id_is_none(sheet->quoted) || names_both)
            sheet->quoted = mention;
        if (names_both)
            return;
    }
}

static void begin_tie(Sheet *sheet)
{
    tie_support_clear(&sheet->support);
    network_tie_support(sheet->export->network, tie_at(sheet), &sheet->support);
    if (sheet->event_column)
        find_quote(sheet);
}

static void get_weight(Sheet *sheet, Column *column, Field *field)
{
    field_number(sheet, column, field, tie_at(sheet)->weight);
}
static void get_n_events(Sheet *sheet, Column *column, Field *field)
{
    field_number(sheet, column, field, tie_at(sheet)->n_events);
}

static void get_n_documents(Sheet *sheet, Column *column, Field *field)
{
    field_number(sheet, column, field, (double)sheet->support.n_documents);
}

static void get_first(Sheet *sheet, Column *column, Field *field)
{
    field_day(sheet, column, field, sheet->support.first);
}

static void get_last(Sheet *sheet, Column *column, Field *field)
{
    field_day(sheet, column, field, sheet->support.last);
}

static void get_event_ids(Sheet *sheet, Column *column, Field *field)
{
    for (size_t i = 0; i < sheet->support.n_events; i++)
        join_text(sheet, column, corpus_of(sheet)->event[sheet->support.event[i].i].id);
    field_joined(field, column);
}

static void get_event_titles(Sheet *sheet, Column *column, Field *field)
{
    for (size_t i = 0; i < sheet->support.n_events; i++)
        join_text(sheet, column, corpus_of(sheet)->event[sheet->support.event[i].i].label);
    field_joined(field, column);
}

static void get_tie_documents(Sheet *sheet, Column *column, Field *field)
{
    for (size_t i = 0; i < sheet->support.n_documents; i++)
        join_text(sheet, column, corpus_of(sheet)->document[sheet->support.document[i].i].id);
    field_joined(field, column);
}

/* The sentence that holds a mention, or NULL. */
static const char *sentence_of(const Sheet *sheet, MentionId mention)
{
    const Corpus *corpus = corpus_of(sheet);
    PassageId sentence =
        mention_id_is_none(mention) ? passage_id_none() : corpus->mention[mention.i].passage[PASSAGE_SENTENCE];
    return passage_id_is_none(sentence) ? NULL : corpus->passage[sentence.i].text;
}

/* document:line:column, by the document's name below its input: the same bytes wherever the corpus lies. */
static void field_source(Sheet *sheet, Column *column, Field *field, MentionId id)
{
    if (mention_id_is_none(id))
        return;
    const Mention *mention = &corpus_of(sheet)->mention[id.i];
    phrases_append(sheet->phrases, &column->room, corpus_of(sheet)->document[mention->document.i].name);
    line_bytes(&column->room, ":", 1);
    line_number(&column->room, mention->place.line);
    line_bytes(&column->room, ":", 1);
    line_number(&column->room, mention->place.column);
    field_joined(field, column);
}

static void get_quote(Sheet *sheet, Column *column, Field *field)
{
    field_text(sheet, column, field, sentence_of(sheet, sheet->quoted));
}

static void get_quote_source(Sheet *sheet, Column *column, Field *field)
{
    field_source(sheet, column, field, sheet->quoted);
}

/* Is there a sentence in the corpus at all? Tables have none, and looking for one a tie would cost. */
static bool has_sentences(const Corpus *corpus)
{
    for (size_t i = 0; i < corpus->n_passages; i++)
        if (corpus->passage[i].kind == PASSAGE_SENTENCE && corpus->passage[i].text)
            return true;
    return false;
}

static bool wants_quotes(const Sheet *sheet) { return !sheet->export->no_quotes && has_sentences(corpus_of(sheet)); }

static void index_events(Sheet *sheet)
{
    const Incidence *b = sheet->export->network->incidence;
    sheet->event_column = g_new(uint32_t, b->corpus->n_events + 1);
    memset(sheet->event_column, 0xff, (b->corpus->n_events + 1) * sizeof *sheet->event_column);
    for (uint32_t c = 0; c < b->n_events; c++)
        sheet->event_column[b->event[c].i] = c;
}

void tie_columns(Sheet *sheet, GArray *columns)
{
    sheet_add(columns, "weight", FIELD_DOUBLE, get_weight);
    sheet_add(columns, "n_events", FIELD_INT, get_n_events);
    if (sheet->export->bare)
        return;
    sheet->begin = begin_tie;
    sheet_add(columns, "n_documents", FIELD_INT, get_n_documents);
    sheet_add(columns, "first", FIELD_STRING, get_first);
    sheet_add(columns, "last", FIELD_STRING, get_last);
    sheet_add(columns, "event_ids", FIELD_STRING, get_event_ids);
    sheet_add(columns, "event_titles", FIELD_STRING, get_event_titles);
    sheet_add(columns, "documents", FIELD_STRING, get_tie_documents);
    if (!wants_quotes(sheet))
        return;
    index_events(sheet);
    sheet_add(columns, "quote", FIELD_STRING, get_quote);
    sheet_add(columns, "quote_source", FIELD_STRING, get_quote_source);
}

/* Participations: the present row is a cell (or a bloc in an event) with its claims. */

static const TwoModeTie *part_at(const Sheet *sheet) { return &sheet->two_mode->tie[sheet->row]; }

static const Participation *part_of(const Sheet *sheet, const Claim *claim)
{
    return &corpus_of(sheet)->participation[claim->participation.i];
}

static const Event *part_event(const Sheet *sheet)
{
    return &corpus_of(sheet)->event[sheet->two_mode->node[part_at(sheet)->event].event.i];
}

static void get_roles(Sheet *sheet, Column *column, Field *field)
{
    const TwoModeTie *tie = part_at(sheet);
    for (size_t i = 0; i < tie->n_claims; i++)
        join_new_text(sheet, column, claim_role(corpus_of(sheet), &tie->claim[i]));
    field_joined(field, column);
}

static void get_statuses(Sheet *sheet, Column *column, Field *field)
{
    const TwoModeTie *tie = part_at(sheet);
    for (size_t i = 0; i < tie->n_claims; i++)
        join_new_text(sheet, column, participation_status_name(tie->claim[i].status));
    field_joined(field, column);
}

static void get_event_status(Sheet *sheet, Column *column, Field *field)
{
    field_text(sheet, column, field, event_status_name(part_event(sheet)->status));
}

static void get_certs(Sheet *sheet, Column *column, Field *field)
{
    const TwoModeTie *tie = part_at(sheet);
    for (size_t i = 0; i < tie->n_claims; i++)
        join_new_text(sheet, column, certainty_name(part_of(sheet, &tie->claim[i])->cert));
    field_joined(field, column);
}

static void get_date(Sheet *sheet, Column *column, Field *field)
{
    field_day(sheet, column, field, part_event(sheet)->first);
}

static void get_part_documents(Sheet *sheet, Column *column, Field *field)
{
    const TwoModeTie *tie = part_at(sheet);
    for (size_t i = 0; i < tie->n_claims; i++) {
        DocumentId document = part_of(sheet, &tie->claim[i])->document;
        if (!document_id_is_none(document))
            join_new_text(sheet, column, corpus_of(sheet)->document[document.i].id);
    }
    field_joined(field, column);
}

/* Who an inferred participation came by: the participation's own actor and those between, not the one it ends at. */
static void get_through(Sheet *sheet, Column *column, Field *field)
{
    const Incidence *b = sheet->export->network->incidence;
    const TwoModeTie *tie = part_at(sheet);
    for (size_t i = 0; i < tie->n_claims; i++) {
        const Claim *claim = &tie->claim[i];
        if (claim->via.n == 0)
            continue;
        ActorId source = b->cast->ref_actor[part_of(sheet, claim)->actor.i];
        if (!actor_id_is_none(source))
            join_new_text(sheet, column, b->cast->actor[source.i].label);
        for (uint32_t s = 0; s + 1 < claim->via.n; s++)
            join_new_text(sheet, column, b->cast->actor[b->via[claim->via.first + s].actor.i].label);
    }
    field_joined(field, column);
}

/* Its evidence: the first mention that proves the participation and stands in a sentence. */
static void begin_participation(Sheet *sheet)
{
    const Corpus *corpus = corpus_of(sheet);
    const TwoModeTie *tie = part_at(sheet);
    sheet->quoted = mention_id_none();
    for (size_t i = 0; i < tie->n_claims; i++) {
        Slice evidence = part_of(sheet, &tie->claim[i])->evidence;
        for (uint32_t e = 0; e < evidence.n; e++) {
            MentionId mention = corpus->evidence[evidence.first + e];
            if (sentence_of(sheet, mention) && (mention_id_is_none(sheet->quoted) || mention.i < sheet->quoted.i))
                sheet->quoted = mention;
        }
    }
}

void participation_columns(Sheet *sheet, GArray *columns)
{
    sheet_add(columns, "role", FIELD_STRING, get_roles);
    sheet_add(columns, "status", FIELD_STRING, get_statuses);
    sheet_add(columns, "event_status", FIELD_STRING, get_event_status);
    sheet_add(columns, "cert", FIELD_STRING, get_certs);
    sheet_add(columns, "date", FIELD_STRING, get_date);
    if (sheet->export->bare)
        return;
    sheet_add(columns, "documents", FIELD_STRING, get_part_documents);
    sheet_add(columns, "through", FIELD_STRING, get_through);
    if (!wants_quotes(sheet))
        return;
    sheet->begin = begin_participation;
    sheet_add(columns, "quote", FIELD_STRING, get_quote);
    sheet_add(columns, "quote_source", FIELD_STRING, get_quote_source);
}
