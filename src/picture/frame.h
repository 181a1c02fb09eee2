/* frame.h - title, legend and caption around what was drawn, and the page under all of it. */
#ifndef ENTENTE_FRAME_H
#define ENTENTE_FRAME_H

#include "boxes.h"
#include "palette.h"
#include "scene.h"

/* How much larger than usual the text around a drawing of this extent is: 1 … 1.7. It grows with the page, which is
 * looked at as a whole. */
double frame_scale(Box extent);
/* A scene that holds nothing but its page (none where it is to be transparent), title and caption. */
Scene *frame_begin(const PictureOptions *);
/* Sets what the scene holds beside its page, which lies within extent, between title, subtitle, legend (its shapes are
 * taken) and caption, none over another. instead: what stands where there is nothing; else NULL. */
void frame_set(Scene *, Box extent, const char *subtitle, Scene *legend, const Inks *, const char *instead);

#endif
