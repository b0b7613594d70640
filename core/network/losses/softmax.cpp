// SPDX-License-Identifier: GPL-3.0-or-later
// C = −Σ y_i ln p_i, p = softmax(z^L), so δ^L = p Σy − y. Everything goes through differences to the largest z, so that
// no exponential overflows; p_i − y_i keeps its relative precision where p is close to one-hot.
// Bridle (1990); Nielsen (2015), chapter 3. core/maths.md 1.12.
#include "network/losses/loss.h"

#include "base/message.h"
#include "network/activations/activation.h"
#include "numerics/rounding.h"

#include <algorithm>
#include <cmath>

namespace deltascope::losses {

namespace {

numerics::Scaled largestOf(std::span<const numerics::Scaled> z)
{
    return *std::max_element(z.begin(), z.end());
}

/// Σ over k of e^(z_k − reference), k ≠ `without` where that is an index.
numerics::Scaled sumOfExponentials(std::span<const numerics::Scaled> z, numerics::Scaled reference, std::size_t without)
{
    numerics::Scaled sum;
    for (std::size_t k = 0; k < z.size(); ++k)
        if (k != without)
            sum = sum + numerics::exp(z[k] - reference);
    return sum;
}

/// ln(1 + x) for x ≥ 0.
numerics::Scaled scaledLog1p(numerics::Scaled x)
{
    if (x.exponent < -60)
        return x;
    if (x.exponent > 60)
        return numerics::Scaled::from(x.naturalLog());
    return numerics::Scaled::from(std::log1p(x.nearestDouble()));
}

/// −ln p_i = (z_top − z_i) + ln(1 + Σ_{k≠top} e^(z_k − z_top)), top the largest.
numerics::Scaled negativeLog(std::span<const numerics::Scaled> z, std::size_t i)
{
    const auto top = static_cast<std::size_t>(std::max_element(z.begin(), z.end()) - z.begin());
    return (z[top] - z[i]) + scaledLog1p(sumOfExponentials(z, z[top], top));
}

numerics::Scaled cost(const LossInput& example)
{
    numerics::Scaled sum;
    for (std::size_t i = 0; i < example.z.size(); ++i)
        if (example.target[i] != 0)
            sum = sum + numerics::Scaled::from(example.target[i]) * negativeLog(example.z, i);
    return sum;
}

// p_i Σy − y_i. Where y is one-hot and i its class, that is −Σ_{k≠i} p_k, without cancellation.
void outputDelta(const LossInput& example, std::span<numerics::Scaled> delta)
{
    double targets = 0;
    for (const double y : example.target)
        targets += y;
    const numerics::Scaled largest = largestOf(example.z);
    const numerics::Scaled all = sumOfExponentials(example.z, largest, example.z.size());
    for (std::size_t i = 0; i < delta.size(); ++i) {
        const double y = example.target[i];
        if (y == targets)
            delta[i] = numerics::Scaled::from(-y) * sumOfExponentials(example.z, largest, i) / all;
        else
            delta[i] = numerics::Scaled::from(targets) * numerics::exp(example.z[i] - largest) / all
                - numerics::Scaled::from(y);
    }
}

/// The class that is certain lacks what the next likely one has; the others have what they lie below it.
numerics::Scaled deltaTail(const LossInput& example, std::size_t i)
{
    const numerics::Scaled largest = largestOf(example.z);
    if (example.z[i] < largest)
        return largest - example.z[i];
    numerics::Scaled next;
    bool found = false;
    for (std::size_t k = 0; k < example.z.size(); ++k)
        if (k != i && (!found || next < example.z[k])) {
            next = example.z[k];
            found = true;
        }
    return largest - next;
}

double plainCost(const PlainLossInput& example)
{
    const double largest = *std::max_element(example.z, example.z + example.size);
    double exponentials = 0, sum = 0;
    for (std::size_t k = 0; k < example.size; ++k)
        exponentials += std::exp(example.z[k] - largest);
    for (std::size_t i = 0; i < example.size; ++i)
        if (example.target[i] != 0)
            sum += example.target[i] * ((largest - example.z[i]) + std::log1p(exponentials - 1));
    return sum;
}

void plainDelta(const PlainLossInput& example, double* delta)
{
    const double largest = *std::max_element(example.z, example.z + example.size);
    double exponentials = 0, targets = 0;
    for (std::size_t k = 0; k < example.size; ++k) {
        delta[k] = std::exp(example.z[k] - largest);
        exponentials += delta[k];
        targets += example.target[k];
    }
    double others = 0; // of the class of a one-hot target
    for (std::size_t k = 0; k < example.size; ++k)
        if (example.target[k] != targets)
            others += delta[k];
    for (std::size_t i = 0; i < example.size; ++i) {
        const double y = example.target[i];
        delta[i] = y == targets && y != 0 ? -y * others / exponentials : targets * delta[i] / exponentials - y;
    }
}

// At p = y/Σy: −Σ y ln(y/Σy), the entropy of the targets where they sum to 1.
double leastCost(const activations::Activation&, std::span<const double> target)
{
    double total = 0, sum = 0;
    for (const double y : target)
        total += y;
    for (const double y : target)
        if (y > 0)
            sum -= y * std::log(y / total);
    return sum;
}

// p = e^(z − max)/Σ in the format of sums, rounded once, then p Σy − y.
void roundedDelta(const RoundedLossInput& example, double* delta)
{
    double largest = example.z[0], exponentials = 0, targets = 0;
    for (std::size_t k = 0; k < example.size; ++k) {
        if (!(example.z[k] <= largest)) // a NaN too
            largest = example.z[k];
        targets = example.accumulate(targets + example.target[k]);
    }
    for (std::size_t k = 0; k < example.size; ++k) {
        delta[k] = example.accumulate(std::exp(example.accumulate(example.z[k] - largest)));
        exponentials = example.accumulate(exponentials + delta[k]);
    }
    for (std::size_t k = 0; k < example.size; ++k) {
        const double p = example.round(example.accumulate(delta[k] / exponentials));
        delta[k] = example.round(example.round(p * example.round(targets)) - example.target[k]);
    }
}

// Σy (diag p − p pᵀ) applied to the change of z.
void changeOfDelta(const PlainLossInput& example, const double*, const double* change, double* deltaChange)
{
    const double largest = *std::max_element(example.z, example.z + example.size);
    double exponentials = 0, targets = 0, mean = 0;
    for (std::size_t k = 0; k < example.size; ++k) {
        deltaChange[k] = std::exp(example.z[k] - largest);
        exponentials += deltaChange[k];
        targets += example.target[k];
        mean += deltaChange[k] * change[k];
    }
    mean /= exponentials;
    for (std::size_t k = 0; k < example.size; ++k)
        deltaChange[k] *= targets / exponentials * (change[k] - mean);
}

} // namespace

extern const Loss softmax;
const Loss softmax{
    .id = "softmax",
    .name = translatable("core", "Softmax, log-likelihood"),
    .formula = "C = −Σ y ln softmax(zᴸ)",
    .description = translatable("core",
        "The log-likelihood cost of a softmax over the outputs, whose output error is softmax(z) − y; the last layer "
        "is then without an activation function of its own (Nielsen 2015, chapter 3)."),
    .rank = 3,
    .outputActivation = "identity",
    .wantsClasses = true,
    .negative = true,
    .sumsToOne = true,
    .cost = cost,
    .outputDelta = outputDelta,
    .outputGradient = outputDelta,
    .deltaTail = deltaTail,
    .plainCost = plainCost,
    .plainDelta = plainDelta,
    .deltaChange = changeOfDelta,
    .leastCost = leastCost,
    .roundedDelta = roundedDelta,
    .python = "((log(exp(z - amax(z, 0)).sum(0)) + amax(z, 0)) * y.sum(0)).sum() - (y * z).sum()",
    .pythonDelta = "exp(z - amax(z, 0)) / exp(z - amax(z, 0)).sum(0) * y.sum(0) - y",
};

} // namespace deltascope::losses
