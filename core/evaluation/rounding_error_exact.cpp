// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/rounding_error_exact.h"

#include "network/carried_errors.h"
#include "network/operation.h"

namespace deltascope::evaluation {

namespace {

/// Through some of the operations of a layer; true where they give exactly this.
bool givesExactly(operations::ExactNumber number, std::size_t first, std::size_t end, double expected)
{
    for (std::size_t i = first; i < end; ++i) {
        number.operation = &number.network.plan(number.layer).operations[i];
        if (number.operation->kind->exactly != nullptr)
            number.operation->kind->exactly(number);
    }
    return number.exact && number.value.high == expected && number.value.low == 0;
}

bool sumRoundsNothing(const network::Network& network, const network::ForwardPass& pass, int layer, Eigen::Index neuron)
{
    const network::LayerPlan& plan = network.plan(layer);
    return givesExactly(
        {network, pass, layer, neuron, nullptr, {}}, 0, plan.activate, pass.zColumn(layer).mantissas[neuron]);
}

bool activationRoundsNothing(
    const network::Network& network, const network::ForwardPass& pass, int layer, Eigen::Index neuron)
{
    const network::LayerPlan& plan = network.plan(layer);
    const numerics::DoubleDouble z{pass.zColumn(layer).mantissas[neuron], 0};
    return givesExactly({network, pass, layer, neuron, nullptr, z}, plan.activate, plan.operations.size(),
        pass.aColumn(layer).mantissas[neuron]);
}

} // namespace

bool roundsNothing(const network::Network& network, const network::ForwardPass& pass, int layer)
{
    if (!pass.plain(layer - 1, 0) || !pass.plain(layer, 0) || pass.zColumn(layer).exponent != 0)
        return false;
    for (Eigen::Index i = 0; layer > 1 && i < network.size(layer - 1); ++i)
        if (!activationRoundsNothing(network, pass, layer - 1, i))
            return false;
    for (Eigen::Index i = 0; i < network.size(layer); ++i)
        if (!sumRoundsNothing(network, pass, layer, i))
            return false;
    return true;
}

} // namespace deltascope::evaluation
