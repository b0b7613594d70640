// SPDX-License-Identifier: GPL-3.0-or-later
// A network computed in a float format by plain loops, one operation after the other: what format_pass.h promises,
// written a second time. Rounding is by scaling and nearbyint, or the processor's own float.
// core/maths.md 6.2, 6.4, 6.5.
#pragma once

#include "core/support/evaluated.h"
#include "core/support/normalized_over.h"
#include "network/activations/activation.h"

#include <cfloat>
#include <cmath>
#include <functional>
#include <vector>

namespace deltascope::reference {

/// To so many bits with exponents from `lowest` on, ties to even.
inline double toBits(double x, int bits, int lowest, double largest)
{
    if (x == 0 || !std::isfinite(x))
        return x;
    int exponent = 0;
    std::frexp(x, &exponent); // |x| = m·2^exponent, ½ ≤ m < 1
    const int unit = std::max(exponent - 1, lowest) - bits + 1;
    const double rounded = std::ldexp(std::nearbyint(std::ldexp(x, -unit)), unit);
    return std::abs(rounded) > largest ? std::copysign(HUGE_VAL, x) : rounded;
}

inline double toHalf(double x)
{
    return toBits(x, 11, -14, 65504);
}

inline double toBfloat(double x)
{
    return toBits(x, 8, -126, 0x1.fep127);
}

inline double toSingle(double x)
{
    return std::abs(x) >= 0x1.ffffffp127 && std::isfinite(x) ? std::copysign(HUGE_VAL, x)
                                                             : double{static_cast<float>(x)};
}

inline double toDouble(double x)
{
    return x;
}

using Rounder = double (*)(double);
using Values = std::vector<std::vector<double>>; // [example][neuron]

/// One number a layer: ‖⟨δ⟩‖, ∞ or NaN; and the first layer with an ∞ or NaN on the way forward (−1: none).
struct Outcome {
    std::vector<double> speeds; // log10; −∞ for 0
    int overflowsAt = -1;
};

/// Sum: float or double, in which terms are added.
template <class Sum>
class Reference {
public:
    Reference(
        const model::Scenario& scenario, const data::Dataset& data, const network::Network& network, Rounder round)
        : m_scenario(scenario)
        , m_data(data)
        , m_network(network)
        , m_round(round)
    {
    }

    Outcome run()
    {
        const auto depth = static_cast<std::size_t>(m_network.depth());
        m_a.resize(depth + 1);
        m_slopes = m_hats = m_z = m_a;
        m_deviations.resize(depth + 1);
        m_a[0] = columns(m_data.inputs);
        look(m_a[0], 0);
        for (int l = 1; l <= m_network.depth(); ++l)
            forward(l);
        Values delta = output(), gradient;
        m_outcome.speeds.resize(depth);
        for (int l = m_network.depth(); l >= 1; --l) {
            if (l < m_network.depth())
                delta = backward(l, delta, gradient);
            m_outcome.speeds[static_cast<std::size_t>(l - 1)] = norm(delta);
        }
        return m_outcome;
    }

private:
    Values columns(const Eigen::MatrixXd& matrix) const
    {
        Values result(static_cast<std::size_t>(matrix.cols()));
        for (Eigen::Index x = 0; x < matrix.cols(); ++x)
            for (Eigen::Index i = 0; i < matrix.rows(); ++i)
                result[static_cast<std::size_t>(x)].push_back(m_round(matrix(i, x)));
        return result;
    }

    void look(const Values& values, int layer)
    {
        for (const auto& column : values)
            for (const double each : column)
                if (!std::isfinite(each) && m_outcome.overflowsAt < 0)
                    m_outcome.overflowsAt = layer;
    }

    /// (h − μ)/s of each group, neuron by neuron.
    void normalize(Values& h, std::size_t l)
    {
        if (m_scenario.normalization != "batch")
            for (auto& column : h) {
                std::vector<double*> group;
                for (double& each : column)
                    group.push_back(&each);
                m_deviations[l].push_back(standardize(group));
            }
        else
            for (std::size_t i = 0; i < h[0].size(); ++i) {
                std::vector<double*> group;
                for (auto& column : h)
                    group.push_back(&column[i]);
                m_deviations[l].push_back(standardize(group));
            }
        m_hats[l] = h;
    }

    Sum standardize(const std::vector<double*>& group)
    {
        Sum sum = 0, squares = 0;
        std::vector<Sum> centred;
        for (const double* each : group)
            sum += static_cast<Sum>(*each);
        const Sum mean = m_scenario.normalization == "rms" ? 0 : sum / static_cast<Sum>(group.size());
        for (const double* each : group) {
            centred.push_back(static_cast<Sum>(*each) - mean);
            squares += centred.back() * centred.back();
        }
        const Sum s = std::sqrt(squares / static_cast<Sum>(group.size()) + static_cast<Sum>(1e-5));
        for (std::size_t i = 0; i < group.size(); ++i)
            *group[i] = m_round(double{centred[i] / s});
        return s;
    }

    double value(const activations::Function<double(double)>& f, double z) const
    {
        if (std::isnan(z))
            return z;
        if (!std::isinf(z))
            return f(z);
        const double far = f(std::copysign(DBL_MAX, z));
        return std::abs(far) > 1e300 ? std::copysign(HUGE_VAL, far) : far;
    }

    void forward(int layer)
    {
        const auto l = static_cast<std::size_t>(layer);
        const auto weights = m_network.weights(layer);
        Values z(m_a[0].size());
        for (std::size_t x = 0; x < z.size(); ++x)
            for (int i = 0; i < m_network.size(layer); ++i) {
                Sum sum = 0;
                for (int j = 0; j < m_network.size(layer - 1); ++j)
                    sum += static_cast<Sum>(m_round(weights(i, j)))
                        * static_cast<Sum>(m_a[l - 1][x][static_cast<std::size_t>(j)]);
                z[x].push_back(m_round(double{sum}));
            }
        if (normalizedOver(m_network, layer) != Over::nothing)
            normalize(z, l);
        for (std::size_t i = 0; i < z[0].size(); ++i) {
            const double bias =
                m_network.balanced(layer) ? -z[0][i] : m_round(m_network.biases(layer)[static_cast<Eigen::Index>(i)]);
            for (auto& column : z)
                column[i] = m_round(column[i] + bias);
        }
        look(z, layer);
        const activations::Activation& activation = m_network.activation(layer);
        const double alpha = m_round(m_network.identity(layer));
        m_a[l] = m_slopes[l] = z;
        for (std::size_t x = 0; x < z.size(); ++x)
            for (std::size_t i = 0; i < z[x].size(); ++i) {
                m_a[l][x][i] = m_round(value(activation.value, z[x][i]));
                m_slopes[l][x][i] = m_round(value(activation.derivative, z[x][i]));
                if (alpha != 0)
                    m_a[l][x][i] = m_round(m_a[l][x][i] + m_round(alpha * m_a[l - 1][x][i]));
            }
        look(m_a[l], layer);
        m_z[l] = std::move(z);
    }

    Values output() const
    {
        const Values targets = columns(m_data.targets);
        const auto l = static_cast<std::size_t>(m_network.depth());
        Values delta = m_a[l];
        for (std::size_t x = 0; x < delta.size(); ++x) {
            std::vector<double> p = delta[x];
            if (m_scenario.loss == "softmax")
                p = softmax(m_z[l][x], targets[x]);
            for (std::size_t i = 0; i < p.size(); ++i) {
                delta[x][i] = m_round(p[i] - targets[x][i]);
                if (m_scenario.loss == "quadratic")
                    delta[x][i] = m_round(delta[x][i] * m_slopes[l][x][i]);
            }
        }
        return delta;
    }

    std::vector<double> softmax(const std::vector<double>& z, const std::vector<double>& target) const
    {
        double largest = z[0];
        Sum all = 0, targets = 0;
        for (const double each : z)
            largest = std::isnan(each) || each > largest ? each : largest;
        std::vector<Sum> powers;
        for (std::size_t i = 0; i < z.size(); ++i) {
            const Sum difference = static_cast<Sum>(z[i]) - static_cast<Sum>(largest);
            powers.push_back(static_cast<Sum>(std::exp(double{difference})));
            all += powers.back();
            targets += static_cast<Sum>(target[i]);
        }
        std::vector<double> p;
        for (const Sum power : powers)
            p.push_back(m_round(m_round(double{power / all}) * m_round(double{targets})));
        return p;
    }

    void backThroughNormalization(std::size_t l, Values& delta) const
    {
        const bool byExample = m_scenario.normalization != "batch", centred = m_scenario.normalization != "rms";
        const std::size_t examples = delta.size(), neurons = delta[0].size();
        for (std::size_t g = 0; g < (byExample ? examples : neurons); ++g) {
            const std::size_t count = byExample ? neurons : examples;
            const auto at = [&](Values& values, std::size_t k) -> double& {
                return byExample ? values[g][k] : values[k][g];
            };
            Values hats = m_hats[l];
            Sum sum = 0, products = 0;
            for (std::size_t k = 0; k < count; ++k) {
                sum += static_cast<Sum>(at(delta, k));
                products += static_cast<Sum>(at(delta, k)) * static_cast<Sum>(at(hats, k));
            }
            const Sum mean = sum / static_cast<Sum>(count), along = products / static_cast<Sum>(count);
            for (std::size_t k = 0; k < count; ++k) {
                const Sum own = centred ? static_cast<Sum>(at(delta, k)) - mean : static_cast<Sum>(at(delta, k));
                const Sum left = own - static_cast<Sum>(at(hats, k)) * along;
                at(delta, k) = m_round(double{left / m_deviations[l][g]});
            }
        }
    }

    Values backward(int layer, Values delta, Values& gradient) const
    {
        const auto l = static_cast<std::size_t>(layer);
        if (normalizedOver(m_network, layer + 1) != Over::nothing)
            backThroughNormalization(l + 1, delta);
        const auto weights = m_network.weights(layer + 1);
        const double alpha = m_round(m_network.identity(layer + 1));
        Values next(delta.size()), result(delta.size());
        for (std::size_t x = 0; x < delta.size(); ++x)
            for (int j = 0; j < m_network.size(layer); ++j) {
                Sum sum = 0;
                for (int i = 0; i < m_network.size(layer + 1); ++i)
                    sum += static_cast<Sum>(m_round(weights(i, j)))
                        * static_cast<Sum>(delta[x][static_cast<std::size_t>(i)]);
                const auto neuron = static_cast<std::size_t>(j);
                next[x].push_back(m_round(double{sum}));
                if (alpha != 0)
                    next[x].back() = m_round(next[x].back() + m_round(alpha * gradient[x][neuron]));
                result[x].push_back(m_round(next[x].back() * m_slopes[l][x][neuron]));
            }
        gradient = std::move(next);
        return result;
    }

    /// log10 ‖⟨δ⟩‖
    double norm(const Values& delta) const
    {
        long double squares = 0;
        for (std::size_t i = 0; i < delta[0].size(); ++i) {
            Sum sum = 0;
            for (const auto& column : delta)
                sum += static_cast<Sum>(column[i]);
            const double mean = delta.size() == 1 ? delta[0][i] : m_round(double{sum / static_cast<Sum>(delta.size())});
            squares += static_cast<long double>(mean) * mean; // long double holds the square of any double
        }
        return static_cast<double>(std::log10(squares) / 2);
    }

    const model::Scenario& m_scenario;
    const data::Dataset& m_data;
    const network::Network& m_network;
    Rounder m_round;
    std::vector<Values> m_a, m_z, m_slopes, m_hats;
    std::vector<std::vector<Sum>> m_deviations;
    Outcome m_outcome;
};

} // namespace deltascope::reference
