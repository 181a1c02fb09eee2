/* diagnostic_code.h - every kind of dirt the program knows: name, severity, standing advice. */
#ifndef ENTENTE_DIAGNOSTIC_CODE_H
#define ENTENTE_DIAGNOSTIC_CODE_H

/* X(SYMBOL, "name", severity, "advice"). Each code is documented by its advice (`entente help diagnostics` prints
 * this table) and has a test; scripts/check compares the table with the tests. Keep the names sorted. */
#define DIAGNOSTIC_CODES(X) \
    X(AFFILIATION_CYCLE, "affiliation-cycle", ERROR, \
      "nothing is part of itself or succeeds itself: take one relation out") \
    X(BAD_ATTRIBUTE, "bad-attribute", WARNING, \
      "the value is not one the guidelines know; it is kept as it is") \
    X(BAD_CHARACTER, "bad-character", WARNING, \
      "the text held control characters or NULs; look whether it is text at all") \
    X(BAD_DATE, "bad-date", ERROR, \
      "write dates as YYYY, YYYY-MM or YYYY-MM-DD") \
    X(BAD_DECISION, "bad-decision", ERROR, \
      "actors and events are same or different; participations are keep, drop or role:WORD") \
    X(BAD_LINE, "bad-line", ERROR, \
      "write it as the format has it; the rest of the file was read") \
    X(BAD_OFFSET, "bad-offset", ERROR, \
      "the text and its annotation belong together: take both from one export, and change neither alone") \
    X(BAD_RELATION, "bad-relation", ERROR, \
      "participation ties an actor to an event, affiliation two actors") \
    X(BAD_ROW, "bad-row", ERROR, \
      "every row needs as many fields as the header") \
    X(BAD_TAG, "bad-tag", WARNING, \
      "a mark begins and goes on by one scheme in all of a file; the tag is read as it seems to be meant") \
    X(CONTROL_CHARACTER, "control-character", NOTE, \
      "take it out of the text, or leave it: it is no part of a name") \
    X(DATE_INDETERMINATE, "date-indeterminate", NOTE, \
      "the dates are too coarse to decide; it is counted") \
    X(DECISION_CONFLICT, "decision-conflict", ERROR, \
      "take one of these rows out of the decisions; until then none of them is applied") \
    X(DECISION_UNKNOWN, "decision-unknown", WARNING, \
      "write ids or names as entente resolve prints them, or take the row out") \
    X(DUPLICATE_ID, "duplicate-id", ERROR, \
      "give each element of a file an xml:id of its own") \
    X(FORMS_DISAGREE, "forms-disagree", ERROR, \
      "the relation in the event and the @corresp/@role on the mention must say the same") \
    X(GUESSED_ENCODING, "guessed-encoding", WARNING, \
      "save the file as UTF-8, or correct what it declares; look at the letters with accents") \
    X(ID_CLASH, "id-clash", ERROR, \
      "one id with two types or labels: rename one, or make the records agree") \
    X(INFERENCE_DIFFERS, "inference-differs", WARNING, \
      "the file carries an inferred relation the affiliations do not give, or lacks one") \
    X(KEY_MISSING, "key-missing", WARNING, \
      "the row names a file that is not in the corpus") \
    X(NO_ARTICLE, "no-article", WARNING, \
      "no running text was found; all of it is kept as boilerplate") \
    X(NO_EVENTS, "no-events", WARNING, \
      "choose another --level or --unit, or mark participations") \
    X(NO_GRAMMAR, "no-grammar", NOTE, \
      "only names that are known in every language are marked; annotate the rest by hand") \
    X(NO_MEMBERS, "no-members", WARNING, \
      "the bloc took part as a whole but no membership is valid on that day") \
    X(REVERSED_DATES, "reversed-dates", ERROR, \
      "the end lies before the beginning: swap or correct them") \
    X(ROLE_COUNT, "role-count", ERROR, \
      "give one role, or as many roles as events in @corresp") \
    X(SP_OUTSIDE_BODY, "sp-outside-body", NOTE, \
      "speeches outside the body are not counted as scenes") \
    X(TEXT_DIFFERS, "text-differs", WARNING, \
      "correct the words or the text; the words are what was read") \
    X(UNBALANCED, "unbalanced", ERROR, \
      "every bracket that opens a mark needs one that closes it by the same name") \
    X(UNKNOWN_COLUMN, "unknown-column", NOTE, \
      "columns that are not known are passed over; rename one that is meant") \
    X(UNKNOWN_EVENT, "unknown-event", ERROR, \
      "register the event in a listEvent, or correct the id") \
    X(UNKNOWN_EVIDENCE, "unknown-evidence", WARNING, \
      "@corresp of a relation names mentions by their xml:id") \
    X(UNKNOWN_FORMAT, "unknown-format", NOTE, \
      "the file is passed over: entente help formats lists what is read") \
    X(UNKNOWN_ID, "unknown-id", ERROR, \
      "what refers to an annotation names it by its id in the same document") \
    X(UNKNOWN_KIND, "unknown-kind", NOTE, \
      "add the organisation's kind to @subtype or to the table; it counts as a state body") \
    X(UNKNOWN_LABEL, "unknown-label", WARNING, \
      "give the label a meaning in a table of labels, with --labels") \
    X(UNKNOWN_REF, "unknown-ref", WARNING, \
      "register the id in a list or authority file; until then it is an actor of its own") \
    X(UNKNOWN_TYPE, "unknown-type", WARNING, \
      "say in @type which kind of actor it is: country, agency, official or bloc") \
    X(UNREADABLE, "unreadable", ERROR, \
      "mend the file or take it out; the rest was read because of --keep-going") \
    X(UNRESOLVED_MENTION, "unresolved-mention", WARNING, \
      "give the mention a @ref, or add the name to an authority record; until then it is an actor of its own")

typedef enum DiagnosticCode {
#define X(symbol, name, severity, advice) DIAGNOSTIC_##symbol,
    DIAGNOSTIC_CODES(X)
#undef X
    DIAGNOSTIC_N_CODES
} DiagnosticCode;

#endif
