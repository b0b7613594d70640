// SPDX-License-Identifier: GPL-3.0-or-later
#include "gradient_check/plain_pass.h"

#include "numerics/rounding.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <type_traits>

namespace deltascope::gradient_check {

using numerics::Scaled;

namespace {

template <class Real>
const numerics::FloatFormat& formatOf()
{
    return numerics::floatFormats()[std::is_same_v<Real, float> ? 2 : 3];
}

} // namespace

template <class Real>
PlainPass<Real>::PlainPass(const network::Network& network, const losses::Loss& loss, const data::Dataset& data,
    const CheckedParameter& parameter)
    : m_network(network)
    , m_loss(loss)
    , m_data(data)
    , m_parameter(parameter)
    , m_theta(static_cast<Real>(parameter.column == 0
              ? network.biases(parameter.layer)(parameter.row - 1)
              : network.weights(parameter.layer)(parameter.row - 1, parameter.column - 1)))
{
    for (Eigen::Index x = 0; x < data.examples(); ++x) {
        Values a;
        for (Eigen::Index i = 0; i < data.inputs.rows(); ++i)
            a.push_back(static_cast<Real>(data.inputs(i, x)));
        for (int l = 1; l < parameter.layer; ++l)
            a = valuesOf(l, sums(l, a));
        m_entering.push_back(std::move(a));
    }
}

/// Neuron by neuron in the order of the neurons before, then the bias.
template <class Real>
typename PlainPass<Real>::Values PlainPass<Real>::sums(int layer, const Values& entering) const
{
    const auto weights = m_network.weights(layer);
    const auto biases = m_network.biases(layer);
    Values z(static_cast<std::size_t>(weights.rows()));
    for (Eigen::Index j = 0; j < weights.cols(); ++j)
        for (Eigen::Index i = 0; i < weights.rows(); ++i)
            z[static_cast<std::size_t>(i)] += static_cast<Real>(weights(i, j)) * entering[static_cast<std::size_t>(j)];
    for (Eigen::Index i = 0; i < weights.rows(); ++i)
        z[static_cast<std::size_t>(i)] += static_cast<Real>(biases(i));
    return z;
}

template <class Real>
typename PlainPass<Real>::Values PlainPass<Real>::valuesOf(int layer, const Values& z) const
{
    Values a;
    for (const Real each : z)
        a.push_back(std::isfinite(each)
                ? static_cast<Real>(m_network.activation(layer).value(static_cast<double>(each)))
                : std::numeric_limits<Real>::quiet_NaN());
    return a;
}

template <class Real>
Real PlainPass<Real>::costOf(std::size_t example, const Values& z) const
{
    std::vector<Scaled> outputs;
    std::vector<double> target;
    for (std::size_t i = 0; i < z.size(); ++i) {
        if (!std::isfinite(z[i]))
            return std::numeric_limits<Real>::quiet_NaN();
        outputs.push_back(Scaled::from(static_cast<double>(z[i])));
        target.push_back(static_cast<double>(
            static_cast<Real>(m_data.targets(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(example)))));
    }
    return static_cast<Real>(m_loss.cost({m_network.activation(m_network.depth()), outputs, target}).nearestDouble());
}

template <class Real>
Real PlainPass<Real>::cost(Real theta) const
{
    const auto row = static_cast<std::size_t>(m_parameter.row - 1);
    Real sum = 0;
    for (std::size_t x = 0; x < m_entering.size(); ++x) {
        Values z = sums(m_parameter.layer, m_entering[x]);
        // The neuron of θ once more, in the same order.
        const auto weights = m_network.weights(m_parameter.layer);
        Real own = 0;
        for (Eigen::Index j = 0; j < weights.cols(); ++j)
            own += (j == m_parameter.column - 1 ? theta : static_cast<Real>(weights(m_parameter.row - 1, j)))
                * m_entering[x][static_cast<std::size_t>(j)];
        z[row] = own
            + (m_parameter.column == 0 ? theta
                                       : static_cast<Real>(m_network.biases(m_parameter.layer)(m_parameter.row - 1)));
        for (int l = m_parameter.layer; l < m_network.depth(); ++l)
            z = sums(l + 1, valuesOf(l, z));
        sum += costOf(x, z);
    }
    return mean(sum);
}

template <class Real>
std::optional<double> PlainPass<Real>::difference(double step)
{
    const auto h = static_cast<Real>(step);
    const Real found = (cost(m_theta + h) - cost(m_theta - h)) / (2 * h);
    return std::isfinite(found) ? std::optional(static_cast<double>(found)) : std::nullopt;
}

template <class Real>
typename PlainPass<Real>::Values PlainPass<Real>::outputDelta(std::size_t example, const Values& z) const
{
    const activations::Activation& f = m_network.activation(m_network.depth());
    const std::size_t size = z.size();
    const Values a = valuesOf(m_network.depth(), z);
    std::vector<double> zs, as, slopes, targets, delta(size);
    for (std::size_t i = 0; i < size; ++i) {
        zs.push_back(static_cast<double>(z[i]));
        as.push_back(static_cast<double>(a[i]));
        slopes.push_back(static_cast<double>(static_cast<Real>(f.derivative(zs.back()))));
        targets.push_back(static_cast<double>(
            static_cast<Real>(m_data.targets(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(example)))));
    }
    if (m_loss.roundedDelta) {
        numerics::Rounding round(formatOf<Real>()), accumulate(formatOf<Real>());
        m_loss.roundedDelta(
            {zs.data(), as.data(), slopes.data(), targets.data(), size, round, accumulate}, delta.data());
    } else {
        std::vector<Scaled> outputs, exact(size);
        for (const double each : zs)
            outputs.push_back(Scaled::from(each));
        m_loss.outputDelta({f, outputs, targets}, exact);
        std::ranges::transform(exact, delta.begin(), &Scaled::nearestDouble);
    }
    Values rounded;
    for (const double each : delta)
        rounded.push_back(static_cast<Real>(each));
    return rounded;
}

template <class Real>
Real PlainPass<Real>::gradientOf(std::size_t example) const
{
    std::vector<Values> z{sums(m_parameter.layer, m_entering[example])}; // of the layer of θ and those after it
    for (int l = m_parameter.layer; l < m_network.depth(); ++l)
        z.push_back(sums(l + 1, valuesOf(l, z.back())));
    for (const Values& each : z)
        if (!std::ranges::all_of(each, [](Real value) { return std::isfinite(value); }))
            return std::numeric_limits<Real>::quiet_NaN();
    Values delta = outputDelta(example, z.back());
    for (int l = m_network.depth() - 1; l >= m_parameter.layer; --l) {
        const auto weights = m_network.weights(l + 1);
        Values back(static_cast<std::size_t>(weights.cols()));
        for (Eigen::Index j = 0; j < weights.cols(); ++j) {
            Real sum = 0;
            for (Eigen::Index i = 0; i < weights.rows(); ++i)
                sum += static_cast<Real>(weights(i, j)) * delta[static_cast<std::size_t>(i)];
            const auto k = static_cast<std::size_t>(j);
            const double at = static_cast<double>(z[static_cast<std::size_t>(l - m_parameter.layer)][k]);
            back[k] = static_cast<Real>(m_network.activation(l).derivative(at)) * sum;
        }
        delta = std::move(back);
    }
    const Real own = delta[static_cast<std::size_t>(m_parameter.row - 1)];
    return m_parameter.column == 0 ? own : own * m_entering[example][static_cast<std::size_t>(m_parameter.column - 1)];
}

template <class Real>
std::optional<double> PlainPass<Real>::gradient()
{
    Real sum = 0;
    for (std::size_t x = 0; x < m_entering.size(); ++x)
        sum += gradientOf(x);
    sum = mean(sum);
    return std::isfinite(sum) ? std::optional(static_cast<double>(sum)) : std::nullopt;
}

template class PlainPass<float>;
template class PlainPass<double>;

} // namespace deltascope::gradient_check
