// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/walk.h"

#include <string>
#include <vector>

namespace deltascope::model {

/// Axis limits chosen by hand (zoom or pan) for one panel of one figure; a figure without an entry fits its data.
struct ViewRange {
    std::string figure;
    int panel = 0;
    double xLower = 0, xUpper = 1;
    double yLower = 0, yUpper = 1;
    bool operator==(const ViewRange&) const = default;
};

/// How what was computed is shown; saved with a document, never undone. Each member has one row in `viewParameters()`.
struct ViewState {
    std::vector<std::string> figures{"derivative_curve", "factors", "learning_speed", "window_width"};
    std::string speed = "both"; ///< learning speeds drawn: both, bias, weight
    std::string average = "norm_of_mean"; ///< of δ over a batch: norm_of_mean, mean_of_norms, rms
    std::string compare = "cost"; ///< drawn of trainings side by side: cost, accuracy, first_speed
    std::string gradient = "log"; ///< drawn of the spread of δ by layer: log (of |δ|), signed
    std::vector<ViewRange> ranges;
    std::string arithmetic =
        "computed"; ///< of float formats: computed (every operation rounded), rounded (the exact result, once)
    std::string network = "unfolded"; ///< how a recurrent network is drawn: unfolded (a step beside the other), folded
    int smooth = 0; ///< of courses of a training: the width of a moving mean, in epochs; 0: as they were recorded
    Walk walk; ///< the stage at which a walk through the drawing of the network stands
    bool operator==(const ViewState&) const = default;
};

/// The hand-chosen limits of this panel, or nullptr where it fits its data.
const ViewRange* viewRange(const ViewState& view, const std::string& figure, int panel);

} // namespace deltascope::model
