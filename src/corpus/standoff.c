/* standoff.c - a text and, apart from it, what is marked in it: its rows, its offsets, its ids. */
#include "standoff.h"
