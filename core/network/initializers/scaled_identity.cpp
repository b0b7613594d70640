// SPDX-License-Identifier: GPL-3.0-or-later
// w on the diagonal, 0 elsewhere, biases 0: every mode of a linear teacher starts alike and by itself (Saxe, McClelland
// & Ganguli 2014; Le, Jaitly & Hinton 2015). core/maths.md 5.7.
#include "network/initializer.h"

#include "base/message.h"
#include "network/network.h"

namespace deltascope::initializers {

extern const network::Initializer scaled_identity;
const network::Initializer scaled_identity{
    .id = "scaled_identity",
    .name = translatable("core", "Scaled identity"),
    .formula = "w_l = w·I, b_l = 0",
    .description = translatable("core",
        "Every neuron passes on its own input, times w: nothing is mixed, so the modes of a linear network learn each "
        "by itself (Saxe et al. 2014; Le, Jaitly & Hinton 2015)."),
    .rank = 12,
    .usesBias = false,
    .fill =
        [](const model::Scenario& scenario, int /*layer*/, network::LayerParameters& parameters,
            const std::stop_token&) {
            parameters.weights.setZero();
            parameters.weights.diagonal().setConstant(scenario.weight);
            parameters.biases.setZero();
        },
};

} // namespace deltascope::initializers
