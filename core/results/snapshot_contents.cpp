// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot that is there holds, and why it does not hold more.
#include "evaluation/layer_distributions.h"
#include "results/snapshot.h"
#include "theory/jacobian/network_spectrum.h"

#include <algorithm>

namespace deltascope::results {

namespace {

/// Whether the layer is described, or would be unasked where nothing is known yet.
bool includes(const evaluation::LayerDistributions* described, int depth, int layer)
{
    return described ? described->find(layer) != nullptr
                     : std::ranges::binary_search(evaluation::describedLayers(depth, 0), layer);
}

} // namespace

bool includesLayer(const Snapshot& snapshot, Needs wanted, int layer)
{
    if (layer <= 0 || layer > snapshot.scenario.depth)
        return true;
    if (contains(wanted, Need::distributions)
        && !includes(snapshot.distributions.get(), snapshot.scenario.depth, layer))
        return false;
    if (contains(wanted, Need::spectrum) && jacobian::hasSpectrum(snapshot.scenario)) {
        if (snapshot.spectrum && snapshot.spectrum->complete)
            return snapshot.spectrum->layer(layer) != nullptr;
        return snapshot.network
            && std::ranges::binary_search(jacobian::sampledLayers(*snapshot.network, 0).factors, layer);
    }
    return true;
}

std::optional<Error> failureOf(const Snapshot& snapshot)
{
    if (snapshot.failure)
        return snapshot.failure;
    for (const PinnedResult& pin : snapshot.pins)
        if (pin.failure)
            return Error{pin.failure->fault,
                {translatable("core", "The pinned scenario “%1”: %2"), {pin.name, pin.failure->what}}};
    return std::nullopt;
}

std::optional<Error> problemOf(const Snapshot& snapshot)
{
    std::optional<Error> failure = failureOf(snapshot);
    return failure ? failure : snapshot.refusal;
}

} // namespace deltascope::results
