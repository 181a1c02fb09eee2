/* conditions.h - options that have a say only beside others: which, and what is told where they are not beside them. */
#ifndef ENTENTE_CONDITIONS_H
#define ENTENTE_CONDITIONS_H

#include "invocation.h"

/* Has every option that was given something to say on this command line? false: ERROR_USAGE that names the first one
 * that has not, and why. What depends on more than the command line (the format of a file, the number of names) the
 * verbs ask themselves, with conditions_refuse. */
bool conditions_hold(const Invocation *, GError **);
/* false with ERROR_USAGE where one of these options (NULL-terminated names) was given: "--by changes nothing here: …".
 */
bool conditions_refuse(const Invocation *, const char *const *option, const char *why, GError **);

#endif
