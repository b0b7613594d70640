// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a batch through a network and back, for whoever visits its layers on the way: the one loop over layers of
// all results.
#pragma once

#include "base/registry.h"
#include "base/watch.h"
#include "network/backward_pass.h"

#include <cassert>
#include <stop_token>

namespace deltascope::network {

/// How far: to the last layer alone, with the cost there, or all the way back.
enum class Way { forward, toCost, thereAndBack };

/// For a stage of `throughLayers` that nobody visits.
inline constexpr auto kNoVisitor = [](const auto&...) {};

/// Calls forward(pass, layer) for layer 1 … depth as each is reached, atOutput(pass, back) where δ of the last layer is
/// there, and backward(pass, back, layer) for layer depth … 1; `watch` after each of them. False where stop was
/// requested on the way.
template <class Forward, class AtOutput, class Backward>
bool throughLayers(const model::Scenario& scenario, const data::Dataset& data, const Network& network,
    const std::stop_token& stop, const Forward& forward, const AtOutput& atOutput, const Backward& backward,
    BackwardPass::Cost cost = BackwardPass::Cost::computed, const Watch& watch = {}, Way way = Way::thereAndBack)
{
    constexpr double kForwardShare = 0.4; // of the time
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    assert(loss != nullptr);
    if (stop.stop_requested())
        return false;
    ForwardPass pass(network, data.inputs);
    for (int layer = 1; layer <= network.depth(); ++layer) {
        if (stop.stop_requested())
            return false;
        pass.step(layer);
        forward(pass, layer);
        if (watch)
            watch(kForwardShare * layer / network.depth());
    }
    if (way == Way::forward)
        return true;
    BackwardPass back(network, pass, *loss, data.targets, cost);
    atOutput(pass, back);
    if (way == Way::toCost)
        return true;
    for (int layer = network.depth(); layer >= 1; --layer) {
        if (stop.stop_requested())
            return false;
        if (layer < network.depth())
            back.step(layer);
        backward(pass, back, layer);
        if (watch)
            watch(1 - (1 - kForwardShare) * (layer - 1) / network.depth());
    }
    return true;
}

} // namespace deltascope::network
