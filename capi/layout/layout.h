/* How a layout is frozen. */
#pragma once

#include <stddef.h>

#define FIELD(type, field, offset, size)                                                \
    _Static_assert(offsetof(type, field) == (offset), #type "." #field " has moved");    \
    _Static_assert(sizeof(((type *)0)->field) == (size), #type "." #field " has another size")
#define FROZEN(type, size) _Static_assert(sizeof(type) == (size), #type " has another size")
#define GROWS(type, size) _Static_assert(sizeof(type) >= (size), #type " has shrunk")
#define CONSTANT(name, value) _Static_assert((name) == (value), #name " has another value")
