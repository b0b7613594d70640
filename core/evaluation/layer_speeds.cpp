// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/layer_speeds.h"

#include "network/through_layers.h"

namespace deltascope::evaluation {

namespace {

template <class Speeds, class SpeedsOfLayer>
std::optional<std::vector<Speeds>> speedsBy(const SpeedsOfLayer& speedsOfLayer, const model::Scenario& scenario,
    const data::Dataset& data, const network::Network& network, const std::stop_token& stop)
{
    std::vector<Speeds> speeds(static_cast<std::size_t>(network.depth()));
    const auto backward = [&](const network::ForwardPass& pass, const network::BackwardPass& back, int layer) {
        speeds[static_cast<std::size_t>(layer - 1)] = speedsOfLayer(pass, back, layer);
    };
    if (!network::throughLayers(scenario, data, network, stop, network::kNoVisitor, network::kNoVisitor, backward,
            network::BackwardPass::Cost::leftOut))
        return std::nullopt;
    return speeds;
}

} // namespace

std::optional<std::vector<network::LearningSpeeds>> learningSpeedsOf(const model::Scenario& scenario,
    const data::Dataset& data, const network::Network& network, const std::stop_token& stop)
{
    const auto all = [](const network::ForwardPass& pass, const network::BackwardPass& back, int layer) {
        return network::learningSpeeds(back.delta(), back.ofSums(), pass.entering(layer), back.shift());
    };
    return speedsBy<network::LearningSpeeds>(all, scenario, data, network, stop);
}

std::optional<std::vector<network::RelativeSpeeds>> biasSpeedsOf(const model::Scenario& scenario,
    const data::Dataset& data, const network::Network& network, const std::stop_token& stop)
{
    const auto ofBiases = [](const network::ForwardPass&, const network::BackwardPass& back, int) {
        return network::RelativeSpeeds{network::biasSpeeds(back.deltaInUnits(), back.shift()), back.unitOffset()};
    };
    return speedsBy<network::RelativeSpeeds>(ofBiases, scenario, data, network, stop);
}

} // namespace deltascope::evaluation
