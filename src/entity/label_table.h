/* label_table.h - labels.tsv: display names that beat the records'. Private to entity/. */
#ifndef ENTENTE_LABEL_TABLE_H
#define ENTENTE_LABEL_TABLE_H

#include "register.h"

/* Gives every candidate of the id (and type, where the row has one) the row's label. Ids nobody uses are passed
 * over: a table of labels may serve many corpora. ids: the pool the candidates' ids are in. false and ERROR_IO when
 * the file cannot be read, or has no columns id and label. */
bool label_table_read(const char *path, Register *, const Pool *ids, GError **);

#endif
