// SPDX-License-Identifier: GPL-3.0-or-later
#include "gradient_check/carried_difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace deltascope::gradient_check {

using numerics::Scaled;

namespace {

/// Gauss–Legendre over 0 … 1, 10 points in pairs: how far from the middle, and the weight.
constexpr std::array kNodes{std::pair{0.1488743389816312, 0.2955242247147529},
    std::pair{0.4333953941292472, 0.2692667193099963}, std::pair{0.6794095682990244, 0.2190863625159820},
    std::pair{0.8650633666889845, 0.1494513491505806}, std::pair{0.9739065285171717, 0.0666713443086881}};
constexpr double kMostPieces = 16; // of length 1; longer ways are taken as the difference of their ends

/// ∫₀¹ g(t) dt in so many pieces.
template <class Function>
Scaled integral(int pieces, const Function& g)
{
    Scaled sum;
    for (int piece = 0; piece < pieces; ++piece)
        for (const auto& [node, weight] : kNodes)
            for (const double side : {-node, node}) {
                const double t = (piece + 0.5 + 0.5 * side) / pieces;
                sum = sum + Scaled::from(0.5 * weight / pieces) * g(t);
            }
    return sum;
}

/// How many pieces a way takes; 0: too many, or over a kink.
int piecesFor(const activations::Activation& f, Scaled z, Scaled difference)
{
    const Scaled end = z + difference;
    if (Scaled::from(kMostPieces) < numerics::abs(difference))
        return 0;
    for (const double kink : f.kinks) {
        const Scaled at = Scaled::from(kink);
        if ((z < at) != (end < at) || at == z || at == end)
            return 0;
    }
    return std::max(1, static_cast<int>(std::ceil(std::abs(difference.nearestDouble()))));
}

Scaled along(Scaled z, Scaled difference, double t)
{
    return z + Scaled::from(t) * difference;
}

/// f(z + difference) − f(z)
Scaled differenceOf(const activations::Activation& f, Scaled z, Scaled difference)
{
    if (difference.isZero())
        return {};
    const int pieces = piecesFor(f, z, difference);
    if (pieces == 0)
        return f.scaledValue(z + difference) - f.scaledValue(z);
    return difference * integral(pieces, [&](double t) { return f.scaledDerivative(along(z, difference, t)); });
}

} // namespace

CarriedDifference::CarriedDifference(const network::Network& network, const losses::Loss& loss,
    const data::Dataset& data, const CheckedParameter& parameter)
    : m_network(network)
    , m_loss(loss)
    , m_data(data)
    , m_parameter(parameter)
{
    for (Eigen::Index x = 0; x < data.examples(); ++x) {
        Values a;
        for (Eigen::Index i = 0; i < data.inputs.rows(); ++i)
            a.push_back(Scaled::from(data.inputs(i, x)));
        for (int l = 1; l < parameter.layer; ++l) {
            a = sums(l, a, true);
            for (Scaled& each : a)
                each = network.activation(l).scaledValue(each);
        }
        m_z.push_back(sums(parameter.layer, a, true));
        m_entering.push_back(std::move(a));
    }
}

CarriedDifference::Values CarriedDifference::sums(int layer, const Values& entering, bool withBiases) const
{
    const auto weights = m_network.weights(layer);
    Values z(static_cast<std::size_t>(weights.rows()));
    for (Eigen::Index j = 0; j < weights.cols(); ++j) {
        const Scaled a = entering[static_cast<std::size_t>(j)];
        if (a.isZero())
            continue;
        for (Eigen::Index i = 0; i < weights.rows(); ++i)
            z[static_cast<std::size_t>(i)] = z[static_cast<std::size_t>(i)] + Scaled::from(weights(i, j)) * a;
    }
    if (withBiases)
        for (Eigen::Index i = 0; i < weights.rows(); ++i)
            z[static_cast<std::size_t>(i)] = z[static_cast<std::size_t>(i)] + Scaled::from(m_network.biases(layer)(i));
    return z;
}

Scaled CarriedDifference::by(double step) const
{
    const Scaled h = Scaled::from(step);
    Scaled sum;
    for (std::size_t x = 0; x < m_z.size(); ++x)
        sum = sum + ofExample(x, h);
    return sum / (Scaled::from(2.0 * static_cast<double>(m_z.size())) * h);
}

Scaled CarriedDifference::ofExample(std::size_t example, Scaled step) const
{
    const auto row = static_cast<std::size_t>(m_parameter.row - 1);
    const Scaled multiplied = m_parameter.column == 0
        ? Scaled::from(1)
        : m_entering[example][static_cast<std::size_t>(m_parameter.column - 1)];
    Values z = m_z[example], difference(z.size());
    z[row] = z[row] - step * multiplied;
    difference[row] = Scaled::from(2) * step * multiplied;
    for (int l = m_parameter.layer; l < m_network.depth(); ++l) {
        const activations::Activation& f = m_network.activation(l);
        Values a(z.size()), change(z.size());
        for (std::size_t i = 0; i < z.size(); ++i) {
            a[i] = f.scaledValue(z[i]);
            change[i] = differenceOf(f, z[i], difference[i]);
        }
        z = sums(l + 1, a, true);
        difference = sums(l + 1, change, false);
    }
    return ofCost(example, z, difference);
}

Scaled CarriedDifference::costOf(std::size_t example, const Values& z) const
{
    const std::span target(
        m_data.targets.data() + static_cast<Eigen::Index>(example) * m_data.targets.rows(), z.size());
    return m_loss.cost({m_network.activation(m_network.depth()), z, target});
}

Scaled CarriedDifference::ofCost(std::size_t example, const Values& z, const Values& difference) const
{
    const activations::Activation& f = m_network.activation(m_network.depth());
    int pieces = 1;
    for (std::size_t i = 0; i < z.size(); ++i)
        if (!difference[i].isZero()) {
            const int here = piecesFor(f, z[i], difference[i]);
            pieces = here == 0 || pieces == 0 ? 0 : std::max(pieces, here);
        }
    const std::span target(
        m_data.targets.data() + static_cast<Eigen::Index>(example) * m_data.targets.rows(), z.size());
    Values at(z.size()), delta(z.size());
    if (pieces == 0) {
        for (std::size_t i = 0; i < z.size(); ++i)
            at[i] = z[i] + difference[i];
        return costOf(example, at) - costOf(example, z);
    }
    return integral(pieces, [&](double t) {
        for (std::size_t i = 0; i < z.size(); ++i)
            at[i] = along(z[i], difference[i], t);
        m_loss.outputDelta({f, at, target}, delta);
        Scaled sum;
        for (std::size_t i = 0; i < z.size(); ++i)
            sum = sum + difference[i] * delta[i];
        return sum;
    });
}

} // namespace deltascope::gradient_check
