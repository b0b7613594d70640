// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/plot/panel_layers.h"

namespace deltascope::plot {

/// How much of the axes a panel of this size has room for.
struct AxisRoom {
    bool titles = true;
    bool labels = true;
    bool below = true; ///< for the title of the horizontal axis under its tick labels
    bool tight = false; ///< what stands around the axes stands close
};

/// Pens, fonts, colours and margins of a panel's axes; hides all four where the panel is a drawing.
void styleAxes(
    QCPAxisRect& rect, const figures::Panel& panel, const render::Theme& theme, const QFont& font, AxisRoom room);
/// Pixels that the colour bar takes right of a panel `height` pixels high; 0 where it has none.
double colourBarRoom(const figures::Panel& panel, const QFont& font, double height);
void widenRightMargin(QCPAxisRect& rect, double pixels, int least);
/// Pixels by which the last label of a horizontal axis reaches beyond its end: one that is cut is not drawn at all.
double labelOverhang(const QCPAxis& axis, const GivenTicks& ticker, double pixels);
/// Ticks for an axis `pixels` long; returns its title with what the ticks leave to it, empty where there is no room.
QString setTicks(QCPAxis& axis, GivenTicks& ticker, const figures::Axis& meaning, double pixels, AxisRoom room);
/// Takes away the labels of a horizontal axis that end after `most` pixels from its start; false, and nothing taken,
/// where fewer than two would be left of several.
bool endLabelsBefore(const QCPAxis& axis, GivenTicks& ticker, double pixels, double most);
/// Pixels that the names of the horizontal guides take beside the panel; 0 where they stand inside it: bars leave them
/// no free place.
double namesBeside(const figures::Panel& panel, const QFont& font, double widest);

} // namespace deltascope::plot
