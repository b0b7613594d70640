// SPDX-License-Identifier: GPL-3.0-or-later
// The functions that may be typed, each with two derivatives, in doubles and in wide numbers. core/maths.md 4.25.
#pragma once

#include "formula/enclosure.h"
#include "formula/wide.h"

#include <span>
#include <string_view>

namespace deltascope::formula {

/// g, g′ and g″ at one place.
template <class Number>
struct Derivatives {
    Number value = {}, first = {}, second = {};
};

struct Function {
    enum class Argument { any, positive, aboveMinusOne, notNegative };
    enum class Course { rising, falling, even, gentle }; ///< even: rising from 0 on; gentle: in ±1 with a slope in ±1
    enum class Sign { any, positive, ofArgument }; ///< of the value: a bound that rounding does not cross

    std::string_view name;
    Derivatives<double> (*plain)(double x); ///< to about two last digits each
    Derivatives<Wide> (*wide)(const Wide& x, int order); ///< derivatives up to this order
    Argument argument = Argument::any; ///< where it has a value
    bool bendsAtZero = false; ///< or jumps there
    Course course = Course::rising;
    Sign sign = Sign::any;

    /// Where its values lie for these arguments; anywhere where some of them have none.
    Enclosure over(const Enclosure& x) const;
};

/// Those that may be typed, in the order of the alphabet, and the ones that patterns are replaced by (log1p, expm1).
std::span<const Function> functions();
const Function* findFunction(std::string_view name); ///< in small letters

} // namespace deltascope::formula
