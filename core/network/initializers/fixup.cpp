// SPDX-License-Identifier: GPL-3.0-or-later
// Fixup: the last layer 0, in a residual branch of m weight matrices the last of them 0 and the others those of a
// standard rule times L^(−1/(2m − 2)); elsewhere He's rule. A branch here has m = 1 matrix, its last: it starts at 0,
// which is also where L^(−1/(2m − 2)) goes as m → 1. Biases 0. Zhang, Dauphin & Ma (2019). core/maths.md 5.23, 5.25.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"
#include "network/structure.h"

#include <cmath>

namespace deltascope::initializers {

extern const network::Initializer fixup;
const network::Initializer fixup{
    .id = "fixup",
    .name = translatable("core", "Fixup"),
    .formula = "w_L = 0, w = 0 in residual layers, else w ~ N(0, 2/n_in), b = 0",
    .description = translatable("core",
        "The last layer and every residual layer start at 0, the others by He’s rule: a branch of one matrix has "
        "nothing to scale, and starts as the identity (Zhang, Dauphin & Ma 2019)."),
    .rank = 18,
    .usesBias = false,
    .drawsWeights = true,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            parameters.biases.setZero();
            if (layer == scenario.depth || network::identityOf(scenario, layer) != 0)
                parameters.weights.setZero();
            else
                fillNormalWeights(scenario, layer, parameters, std::sqrt(2 / fanIn(parameters)), stop);
        },
};

} // namespace deltascope::initializers
