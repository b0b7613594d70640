// SPDX-License-Identifier: GPL-3.0-or-later
// Why a parameter means nothing at present: one sentence, or an empty message where it means something.
#pragma once

#include "base/message.h"
#include "model/scenario.h"

#include <vector>

namespace deltascope::parameters::idle {

Message withoutHiddenLayers(const model::Scenario& scenario);
/// Of the sizes, which a network of a file brings, and of what tells that file.
Message underFile(const model::Scenario& scenario);
Message widthUnderFile(const model::Scenario& scenario);
Message withoutFile(const model::Scenario& scenario);
/// Of residual connections, of their scale, and of the position of a normalization.
Message withoutEqualWidths(const model::Scenario& scenario);
Message withoutResidual(const model::Scenario& scenario);
Message withoutNormalization(const model::Scenario& scenario);
/// Of sharing parameters.
Message withoutTiedLayers(const model::Scenario& scenario);
/// Of inputs that enter at every step.
Message withoutSteps(const model::Scenario& scenario);
/// Of the share that a gate lets in.
Message withoutGate(const model::Scenario& scenario);
Message withoutBias(const model::Scenario& scenario);
Message withoutWeight(const model::Scenario& scenario);
/// Of the layers' own values.
Message withoutOwnLayers(const model::Scenario& scenario);
/// Of the weight and bias that this layer has of its own, where it has one.
Message withoutOwnValues(const model::Scenario& scenario, int layer);
/// The same of all layers, for whoever sees none of them: a sentence for each reason.
std::vector<Message> ownValuesInVain(const model::Scenario& scenario);
/// Of leaky ReLU's slope, and of the formula.
Message withoutSlope(const model::Scenario& scenario);
Message withoutFormula(const model::Scenario& scenario);
Message withoutGain(const model::Scenario& scenario);
Message withoutRandomness(const model::Scenario& scenario);
Message withoutBiasDeviation(const model::Scenario& scenario);
Message withoutInput(const model::Scenario& scenario);
Message withoutTable(const model::Scenario& scenario);
Message withoutMeanSquare(const model::Scenario& scenario);
Message withoutMomentum(const model::Scenario& scenario);

} // namespace deltascope::parameters::idle
