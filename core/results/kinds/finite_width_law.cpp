// SPDX-License-Identifier: GPL-3.0-or-later
// The law of finite width, anchored at the measured speed of the last layer.
#include "evaluation/point.h"
#include "results/result_kind.h"
#include "theory/finite_width/finite_width.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const finite_width::FiniteWidthLaw> compute(const ResultInputs& in)
{
    const auto evaluation = in.result<evaluation::Evaluation>();
    return evaluation ? shared(finite_width::finiteWidthLaw(in.scenario, *evaluation, in.stop)) : nullptr;
}

} // namespace

extern const ResultKind finite_width_law;
const ResultKind finite_width_law{
    .id = "finite_width_law",
    .work = translatable("core", "Law of finite width"),
    .rank = 52,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .applies =
        [](const model::Scenario& scenario, const model::Question& question) {
            return question.step == 0 && !evaluation::looksAtPoint(scenario, question.point)
                && finite_width::whyNoLaw(scenario).empty();
        },
};

} // namespace deltascope::results
