// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace deltascope::widgets {

/// The system's style, with what it leaves too faint or too small: the frames of tick boxes and radio buttons are seen
/// on dark ground too, and the buttons of a panel's title grow with its type.
class ControlStyle : public QProxyStyle {
    Q_OBJECT
public:
    ControlStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    QIcon standardIcon(
        StandardPixmap which, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;

private:
    bool m_fusion; // the style whose frames are the window's colour, darker, and whose title buttons are 10 pixels
};

} // namespace deltascope::widgets
