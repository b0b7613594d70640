// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/theme.h"

#include <QPointF>

class QPainter;

namespace deltascope {

/// The mark of a role around a point, `size` pixels wide; nothing for "none". Open marks are filled with the
/// background, so that a curve does not run through them.
void drawMarker(QPainter& painter, const RoleStyle& style, const QColor& background, QPointF centre, double size);

} // namespace deltascope
