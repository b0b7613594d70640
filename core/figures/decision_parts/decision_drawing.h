// SPDX-License-Identifier: GPL-3.0-or-later
// A network's answers over its inputs as a panel, in the units of the user's own columns where there are such.
#pragma once

#include "data/dataset.h"
#include "evaluation/decision.h"
#include "figures/figure.h"
#include "model/scenario.h"

#include <vector>

namespace deltascope::decision_parts {

/// Of an axis: what the network is given or gives, in the units that people read.
struct OwnUnits {
    Message title;
    double offset = 0, factor = 1; ///< factor > 0

    double own(double value) const { return offset + factor * value; }
};

/// What the drawing is of. Refers to its arguments.
struct Drawing {
    const evaluation::Decision& decision;
    const data::Dataset& data;
    const model::Scenario& scenario;
    std::vector<OwnUnits> inputs; ///< of each of them
    OwnUnits target; ///< of the outputs; of classes their own
    std::vector<Message> classes; ///< their names; of no classes those of the outputs

    Drawing(const evaluation::Decision& decision, const data::Dataset& data, const model::Scenario& scenario);

    bool plane() const { return scenario.inputs > 1; }
    /// The classes are outputs of their own.
    bool byLargest() const { return decision.outputs > 1 && decision.classes; }
};

/// The plane of two inputs; `notes`: what could not be drawn.
figures::Panel planeOf(const Drawing& drawing, std::vector<Message>& notes);
/// The curve over one input.
figures::Panel lineOf(const Drawing& drawing, std::vector<Message>& notes);

} // namespace deltascope::decision_parts
