// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/panel_axes.h"

#include "render/draw/colour_bar.h"
#include "text/language.h"

#include <algorithm>
#include <cmath>

namespace deltascope::plot {

namespace {

void styleAxis(QCPAxis& axis, const render::Theme& theme, const QFont& font, AxisRoom room)
{
    const QPen line(theme.subdued, theme.scale);
    axis.setBasePen(line);
    axis.setTickPen(line);
    axis.setSubTickPen(line);
    axis.setTickLength(0, static_cast<int>(std::lround(4 * theme.scale)));
    axis.setSubTickLength(0, static_cast<int>(std::lround(2 * theme.scale)));
    axis.setTickLabelFont(font);
    axis.setTickLabelColor(theme.foreground);
    axis.setTickLabels(room.labels);
    axis.setTickLabelPadding(room.tight ? 2 : 3);
    axis.setNumberFormat(QStringLiteral("g"));
    axis.setLabelFont(font);
    axis.setLabelColor(theme.foreground);
    axis.setLabelPadding(!room.tight ? 3 : axis.orientation() == Qt::Vertical ? 2 : 0);
    axis.setPadding(room.tight ? 0 : 3);
    axis.grid()->setPen(QPen(theme.grid, theme.scale));
    axis.grid()->setZeroLinePen(Qt::NoPen); // a log axis has no zero: its 0 is the value 1
    axis.grid()->setSubGridVisible(false);
}

bool hasColourMap(const figures::Panel& panel)
{
    return std::any_of(panel.elements.begin(), panel.elements.end(),
        [](const figures::Element& element) { return std::holds_alternative<figures::ColourMap>(element); });
}

} // namespace

double colourBarRoom(const figures::Panel& panel, const QFont& font, double height)
{
    double room = 0;
    for (const figures::Element& element : panel.elements)
        if (const auto scale = draw::colourScaleOf(element))
            room = std::max(room, draw::colourBarWidth(*scale, font, height));
    return room;
}

void styleAxes(
    QCPAxisRect& rect, const figures::Panel& panel, const render::Theme& theme, const QFont& font, AxisRoom room)
{
    for (QCPAxis* axis : rect.axes()) {
        const bool shown = panel.axes && (axis->axisType() == QCPAxis::atBottom || axis->axisType() == QCPAxis::atLeft);
        axis->setVisible(shown);
        axis->grid()->setVisible(shown && !hasColourMap(panel)); // lines across its cells would pass for contours
        styleAxis(*axis, theme, font, room);
    }
    const int half = static_cast<int>(QFontMetricsF(font).height() / (room.tight ? 4 : 2));
    if (panel.axes) {
        rect.setAutoMargins(QCP::msAll);
        const int right = rect.minimumMargins().right(); // as the ticks asked for it last
        rect.setMinimumMargins(room.labels ? QMargins(0, half, right, 0) : QMargins(2, 2, right, 2));
    } else {
        const int bar = static_cast<int>(std::ceil(colourBarRoom(panel, font, rect.rect().height())));
        rect.setAutoMargins(QCP::msNone);
        rect.setMargins(QMargins(6, 4, 6 + bar, 4));
    }
}

void widenRightMargin(QCPAxisRect& rect, double pixels, int least)
{
    QMargins margins = rect.minimumMargins();
    margins.setRight(std::max(least, static_cast<int>(std::ceil(pixels))));
    rect.setMinimumMargins(margins);
}

double labelOverhang(const QCPAxis& axis, const GivenTicks& ticker, double pixels)
{
    const draw::Ticks& ticks = ticker.ticks;
    if (ticks.positions.isEmpty() || !axis.tickLabels())
        return 0;
    const double end = (axis.range().upper - ticks.positions.last()) / axis.range().size() * pixels;
    return std::max(0.0, QFontMetricsF(axis.tickLabelFont()).horizontalAdvance(ticks.labels.last()) / 2 - end);
}

QString setTicks(QCPAxis& axis, GivenTicks& ticker, const figures::Axis& meaning, double pixels, AxisRoom room)
{
    const QFontMetricsF metrics(axis.tickLabelFont());
    const bool upright = axis.orientation() == Qt::Vertical;
    const auto extent = [&](const QString& label) {
        return upright ? metrics.height() * 0.75 : metrics.horizontalAdvance(label);
    };
    ticker.ticks = draw::ticksFor(
        meaning, axis.range().lower, axis.range().upper, std::max(1.0, pixels), extent, text::currentLocale());
    return room.labels ? text::toText(meaning.title) + ticker.ticks.suffix : QString();
}

bool endLabelsBefore(const QCPAxis& axis, GivenTicks& ticker, double pixels, double most)
{
    const QFontMetricsF metrics(axis.tickLabelFont());
    const QCPRange range = axis.range();
    QVector<QString> kept = ticker.ticks.labels;
    int left = 0;
    for (int i = 0; i < kept.size(); ++i) {
        const double place = (ticker.ticks.positions[i] - range.lower) / range.size() * pixels;
        if (place + metrics.horizontalAdvance(kept[i]) / 2 > most)
            kept[i].clear();
        left += !kept[i].isEmpty();
    }
    if (left < std::min<qsizetype>(2, kept.size()))
        return false;
    ticker.ticks.labels = kept;
    return true;
}

double namesBeside(const figures::Panel& panel, const QFont& font, double widest)
{
    double wide = 0;
    bool bars = false;
    for (const figures::Element& element : panel.elements) {
        bars = bars || std::holds_alternative<figures::Bars>(element);
        if (const auto* guide = std::get_if<figures::Guide>(&element);
            guide && guide->horizontal && !guide->name.empty())
            wide = std::max(wide, QFontMetricsF(font).horizontalAdvance(text::toText(guide->name)));
    }
    return bars && wide > 0 && wide + 10 <= widest ? wide + 10 : 0;
}

} // namespace deltascope::plot
