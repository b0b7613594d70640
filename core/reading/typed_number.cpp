// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/typed_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace deltascope::reading {

namespace {

/// Of a number without a sign: by the decimal place of its first digit that is not 0, and the exponent.
bool isBelowOne(std::string_view number)
{
    const std::size_t end = std::min(number.find_first_of("eE"), number.size());
    const std::string_view digits = number.substr(0, end);
    const std::size_t first = digits.find_first_of("123456789");
    if (first == std::string_view::npos)
        return true;
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const auto place = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) - (first < point ? 1 : 0);
    std::string_view power = number.substr(std::min(end + 1, number.size()));
    if (power.starts_with('+'))
        power.remove_prefix(1);
    std::int64_t exponent = 0;
    if (std::from_chars(power.data(), power.data() + power.size(), exponent).ec == std::errc::result_out_of_range)
        return power.starts_with('-'); // no text is long enough to make up for it
    return exponent < -place;
}

} // namespace

std::optional<double> typedNumber(std::string_view text)
{
    bool negative = false;
    for (std::string_view sign : {"-", "\xE2\x88\x92", "+"})
        if (text.starts_with(sign)) {
            negative = sign != "+";
            text.remove_prefix(sign.size());
            break;
        }
    if (text.empty() || !(text.front() == '.' || (text.front() >= '0' && text.front() <= '9')))
        return std::nullopt;
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ptr != text.data() + text.size())
        return std::nullopt;
    if (read.ec == std::errc::result_out_of_range)
        value = isBelowOne(text) ? 0 : HUGE_VAL;
    return negative ? -value : value;
}

} // namespace deltascope::reading
