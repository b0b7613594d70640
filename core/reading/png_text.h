// SPDX-License-Identifier: GPL-3.0-or-later
// The text chunks of a PNG file (PNG specification, section 11.3.4), without decoding the picture.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace deltascope::reading {

inline constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";

/// The UTF-8 text stored under `key`; at most `maxBytes`, also of a compressed one. A file that breaks off after that
/// chunk is good enough.
Result<std::string> pngText(std::string_view bytes, std::string_view key, std::size_t maxBytes);

/// True where every chunk up to the last one, IEND, is there.
bool pngIsWhole(std::string_view bytes);

} // namespace deltascope::reading
