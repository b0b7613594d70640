// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/draw/pixel_map.h"
#include "render/plot/panel_layers.h"

#include <vector>

namespace deltascope::plot {

/// Titles that stand in the panel, for there is no room elsewhere.
struct InnerTitles {
    QString title; ///< of the panel
    QString y; ///< of the vertical axis, at its upper end
    QString x; ///< of the horizontal axis, over its end
};

/// The curves and areas of a panel that can be named at an end, or else along their way: off all curves, bars and marks
/// and apart from each other, those of pins last; before them the titles. What is not among them needs the legend.
/// `map`: with the panel's inside. What `before` has stays where it was beside its curve, if that is free.
std::vector<CurveName> placeCurveNames(const PanelContent& content, const draw::PixelMap& map,
    const InnerTitles& titles, const std::vector<CurveName>& before);
/// In the colours of the curves.
void drawCurveNames(QPainter& painter, const PanelContent& content, const std::vector<CurveName>& names);

} // namespace deltascope::plot
