// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field theory beside the measured speeds.
#pragma once

#include "figures/parts/layer_panel.h"
#include "snapshot.h"

#include <vector>

namespace deltascope {

/// The predicted rms speeds, dashed, beside the measured rms where the panel shows another average; a sentence about
/// how far they are apart, or about why a random network has no prediction.
void addTheory(LayerPanel& panel, const Snapshot& snapshot, const ViewState& view, std::vector<Message>& notes);

} // namespace deltascope
