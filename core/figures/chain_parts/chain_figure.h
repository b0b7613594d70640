// SPDX-License-Identifier: GPL-3.0-or-later
// A figure over the layers of a chain whose factors are numbers; a wide network has matrices there, and gets the steps
// of ‖δ‖ in their place.
#pragma once

#include "figures/figure.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/layer_panel.h"
#include "model/question.h"
#include "results/snapshot.h"

#include <string>

namespace deltascope::chain_parts {

/// What one such figure draws into its only panel.
struct ChainFigure {
    const char* pinIsWide; ///< the note on a pin %1 that is no chain
    void (*addPin)(parts::LayerPanel& panel, const parts::DrawnPin& pin);
    void (*draw)(figures::Figure& figure, parts::LayerPanel& panel, const results::Snapshot& snapshot,
        const model::Question& question);
    Message (*drawWide)(
        parts::LayerPanel& panel, const evaluation::Evaluation& evaluation, int selected); ///< returns the caption
};

/// The pins, then the network, into `figure`; a caption that says so while it is being computed.
figures::Figure chainFigure(figures::Figure figure, parts::LayerPanel panel, const ChainFigure& parts,
    const results::Snapshot& snapshot, const model::Question& question);

} // namespace deltascope::chain_parts
