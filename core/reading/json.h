// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as strangers send it: parsed once into a tree with positions, or refused in one sentence. Duplicate keys, NUL
// bytes, invalid UTF-8, comments, numbers beyond double's range and deep nesting are refused; nothing is guessed.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace deltascope::reading {

struct JsonMember;

/// One value of a parsed text. Every number is a double, read from its own characters (−0 and subnormals kept).
struct JsonValue {
    using Array = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>;

    std::size_t offset = 0; ///< of its first byte in the text
    std::variant<std::nullptr_t, bool, double, std::string, Array, Object> data;

    template <class Type>
    const Type* as() const
    {
        return std::get_if<Type>(&data);
    }
    /// The member of an object with this key, or nullptr (also where this is no object).
    const JsonMember* find(std::string_view key) const;
};

struct JsonMember {
    std::string key;
    std::size_t offset = 0; ///< of the key's quotation mark
    JsonValue value;
};

struct JsonLimits {
    std::size_t bytes = 1'000'000;
    int nesting = 64;
    /// Where not empty: only these members of the top object are kept, the others are checked and dropped.
    std::vector<std::string_view> keep;
    std::size_t keptBytes = 1'000'000; ///< of each kept member, where `keep` is not empty
    std::size_t stringBytes = 4'000'000; ///< of one text, also of one that is dropped: it is held while it is read
    std::size_t values = 4'000'000; ///< that are kept
    std::size_t keys = 100'000; ///< of one object
};

/// Parses a whole text. Errors (Fault::invalidData; Fault::unreadable beyond limits.bytes) name line and column, or the
/// byte.
Result<JsonValue> parseJson(std::string_view text, const JsonLimits& limits = {});

/// "Line 3, column 5: …", columns counted in characters from 1.
Error errorAt(std::string_view text, std::size_t offset, Message problem);

/// A finite number in its shortest form that reads back to the same bits ("-0.0" for −0, which others would read as 0).
std::string jsonNumber(double value);
/// A text in quotation marks; bytes that are not UTF-8 become U+FFFD.
std::string jsonString(std::string_view text);
/// A list on one line of what is JSON already.
std::string jsonList(const std::vector<std::string>& items);

} // namespace deltascope::reading
