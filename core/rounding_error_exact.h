// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 7.5.
#pragma once

#include "forward_pass.h"

namespace deltascope {

/// True where the first example's numbers from z of the layer before to z of this one are exact, as of small whole
/// numbers: by sums and products that leave no rest (Dekker 1971; Knuth, TAOCP 2, section 4.2.2).
bool roundsNothing(const Network& network, const ForwardPass& pass, int layer);

} // namespace deltascope
