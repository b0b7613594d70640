// SPDX-License-Identifier: GPL-3.0-or-later
#include "gradient_check/gradient_check.h"
#include "results/result_kind.h"

#include <algorithm>

namespace deltascope::results {

namespace {

/// In the selected layer, or the first.
gradient_check::CheckedParameter askedFor(const model::Scenario& scenario, const model::Question& question)
{
    return {.layer = std::clamp(question.layer, 1, scenario.depth),
        .row = question.checkedRow,
        .column = question.checkedColumn};
}

std::shared_ptr<const gradient_check::GradientCheck> compute(const ResultInputs& in)
{
    return shared(gradient_check::checkGradient(
        in.scenario, *in.data, in.network(), askedFor(in.scenario, in.question), in.stop));
}

} // namespace

extern const ResultKind gradient_check{
    .id = "gradient_check",
    .work = translatable("core", "Gradient check"),
    .rank = 58,
    .value = resultValue<compute>(),
    // `training`: of a parametrized network the numbers that are learnt are others
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::training,
        model::Dependency::step, model::Dependency::layer, model::Dependency::checked},
    .applies =
        [](const model::Scenario& scenario, const model::Question& question) {
            return gradient_check::whyNoGradientCheck(scenario).empty()
                && gradient_check::noSuchParameter(scenario, askedFor(scenario, question)).empty();
        },
};

} // namespace deltascope::results
