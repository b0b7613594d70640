// SPDX-License-Identifier: GPL-3.0-or-later
// C = ½‖a^L − y‖², ∂C/∂a = a − y, δ^L = (a − y) f′(z). Nielsen (2015), chapter 1. core/maths.md 1.10.
#include "network/losses/loss.h"

#include "base/message.h"
#include "network/activations/activation.h"
#include "numerics/rounding.h"

#include <algorithm>
#include <cmath>

namespace deltascope::losses {

namespace {

numerics::Scaled cost(const LossInput& example)
{
    numerics::Scaled squares;
    for (std::size_t i = 0; i < example.z.size(); ++i) {
        const numerics::Scaled error = example.output.minus(example.z[i], example.target[i]);
        squares = squares + error * error;
    }
    return numerics::Scaled::from(0.5) * squares;
}

void outputGradient(const LossInput& example, std::span<numerics::Scaled> gradient)
{
    for (std::size_t i = 0; i < gradient.size(); ++i)
        gradient[i] = example.output.minus(example.z[i], example.target[i]);
}

void outputDelta(const LossInput& example, std::span<numerics::Scaled> delta)
{
    outputGradient(example, delta);
    for (std::size_t i = 0; i < delta.size(); ++i)
        delta[i] = delta[i] * example.output.scaledDerivative(example.z[i]);
}

numerics::Scaled deltaTail(const LossInput& example, std::size_t i)
{
    const numerics::Scaled z = example.z[i];
    return activations::tailOf(example.output, z, example.output.minus(z, example.target[i]))
        + activations::tailOf(example.output, z, example.output.scaledDerivative(z));
}

/// a − y, from z where the difference would have lost half its digits.
double plainError(const PlainLossInput& example, std::size_t i)
{
    const double error = example.a[i] - example.target[i];
    if (std::abs(error) >= 0x1p-26 * std::abs(example.target[i]) || !std::isfinite(example.z[i]))
        return error;
    return example.output.minus(numerics::Scaled::from(example.z[i]), example.target[i]).nearestDouble();
}

double plainCost(const PlainLossInput& example)
{
    double squares = 0;
    for (std::size_t i = 0; i < example.size; ++i) {
        const double error = plainError(example, i);
        squares += error * error;
    }
    return 0.5 * squares;
}

void plainDelta(const PlainLossInput& example, double* delta)
{
    for (std::size_t i = 0; i < example.size; ++i)
        delta[i] = plainError(example, i) * example.derivative[i];
}

// ½ Σ of the squared distances from the targets to the range of f
double leastCost(const activations::Activation& output, std::span<const double> target)
{
    double squares = 0;
    for (const double y : target) {
        const double distance = y - activations::nearestValue(output, y);
        squares += distance * distance;
    }
    return 0.5 * squares;
}

void roundedDelta(const RoundedLossInput& example, double* delta)
{
    for (std::size_t i = 0; i < example.size; ++i)
        delta[i] = example.round(example.round(example.a[i] - example.target[i]) * example.derivative[i]);
}

} // namespace

extern const Loss quadratic;
const Loss quadratic{
    .id = "quadratic",
    .name = translatable("core", "Quadratic"),
    .formula = "C = ½‖aᴸ − y‖²",
    .description = translatable("core",
        "Half the squared distance between output and target; with it, a saturated output neuron learns slowly "
        "(Nielsen 2015, chapters 1 and 3)."),
    .rank = 1,
    .outputActivation = {},
    .cost = cost,
    .outputDelta = outputDelta,
    .outputGradient = outputGradient,
    .deltaTail = deltaTail,
    .plainCost = plainCost,
    .plainDelta = plainDelta,
    .deltaChange =
        [](const PlainLossInput& example, const double* second, const double* change, double* deltaChange) {
            for (std::size_t i = 0; i < example.size; ++i)
                deltaChange[i] =
                    change[i] * (example.derivative[i] * example.derivative[i] + plainError(example, i) * second[i]);
        },
    .leastCost = leastCost,
    .roundedDelta = roundedDelta,
    .python = "((a - y)**2).sum() / 2",
    .pythonDelta = "(a - y) * slope",
};

} // namespace deltascope::losses
