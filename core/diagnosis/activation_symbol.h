// SPDX-License-Identifier: GPL-3.0-or-later
// What an activation is called in formulas and sentences: σ where it is the logistic function, else f.
#pragma once

#include "model/scenario.h"
#include "network/activations/activation.h"

#include <string>

namespace deltascope::diagnosis {

/// "σ" of "σ(z) = …"; "f" where the formula does not begin so.
std::string symbolOf(const activations::Activation& activation);

/// The symbol of this layer's activation.
std::string symbolOf(const model::Scenario& scenario, int layer);

/// The symbol of all layers' activation; "f" where one of them has another.
std::string sharedSymbol(const model::Scenario& scenario);

} // namespace deltascope::diagnosis
