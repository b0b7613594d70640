// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "reading/reading_limits.h"

#include <stop_token>
#include <string>

namespace deltascope::reading {

/// The bytes of a regular file, or standard input for "-". Errors (Fault::unreadable) name the path and the reason; a
/// directory, FIFO or device is refused without blocking. An empty text where stop was requested.
Result<std::string> readFile(
    const std::string& path, std::size_t maxBytes = kMaxFileBytes, const std::stop_token& stop = {});

} // namespace deltascope::reading
