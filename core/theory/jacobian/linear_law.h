// SPDX-License-Identifier: GPL-3.0-or-later
// The largest singular value of a product of wide random linear layers: √((L + 1)^(L+1)/L^L) for independent normal
// weights (Pennington, Schoenholz & Ganguli 2017), 1 for orthogonal ones (Saxe et al. 2013). core/maths.md 16.7.
#pragma once

#include "model/scenario.h"
#include "numerics/scaled.h"

#include <optional>

namespace deltascope::jacobian {

struct LinearLaw {
    double deviation = 1; ///< σ_w of every layer
    bool orthogonal = false; ///< then it is exact at every width, else the limit of infinitely wide layers

    numerics::Scaled of(int layers) const; ///< layers ≥ 1
};

/// Of layers without activation and remedies, all of one size; nothing for others.
std::optional<LinearLaw> largestOfLinear(const model::Scenario& scenario);

} // namespace deltascope::jacobian
