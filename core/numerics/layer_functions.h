// SPDX-License-Identifier: GPL-3.0-or-later
// What training spends most of its time in beside products, over whole layers, for the instruction set at hand: the
// formulas of logistic.h and hyperbolic.h, with the same bits (core/maths.md 3.4), and what a gate does (17.3).
#pragma once

#include "base/instruction_set.h"

#include <cstddef>

namespace deltascope::numerics {

struct LayerFunctions {
    using Function = void (*)(const double* z, double* values, double* derivatives, std::size_t count);
    Function logistic, hyperbolic;
    /// to(i) ← from(i) + share(i)(to(i) − from(i))
    void (*interpolate)(const double* from, const double* share, double* to, std::size_t count);
    /// The way back of it, g the gradient of what it gave: to(i) ← g(i)(to(i) − from(i)) share(i)(1 − share(i)), which
    /// is that of z where share = σ(z), and g(i) ← g(i) share(i).
    void (*interpolateBack)(const double* from, const double* share, double* to, double* g, std::size_t count);
    /// sums(i) += (1 − share(i)) values(i)
    void (*addRest)(const double* share, const double* values, double* sums, std::size_t count);
};

/// The best that this processor runs.
const LayerFunctions& layerFunctions();
/// For tests. Precondition: this processor runs it.
const LayerFunctions& layerFunctions(InstructionSet set);

} // namespace deltascope::numerics
