// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/activations/activation.h"
#include "network/forward_pass.h"
#include "network/operation.h"

namespace deltascope::operations {

/// What enters an operation behind the activation, from z: f(z), times what is drawn before it.
inline numerics::Scaled enteringBranch(const network::Network& network, const network::ForwardPass& forward, int layer,
    const network::LayerOperation& operation, Eigen::Index neuron, Eigen::Index example)
{
    const network::LayerPlan& plan = network.plan(layer);
    numerics::Scaled value = plan.activation->scaledValue(forward.z(layer, neuron, example));
    for (const network::LayerOperation* each = &plan.operations[plan.activate]; each < &operation; ++each)
        if (each->kind->drawn != nullptr)
            value =
                value * numerics::Scaled::from(each->kind->drawn(network.draws(), each->scale, layer, example, neuron));
    return value;
}

} // namespace deltascope::operations
