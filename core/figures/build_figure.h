// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

namespace deltascope::figures {

/// The figure as the window, every export and the command line show it: where it is of a network in the midst of a
/// training, a note says when.
Figure buildFigure(const FigureKind& kind, const results::Snapshot& snapshot, const model::Question& question,
    const model::ViewState& view);

} // namespace deltascope::figures
