// SPDX-License-Identifier: GPL-3.0-or-later
// Targets that no output can equal, whatever the weights: 2 for a logistic neuron, −1 for a ReLU, what does not sum to
// 1 for a softmax. The least cost is then above 0: inf C = mean over the examples of inf over z^L of C(z^L, y).
// core/maths.md 1.14.
#pragma once

#include "base/message.h"
#include "data/dataset.h"

namespace deltascope::evaluation {

/// The least cost that any weights could give these examples, each taken alone: 0 where outputs can equal the targets.
double leastCost(const model::Scenario& scenario, const data::Dataset& data);

/// That the outputs cannot equal the targets, or that the targets are no certainty, with the least cost; empty where
/// the cost can come as near to 0 as one likes. One sentence.
Message unreachableTarget(const model::Scenario& scenario, const data::Dataset& data);

/// What to do about it, where the target is a number of a table of the user's; else empty.
Message reachRemedy(const model::Scenario& scenario);

} // namespace deltascope::evaluation
