// SPDX-License-Identifier: GPL-3.0-or-later
// C = ½‖a^L − y‖², ∂C/∂a = a − y, δ^L = (a − y) f′(z). Nielsen (2015), chapter 1.
#include "losses/loss.h"

#include "activations/activation.h"
#include "message.h"

namespace deltascope::losses {

namespace {

Scaled cost(const Activation& output, Scaled z, double y)
{
    const Scaled error = output.minus(z, y);
    return Scaled::from(0.5) * error * error;
}

Scaled outputGradient(const Activation& output, Scaled z, double y)
{
    return output.minus(z, y);
}

Scaled outputDelta(const Activation& output, Scaled z, double y)
{
    return output.minus(z, y) * output.scaledDerivative(z);
}

} // namespace

extern const Loss quadratic;
const Loss quadratic{
    .id = "quadratic",
    .name = translatable("core", "Quadratic"),
    .formula = "C = ½‖aᴸ − y‖²",
    .description = translatable("core",
        "Half the squared distance between output and target; a saturated output neuron learns slowly under it "
        "(Nielsen 2015, chapters 1 and 3)."),
    .rank = 1,
    .outputActivation = {},
    .cost = cost,
    .outputDelta = outputDelta,
    .outputGradient = outputGradient,
};

} // namespace deltascope::losses
