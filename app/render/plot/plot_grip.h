// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand can take hold of in a drawn figure.
#pragma once

#include "render/plot/figure_renderer.h"

#include <QPointF>

#include <optional>

namespace deltascope::plot {

/// The grip (figures::Grip) of the mark, neuron or link under this pixel: the nearest, of several at one place what is
/// drawn last. `scale`: of the theme, by which marks grow.
std::optional<figures::Grip> gripUnder(const FigureRenderer& drawn, QPointF pixel, double scale);

} // namespace deltascope::plot
