// SPDX-License-Identifier: GPL-3.0-or-later
#include "activation_symbol.h"

#include "registry.h"

#include <cassert>

namespace deltascope {

std::string symbolOf(const Activation& activation)
{
    const std::string_view formula = activation.formula;
    const std::size_t end = formula.find("(z)");
    return end == std::string_view::npos || end == 0 ? "f" : std::string(formula.substr(0, end));
}

std::string symbolOf(const Scenario& scenario, int layer)
{
    const std::string& id = layer == scenario.depth ? scenario.outputActivation : scenario.activation;
    const Activation* activation = findKind(activationsRegistry(), id);
    assert(activation != nullptr);
    return symbolOf(*activation);
}

std::string sharedSymbol(const Scenario& scenario)
{
    const bool shared = scenario.depth == 1 || scenario.activation == scenario.outputActivation;
    return shared ? symbolOf(scenario, scenario.depth) : "f";
}

} // namespace deltascope
