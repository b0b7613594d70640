// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/activation_symbol.h"

#include "network/structure.h"

#include <algorithm>

namespace deltascope::diagnosis {

std::string symbolOf(const activations::Activation& activation)
{
    const std::string_view formula = activation.formula;
    const std::size_t end = formula.find("(z) = "); // "σ(z) = 1/(1 + e⁻ᶻ)"; a typed one is no name
    return end == std::string_view::npos || end == 0 ? "f" : std::string(formula.substr(0, end));
}

std::string symbolOf(const model::Scenario& scenario, int layer)
{
    const activations::Chosen f = network::activationOf(scenario, layer);
    return symbolOf(*f);
}

std::string sharedSymbol(const model::Scenario& scenario)
{
    const activations::Chosen output = network::activationOf(scenario, scenario.depth);
    const bool shared = std::ranges::all_of(network::layerGroups(scenario),
        [&output](const network::LayerGroup& group) { return group.shape.activation == output; });
    return shared ? symbolOf(*output) : "f";
}

} // namespace deltascope::diagnosis
