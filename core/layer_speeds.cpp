// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_speeds.h"

#include "through_layers.h"

namespace deltascope {

namespace {

template <class SpeedsOfLayer>
std::optional<std::vector<LearningSpeeds>> speedsBy(const SpeedsOfLayer& speedsOfLayer, const Scenario& scenario,
    const Dataset& data, const Network& network, const std::stop_token& stop)
{
    std::vector<LearningSpeeds> speeds(static_cast<std::size_t>(network.depth()));
    const auto backward = [&](const ForwardPass& pass, const BackwardPass& back, int layer) {
        speeds[static_cast<std::size_t>(layer - 1)] = speedsOfLayer(pass, back, layer);
    };
    if (!throughLayers(
            scenario, data, network, stop, kNotLookedAt, kNotLookedAt, backward, BackwardPass::Cost::leftOut))
        return std::nullopt;
    return speeds;
}

} // namespace

std::optional<std::vector<LearningSpeeds>> learningSpeedsOf(
    const Scenario& scenario, const Dataset& data, const Network& network, const std::stop_token& stop)
{
    const auto all = [](const ForwardPass& pass, const BackwardPass& back, int layer) {
        return learningSpeeds(back.delta(), back.beforeNormalization(), pass.a(layer - 1), back.shift());
    };
    return speedsBy(all, scenario, data, network, stop);
}

std::optional<std::vector<LearningSpeeds>> biasSpeedsOf(
    const Scenario& scenario, const Dataset& data, const Network& network, const std::stop_token& stop)
{
    const auto ofBiases = [](const ForwardPass&, const BackwardPass& back, int) {
        return biasSpeeds(back.delta(), back.shift());
    };
    return speedsBy(ofBiases, scenario, data, network, stop);
}

} // namespace deltascope
