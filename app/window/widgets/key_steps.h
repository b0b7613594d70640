// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

#include <optional>

namespace deltascope::widgets {

/// How many steps this key asks for, up or down: an arrow key one, PageUp and PageDown ten, with Shift a tenth of it.
inline std::optional<double> verticalSteps(const QKeyEvent& event)
{
    const double scale = event.modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 1;
    switch (event.key()) {
    case Qt::Key_Up:
        return scale;
    case Qt::Key_Down:
        return -scale;
    case Qt::Key_PageUp:
        return 10 * scale;
    case Qt::Key_PageDown:
        return -10 * scale;
    default:
        return std::nullopt;
    }
}

} // namespace deltascope::widgets
