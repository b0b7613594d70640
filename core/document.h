// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"
#include "view_state.h"

#include <string>
#include <vector>

namespace deltascope {

/// A scenario kept as a named ghost in the figures.
struct Pin {
    std::string name;
    Scenario scenario;
    bool operator==(const Pin&) const = default;
};

/// What a .deltascope file, a preset and every exported figure hold.
struct Document {
    Scenario scenario;
    ViewState view;
    std::vector<Pin> pins;
    bool operator==(const Document&) const = default;
};

} // namespace deltascope
