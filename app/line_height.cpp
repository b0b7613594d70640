// SPDX-License-Identifier: GPL-3.0-or-later
#include "line_height.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace deltascope {

LineHeight::LineHeight(QWidget& panel)
    : QObject(&panel)
    , m_panel(panel)
{
    panel.installEventFilter(this);
    panel.parentWidget()->installEventFilter(this);
    follow();
}

bool LineHeight::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || (watched == &m_panel && event->type() == QEvent::Resize))
        follow();
    return QObject::eventFilter(watched, event);
}

void LineHeight::follow()
{
    const int wanted = m_panel.sizeHint().height();
    const int most = std::max(m_panel.minimumSizeHint().height(), m_panel.window()->height() / 4);
    const int present = m_panel.minimumHeight();
    const bool shrinks = wanted < present && 5 * wanted > 3 * present;
    const int height = std::min(shrinks ? present : wanted, most);
    if (height != present)
        m_panel.setFixedHeight(height);
}

} // namespace deltascope
