// SPDX-License-Identifier: GPL-3.0-or-later
// Weights N(0, 12.96/n_in), standard deviation 3.6/√n_in, biases 0. Kumar (2017), On weight initialization in deep
// neural networks, for the logistic function. core/maths.md 5.19.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer kumar_normal;
const network::Initializer kumar_normal{
    .id = "kumar_normal",
    .name = translatable("core", "Kumar (sigmoid)"),
    .formula = "w ~ N(0, 3.6²/n_in), b = 0",
    .description = translatable("core",
        "Larger weights, because the logistic function passes on at most a quarter: they keep the signal, and the "
        "gradient still shrinks (Kumar 2017)."),
    .rank = 13,
    .usesBias = false,
    .weightVariance = [](int, int) { return 3.6 * 3.6; },
    .normalWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillNormalWeights(scenario, layer, parameters, 3.6 / std::sqrt(fanIn(parameters)), stop);
        },
};

} // namespace deltascope::initializers
