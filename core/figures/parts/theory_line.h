// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field theory beside the measured speeds.
#pragma once

#include "figures/parts/layer_panel.h"
#include "results/snapshot.h"

#include <vector>

namespace deltascope::parts {

/// The predicted rms speeds, dashed, beside the measured rms where the panel shows another average; a sentence about
/// how far they are apart, or about why a random network has no prediction.
void addTheory(
    LayerPanel& panel, const results::Snapshot& snapshot, const model::ViewState& view, std::vector<Message>& notes);

} // namespace deltascope::parts
