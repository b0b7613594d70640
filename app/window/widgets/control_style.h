// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QMenu;

namespace deltascope::widgets {

/// A property of menus whose actions have pictures in place of icons.
inline constexpr char kPicturesInMenu[] = "pictures_in_menu";
/// Their size in such a menu, before the screen's ratio.
QSize pictureInMenu(const QMenu& menu);

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
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget = nullptr) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;

private:
    bool m_fusion; // the style whose frames are the window's colour, darker, and whose title buttons are 10 pixels
};

} // namespace deltascope::widgets
