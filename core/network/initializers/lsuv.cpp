// SPDX-License-Identifier: GPL-3.0-or-later
// Layer-sequential unit variance: w orthonormal, then layer by layer, from the first on, w ← w/√Var z until the
// variance of z over the neurons and the examples is 1 to within 0.1, at most 10 times; biases 0. Here it is g².
// Mishkin & Matas (2016), algorithm 1. core/maths.md 5.22, 5.24.
#include "base/message.h"
#include "network/forward_pass.h"
#include "network/initializer.h"
#include "network/initializers/random_orthogonal.h"

#include <cmath>

namespace deltascope::initializers {

namespace {

constexpr double kTolerance = 0.1; // of the variance
constexpr int kMostRounds = 10;

numerics::Scaled varianceOf(const numerics::Columns& z)
{
    const numerics::Scaled share = numerics::Scaled::from(1 / static_cast<double>(z.size * z.count));
    numerics::Scaled sum, squares;
    for (Eigen::Index x = 0; x < z.count; ++x)
        for (Eigen::Index i = 0; i < z.size; ++i)
            sum = sum + z.at(i, x);
    const numerics::Scaled mean = sum * share;
    for (Eigen::Index x = 0; x < z.count; ++x)
        for (Eigen::Index i = 0; i < z.size; ++i) {
            const numerics::Scaled rest = z.at(i, x) - mean;
            squares = squares + rest * rest;
        }
    return squares * share;
}

double fitWeights(const model::Scenario& scenario, const network::ForwardPass& pass, int layer, int round)
{
    if (round == kMostRounds)
        return 1;
    const numerics::Scaled variance = varianceOf(pass.z(layer));
    if (variance.isZero()) // nothing to be measured
        return 1;
    const double deviation = numerics::sqrt(variance).nearestDouble(), factor = scenario.gain / deviation;
    if (std::abs(1 / (factor * factor) - 1) < kTolerance || !std::isfinite(factor))
        return 1;
    return factor;
}

} // namespace

extern const network::Initializer lsuv;
const network::Initializer lsuv{
    .id = "lsuv",
    .name = translatable("core", "LSUV"),
    .formula = "w orthonormal, w ← g·w/√Var z, b = 0",
    .description = translatable("core",
        "Orthonormal weights, scaled layer by layer until z has the variance 1 over the examples at hand: the only "
        "rule that looks at the data for its weights (Mishkin & Matas 2016)."),
    .rank = 17,
    .usesBias = false,
    .drawsWeights = true,
    .factorizes = true,
    .fitWeights = fitWeights,
    .fill = [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
                const std::stop_token& stop) { fillOrthogonal(scenario, layer, parameters, 1, stop); },
};

} // namespace deltascope::initializers
