// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/draw/pixel_map.h"
#include "render/plot/panel_layers.h"

#include <vector>

namespace deltascope::plot {

/// The curves of a panel that can be named at an end, or else along their way: off all curves, bars and marks and apart
/// from each other, those of pins last. What is not among them needs the legend. `map`: with the panel's inside.
std::vector<CurveName> placeCurveNames(const PanelContent& content, const draw::PixelMap& map);
/// In the colours of the curves.
void drawCurveNames(QPainter& painter, const PanelContent& content, const std::vector<CurveName>& names);

} // namespace deltascope::plot
