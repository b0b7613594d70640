// SPDX-License-Identifier: GPL-3.0-or-later
// The law of finite width beside the measured speeds.
#pragma once

#include "figures/parts/layer_panel.h"
#include "results/snapshot.h"

#include <vector>

namespace deltascope::parts {

/// Median and 5–95 % band of ‖δ^l‖ over networks of this width, a sentence about how far they are from mean field, and
/// where this network lies among them; or why there is no such law where there is a mean field.
void addFiniteWidth(
    LayerPanel& panel, const results::Snapshot& snapshot, const model::ViewState& view, std::vector<Message>& notes);

} // namespace deltascope::parts
