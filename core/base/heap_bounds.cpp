// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap_bounds.h"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace deltascope {

void boundHeap()
{
#if defined(__GLIBC__)
    constexpr int kHeaps = 8; // so many that threads seldom wait for each other's
    constexpr int kLargestInHeap = 8 << 20; // bytes: a larger piece comes from the system and goes back whole
    constexpr int kMostKept = 16 << 20; // bytes at the end of a heap: an evaluation of 10 000 layers, again and again
    mallopt(M_ARENA_MAX, kHeaps);
    mallopt(M_MMAP_THRESHOLD, kLargestInHeap);
    mallopt(M_TRIM_THRESHOLD, kMostKept);
#endif
}

} // namespace deltascope
