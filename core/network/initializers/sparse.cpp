// SPDX-License-Identifier: GPL-3.0-or-later
// 15 incoming weights N(0, 1) a unit, or all where fan-in is smaller, the rest 0; biases 0. Martens (2010), Sutskever,
// Martens, Dahl & Hinton (2013). Which 15: the first of a Fisher–Yates shuffle. core/maths.md 5.16.
#include "base/message.h"
#include "network/initializer.h"
#include "network/initializers/random_layer.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace deltascope::initializers {

namespace {

constexpr int kIncoming = 15;

} // namespace

extern const network::Initializer sparse;
const network::Initializer sparse{
    .id = "sparse",
    .name = translatable("core", "Sparse"),
    .formula = "15 incoming w ~ N(0, 1), the rest 0; b = 0",
    .description = translatable("core",
        "Each neuron is connected to only 15 others (to all where there are fewer), so that z does not grow with the "
        "width (Martens 2010, Sutskever et al. 2013)."),
    .rank = 10,
    .usesBias = false,
    .weightVariance = [](int fanIn, int /*fanOut*/) { return static_cast<double>(std::min(fanIn, kIncoming)); },
    .incoming = kIncoming,
    .fill =
        [](const model::Scenario& scenario, int layer, network::LayerParameters& parameters,
            const std::stop_token& stop) {
            RandomStream stream = streamOf(scenario, Purpose::weights, layer);
            const auto inputs = static_cast<std::size_t>(parameters.weights.cols());
            std::vector<Eigen::Index> order(inputs);
            parameters.weights.setZero();
            parameters.biases.setZero();
            for (Eigen::Index neuron = 0; neuron < parameters.weights.rows() && !stop.stop_requested(); ++neuron) {
                std::iota(order.begin(), order.end(), Eigen::Index{0});
                for (std::size_t i = 0; i < std::min<std::size_t>(inputs, kIncoming); ++i) {
                    std::swap(order[i], order[i + stream.below(inputs - i)]);
                    parameters.weights(neuron, order[i]) = scenario.gain * stream.normal();
                }
            }
        },
};

} // namespace deltascope::initializers
