// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/number_limits.h"

#include <charconv>
#include <cmath>

namespace deltascope::parameters {

Real limitInFull(double limit)
{
    Real shown{limit, 6};
    for (; shown.digits < 17; ++shown.digits) {
        char text[40];
        const auto end =
            std::to_chars(text, text + sizeof text, limit, std::chars_format::scientific, shown.digits - 1).ptr;
        double read = 0;
        std::from_chars(text, end, read);
        if (read == limit)
            break;
    }
    return shown;
}

std::optional<Message> outsideLimits(double value, const Limits& limits, bool whole)
{
    if (std::isfinite(value) && value >= limits.minimum && value <= limits.maximum)
        return std::nullopt;
    const Real lower = limitInFull(limits.minimum), upper = limitInFull(limits.maximum);
    if (whole && !std::isfinite(value))
        return Message{translatable("core", "the value must be a whole number from %1 to %2."), {lower, upper}};
    if (whole)
        return Message{translatable("core", "%1 is out of range; a whole number from %2 to %3 is allowed."),
            {Real{value, 17}, lower, upper}};
    if (!std::isfinite(value))
        return Message{translatable("core", "the value must be a finite number from %1 to %2."), {lower, upper}};
    return Message{translatable("core", "%1 is out of range; a number from %2 to %3 is allowed."),
        {Real{value, 17}, lower, upper}};
}

} // namespace deltascope::parameters
