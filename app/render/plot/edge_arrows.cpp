// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/plot/edge_arrows.h"

#include "render/plot/axis_text.h"
#include "render/plot/series.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace deltascope::plot {

namespace {

struct Side {
    QPointF outward; // in pixels
    bool above, below, left, right;
};

constexpr Side kSides[] = {
    {{0, -1}, true, false, false, false},
    {{0, 1}, false, true, false, false},
    {{-1, 0}, false, false, true, false},
    {{1, 0}, false, false, false, true},
};

/// How far a value lies beyond the limits: below 0 under the lower one, above 0 over the upper one, else 0.
double beyond(double value, double lower, double upper)
{
    return value < lower ? value - lower : value > upper ? value - upper : 0;
}

struct Outside {
    const Side* side;
    QPointF nearest; // in data
};

/// Nothing where some of it can be seen, or may be crossed by a line between two of its points.
std::optional<Outside> outsideOf(const Series& series, const draw::PixelMap& map)
{
    bool above = series.size() > 0, below = above, left = above, right = above;
    QPointF nearest;
    double least = 0;
    for (int i = 0; i < series.size(); ++i) {
        const QPointF at = series.at(i);
        const double base =
            static_cast<std::size_t>(i) < series.base.size() ? series.base[static_cast<std::size_t>(i)] : at.y();
        const double y = beyond(at.y(), map.yLower, map.yUpper), x = beyond(at.x(), map.xLower, map.xUpper);
        const double foot = beyond(base, map.yLower, map.yUpper);
        above = above && y > 0 && foot > 0;
        below = below && y < 0 && foot < 0;
        left = left && x < 0;
        right = right && x > 0;
        if (!above && !below && !left && !right)
            return std::nullopt;
        const double away = std::abs(above || below ? y : x);
        if (i == 0 || away < least) {
            least = away;
            nearest = at;
        }
    }
    if (series.size() == 0)
        return std::nullopt;
    return Outside{above ? &kSides[0] : below ? &kSides[1] : left ? &kSides[2] : &kSides[3], nearest};
}

figures::Role roleOf(const figures::Element& element)
{
    return std::visit(
        [](const auto& each) {
            if constexpr (requires { each.role; })
                return each.role;
            else
                return figures::Role::primary;
        },
        element);
}

/// At the edge, beside the arrows that are there already.
QPointF freePlace(QPointF wanted, const Side& side, const QRectF& rect, double step, const std::vector<QPointF>& taken)
{
    const QPointF along(std::abs(side.outward.y()), std::abs(side.outward.x()));
    const auto isFree = [&](QPointF place) {
        return std::ranges::none_of(taken, [&](QPointF other) {
            const QPointF away = other - place;
            return std::hypot(away.x(), away.y()) < step;
        });
    };
    for (int i = 0; i < 40; ++i) {
        const double shift = (i % 2 == 0 ? i / 2 : -(i + 1) / 2) * step;
        if (const QPointF place = wanted + shift * along; rect.contains(place) && isFree(place))
            return place;
    }
    return wanted;
}

} // namespace

void drawEdgeArrows(draw::Canvas& canvas, const figures::Panel& panel, const std::function<bool(std::size_t)>& isHidden)
{
    const double size = 5 * canvas.theme.scale;
    const QRectF rect = canvas.map.rect.adjusted(2 * size, 1.3 * size, -2 * size, -1.3 * size);
    if (rect.width() < 2 * size || rect.height() < 2 * size)
        return;
    std::vector<QPointF> taken;
    for (std::size_t i = 0; i < panel.elements.size(); ++i) {
        const std::optional<Series> series = isHidden(i) ? std::nullopt : seriesOf(panel.elements[i]);
        if (!series || series->map || !series->nodes.empty())
            continue;
        const std::optional<Outside> outside = outsideOf(*series, canvas.map);
        if (!outside)
            continue;
        const Side& side = *outside->side;
        const QPointF pixel = canvas.map(outside->nearest.x(), outside->nearest.y());
        const QPointF wanted(
            std::clamp(pixel.x(), rect.left(), rect.right()), std::clamp(pixel.y(), rect.top(), rect.bottom()));
        const QPointF place = freePlace(wanted, side, rect, 3.2 * size, taken);
        taken.push_back(place);
        const QColor colour = canvas.theme.style(roleOf(panel.elements[i])).colour;
        const QPointF across(side.outward.y(), side.outward.x());
        canvas.painter.setRenderHint(QPainter::Antialiasing);
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(colour);
        canvas.painter.drawPolygon(QPolygonF({place + side.outward * size,
            place - side.outward * 0.6 * size + across * size, place - side.outward * 0.6 * size - across * size}));
        canvas.labels.cover(QRectF(place - QPointF(size, size), QSizeF(2 * size, 2 * size)));
        const bool upright = side.above || side.below;
        draw::PlacedText text{.text = upright
                ? axisText(panel.y, outside->nearest.y(), canvas.map.yUpper - canvas.map.yLower)
                : axisText(panel.x, outside->nearest.x(), canvas.map.xUpper - canvas.map.xLower),
            .font = canvas.font,
            .colour = colour,
            .priority = 0,
            .required = true};
        const double gap = size + 3;
        const QPointF in = -side.outward;
        text.places = {{place, {1, 0}, gap}, {place, {-1, 0}, gap}, {place, in, gap}, {place, {in.x(), -1}, gap},
            {place, {in.x(), 1}, gap}, {place + in * 2 * size, {1, in.y()}, gap},
            {place + in * 2 * size, {-1, in.y()}, gap}};
        canvas.labels.request(std::move(text));
    }
}

} // namespace deltascope::plot
