// SPDX-License-Identifier: GPL-3.0-or-later
// f and f′ of any z, ∞ and NaN too, in doubles.
#pragma once

#include "network/activations/activation.h"

#include <vector>

namespace deltascope::network {

/// What a program in a float format that ends before doubles do needs, or to the very end of doubles: what is smaller
/// than a normal double comes then by the exact way.
class ActivationValues {
public:
    enum class Reach { normal, toTheEnd };

    explicit ActivationValues(Reach reach)
        : m_reach(reach)
    {
    }

    /// At ±∞ the limits; at NaN, NaN.
    void evaluate(const activations::Activation& activation, const std::vector<double>& z);

    std::vector<double> values, derivatives; ///< of the z of the last call

private:
    std::vector<double> m_finite;
    Reach m_reach;
};

} // namespace deltascope::network
