// SPDX-License-Identifier: GPL-3.0-or-later
// Weights N(0, 1), biases N(0, 1). Nielsen (2015), chapters 1 and 5. core/maths.md 5.9.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer standard_normal;
const network::Initializer standard_normal{
    .id = "standard_normal",
    .name = translatable("core", "Standard normal"),
    .formula = "w ~ N(0, 1), b ~ N(0, 1)",
    .description = translatable("core",
        "Every weight and bias is a standard normal number, whatever the number of inputs, so wide layers start "
        "saturated (Nielsen 2015, chapters 1 and 5)."),
    .rank = 3,
    .usesBias = false,
    .weightVariance = [](int fanIn, int /*fanOut*/) { return static_cast<double>(fanIn); },
    .biasVariance = [](int) { return 1.0; },
    .normalWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillNormalWeights(scenario, layer, parameters, 1, stop);
            fillNormalBiases(scenario, layer, parameters, 1);
        },
};

} // namespace deltascope::initializers
