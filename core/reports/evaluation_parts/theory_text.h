// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field theory as JSON: pieces of an evaluation's document (evaluation_text.h).
#pragma once

#include "evaluation/evaluation.h"
#include "theory/finite_width/finite_width.h"
#include "theory/mean_field/prediction.h"
#include "theory/mean_field/two_inputs.h"

#include <string>

namespace deltascope::reports {

/// What theory says of a scenario; null: nothing.
struct TheoryReport {
    const mean_field::MeanFieldPrediction* theory = nullptr;
    const finite_width::FiniteWidthLaw* law = nullptr; ///< null beside a theory: there is none
    const model::Scenario* critical = nullptr; ///< null beside a theory: there is none
    const mean_field::PairMaps* pair = nullptr; ///< null beside a theory: there are none
};

/// {"q": […], "chi": […], "rms_speed": [{"log10": …}, …], "q_star": …, "chi_1": …, "fixed_points": […]}; the first
/// three by layer, q the mean over the examples, log10 null where the speed is exactly 0. Where a q or χ is beyond
/// double's range it is null and a list "q_log10" or "chi_log10" follows. "q_star" and "chi_1" are of the fixed point
/// that most examples reach, "q_star" null where their q grows without end; {"q", "chi", "attracts", "examples"} of
/// every one, with how many examples reach it, are in "fixed_points", which is empty where every q is one and "q_star"
/// their mean. The value of the key "theory". Where there is a law of finite width, "finite_width": {"median":
/// [{"log10": …}, …], "p05", "p95", "mean", "variance" (of ln(‖δ^l‖²/‖δ^(l+1)‖²) of a layer), "beta" (Σ 1/n), "dead"
/// (the chance that a layer is)}, else "finite_width": null, "why": one sentence. "critical": {"gain": …, "bias_std":
/// …} at which χ₁ = 1, or null where there is no such gain. "xi_q", "xi_c": over how many layers what is missing of q*
/// and of c* shrinks by a factor e, "c_star": where the correlation of two inputs ends (two_inputs.h); null where it is
/// without end, or where there are no such maps.
std::string theoryJson(const TheoryReport& report, const model::Scenario& scenario);

/// {"sign": 1, "log10": …}: the measured rms of this layer's δ, the value of its key "rms_speed".
std::string rmsSpeedJson(const evaluation::LayerEvaluation& layer);

} // namespace deltascope::reports
