// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/colour_bar.h"

#include "render/draw/decade_ticker.h"
#include "text/language.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace deltascope::draw {

namespace {

constexpr double kGap = 14; // between drawing and bar
constexpr double kTick = 3;

double barThickness(const QFontMetricsF& metrics)
{
    return metrics.height() * 0.7;
}

/// Leaves half a line at both ends for the labels there, and one above for the title; a tall panel needs no taller bar.
double barHeight(const QFontMetricsF& metrics, double available)
{
    return std::min(available - 2.2 * metrics.height(), 13 * metrics.height());
}

/// Both ends and the size that they count from; marks at the decades between, where there are few.
Ticks anchoredTicks(const ColourScale& scale)
{
    constexpr double kFew = 10;
    Ticks ticks;
    for (const double place : {scale.lower, 0.0, scale.upper}) {
        ticks.positions << place;
        ticks.labels << decadeLabel(std::llround(place), text::currentLocale());
    }
    for (double place = std::ceil(scale.lower); scale.upper <= kFew && place < scale.upper; ++place)
        ticks.minor << place;
    return ticks;
}

Ticks barTicks(const ColourScale& scale, const QFontMetricsF& metrics, double height)
{
    constexpr double kNamed = 1e15; // beyond, a decade is less than the last digit of its number
    if (scale.anchored && scale.upper < kNamed && height >= 2 * metrics.height())
        return anchoredTicks(scale);
    figures::Axis axis;
    axis.scale = scale.scale;
    const auto extent = [&](const QString&) { return metrics.height() * 0.8; };
    return ticksFor(axis, scale.lower, scale.upper, std::max(1.0, height), extent, text::currentLocale());
}

QString titleOf(const ColourScale& scale, const QFont& font, const Ticks& ticks)
{
    return isTitledAbove(scale, font) ? ticks.suffix : text::toText(*scale.title) + ticks.suffix;
}

double labelWidth(const Ticks& ticks, const QFontMetricsF& metrics)
{
    double widest = 0;
    for (const QString& label : ticks.labels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    return widest;
}

void drawColours(QPainter& painter, const render::Theme& theme, bool diverging, const QRectF& bar)
{
    const std::vector<QColor>& colours = diverging ? theme.diverging : theme.sequential;
    const int count = static_cast<int>(colours.size());
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int rows = std::max(1, static_cast<int>(std::lround(bar.height())));
    for (int row = 0; row < rows; ++row) {
        const int index = count - 1 - std::min(count - 1, row * count / rows);
        painter.fillRect(
            QRectF(bar.left(), bar.top() + row * bar.height() / rows, bar.width(), bar.height() / rows + 0.5),
            colours[static_cast<std::size_t>(index)]);
    }
    painter.setPen(QPen(theme.subdued, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
}

} // namespace

std::optional<ColourScale> colourScaleOf(const figures::Element& element)
{
    if (const auto* graph = std::get_if<figures::Graph>(&element)) {
        const bool coloured = std::any_of(
            graph->nodes.begin(), graph->nodes.end(), [](const figures::Node& node) { return node.hasSize; });
        if (coloured && !figures::isPin(graph->role) && graph->lower < graph->upper)
            return ColourScale{graph->colourName.empty() ? &graph->sizeName : &graph->colourName,
                graph->lower - graph->unit, graph->upper - graph->unit, figures::AxisScale::decades, false,
                !graph->colourName.empty()};
    }
    if (const auto* map = std::get_if<figures::ColourMap>(&element);
        map && map->lower < map->upper && map->classes.empty())
        return ColourScale{&map->name, map->lower, map->upper, map->scale, map->diverging};
    return std::nullopt;
}

QColor mapColour(const std::vector<QColor>& colours, double value, double lower, double upper)
{
    const double last = static_cast<double>(colours.size() - 1);
    const double place = upper > lower ? (value - lower) / (upper - lower) : 1;
    return colours[static_cast<std::size_t>(std::lround(std::clamp(place, 0.0, 1.0) * last))];
}

QColor classColour(const render::Theme& theme, int number, double share)
{
    constexpr double kLeast = 0.06, kMost = 0.5; // marks of the same colour stand on it
    constexpr int kShades = 48; // so that neighbours are alike, and a file does not grow with each cell
    const double place = std::round(std::clamp(share, 0.0, 1.0) * kShades) / kShades;
    return render::mixed(
        theme.style(figures::classRole(number)).colour, theme.background, kLeast + (kMost - kLeast) * place);
}

bool isTitledAbove(const ColourScale& scale, const QFont& font)
{
    const QFontMetricsF metrics(font);
    return metrics.horizontalAdvance(text::toText(*scale.title)) > 9 * metrics.height();
}

double colourBarWidth(const ColourScale& scale, const QFont& font, double height)
{
    const QFontMetricsF metrics(font);
    if (height < 4 * metrics.height())
        return 0;
    const Ticks ticks = barTicks(scale, metrics, barHeight(metrics, height));
    const double title = metrics.horizontalAdvance(titleOf(scale, font, ticks));
    return kGap + std::max(title, barThickness(metrics) + kTick + 3 + labelWidth(ticks, metrics)) + 4;
}

void drawColourBar(
    QPainter& painter, const render::Theme& theme, const QFont& font, const ColourScale& scale, const QRectF& area)
{
    const QFontMetricsF metrics(font);
    const double height = barHeight(metrics, area.height());
    const double top = area.center().y() - height / 2 + 0.6 * metrics.height();
    const QRectF bar(area.left() + kGap, top, barThickness(metrics), height);
    if (bar.height() < metrics.height())
        return;
    drawColours(painter, theme, scale.diverging, bar);
    const Ticks ticks = barTicks(scale, metrics, bar.height());
    painter.setFont(font);
    const double textLeft = bar.right() + kTick + 3;
    const auto rowOf = [&](double place) {
        return bar.bottom() - (place - scale.lower) / (scale.upper - scale.lower) * bar.height();
    };
    painter.setPen(QPen(theme.subdued, 1));
    for (const double place : scale.anchored ? ticks.minor : QVector<double>())
        painter.drawLine(QPointF(bar.right(), rowOf(place)), QPointF(bar.right() + kTick / 2, rowOf(place)));
    for (int i = 0; i < ticks.positions.size(); ++i) {
        const double y = rowOf(ticks.positions[i]);
        painter.setPen(QPen(theme.subdued, 1));
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + kTick, y));
        painter.setPen(theme.subdued);
        painter.drawText(QPointF(textLeft, y + metrics.ascent() / 2 - metrics.descent() / 2), ticks.labels[i]);
    }
    painter.setPen(theme.foreground);
    painter.drawText(
        QPointF(bar.left(), bar.top() - 0.6 * metrics.height() - metrics.descent()), titleOf(scale, font, ticks));
}

} // namespace deltascope::draw
