// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/canvas.h"
#include "render/draw/colour_bar.h"
#include "render/draw/graph_layout.h"
#include "text/language.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace deltascope::draw {

namespace {

constexpr double kPinned = 0.6; // size of a pinned network's neurons
constexpr std::size_t kMany = 40; // links, beyond which they are thin and the weak ones pale

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto part = [share](double left, double right) { return float(left + (right - left) * share); };
    return QColor::fromRgbF(
        part(from.redF(), to.redF()), part(from.greenF(), to.greenF()), part(from.blueF(), to.blueF()));
}

QPointF place(const Canvas& canvas, const figures::Node& node)
{
    return canvas.map(node.x, node.y);
}

figures::Role roleOfLink(const figures::Edge& edge)
{
    return edge.sign > 0 ? figures::Role::positive : edge.sign < 0 ? figures::Role::negative : figures::Role::zero;
}

/// `away`: the side on which a bent link lies, 1 above; 0: it is straight.
void requestLinkLabel(Canvas& canvas, const figures::Graph& graph, const figures::Edge& edge, double radius,
    QPointF middle, double away = 0)
{
    const auto& from = graph.nodes[static_cast<std::size_t>(edge.from)];
    const auto& to = graph.nodes[static_cast<std::size_t>(edge.to)];
    PlacedText text{.text = text::toText(edge.label),
        .font = canvas.font,
        .colour = canvas.theme.style(roleOfLink(edge)).colour,
        .priority = to.selected || from.selected ? 1 : 4};
    const double over = radius + canvas.font.pointSizeF();
    text.places = {{middle, {0, -1}, 3}, {middle, {0, 1}, 3}, {middle - QPointF(0, over), {0, -1}, 0},
        {middle + QPointF(0, over), {0, 1}, 0}};
    if (edge.from == edge.to)
        text.places = {{middle, {1, 0}, 5}};
    else if (away != 0)
        text.places = {{middle, {0, away > 0 ? -1.0 : 1.0}, 2}, {middle, {0, away > 0 ? 1.0 : -1.0}, 2}};
    canvas.labels.request(std::move(text));
}

/// A path beside the straight one, or a loop above its neuron: an arc whose middle lies as far away as it is bent.
QPainterPath arcOf(const Canvas& canvas, const figures::Edge& edge, QPointF from, QPointF to, double radius)
{
    const double height = canvas.map(0, 0).y() - canvas.map(0, edge.bend).y(); // in pixels, up
    const QPointF up(0, -height);
    // Straight up from one neuron and down to the other, beside what else ends there; a loop leaves room inside.
    const double side = height < 0 ? -1 : 1;
    const QPointF shoulder(0.25 * radius, -0.97 * radius * side), other(-shoulder.x(), shoulder.y());
    const QPointF above = up * (4.0 / 3), wide(std::abs(height) * 0.6, 0);
    const bool loop = edge.from == edge.to;
    QPainterPath path(from + shoulder);
    path.cubicTo(from + (loop ? wide : shoulder) + above, to + (loop ? -wide : other) + above, to + other);
    return path;
}

/// A broad line behind what a walk goes over.
void drawNow(Canvas& canvas, const QPainterPath& path)
{
    QColor colour = canvas.theme.style(figures::Role::current).colour;
    colour.setAlphaF(0.45F);
    QPen pen(colour, 9 * canvas.theme.scale);
    pen.setCapStyle(Qt::RoundCap);
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(pen);
    canvas.painter.drawPath(path);
}

void drawArc(Canvas& canvas, const figures::Graph& graph, const figures::Edge& edge, double radius)
{
    const QPainterPath path = arcOf(canvas, edge, place(canvas, graph.nodes[static_cast<std::size_t>(edge.from)]),
        place(canvas, graph.nodes[static_cast<std::size_t>(edge.to)]), radius);
    const render::RoleStyle& style = canvas.theme.style(roleOfLink(edge));
    QPen pen(style.colour, (1 + 2.5 * std::clamp(edge.strength, 0.0, 1.0)) * canvas.theme.scale,
        edge.past ? Qt::DashLine : style.penStyle);
    pen.setCapStyle(Qt::FlatCap);
    if (edge.now)
        drawNow(canvas, path);
    canvas.painter.setPen(pen);
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawPath(path);
    const bool loop = edge.from == edge.to; // several are about each other: named at the right of the largest
    QPointF middle = path.pointAtPercent(0.5);
    if (loop) { // the names stand above each other as the loops do, also where those are close together
        double largest = 0, innermost = 0;
        int inside = 0;
        for (const figures::Edge& other : graph.edges)
            if (other.from == other.to) {
                const double size = std::abs(canvas.map(0, 0).y() - canvas.map(0, other.bend).y());
                innermost = largest == 0 ? size : std::min(innermost, size);
                largest = std::max(largest, size);
                inside += !other.label.empty() && other.from == edge.from && std::abs(other.bend) < std::abs(edge.bend);
            }
        const double line = QFontMetricsF(canvas.font).height();
        const double bottom = place(canvas, graph.nodes[static_cast<std::size_t>(edge.from)]).y() - innermost;
        middle = {middle.x() + 0.19 * largest, std::min(middle.y(), bottom - inside * line)};
    }
    requestLinkLabel(canvas, graph, edge, radius, middle, loop ? 0 : edge.bend);
}

void drawLink(Canvas& canvas, const figures::Graph& graph, const figures::Edge& edge, double radius)
{
    if (edge.bend != 0)
        return drawArc(canvas, graph, edge, radius);
    const QPointF from = place(canvas, graph.nodes[static_cast<std::size_t>(edge.from)]);
    const QPointF to = place(canvas, graph.nodes[static_cast<std::size_t>(edge.to)]);
    const QLineF whole(from, to);
    if (whole.length() <= 2 * radius)
        return;
    const double cut = radius / whole.length();
    const QLineF link(whole.pointAt(cut), whole.pointAt(1 - cut));
    const render::RoleStyle& style = canvas.theme.style(roleOfLink(edge));
    const bool many = graph.edges.size() > kMany;
    const double strength = std::clamp(edge.strength, 0.0, 1.0);
    const double width = (many ? 0.5 + 1.5 * strength : 1 + 2.5 * strength) * canvas.theme.scale;
    const QColor colour = many ? mixed(canvas.theme.background, style.colour, 0.3 + 0.7 * strength) : style.colour;
    QPen pen(edge.elided ? canvas.theme.subdued : colour, edge.elided ? (many ? 1 : 1.5) * canvas.theme.scale : width,
        edge.elided ? Qt::DotLine : style.penStyle);
    pen.setCapStyle(Qt::FlatCap);
    if (edge.now && !many) {
        QPainterPath path(link.p1());
        path.lineTo(link.p2());
        drawNow(canvas, path);
    }
    canvas.painter.setPen(pen);
    canvas.painter.drawLine(link);
    requestLinkLabel(canvas, graph, edge, radius, link.center());
}

QColor readableOn(const QColor& fill)
{
    const double luminance = 0.2126 * fill.redF() + 0.7152 * fill.greenF() + 0.0722 * fill.blueF();
    return luminance > 0.45 ? QColor(Qt::black) : QColor(Qt::white);
}

/// "0" for an exact zero, a minus sign for a negative size, else the label where it fits.
QString insideText(const figures::Node& node, const QString& label, double radius, const QFontMetricsF& metrics)
{
    const QString cue = !node.hasSize ? QString()
        : node.size.sign == 0         ? QStringLiteral("0")
        : node.size.sign < 0          ? QStringLiteral("\u2212")
                                      : QString();
    if (!cue.isEmpty())
        return radius * 2 > metrics.height() * 0.7 ? cue : QString();
    const bool fits = metrics.horizontalAdvance(label) <= 1.7 * radius && metrics.ascent() <= 1.6 * radius;
    return fits ? label : QString();
}

/// "σ′ = 0.25", its number alone where neighbours would cover each other.
QString slopeText(const figures::Node& node, double room, const QFontMetricsF& metrics)
{
    const QString text = text::toText(node.slope), equals = QStringLiteral(" = ");
    const qsizetype place = text.indexOf(equals);
    const bool fits = metrics.horizontalAdvance(text) + metrics.averageCharWidth() <= room;
    return fits || place < 0 ? text : text.mid(place + equals.size());
}

/// The layer's own weight or bias: a small square at the neuron's shoulder.
void drawHandMark(Canvas& canvas, QPointF centre, double radius)
{
    const double size = std::max(3.0, radius * 0.45);
    const QPointF corner = centre + QPointF(radius, -radius) * 0.75;
    canvas.painter.setPen(QPen(canvas.theme.background, 1.2 * canvas.theme.scale));
    canvas.painter.setBrush(canvas.theme.style(figures::Role::current).colour);
    canvas.painter.drawRect(QRectF(corner - QPointF(size, size) / 2, QSizeF(size, size)));
}

void drawCircle(Canvas& canvas, const figures::Graph& graph, const figures::Node& node, QPointF centre, double radius)
{
    const bool coloured = node.hasSize && node.size.sign != 0;
    canvas.painter.setBrush(coloured ? mapColour(canvas.theme.sequential, node.size.log10, graph.lower, graph.upper)
                                     : canvas.theme.background);
    canvas.painter.setPen(
        QPen(figures::isPin(graph.role) ? canvas.theme.style(graph.role).colour : canvas.theme.foreground,
            1.2 * canvas.theme.scale));
    canvas.painter.drawEllipse(centre, radius, radius);
    if (node.selected) {
        const render::RoleStyle& chosen = canvas.theme.style(figures::Role::selected);
        canvas.painter.setBrush(Qt::NoBrush);
        canvas.painter.setPen(QPen(chosen.colour, chosen.penWidth * canvas.theme.scale));
        const double ring = radius + std::min(2 + 1.5 * canvas.theme.scale, 0.45 * radius + 0.5 * chosen.penWidth);
        canvas.painter.drawEllipse(centre, ring, ring);
    }
    if (node.now) {
        const render::RoleStyle& present = canvas.theme.style(figures::Role::current);
        const double ring = radius + std::min(4 + 2 * canvas.theme.scale, 0.6 * radius);
        canvas.painter.setBrush(Qt::NoBrush);
        canvas.painter.setPen(QPen(present.colour, std::min(4.0, 0.5 * radius) * canvas.theme.scale));
        canvas.painter.drawEllipse(centre, ring, ring);
    }
    if (node.setByHand)
        drawHandMark(canvas, centre, radius);
}

void drawNode(Canvas& canvas, const figures::Graph& graph, const figures::Node& node, double radius)
{
    const QPointF centre = place(canvas, node);
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    if (!canvas.map.rect.adjusted(-radius, -radius, radius, radius).contains(centre))
        return;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    drawCircle(canvas, graph, node, centre, radius);
    canvas.labels.cover(box.adjusted(1, 1, -1, -1));
    const QString label = text::toText(node.label);
    const QString inside = insideText(node, label, radius, QFontMetricsF(canvas.font));
    if (!inside.isEmpty()) {
        const bool coloured = node.hasSize && node.size.sign != 0;
        canvas.painter.setFont(canvas.font);
        canvas.painter.setPen(coloured ? readableOn(canvas.painter.brush().color()) : canvas.theme.foreground);
        if (coloured)
            canvas.painter.setPen(
                readableOn(mapColour(canvas.theme.sequential, node.size.log10, graph.lower, graph.upper)));
        canvas.painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, inside);
    }
    const int priority = node.selected                                          ? 0
        : node.role == figures::Role::first || node.role == figures::Role::last ? 2
                                                                                : 3;
    const double gap = radius + (node.selected ? 5 : 1) + canvas.theme.scale;
    if (inside != label) {
        PlacedText under{.text = label, .font = canvas.font, .colour = canvas.theme.foreground, .priority = priority};
        under.places = {{centre, {0, 1}, gap}, {centre, {0, -1}, gap}};
        canvas.labels.request(std::move(under));
    }
    if (!node.slope.empty()) {
        const double room = canvas.map(1, 0).x() - canvas.map(0, 0).x(); // to the next neuron
        PlacedText beside{.text = slopeText(node, room, QFontMetricsF(canvas.font)),
            .font = canvas.font,
            .colour = canvas.theme.style(figures::Role::primary).colour,
            .priority = 4};
        beside.places = {{centre, {0, 1}, gap}, {centre, {0, -1}, gap}};
        canvas.labels.request(std::move(beside));
    }
}

/// The type of a drawing grows with it, as long as every link has room for its label: it is read from the last row.
QFont graphFont(const Canvas& canvas, const figures::Graph& graph, double radius)
{
    constexpr double kMost = 1.7;
    const QFontMetricsF metrics(canvas.font);
    double growth = std::min(kMost, canvas.map.rect.height() / (5.5 * metrics.height()));
    for (const figures::Edge& edge : graph.edges) {
        const QPointF link = place(canvas, graph.nodes[static_cast<std::size_t>(edge.to)])
            - place(canvas, graph.nodes[static_cast<std::size_t>(edge.from)]);
        const double label = metrics.horizontalAdvance(text::toText(edge.label));
        if (label > 0 && edge.from != edge.to)
            growth = std::min(growth, (std::hypot(link.x(), link.y()) - 2 * radius) / (1.15 * label));
        const double slope =
            metrics.horizontalAdvance(text::toText(graph.nodes[static_cast<std::size_t>(edge.to)].slope));
        if (slope > 0)
            growth = std::min(growth, std::hypot(link.x(), link.y()) / (1.15 * slope));
    }
    QFont font = canvas.font;
    font.setPointSizeF(font.pointSizeF() * std::max(1.0, growth));
    return font;
}

} // namespace

double nodeRadius(const figures::Graph& graph, const PixelMap& map, double scale)
{
    double shortest = map.rect.width();
    const auto distance = [&](const figures::Node& left, const figures::Node& right) {
        const QPointF span = map(left.x, left.y) - map(right.x, right.y);
        return std::hypot(span.x(), span.y());
    };
    for (const figures::Edge& edge : graph.edges)
        if (edge.from != edge.to)
            shortest = std::min(shortest,
                distance(
                    graph.nodes[static_cast<std::size_t>(edge.from)], graph.nodes[static_cast<std::size_t>(edge.to)]));
    double radius = 0.21 * shortest; // of a link as much is left for its words
    for (std::size_t i = 1; i < graph.nodes.size(); ++i)
        radius = std::min(radius,
            (graph.nodes[i - 1].x == graph.nodes[i].x ? 0.36 : 0.21) * distance(graph.nodes[i - 1], graph.nodes[i]));
    const double apart = std::abs(map(0, 1).y() - map(0, 0).y()); // rows
    const double largest = std::max(3.0, std::min({26 * scale, map.rect.height() / 6, 0.36 * apart}));
    return std::clamp(radius * (figures::isPin(graph.role) ? kPinned : 1), 2.0, largest);
}

void drawElement(Canvas& canvas, const figures::Graph& graph)
{
    const double radius = nodeRadius(graph, canvas.map, canvas.theme.scale);
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = canvas.font;
    canvas.font = graphFont(canvas, graph, radius);
    for (const figures::Edge& edge : graph.edges)
        drawLink(canvas, graph, edge, radius);
    for (const figures::Node& node : graph.nodes)
        drawNode(canvas, graph, node, radius);
    canvas.font = font;
}

} // namespace deltascope::draw
