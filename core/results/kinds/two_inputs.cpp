// SPDX-License-Identifier: GPL-3.0-or-later
// Two inputs, beside the maps of mean field theory.
#include "results/laws/two_inputs.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const TwoInputs> compute(const ResultInputs& in)
{
    const auto maps = in.result<mean_field::PairMaps>();
    return maps ? shared(twoInputs(in.scenario, *in.data, in.network(), *maps, in.stop)) : nullptr;
}

} // namespace

extern const ResultKind two_inputs;
const ResultKind two_inputs{
    .id = "two_inputs",
    .work = translatable("core", "Two inputs"),
    .rank = 54,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::step},
    .applies =
        [](const model::Scenario& scenario, const model::Question& question) {
            return question.step == 0 && mean_field::whyNoPair(scenario).empty();
        },
};

} // namespace deltascope::results
