// SPDX-License-Identifier: GPL-3.0-or-later
// Of a training, from its start on.
#include "results/memory_need.h"
#include "results/result_kind.h"
#include "results/whole_training.h"
#include "training/training_progress.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const training::TrainingProgress> compute(
    const ResultInputs& in, const Refined<training::TrainingProgress>& refined)
{
    const auto soFar = [&](const training::Training& training) {
        refined(std::make_shared<const training::TrainingProgress>(training::progressOf(training, false)));
    };
    const std::int64_t steps = in.question.step > 0 ? in.question.step : kWholeTraining;
    return trained(in.scenario, in.data, in.threads, in.stop, soFar, steps, in.watch);
}

} // namespace

extern const ResultKind course{
    .id = "course",
    .work = translatable("core", "Training"),
    .rank = 140,
    .value = resultValue<compute>(),
    .dependsOn = {model::Dependency::network, model::Dependency::loss, model::Dependency::training,
        model::Dependency::heldOut, model::Dependency::end},
    .ofPins = true,
    .mostPins = training::kMaxCompared - 1,
    .sideBySide = true,
    .memory = [](const model::Scenario& scenario, const model::Question&,
                  int threads) { return trainingMemory(scenario, threads); },
};

} // namespace deltascope::results
