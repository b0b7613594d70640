// SPDX-License-Identifier: GPL-3.0-or-later
// A matrix with orthonormal rows or columns, uniform by Haar's measure; biases 0. Saxe, McClelland & Ganguli (2013).
// core/maths.md 5.15.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_orthogonal.h"

#include <algorithm>

namespace deltascope::initializers {

extern const network::Initializer orthogonal;
const network::Initializer orthogonal{
    .id = "orthogonal",
    .name = translatable("core", "Orthogonal"),
    .formula = "w random orthogonal, b = 0",
    .description = translatable("core",
        "A random rotation: every singular value of the weights is 1, so a deep linear network passes the gradient on "
        "unchanged (Saxe, McClelland & Ganguli 2013)."),
    .rank = 9,
    .usesBias = false,
    .weightVariance = [](int fanIn, int fanOut) { return static_cast<double>(std::min(fanIn, fanOut)) / fanOut; },
    .orthogonal = true,
    .factorizes = true,
    .fill = [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
                const std::stop_token& stop) { fillOrthogonal(scenario, layer, parameters, scenario.gain, stop); },
};

} // namespace deltascope::initializers
