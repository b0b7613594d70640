// SPDX-License-Identifier: GPL-3.0-or-later
// Weights N(0, 2/n_in), biases 0. He, Zhang, Ren & Sun (2015). core/maths.md 5.14.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer he_normal;
const network::Initializer he_normal{
    .id = "he_normal",
    .name = translatable("core", "He"),
    .formula = "w ~ N(0, 2/n_in), b = 0",
    .description = translatable(
        "core", "Twice LeCun’s variance, because rectifiers pass on only half of their inputs (He et al. 2015)."),
    .rank = 8,
    .usesBias = false,
    .weightVariance = [](int, int) { return 2.0; },
    .normalWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillNormalWeights(scenario, layer, parameters, std::sqrt(2 / fanIn(parameters)), stop);
        },
};

} // namespace deltascope::initializers
