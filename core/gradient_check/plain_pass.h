// SPDX-License-Identifier: GPL-3.0-or-later
// A network of weights, biases and activations alone as a program computes it in double, or in float32: weights,
// biases, inputs and targets rounded to the format, sums taken term by term, f and f′ those of the rounded z, rounded
// once; the cost is that of the rounded z, rounded once. One parameter θ may differ. core/maths.md 6.4, 1.22.
#pragma once

#include "data/dataset.h"
#include "gradient_check/gradient_check.h"
#include "network/losses/loss.h"
#include "network/network.h"

#include <optional>
#include <vector>

namespace deltascope::gradient_check {

template <class Real>
class PlainPass {
public:
    PlainPass(const network::Network& network, const losses::Loss& loss, const data::Dataset& data,
        const CheckedParameter& parameter);

    /// (C(θ+h) − C(θ−h))/2h, every operation in Real; nothing where it is ∞ or no number.
    std::optional<double> difference(double step);
    /// ∂C/∂θ by back-propagation, alike.
    std::optional<double> gradient();

private:
    using Values = std::vector<Real>;
    Values sums(int layer, const Values& entering) const;
    Values valuesOf(int layer, const Values& z) const;
    Real mean(Real sum) const { return sum / static_cast<Real>(m_entering.size()); }
    Real cost(Real theta) const;
    Real costOf(std::size_t example, const Values& z) const;
    Real gradientOf(std::size_t example) const;
    Values outputDelta(std::size_t example, const Values& z) const;

    const network::Network& m_network;
    const losses::Loss& m_loss;
    const data::Dataset& m_data;
    CheckedParameter m_parameter;
    std::vector<Values> m_entering; // of the layer of θ, by example
    Real m_theta;
};

extern template class PlainPass<float>;
extern template class PlainPass<double>;

} // namespace deltascope::gradient_check
