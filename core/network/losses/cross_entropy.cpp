// SPDX-License-Identifier: GPL-3.0-or-later
// C = −Σ[y ln a + (1 − y) ln(1 − a)] = Σ[y softplus(−z) + (1 − y) softplus(z)] with a = σ(z), so that a = 0 or 1 gives
// no NaN; δ^L = a − y. Nielsen (2015), chapter 3. core/maths.md 1.11.
#include "network/losses/loss.h"

#include "base/message.h"
#include "network/activations/activation.h"
#include "network/activations/softplus.h"
#include "numerics/logistic.h"
#include "numerics/rounding.h"

#include <cmath>

namespace deltascope::losses {

namespace {

using activations::scaledSoftplus;
using numerics::scaledLogistic;

numerics::Scaled cost(const LossInput& example)
{
    numerics::Scaled sum;
    for (std::size_t i = 0; i < example.z.size(); ++i) {
        const numerics::Scaled target = numerics::Scaled::from(example.target[i]);
        sum = sum + target * scaledSoftplus(-example.z[i])
            + (numerics::Scaled::from(1) - target) * scaledSoftplus(example.z[i]);
    }
    return sum;
}

void outputDelta(const LossInput& example, std::span<numerics::Scaled> delta)
{
    for (std::size_t i = 0; i < delta.size(); ++i)
        delta[i] = example.output.minus(example.z[i], example.target[i]);
}

// (a − y)/(a(1 − a)), which is 1/(1 − a) for y = 0 and −1/a for y = 1.
void outputGradient(const LossInput& example, std::span<numerics::Scaled> gradient)
{
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const numerics::Scaled z = example.z[i];
        const double y = example.target[i];
        if (y == 0)
            gradient[i] = numerics::Scaled::from(1) / numerics::scaledLogistic(-z);
        else if (y == 1)
            gradient[i] = numerics::Scaled::from(-1) / numerics::scaledLogistic(z);
        else
            gradient[i] = example.output.minus(z, y) / example.output.scaledDerivative(z);
    }
}

// ln(1 + e^(−|z|)) + (1 − y)z for z > 0, − yz for z < 0
double plainCost(const PlainLossInput& example)
{
    double sum = 0;
    for (std::size_t i = 0; i < example.size; ++i) {
        const double z = example.z[i], y = example.target[i];
        sum += std::log1p(std::exp(-std::abs(z))) + (z > 0 ? (1 - y) * z : -y * z);
    }
    return sum;
}

// σ(z) − 1 = −σ(−z) = −σ′(z)/σ(z), without cancellation.
void plainDelta(const PlainLossInput& example, double* delta)
{
    for (std::size_t i = 0; i < example.size; ++i) {
        const double a = example.a[i], y = example.target[i];
        delta[i] = y == 1 && a > 0.5 ? -example.derivative[i] / a : a - y;
        if (std::abs(delta[i]) < 0x1p-26 * y && y != 1 && std::isfinite(example.z[i]))
            delta[i] = example.output.minus(numerics::Scaled::from(example.z[i]), y).nearestDouble();
    }
}

// At a = y: −Σ[y ln y + (1 − y) ln(1 − y)], the entropy of the targets.
double leastCost(const activations::Activation&, std::span<const double> target)
{
    const auto share = [](double p) { return p > 0 ? -p * std::log(p) : 0; };
    double sum = 0;
    for (const double y : target)
        sum += share(y) + share(1 - y);
    return sum;
}

// a − y itself: from where σ(z) rounds to 1 on, a right answer 1 leaves exactly 0.
void roundedDelta(const RoundedLossInput& example, double* delta)
{
    for (std::size_t i = 0; i < example.size; ++i)
        delta[i] = example.round(example.a[i] - example.target[i]);
}

} // namespace

extern const Loss cross_entropy;
const Loss cross_entropy{
    .id = "cross_entropy",
    .name = translatable("core", "Cross-entropy"),
    .formula = "C = −Σ[y ln aᴸ + (1 − y) ln(1 − aᴸ)]",
    .description = translatable("core",
        "The cost whose output error is a − y, without the factor σ′(z): a saturated output neuron learns as fast as "
        "it is wrong; for logistic outputs (Nielsen 2015, chapter 3)."),
    .rank = 2,
    .outputActivation = "sigmoid",
    .wantsClasses = true,
    .negative = true,
    .cost = cost,
    .outputDelta = outputDelta,
    .outputGradient = outputGradient,
    .deltaTail =
        [](const LossInput& example, std::size_t i) {
            const numerics::Scaled z = example.z[i];
            return activations::tailOf(example.output, z, example.output.minus(z, example.target[i]));
        },
    .plainCost = plainCost,
    .plainDelta = plainDelta,
    .deltaChange =
        [](const PlainLossInput& example, const double*, const double* change, double* deltaChange) {
            for (std::size_t i = 0; i < example.size; ++i)
                deltaChange[i] = change[i] * example.derivative[i];
        },
    .leastCost = leastCost,
    .roundedDelta = roundedDelta,
    .python = "(logaddexp(0 * z, z) - y * z).sum()",
    .pythonDelta = "a - y",
};

} // namespace deltascope::losses
