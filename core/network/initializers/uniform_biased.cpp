// SPDX-License-Identifier: GPL-3.0-or-later
// Weights U(±1/√n_in), biases U(±1/√n_in): what frameworks do by default for a layer of neurons (PyTorch's Linear).
// core/maths.md 5.21.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer uniform_biased;
const network::Initializer uniform_biased{
    .id = "uniform_biased",
    .name = translatable("core", "Uniform with biases (PyTorch)"),
    .formula = "w, b ~ U(±1/√n_in)",
    .description = translatable("core",
        "What PyTorch does where nothing is said: Glorot’s “standard” heuristic, with random biases of the same size."),
    .rank = 15,
    .usesBias = false,
    .weightVariance = [](int, int) { return 1.0 / 3; },
    .biasVariance = [](int incoming) { return 1.0 / (3 * incoming); },
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            const double bound = 1 / std::sqrt(fanIn(parameters));
            fillUniformWeights(scenario, layer, parameters, bound, stop);
            RandomStream stream = streamOf(scenario, Purpose::biases, layer);
            for (double& bias : parameters.biases)
                bias = bound * stream.uniform(-1, 1);
        },
};

} // namespace deltascope::initializers
