// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/draw/canvas.h"

namespace deltascope::draw {

/// How large a neuron is drawn, in pixels: as large as the links leave room for.
double nodeRadius(const figures::Graph& graph, const PixelMap& map, double scale);

} // namespace deltascope::draw
