// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding errors in a chain: what rounds in w a + b is known exactly (by error-free transformations: Dekker 1971,
// Knuth, TAOCP 2) and keeps its sign on the way; what rounds in f is not, and grows as a root of a mean square.
// core/maths.md 7.2, 7.3.
#pragma once

#include "network/carried_errors.h"
#include "network/operation.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <type_traits>

namespace deltascope::evaluation {

inline numerics::Scaled toScaled(double value)
{
    return numerics::Scaled::from(value);
}

inline numerics::Scaled toScaled(numerics::Scaled value)
{
    return value;
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
        const Number z = number(m_pass.zColumn(layer)), a = number(m_pass.aColumn(layer));
        m_layer.emplace(operations::ChainError<Number>{
            m_network, m_pass, layer, nullptr, z, a, slope(layer), m_known, m_known, from(1)});
        const network::LayerPlan& plan = m_network.plan(layer);
        follow(plan, 0, plan.activate);
        m_layer->known = m_layer->known - m_layer->rest;
        m_zSquare = m_layer->gain * m_layer->gain * m_square;
    }

    /// On to the errors of a.
    void leave(int layer)
    {
        const network::LayerPlan& plan = m_network.plan(layer);
        follow(plan, plan.activate, plan.operations.size());
        m_known = m_layer->known;
        m_square = m_layer->gain * m_layer->gain * m_square;
        if (m_layer->rounds)
            m_square = m_square + from(operations::kRounding * operations::kRounding) * m_layer->a * m_layer->a;
    }

    /// Both parts of the error below half of `most` and of |z|; false proves nothing.
    bool allBelow(double most) const
    {
        if constexpr (std::is_same_v<Number, double>) {
            const double limit = std::min(most, std::abs(m_layer->z)) / 2;
            return std::abs(m_layer->known) < limit && m_zSquare < limit * limit;
        } else {
            return false;
        }
    }
    Number zOf(Eigen::Index) const { return m_layer->z; }
    Number slopeOf(Eigen::Index) const { return m_layer->slope; }
    Number ofZ(Eigen::Index) const
    {
        using std::abs;
        using std::sqrt;
        return abs(m_layer->known) + sqrt(m_zSquare);
    }
    bool nothingRounded(int) const { return false; } // or the errors are 0

private:
    template <class>
    friend class ChainErrors;

    void follow(const network::LayerPlan& plan, std::size_t first, std::size_t end)
    {
        for (std::size_t i = first; i < end; ++i) {
            m_layer->operation = &plan.operations[i];
            if (const auto error = m_layer->operation->kind->chainError.template of<Number>())
                error(*m_layer);
        }
    }
    static Number from(double value) { return operations::ChainError<Number>::number(value); }
    static Number number(const numerics::Column& column)
    {
        if constexpr (std::is_same_v<Number, double>)
            return column.mantissas[0];
        else
            return column.at(0);
    }
    Number slope(int layer) const
    {
        if constexpr (std::is_same_v<Number, double>)
            return m_pass.derivativeColumn(layer).mantissas[0];
        else
            return m_pass.derivative(layer, 0);
    }

    const network::Network& m_network;
    const network::ForwardPass& m_pass;
    Number m_known{}, m_square{}; // of a, computed − exact; and the mean square of what is not known
    Number m_zSquare{}; // of z
    std::optional<operations::ChainError<Number>> m_layer; // the present one
};

} // namespace deltascope::evaluation
