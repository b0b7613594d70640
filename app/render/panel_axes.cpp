// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/panel_axes.h"

#include "render/colour_bar.h"
#include "render/language.h"

#include <cmath>

namespace deltascope {

namespace {

void styleAxis(QCPAxis& axis, const Theme& theme, const QFont& font, AxisRoom room)
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
    axis.setTickLabelPadding(3);
    axis.setNumberFormat(QStringLiteral("g"));
    axis.setLabelFont(font);
    axis.setLabelColor(theme.foreground);
    axis.setLabelPadding(3);
    axis.setPadding(3);
    axis.grid()->setPen(QPen(theme.grid, theme.scale));
    axis.grid()->setZeroLinePen(Qt::NoPen); // a log axis has no zero: its 0 is the value 1
    axis.grid()->setSubGridVisible(false);
}

double colourBarRoom(const Panel& panel, const QFont& font, double height)
{
    double room = 0;
    for (const Element& element : panel.elements)
        if (const auto* graph = std::get_if<Graph>(&element))
            room = std::max(room, colourBarWidth(*graph, font, height));
    return room;
}

/// As one line where it fits, else as two parted near the middle, and then cut.
QString inTwoLines(const QString& text, const QFontMetricsF& metrics, double width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    qsizetype parting = -1;
    for (qsizetype i = text.indexOf(u' '); i >= 0; i = text.indexOf(u' ', i + 1))
        if (parting < 0 || std::abs(2 * i - text.size()) < std::abs(2 * parting - text.size()))
            parting = i;
    if (parting < 0)
        return metrics.elidedText(text, Qt::ElideRight, width);
    return metrics.elidedText(text.left(parting), Qt::ElideRight, width) + u'\n'
        + metrics.elidedText(text.mid(parting + 1), Qt::ElideRight, width);
}

} // namespace

void styleAxes(QCPAxisRect& rect, const Panel& panel, const Theme& theme, const QFont& font, AxisRoom room)
{
    for (QCPAxis* axis : rect.axes()) {
        const bool shown = panel.axes && (axis->axisType() == QCPAxis::atBottom || axis->axisType() == QCPAxis::atLeft);
        axis->setVisible(shown);
        axis->grid()->setVisible(shown);
        styleAxis(*axis, theme, font, room);
    }
    const int half = static_cast<int>(QFontMetricsF(font).height() / 2);
    if (panel.axes) {
        // the last tick's label stands half beyond the axis
        rect.setAutoMargins(QCP::msAll);
        rect.setMinimumMargins(room.labels ? QMargins(0, half, 2 * half + 2, 0) : QMargins(2, 2, 2, 2));
    } else {
        const int bar = static_cast<int>(std::ceil(colourBarRoom(panel, font, rect.rect().height())));
        rect.setAutoMargins(QCP::msNone);
        rect.setMargins(QMargins(6, 4, 6 + bar, 4));
    }
}

void setTicks(QCPAxis& axis, GivenTicks& ticker, const Axis& meaning, double pixels, double beyond, AxisRoom room)
{
    const QFontMetricsF metrics(axis.tickLabelFont());
    const bool upright = axis.orientation() == Qt::Vertical;
    const auto extent = [&](const QString& label) {
        return upright ? metrics.height() * 0.75 : metrics.horizontalAdvance(label);
    };
    ticker.ticks = ticksFor(meaning, axis.range().lower, axis.range().upper, std::max(1.0, pixels), extent, QLocale());
    const QString title = room.titles ? toText(meaning.title) + ticker.ticks.suffix : QString();
    axis.setLabel(inTwoLines(title, QFontMetricsF(axis.labelFont()), std::max(30.0, pixels + beyond)));
}

} // namespace deltascope
