/* snapshot_shape.h - private to snapshots: which members of each row of the builder are kept, and how. */
#ifndef ENTENTE_SNAPSHOT_SHAPE_H
#define ENTENTE_SNAPSHOT_SHAPE_H

#include "snapshot.h"

/* The tables of the builder in the order of builder_mark; marking stands row for row beside mention. */
typedef enum Table {
    DOCUMENT,
    PASSAGE,
    MENTION,
    RECORD,
    VARIANT,
    IDENTIFIER,
    TARGET,
    EVENT,
    PARTICIPATION,
    AFFILIATION,
    OTHER,
    MARKING,
    REMARK,
    STRETCH,
    N_TABLES
} Table;

typedef enum FieldKind { NUMBER, BOOL, STRING, PLACE, DATE, ROW, SLICE } FieldKind;

/* One member of a row. more: of a number the limit it stays below (0: none); of a row or slice the table. */
typedef struct Field {
    size_t offset;
    FieldKind kind;
    uint32_t more;
} Field;

typedef struct TableShape {
    const Field *field;
    uint32_t n_fields;
    size_t size; /* of a row */
} TableShape;

extern const TableShape snapshot_shape[N_TABLES];
GArray *snapshot_table(const Builder *, Table);

#endif
