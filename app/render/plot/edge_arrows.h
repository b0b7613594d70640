// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/draw/canvas.h"

#include <cstddef>
#include <functional>

namespace deltascope::plot {

/// Where a series lies as a whole outside the panel's limits, on one side of them: an arrow at that edge, in its
/// colour, with the value of it that is nearest. So limits that were chosen before never leave a panel empty without a
/// word.
void drawEdgeArrows(
    draw::Canvas& canvas, const figures::Panel& panel, const std::function<bool(std::size_t)>& isHidden);

} // namespace deltascope::plot
