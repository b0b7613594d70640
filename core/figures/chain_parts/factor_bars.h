// SPDX-License-Identifier: GPL-3.0-or-later
// The two factors of a layer as bars over log10 that add up: |w| from 0, and |f′| from where |w| ends.
#pragma once

#include "evaluation/evaluation.h"
#include "figures/parts/axis_range.h"

#include <vector>

namespace deltascope::chain_parts {

struct FactorBars {
    figures::Bars weight; ///< from 0 to log10 |w|
    figures::Bars derivative; ///< from log10 |w| to log10 |w f′|; from 0 where w is 0
    figures::Points positive, negative; ///< at log10 |w f′|
    parts::AxisRange range;
};

/// Bars of these ascending layers of a chain; exact zeros and sizes beyond range have none. Names are left empty.
FactorBars factorBars(const evaluation::Evaluation& evaluation, const std::vector<int>& layers);

} // namespace deltascope::chain_parts
