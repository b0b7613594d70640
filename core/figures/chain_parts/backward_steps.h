// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a wide network where a chain has its factors: by how much δ grows or shrinks from layer to layer on
// its way back, as the root of its mean square over neurons' norms and examples.
#pragma once

#include "evaluation/evaluation.h"
#include "figures/parts/layer_panel.h"

namespace deltascope::chain_parts {

/// ‖δˡ‖/‖δˡ⁺¹‖ of every layer but the last, with a line at 1. Returns the caption.
Message addBackwardSteps(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, int selected);

/// ‖δˡ‖/‖δᴸ‖ of every layer, with a line at 1. Returns the caption.
Message addBackwardProduct(parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, int selected);

} // namespace deltascope::chain_parts
