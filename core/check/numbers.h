// SPDX-License-Identifier: GPL-3.0-or-later
// How a number enters the check, and the sources that numbers have.
#pragma once

#include "check/check.h"
#include "network/activations/activation.h"

#include <span>
#include <string_view>

namespace deltascope::check {

using Numbers = std::vector<CheckedNumber>;

void add(Numbers& numbers, Message name, Message source, double expected, double tolerance, double computed);

const activations::Activation& activation(std::string_view id);

Message book(); ///< Nielsen (2015), chapter 5
Message closedForm(const char* formula);
Message manyDigits(); ///< arithmetic with 400 digits

/// What belongs together and is computed in one go, within tenths of a second.
using Chapter = void (*)(Numbers& numbers);
std::span<const Chapter> chainChapters();
std::span<const Chapter> wideChapters();
std::span<const Chapter> lawChapters();

} // namespace deltascope::check
