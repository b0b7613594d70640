// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a thread waits for another: the waits of the C library pass by here (waits.cpp). A sanitizer has them itself,
// so under one nothing is seen.
#pragma once

#include <string>
#include <vector>

namespace deltascope {

/// Of one thread, while it looks.
struct Waits {
    std::vector<std::string> entered; ///< what another thread has to end: a condition, the end of a thread
    double locked = 0; ///< ms of the whole program's processor time that went by before a mutex was free
};

/// Waits of the calling thread go there from now on; nullptr: nobody looks.
void noteWaits(Waits* waits);

} // namespace deltascope
