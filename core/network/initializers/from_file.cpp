// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a network of the user's, layer by layer. A gate that such a network has not starts without weights.
// core/maths.md 5.26.
#include "base/message.h"
#include "network/initializer.h"
#include "network/network.h"

#include <cassert>

namespace deltascope::initializers {

namespace {

void fillGiven(const model::Scenario&, int layer, network::LayerParameters& parameters, const std::stop_token& /*stop*/)
{
    const auto place = static_cast<std::size_t>(layer - 1);
    if (parameters.given == nullptr || place >= parameters.given->layers.size()) {
        parameters.weights.setZero();
        parameters.biases.setZero();
        return;
    }
    const imported::ImportedLayer& layerGiven = parameters.given->layers[place];
    assert(layerGiven.biases.size() == parameters.biases.size());
    if (parameters.weights.rows() > 0) // else the biases alone are asked for
        parameters.weights = layerGiven.weights;
    parameters.biases = layerGiven.biases;
}

} // namespace

extern const network::Initializer from_file;
const network::Initializer from_file{
    .id = model::kFromFile,
    .name = translatable("core", "From a file"),
    .formula = "w, b of a file",
    .description = translatable("core",
        "The weights and biases of your own network, from a file of safetensors, NumPy (.npz) or this program, which "
        "gives the sizes too."),
    .rank = 60,
    .usesBias = false,
    .given = true,
    .fill = fillGiven,
};

} // namespace deltascope::initializers
