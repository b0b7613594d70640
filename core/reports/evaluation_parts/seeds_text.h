// SPDX-License-Identifier: GPL-3.0-or-later
// The band over seeds as text for other programs: every number reads back to the same bits.
#pragma once

#include "results/seeds_band.h"

#include <string>

namespace deltascope::reports {

/// "median": -2.627, "p05": -2.876, "p95": -2.397: log10 of the norm of the mean δ of layer 1 … depth, as keys to
/// stand inside `bias_speed`; null where the quantile is exactly 0, and where it is
/// beyond what the engine holds ("median_beyond": "small").
std::string bandKeysJson(const results::SeedsBand& band, int layer);

} // namespace deltascope::reports
