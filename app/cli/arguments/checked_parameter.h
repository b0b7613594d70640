// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/arguments/invocation.h"
#include "gradient_check/gradient_check.h"

namespace deltascope::cli {

/// What stands after --gradient-check: layer=2, layer=2,row=1,column=3, layer=2,row=1,column=bias. Errors
/// (Fault::usage): what is wrong with it for this scenario, in one sentence.
Result<gradient_check::CheckedParameter> checkedParameter(
    const Invocation& invocation, const model::Scenario& scenario);

} // namespace deltascope::cli
