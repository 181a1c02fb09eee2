/* database_schema.h - private to database_file.c: the tables, indexes and views of a database. */
#ifndef ENTENTE_DATABASE_SCHEMA_H
#define ENTENTE_DATABASE_SCHEMA_H

extern const char database_tables[], database_indexes[];

#endif
