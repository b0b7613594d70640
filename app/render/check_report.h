// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own proof in words: what `deltascope-cli check` prints and the page under Help shows.
#pragma once

#include "base/message.h"
#include "check/check.h"

#include <QString>

namespace deltascope::render {

struct CheckReport {
    QString table; ///< a line for each number: expected, computed, deviation, allowed, what it is, its source
    Message summary;
    bool passed = false;
};

CheckReport reportOf(const std::vector<check::CheckedNumber>& numbers);

} // namespace deltascope::render
