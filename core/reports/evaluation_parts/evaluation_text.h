// SPDX-License-Identifier: GPL-3.0-or-later
// Results as text for other programs: every number reads back to the same bits.
#pragma once

#include "evaluation/evaluation.h"
#include "formats/format_arithmetic.h"
#include "gradient_check/gradient_check.h"
#include "reports/evaluation_parts/theory_text.h"
#include "results/seeds_band.h"
#include "theory/jacobian/network_spectrum.h"

#include <string>

namespace deltascope::reports {

/// What `evaluate` has to say of a scenario; null: not asked for.
struct EvaluationReport {
    const model::Scenario& scenario;
    const evaluation::Evaluation& evaluation;
    const results::SeedsBand* seeds = nullptr;
    const jacobian::NetworkSpectrum* spectrum = nullptr; ///< of every factor
    TheoryReport theory = {};
    const formats::FormatArithmetic* formats = nullptr; ///< written as numbers only where complete
    std::int64_t step = 0; ///< of its training, before which the network stands
    const gradient_check::GradientCheck* gradient = nullptr; ///< not in CSV
};

/// {"format": "deltascope.evaluation", …}, one line a layer. `log10` is null where the value is exactly 0 (sign 0),
/// and where it is beyond what the engine holds: "beyond" is then "small" or "large". A mean, std, min or max that no
/// double holds is null, with its own "…_sign", "…_log10" and "…_beyond" beside it.
std::string evaluationJson(const EvaluationReport& report);

/// One row a layer under a row of names; log10 of what a float format computes is −inf for 0, inf or nan; factor
/// columns in a chain or with a spectrum only. A value that no double holds is an empty cell; its statistic then has
/// the columns "…_sign" and "…_log10" too; a logarithm beyond range is -inf or inf.
std::string evaluationCsv(const EvaluationReport& report);

} // namespace deltascope::reports
