// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/shared_gradient.h"

#include "network/learning_speeds.h"
#include "network/through_layers.h"

#include <algorithm>
#include <cmath>

namespace deltascope::results {

namespace {

/// 2^exponent; 0 where it is far below the others.
double powerOf(std::int64_t exponent)
{
    return std::ldexp(1.0, static_cast<int>(std::clamp<std::int64_t>(exponent, -2000, 900)));
}

/// A sum of gradients of whatever sizes, in the unit of the largest.
class GradientSum {
public:
    void add(const network::MeanGradient& gradient)
    {
        if (gradient.mantissas.isZero(0))
            return;
        if (m_sum.mantissas.size() == 0) {
            m_sum = gradient;
            return;
        }
        if (gradient.exponent > m_sum.exponent) {
            m_sum.mantissas *= powerOf(m_sum.exponent - gradient.exponent);
            m_sum.exponent = gradient.exponent;
        }
        m_sum.mantissas += powerOf(gradient.exponent - m_sum.exponent) * gradient.mantissas;
    }

    numerics::Scaled norm() const { return numerics::Scaled::from(m_sum.mantissas.norm(), m_sum.exponent); }
    /// ⟨gradient, sum⟩/‖sum‖²
    numerics::Scaled shareOf(const network::MeanGradient& gradient) const
    {
        return numerics::Scaled::from(gradient.mantissas.cwiseProduct(m_sum.mantissas).sum(), gradient.exponent)
            / numerics::Scaled::from(m_sum.mantissas.squaredNorm(), m_sum.exponent);
    }

private:
    network::MeanGradient m_sum{};
};

/// ⟨δ⟩ as a column with the unit of its largest example.
network::MeanGradient biasGradient(const numerics::Columns& delta)
{
    const std::vector<double> ones(static_cast<std::size_t>(delta.count), 1.0);
    const std::vector<std::int64_t> plain(ones.size(), 0);
    const numerics::Columns unit{
        const_cast<double*>(ones.data()), 1, delta.count, const_cast<std::int64_t*>(plain.data())};
    return network::meanGradient(delta, unit);
}

} // namespace

std::optional<SharedGradient> sharedGradient(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop)
{
    const std::vector<int> tied = network::tiedLayers(scenario);
    SharedGradient result{.first = tied.front()};
    result.weights.resize(tied.size());
    result.biases.resize(tied.size());
    GradientSum weights, biases;
    const auto visit = [&](const auto& take) {
        return network::throughLayers(
            scenario, data, network, stop, network::kNoVisitor, network::kNoVisitor,
            [&](const network::ForwardPass& pass, const network::BackwardPass& back, int layer) {
                if (layer >= result.first && layer <= result.last())
                    take(static_cast<std::size_t>(layer - result.first),
                        network::meanGradient(back.ofSums(), pass.entering(layer)), biasGradient(back.delta()));
            },
            network::BackwardPass::Cost::leftOut);
    };
    const auto norm = [](const network::MeanGradient& gradient) {
        return numerics::Scaled::from(gradient.mantissas.norm(), gradient.exponent);
    };
    const bool first = visit([&](std::size_t i, const network::MeanGradient& w, const network::MeanGradient& b) {
        weights.add(w);
        biases.add(b);
        result.weights[i] = norm(w);
        result.biases[i] = norm(b);
    });
    if (!first)
        return std::nullopt;
    result.weightSum = weights.norm();
    result.biasSum = biases.norm();
    if (result.weightSum.isZero())
        return result;
    result.shares.resize(tied.size());
    const bool second = visit([&](std::size_t i, const network::MeanGradient& w, const network::MeanGradient&) {
        result.shares[i] = weights.shareOf(w);
    });
    return second ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace deltascope::results
