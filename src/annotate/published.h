/* published.h - private to this room: the date a line tells, in figures or in words. */
#ifndef ENTENTE_PUBLISHED_H
#define ENTENTE_PUBLISHED_H

#include "lists.h"

/* The first day that n bytes tell, and where it stands (from, to may be NULL): 2020-09-30, 2020/9/30, 20200930,
 * 30/09/2020 (day first, unless only month first makes a day), 30.9.2020, 30 September 2020, September 30, 2020,
 * Sept. 30 2020, 30th of September, 2020, 2020年9月30日; years 1900 … 2099. A month alone is none. O(n). */
bool published_find(const Lists *, const char *s, size_t n, Date *, size_t *from, size_t *to);

#endif
