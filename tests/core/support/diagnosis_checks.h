// SPDX-License-Identifier: GPL-3.0-or-later
// Chains whose diagnosis is known in closed form, and what is looked up in it.
#pragma once

#include "core/support/evaluated.h"
#include "diagnosis/diagnosis.h"
#include "formats/format_arithmetic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::diagnosed {

inline model::Scenario chain(int depth, double weight, double bias = 0)
{
    model::Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.bias = bias;
    return scenario;
}

inline model::Scenario balanced(int depth, double weight)
{
    model::Scenario scenario = chain(depth, weight);
    scenario.initializer = "balanced";
    return scenario;
}

inline model::Scenario with(model::Scenario scenario, const char* activation)
{
    scenario.activation = scenario.outputActivation = activation;
    return scenario;
}

inline diagnosis::Diagnosis diagnosisOf(const model::Scenario& scenario)
{
    const data::Dataset data = dataOf(scenario);
    const network::Network network(scenario, data);
    const evaluation::Evaluation evaluation = *evaluation::evaluate(scenario, data, network);
    const auto formats =
        formats::formatArithmetic(scenario, data, network, evaluation, formats::FormatChoice::nearTheirEnds);
    return diagnosis::diagnose(scenario, evaluation, &*formats);
}

inline bool says(const diagnosis::Diagnosis& diagnosis, const char* english)
{
    return std::any_of(diagnosis.details.begin(), diagnosis.details.end(),
        [&](const Message& detail) { return detail.english == english; });
}

inline Message detail(const diagnosis::Diagnosis& diagnosis, const char* english)
{
    const auto found = std::find_if(diagnosis.details.begin(), diagnosis.details.end(),
        [&](const Message& each) { return each.english == english; });
    EXPECT_NE(found, diagnosis.details.end()) << english;
    const Message none{"", {Magnitude{}, Magnitude{}, Magnitude{}, Magnitude{}, Magnitude{}}};
    return found == diagnosis.details.end() ? none : *found;
}

inline double decades(const Message& message, std::size_t argument)
{
    const auto& value = message.arguments.at(argument).value;
    if (const Real* real = std::get_if<Real>(&value))
        return std::log10(real->value);
    const Magnitude* size = std::get_if<Magnitude>(&value);
    return size ? size->log10 : std::nan("");
}

/// What a verdict tells of layer 1 beside the last: "%1 times more slowly than layer %2" with its arguments.
inline const Message& toldOf(const diagnosis::Diagnosis& diagnosis)
{
    return std::get<Argument::Nested>(diagnosis.headline.arguments.at(0).value).front();
}

inline constexpr const char* kSmallest =
    "The smallest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to "
    "layer %5.";
inline constexpr const char* kEvery = "Every factor between the speeds of neighbours has the size %1.";
inline constexpr const char* kLargest =
    "The largest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to "
    "layer %5.";

} // namespace deltascope::diagnosed
