// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_speeds.h"

#include "through_layers.h"

namespace deltascope {

namespace {

template <class Speeds, class SpeedsOfLayer>
std::optional<std::vector<Speeds>> speedsBy(const SpeedsOfLayer& speedsOfLayer, const Scenario& scenario,
    const Dataset& data, const Network& network, const std::stop_token& stop)
{
    std::vector<Speeds> speeds(static_cast<std::size_t>(network.depth()));
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
    return speedsBy<LearningSpeeds>(all, scenario, data, network, stop);
}

std::optional<std::vector<RelativeSpeeds>> biasSpeedsOf(
    const Scenario& scenario, const Dataset& data, const Network& network, const std::stop_token& stop)
{
    const auto ofBiases = [](const ForwardPass&, const BackwardPass& back, int) {
        return RelativeSpeeds{biasSpeeds(back.deltaInUnits(), back.shift()), back.unitOffset()};
    };
    return speedsBy<RelativeSpeeds>(ofBiases, scenario, data, network, stop);
}

} // namespace deltascope
