// SPDX-License-Identifier: GPL-3.0-or-later
// The activations that most training spends its time in, over whole layers, for the instruction set at hand: the
// formulas of logistic.h and hyperbolic.h, with the same bits. core/maths.md 3.4.
#pragma once

#include "base/instruction_set.h"

#include <cstddef>

namespace deltascope::numerics {

struct LayerFunctions {
    using Function = void (*)(const double* z, double* values, double* derivatives, std::size_t count);
    Function logistic, hyperbolic;
};

/// The best that this processor runs.
const LayerFunctions& layerFunctions();
/// For tests. Precondition: this processor runs it.
const LayerFunctions& layerFunctions(InstructionSet set);

} // namespace deltascope::numerics
