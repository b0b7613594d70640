// SPDX-License-Identifier: GPL-3.0-or-later
// Every weight w, every bias b. Nielsen (2015), chapter 5: the chain of neurons. core/maths.md 5.7.
#include "initializers/initializer.h"

#include "message.h"
#include "network.h"

namespace deltascope::initializers {

extern const Initializer constant;
const Initializer constant{
    .id = "constant",
    .name = translatable("core", "Constant"),
    .formula = "w_l = w, b_l = b",
    .description = translatable("core",
        "Every layer starts with the same weight and the same bias: the chapter's chain of neurons (Nielsen 2015, "
        "chapter 5)."),
    .rank = 1,
    .fill =
        [](const Scenario& scenario, int /*layer*/, LayerParameters& parameters, const std::stop_token&) {
            parameters.weights.setConstant(scenario.weight);
            parameters.biases.setConstant(scenario.bias);
        },
};

} // namespace deltascope::initializers
