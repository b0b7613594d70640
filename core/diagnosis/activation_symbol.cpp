// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/activation_symbol.h"

#include "base/registry.h"

#include <cassert>

namespace deltascope::diagnosis {

std::string symbolOf(const activations::Activation& activation)
{
    const std::string_view formula = activation.formula;
    const std::size_t end = formula.find("(z)");
    return end == std::string_view::npos || end == 0 ? "f" : std::string(formula.substr(0, end));
}

std::string symbolOf(const model::Scenario& scenario, int layer)
{
    const std::string& id = layer == scenario.depth ? scenario.outputActivation : scenario.activation;
    const activations::Activation* activation = findKind(activations::activationsRegistry(), id);
    assert(activation != nullptr);
    return symbolOf(*activation);
}

std::string sharedSymbol(const model::Scenario& scenario)
{
    const bool shared = scenario.depth == 1 || scenario.activation == scenario.outputActivation;
    return shared ? symbolOf(scenario, scenario.depth) : "f";
}

} // namespace deltascope::diagnosis
