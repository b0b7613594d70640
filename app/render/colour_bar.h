// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "render/theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace deltascope {

/// The colour of a log10 value between lower and upper; beyond them that of the nearer end.
QColor mapColour(const Theme& theme, double log10, double lower, double upper);

/// Pixels that the colour bar of a drawing takes at its right side; 0 where nothing is coloured.
double colourBarWidth(const Graph& graph, const QFont& font, double height);
/// The bar with its decades and its title, at the left edge of `area`.
void drawColourBar(QPainter& painter, const Theme& theme, const QFont& font, const Graph& graph, const QRectF& area);

} // namespace deltascope
