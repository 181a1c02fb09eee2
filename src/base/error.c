/* error.c - the one GError domain. */
#include "error.h"

G_DEFINE_QUARK(entente-error-quark, entente_error)
