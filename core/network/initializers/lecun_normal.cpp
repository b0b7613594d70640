// SPDX-License-Identifier: GPL-3.0-or-later
// Weights N(0, 1/n_in), biases 0. LeCun, Bottou, Orr & Müller (1998), Efficient BackProp, section 4.6.
// core/maths.md 5.11.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer lecun_normal;
const network::Initializer lecun_normal{
    .id = "lecun_normal",
    .name = translatable("core", "LeCun normal"),
    .formula = "w ~ N(0, 1/n_in), b = 0",
    .description = translatable("core",
        "Weights of variance 1/n_in keep the size of the weighted inputs where f is as steep as the identity; biases "
        "are 0 (LeCun et al. 1998)."),
    .rank = 5,
    .usesBias = false,
    .weightVariance = [](int, int) { return 1.0; },
    .normalWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            fillNormalWeights(scenario, layer, parameters, 1 / std::sqrt(fanIn(parameters)), stop);
        },
};

} // namespace deltascope::initializers
