/* advance.h - how wide a text is in Noto Sans, from a table, so that no font has to be installed. */
#ifndef ENTENTE_ADVANCE_H
#define ENTENTE_ADVANCE_H

#include <glib.h>
#include <stdbool.h>

/* Advance width of one character in thousandths of the font size, in the regular or the bold weight. Latin (Vietnamese
 * included), Greek, Cyrillic, punctuation: Noto Sans's own. Other characters by class: marks 0, East Asian wide 1000,
 * others a usual width of their script. Kerning is not counted. */
unsigned advance_of(gunichar, bool bold);
/* Width of a text in em (multiply by the font size); sum of advance_of. Text must be valid UTF-8. */
double advance_width(const char *text, bool bold);

#endif
