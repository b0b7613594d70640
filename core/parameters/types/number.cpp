// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/number_limits.h"
#include "reading/text_encoding.h"
#include "reading/typed_number.h"

namespace deltascope::types {

namespace {

using parameters::ParameterValue;

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& limits)
{
    const std::optional<double> number = parameters::numberIn(given);
    if (!number)
        return parameters::refused({translatable("core", "a number is needed."), {}});
    if (std::optional<Message> problem = parameters::outsideLimits(*number, limits, false))
        return parameters::refused(*std::move(problem));
    return ParameterValue(*number);
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& /*of single values*/)
{
    const double* number = json.as<double>();
    return number != nullptr ? ParameterValue(*number) : ParameterValue();
}

std::string json(const ParameterValue& value)
{
    return reading::jsonNumber(*value.as<double>());
}

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& limits)
{
    if (const std::optional<double> number = reading::typedNumber(text))
        return ParameterValue(*number);
    return parameters::refused(
        {translatable("core", "“%1” is not a number; one from %2 to %3 is needed, with a point as decimal mark."),
            {reading::shortened(text), Real{limits.minimum, 6}, Real{limits.maximum, 6}}});
}

double numberOf(const ParameterValue& value)
{
    return *value.as<double>();
}

} // namespace

extern const parameters::ParameterType number;
const parameters::ParameterType number{
    .name = "number",
    .type = &typeid(double),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .number = numberOf,
};

} // namespace deltascope::types
