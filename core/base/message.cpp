// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/message.h"

#include <array>
#include <charconv>
#include <cmath>

namespace deltascope {

namespace {

std::string shortest(double value, int digits)
{
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits);
    return {buffer.data(), end.ptr};
}

std::string text(const Magnitude& size)
{
    if (size.sign == 0)
        return "0";
    const std::string sign = size.sign < 0 ? "-" : "";
    if (size.beyondRange())
        return ((size.log10 < 0) == (size.sign > 0) ? "<" : ">") + sign + (size.log10 < 0 ? "1e-1e17" : "1e1e17");
    if (size.log10 > -5 && size.log10 < 6)
        return sign + shortest(std::pow(10, size.log10), 4);
    const double decade = std::floor(size.log10);
    return sign + shortest(std::pow(10, size.log10 - decade), 3) + "e" + std::to_string(static_cast<long long>(decade));
}

std::string text(const Argument& argument)
{
    struct Visitor {
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const Real& number) const { return shortest(number.value, number.digits); }
        std::string operator()(const Magnitude& size) const { return text(size); }
        std::string operator()(const std::string& verbatim) const { return verbatim; }
        std::string operator()(const Argument::Nested& nested) const { return plainText(nested.front()); }
    };
    return std::visit(Visitor{}, argument.value);
}

} // namespace

Argument times(Magnitude ratio)
{
    if (ratio.sign == 0 || ratio.log10 < -4 || ratio.log10 >= 6)
        return ratio;
    return Real{.value = ratio.sign * std::pow(10, ratio.log10), .digits = 3, .grouped = true};
}

std::string plainText(const Message& message)
{
    std::string result;
    for (std::size_t i = 0; i < message.english.size(); ++i) {
        const char c = message.english[i];
        const char next = i + 1 < message.english.size() ? message.english[i + 1] : '\0';
        const auto index = static_cast<std::size_t>(next - '1');
        if (c == '%' && next >= '1' && next <= '9' && index < message.arguments.size()) {
            result += text(message.arguments[index]);
            ++i;
        } else {
            result += c;
        }
    }
    return result;
}

} // namespace deltascope
