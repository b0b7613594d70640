// SPDX-License-Identifier: GPL-3.0-or-later
// A figure over the layers of a chain whose factors are numbers; a wide network has matrices there, and gets the steps
// of ‖δ‖ in their place.
#pragma once

#include "figures/figure.h"
#include "figures/parts/ghosts.h"
#include "figures/parts/layer_panel.h"
#include "snapshot.h"
#include "view_state.h"

#include <string>

namespace deltascope {

/// What one such figure draws into its only panel.
struct ChainFigure {
    const char* pinIsWide; ///< the note on a pin %1 that is no chain
    void (*addPin)(LayerPanel& panel, const Ghost& pin);
    void (*draw)(Figure& figure, LayerPanel& panel, const Snapshot& snapshot, const ViewState& view);
    Message (*drawWide)(LayerPanel& panel, const Evaluation& evaluation, int selected); ///< returns the caption
};

/// The pins, then the network, into `figure`; a caption that says so while it is being computed.
Figure chainFigure(
    Figure figure, LayerPanel panel, const ChainFigure& parts, const Snapshot& snapshot, const ViewState& view);

} // namespace deltascope
