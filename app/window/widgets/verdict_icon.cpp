// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/verdict_icon.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace deltascope::widgets {

namespace {

struct Sign {
    QRgb onLight, onDark;
    QPainterPath (*shape)(); // within −1 … 1
};

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath triangleDown()
{
    return polygon({{-0.95, -0.7}, {0.95, -0.7}, {0, 0.95}});
}

QPainterPath triangleUp()
{
    return polygon({{-0.95, 0.7}, {0.95, 0.7}, {0, -0.95}});
}

/// Two bars of one length: level.
QPainterPath equals()
{
    QPainterPath path;
    path.addRoundedRect(-0.85, -0.6, 1.7, 0.42, 0.12, 0.12);
    path.addRoundedRect(-0.85, 0.18, 1.7, 0.42, 0.12, 0.12);
    return path;
}

/// Two bars of different lengths.
QPainterPath unequal()
{
    QPainterPath path;
    path.addRoundedRect(-0.85, -0.6, 1.7, 0.42, 0.12, 0.12);
    path.addRoundedRect(-0.85, 0.18, 0.95, 0.42, 0.12, 0.12);
    return path;
}

QPainterPath cross()
{
    constexpr double arm = 0.85, half = 0.24;
    QPainterPath path;
    path.addRect(-arm, -half, 2 * arm, 2 * half);
    path.addRect(-half, -arm, 2 * half, 2 * arm);
    return QTransform().rotate(45).map(path.simplified());
}

/// A curve that has gone flat: saturated.
QPainterPath plateau()
{
    QPainterPath path;
    path.moveTo(-0.95, 0.8);
    path.cubicTo({-0.2, 0.75}, {-0.35, -0.55}, {0.35, -0.6});
    path.lineTo(0.95, -0.6);
    path.lineTo(0.95, -0.15);
    path.lineTo(0.4, -0.15);
    path.cubicTo({0, -0.1}, {0.1, 0.95}, {-0.95, 0.95});
    path.closeSubpath();
    return path;
}

Sign signOf(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::uneven:
        return {0xff8a6d00, 0xffd9b430, unequal};
    case diagnosis::Verdict::vanishing:
        return {0xff0072b2, 0xff56b4e9, triangleDown};
    case diagnosis::Verdict::exploding:
        return {0xffd55e00, 0xffe8833a, triangleUp};
    case diagnosis::Verdict::dead:
        return {0xff333333, 0xffdddddd, cross};
    case diagnosis::Verdict::saturated:
        return {0xffa64d79, 0xffcc79a7, plateau};
    case diagnosis::Verdict::balanced:
        break;
    }
    return {0xff007d5a, 0xff2bb58c, equals};
}

} // namespace

VerdictIcon::VerdictIcon(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void VerdictIcon::showVerdict(std::optional<diagnosis::Verdict> verdict)
{
    m_verdict = verdict;
    const QString name = verdict ? verdictName(*verdict) : QString();
    setToolTip(name);
    setAccessibleName(name);
    update();
}

QSize VerdictIcon::sizeHint() const
{
    const int side = fontMetrics().height() + 4;
    return {side, side};
}

void VerdictIcon::paintEvent(QPaintEvent*)
{
    if (!m_verdict)
        return;
    const Sign sign = signOf(*m_verdict);
    const bool dark = palette().color(QPalette::Window).lightness() < palette().color(QPalette::WindowText).lightness();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::min(width(), height()) * 0.42;
    painter.translate(width() / 2.0, height() / 2.0);
    painter.scale(radius, radius);
    painter.fillPath(sign.shape(), QColor(dark ? sign.onDark : sign.onLight));
}

QString verdictName(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::uneven:
        return QCoreApplication::translate("verdict", "Uneven gradient");
    case diagnosis::Verdict::vanishing:
        return QCoreApplication::translate("verdict", "Vanishing gradient");
    case diagnosis::Verdict::exploding:
        return QCoreApplication::translate("verdict", "Exploding gradient");
    case diagnosis::Verdict::dead:
        return QCoreApplication::translate("verdict", "Dead layers");
    case diagnosis::Verdict::saturated:
        return QCoreApplication::translate("verdict", "Saturated neurons");
    case diagnosis::Verdict::balanced:
        break;
    }
    return QCoreApplication::translate("verdict", "Balanced gradient");
}

} // namespace deltascope::widgets

#include "moc_verdict_icon.cpp"
