// SPDX-License-Identifier: GPL-3.0-or-later
// Where to sample a curve: over the range that fits, and again over the range the user zoomed to.
#pragma once

#include "figures/parts/axis_range.h"
#include "model/view_state.h"
#include "network/activations/activation.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace deltascope::parts {

/// `count` places evenly over `fit`, as many over the hand-chosen x range of this panel if there is one; ascending,
/// each once. `extra` places that must not be missed are added where they lie inside either range.
std::vector<double> curvePoints(
    const AxisRange& fit, const model::ViewRange* chosen, std::size_t count, const std::vector<double>& extra);

/// Places at and beside each kink.
void addKinks(std::vector<double>& places, const activations::Activation& activation);
/// Indices of `places`, ascending, before which a line that jumps at one of the kinks is interrupted.
std::vector<std::size_t> breaksAt(const std::vector<double>& places, std::span<const double> kinks);
/// The same where f itself jumps, not its slope alone.
std::vector<std::size_t> jumpsOf(const std::vector<double>& places, const activations::Activation& activation);

/// The range that fits, widened to the hand-chosen one.
AxisRange drawnRange(const AxisRange& fit, const model::ViewRange* chosen);

} // namespace deltascope::parts
