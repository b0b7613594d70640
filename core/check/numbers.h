// SPDX-License-Identifier: GPL-3.0-or-later
// How a number enters the check, and the sources that numbers have.
#pragma once

#include "check/check.h"

namespace deltascope::check {

using Numbers = std::vector<CheckedNumber>;

void add(Numbers& numbers, Message name, Message source, double expected, double tolerance, double computed);

Message book(); ///< Nielsen (2015), chapter 5
Message closedForm(const char* formula);
Message manyDigits(); ///< arithmetic with 400 digits

// The chapters of the check, in order.
void addChainNumbers(Numbers& numbers);
void addWideNumbers(Numbers& numbers);

} // namespace deltascope::check
