// SPDX-License-Identifier: GPL-3.0-or-later
// Weights U(±1/√n_in), biases 0: n_in·Var w = 1/3. Glorot & Bengio (2010), eq. 1, "the commonly used heuristic".
// core/maths.md 5.12.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer glorot_standard;
const network::Initializer glorot_standard{
    .id = "glorot_standard",
    .name = translatable("core", "Uniform (Glorot’s “standard”)"),
    .formula = "w ~ U(±1/√n_in), b = 0",
    .description = translatable("core",
        "The common heuristic that Glorot and Bengio compare with: n_in·Var w is only 1/3, so gradients shrink from "
        "layer to layer (Glorot & Bengio 2010)."),
    .rank = 6,
    .usesBias = false,
    .weightVariance = [](int, int) { return 1.0 / 3; },
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillUniformWeights(scenario, layer, parameters, 1 / std::sqrt(fanIn(parameters)), stop);
        },
};

} // namespace deltascope::initializers
