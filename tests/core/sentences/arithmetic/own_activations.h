// SPDX-License-Identifier: GPL-3.0-or-later
// f and f′ of every activation, written from their formulas (core/maths.md 4.1 to 4.20) for numbers of any size.
#pragma once

#include "core/sentences/number.h"
#include "model/scenario.h"

#include <span>
#include <string>
#include <string_view>

namespace deltascope::sentences {

struct ValueAndSlope {
    Number value, slope;
};

/// Of an activation as activationOf names it; the test fails on an unknown one.
ValueAndSlope activated(std::string_view name, const Number& z);

/// The activation that a layer has, its own or a shared one: its id, of leaky ReLU with another slope followed by that,
/// "leaky_relu:0.2", of a typed one by the id of what it is equal to, "formula:mish".
std::string activationOf(const model::Scenario& scenario, int layer);
/// Of the hidden layers that have none of their own.
std::string hiddenActivationOf(const model::Scenario& scenario);
/// What one is equal to: without "formula:".
std::string_view plainName(std::string_view name);
/// Formulas that the oracle knows.
std::span<const std::string_view> typedFormulas();
/// The neurons that a layer has; layer 0 is the input.
int neuronsIn(const model::Scenario& scenario, int layer);

/// max |f′|, by sampling and closing in.
long double largestSlope(std::string_view id);

} // namespace deltascope::sentences
