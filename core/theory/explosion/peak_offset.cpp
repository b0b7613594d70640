// SPDX-License-Identifier: GPL-3.0-or-later
// Near its peak 1 − |f′(m + h)|/max|f′| = h^p·u(h), p = 2 where the peak is round and 1 where it is sharp (softsign). A
// share as small as 1e−15 is one rounding of f′, so h cannot be read off f′ there; u is smooth and known from points
// further out.
#include "theory/explosion/peak_offset.h"

#include <array>
#include <cmath>

namespace deltascope::explosion {
namespace {

constexpr double kFarthestOffset = 1.0 / 32;

double fallAt(const activations::Activation& activation, double h)
{
    const double size = std::abs(activation.derivative(activation.maxDerivativeAt + h));
    return (activation.maxDerivative - size) / activation.maxDerivative;
}

/// Neville's interpolation of u(h) = fall(h)/|h|^p at h.
template <std::size_t count>
double interpolate(const std::array<double, count>& nodes, std::array<double, count> values, double h)
{
    for (std::size_t order = 1; order < count; ++order)
        for (std::size_t i = 0; i + order < count; ++i)
            values[i] =
                ((h - nodes[i + order]) * values[i] + (nodes[i] - h) * values[i + 1]) / (nodes[i] - nodes[i + order]);
    return values[0];
}

template <std::size_t count>
double solve(
    const activations::Activation& activation, const std::array<double, count>& nodes, int power, int side, double fall)
{
    std::array<double, count> values{};
    for (std::size_t i = 0; i < count; ++i)
        values[i] = fallAt(activation, nodes[i]) / std::pow(std::abs(nodes[i]), power);
    double h = 0;
    for (int iteration = 0; iteration < 60; ++iteration) {
        const double next = std::pow(fall / interpolate(nodes, values, side * h), 1.0 / power);
        if (next == h)
            break;
        h = next;
    }
    return h;
}

} // namespace

std::optional<double> peakOffset(const activations::Activation& activation, int side, double fall)
{
    const double farthest = fallAt(activation, side * kFarthestOffset);
    if (!(farthest > 0) || fall > farthest)
        return std::nullopt;
    if (fall <= 0)
        return 0.0;
    const int power =
        static_cast<int>(std::lround(std::log2(farthest / fallAt(activation, side * kFarthestOffset / 2))));
    if (power < 1)
        return std::nullopt;
    if (power >= 2) { // round: points on both sides, so that h = 0 is interpolated
        std::array<double, 12> nodes{};
        for (std::size_t i = 1; i <= 6; ++i) {
            const double node = static_cast<double>(i) * kFarthestOffset;
            nodes[6 - i] = -node;
            nodes[5 + i] = node;
        }
        return solve(activation, nodes, power, side, fall);
    }
    std::array<double, 8> nodes{}; // sharp: the other side is another function
    for (int i = 1; i <= 8; ++i)
        nodes[static_cast<std::size_t>(i - 1)] = side * i * kFarthestOffset / 4;
    return solve(activation, nodes, 1, side, fall);
}

} // namespace deltascope::explosion
