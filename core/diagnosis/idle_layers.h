// SPDX-License-Identifier: GPL-3.0-or-later
// Layers, or parameters of layers, that do not learn.
#pragma once

#include "evaluation/evaluation.h"
#include "model/scenario.h"

#include <vector>

namespace deltascope::diagnosis {

bool learns(const evaluation::LayerEvaluation& layer);

/// The last of the layers from 1 on that do not learn at all; 0 where layer 1 learns.
int lastDeadLayer(const evaluation::Evaluation& evaluation);

/// True where f′ is exactly 0 in every neuron and example.
bool hasNoSlope(const evaluation::LayerEvaluation& layer);

/// Why nothing passes back to the layers 1 … dead.
Message whyDead(const model::Scenario& scenario, const evaluation::Evaluation& evaluation, int dead);

/// Layers that do not learn behind others that do, and layers whose biases do not learn though their weights do.
std::vector<Message> idleLayers(const model::Scenario& scenario, const evaluation::Evaluation& evaluation);

/// The first layer whose weights do not learn though its biases do, and why; empty where there is none.
Message idleWeight(const model::Scenario& scenario, const evaluation::Evaluation& evaluation);

/// That the neurons of hidden layers start alike and so never differ, whatever they learn; empty where they do.
Message alikeNeurons(const model::Scenario& scenario);

} // namespace deltascope::diagnosis
