// SPDX-License-Identifier: GPL-3.0-or-later
// Independent pieces of work on all cores. What a piece computes must not depend on the thread that it runs on.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace deltascope {

/// How many of the first pieces are all done: results in slots 0 … finished − 1 may be read.
using Progress = std::function<void(std::size_t finished)>;

/// Calls body(0) … body(count − 1), begun in this order, on `threads` threads (0: as many as there are cores). The
/// caller waits, and meanwhile calls `progress` about every 0.1 s where something was finished since; never after the
/// last piece. True when every piece was done; false where stop was requested: what had begun has ended, the rest never
/// began. An exception ends the others likewise and is thrown again where this was called.
bool parallelFor(std::size_t count, const std::stop_token& stop, const std::function<void(std::size_t)>& body,
    const Progress& progress = {}, unsigned threads = 0);

} // namespace deltascope
