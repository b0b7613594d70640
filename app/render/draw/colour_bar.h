// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/theme.h"

#include <QFont>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace deltascope::draw {

/// What the colours of a drawing or a map mean. Points into the element it was taken from.
struct ColourScale {
    const Message* title = nullptr;
    double lower = 0, upper = 1; ///< of log10 where `scale` is decades
    figures::AxisScale scale = figures::AxisScale::decades;
    bool diverging = false;
    bool anchored = false; ///< counts from one size, at 0: that and both ends are named, and nothing between
};

/// Empty where the element has no colours to explain.
std::optional<ColourScale> colourScaleOf(const figures::Element& element);

/// The colour of a value between lower and upper; beyond them that of the nearer end. Precondition: some colours.
QColor mapColour(const std::vector<QColor>& colours, double value, double lower, double upper);

/// Of a class, the paler the smaller the share, 0 … 1.
QColor classColour(const render::Theme& theme, int number, double share);

/// True where its title is too long to stand at the bar: then it is the title of the panel.
bool isTitledAbove(const ColourScale& scale, const QFont& font);
/// Pixels that the colour bar takes right of a panel `height` pixels high; 0 where it has no room.
double colourBarWidth(const ColourScale& scale, const QFont& font, double height);
/// The bar with its numbers and its title, at the left edge of `area`.
void drawColourBar(
    QPainter& painter, const render::Theme& theme, const QFont& font, const ColourScale& scale, const QRectF& area);

} // namespace deltascope::draw
