// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/panel_header.h"

#include "render/draw/area_fill.h"
#include "render/draw/marker.h"
#include "text/language.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <type_traits>

namespace deltascope::plot {

namespace {

// In heights of a line of text.
constexpr double kSwatch = 1.35; // line beside a name
constexpr double kMark = 0.8; // mark without a line
constexpr double kBetween = 0.9;
constexpr double kInner = 0.3;

double rowHeight(const QFont& font)
{
    return QFontMetricsF(font).height() + 2;
}

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

void drawSwatch(QPainter& painter, const render::Theme& theme, const figures::Line& line, const QRectF& rect)
{
    const render::RoleStyle& style = theme.style(line.role);
    painter.setPen(
        QPen(style.colour, style.penWidth * theme.scale, line.dashed ? Qt::DashLine : style.penStyle, Qt::FlatCap));
    painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    if (line.markers)
        draw::drawMarker(painter, style, theme.background, rect.center(), 6.5 * theme.scale);
}

void drawSwatch(QPainter& painter, const render::Theme& theme, const figures::Points& points, const QRectF& rect)
{
    render::RoleStyle style = theme.style(points.role);
    if (style.marker == u"none")
        style.marker = QStringLiteral("disc"); // as it is drawn in the panel
    draw::drawMarker(painter, style, theme.background, rect.center(), 7.5 * theme.scale, draw::fillOf(points));
}

void drawSwatch(QPainter& painter, const render::Theme& theme, const figures::Ridges& ridges, const QRectF& rect)
{
    const QColor colour = theme.style(ridges.role).colour;
    painter.setPen(QPen(colour, theme.scale));
    painter.setBrush(render::mixed(colour, theme.background, 0.4));
    painter.drawEllipse(rect.adjusted(2, rect.height() * 0.18, -2, -rect.height() * 0.18)); // round, as no bar is
}

template <class Area>
void drawSwatch(QPainter& painter, const render::Theme& theme, const Area& area, const QRectF& rect)
{
    const QRectF box = rect.adjusted(2, rect.height() * 0.18, -2, -rect.height() * 0.18);
    draw::fillArea(painter, box, theme.style(area.role), theme.background, theme.scale);
    painter.setPen(QPen(theme.style(area.role).colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

} // namespace

bool isGhost(const figures::Element& element)
{
    return std::visit(
        [](const auto& each) {
            if constexpr (requires { each.role; })
                return figures::isPin(each.role);
            else
                return false;
        },
        element);
}

const Message& legendName(const figures::Element& element)
{
    static const Message none;
    return std::visit(
        [](const auto& each) -> const Message& {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Kind, figures::Points>)
                if (!each.listed)
                    return none;
            if constexpr (
                std::is_same_v<Kind,
                    figures::
                        Line> || std::is_same_v<Kind, figures::Points> || std::is_same_v<Kind, figures::Bars> || std::is_same_v<Kind, figures::Band> || std::is_same_v<Kind, figures::Region> || std::is_same_v<Kind, figures::Ridges>)
                return each.name;
            else
                return none;
        },
        element);
}

std::vector<LegendEntry> legendEntries(const figures::Panel& panel)
{
    const auto saysItself = [](const figures::Element& element) { // marks with their own words beside them
        const auto* points = std::get_if<figures::Points>(&element);
        return points && std::any_of(points->labels.begin(), points->labels.end(), [](const Message& each) {
            return !each.empty();
        });
    };
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < panel.elements.size(); ++i) {
        if (saysItself(panel.elements[i]))
            continue;
        const QString name = text::toText(legendName(panel.elements[i]));
        const bool known =
            std::any_of(entries.begin(), entries.end(), [&](const LegendEntry& entry) { return entry.name == name; });
        if (!name.isEmpty() && !known)
            entries.push_back(
                {static_cast<int>(i), name, name, false, std::holds_alternative<figures::Points>(panel.elements[i])});
    }
    std::ranges::stable_partition(entries,
        [&](const LegendEntry& entry) { return !isGhost(panel.elements[static_cast<std::size_t>(entry.element)]); });
    return entries;
}

void PanelHeader::wrap(double wide)
{
    const bool shared = inFirst() && m_room.left + m_room.right > 0;
    if ((m_next.x() > lineStart() || shared) && m_next.x() + wide > lineEnd())
        m_next = {
            0, inFirst() ? std::max(m_top + rowHeight(m_font), m_room.firstHeight) : m_next.y() + rowHeight(m_font)};
}

void PanelHeader::put(const QString& text, bool bold)
{
    const QFontMetricsF metrics(bold ? boldOf(m_font) : m_font);
    const double wide = metrics.horizontalAdvance(text);
    wrap(wide);
    m_texts.push_back({text, m_next, bold});
    m_next.rx() += wide + 1.2 * kBetween * metrics.height();
}

void PanelHeader::put(LegendEntry entry)
{
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height(), picture = (entry.mark ? kMark : kSwatch) * line + kInner * line;
    entry.text = metrics.elidedText(entry.name, Qt::ElideMiddle, std::max(20.0, m_room.width - picture));
    const double wide = picture + metrics.horizontalAdvance(entry.text);
    wrap(wide);
    m_places.push_back({std::move(entry), QRectF(m_next, QSizeF(wide, rowHeight(m_font)))});
    m_next.rx() += wide + kBetween * line;
}

void PanelHeader::putTitles(const QString& title, const QString& axisTitle)
{
    const double width = m_room.width;
    if (!title.isEmpty())
        put(QFontMetricsF(boldOf(m_font)).elidedText(title, Qt::ElideRight, std::max(1.0, width)), true);
    if (axisTitle.isEmpty())
        return;
    const QFontMetricsF metrics(m_font);
    QString line;
    for (const QString& word : axisTitle.split(u' ', Qt::SkipEmptyParts)) { // one line, but in a very narrow plot
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
            put(line, false);
            line = word;
        } else {
            line = longer;
        }
    }
    put(line, false);
}

void PanelHeader::arrange(const QString& title, const QString& axisTitle, std::vector<LegendEntry> entries,
    const QFont& font, const HeaderRoom& room)
{
    m_font = font;
    m_room = room;
    m_texts.clear();
    m_places.clear();
    m_top = std::max(0.0, (room.firstHeight - rowHeight(font)) / 2);
    m_next = {0, m_top};
    m_next.setX(lineStart());
    const auto named =
        std::find_if(entries.begin(), entries.end(), [&](const LegendEntry& entry) { return entry.name == axisTitle; });
    putTitles(title, named == entries.end() ? axisTitle : QString());
    if (named != entries.end())
        std::rotate(entries.begin(), named, named + 1);
    const QFontMetricsF metrics(font);
    const double most = std::max(room.mostHeight, m_next.y() + rowHeight(font));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QPointF before = m_next;
        put(entries[i]);
        const QString rest = QStringLiteral("+%1").arg(entries.size() - i);
        const bool last = i + 1 == entries.size();
        const bool fits = m_next.y() + rowHeight(font) <= most
            && (last || m_next.y() + 2 * rowHeight(font) <= most
                || m_places.back().rect.right() + 3 * metrics.height() <= lineEnd());
        if (fits)
            continue;
        m_places.pop_back();
        m_texts.push_back({rest, before, false});
        m_next = before;
        break;
    }
    m_height = m_texts.empty() && m_places.empty() ? 0 : m_next.y() + rowHeight(font);
    m_height = std::max(m_height, room.firstHeight);
}

void PanelHeader::draw(
    QPainter& painter, const render::Theme& theme, const figures::Panel& panel, QPointF topLeft) const
{
    const QFontMetricsF metrics(m_font);
    painter.setPen(theme.foreground);
    for (const Text& each : m_texts) {
        painter.setFont(each.bold ? boldOf(m_font) : m_font);
        painter.drawText(topLeft + each.topLeft + QPointF(0, 1 + metrics.ascent()), each.text);
    }
    painter.setFont(m_font);
    for (const Place& place : m_places) {
        const QRectF rect = place.rect.translated(topLeft);
        const double wide = (place.entry.mark ? kMark : kSwatch) * metrics.height();
        const QRectF picture(rect.left(), rect.top() + 1, wide, metrics.height());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(place.entry.hidden ? 0.35 : 1);
        std::visit(
            [&](const auto& element) {
                if constexpr ((
                                  requires { element.name; } && requires { element.x; })
                    || requires { element.ridges; } || std::is_same_v<std::decay_t<decltype(element)>, figures::Region>)
                    drawSwatch(painter, theme, element, picture);
            },
            panel.elements[static_cast<std::size_t>(place.entry.element)]);
        painter.setPen(theme.foreground);
        painter.drawText(
            QPointF(picture.right() + kInner * metrics.height(), rect.top() + 1 + metrics.ascent()), place.entry.text);
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

} // namespace deltascope::plot
