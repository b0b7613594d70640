// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes come as a network: a chain of layers that fit each other and a scenario of their sizes, or one
// sentence.
#include "documents/with_network.h"

#include "sentence.h"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const auto network = imported::importNetwork({reinterpret_cast<const char*>(data), size}, "some.npz");
    if (!network) {
        requireSentence(network.error());
        return 0;
    }
    require(!network->layers.empty());
    for (std::size_t i = 0; i < network->layers.size(); ++i) {
        const imported::ImportedLayer& layer = network->layers[i];
        require(layer.weights.rows() == layer.biases.size() && layer.weights.allFinite() && layer.biases.allFinite());
        require(i == 0 || network->layers[i - 1].weights.rows() == layer.weights.cols());
    }
    const auto scenario = documents::withNetwork({}, *network);
    if (!scenario)
        requireSentence(scenario.error());
    else
        require(scenario->depth == static_cast<int>(network->layers.size()));
    require(!plainText(documents::understood(*network)).empty());
    return 0;
}
