// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace deltascope {

/// The pointer there, no button pressed, before this returns. QTest::mouseMove moves the window system's own pointer
/// where no button is held, and what an X server says of it arrives later on a busy machine.
inline void hover(QWidget& widget, QPoint place)
{
    QMouseEvent move(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&widget, &move);
}

} // namespace deltascope
