// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/activation_parts/gaussian_moments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace deltascope::network {

namespace {

constexpr double kReach = 12; // standard deviations: what lies beyond weighs e^−72
constexpr double kHuge = 1e32; // from here on only the slopes at ±∞ matter: the rest is 1e-16 of them
constexpr double kTiny = 1e-32; // down from here only f(0) and the slopes beside 0
constexpr double kNoSlope = 1e-15; // a slope at ±∞ that is left of 1/z² or so

// Gauss–Legendre, 16 nodes on [−1, 1] (the positive half).
constexpr std::array<double, 8> kNodes{0.09501250983763744, 0.28160355077925891, 0.45801677765722739,
    0.61787624440264375, 0.75540440835500303, 0.86563120238783174, 0.94457502307323258, 0.98940093499164993};
constexpr std::array<double, 8> kWeights{0.18945061045506850, 0.18260341504492359, 0.16915651939500254,
    0.14959598881657673, 0.12462897125553387, 0.09515851168249278, 0.06225352393864789, 0.02715245941175409};

struct Sums {
    double mean = 0, meanSquare = 0, slopeSquare = 0;
};

/// Adds what lies between from and to standard deviations on both sides.
void addPanel(Sums& sums, const activations::Activation& activation, double root, double from, double to)
{
    constexpr std::size_t kSides = 4; // of the panel's middle, and of 0
    std::array<double, kSides * kNodes.size()> z, value, slope, weight;
    const double centre = (from + to) / 2, half = (to - from) / 2;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double node = (i % 2 == 0 ? 1 : -1) * kNodes[i / kSides];
        const double x = centre + half * node;
        z[i] = (i % kSides < 2 ? root : -root) * x;
        weight[i] = i % kSides < 2 ? half * kWeights[i / kSides] * std::exp(-0.5 * x * x) : weight[i - 2];
    }
    activation.evaluate(z.data(), value.data(), slope.data(), z.size());
    for (std::size_t i = 0; i < z.size(); ++i) {
        sums.mean += weight[i] * value[i];
        sums.meanSquare += weight[i] * value[i] * value[i];
        sums.slopeSquare += weight[i] * slope[i] * slope[i];
    }
}

/// Kinks of f in standard deviations, on either side, the farthest first.
std::vector<double> kinksOf(const activations::Activation& activation, double root)
{
    std::vector<double> kinks;
    for (const double kink : activation.kinks)
        if (kink != 0)
            kinks.push_back(std::abs(kink) / root);
    std::ranges::sort(kinks, std::ranges::greater{});
    return kinks;
}

/// The same, with a kink between falling on an edge.
void addPanels(Sums& sums, const activations::Activation& activation, double root, double from, double to,
    const std::vector<double>& kinks)
{
    for (const double kink : kinks)
        if (from < kink && kink < to) {
            addPanel(sums, activation, root, kink, to);
            to = kink;
        }
    addPanel(sums, activation, root, from, to);
}

/// f bends near z = 0, over a width of about 1/√q, so the panels shrink towards 0 by halves until they are well below
/// it; a kink at 0 falls on a panel's edge.
Sums integrate(const activations::Activation& activation, double q)
{
    const double root = std::sqrt(q);
    const double finest = std::min(1.0, 1 / root) / 4;
    const std::vector<double> kinks = kinksOf(activation, root);
    Sums sums;
    double to = kReach;
    while (to > finest) {
        const double from = to > 2 ? std::max(to - 1, to / 2) : to / 2;
        addPanels(sums, activation, root, from, to, kinks);
        to = from;
    }
    addPanels(sums, activation, root, 0, to, kinks);
    const double norm = 1 / std::sqrt(2 * std::numbers::pi);
    return {norm * sums.mean, norm * sums.meanSquare, norm * sums.slopeSquare};
}

GaussianMoments scaled(const Sums& sums)
{
    return {numerics::Scaled::from(sums.mean), numerics::Scaled::from(sums.meanSquare),
        numerics::Scaled::from(sums.slopeSquare)};
}

/// Of f(z) = right·z for z > 0 and left·z for z < 0.
GaussianMoments ofSlopes(double right, double left, numerics::Scaled q)
{
    const numerics::Scaled square = numerics::Scaled::from((right * right + left * left) / 2);
    return {numerics::sqrt(q) * numerics::Scaled::from((right - left) / std::sqrt(2 * std::numbers::pi)), q * square,
        square};
}

GaussianMoments ofTiny(const activations::Activation& activation, numerics::Scaled q)
{
    const double atZero = activation.value(0);
    if (q.isZero()) {
        const double slope = activation.derivative(0);
        return scaled({atZero, atZero * atZero, slope * slope});
    }
    const double below = activation.value(-1e-100), above = activation.value(1e-100);
    if (std::abs(above - below) > 1e-50) // a step: half of each side, however small q
        return scaled({(below + above) / 2, (below * below + above * above) / 2, 0});
    GaussianMoments moments = ofSlopes(activation.derivative(1e-100), activation.derivative(-1e-100), q);
    if (atZero != 0)
        moments = {numerics::Scaled::from(atZero), numerics::Scaled::from(atZero * atZero), moments.slopeSquare};
    return moments;
}

/// Beyond kHuge, whose moments `known` gives. Where f has no slope left, ∫Dx f′(√q x)² goes on falling like 1/√q.
template <class Known>
GaussianMoments ofHuge(const activations::Activation& activation, numerics::Scaled q, const Known& known)
{
    const double right = activation.derivative(1e100), left = activation.derivative(-1e100);
    if (std::max(std::abs(right), std::abs(left)) > kNoSlope)
        return ofSlopes(right, left, q);
    GaussianMoments moments = known();
    moments.slopeSquare = moments.slopeSquare * numerics::sqrt(numerics::Scaled::from(kHuge) / q);
    return moments;
}

// Of ln q in the table, beyond both kTiny and kHuge. f′ varies over Δ ln q of about 1: eight values around, 0.05 apart,
// leave 1e-12.
constexpr double kGaussianStep = 0.05, kLowest = -74.5, kHighest = 74.5;
constexpr int kStencil = 8;
constexpr std::array<double, kStencil> kBinomials{
    -1, 7, -21, 35, -35, 21, -7, 1}; // Lagrange's, but for a common factor

} // namespace

GaussianMoments gaussianMoments(const activations::Activation& activation, numerics::Scaled q)
{
    if (q < numerics::Scaled::from(kTiny))
        return ofTiny(activation, q);
    if (numerics::Scaled::from(kHuge) < q)
        return ofHuge(activation, q, [&] { return scaled(integrate(activation, kHuge)); });
    return scaled(integrate(activation, q.nearestDouble()));
}

MomentTable::MomentTable(const activations::Activation& activation)
    : m_activation(activation)
    , m_rows(static_cast<std::size_t>((kHighest - kLowest) / kGaussianStep) + 1)
{
}

const MomentTable::Row& MomentTable::row(std::size_t i)
{
    Row& row = m_rows[i];
    if (!row.known) {
        const Sums sums = integrate(m_activation, std::exp(kLowest + kGaussianStep * static_cast<double>(i)));
        row = {sums.mean, sums.meanSquare, sums.slopeSquare, true};
    }
    return row;
}

GaussianMoments MomentTable::at(numerics::Scaled q)
{
    if (q < numerics::Scaled::from(kTiny))
        return ofTiny(m_activation, q);
    if (numerics::Scaled::from(kHuge) < q)
        return ofHuge(m_activation, q, [this] {
            if (!m_huge)
                m_huge = gaussianMoments(m_activation, numerics::Scaled::from(kHuge));
            return *m_huge;
        });
    const double place = (std::log(q.nearestDouble()) - kLowest) / kGaussianStep;
    const auto first = static_cast<std::size_t>(place) - kStencil / 2 + 1;
    const double t = place - static_cast<double>(first);
    Sums sums;
    double weights = 0;
    for (int i = 0; i < kStencil; ++i) { // Lagrange's polynomial through the rows around, in barycentric form
        const Row& known = row(first + static_cast<std::size_t>(i));
        if (t == i)
            return scaled({known.mean, known.meanSquare, known.slopeSquare});
        const double weight = kBinomials[static_cast<std::size_t>(i)] / (t - i);
        weights += weight;
        sums.mean += weight * known.mean;
        sums.meanSquare += weight * known.meanSquare;
        sums.slopeSquare += weight * known.slopeSquare;
    }
    return scaled({sums.mean / weights, sums.meanSquare / weights, sums.slopeSquare / weights});
}

} // namespace deltascope::network
