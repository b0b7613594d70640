// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/control_style.h"

#include "render/theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace deltascope::widgets {

namespace {

bool isTitleButton(const QWidget* widget)
{
    return widget && widget->inherits("QDockWidgetTitleButton");
}

/// A cross to close, two windows to take out.
void drawTitleMark(QPainter& painter, const QRectF& rect, bool close)
{
    const double size = rect.width();
    if (close) {
        painter.drawLine(rect.topLeft(), rect.bottomRight());
        painter.drawLine(rect.bottomLeft(), rect.topRight());
        return;
    }
    painter.drawRect(QRectF(rect.left(), rect.top() + size / 3, 2 * size / 3, 2 * size / 3));
    painter.drawPolyline(QPolygonF{{rect.left() + size / 3, rect.top() + size / 3},
        {rect.left() + size / 3, rect.top()}, {rect.right(), rect.top()}, {rect.right(), rect.bottom() - size / 3},
        {rect.right() - size / 3, rect.bottom() - size / 3}});
}

} // namespace

ControlStyle::ControlStyle()
    : QProxyStyle(QApplication::style()->name())
    , m_fusion(QApplication::style()->name() == QLatin1String("fusion"))
{
}

void ControlStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox, radio = element == PE_IndicatorRadioButton;
    if (!m_fusion || (!box && !radio) || option->state & State_HasFocus)
        return;
    const QPalette& palette = option->palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(render::mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.6));
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (box)
        painter->drawRect(frame);
    else
        painter->drawEllipse(frame.adjusted(0.5, 0.5, -0.5, -0.5));
    painter->restore();
}

void ControlStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element != CE_DockWidgetTitle || !widget) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setFont(widget->font()); // a dock keeps the font that the program began with
    QProxyStyle::drawControl(element, option, painter, widget);
    painter->restore();
}

void ControlStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (!m_fusion || control != CC_ToolButton || !isTitleButton(widget))
        return;
    const double size = 0.6 * std::min(option->rect.width(), option->rect.height());
    QRectF mark(0, 0, size, size);
    mark.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(option->palette.color(QPalette::WindowText), std::max(1.0, size / 9)));
    drawTitleMark(*painter, mark, widget->objectName().endsWith(QLatin1String("closebutton")));
    painter->restore();
}

/// Of a title's buttons only the room: what they show follows the theme and the type.
QIcon ControlStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    if (!m_fusion || !qobject_cast<const QDockWidget*>(widget))
        return QProxyStyle::standardIcon(which, option, widget);
    QIcon room;
    for (const int size : {16, 32, 64}) {
        QPixmap blank(size, size);
        blank.fill(Qt::transparent);
        room.addPixmap(blank);
    }
    return room;
}

QSize pictureInMenu(const QMenu& menu)
{
    const int line = menu.fontMetrics().height();
    return {4 * line, 5 * line / 2};
}

/// A row of a menu is as high as its picture.
QSize ControlStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize room = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto* menu = qobject_cast<const QMenu*>(widget);
    if (menu && type == CT_MenuItem && menu->property(kPicturesInMenu).toBool())
        room.setHeight(std::max(room.height(), pictureInMenu(*menu).height() + 4));
    return room;
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    if (const auto* menu = qobject_cast<const QMenu*>(widget);
        menu && metric == PM_SmallIconSize && menu->property(kPicturesInMenu).toBool())
        return pictureInMenu(*menu).width();
    if (m_fusion && metric == PM_SmallIconSize && isTitleButton(widget))
        return qRound(0.95 * widget->fontMetrics().height());
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace deltascope::widgets

#include "moc_control_style.cpp"
