// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "numerics/scaled.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace deltascope::activations {
struct Activation;
}
namespace deltascope::numerics {
class Rounding;
}

namespace deltascope::losses {

/// z^L of one example and its targets, output by output.
struct LossInput {
    const activations::Activation& output; ///< f of the last layer
    std::span<const numerics::Scaled> z;
    std::span<const double> target;
};

/// The same of one example in doubles: `size` of each.
struct PlainLossInput {
    const activations::Activation& output;
    const double* z;
    const double* a;
    const double* derivative;
    const double* target;
    std::size_t size;
};

/// The output of one example as a float format holds it.
struct RoundedLossInput {
    const double* z;
    const double* a;
    const double* derivative;
    const double* target;
    std::size_t size;
    numerics::Rounding& round; ///< to the format
    numerics::Rounding& accumulate; ///< to the format in which sums are taken
};

/// A cost of one example; over a batch it is the mean. One const record in one file. Everything is computed from z, so
/// that a saturated output gives no NaN and keeps its relative precision.
struct Loss {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "C = ½‖a^L − y‖²"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    std::string_view outputActivation; ///< the only output activation it goes with; empty: any
    bool wantsClasses = false; ///< its targets are one-hot where they are drawn at random
    bool negative = false; ///< its targets are probabilities: where they do not lie from 0 to 1, it can fall below 0
    bool sumsToOne = false; ///< the outputs that it compares with the targets sum to 1

    numerics::Scaled (*cost)(const LossInput& example);
    void (*outputDelta)(const LossInput& example, std::span<numerics::Scaled> delta); ///< δ^L = ∂C/∂z^L
    void (*outputGradient)(const LossInput& example, std::span<numerics::Scaled> gradient); ///< ∂C/∂a^L
    /// t, where |δ^L_i| is e^(−t) but for what lies far below t's last digit; asked where δ^L_i is beyond Scaled's
    /// range. nullptr: all count as equally large there.
    numerics::Scaled (*deltaTail)(const LossInput& example, std::size_t i) = nullptr;

    /// For training, in doubles, to 7 digits and mostly to 15; not finite, or 0, where doubles do not hold it.
    double (*plainCost)(const PlainLossInput& example);
    void (*plainDelta)(const PlainLossInput& example, double* delta); ///< δ^L

    /// How δ^L changes, to first order, where z^L changes by `change`: `second` holds f″(z^L). nullptr: by no formula.
    void (*deltaChange)(
        const PlainLossInput& example, const double* second, const double* change, double* deltaChange) = nullptr;

    /// inf C of one example over all z: above 0 where `output` cannot give the targets, or where they are no certainty.
    double (*leastCost)(
        const activations::Activation& output, std::span<const double> target) = nullptr; ///< nullptr: 0
    /// δ^L as programs compute it in a float format, every operation rounded, ∞ and NaN passed on; nullptr: the exact
    /// δ^L of these z, rounded once.
    void (*roundedDelta)(const RoundedLossInput& example, double* delta) = nullptr;

    /// The sum of C over examples, the columns, in Python, from a, z and y, of names that NumPy and PyTorch have alike;
    /// and δ^L from these and the slope f′(z).
    std::string_view python = {}, pythonDelta = {};
};

std::span<const Loss* const> lossesRegistry();

} // namespace deltascope::losses
