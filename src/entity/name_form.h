/* name_form.h - the distinct names of a corpus and their normal forms, each made once. */
#ifndef ENTENTE_NAME_FORM_H
#define ENTENTE_NAME_FORM_H

#include "name_key.h"

/* What normal form and fingerprint are is said in name_key.h. Equal ones are equal pointers, and so are equal words. */
typedef struct NameForm {
    const char *text; /* as it is written */
    ActorType type;   /* of who is meant: normal forms depend on it */
    const char *key, *fingerprint;
    Slice words; /* of the key: name_forms_word */
} NameForm;

/* What only names of agencies and blocs are asked. */
typedef struct Spelling {
    const char *key;            /* utf8_key of the text */
    const char *initial;        /* its first letter */
    const char *letters;        /* name_letters of the text */
    const char *own;            /* the letters of name_own_acronym as they are written, or NULL */
    const char *capitals, *all; /* name_initials */
    bool is_acronym;
} Spelling;

/* Names in order of their first mention. A corpus has many times more mentions than names. */
typedef struct NameForms NameForms;
NameForms *name_forms_new(void);
void name_forms_free(NameForms *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NameForms, name_forms_free)

/* The number of a name, which is made at its first use. text is interned, and has to stay. O(1), at first O(length). */
uint32_t name_forms_number(NameForms *, const char *text, ActorType);
/* Valid until the next name is made. */
const NameForm *name_forms_row(const NameForms *, uint32_t number);
uint32_t name_forms_size(const NameForms *);
const char *name_forms_word(const NameForms *, uint32_t i);
/* Made at its first use, and kept. */
const Spelling *name_forms_spelling(NameForms *, uint32_t number);

#endif
