// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/draw/label_placer.h"
#include "render/draw/pixel_map.h"
#include "render/theme.h"

#include <QFont>

#include <vector>

class QPainter;

namespace deltascope::draw {

/// What an element is drawn with. `fast`: for a screen, where joins and caps of thick lines may be plain.
struct Canvas {
    QPainter& painter;
    const render::Theme& theme;
    PixelMap map;
    LabelPlacer& labels;
    QFont font;
    bool fast = false;
    LabelPlacer* beside = nullptr; ///< where guides are named instead, right of the panel; null: inside it
    std::vector<double> levels; ///< of the panel's horizontal guides, in pixels: each is named at its own

    double penWidth(figures::Role role) const { return theme.style(role).penWidth * theme.scale; }
    double markerSize() const { return 6.5 * theme.scale; }
};

// The fixed vocabulary of core/figures/figure.h: one function for each kind of element.
void drawElement(Canvas& canvas, const figures::Line& line);
void drawElement(Canvas& canvas, const figures::Points& points);
void drawElement(Canvas& canvas, const figures::Bars& bars);
void drawElement(Canvas& canvas, const figures::Band& band);
void drawElement(Canvas& canvas, const figures::Region& region);
void drawElement(Canvas& canvas, const figures::Guide& guide);
void drawElement(Canvas& canvas, const figures::Label& label);
void drawElement(Canvas& canvas, const figures::Graph& graph);
void drawElement(Canvas& canvas, const figures::Ridges& ridges);
void drawElement(Canvas& canvas, const figures::ColourMap& map);

} // namespace deltascope::draw
