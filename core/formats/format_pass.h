// SPDX-License-Identifier: GPL-3.0-or-later
// The forward and backward pass of a network (forward_pass.h, backward_pass.h) as a program computes it in one float
// format. Inputs, targets, weights and biases are rounded to the format first; then each operation is:
//     h = w·a, z = h + b, a = f(z), f′(z), a + α a^(l−1);      w^T u, + α ∂C/∂a, ⊙ f′.
// A sum of products is taken term by term in the order of the neurons, products and partial sums each rounded: in the
// format itself for float32 and double, in float32 for float16 and bfloat16 (the sum is then rounded once), as
// processors, graphics cards and their libraries do. In a chain that is one product and the same either way. The
// statistics of a normalization, softmax and the mean of δ over a batch are taken likewise. f and f′ are those of the
// rounded z, computed in double and rounded once: what a program loses that writes σ′ as a(1 − a) comes on top. A
// balanced bias is the format's own −w·a. core/maths.md 6.4, 6.5.
#pragma once

#include "data/dataset.h"
#include "network/format_passes.h"
#include "network/network.h"
#include "numerics/float_format.h"
#include "numerics/rounding.h"

#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace deltascope::formats {

/// What a format shows for ‖δ^l‖ of the mean: 0 where every component is, ∞ or NaN where one of them is. The norm
/// itself is not rounded.
struct FormatSpeed {
    enum class Kind { number, infinite, notANumber } kind = Kind::number;
    numerics::Scaled size; ///< of a number

    bool isZero() const { return kind == Kind::number && size.isZero(); }
    bool operator==(const FormatSpeed&) const = default;
};

struct FormatPass {
    using Place = operations::FormatPlace;

    /// The first layer (0: the input) where something on the way forward is ∞ or NaN, and what. The inputs, targets and
    /// parameters given are finite, so that this is an overflow.
    int overflowsAt = 0;
    Place overflow = Place::nowhere;
    /// The first layer (0: the input) before the last whose activations are all 0 in the format; −1: none. What is 0
    /// by itself counts too, save an input.
    int silentAt = -1;
    bool underflowed = false; ///< some result was smaller than the smallest normal number
    std::vector<FormatSpeed> speeds; ///< speeds[l − 1] is layer l

    const FormatSpeed& speed(int layer) const { return speeds[static_cast<std::size_t>(layer - 1)]; }
    bool operator==(const FormatPass&) const = default;
};

/// What is computed: a network with the first `examples` of its data, in one format.
struct FormatTask {
    const network::Network& network;
    const data::Dataset& data;
    std::string_view loss;
    int examples;
};

/// Nothing where stop was requested.
std::optional<FormatPass> formatPass(const FormatTask& task, const numerics::FloatFormat& format,
    numerics::Rounding::Underflow underflow, const std::stop_token& stop = {});

} // namespace deltascope::formats
