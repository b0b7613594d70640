// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_speeds.h"

#include "backward_pass.h"
#include "registry.h"

#include <cassert>

namespace deltascope {

namespace {

template <class SpeedsOfLayer>
std::optional<std::vector<LearningSpeeds>> speedsBy(const SpeedsOfLayer& speedsOfLayer, const Scenario& scenario,
    const Dataset& data, const Network& network, const std::stop_token& stop)
{
    const Loss* loss = findKind(lossesRegistry(), scenario.loss);
    assert(loss != nullptr);
    const int depth = network.depth();
    if (stop.stop_requested())
        return std::nullopt;
    ForwardPass pass(network, data.inputs);
    for (int layer = 1; layer <= depth; ++layer) {
        if (stop.stop_requested())
            return std::nullopt;
        pass.step(layer);
    }
    std::vector<LearningSpeeds> speeds(static_cast<std::size_t>(depth));
    BackwardPass back(network, pass, *loss, data.targets, BackwardPass::Cost::leftOut);
    for (int layer = depth; layer >= 1; --layer) {
        if (stop.stop_requested())
            return std::nullopt;
        if (layer < depth)
            back.step(layer);
        speeds[static_cast<std::size_t>(layer - 1)] = speedsOfLayer(pass, back, layer);
    }
    return speeds;
}

} // namespace

std::optional<std::vector<LearningSpeeds>> learningSpeedsOf(
    const Scenario& scenario, const Dataset& data, const Network& network, const std::stop_token& stop)
{
    const auto all = [](const ForwardPass& pass, const BackwardPass& back, int layer) {
        return learningSpeeds(back.delta(), back.beforeNormalization(), pass.a(layer - 1));
    };
    return speedsBy(all, scenario, data, network, stop);
}

std::optional<std::vector<LearningSpeeds>> biasSpeedsOf(
    const Scenario& scenario, const Dataset& data, const Network& network, const std::stop_token& stop)
{
    const auto ofBiases = [](const ForwardPass&, const BackwardPass& back, int) { return biasSpeeds(back.delta()); };
    return speedsBy(ofBiases, scenario, data, network, stop);
}

} // namespace deltascope
