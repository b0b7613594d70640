// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

namespace deltascope {

/// Three layers of five on random inputs, each example with a target of its own.
inline model::Scenario wideTraining()
{
    model::Scenario scenario;
    scenario.depth = 4;
    scenario.width = 5;
    scenario.inputs = 5;
    scenario.outputs = 3;
    scenario.activation = "tanh";
    scenario.initializer = "glorot_uniform";
    scenario.data = "gaussian";
    scenario.meanSquare = 0.5;
    scenario.examples = 70;
    scenario.epochs = 3;
    return scenario;
}

} // namespace deltascope
