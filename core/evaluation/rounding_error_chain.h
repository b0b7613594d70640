// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding errors in a chain: what rounds in w a + b is known exactly (by error-free transformations: Dekker 1971,
// Knuth, TAOCP 2) and keeps its sign on the way; what rounds in f is not, and grows as a root of a mean square.
// core/maths.md 7.2, 7.3.
#pragma once

#include "network/activations/activation.h"
#include "network/forward_pass.h"
#include "numerics/double_double.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <type_traits>

namespace deltascope::evaluation {

inline constexpr double kRounding = 0.4 * 0x1p-53; ///< root of the mean square error of one rounding, relative

inline numerics::Scaled toScaled(double value)
{
    return numerics::Scaled::from(value);
}

inline numerics::Scaled toScaled(numerics::Scaled value)
{
    return value;
}

/// f(z) = a as far as it is known to be without an error: f′ = 1 or 0 there, or ½ = σ(0).
inline bool isExact(double z, double a)
{
    constexpr std::uint64_t kLowBits = (1ULL << 40) - 1;
    return a == z || a == 0 || (z == 0 && (std::bit_cast<std::uint64_t>(a) & kLowBits) == 0);
}

/// Number is double where z, a and f′ are plain doubles, else Scaled.
template <class Number>
class ChainErrors {
public:
    ChainErrors(const network::Network& network, const network::ForwardPass& pass)
        : m_network(network)
        , m_pass(pass)
    {
    }

    /// The same errors, to go on with.
    template <class Other>
    explicit ChainErrors(const ChainErrors<Other>& other)
        : m_network(other.m_network)
        , m_pass(other.m_pass)
        , m_known(toScaled(other.m_known))
        , m_square(toScaled(other.m_square))
    {
    }

    /// From the errors of a^(layer − 1) to those of z.
    void enter(int layer)
    {
        m_z = number(m_pass.zColumn(layer));
        m_slope = slope(layer);
        if (m_network.balanced(layer)) { // z is 0 by the rule, whatever came before
            m_zKnown = m_zSquare = m_weight = {};
            return;
        }
        const double weight = m_network.weights(layer)(0, 0);
        m_weight = from(weight);
        m_zKnown = m_weight * m_known - rest(layer, weight);
        m_zSquare = m_weight * m_weight * m_square;
    }

    /// On to the errors of a.
    void leave(int layer)
    {
        const double residual = m_network.residual(layer);
        const Number a = number(m_pass.aColumn(layer));
        const Number gain = m_slope * m_weight + from(residual);
        m_known = m_slope * m_zKnown + from(residual) * m_known;
        m_square = gain * gain * m_square;
        if (residual != 0 || !exact(m_z, a))
            m_square = m_square + from(kRounding * kRounding) * a * a;
    }

    /// Both parts of the error below half of `most` and of |z|; false proves nothing.
    bool allBelow(double most) const
    {
        if constexpr (std::is_same_v<Number, double>) {
            const double limit = std::min(most, std::abs(m_z)) / 2;
            return std::abs(m_zKnown) < limit && m_zSquare < limit * limit;
        } else {
            return false;
        }
    }
    Number zOf(Eigen::Index) const { return m_z; }
    Number slopeOf(Eigen::Index) const { return m_slope; }
    Number ofZ(Eigen::Index) const
    {
        using std::sqrt;
        return size(m_zKnown) + sqrt(m_zSquare);
    }
    bool nothingRounded(int) const { return false; } // or the errors are 0

private:
    template <class>
    friend class ChainErrors;

    static Number from(double value)
    {
        if constexpr (std::is_same_v<Number, double>)
            return value;
        else
            return numerics::Scaled::from(value);
    }
    static Number number(const numerics::Column& column)
    {
        if constexpr (std::is_same_v<Number, double>)
            return column.mantissas[0];
        else
            return column.at(0);
    }
    static Number size(Number value)
    {
        using std::abs;
        return abs(value);
    }
    static bool exact(Number z, Number a)
    {
        if constexpr (std::is_same_v<Number, double>)
            return isExact(z, a);
        else
            return a == z || a.isZero();
    }
    Number slope(int layer) const
    {
        if constexpr (std::is_same_v<Number, double>)
            return m_pass.derivativeColumn(layer).mantissas[0];
        else
            return m_pass.derivative(layer, 0);
    }
    /// w a + b − z, exactly but for the last digits of the result.
    Number rest(int layer, double weight) const
    {
        const numerics::Column a = m_pass.aColumn(layer - 1);
        const double bias = m_network.biases(layer)[0];
        const numerics::DoubleDouble product = numerics::exactProduct(weight, a.mantissas[0]);
        if constexpr (std::is_same_v<Number, double>) {
            const numerics::DoubleDouble sum = numerics::exactSum(product.high, bias);
            return (sum.high - m_z) + (sum.low + product.low);
        } else {
            const std::int64_t unit = std::max<std::int64_t>(a.exponent, 0);
            const auto inUnits = [unit](double mantissa, std::int64_t exponent) {
                return std::ldexp(mantissa, static_cast<int>(std::clamp<std::int64_t>(exponent - unit, -4000, 1000)));
            };
            const numerics::DoubleDouble sum = numerics::exactSum(inUnits(product.high, a.exponent), inUnits(bias, 0));
            return numerics::Scaled::from(
                (sum.high - inUnits(m_z.mantissa, m_z.exponent)) + (sum.low + inUnits(product.low, a.exponent)), unit);
        }
    }

    const network::Network& m_network;
    const network::ForwardPass& m_pass;
    Number m_known{}, m_square{}; // of a, computed − exact; and the mean square of what is not known
    Number m_zKnown{}, m_zSquare{}; // of z
    Number m_z{}, m_slope{}, m_weight{}; // dz/da, that is
};

} // namespace deltascope::evaluation
