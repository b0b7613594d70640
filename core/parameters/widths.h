// SPDX-License-Identifier: GPL-3.0-or-later
// All sizes of a network at once, as they are usually written: 784:300:100:10.
#pragma once

#include "base/result.h"
#include "model/scenario.h"

#include <string>
#include <string_view>

namespace deltascope::parameters {

/// What sets all sizes in place of a parameter.
inline constexpr std::string_view kWidths = "widths";

/// The scenario with these inputs, hidden layers and outputs: the width that most hidden layers have becomes the shared
/// one, others have their own. Error (Fault::usage): no such sizes.
Result<model::Scenario> withWidths(model::Scenario scenario, std::string_view typed);

/// The same of a scenario, "784:300:100:10".
std::string widthsOf(const model::Scenario& scenario);

} // namespace deltascope::parameters
