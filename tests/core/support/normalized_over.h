// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers of a layer are normalized together, asked of its operations.
#pragma once

#include "network/network.h"
#include "network/operation.h"

namespace deltascope {

enum class Over { nothing, neurons, examples };

inline Over normalizedOver(const network::Network& network, int layer)
{
    const network::LayerOperation* operation = network.plan(layer).standardizing();
    if (operation == nullptr)
        return Over::nothing;
    return operation->kind->couplesExamples ? Over::examples : Over::neurons;
}

/// The mean is taken out before.
inline bool takesMean(const network::Network& network, int layer)
{
    const network::LayerOperation* operation = network.plan(layer).standardizing();
    return operation != nullptr && operation->kind->choiceId != "rms";
}

inline bool isNormalized(const network::Network& network)
{
    for (int layer = 1; layer <= network.depth(); ++layer)
        if (normalizedOver(network, layer) != Over::nothing)
            return true;
    return false;
}

} // namespace deltascope
