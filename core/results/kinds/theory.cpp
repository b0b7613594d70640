// SPDX-License-Identifier: GPL-3.0-or-later
// Mean field theory of the start values, anchored at the measured speed of the last layer.
#include "evaluation/point.h"
#include "results/result_kind.h"
#include "theory/mean_field/prediction.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const mean_field::MeanFieldPrediction> compute(const ResultInputs& in)
{
    const auto evaluation = in.result<evaluation::Evaluation>();
    return evaluation ? shared(mean_field::predictSpeeds(in.scenario, *in.data, *evaluation, in.stop)) : nullptr;
}

} // namespace

extern const ResultKind theory{
    .id = "theory",
    .work = translatable("core", "Mean field theory"),
    .rank = 50,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .applies =
        [](const model::Scenario& scenario, const model::Question& question) {
            return question.step == 0 && !evaluation::looksAtPoint(scenario, question.point)
                && mean_field::whyNoTheory(scenario).empty();
        },
};

} // namespace deltascope::results
