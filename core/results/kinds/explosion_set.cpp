// SPDX-License-Identifier: GPL-3.0-or-later
#include "theory/explosion/explosion_set.h"
#include "network/structure.h"
#include "results/result_kind.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const explosion::ExplosionSet> compute(const ResultInputs& in)
{
    return shared(explosion::explosionSet(in.network(), in.data->inputs(0, 0), in.question.k, in.stop));
}

} // namespace

extern const ResultKind explosion_set{
    .id = "explosion_set",
    .work = translatable("core", "Evaluation"),
    .rank = 40,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::step, model::Dependency::k},
    .ofPins = true,
    .applies = [](const model::Scenario& scenario,
                   const model::Question&) { return network::hasExplosionSet(scenario); },
    .memory = [](const model::Scenario&, const model::Question&, int) { return 150e6; },
};

} // namespace deltascope::results
