// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 7.5.
#pragma once

#include "network/forward_pass.h"

namespace deltascope::evaluation {

/// True where the first example's numbers from z of the layer before to z of this one are exact, as of small whole
/// numbers: by sums and products that leave no rest (Dekker 1971; Knuth, TAOCP 2, section 4.2.2).
bool roundsNothing(const network::Network& network, const network::ForwardPass& pass, int layer);

} // namespace deltascope::evaluation
