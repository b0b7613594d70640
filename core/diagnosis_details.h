// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences that follow a diagnosis's headline.
#pragma once

#include "diagnosis.h"

namespace deltascope {

/// The largest |f′| over all layers and neurons; zero where every f′ is exactly 0.
Scaled largestDerivative(const Evaluation& evaluation);

/// True where every |f′| lies below kSaturated of its activation's maximum and not all of them are exactly 0.
bool isSaturated(const Scenario& scenario, const Evaluation& evaluation);

/// That a normalization over two numbers lets next to no gradient through; empty where there is none.
Message normalizationOfPairs(const Scenario& scenario);

/// Everything that must be said beside this headline's verdict, most important first.
std::vector<Message> diagnosisDetails(
    const Scenario& scenario, const Evaluation& evaluation, Verdict verdict, const FormatArithmetic* formats);

} // namespace deltascope
