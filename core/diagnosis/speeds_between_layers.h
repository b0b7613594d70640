// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

namespace deltascope::diagnosis {

/// What is to be said of how the speed changes from layer to layer beside the headline, most important first.
std::vector<Message> speedsBetweenLayers(
    const model::Scenario& scenario, const evaluation::Evaluation& evaluation, Verdict verdict);

} // namespace deltascope::diagnosis
