// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/evaluation.h"
#include "model/scenario.h"

namespace deltascope::diagnosis {

/// The largest |f′| over all layers and neurons; zero where every f′ is exactly 0.
numerics::Scaled largestDerivative(const evaluation::Evaluation& evaluation);

/// True where every |f′| lies below kSaturated of its activation's maximum and not all of them are exactly 0.
bool isSaturated(const model::Scenario& scenario, const evaluation::Evaluation& evaluation);

} // namespace deltascope::diagnosis
