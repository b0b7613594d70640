// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/theme.h"

#include <QRectF>

class QPainter;

namespace deltascope::draw {

/// Fills a rectangle with the fill of a role and its pattern, the second cue beside colour. The pattern is drawn as
/// lines: Qt's pattern brushes have device pixels, which vanish in print. `scale` of the theme.
void fillArea(
    QPainter& painter, const QRectF& rect, const render::RoleStyle& style, const QColor& background, double scale);

} // namespace deltascope::draw
