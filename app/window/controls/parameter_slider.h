// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/controls/slider_scale.h"

#include <QSlider>

#include <QStyle>
#include <optional>

namespace deltascope::controls {

/// A slider over real numbers on a linear or logarithmic scale. It reports what the user does and shows what it is
/// told; its own position, which is rounded to the pixel, never becomes a value unless a hand puts it there.
class ParameterSlider : public QSlider {
    Q_OBJECT
public:
    explicit ParameterSlider(QWidget* parent = nullptr);

    void setRange(const SliderRange& range);
    const SliderRange& range() const { return m_range; }
    void showValue(double value);
    double shownValue() const { return m_value; }
    /// What Home, End and assistive programs do: goes to this value, within the range.
    void moveTo(double value);
    /// The value at this position of the groove, in pixels along it.
    double valueAtPixel(int x, bool fine) const;

signals:
    void gestureBegan(); ///< press, first key or wheel turn
    void moved(double value); ///< dragged, or Home and End
    void stepped(double steps); ///< keys and wheel
    void gestureEnded(bool byRelease); ///< release (true): now. Keys and wheel (false): after a short pause
    void resetRequested(); ///< double click on the handle

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRect part(QStyle::SubControl control) const;
    void drag(int x, bool fine);
    void endDrag();

    SliderRange m_range;
    double m_value = 0;
    bool m_dragging = false;
    int m_grip = 0; // from the pointer to the handle's centre
    std::optional<int> m_pressedAt; // on the handle: back there, the value is that of the press
    double m_pressedValue = 0;
    int m_wheelAngle = 0; // eighths of a degree not yet turned into steps
};

} // namespace deltascope::controls
