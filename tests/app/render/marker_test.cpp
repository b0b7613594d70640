// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that are copied on a screen look like those that are drawn.
#include "render/draw/marker.h"

#include <gtest/gtest.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace deltascope::render {
namespace marker_test {

constexpr int kSide = 40;

QImage drawn(const QString& marker, QPointF place, bool fast, double size = 8, double ratio = 1)
{
    QImage image(int(kSide * ratio), int(kSide * ratio), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    RoleStyle style;
    style.colour = QColor(30, 90, 200);
    style.marker = marker;
    draw::MarkerStamp stamp(painter, style, Qt::white, size, fast);
    stamp.draw(place);
    return image;
}

/// The place that the mark's ink stands around, and how much of it there is.
struct Ink {
    double x = 0, y = 0, mass = 0;
};

Ink inkOf(const QImage& image)
{
    Ink ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const double dark = 255 - qGray(image.pixel(x, y));
            ink.mass += dark;
            ink.x += dark * (x + 0.5);
            ink.y += dark * (y + 0.5);
        }
    ink.x /= ink.mass;
    ink.y /= ink.mass;
    return ink;
}

class MarkerStamps : public testing::TestWithParam<const char*> { };

TEST_P(MarkerStamps, AQuarterOfAPixelApartTheyAreTheMarksThemselves)
{
    const QString marker = QString::fromLatin1(GetParam());
    for (const double size : {6.5, 9.75, 16.})
        for (const QPointF place : {QPointF(20, 20), QPointF(19.25, 21.5), QPointF(2.75, 38), QPointF(-0.5, 3.25)}) {
            const QImage copied = drawn(marker, place, true, size), shape = drawn(marker, place, false, size);
            int most = 0;
            for (int y = 0; y < kSide; ++y)
                for (int x = 0; x < kSide; ++x)
                    most = std::max(most, std::abs(qGray(copied.pixel(x, y)) - qGray(shape.pixel(x, y))));
            EXPECT_LE(most, 6) << place.x() << ' ' << place.y() << " size " << size; // rounding of one blend more
        }
}

TEST_P(MarkerStamps, ElsewhereTheyAreAnEighthOfAPixelAwayAtMost)
{
    const QString marker = QString::fromLatin1(GetParam());
    for (int i = 0; i < 17; ++i) {
        const QPointF place(15 + 0.13 * i, 22 - 0.07 * i);
        const Ink copied = inkOf(drawn(marker, place, true)), shape = inkOf(drawn(marker, place, false));
        EXPECT_NEAR(copied.x, shape.x, 0.16);
        EXPECT_NEAR(copied.y, shape.y, 0.16);
        EXPECT_NEAR(copied.mass / shape.mass, 1, 0.05);
    }
}

INSTANTIATE_TEST_SUITE_P(Markers, MarkerStamps,
    testing::Values("disc", "circle", "square", "diamond", "triangle", "triangle_down", "plus", "cross", "star",
        "circle_plus", "square_cross", "diamond_open", "triangle_left", "triangle_right", "plus_filled",
        "cross_filled"));

TEST(MarkerStamp, OnAFinerScreenTheyAreDrawn)
{
    EXPECT_EQ(drawn(QStringLiteral("disc"), {20.3, 19.6}, true, 8, 2),
        drawn(QStringLiteral("disc"), {20.3, 19.6}, false, 8, 2));
}

} // namespace marker_test
} // namespace deltascope::render
