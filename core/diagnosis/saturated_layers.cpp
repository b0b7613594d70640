// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 2.9.
#include "diagnosis/saturated_layers.h"

#include "base/saturation.h"
#include "network/activations/activation.h"
#include "network/structure.h"

#include <algorithm>

namespace deltascope::diagnosis {
namespace {

numerics::Scaled largestDerivative(const evaluation::LayerEvaluation& layer)
{
    return std::max(numerics::abs(layer.derivative.minimum), numerics::abs(layer.derivative.maximum));
}

} // namespace

numerics::Scaled largestDerivative(const evaluation::Evaluation& evaluation)
{
    numerics::Scaled largest;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        largest = std::max(largest, largestDerivative(layer));
    return largest;
}

bool isSaturated(const model::Scenario& scenario, const evaluation::Evaluation& evaluation)
{
    for (int l = 1; l <= evaluation.depth(); ++l) {
        const double bound = kSaturated * network::activationOf(scenario, l)->maxDerivative;
        if (!(largestDerivative(evaluation.layer(l)) < numerics::Scaled::from(bound)))
            return false;
    }
    return !largestDerivative(evaluation).isZero();
}

} // namespace deltascope::diagnosis
