// SPDX-License-Identifier: GPL-3.0-or-later
// Every layer's weighted input as a mark on a curve over z: layers at the same place share a label, and what lies
// outside the drawing is marked at its border with its number.
#pragma once

#include "evaluation/evaluation.h"
#include "figures/parts/axis_range.h"

#include <vector>

namespace deltascope::parts {

/// One layer's place.
struct LayerMark {
    int layer = 0;
    double z = 0; ///< moved to the border where it lies outside
    double slope = 0; ///< f′(z) as the engine gives it
    numerics::Scaled exact; ///< z itself
    bool outside = false;
};

/// Marks with a label (or an empty one) each.
struct LayerMarks {
    std::vector<LayerMark> marks;
    std::vector<Message> labels;
    int leftOut = 0; ///< marks that would lie on top of another one
};

/// The marks of an evaluation (of means, in a wide network) within `view`, by ascending layer; each group that stands
/// together has one label, on its first mark. In more than `limit` layers those on top of one another are left out,
/// first, last and `selected` never.
LayerMarks layerMarks(const evaluation::Evaluation& evaluation, const AxisRange& view, std::size_t limit, int selected);

/// The range of the z that lie within ±`reach`.
AxisRange rangeOfZ(const evaluation::Evaluation& evaluation, double reach);

} // namespace deltascope::parts
