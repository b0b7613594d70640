// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/whole_training.h"

#include "training/steps_per_epoch.h"

#include <algorithm>
#include <chrono>

namespace deltascope::results {

std::shared_ptr<const training::TrainingProgress> trained(const model::Scenario& scenario,
    std::shared_ptr<const data::Dataset> data, int threads, const std::stop_token& stop,
    const std::function<void(const training::Training&)>& soFar, std::int64_t steps, const Watch& watch)
{
    training::TrainingOptions options{.threads = threads};
    if (watch) {
        const double all =
            static_cast<double>(training::stepsPerEpoch(data->examples(), scenario.batch)) * scenario.epochs;
        options.watch = [&watch, part = std::max(1.0, all / static_cast<double>(steps))](
                            double share) { watch(std::min(1.0, part * share)); };
    }
    training::Training training(scenario, std::move(data), std::move(options));
    constexpr auto kPause = std::chrono::milliseconds(50);
    auto told = std::chrono::steady_clock::now();
    while (training.step() < steps) {
        const training::Training::Outcome outcome = training.advance(stop);
        if (outcome == training::Training::Outcome::stopped)
            return nullptr;
        if (outcome != training::Training::Outcome::stepped)
            break;
        if (const auto now = std::chrono::steady_clock::now(); soFar && now - told > kPause) {
            told = now;
            soFar(training);
        }
    }
    return std::make_shared<const training::TrainingProgress>(training::progressOf(training, true));
}

} // namespace deltascope::results
