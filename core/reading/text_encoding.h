// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace deltascope::reading {

/// The offset of the first byte that is not well-formed UTF-8 (overlong forms and surrogates are not), or nothing.
std::optional<std::size_t> invalidUtf8(std::string_view text);

/// True for a text that says of itself, by its byte order mark, that it is UTF-16.
bool isUtf16(std::string_view text);

/// The text of UTF-16 that has a byte order mark; nothing where it is damaged, or longer than so many bytes.
std::optional<std::string> utf8OfUtf16(std::string_view text, std::size_t maxBytes);

/// What a sentence quotes of a stranger's text: at most 60 characters, and "…" where there are more.
std::string shortened(std::string_view text);

/// RFC 4648, with padding, on one line.
std::string toBase64(std::string_view bytes);
/// The bytes, or nothing where this is not base64. White space between the characters is skipped.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace deltascope::reading
