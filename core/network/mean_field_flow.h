// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation makes of the numbers of a wide random layer (theory/mean_field/mean_field.h): mean and mean square
// over the neurons on the way forward, and by what it multiplies the mean square of a gradient on the way back.
#pragma once

#include "network/activation_parts/gaussian_moments.h"
#include "network/structure.h"

#include <functional>

namespace deltascope::operations {

/// σ_w² and σ_b² of a layer; σ_w² = n_in·Var w for any random rule.
struct Variances {
    double weight = 1;
    double bias = 0;
    double alone = 1; ///< by what is drawn ⟨a²⟩ of one input is so many times ⟨a a′⟩ of two that are all but equal

    Variances ofOne() const { return {weight * alone, bias}; } ///< of what one input makes of itself
};

/// One layer. Number: Scaled for one layer after the other, double for layers alike.
template <class Number>
struct MeanFieldFlow {
    /// Over the neurons.
    struct Signal {
        Number mean{}, meanSquare{};
        bool operator==(const Signal&) const = default;
    };

    Variances variances;
    const network::LayerOperation* operation = nullptr; ///< the present one
    Signal signal; ///< of what the last operation gave
    Signal before; ///< of a^(l−1)
    bool activated = false; ///< f is behind
    bool settled = false; ///< layers alike for so long that a^(l−1) is as a^l will be
    std::function<network::GaussianMoments(Number q)> moments; ///< of f(z), z ~ N(0, q)

    Number weight = number(1); ///< σ_w²
    Number divisor = number(1); ///< s² of normalizations before f
    Number lastDivisor = number(1); ///< and of those after something is added
    double identity = 0; ///< α, once it is added
    Number q{}; ///< ⟨z²⟩
    Number slopeSquare{}; ///< ⟨f′²⟩, and of what is done to f(z) before something is added

    /// A gradient is divided by s on its way back.
    void divideBack(Number square)
    {
        if (!activated)
            divisor = divisor * square;
        else if (identity == 0)
            slopeSquare = slopeSquare / square;
        else
            lastDivisor = lastDivisor * square;
    }

    static Number number(double value)
    {
        if constexpr (std::is_same_v<Number, double>)
            return value;
        else
            return Number::from(value);
    }
};

} // namespace deltascope::operations
