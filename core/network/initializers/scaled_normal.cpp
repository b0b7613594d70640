// SPDX-License-Identifier: GPL-3.0-or-later
// Weights N(0, 1/n_in), biases N(0, 1). Nielsen (2015), chapter 3: the networks that he trains in chapter 5.
// core/maths.md 5.10.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer scaled_normal;
const network::Initializer scaled_normal{
    .id = "scaled_normal",
    .name = translatable("core", "Scaled normal"),
    .formula = "w ~ N(0, 1/n_in), b ~ N(0, 1)",
    .description = translatable("core",
        "Weights shrink with the number of inputs, so that z keeps its size; biases are standard normal (Nielsen 2015, "
        "chapter 3; the networks of his chapter 5)."),
    .rank = 4,
    .usesBias = false,
    .weightVariance = [](int, int) { return 1.0; },
    .biasVariance = [](int) { return 1.0; },
    .normalWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillNormalWeights(scenario, layer, parameters, 1 / std::sqrt(fanIn(parameters)), stop);
            fillNormalBiases(scenario, layer, parameters, 1);
        },
};

} // namespace deltascope::initializers
