// SPDX-License-Identifier: GPL-3.0-or-later
// Every weight w, every bias b. Nielsen (2015), chapter 5: the chain of neurons. core/maths.md 5.7.
#include "network/initializer.h"

#include "base/message.h"
#include "network/network.h"

namespace deltascope::initializers {

extern const network::Initializer constant;
const network::Initializer constant{
    .id = "constant",
    .name = translatable("core", "Constant"),
    .formula = "w_l = w, b_l = b",
    .description = translatable("core",
        "Every layer starts with the same weight and the same bias: the chapter's chain of neurons (Nielsen 2015, "
        "chapter 5)."),
    .rank = 1,
    .fill =
        [](const model::Scenario& scenario, int /*layer*/, network::LayerParameters& parameters,
            const std::stop_token&) {
            parameters.weights.setConstant(scenario.weight);
            parameters.biases.setConstant(scenario.bias);
        },
};

} // namespace deltascope::initializers
