// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaled.h"

#include <span>
#include <string_view>

namespace deltascope {

struct Activation;

/// A cost of one output neuron, summed over the outputs and averaged over the examples. One const record in one file.
/// Everything is computed from z, so that a saturated output gives no NaN and keeps its relative precision.
struct Loss {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "C = ½‖a^L − y‖²"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    std::string_view outputActivation; ///< the only output activation it goes with; empty: any
    Scaled (*cost)(const Activation& output, Scaled z, double y);
    Scaled (*outputDelta)(const Activation& output, Scaled z, double y); ///< δ^L = ∂C/∂z^L
    Scaled (*outputGradient)(const Activation& output, Scaled z, double y); ///< ∂C/∂a^L
};

std::span<const Loss* const> lossesRegistry();

} // namespace deltascope
