// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/map.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace deltascope::model {

/// What is asked of a scenario: beside it an input of what is computed. Saved with a document; of it the map and
/// the checked weight, which take thought, have undo steps. Each member has one row in `questionParameters()`.
struct Question {
    double k = 1; ///< K of the explosion set {a₀ : |∏ factor| ≥ K}
    int layer = 0; ///< the selected one, among those that are looked at closely; 0 is none
    int seeds = 200; ///< N of the bands over seeds
    std::int64_t step = 0; ///< of training: figures of the network stand there, courses end there; 0: start, end
    std::optional<Map> map = {}; ///< a measure over one or two parameters, of the scenario's start values
    /// One input of a network of two, in place of the examples: figures look at that; empty: at the examples. One that
    /// does not fit the network is kept and idle.
    std::vector<double> point = {};
    /// Of the gradient that is checked, in the selected layer: the neuron, 0 the one with the largest gradient, and the
    /// neuron before it, 0 the bias. What the layer does not have is kept and idle.
    int checkedRow = 0, checkedColumn = 1;
    bool operator==(const Question&) const = default;
};

/// The same question of a pinned scenario, which is shown at its start.
Question questionOfPin(const Question& question, int depth);

} // namespace deltascope::model
