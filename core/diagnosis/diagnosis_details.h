// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences that follow a diagnosis's headline.
#pragma once

#include "diagnosis/diagnosis.h"

namespace deltascope::diagnosis {

/// The largest |f′| over all layers and neurons; zero where every f′ is exactly 0.
numerics::Scaled largestDerivative(const evaluation::Evaluation& evaluation);

/// True where every |f′| lies below kSaturated of its activation's maximum and not all of them are exactly 0.
bool isSaturated(const model::Scenario& scenario, const evaluation::Evaluation& evaluation);

/// What is to be known of an operation of the hidden layers, as that a normalization over two numbers lets next to no
/// gradient through; empty where there is nothing.
Message caveatOf(const model::Scenario& scenario);

/// Everything that must be said beside this headline's verdict, most important first.
std::vector<Message> diagnosisDetails(const model::Scenario& scenario, const evaluation::Evaluation& evaluation,
    Verdict verdict, const formats::FormatArithmetic* formats);

} // namespace deltascope::diagnosis
