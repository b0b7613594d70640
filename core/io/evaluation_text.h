// SPDX-License-Identifier: GPL-3.0-or-later
// Results as text for other programs: every number reads back to the same bits.
#pragma once

#include "evaluation.h"
#include "result.h"

#include <string>

namespace deltascope {

/// {"format": "deltascope.evaluation", …}, one line a layer. `log10` is null where the value is exactly 0; a mean, std,
/// min or max that no double holds is null, with its own "…_sign" and "…_log10" beside it.
std::string evaluationJson(const Scenario& scenario, const Evaluation& evaluation);

/// One row a layer under a row of names; factor columns in a chain only. A value that no double holds is an empty cell;
/// its statistic then has the columns "…_sign" and "…_log10" too.
std::string evaluationCsv(const Evaluation& evaluation);

/// {"weights", "biases", "inputs", "targets"}: what another program needs to check us. Error (Fault::invalidData) where
/// a balanced bias is beyond double's range and so has no number that could be written.
Result<std::string> networkJson(const Scenario& scenario, const DataFolder& folder = {});

} // namespace deltascope
