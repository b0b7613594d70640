// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers of two sizes, below 2⁵³ both.
#pragma once

#include "parameters/number_limits.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"

#include <cmath>

namespace deltascope::types {

template <class Whole>
struct WholeNumber {
    using Value = parameters::ParameterValue;

    static Result<Value> accepted(const Value& given, const parameters::Limits& limits)
    {
        const std::optional<double> number = parameters::numberIn(given);
        if (!number)
            return parameters::refused({translatable("core", "a whole number is needed."), {}});
        if (std::optional<Message> problem = parameters::outsideLimits(*number, limits, true))
            return parameters::refused(*std::move(problem));
        if (*number != std::floor(*number))
            return parameters::refused({translatable("core", "%1 is not a whole number."), {Real{*number, 17}}});
        return Value(static_cast<Whole>(*number));
    }
    static Value read(const reading::JsonValue& json, reading::ListReader&)
    {
        const double* number = json.as<double>();
        return number != nullptr ? Value(*number) : Value();
    }
    static std::string json(const Value& value) { return std::to_string(*value.as<Whole>()); }
    static Result<Value> typed(std::string_view text, const parameters::Limits& limits)
    {
        if (const std::optional<double> number = reading::typedNumber(text))
            return Value(*number);
        return parameters::refused({translatable("core", "“%1” is not a whole number; one from %2 to %3 is needed."),
            {reading::shortened(text), Real{limits.minimum, 6}, Real{limits.maximum, 16}}});
    }
    static double number(const Value& value) { return static_cast<double>(*value.as<Whole>()); }

    static constexpr parameters::ParameterType kType{
        .name = "integer",
        .type = &typeid(Whole),
        .accepted = accepted,
        .read = read,
        .json = json,
        .typed = typed,
        .number = number,
        .whole = true,
    };
};

} // namespace deltascope::types
