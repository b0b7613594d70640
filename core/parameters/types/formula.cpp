// SPDX-License-Identifier: GPL-3.0-or-later
// An activation that is typed, as a text: z*tanh(log(1+exp(z))).
#include "formula/formula.h"

#include "model/scenario.h"
#include "parameters/groups.h"
#include "parameters/idle_parameters.h"
#include "parameters/parameter_type.h"
#include "reading/text_encoding.h"

namespace deltascope::types {

namespace {

using parameters::ParameterValue;

Result<ParameterValue> typed(std::string_view text, const parameters::Limits& /*none*/)
{
    Result<formula::Formula> parsed = formula::Formula::parsed(text);
    if (!parsed)
        return parsed.error();
    return ParameterValue(*std::move(parsed));
}

Result<ParameterValue> accepted(const ParameterValue& given, const parameters::Limits& limits)
{
    if (const std::string* text = given.as<std::string>())
        return typed(*text, limits);
    if (given.as<formula::Formula>())
        return given;
    return parameters::refused(
        {translatable("core", "an expression in z is needed, as a text: \"z*tanh(log(1+exp(z)))\"."), {}});
}

ParameterValue read(const reading::JsonValue& json, reading::ListReader& /*of single values*/)
{
    const std::string* text = json.as<std::string>();
    return text != nullptr ? ParameterValue(*text) : ParameterValue();
}

std::string text(const ParameterValue& value)
{
    return value.as<formula::Formula>()->text();
}

std::string json(const ParameterValue& value)
{
    return reading::jsonString(text(value));
}

parameters::Parameter<model::Scenario> row()
{
    return {
        .key = "formula",
        .label = translatable("core", "Formula"),
        .symbol = "f",
        .unit = "",
        .help = translatable("core",
            "The activation “Formula”: an expression in z with + − * / ^, exp, log, tanh, sin, erf, abs, max, min and "
            "more; its slope is found by differentiating it."),
        .member = &model::Scenario::formula,
        .group = parameters::kActivation,
        .idle = parameters::idle::withoutFormula,
    };
}

} // namespace

extern const parameters::ParameterType formula;
const parameters::ParameterType formula{
    .name = "formula",
    .type = &typeid(formula::Formula),
    .accepted = accepted,
    .read = read,
    .json = json,
    .typed = typed,
    .text = text,
    .example = "z*tanh(log(1+exp(z)))",
    .after = "slope",
    .row = row,
};

} // namespace deltascope::types
