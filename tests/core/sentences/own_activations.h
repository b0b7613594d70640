// SPDX-License-Identifier: GPL-3.0-or-later
// f and f′ of every activation, written from their formulas (core/maths.md 4.1 to 4.13) for numbers of any size.
#pragma once

#include "core/sentences/number.h"
#include "model/scenario.h"

#include <string>
#include <string_view>

namespace deltascope::sentences {

struct ValueAndSlope {
    Number value, slope;
};

/// Of an activation id; the test fails on an unknown one.
ValueAndSlope activated(std::string_view id, const Number& z);

/// The activation that a layer has, its own or a shared one: its id.
const std::string& activationOf(const model::Scenario& scenario, int layer);
/// The neurons that a layer has; layer 0 is the input.
int neuronsOf(const model::Scenario& scenario, int layer);

/// max |f′|, by sampling and closing in.
long double largestSlope(std::string_view id);

} // namespace deltascope::sentences
