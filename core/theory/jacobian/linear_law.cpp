// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/jacobian/linear_law.h"

#include "base/registry.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/structure.h"

#include <algorithm>
#include <cmath>

namespace deltascope::jacobian {

namespace {

bool isIdentity(const activations::Activation& f)
{
    return std::ranges::all_of(std::initializer_list<double>{-1e6, -3, -1e-3, 0, 1e-3, 2, 1e6},
        [&](double z) { return f.value(z) == z && f.derivative(z) == 1; });
}

} // namespace

numerics::Scaled LinearLaw::of(int layers) const
{
    const double scale = layers * std::log(deviation);
    if (orthogonal)
        return numerics::Scaled::fromLog(1, scale);
    return numerics::Scaled::fromLog(
        1, scale + ((layers + 1) * std::log(layers + 1.0) - layers * std::log(layers)) / 2);
}

std::optional<LinearLaw> largestOfLinear(const model::Scenario& scenario)
{
    const network::Initializer* rule = findKind(network::initializersRegistry(), scenario.initializer);
    if (!rule || !rule->weightVariance || (!rule->normalWeights && !rule->orthogonal) || scenario.gain == 0)
        return std::nullopt;
    if (scenario.inputs != scenario.width || scenario.outputs != scenario.width || scenario.width < 2)
        return std::nullopt;
    if (network::hiddenLayersDiffer(scenario) || (rule->normalWeights && !network::tiedLayers(scenario).empty()))
        return std::nullopt;
    const network::NetworkStructure structure = network::structureOf(scenario);
    for (int layer = 1; layer <= structure.depth(); ++layer) {
        const network::LayerPlan& plan = structure.plan(layer);
        if (!isIdentity(*plan.activation) || !plan.plain)
            return std::nullopt;
    }
    return LinearLaw{scenario.gain * std::sqrt(rule->weightVariance(scenario.width, scenario.width)), rule->orthogonal};
}

} // namespace deltascope::jacobian
