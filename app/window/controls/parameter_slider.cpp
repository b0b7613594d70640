// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/parameter_slider.h"

#include "window/controls/accessible_slider.h"
#include "window/widgets/key_steps.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>

namespace deltascope::controls {

namespace {

constexpr int kPositions = 100'000; // finer than any screen

/// How many steps this key asks for, or nothing.
std::optional<double> stepsOf(const QKeyEvent& event, bool mirrored)
{
    const double scale = event.modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 1;
    switch (event.key()) {
    case Qt::Key_Right:
        return mirrored ? -scale : scale;
    case Qt::Key_Left:
        return mirrored ? scale : -scale;
    case Qt::Key_Plus:
        return scale;
    case Qt::Key_Minus:
        return -scale;
    default:
        return widgets::verticalSteps(event);
    }
}

} // namespace

ParameterSlider::ParameterSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    QSlider::setRange(0, kPositions);
    setFocusPolicy(Qt::StrongFocus); // not WheelFocus: scrolling the panel must not take the focus
    QAccessible::installFactory(accessibleSlider); // a factory is installed once, however often it is asked for
}

void ParameterSlider::setRange(const SliderRange& range)
{
    if (m_range == range)
        return;
    m_range = range;
    showValue(m_value);
}

void ParameterSlider::showValue(double value)
{
    m_value = value;
    const QSignalBlocker blocker(this);
    setValue(static_cast<int>(std::lround(positionOf(m_range, value) * kPositions)));
}

void ParameterSlider::moveTo(double value)
{
    if (!isEnabled())
        return;
    emit gestureBegan();
    emit moved(std::clamp(value, m_range.minimum, m_range.maximum));
    emit gestureEnded(false);
}

QRect ParameterSlider::part(QStyle::SubControl control) const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_Slider, &option, control, this);
}

double ParameterSlider::valueAtPixel(int x, bool fine) const
{
    const QRect groove = part(QStyle::SC_SliderGroove), handle = part(QStyle::SC_SliderHandle);
    const int span = groove.width() - handle.width();
    const int left = groove.left() + handle.width() / 2;
    const double position = span > 0 ? double(x - left) / span : 0;
    return valueAt(m_range, isRightToLeft() ? 1 - position : position, fine);
}

void ParameterSlider::drag(int x, bool fine)
{
    const double value = x == m_pressedAt ? m_pressedValue : valueAtPixel(x + m_grip, fine);
    if (value != m_value)
        emit moved(value);
}

void ParameterSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_dragging) {
        event->ignore();
        return;
    }
    const QPoint pointer = event->position().toPoint();
    const QRect handle = part(QStyle::SC_SliderHandle);
    const bool onHandle = handle.contains(pointer);
    m_dragging = true;
    m_grip = onHandle ? handle.center().x() - pointer.x() : 0;
    m_pressedAt = onHandle ? std::optional(pointer.x()) : std::nullopt;
    m_pressedValue = m_value;
    setSliderDown(true);
    emit gestureBegan();
    if (!onHandle) // a press beside the handle brings it there, as on every touch board
        drag(pointer.x(), event->modifiers().testFlag(Qt::ShiftModifier));
    event->accept();
}

void ParameterSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging) {
        event->ignore();
        return;
    }
    drag(event->position().toPoint().x(), event->modifiers().testFlag(Qt::ShiftModifier));
}

void ParameterSlider::endDrag()
{
    if (!m_dragging)
        return;
    m_dragging = false;
    {
        const QSignalBlocker blocker(this); // releasing must not report a position
        setSliderDown(false);
    }
    showValue(m_value);
    emit gestureEnded(true);
}

void ParameterSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        endDrag();
}

void ParameterSlider::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && part(QStyle::SC_SliderHandle).contains(event->position().toPoint()))
        emit resetRequested();
    else
        mousePressEvent(event);
}

void ParameterSlider::keyPressEvent(QKeyEvent* event)
{
    const std::optional<double> steps = stepsOf(*event, isRightToLeft());
    const bool end = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (!steps && !end) {
        event->ignore(); // Space belongs to Play, digits to nobody
        return;
    }
    if (end) {
        moveTo(event->key() == Qt::Key_Home ? m_range.minimum : m_range.maximum);
        return;
    }
    emit gestureBegan();
    emit stepped(*steps);
    emit gestureEnded(false);
}

void ParameterSlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore(); // the panel scrolls
        return;
    }
    constexpr int kNotch = 120;
    const QPoint angle = event->angleDelta();
    m_wheelAngle += std::abs(angle.y()) >= std::abs(angle.x()) ? angle.y() : angle.x();
    const int notches = m_wheelAngle / kNotch;
    m_wheelAngle -= notches * kNotch;
    event->accept();
    if (notches == 0)
        return;
    emit gestureBegan();
    emit stepped(event->modifiers().testFlag(Qt::ShiftModifier) ? notches * 0.1 : notches);
    emit gestureEnded(false);
}

void ParameterSlider::changeEvent(QEvent* event)
{
    QSlider::changeEvent(event);
    if (event->type() == QEvent::EnabledChange && !isEnabled())
        endDrag();
}

} // namespace deltascope::controls

#include "moc_parameter_slider.cpp"
