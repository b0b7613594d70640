// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/label_placer.h"
#include "render/pixel_map.h"
#include "render/theme.h"

#include <QFont>

#include <vector>

class QPainter;

namespace deltascope {

/// What an element is drawn with. `fast`: for a screen, where joins and caps of thick lines may be plain.
struct Canvas {
    QPainter& painter;
    const Theme& theme;
    PixelMap map;
    LabelPlacer& labels;
    QFont font;
    bool fast = false;
    LabelPlacer* beside = nullptr; ///< where guides are named instead, right of the panel; null: inside it
    std::vector<double> levels; ///< of the panel's horizontal guides, in pixels: each is named at its own

    double penWidth(Role role) const { return theme.style(role).penWidth * theme.scale; }
    double markerSize() const { return 6.5 * theme.scale; }
};

// The fixed vocabulary of core/figures/figure.h: one function for each kind of element.
void drawElement(Canvas& canvas, const Line& line);
void drawElement(Canvas& canvas, const Points& points);
void drawElement(Canvas& canvas, const Bars& bars);
void drawElement(Canvas& canvas, const Band& band);
void drawElement(Canvas& canvas, const Region& region);
void drawElement(Canvas& canvas, const Guide& guide);
void drawElement(Canvas& canvas, const Label& label);
void drawElement(Canvas& canvas, const Graph& graph);
void drawElement(Canvas& canvas, const Ridges& ridges);
void drawElement(Canvas& canvas, const ColourMap& map);

} // namespace deltascope
