// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/magnitude.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace deltascope {

/// Marks an English sentence for the translation catalogue and returns it unchanged. The context is always "core":
/// lupdate reads the calls through `-tr-function-alias QT_TRANSLATE_NOOP+=translatable`.
constexpr const char* translatable(const char* /*context*/, const char* english)
{
    return english;
}

struct Argument;

/// Text as it leaves the core: an English sentence that is also its translation key, with typed arguments for %1, %2 …
/// One place in the application turns it into a language and a locale.
struct Message {
    std::string english;
    std::vector<Argument> arguments;

    bool empty() const { return english.empty(); }
    friend bool operator==(const Message&, const Message&);
};

/// A number shown with so many significant digits ("0.25", "4.96"); grouped, "15 625" where it is 10 000 or more.
struct Real {
    double value = 0;
    int digits = 4;
    bool grouped = false;
    bool operator==(const Real&) const = default;
};

/// One argument of a Message: a whole number, a real, a size with sign and log10 ("7.5·10⁻²⁵"), text that is never
/// translated (a path, a key, an id), or another Message.
struct Argument {
    using Nested = std::vector<Message>; // exactly one; a vector because Message is recursive
    std::variant<std::int64_t, Real, Magnitude, std::string, Nested> value;

    Argument(int number)
        : value(static_cast<std::int64_t>(number))
    {
    }
    Argument(std::int64_t number)
        : value(number)
    {
    }
    Argument(double number)
        : value(Real{number})
    {
    }
    Argument(Real number)
        : value(number)
    {
    }
    Argument(Magnitude size)
        : value(size)
    {
    }
    Argument(std::string verbatim)
        : value(std::move(verbatim))
    {
    }
    Argument(const char* verbatim)
        : value(std::string(verbatim))
    {
    }
    Argument(Message nested)
        : value(Nested{std::move(nested)})
    {
    }
    bool operator==(const Argument&) const = default;
};

inline bool operator==(const Message& left, const Message& right)
{
    return left.english == right.english && left.arguments == right.arguments;
}

/// "104", "15 625", "7.5·10²⁴": how many times, in the digits that verdicts, captions and answers share.
Argument times(Magnitude ratio);

/// English text with the arguments put in, locale-free: for logs, tests and benchmarks, never for users.
std::string plainText(const Message& message);

} // namespace deltascope
