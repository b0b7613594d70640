// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <string>

namespace deltascope {

inline constexpr std::size_t kMaxFileBytes = 512u << 20; ///< of an exported figure that is opened for its document

/// The bytes of a regular file, or standard input for "-". Errors (Fault::unreadable) name the path and the reason; a
/// directory, FIFO or device is refused without blocking.
Result<std::string> readFile(const std::string& path, std::size_t maxBytes = kMaxFileBytes);

} // namespace deltascope
