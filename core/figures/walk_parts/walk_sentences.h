// SPDX-License-Identifier: GPL-3.0-or-later
// What a stage of a walk does, with its formula and its numbers.
#pragma once

#include "model/question.h"
#include "model/view_state.h"
#include "model/walk.h"
#include "results/snapshot.h"

#include <vector>

namespace deltascope::walk_parts {

/// A stage among the layers that are drawn.
struct At {
    const results::Snapshot& snapshot; ///< with its evaluation
    const model::Question& question;
    const model::ViewState& view;
    model::Walk stage;
    int before = 0; ///< the drawn layer before that of the stage; 0 is the input
    int after = 0; ///< the one after it; 0: none

    const evaluation::Evaluation& evaluation() const { return *snapshot.get<evaluation::Evaluation>(); }
    const evaluation::LayerEvaluation& layer() const { return evaluation().layer(stage.layer); }
};

/// The caption.
Message sentenceOf(const At& at);
/// The one number that is read from the last row.
Message largeNumber(const At& at);
/// What else is to be said of these numbers.
std::vector<Message> notesOf(const At& at);

} // namespace deltascope::walk_parts
