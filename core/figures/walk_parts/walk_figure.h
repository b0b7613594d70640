// SPDX-License-Identifier: GPL-3.0-or-later
// A walk in the drawing of a network: what it has reached, where it stands, and under it the bars that grow or shrink.
#pragma once

#include "figures/figure.h"
#include "figures/network_parts/network_drawing.h"
#include "figures/walk_parts/walk_sentences.h"

namespace deltascope::walk_parts {

/// The stage at which the view's walk stands in this drawing, the nearest one that there is.
At standing(
    const network_parts::NetworkDrawing& drawing, const model::Question& question, const model::ViewState& view);

/// Marks neurons and links: those of the stage, and on the way back colours those alone that the gradient has reached.
void markReached(network_parts::NetworkDrawing& drawing, const At& at);

/// Bars over the columns of the drawing, up to the stage, on an axis that is the same at all stages of the pass.
figures::Panel barsOf(const network_parts::NetworkDrawing& drawing, const At& at, std::vector<Message>& notes);

} // namespace deltascope::walk_parts
