// SPDX-License-Identifier: GPL-3.0-or-later
// C = ½‖a^L − y‖², ∂C/∂a = a − y, δ^L = (a − y) f′(z). Nielsen (2015), chapter 1.
#include "losses/loss.h"

#include "activations/activation.h"
#include "message.h"

namespace deltascope::losses {

namespace {

Scaled cost(const LossInput& example)
{
    Scaled squares;
    for (std::size_t i = 0; i < example.z.size(); ++i) {
        const Scaled error = example.output.minus(example.z[i], example.target[i]);
        squares = squares + error * error;
    }
    return Scaled::from(0.5) * squares;
}

void outputGradient(const LossInput& example, std::span<Scaled> gradient)
{
    for (std::size_t i = 0; i < gradient.size(); ++i)
        gradient[i] = example.output.minus(example.z[i], example.target[i]);
}

void outputDelta(const LossInput& example, std::span<Scaled> delta)
{
    outputGradient(example, delta);
    for (std::size_t i = 0; i < delta.size(); ++i)
        delta[i] = delta[i] * example.output.scaledDerivative(example.z[i]);
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
