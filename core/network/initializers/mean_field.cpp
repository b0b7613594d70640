// SPDX-License-Identifier: GPL-3.0-or-later
// Weights N(0, σ_w²/n_in) with σ_w = gain, biases N(0, σ_b²). Poole et al. (2016); Schoenholz et al. (2017).
// core/maths.md 5.17.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer mean_field;
const network::Initializer mean_field{
    .id = "mean_field",
    .name = translatable("core", "Mean field"),
    .formula = "w ~ N(0, σw²/n_in), b ~ N(0, σb²)",
    .description = translatable("core",
        "Normal weights and biases with both deviations free: the plane on which mean field theory finds the edge "
        "between vanishing and exploding gradients (Poole et al. 2016). The gain is σw."),
    .rank = 11,
    .usesBias = false,
    .weightVariance = [](int, int) { return 1.0; },
    .usesBiasDeviation = true,
    .normalWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillNormalWeights(scenario, layer, parameters, 1 / std::sqrt(fanIn(parameters)), stop);
            fillNormalBiases(scenario, layer, parameters, scenario.biasDeviation);
        },
};

} // namespace deltascope::initializers
