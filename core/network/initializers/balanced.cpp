// SPDX-License-Identifier: GPL-3.0-or-later
// Every weight w, and b_l = −w_l a_(l−1), so that z_l = 0 and f′ is at its value at 0. Nielsen (2015), chapter 5: the
// explosion ("choose the biases so that the σ′ factors aren't too small"). core/maths.md 5.8.
#include "network/initializer.h"

#include "base/message.h"
#include "network/network.h"

namespace deltascope::initializers {

extern const network::Initializer balanced;
const network::Initializer balanced{
    .id = "balanced",
    .name = translatable("core", "Balanced"),
    .formula = "w_l = w, b_l = −w_l a_(l−1)",
    .description = translatable("core",
        "Every layer starts with the same weight, and each bias is chosen so that the weighted input is exactly 0, "
        "where the slope of the logistic function is largest: the chapter's explosion (Nielsen 2015, chapter 5)."),
    .rank = 2,
    .biasFromForwardPass = true,
    .usesBias = false,
    .fill =
        [](const model::Scenario& scenario, int /*layer*/, network::LayerParameters& parameters,
            const std::stop_token&) {
            parameters.weights.setConstant(scenario.weight);
            parameters.biases.setZero();
        },
};

} // namespace deltascope::initializers
