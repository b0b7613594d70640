// SPDX-License-Identifier: GPL-3.0-or-later
// Weights U(±√6/√(n_in + n_out)), biases 0: Var w = 2/(n_in + n_out). Glorot & Bengio (2010), eq. 16.
// core/maths.md 5.13.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer glorot_uniform;
const network::Initializer glorot_uniform{
    .id = "glorot_uniform",
    .name = translatable("core", "Glorot (normalized)"),
    .formula = "w ~ U(±√6/√(n_in + n_out)), b = 0",
    .description = translatable("core",
        "A compromise between keeping the size of activations forward and of gradients backward (Glorot & Bengio 2010, "
        "equation 16)."),
    .rank = 7,
    .usesBias = false,
    .weightVariance = [](int fanIn, int fanOut) { return 2.0 * fanIn / (static_cast<double>(fanIn) + fanOut); },
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillUniformWeights(
                scenario, layer, parameters, std::sqrt(6 / (fanIn(parameters) + fanOut(parameters))), stop);
        },
};

} // namespace deltascope::initializers
