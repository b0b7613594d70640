// SPDX-License-Identifier: GPL-3.0-or-later
// Chains whose diagnosis is known in closed form, and what is looked up in it.
#pragma once

#include "diagnosis.h"
#include "evaluated.h"
#include "format_arithmetic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace deltascope::diagnosed {

inline Scenario chain(int depth, double weight, double bias = 0)
{
    Scenario scenario;
    scenario.depth = depth;
    scenario.weight = weight;
    scenario.bias = bias;
    return scenario;
}

inline Scenario balanced(int depth, double weight)
{
    Scenario scenario = chain(depth, weight);
    scenario.initializer = "balanced";
    return scenario;
}

inline Scenario with(Scenario scenario, const char* activation)
{
    scenario.activation = scenario.outputActivation = activation;
    return scenario;
}

inline Diagnosis diagnosisOf(const Scenario& scenario)
{
    const Dataset data = dataOf(scenario);
    const Network network(scenario, data);
    const Evaluation evaluation = *evaluate(scenario, data, network);
    const auto formats = formatArithmetic(scenario, data, network, evaluation, FormatChoice::nearTheirEnds);
    return diagnose(scenario, evaluation, &*formats);
}

inline bool says(const Diagnosis& diagnosis, const char* english)
{
    return std::any_of(diagnosis.details.begin(), diagnosis.details.end(),
        [&](const Message& detail) { return detail.english == english; });
}

inline Message detail(const Diagnosis& diagnosis, const char* english)
{
    const auto found = std::find_if(diagnosis.details.begin(), diagnosis.details.end(),
        [&](const Message& each) { return each.english == english; });
    EXPECT_NE(found, diagnosis.details.end()) << english;
    const Message none{"", {Magnitude{}, Magnitude{}, Magnitude{}, Magnitude{}, Magnitude{}}};
    return found == diagnosis.details.end() ? none : *found;
}

inline double decades(const Message& message, std::size_t argument)
{
    const Magnitude* size = std::get_if<Magnitude>(&message.arguments.at(argument).value);
    return size ? size->log10 : std::nan("");
}

inline constexpr const char* kSmallest =
    "The smallest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to "
    "layer %5.";
inline constexpr const char* kEvery = "Every factor between the speeds of neighbours has the size %1.";
inline constexpr const char* kLargest =
    "The largest factor between the speeds of neighbours is |%1 %2| = %3, from layer %4 back to "
    "layer %5.";

} // namespace deltascope::diagnosed
