// SPDX-License-Identifier: GPL-3.0-or-later
// The ranges of a figure's axes in a view.
#pragma once

#include "figures/figure.h"
#include "model/view_state.h"

#include <string>
#include <vector>

namespace deltascope::views {

model::ViewState withoutRanges(model::ViewState view, const std::string& figure);
/// In place of those that it has of this figure.
model::ViewState withRanges(
    model::ViewState view, const std::string& figure, const std::vector<model::ViewRange>& ranges);
/// The ranges that the figure fits now, as if chosen by hand.
std::vector<model::ViewRange> rangesOf(const figures::Figure& figure);
/// What it shows was computed for its range.
bool isRanged(const figures::Figure& figure);

} // namespace deltascope::views
