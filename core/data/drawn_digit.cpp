// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/drawn_digit.h"

#include "data/direction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace deltascope::data {

namespace {

struct Point {
    double x, y;
};
using Stroke = std::vector<Point>;

/// In a box from (0, 0), top left, to (1, 1). A stroke is a smooth curve through its points; corners end one.
const std::array<std::vector<Stroke>, kDigits> kGlyphs{{
    {{{.5, 0}, {.82, .15}, {.92, .5}, {.82, .85}, {.5, 1}, {.18, .85}, {.08, .5}, {.18, .15}, {.5, 0}}},
    {{{.28, .2}, {.55, 0}}, {{.55, 0}, {.55, 1}}},
    {{{.12, .25}, {.25, .06}, {.5, 0}, {.78, .08}, {.84, .3}, {.68, .54}, {.4, .76}, {.1, 1}}, {{.1, 1}, {.92, 1}}},
    {{{.15, .1}, {.45, 0}, {.78, .08}, {.8, .33}, {.4, .47}}, {{.4, .47}, {.8, .56}, {.88, .8}, {.55, 1}, {.1, .9}}},
    {{{.62, 0}, {.08, .66}}, {{.08, .66}, {.95, .66}}, {{.7, .3}, {.68, 1}}},
    {{{.85, 0}, {.25, 0}}, {{.25, 0}, {.18, .44}}, {{.18, .44}, {.5, .36}, {.82, .5}, {.84, .8}, {.5, 1}, {.1, .9}}},
    {{{.75, .02}, {.4, .2}, {.14, .6}, {.22, .9}, {.5, 1}, {.8, .88}, {.82, .64}, {.5, .5}, {.18, .7}}},
    {{{.08, 0}, {.92, 0}}, {{.92, 0}, {.6, .45}, {.4, 1}}},
    {{{.5, .47}, {.2, .3}, {.25, .07}, {.5, 0}, {.75, .07}, {.8, .3}, {.5, .47}, {.16, .7}, {.22, .93}, {.5, 1},
        {.78, .93}, {.84, .7}, {.5, .47}}},
    {{{.82, .28}, {.6, .5}, {.3, .47}, {.15, .26}, {.32, .04}, {.62, 0}, {.8, .12}, {.82, .3}, {.78, .65}, {.66, 1}}},
}};

/// The smooth curve through the points (Catmull & Rom 1974), a few straight pieces between two of them.
Stroke smoothed(const Stroke& points)
{
    constexpr int kPieces = 4;
    if (points.size() < 3)
        return points;
    Stroke curve{points.front()};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point &before = points[i > 0 ? i - 1 : i], &from = points[i], &to = points[i + 1],
                    &after = points[i + 2 < points.size() ? i + 2 : i + 1];
        for (int k = 1; k <= kPieces; ++k) {
            const double t = static_cast<double>(k) / kPieces;
            const auto blend = [t](double p, double q, double r, double s) {
                return 0.5 * (2 * q + t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * q - p - 3 * r + s))));
            };
            curve.push_back({blend(before.x, from.x, to.x, after.x), blend(before.y, from.y, to.y, after.y)});
        }
    }
    return curve;
}

double distanceToPiece(Point p, Point from, Point to)
{
    const double dx = to.x - from.x, dy = to.y - from.y, square = dx * dx + dy * dy;
    const double along = square == 0 ? 0 : ((p.x - from.x) * dx + (p.y - from.y) * dy) / square;
    const double t = std::clamp(along, 0.0, 1.0), x = from.x + t * dx - p.x, y = from.y + t * dy - p.y;
    return std::sqrt(x * x + y * y);
}

/// Ink along one straight piece, one pixel of it half covered at its edge.
void drawPiece(Point from, Point to, double radius, double* pixels)
{
    const auto pixel = [](double place) { return std::clamp(static_cast<int>(std::floor(place)), 0, kDigitSide - 1); };
    const double reach = radius + 1;
    for (int row = pixel(std::min(from.y, to.y) - reach); row <= pixel(std::max(from.y, to.y) + reach); ++row)
        for (int column = pixel(std::min(from.x, to.x) - reach); column <= pixel(std::max(from.x, to.x) + reach);
             ++column) {
            const double ink = radius + 0.5 - distanceToPiece({column + 0.5, row + 0.5}, from, to);
            double& value = pixels[row * kDigitSide + column];
            value = std::max(value, std::clamp(ink, 0.0, 1.0));
        }
}

/// From the glyph's box to pixels.
struct Placement {
    double width, height, slant, x, y, radius;
    Direction turn;

    explicit Placement(RandomStream& stream)
        : width(stream.uniform(11, 16))
        , height(stream.uniform(17, 20))
        , slant(stream.uniform(-0.1, 0.3))
        , x(kDigitSide / 2.0 + stream.uniform(-1.5, 1.5))
        , y(kDigitSide / 2.0 + stream.uniform(-1.5, 1.5))
        , radius(stream.uniform(0.9, 1.75))
        , turn(direction(stream.uniform(-0.03, 0.03)))
    {
    }

    Point of(Point p) const
    {
        const double v = height * (p.y - 0.5), u = width * (p.x - 0.5) - slant * v;
        return {x + turn.cosine * u - turn.sine * v, y + turn.sine * u + turn.cosine * v};
    }
};

} // namespace

int drawDigit(RandomStream& stream, double* pixels)
{
    constexpr double kShake = 0.035;
    std::fill_n(pixels, kDigitPixels, 0.0);
    const int digit = static_cast<int>(stream.below(kDigits));
    const Placement place(stream);
    for (const Stroke& glyph : kGlyphs[static_cast<std::size_t>(digit)]) {
        Stroke shaken = glyph;
        for (Point& point : shaken) {
            point.x += kShake * stream.uniform(-1, 1);
            point.y += kShake * stream.uniform(-1, 1);
        }
        const Stroke curve = smoothed(shaken);
        for (std::size_t i = 0; i + 1 < curve.size(); ++i)
            drawPiece(place.of(curve[i]), place.of(curve[i + 1]), place.radius, pixels);
    }
    for (int i = 0; i < kDigitPixels; ++i)
        if (pixels[i] > 0)
            pixels[i] *= stream.uniform(0.85, 1); // the grain of the paper
    return digit;
}

} // namespace deltascope::data
