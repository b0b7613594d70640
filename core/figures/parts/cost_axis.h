// SPDX-License-Identifier: GPL-3.0-or-later
// How the costs of trainings are drawn: by their log10, or as they are where one of them lies below 0, which only those
// of targets outside 0 … 1 do (Loss::negative; such trainings were saved before these targets were refused).
#pragma once

#include "figures/parts/course_panel.h"

namespace deltascope::parts {

/// Of the scenario's training and those of the pins, so that all share one axis.
figures::AxisScale costScale(const results::Snapshot& snapshot);

/// Nothing where the scale has no place for it.
std::optional<double> onScale(const numerics::Scaled& cost, figures::AxisScale scale);

/// Why the axis is no logarithm, and where the training's line has gaps.
void noteCostScale(const results::Snapshot& snapshot, figures::AxisScale scale, std::vector<Message>& notes);

} // namespace deltascope::parts
