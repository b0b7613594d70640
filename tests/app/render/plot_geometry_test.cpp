// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/draw/label_placer.h"
#include "render/draw/polyline.h"
#include "render/plot/plot_zoom.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <cmath>
#include <random>

namespace deltascope::render {
namespace plot_geometry_test {

TEST(PlotPolyline, IsCutExactlyHoweverFarItReaches)
{
    const QRectF rect(0, 0, 100, 50);
    // y = x/2 through the rectangle's corners, from far outside
    const auto parts = draw::clipped({{-1e9, -5e8}, {1e9, 5e8}}, rect);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_NEAR(parts[0].front().x(), 0, 1e-5);
    EXPECT_NEAR(parts[0].back().x(), 100, 1e-5);
    EXPECT_NEAR(parts[0].back().y(), 50, 1e-5);
}

TEST(PlotPolyline, FallsApartWhereItLeavesAndKeepsItsCornersInside)
{
    const auto parts = draw::clipped({{10, 10}, {10, 90}, {20, 90}, {20, 10}, {30, 20}}, QRectF(0, 0, 100, 50));
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0], QPolygonF(QList<QPointF>{{10, 10}, {10, 50}}));
    EXPECT_EQ(parts[1], QPolygonF(QList<QPointF>{{20, 50}, {20, 10}, {30, 20}}));
    EXPECT_TRUE(draw::clipped({{-5, -5}, {-1, 60}}, QRectF(0, 0, 100, 50)).empty());
}

TEST(PlotPolyline, ThinningKeepsTheSpanOfEveryColumn)
{
    std::mt19937_64 random(3);
    QPolygonF points;
    for (int i = 0; i < 20000; ++i)
        points << QPointF(i * 0.01, static_cast<double>(random() % 1000));
    const QPolygonF few = draw::thinned(points);
    EXPECT_LE(few.size(), 4 * 200);
    for (int column = 0; column < 200; ++column) {
        const auto span = [column](const QPolygonF& of) {
            std::pair<double, double> range{1e9, -1e9};
            for (const QPointF& point : of)
                if (std::floor(point.x()) == column)
                    range = {std::min(range.first, point.y()), std::max(range.second, point.y())};
            return range;
        };
        ASSERT_EQ(span(few), span(points));
    }
    EXPECT_EQ(few.front(), points.front());
    EXPECT_EQ(few.back(), points.back());
}

TEST(PlotPolyline, DashesRunOverCorners)
{
    const auto lines = draw::dashes({{0, 0}, {5, 0}, {5, 5}, {5, 20}}, {4, 3});
    double on = 0;
    for (const QLineF& line : lines)
        on += line.length();
    EXPECT_NEAR(on, 4 + 4 + 4 + 4, 1e-9); // 25 pixels: three times 4 on and 3 off, then 4 more
    EXPECT_NEAR(lines[1].y1(), 2, 1e-9); // the second dash begins 7 pixels along the way
}

TEST(PlotLabels, NeverStandOnEachOtherNorOutside)
{
    std::mt19937_64 random(5);
    const QRectF bounds(0, 0, 380, 200);
    draw::LabelPlacer labels(bounds);
    const QRectF mark(100, 80, 60, 40);
    labels.cover(mark);
    for (int i = 0; i < 60; ++i) {
        const QPointF anchor(static_cast<double>(random() % 380), static_cast<double>(random() % 200));
        labels.request({QStringLiteral("layer %1").arg(i), QFont(), Qt::black, i % 5, i % 2 == 0, false,
            {{anchor, {0, -1}, 4}, {anchor, {1, 0}, 4}, {anchor, {0, 1}, 4}}});
    }
    QImage image(380, 200, QImage::Format_RGB32);
    QPainter painter(&image);
    const std::vector<QRectF> placed = labels.draw(painter, Qt::white);
    ASSERT_GT(placed.size(), 10U);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        EXPECT_TRUE(bounds.contains(placed[i]));
        EXPECT_FALSE(placed[i].intersects(mark));
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(placed[i].intersects(placed[j]));
    }
}

TEST(PlotLabels, AvoidCurvesAndTheRequiredOneStaysOnItAtLast)
{
    QImage image(200, 100, QImage::Format_RGB32);
    QPainter painter(&image);
    const auto place = [&](bool required, bool choice) {
        draw::LabelPlacer labels(QRectF(0, 0, 200, 100));
        for (int y = 30; y < 48; ++y)
            labels.trace(QPointF(0, y), QPointF(200, y));
        draw::PlacedText text{.text = QStringLiteral("1"),
            .font = QFont(),
            .colour = Qt::black,
            .priority = 1,
            .required = required,
            .places = {{QPointF(100, 50), {0, -1}, 4}}};
        if (choice)
            text.places.push_back({QPointF(100, 50), {0, 1}, 4});
        labels.request(text);
        return labels.draw(painter, Qt::white);
    };
    EXPECT_TRUE(place(false, false).empty());
    EXPECT_EQ(place(true, false).size(), 1U);
    ASSERT_EQ(place(false, true).size(), 1U);
    EXPECT_GT(place(false, true)[0].top(), 50);
}

TEST(PlotZoom, KeepsTheCentreAndStopsBeforeNumbersRunOut)
{
    model::ViewRange range{"factors", 0, -1, 3, -12, 0};
    const model::ViewRange half = plot::zoomed(range, {1, -3}, 0.5, 1);
    EXPECT_EQ(half, (model::ViewRange{"factors", 0, 0, 2, -12, 0}));
    for (int i = 0; i < 1000; ++i)
        range = plot::zoomed(range, {1. / 3, -7}, 0.85, 0.85);
    EXPECT_LT(range.xLower, range.xUpper);
    EXPECT_LT(range.xUpper - range.xLower, 1e-11);
    EXPECT_LE(range.xLower, 1. / 3);
    for (int i = 0; i < 1000; ++i)
        range = plot::zoomed(range, {0, 0}, 10, 10);
    EXPECT_TRUE(std::isfinite(range.xUpper - range.xLower) && std::isfinite(range.yUpper - range.yLower));
}

TEST(PlotZoom, ABoxMayBeDrawnFromAnyCorner)
{
    const model::ViewRange range{"factors", 1, 0, 10, 0, 10};
    EXPECT_EQ(plot::boxed(range, {7, 2}, {3, 8}), (model::ViewRange{"factors", 1, 3, 7, 2, 8}));
    EXPECT_EQ(plot::panned(range, {-2, 1}), (model::ViewRange{"factors", 1, -2, 8, 1, 11}));
}

} // namespace plot_geometry_test
} // namespace deltascope::render
