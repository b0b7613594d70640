// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel, touch and keyboard of the plot widget.
#include "render/plot/plot_grip.h"
#include "render/plot/plot_widget_private.h"
#include "render/plot/plot_zoom.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace deltascope::plot {

namespace {

constexpr double kWheelStep = 0.85; // one notch shows so much of the width before
constexpr double kSmallestBox = 6; // pixels: a smaller box is a slip of the hand
constexpr double kAskedStep = 0.5; // the same of axes whose every range is computed: half of the values stay

} // namespace

void PlotWidget::Private::read(QPointF pixel)
{
    readAt(nearestPoint(renderer, pixel));
}

void PlotWidget::Private::readAt(const std::optional<PlotPoint>& next)
{
    point = veil.isEmpty() ? next : std::nullopt; // a grey figure's values are not the present ones
    announce();
    widget.update();
}

void PlotWidget::Private::announce()
{
    const bool any = point && exists(renderer, *point);
    const QString text = any ? readoutText(renderer, *point) : QString();
    const int layer = any ? layerOf(renderer, *point) : 0;
    if (text != announcedText) {
        announcedText = text;
        emit widget.readout(text);
    }
    if (layer != announcedLayer) {
        announcedLayer = layer;
        emit widget.layerHovered(layer);
    }
}

void PlotWidget::Private::zoom(QPointF pixel, double xFactor, double yFactor)
{
    const int panel = renderer.panelAt(pixel);
    if (panel < 0)
        return;
    if (asks(panel)) {
        turned += std::log(xFactor == 1 ? yFactor : xFactor) / std::log(kWheelStep);
        const double notches = std::trunc(turned + std::copysign(1e-6, turned));
        if (notches == 0)
            return;
        turned -= notches;
        xFactor = xFactor == 1 ? 1 : std::pow(kAskedStep, notches);
        yFactor = yFactor == 1 ? 1 : std::pow(kAskedStep, notches);
    }
    choose(zoomed(renderer.range(panel), renderer.map(panel).data(pixel), xFactor, yFactor));
}

bool PlotWidget::Private::moves(int panel) const
{
    if (panel < 0 || panel >= static_cast<int>(renderer.figure().panels.size()))
        return false;
    const figures::Panel& shown = renderer.figure().panels[static_cast<std::size_t>(panel)];
    return !shown.x.moved.parameter.empty() || !shown.y.moved.parameter.empty();
}

bool PlotWidget::Private::asks(int panel) const
{
    if (!moves(panel))
        return false;
    const figures::Panel& shown = renderer.figure().panels[static_cast<std::size_t>(panel)];
    return shown.x.moved.ranged || shown.y.moved.ranged;
}

void PlotWidget::Private::beginMove(int panel)
{
    gesture = Gesture::move;
    emit widget.moveBegan(panel);
}

void PlotWidget::Private::moveTo(QPointF pixel)
{
    if (pressedPanel >= renderer.panelCount())
        return;
    const draw::PixelMap map = renderer.map(pressedPanel);
    if (map.rect.width() < 1 || map.rect.height() < 1)
        return;
    emit widget.movedTo(pressedPanel, map.data(pixel),
        {(map.xUpper - map.xLower) / map.rect.width(), (map.yUpper - map.yLower) / map.rect.height()});
}

void PlotWidget::Private::endMove()
{
    if (gesture != Gesture::move && gesture != Gesture::grip)
        return;
    gesture = Gesture::none;
    handText.clear();
    emit widget.moveEnded();
}

void PlotWidget::Private::gripTo(QPointF pixel)
{
    if (pressedPanel >= renderer.panelCount())
        return;
    const draw::PixelMap map = renderer.map(pressedPanel);
    if (map.rect.width() < 1 || map.rect.height() < 1)
        return;
    emit widget.grippedTo(pressedPanel, map.data(pixel),
        {(map.xUpper - map.xLower) / map.rect.width(), (map.yUpper - map.yLower) / map.rect.height()},
        pressed.y() - pixel.y());
}

bool PlotWidget::Private::moveToReading()
{
    if (!point || !exists(renderer, *point) || !moves(point->panel) || !veil.isEmpty()
        || layerOf(renderer, *point) > 0) // that is selected
        return false;
    const draw::PixelMap map = renderer.map(point->panel);
    const int panel = point->panel;
    const QPointF place = placeOf(renderer, *point);
    constexpr double kExact = 1e-12; // the value of the cell, not of the pixel
    const double x = asks(panel) ? kExact : 1 / std::max(1.0, map.rect.width());
    const double y = asks(panel) ? kExact : 1 / std::max(1.0, map.rect.height());
    beginMove(panel);
    emit widget.movedTo(panel, place, {(map.xUpper - map.xLower) * x, (map.yUpper - map.yLower) * y});
    endMove();
    return true;
}

bool PlotWidget::Private::clickReading()
{
    if (!point || !exists(renderer, *point) || !veil.isEmpty())
        return false;
    const figures::Panel& panel = renderer.figure().panels[static_cast<std::size_t>(point->panel)];
    const auto* map = std::get_if<figures::ColourMap>(&panel.elements[static_cast<std::size_t>(point->element)]);
    if (!map || !map->readCells)
        return false;
    const QPointF place = placeOf(renderer, *point);
    emit widget.placeClicked(place.x(), place.y());
    return true;
}

void PlotWidget::Private::updateCursor(QPointF pixel)
{
    const std::optional<figures::Grip> grip = gesture == Gesture::grip ? pressedGrip
        : gesture == Gesture::none && veil.isEmpty()                   ? gripUnder(renderer, pixel, theme.scale)
                                                                       : std::nullopt;
    if (gesture == Gesture::pan)
        widget.setCursor(Qt::ClosedHandCursor);
    else if (grip)
        widget.setCursor(grip->turned ? Qt::SizeVerCursor : Qt::SizeHorCursor);
    else if (renderer.legendEntryAt(pixel) || (gesture == Gesture::none && layerMarkUnder(renderer, pixel)))
        widget.setCursor(Qt::PointingHandCursor);
    else if (const int panel = renderer.panelAt(pixel); moves(panel)) {
        const figures::Panel& shown = renderer.figure().panels[static_cast<std::size_t>(panel)];
        const bool x = !shown.x.moved.parameter.empty(), y = !shown.y.moved.parameter.empty();
        widget.setCursor(x && y ? Qt::SizeAllCursor : x ? Qt::SizeHorCursor : Qt::SizeVerCursor);
    } else if (panel >= 0)
        widget.setCursor(Qt::CrossCursor);
    else
        widget.setCursor(Qt::ArrowCursor);
}

void PlotWidget::Private::finishBox()
{
    const QRectF box = QRectF(pressed, dragged).normalized();
    if (pressedPanel < 0 || box.width() < kSmallestBox || box.height() < kSmallestBox)
        return;
    const draw::PixelMap map = renderer.map(pressedPanel);
    const QRectF inside = box.intersected(map.rect);
    if (!inside.isEmpty())
        choose(boxed(renderer.range(pressedPanel), map.data(inside.topLeft()), map.data(inside.bottomRight())));
}

void PlotWidget::Private::finishClick(QPointF pixel)
{
    if (!veil.isEmpty())
        return;
    if (renderer.toggleLegendEntry(pixel)) {
        point.reset();
        announce();
        schedule();
        return;
    }
    if (const int panel = renderer.panelAt(pixel); panel >= 0) {
        const QPointF data = renderer.map(panel).data(pixel);
        emit widget.placeClicked(data.x(), data.y());
    }
    const std::optional<PlotPoint> mark = layerMarkUnder(renderer, pixel), clicked = mark ? mark : point;
    if (clicked && exists(renderer, *clicked)) {
        if (const int layer = layerOf(renderer, *clicked); layer > 0)
            emit widget.layerClicked(layer);
    }
}

void PlotWidget::mousePressEvent(QMouseEvent* event)
{
    Private& d = *m_d;
    d.pressed = d.dragged = event->position();
    d.pressedPanel = d.renderer.panelAt(d.pressed);
    if (d.pressedPanel >= 0)
        d.pressedRange = d.renderer.range(d.pressedPanel);
    d.gesture = event->button() == Qt::RightButton ? Private::Gesture::menu
        : event->button() == Qt::LeftButton        ? Private::Gesture::press
                                                   : Private::Gesture::none;
    const bool zooms = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    const std::optional<PlotPoint> mark = layerMarkUnder(d.renderer, d.pressed);
    d.pressedGrip = d.gesture == Private::Gesture::press && !zooms && d.veil.isEmpty()
        ? gripUnder(d.renderer, d.pressed, d.theme.scale)
        : std::nullopt;
    if (d.gesture == Private::Gesture::press && !zooms && d.veil.isEmpty() && !mark && d.moves(d.pressedPanel)) {
        d.beginMove(d.pressedPanel);
        d.moveTo(d.pressed);
    }
    if (mark)
        d.readAt(mark);
    else
        d.read(d.pressed); // a finger reads a value by pressing: nothing hovers there
    event->accept();
}

void PlotWidget::mouseMoveEvent(QMouseEvent* event)
{
    Private& d = *m_d;
    using Gesture = Private::Gesture;
    d.pointer = d.dragged = event->position();
    const bool moved = (d.dragged - d.pressed).manhattanLength() >= QApplication::startDragDistance();
    if (d.pressedPanel >= 0 && moved && d.gesture == Gesture::press && d.pressedGrip) {
        d.gesture = Gesture::grip;
        d.readAt(std::nullopt); // what the hand has stands beside it
        emit gripBegan(*d.pressedGrip);
    }
    if (d.pressedPanel >= 0 && moved && d.gesture == Gesture::press)
        d.gesture = event->modifiers() & Qt::ShiftModifier ? Gesture::box : Gesture::pan;
    if (d.pressedPanel >= 0 && moved && d.gesture == Gesture::menu)
        d.gesture = Gesture::box;
    if (d.gesture == Gesture::pan && d.pressedPanel < d.renderer.panelCount()) {
        draw::PixelMap map = d.renderer.map(d.pressedPanel);
        map.xLower = d.pressedRange.xLower;
        map.xUpper = d.pressedRange.xUpper;
        map.yLower = d.pressedRange.yLower;
        map.yUpper = d.pressedRange.yUpper;
        d.choose(panned(d.pressedRange, map.data(d.pressed) - map.data(d.dragged)));
    } else if (d.gesture == Gesture::move) {
        d.moveTo(d.dragged);
        d.read(d.dragged);
    } else if (d.gesture == Gesture::grip) {
        d.gripTo(d.dragged);
    } else if (d.gesture == Gesture::none || d.gesture == Gesture::press) {
        d.read(d.dragged);
    }
    d.updateCursor(d.dragged);
    update();
}

void PlotWidget::mouseReleaseEvent(QMouseEvent* event)
{
    Private& d = *m_d;
    d.endMove();
    const Private::Gesture finished = d.gesture;
    d.gesture = Private::Gesture::none;
    d.dragged = event->position();
    if (finished == Private::Gesture::box && d.pressedPanel < d.renderer.panelCount())
        d.finishBox();
    else if (finished == Private::Gesture::press)
        d.finishClick(d.dragged);
    else if (finished == Private::Gesture::menu)
        emit contextMenuWanted(event->globalPosition().toPoint());
    d.updateCursor(d.dragged);
    update();
}

void PlotWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_d->renderer.legendEntryAt(event->position()))
        mousePressEvent(event);
    else if (event->position().y() < m_d->taken.height)
        emit enlargeRequested();
    else
        m_d->fit();
}

void PlotWidget::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const double notches =
        (turned.y() != 0 ? turned.y() : turned.x()) / 120.0; // some systems turn it when Shift is held
    const double factor = std::pow(kWheelStep, std::clamp(notches, -10.0, 10.0));
    const bool xOnly = event->modifiers() & Qt::ControlModifier, yOnly = event->modifiers() & Qt::ShiftModifier;
    if (notches != 0)
        m_d->zoom(event->position(), yOnly ? 1 : factor, xOnly && !yOnly ? 1 : factor);
    event->accept();
}

void PlotWidget::leaveEvent(QEvent*)
{
    m_d->pointer.reset();
    m_d->readAt(std::nullopt);
}

bool PlotWidget::event(QEvent* event)
{
    if (event->type() == QEvent::Gesture) {
        auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
        if (pinch && pinch->changeFlags() & QPinchGesture::ScaleFactorChanged && pinch->scaleFactor() > 0) {
            m_d->endMove();
            m_d->gesture = Private::Gesture::none; // the first finger had begun to pan
            m_d->zoom(mapFromGlobal(pinch->centerPoint()), 1 / pinch->scaleFactor(), 1 / pinch->scaleFactor());
        }
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        auto* native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() == Qt::ZoomNativeGesture && native->value() > -1) {
            m_d->zoom(native->position(), 1 / (1 + native->value()), 1 / (1 + native->value()));
            return true;
        }
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        m_d->schedule();
    return QWidget::event(event);
}

bool PlotWidget::Private::moveReadout(int key)
{
    if (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    if (dirty)
        draw();
    if (!point || !exists(renderer, *point))
        readAt(startPoint(renderer, selectedLayer));
    else if (const int row = key == Qt::Key_Up ? 1
                 : key == Qt::Key_Down         ? -1
                                               : 0;
             const auto cell = neighbour(renderer, *point,
                 key == Qt::Key_Left        ? -1
                     : key == Qt::Key_Right ? 1
                                            : 0,
                 row))
        readAt(cell);
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        readAt(along(renderer, *point, key == Qt::Key_Right ? 1 : -1));
    else
        readAt(otherCurve(renderer, *point, key == Qt::Key_Down ? 1 : -1));
    return true;
}

bool PlotWidget::Private::zoomByKey(int key)
{
    const bool in = key == Qt::Key_Plus || key == Qt::Key_Equal, out = key == Qt::Key_Minus;
    if ((!in && !out) || renderer.panelCount() == 0)
        return false;
    const QPointF centre = point && exists(renderer, *point) ? pixelOf(renderer, *point)
        : pointer && renderer.panelAt(*pointer) >= 0         ? *pointer
                                                             : renderer.panelRect(0).center();
    const double factor = in ? kWheelStep : 1 / kWheelStep;
    zoom(centre, factor, factor);
    return true;
}

void PlotWidget::keyPressEvent(QKeyEvent* event)
{
    Private& d = *m_d;
    const int key = event->key();
    if (d.moveReadout(key) || d.zoomByKey(key))
        return;
    if (key == Qt::Key_0) {
        d.fit();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (!d.moveToReading() && !d.clickReading())
            d.finishClick(QPointF(-1, -1));
    } else if (key == Qt::Key_Menu || (key == Qt::Key_F10 && event->modifiers() & Qt::ShiftModifier)) {
        emit contextMenuWanted(mapToGlobal(rect().center()));
    } else if (key == Qt::Key_Escape && d.point) {
        d.readAt(std::nullopt);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace deltascope::plot
