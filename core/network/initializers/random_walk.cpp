// SPDX-License-Identifier: GPL-3.0-or-later
// Weights N(0, g²/n_in) with g = √2 exp(1.2/(max(n_in, 6) − 2.4)), biases 0: He's rule, made larger in narrow layers so
// that ln‖δ‖ of ReLU layers, a random walk over the layers, does not drift. Sussillo & Abbott (2014), eq. 11.
// core/maths.md 5.20.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <algorithm>
#include <cmath>

namespace deltascope::initializers {

namespace {

double gainOf(double incoming)
{
    return std::sqrt(2.0) * std::exp(1.2 / (std::max(incoming, 6.0) - 2.4));
}

} // namespace

extern const network::Initializer random_walk;
const network::Initializer random_walk{
    .id = "random_walk",
    .name = translatable("core", "Random walk (ReLU)"),
    .formula = "w ~ N(0, g²/n_in), g = √2·e^(1.2/(n_in − 2.4)), b = 0",
    .description = translatable("core",
        "He’s rule with a factor that grows in narrow layers, so that the typical gradient, and not its mean square, "
        "stays as it is (Sussillo & Abbott 2014)."),
    .rank = 14,
    .usesBias = false,
    .weightVariance = [](int incoming, int) { return std::pow(gainOf(incoming), 2); },
    .normalWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            const double incoming = fanIn(parameters);
            fillNormalWeights(scenario, layer, parameters, gainOf(incoming) / std::sqrt(incoming), stop);
        },
};

} // namespace deltascope::initializers
