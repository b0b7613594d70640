// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/evaluation.h"

#include "results/at_once.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const evaluation::Evaluation> compute(const ResultInputs& in)
{
    return shared(evaluation::evaluate(in.scenario, *in.data, in.network(), in.stop, in.watch));
}

} // namespace

extern const ResultKind evaluation{
    .id = "evaluation",
    .work = translatable("core", "Evaluation"),
    .rank = 10,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::step,
        model::Dependency::point},
    .ofPins = true,
    .atOnce = evaluatesAtOnce,
};

} // namespace deltascope::results
