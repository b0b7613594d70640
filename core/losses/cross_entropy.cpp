// SPDX-License-Identifier: GPL-3.0-or-later
// C = −Σ[y ln a + (1 − y) ln(1 − a)] = Σ[y softplus(−z) + (1 − y) softplus(z)] with a = σ(z), so that a = 0 or 1 gives
// no NaN; δ^L = a − y. Nielsen (2015), chapter 3.
#include "losses/loss.h"

#include "activations/activation.h"
#include "activations/logistic.h"
#include "activations/softplus.h"
#include "message.h"

namespace deltascope::losses {

namespace {

using activations::scaledLogistic;
using activations::scaledSoftplus;

Scaled cost(const Activation& /*output*/, Scaled z, double y)
{
    const Scaled target = Scaled::from(y);
    return target * scaledSoftplus(-z) + (Scaled::from(1) - target) * scaledSoftplus(z);
}

Scaled outputDelta(const Activation& output, Scaled z, double y)
{
    return output.minus(z, y);
}

// (a − y)/(a(1 − a)), which is 1/(1 − a) for y = 0 and −1/a for y = 1.
Scaled outputGradient(const Activation& output, Scaled z, double y)
{
    if (y == 0)
        return Scaled::from(1) / scaledLogistic(-z);
    if (y == 1)
        return Scaled::from(-1) / scaledLogistic(z);
    return output.minus(z, y) / output.scaledDerivative(z);
}

} // namespace

extern const Loss cross_entropy;
const Loss cross_entropy{
    .id = "cross_entropy",
    .name = translatable("core", "Cross-entropy"),
    .formula = "C = −Σ[y ln aᴸ + (1 − y) ln(1 − aᴸ)]",
    .description = translatable("core",
        "The cost whose output error is a − y, without the factor σ′(z): a saturated output neuron learns as fast as "
        "it is "
        "wrong; for logistic outputs (Nielsen 2015, chapter 3)."),
    .rank = 2,
    .outputActivation = "sigmoid",
    .cost = cost,
    .outputDelta = outputDelta,
    .outputGradient = outputGradient,
};

} // namespace deltascope::losses
