// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "numerics/scaled.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

namespace deltascope::activations {

/// An activation function f with its derivative, in every form that the engine needs. One const record in one file.
/// All functions accept every finite z and never return NaN.
struct Activation {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "σ(z) = 1/(1 + e⁻ᶻ)"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    double (*value)(double z); ///< f(z)
    double (*derivative)(double z); ///< f′(z), right to the last digits also in the tails
    void (*evaluate)(const double* z, double* value, double* derivative, std::size_t count); ///< both, over an array
    numerics::Scaled (*scaledValue)(numerics::Scaled z); ///< f(z) where doubles fail: σ(−800) = 10^−347
    numerics::Scaled (*scaledDerivative)(numerics::Scaled z); ///< f′(z), with sign
    numerics::Scaled (*minus)(numerics::Scaled z, double y); ///< f(z) − y with its relative precision kept
    /// f(z) − its limit on z's side of 0, where that limit is finite but no double, as π/2; nullptr: `minus` does it.
    numerics::Scaled (*minusLimit)(numerics::Scaled z) = nullptr;

    /// t, where |f′(z)| is e^(−t) but for a factor whose logarithm is far below t's last digit: wherever f′ is beyond
    /// Scaled's range, and f(z) − y then too where it is. Sizes that no exponent holds are told apart by it. nullptr:
    /// f′ never is.
    numerics::Scaled (*tailExponent)(numerics::Scaled z) = nullptr;

    double (*second)(double z) = nullptr; ///< f″(z), at a kink of f or f′ either side's; nullptr: by differences of f′

    double lower = -std::numeric_limits<double>::infinity(); ///< inf f
    double upper = std::numeric_limits<double>::infinity(); ///< sup f
    double maxDerivative; ///< max |f′|
    double maxDerivativeAt; ///< a z where it is reached (0: everywhere, or for z > 0; ∞: only approached there)
    bool monotone = true; ///< f never falls
    bool kink = false; ///< not differentiable at 0 (f′(0) is stated in `description`)
};

/// −ln|size| of an f′(z) or f(z) − y, also where it is beyond Scaled's range.
inline numerics::Scaled tailOf(const Activation& activation, numerics::Scaled z, numerics::Scaled size)
{
    return size.beyondRange() && !z.beyondRange() && activation.tailExponent
        ? activation.tailExponent(z)
        : numerics::Scaled::from(-size.naturalLog());
}

/// f″(z): the activation's own, or differences of f′, to about 1e-9 of the largest f″ nearby.
inline double secondDerivative(const Activation& activation, double z)
{
    if (activation.second)
        return activation.second(z);
    const double step = 1e-4 * std::max(1.0, std::abs(z));
    const auto over = [&](double h) { return (activation.derivative(z + h) - activation.derivative(z - h)) / (2 * h); };
    return (4 * over(step) - over(2 * step)) / 3;
}

std::span<const Activation* const> activationsRegistry();

} // namespace deltascope::activations
