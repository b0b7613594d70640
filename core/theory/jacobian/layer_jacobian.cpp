// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/jacobian/layer_jacobian.h"

#include "network/operation.h"

#include <cassert>

namespace deltascope::jacobian {

LayerJacobian layerJacobian(const network::Network& network, const network::ForwardPass& forward, int layer,
    Eigen::Index example, const operations::SlopeFloor& floor)
{
    const network::LayerPlan& plan = network.plan(layer);
    assert(!plan.couplesExamples);
    operations::JacobianLayer here{
        network, forward, layer, example, floor, nullptr, plan.identity != 0 || plan.mixes, {}};
    for (const network::LayerOperation& operation : plan.operations) {
        here.operation = &operation;
        if (operation.kind->jacobian != nullptr)
            operation.kind->jacobian(here);
    }
    return {std::move(here.parts), here.belowResolution};
}

} // namespace deltascope::jacobian
