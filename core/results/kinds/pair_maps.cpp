// SPDX-License-Identifier: GPL-3.0-or-later
// Where wide layers lead two inputs in the long run.
#include "results/result_kind.h"
#include "theory/mean_field/two_inputs.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const mean_field::PairMaps> compute(const ResultInputs& in)
{
    return std::make_shared<const mean_field::PairMaps>(mean_field::pairMaps(in.scenario, *in.data));
}

} // namespace

extern const ResultKind pair_maps;
const ResultKind pair_maps{
    .id = "pair_maps",
    .work = translatable("core", "Maps of two inputs"),
    .rank = 53,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network},
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return mean_field::whyNoPair(scenario).empty(); },
};

} // namespace deltascope::results
