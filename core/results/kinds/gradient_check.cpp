// SPDX-License-Identifier: GPL-3.0-or-later
#include "gradient_check/gradient_check.h"
#include "results/result_kind.h"

#include <algorithm>

namespace deltascope::results {

namespace {

/// Of the selected layer, or the first: the weight with the largest gradient.
std::shared_ptr<const gradient_check::GradientCheck> compute(const ResultInputs& in)
{
    const int layer = std::clamp(in.question.layer, 1, in.scenario.depth);
    return shared(gradient_check::checkGradient(in.scenario, *in.data, in.network(), {.layer = layer}, in.stop));
}

} // namespace

extern const ResultKind gradient_check{
    .id = "gradient_check",
    .work = translatable("core", "Gradient check"),
    .rank = 58,
    .value = resultValue<compute>(),
    // `training`: of a parametrized network the numbers that are learnt are others
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::training,
        model::Dependency::step, model::Dependency::layer},
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return gradient_check::whyNoGradientCheck(scenario).empty(); },
};

} // namespace deltascope::results
