// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/panel_header.h"

#include "render/area_fill.h"
#include "render/language.h"
#include "render/marker.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <type_traits>

namespace deltascope {

namespace {

// In heights of a line of text.
constexpr double kSwatch = 1.6; // line beside a name
constexpr double kBetween = 1;
constexpr double kInner = 0.4;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

void drawSwatch(QPainter& painter, const Theme& theme, const Line& line, const QRectF& rect)
{
    const RoleStyle& style = theme.style(line.role);
    painter.setPen(
        QPen(style.colour, style.penWidth * theme.scale, line.dashed ? Qt::DashLine : style.penStyle, Qt::FlatCap));
    painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    if (line.markers)
        drawMarker(painter, style, theme.background, rect.center(), 6.5 * theme.scale);
}

void drawSwatch(QPainter& painter, const Theme& theme, const Points& points, const QRectF& rect)
{
    RoleStyle style = theme.style(points.role);
    if (style.marker == u"none")
        style.marker = QStringLiteral("disc"); // as it is drawn in the panel
    drawMarker(painter, style, theme.background, rect.center(), 7.5 * theme.scale);
}

template <class Area>
void drawSwatch(QPainter& painter, const Theme& theme, const Area& area, const QRectF& rect)
{
    const QRectF box = rect.adjusted(2, rect.height() * 0.18, -2, -rect.height() * 0.18);
    fillArea(painter, box, theme.style(area.role), theme.background, theme.scale);
    painter.setPen(QPen(theme.style(area.role).colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

} // namespace

const Message& legendName(const Element& element)
{
    static const Message none;
    return std::visit(
        [](const auto& each) -> const Message& {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (
                std::is_same_v<Kind,
                    Line> || std::is_same_v<Kind, Points> || std::is_same_v<Kind, Bars> || std::is_same_v<Kind, Band> || std::is_same_v<Kind, Region>)
                return each.name;
            else
                return none;
        },
        element);
}

std::vector<LegendEntry> legendEntries(const Panel& panel)
{
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < panel.elements.size(); ++i) {
        const QString name = toText(legendName(panel.elements[i]));
        const bool known =
            std::any_of(entries.begin(), entries.end(), [&](const LegendEntry& entry) { return entry.name == name; });
        if (!name.isEmpty() && !known)
            entries.push_back({static_cast<int>(i), name, name, false});
    }
    return entries;
}

void PanelHeader::arrange(const QString& title, std::vector<LegendEntry> entries, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height(), swatch = kSwatch * line, row = line + 4;
    m_font = font;
    m_places.clear();
    m_title = QFontMetricsF(boldOf(font)).elidedText(title, Qt::ElideRight, std::max(1.0, width));
    double x = m_title.isEmpty() ? 0 : QFontMetricsF(boldOf(font)).horizontalAdvance(m_title) + 1.5 * kBetween * line;
    double y = 0;
    for (LegendEntry& entry : entries) {
        entry.text = metrics.elidedText(entry.name, Qt::ElideMiddle, std::max(20.0, width - swatch - kInner * line));
        const double wide = swatch + kInner * line + metrics.horizontalAdvance(entry.text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += row;
        }
        m_places.push_back({std::move(entry), QRectF(x, y, wide, row)});
        x += wide + kBetween * line;
    }
    m_height = m_title.isEmpty() && m_places.empty() ? 0 : y + row + 2;
}

void PanelHeader::draw(QPainter& painter, const Theme& theme, const Panel& panel, QPointF topLeft) const
{
    const QFontMetricsF metrics(m_font);
    const double swatch = kSwatch * metrics.height();
    painter.setPen(theme.foreground);
    painter.setFont(boldOf(m_font));
    painter.drawText(topLeft + QPointF(0, 2 + metrics.ascent()), m_title);
    painter.setFont(m_font);
    for (const Place& place : m_places) {
        const QRectF rect = place.rect.translated(topLeft);
        const QRectF picture(rect.left(), rect.top() + 2, swatch, rect.height() - 4);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(place.entry.hidden ? 0.35 : 1);
        std::visit(
            [&](const auto& element) {
                if constexpr ((
                                  requires { element.name; } && requires { element.x; })
                    || requires { element.xLower; })
                    drawSwatch(painter, theme, element, picture);
            },
            panel.elements[static_cast<std::size_t>(place.entry.element)]);
        painter.setPen(theme.foreground);
        painter.drawText(
            QPointF(picture.right() + kInner * metrics.height(), rect.top() + 2 + metrics.ascent()), place.entry.text);
        painter.setOpacity(1);
    }
}

const LegendEntry* PanelHeader::entryAt(QPointF point) const
{
    for (const Place& place : m_places)
        if (place.rect.adjusted(-4, 0, 4, 0).contains(point))
            return &place.entry;
    return nullptr;
}

} // namespace deltascope
