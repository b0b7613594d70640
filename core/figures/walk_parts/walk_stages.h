// SPDX-License-Identifier: GPL-3.0-or-later
// The stages of a walk through the drawing of a network: forward layer by layer, the cost, backward over neurons and
// links in turn, the update. core/maths.md 1.21.
#pragma once

#include "model/scenario.h"
#include "model/walk.h"

#include <span>
#include <vector>

namespace deltascope::walk_parts {

/// The layers that are drawn, ascending from 0; layers are left out between two that are not neighbours.
std::vector<int> walkedLayers(const model::Scenario& scenario, int selected);

/// All stages, in their order. In a chain the way back stops at each link and each neuron, in a wide network, whose
/// links are matrices, at each layer. Layers that are not drawn are passed in one stage.
std::vector<model::Walk> walkStages(const model::Scenario& scenario, int selected);

/// The place of a stage among them; of one that is not among them that of the nearest layer of its pass. −1: none.
int placeOf(std::span<const model::Walk> stages, const model::Walk& walk);

/// Where the way back begins and where it ends.
model::Walk firstBackward(std::span<const model::Walk> stages);
model::Walk lastBackward(std::span<const model::Walk> stages);

} // namespace deltascope::walk_parts
