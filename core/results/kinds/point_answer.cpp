// SPDX-License-Identifier: GPL-3.0-or-later
// What the network answers to the input that is looked at.
#include "evaluation/decision.h"
#include "evaluation/point.h"

#include "results/at_once.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const evaluation::PointAnswer> compute(const ResultInputs& in)
{
    return shared(evaluation::answerAt(in.scenario, in.network(), in.question.point, in.stop));
}

} // namespace

extern const ResultKind point_answer;
const ResultKind point_answer{
    .id = "point_answer",
    .work = translatable("core", "Answers over the inputs"),
    .rank = 25,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .applies = [](const model::Scenario& scenario,
                   const model::Question& question) { return evaluation::looksAtPoint(scenario, question.point); },
    .atOnce = evaluatesAtOnce,
};

} // namespace deltascope::results
