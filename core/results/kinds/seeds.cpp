// SPDX-License-Identifier: GPL-3.0-or-later
// Learning speeds over many seeds.
#include "evaluation/point.h"
#include "results/memory_need.h"
#include "results/result_kind.h"
#include "results/seeds_band.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const SeedsBand> compute(const ResultInputs& in, const Refined<SeedsBand>& refined)
{
    return seedsBand(in.scenario, in.question.seeds, in.stop, refined, 0, in.folder);
}

double share(const SeedsBand& band)
{
    return static_cast<double>(band.done) / band.count;
}

} // namespace

extern const ResultKind seeds{
    .id = "seeds",
    .work = translatable("core", "Networks of all seeds"),
    .rank = 120,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::seeds,
        model::Dependency::point},
    .late = true,
    .applies =
        [](const model::Scenario& scenario, const model::Question& question) {
            return dependsOnSeed(scenario) && !evaluation::looksAtPoint(scenario, question.point);
        },
    .memory = [](const model::Scenario& scenario, const model::Question& question,
                  int) { return seedsMemory(scenario, question.seeds); },
};

} // namespace deltascope::results
