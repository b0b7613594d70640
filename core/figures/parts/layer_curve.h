// SPDX-License-Identifier: GPL-3.0-or-later
// A size of every layer as a curve over log10: gaps at exact zeros, thinned where the layers outnumber the pixels.
#pragma once

#include "figures/parts/axis_range.h"
#include "numerics/scaled.h"

#include <span>
#include <vector>

namespace deltascope::parts {

/// log10 of one size a layer, `values[i]` being that of layer `firstLayer + i`.
struct LayerCurve {
    figures::Line line;
    AxisRange range; ///< of the values drawn
    std::vector<int> zeros; ///< layers whose value is exactly 0: no logarithm
    std::vector<int> tooSmall; ///< layers whose exponent saturated (Scaled::beyondRange)
    std::vector<int> tooLarge;
    std::size_t leftOut = 0; ///< layers whose neighbours stand for them
};

/// `keep`: layers that are never left out (the selected one); first, last and the extremes of each neighbourhood stay.
LayerCurve layerCurve(Message name, figures::Role role, int firstLayer, std::span<const numerics::Scaled> values,
    std::span<const int> keep = {});

/// At most `limit` of these layers, evenly chosen, first and last among them.
std::vector<int> evenlyChosen(const std::vector<int>& layers, std::size_t limit);

} // namespace deltascope::parts
